"""What really reaches the device, taken from SDL through a pipe: layers in step, ducking, no clicks."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pygame
import pytest

from quizgame.resources import assets
from quizgame.screen.mix import Volumes
from quizgame.screen.music import CALM, LAYERS
from quizgame.screen.scene import Mood
from quizgame.screen.sound import BUFFER, Mixer, Sound
from tests.listening import file_of

if sys.platform != "linux":
    pytest.skip("pipes of a chosen size are Linux’s", allow_module_level=True)
import fcntl

np = pytest.importorskip("numpy", reason="measuring sounds needs numpy")
soundfile = pytest.importorskip("soundfile", reason="measuring sounds needs soundfile")

SOUNDS = assets() / "sounds"
USUAL = Volumes()
RATE = 48_000
FRAME = 4  # bytes of a stereo sample
PIPE = 4096  # bytes: so little is on its way that the device waits for its reader
UNDERWAY = 2 * PIPE // FRAME  # samples in the pipe, and in the buffer before it

ATTACK = RATE // 200  # an effect fades in over its first 5 ms

Samples = Any  # numpy may be missing here, and then so are its types


class Tape:
    """A device that takes no more than is read from it; how much that is, is the time."""

    def __init__(self, pipe: Path) -> None:
        os.mkfifo(pipe)
        self._reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        fcntl.fcntl(self._reader, fcntl.F_SETPIPE_SZ, PIPE)
        self.mixer = Mixer(SOUNDS)
        os.set_blocking(self._reader, True)
        self._taken = bytearray()

    @property
    def taken(self) -> int:
        """Samples so far."""
        return len(self._taken) // FRAME

    @property
    def now(self) -> int:
        """The same in milliseconds."""
        return self.taken * 1000 // RATE

    def play(self, ms: int, mood: Mood, volumes: Volumes = USUAL, *sounds: str) -> None:
        """Let frames pass, one for each buffer."""
        end, due = self.now + ms, sounds
        while self.now < end:
            self.mixer.frame(due, mood, volumes, self.now)
            due = ()
            more = os.read(self._reader, BUFFER * FRAME)
            assert more, "the device has ended"
            self._taken += more

    def pull_out(self) -> None:
        """The device is gone."""
        if self._reader >= 0:
            os.close(self._reader)
        self._reader = -1

    def samples(self) -> Samples:
        return np.frombuffer(bytes(self._taken), np.int16).reshape(-1, 2) / 32768


@pytest.fixture
def tape(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Tape]:
    pipe = tmp_path / "heard"
    monkeypatch.setenv("SDL_AUDIODRIVER", "disk")
    monkeypatch.setenv("SDL_DISKAUDIOFILE", str(pipe))
    monkeypatch.setenv("SDL_DISKAUDIODELAY", "0")
    tape = Tape(pipe)
    yield tape
    tape.pull_out()
    tape.mixer.close()


def layer(name: str) -> Samples:
    return soundfile.read(file_of(name))[0].mean(axis=1)


def begun(heard: Samples, name: str) -> int:
    """At which sample a layer began, found by where its file fits what was heard."""
    ring = layer(name)
    spectrum = np.fft.rfft(ring) * np.conj(np.fft.rfft(heard, len(ring)))
    return int(-np.argmax(np.fft.irfft(spectrum)) % len(ring))


def level(heard: Samples, start_ms: int, end_ms: int) -> float:
    """In decibels."""
    piece = heard[start_ms * RATE // 1000 : end_ms * RATE // 1000]
    return float(10 * np.log10(np.mean(piece**2) + 1e-12))


def hiss(samples: Samples) -> Samples:
    """The energy above 8 kHz, where a click shows and the music has next to nothing, in each 5 ms."""
    spectrum = np.fft.rfft(samples)
    spectrum[: 8000 * len(samples) // RATE] = 0
    high = np.fft.irfft(spectrum, len(samples)) ** 2
    return high[: len(high) // 240 * 240].reshape(-1, 240).sum(axis=1)


def test_a_run_begins_with_all_layers_in_step_and_without_a_click(tape: Tape) -> None:
    tape.play(2000, Mood())
    for name in LAYERS:
        tape.mixer._decoder.sound(name)
    tape.play(3000, Mood(0.0, True))
    tape.play(4000, Mood(1.0, True))
    tape.play(1000, Mood(hushed=True))
    heard = tape.samples().mean(axis=1)
    hot = heard[6 * RATE : 9 * RATE]
    offsets = {begun(hot, name) for name in (CALM, *LAYERS)}
    assert max(offsets) - min(offsets) <= 512, "so short a time that nobody hears it"
    assert hiss(heard).max() < 4 * max(hiss(layer(name)).max() for name in LAYERS)


def test_what_is_decoded_while_it_plays_goes_round_without_a_gap(tape: Tape) -> None:
    tape.play(44_000, Mood(), Volumes(music=100))
    heard, bed = tape.samples().mean(axis=1)[2 * RATE :], layer(CALM)
    seam = begun(heard[: 30 * RATE], CALM)
    assert RATE < seam < len(heard) - RATE
    around = heard[seam - RATE : seam + RATE]
    same = np.concatenate([bed[-RATE:], bed[:RATE]])
    gain = (around @ same) / (same @ same)
    assert np.abs(around - gain * same).max() < 0.001


def test_music_is_down_by_six_decibels_while_an_effect_speaks_and_comes_back(tape: Tape) -> None:
    calm, faint = Mood(), Volumes(music=100, effects=1)
    tape.play(6000, calm, faint)
    start = tape.now
    tape.play(3000, calm, faint, "record")
    heard, bed = tape.samples().mean(axis=1), layer(CALM)
    first = begun(heard[2 * RATE : 6 * RATE], CALM) + 2 * RATE
    same = np.roll(bed, first)[: len(heard)]

    def gain(after_ms: int) -> float:
        return level(heard, start + after_ms, start + after_ms + 250) - level(
            same, start + after_ms, start + after_ms + 250
        )

    assert gain(600) - gain(-500) == pytest.approx(-6, abs=0.7)
    assert gain(-500) == pytest.approx(gain(-1500), abs=0.5)
    assert gain(2700) > gain(600) + 2


def test_an_effect_is_heard_within_two_buffers_of_its_cue(tape: Tape) -> None:
    tape.play(300, Mood(), Volumes(music=0))
    asked = tape.taken
    tape.play(500, Mood(), Volumes(music=0), "right")
    sounding = np.flatnonzero(np.abs(tape.samples()).max(axis=1) > 0.0005)
    assert 0 <= sounding[0] - asked <= UNDERWAY + 2 * BUFFER + ATTACK


def test_a_device_that_vanishes_is_noticed_and_the_game_goes_on(tape: Tape) -> None:
    """SDL itself tells of it: nothing is made up here but the device."""
    pygame.display.init()
    sound = Sound(SOUNDS)
    sound._mixer, sound._opened = tape.mixer, True
    tape.play(100, Mood())
    pygame.event.clear()
    tape.pull_out()
    gone = pygame.Event(pygame.NOEVENT)
    for _ in range(500):
        gone = pygame.event.wait(20)
        if gone.type == pygame.AUDIODEVICEREMOVED:
            break
    os.environ["SDL_AUDIODRIVER"] = "dummy"
    sound.notice(gone)
    assert sound._mixer is not None
    assert sound._mixer is not tape.mixer
    sound.close()
