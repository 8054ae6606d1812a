"""The shipped sounds, measured: loudness, peaks, ends, seams, lengths, and what the mixer decodes of them."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path

import pygame
import pytest

from quizgame.resources import assets
from quizgame.screen.mix import Volumes
from quizgame.screen.music import CALM
from quizgame.screen.scene import Mood
from tests.listening import (
    EFFECTS,
    LAYERS,
    RATE,
    SOUNDS,
    Samples,
    decibels,
    file_of,
    heard,
    mixed,
    np,
    pyloudnorm,
    soundfile,
    true_peak,
)

SCRIPT = assets() / "make" / "sound.py"
LONG = {"busted": 2.5, "record": 2.5, "title": 2.9}  # seconds; all other effects are shorter than 1.2


@pytest.fixture(scope="module")
def layers() -> dict[str, Samples]:
    return {name: heard(name) for name in LAYERS}


@pytest.fixture(scope="module")
def mixer() -> Iterator[None]:
    pygame.mixer.init(RATE, -16, 2, 512)
    yield
    pygame.mixer.quit()


def hissing(samples: Samples) -> Samples:
    """The energy above 4 kHz, where a click shows, in each 5 ms of the loop begun in mid-file."""
    spectrum = np.fft.rfft(np.roll(samples.sum(axis=1), len(samples) // 2))
    spectrum[: 4000 * len(samples) // RATE] = 0
    return (np.fft.irfft(spectrum) ** 2).reshape(-1, RATE // 200).sum(axis=1)


def test_the_folder_holds_just_these_sounds_and_is_small() -> None:
    sizes = {path.stem: path.stat().st_size for path in SOUNDS.iterdir()}
    assert set(sizes) == {*LAYERS, *EFFECTS}
    assert sum(sizes.values()) <= 3_000_000
    assert max(sizes.values()) <= 1_750_000


@pytest.mark.parametrize("name", LAYERS + EFFECTS)
def test_each_is_stereo_at_48_khz_and_vorbis_but_for_what_is_decoded_while_it_plays(name: str) -> None:
    info = soundfile.info(file_of(name))
    assert (info.samplerate, info.channels) == (RATE, 2)
    coded = ("FLAC", "PCM_16") if name == CALM else ("OGG", "VORBIS")
    assert (info.format, info.subtype) == coded


def test_the_layers_stay_together_for_ever(layers: dict[str, Samples]) -> None:
    """Forty seconds to the sample: whole beats, and no layer drifts from another."""
    assert {len(samples) for samples in layers.values()} == {40 * RATE}


def test_the_music_swells_with_the_heat_and_never_clips(layers: dict[str, Samples]) -> None:
    """Never by a jump, and by two decibels and a half from the title to a run that is about to be busted."""
    mixes = [mixed(mood, layers) for mood in (Mood(), *(Mood(heat / 4, True) for heat in range(5)))]
    loud = [pyloudnorm.Meter(RATE).integrated_loudness(mix) for mix in mixes]
    assert loud == sorted(loud)
    assert (loud[0], loud[-1]) == pytest.approx((-16.5, -14), abs=0.3)
    assert max(after - before for before, after in pairwise(loud)) < 1
    assert max(true_peak(mix) for mix in mixes) < -1


@pytest.mark.parametrize("name", LAYERS)
def test_a_layer_alone_is_no_louder_than_the_whole_and_has_no_constant_part(
    name: str, layers: dict[str, Samples]
) -> None:
    assert -22 < pyloudnorm.Meter(RATE).integrated_loudness(layers[name]) < -16
    assert true_peak(layers[name]) < -1
    assert np.abs(layers[name].mean(axis=0)).max() < 0.0005


def test_hotter_music_strikes_harder_and_brighter(layers: dict[str, Samples]) -> None:
    """More attacks in the bass and more of the sound above 2 kHz; it is not the volume alone that grows."""
    sizes = []
    for heat in (0.0, 0.5, 1.0):
        mix = mixed(Mood(heat, True), layers).mean(axis=1)
        spectrum = np.abs(np.fft.rfft(mix)) ** 2
        bright = spectrum[2000 * len(mix) // RATE :].sum() / spectrum.sum()
        short = (mix.reshape(-1, RATE // 20) ** 2).mean(axis=1)
        sizes.append((np.quantile(short, 0.95) / np.median(short), bright))
    strikes, brightness = zip(*sizes, strict=True)
    assert list(strikes) == sorted(strikes)
    assert list(brightness) == sorted(brightness)


def test_two_effects_at_once_over_the_hottest_music_fit_in_full_scale(layers: dict[str, Samples]) -> None:
    """At the volumes the game comes with, though both and the music should peak in the same instant."""
    usual, under = Volumes(), mixed(Mood(1.0, True), layers)
    effects = {name: heard(name) for name in EFFECTS if not name.startswith("pulse") or name == "pulse_1"}
    both = max(peak_together(one, other) for one, other in combinations(effects.values(), 2))
    assert both * usual.effects_level + np.abs(under).max() * usual.music_level < 1


def peak_together(one: Samples, other: Samples) -> float:
    long, short = (one, other) if len(one) > len(other) else (other, one)
    total = long.copy()
    total[: len(short)] += short
    return float(np.abs(total).max())


@pytest.mark.parametrize("name", LAYERS)
def test_the_loop_closes_without_a_click(name: str, layers: dict[str, Samples]) -> None:
    samples = layers[name]
    steps = np.abs(np.diff(samples, axis=0))
    assert np.abs(samples[0] - samples[-1]).max() <= np.quantile(steps, 0.95)
    energy = hissing(samples)
    middle = len(energy) // 2
    elsewhere = np.delete(energy, [middle - 1, middle])
    assert energy[middle - 1 : middle + 1].max() <= np.quantile(elsewhere, 0.99)


@pytest.mark.parametrize("name", EFFECTS)
def test_an_effect_is_short_starts_at_once_and_is_silent_at_both_ends(name: str) -> None:
    samples = heard(name)
    assert 0.03 < len(samples) / RATE <= LONG.get(name, 1.2)
    assert decibels(np.abs(samples[0]).max()) < -60
    assert decibels(np.abs(samples[-RATE // 1000 :]).max()) < -60
    onset = int(np.argmax(np.abs(samples).max(axis=1) > 0.02))
    assert onset < 0.02 * RATE


@pytest.mark.parametrize("name", EFFECTS)
def test_no_effect_peaks_above_minus_one(name: str) -> None:
    assert true_peak(heard(name)) < -1


@pytest.mark.parametrize("name", LAYERS)
def test_the_games_mixer_decodes_every_sample_of_a_layer(
    name: str, layers: dict[str, Samples], mixer: None
) -> None:
    raw = pygame.mixer.Sound(file_of(name)).get_raw()
    decoded = np.frombuffer(raw, np.int16).reshape(-1, 2)
    assert len(decoded) == len(layers[name])
    ends = np.concatenate([layers[name][:RATE], layers[name][-RATE:]])
    assert np.abs(np.concatenate([decoded[:RATE], decoded[-RATE:]]) / 32768 - ends).max() < 0.001


@pytest.mark.skipif(not SCRIPT.exists(), reason="an installed copy comes without the script")
@pytest.mark.parametrize("name", ["right", "count", "crew_nate"])
def test_the_script_makes_the_shipped_sound_and_the_same_bytes_each_time(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(SCRIPT.parent)
    script = importlib.import_module("sound")
    files = []
    for folder in (tmp_path / "one", tmp_path / "two"):
        assert script.main([name, "--to", str(folder)]) == 0
        files.append((folder / f"{name}.ogg").read_bytes())
    assert files[0] == files[1]
    made, shipped = soundfile.read(tmp_path / "one" / f"{name}.ogg")[0], heard(name)
    assert np.abs(made - shipped).max() < 0.05  # another version of the coder may round otherwise
