"""What the shipped sounds tell, and if it is heard: without bass, over the music, in time, told apart."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from quizgame.screen.counting import Counting, Figures
from quizgame.screen.cues import TAKE_MS
from quizgame.screen.mix import RECEDE_MS, Mix, Volumes, layers_for
from quizgame.screen.moving import stagger
from quizgame.screen.scene import Mood
from quizgame.screen.sound import WAITS
from tests.listening import (
    CLOCK,
    CREW,
    KEYS,
    LAYERS,
    PULSES,
    RATE,
    TELLING,
    TICKS,
    TURNS,
    Samples,
    heard,
    level,
    np,
    on_small_speakers,
    short_loudness,
    signal,
)


@pytest.fixture(scope="module")
def layers() -> dict[str, Samples]:
    return {name: heard(name) for name in LAYERS}


@pytest.mark.parametrize("name", TURNS + CREW + CLOCK)
def test_what_tells_the_player_something_is_levelled(name: str) -> None:
    assert short_loudness(heard(name)) == pytest.approx(-17, abs=1.3)


@pytest.mark.parametrize("name", TELLING)
def test_what_tells_the_player_something_does_so_without_bass(name: str) -> None:
    """On a laptop it is at most 6 dB below a right answer."""
    assert without_bass(name) > without_bass("right") - 6


def without_bass(name: str) -> float:
    return short_loudness(on_small_speakers(heard(name)))


def test_the_crew_is_told_apart_by_ear() -> None:
    """No two have their energy in the same places: after the radio has opened, in time and in pitch."""
    pictures = [spectrogram(heard(name)) for name in CREW]
    alike = [float((one * other).sum()) for one, other in combinations(pictures, 2)]
    assert max(alike) < 0.6


def spectrogram(samples: Samples) -> Samples:
    """From 0.09 to 0.5 s in steps of 30 ms and a third of an octave; its square sums up to 1."""
    _, _, power = signal.spectrogram(samples[4320:24_000].mean(axis=1), RATE, nperseg=1440, noverlap=0)
    edges = (30 * 2 ** np.arange(2, 8, 1 / 3) / 20).astype(int)
    bands = np.sqrt([power[low : max(high, low + 1)].sum(axis=0) for low, high in pairwise(edges)])
    return bands / np.sqrt((bands**2).sum())


def test_three_right_in_a_row_rise_and_the_third_ends_on_a_fifth() -> None:
    starts, ends = zip(*(melody(name) for name in ("right", "right_2", "right_3")), strict=True)
    assert list(ends) == sorted(ends)
    steps = [12 * np.log2(end / start) for start, end in zip(starts, ends, strict=True)]
    assert steps == pytest.approx([5, 5, 7], abs=0.3)


def melody(name: str) -> tuple[float, float]:
    """The strongest tone above middle C before the second note comes, and after, in hertz."""
    samples = heard(name).mean(axis=1)
    return tone(samples[:4600]), tone(samples[7200:24_000])


def tone(samples: Samples) -> float:
    power = np.abs(np.fft.rfft(samples * np.hanning(len(samples)), 8 * RATE))
    return float(np.argmax(power[8 * 350 : 8 * 2000]) / 8 + 350)


def test_the_cards_are_heard_as_they_come() -> None:
    assert np.diff(onsets(heard("open"))) == pytest.approx([stagger(4)] * 3, abs=1.5)


def test_the_take_is_heard_as_long_as_it_counts_and_slows_down_with_it() -> None:
    beats = onsets(heard("count"))
    gaps = np.diff(beats)
    assert len(beats) == 14
    assert beats[-1] == pytest.approx(TAKE_MS, abs=20)
    assert gaps[-1] > 2 * gaps[0]
    assert list(gaps) == pytest.approx(sorted(gaps), abs=4)


def test_the_hit_of_the_heat_falls_where_the_needle_is_highest() -> None:
    """Within a frame and what the ear forgives; and nothing before it is as loud."""
    rises = Counting(Figures(0, 20), Figures(0, 45))
    highest = max(range(1000), key=rises.heat)
    energy = np.convolve((heard("heat_up") ** 2).sum(axis=1), np.ones(RATE // 100), "same")
    hit = 1000 * int(energy.argmax()) / RATE
    assert WAITS["heat_up"] + hit == pytest.approx(highest, abs=20)
    assert energy[: RATE * 48 // 100].max() < energy.max() / 2


def test_the_heat_sinks_in_the_ear_when_it_begins_to_sink_on_the_screen() -> None:
    sinks = Counting(Figures(0, 45), Figures(0, 35))
    first = next(ms for ms in range(1000) if sinks.heat(ms) < 45)
    onset = 1000 * int(np.argmax(np.abs(heard("heat_down")).max(axis=1) > 0.02)) / RATE
    assert WAITS["heat_down"] + onset == pytest.approx(first, abs=20)


def onsets(samples: Samples) -> list[float]:
    """When something is struck, in ms: the energy of 3 ms is far above that of the 6 ms before."""
    energy = (samples**2).sum(axis=1).reshape(-1, RATE // 1000).sum(axis=1)
    loud = energy > 0.15 * energy.max()
    return [float(ms) for ms in np.flatnonzero(loud) if not loud[max(0, ms - 12) : ms].any()]


def test_the_pulse_grows_louder_and_higher_with_every_second() -> None:
    beats = [heard(name) for name in PULSES]
    loud = [short_loudness(beat) for beat in beats]
    assert loud == sorted(loud)
    assert (loud[0], loud[-1]) == pytest.approx((-18.8, -16.1), abs=0.4)
    centres = [centre(beat[: RATE // 10]) for beat in beats]
    assert centres == sorted(centres)


def centre(samples: Samples) -> float:
    """The centre of the spectrum in hertz."""
    power = np.abs(np.fft.rfft(samples.mean(axis=1))) ** 2
    return float((power * np.fft.rfftfreq(len(samples), 1 / RATE)).sum() / power.sum())


@pytest.mark.parametrize("name", KEYS)
def test_what_is_heard_all_the_time_is_quieter(name: str) -> None:
    assert -24 < short_loudness(heard(name)) < -19


@pytest.mark.parametrize("name", TICKS)
def test_ticks_stay_below_what_they_accompany(name: str) -> None:
    assert -26 < short_loudness(heard(name)) < -23


@pytest.mark.parametrize("heat", [0.0, 0.5, 0.9])
def test_the_pulse_of_the_last_seconds_stands_clear_of_the_music(
    heat: float, layers: dict[str, Samples]
) -> None:
    """From the second beat on, at the usual volumes, in the tenth of a second in which it sounds."""
    mood, usual = Mood(heat, True), Volumes()
    beat = heard("pulse_9")[: RATE // 10] * usual.effects_level
    before = Mix(layers=layers_for(mood), level=usual.music_level)
    gains = before.after(1_000, layers_for(mood, counted=True), usual.music_level, RECEDE_MS).heard
    under = sum(gain * layers[name] for gain, name in zip(gains, LAYERS, strict=True))
    assert level(beat) - usual_level(under) > 6
    assert level(on_small_speakers(beat)) - usual_level(on_small_speakers(under)) > 8


def usual_level(samples: Samples) -> float:
    """Of the tenths of a second at the start of each second, the one in the middle."""
    return float(np.median([level(second[: RATE // 10]) for second in samples.reshape(-1, RATE, 2)]))
