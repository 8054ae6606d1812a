"""Sounds as numbers: reads the shipped ones and measures how loud and how high they are; knows no test."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from quizgame.resources import assets
from quizgame.screen.mix import layers_for
from quizgame.screen.music import CALM
from quizgame.screen.scene import Mood

np = pytest.importorskip("numpy", reason="measuring sounds needs numpy")
soundfile = pytest.importorskip("soundfile", reason="measuring sounds needs soundfile")
signal = pytest.importorskip("scipy.signal", reason="measuring sounds needs scipy")
pyloudnorm = pytest.importorskip("pyloudnorm", reason="measuring sounds needs pyloudnorm")

SOUNDS = assets() / "sounds"
RATE = 48_000
LAYERS = (CALM, "bed_tense", "bed_hot")
TURNS = (
    "right", "right_2", "right_3", "wrong", "late", "heat_up", "heat_down", "decide", "stay", "walk",
    "busted", "drop", "record", "getaway", "card", "turn", "title",
)  # fmt: skip
CREW = ("crew_chris", "crew_nate", "crew_trejo", "crew_michael")
CLOCK = ("buzz", "choose", "pause")
PULSES = tuple(f"pulse_{left}" for left in range(10, 0, -1))
KEYS = ("focus", "type", "back")
TICKS = ("open", "count", "sum")
TELLING = TURNS + CREW + CLOCK + PULSES
EFFECTS = TELLING + KEYS + TICKS
SMALL_SPEAKER = signal.butter(4, 300, "highpass", fs=RATE, output="sos")

Samples = Any  # numpy may be missing here, and then so are its types


def file_of(name: str) -> Path:
    """The shipped file of a sound."""
    return SOUNDS / f"{name}.{'flac' if name == CALM else 'ogg'}"


def heard(name: str) -> Samples:
    samples, rate = soundfile.read(file_of(name), always_2d=True)
    assert rate == RATE
    return samples


def decibels(value: float) -> float:
    return float(20 * np.log10(max(value, 1e-9)))


def true_peak(samples: Samples) -> float:
    """The highest point of the curve between the samples, in dBFS: loud places at four times the rate."""
    top, size = np.abs(samples).max(), RATE // 10
    blocks = (samples[max(0, start - 64) : start + size + 64] for start in range(0, len(samples), size))
    loud = [block for block in blocks if np.abs(block).max() > 0.8 * top]
    return decibels(max(np.abs(signal.resample_poly(block, 4, 1)).max() for block in loud))


def short_loudness(samples: Samples) -> float:
    """LUFS in blocks of 0.1 s, gated: how loud an effect is while it sounds."""
    padded = np.concatenate([samples, np.zeros((max(0, RATE // 10 + 1 - len(samples)), 2))])
    return float(pyloudnorm.Meter(RATE, block_size=0.1).integrated_loudness(padded))


def level(samples: Samples) -> float:
    return decibels(float(np.sqrt(np.mean(samples**2))))


def on_small_speakers(samples: Samples) -> Samples:
    """What is left of it on a speaker that carries nothing below 300 Hz."""
    return signal.sosfilt(SMALL_SPEAKER, samples, axis=0)


def mixed(mood: Mood, layers: dict[str, Samples]) -> Samples:
    """The music as the game plays it at full volume once it has followed the mood."""
    return sum(gain * layers[name] for gain, name in zip(layers_for(mood), LAYERS, strict=True))
