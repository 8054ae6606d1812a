"""One-shot sounds as arrays of numbers: tones, thumps, noises, rooms; knows no file and no game."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

RATE = 48_000
Sound: TypeAlias = NDArray[np.float64]  # mono: (samples,); stereo: (samples, 2); full scale is 1.0
Mode: TypeAlias = tuple[float, float, float]  # hertz, amplitude, seconds until it has fallen to 1/e


def samples(seconds: float) -> int:
    """How many samples last that many seconds."""
    return round(seconds * RATE)


def clock(seconds: float) -> Sound:
    """The time of each sample, in seconds from 0."""
    return np.arange(samples(seconds), dtype=np.float64) / RATE


def note(midi: float) -> float:
    """Hertz of a MIDI note number (69 is A4, 440 Hz)."""
    return float(440.0 * 2.0 ** ((midi - 69.0) / 12.0))


def ending(seconds: float) -> Sound:
    """An envelope of 1 that sinks to 0 over the last fifth, so that a sound cut short leaves no click."""
    left = np.clip((seconds - clock(seconds)) / (0.2 * seconds), 0.0, 1.0)
    return np.asarray(0.5 - 0.5 * np.cos(np.pi * left), dtype=np.float64)


def struck(seconds: float, attack: float, tau: float) -> Sound:
    """An envelope that rises over `attack` seconds, falls to 1/e every `tau` seconds, and ends at 0."""
    t = clock(seconds)
    rise: Sound = np.minimum(1.0, t / attack)
    return rise * np.exp(-np.maximum(0.0, t - attack) / tau) * ending(seconds)


def swelling(seconds: float, top: float, sharpness: float = 2.0) -> Sound:
    """An envelope that grows from 0 to 1 at `top` seconds and sinks to 0 at the end."""
    t = clock(seconds)
    way = np.minimum(t / top, (seconds - t) / (seconds - top))
    return np.asarray(np.sin(0.5 * np.pi * np.clip(way, 0.0, 1.0)) ** sharpness, dtype=np.float64)


def modes(seconds: float, parts: Sequence[Mode]) -> Sound:
    """A struck solid body: damped sines, all hit at the same moment."""
    t = clock(seconds)
    out = np.zeros_like(t)
    for hertz, amplitude, tau in parts:
        out += amplitude * np.sin(2.0 * np.pi * hertz * t) * np.exp(-t / tau)
    return out * ending(seconds)


def glide(seconds: float, start: float, end: float, tau: float, harmonics: int = 1) -> Sound:
    """A tone that slides from `start` to `end` hertz; more harmonics (each 1/n^1.5) make it rougher."""
    t = clock(seconds)
    turns = end * t + (start - end) * tau * (1.0 - np.exp(-t / tau))
    out = np.zeros_like(t)
    for n in range(1, harmonics + 1):
        out += np.sin(2.0 * np.pi * n * turns) / n**1.5
    return out


def thump(seconds: float, start: float, end: float, tau: float) -> Sound:
    """A soft drum: a falling tone whose second harmonic lets small speakers carry it."""
    tone = glide(seconds, start, end, 0.025) + 0.35 * glide(seconds, 2 * start, 2 * end, 0.025)
    return tone * struck(seconds, 0.003, tau)


def noise(seconds: float, seed: int, low: float, high: float) -> Sound:
    """Noise between two frequencies in hertz, with soft edges an octave wide, its mean square 1."""
    count = samples(seconds)
    # RandomState's stream is frozen across numpy versions, Generator's is not.
    spectrum = np.fft.rfft(np.random.RandomState(seed).standard_normal(count))
    spectrum *= band(count, low, high)
    out = np.fft.irfft(spectrum, count)
    return np.asarray(out / np.sqrt(np.mean(out**2)), dtype=np.float64)


def band(count: int, low: float, high: float) -> Sound:
    """How much of each frequency of `count` samples passes: all from `low` to `high`, none an octave away."""
    octaves = np.log2(np.maximum(np.fft.rfftfreq(count, 1.0 / RATE), 1e-3))
    below = np.clip(octaves - np.log2(low) + 1.0, 0.0, 1.0)
    above = np.clip(np.log2(high) + 1.0 - octaves, 0.0, 1.0)
    return np.asarray(np.sin(0.5 * np.pi * below) ** 2 * np.sin(0.5 * np.pi * above) ** 2, dtype=np.float64)


def filtered(sound: Sound, low: float, high: float) -> Sound:
    """The sound with only what lies between two frequencies; the array may be mono or stereo."""
    count = len(sound)
    passes = band(2 * count, low, high)
    spectrum = np.fft.rfft(sound, 2 * count, axis=0)
    shaped = spectrum * (passes if sound.ndim == 1 else passes[:, None])
    return np.asarray(np.fft.irfft(shaped, 2 * count, axis=0)[:count], dtype=np.float64)


def lamp(hertz: float, seconds: float, hardness: float = 1.0) -> Sound:
    """The game's own voice: like an electric piano, by frequency modulation, with a short glassy start."""
    t = clock(seconds)
    ring = np.exp(-t / (260.0 / hertz + 0.25))
    body = np.sin(2 * np.pi * hertz * t + 1.1 * hardness * np.exp(-t / 0.35) * np.sin(2 * np.pi * hertz * t))
    glass = np.sin(2 * np.pi * 7.01 * hertz * t) * np.exp(-t / 0.05)
    return np.asarray((body + 0.06 * hardness * glass) * ring * struck(seconds, 0.004, 1e9), dtype=np.float64)


def warm(sound: Sound, drive: float) -> Sound:
    """Soft saturation; the more drive, the rounder the peaks. Silence stays silence."""
    return np.asarray(np.tanh(drive * sound) / np.tanh(drive), dtype=np.float64)


def pan(mono: Sound, place: float | Sound = 0.0) -> Sound:
    """Mono to stereo with equal power; place runs from -1 (left) to 1 (right) and may change with time."""
    angle = (np.asarray(place, dtype=np.float64) + 1.0) * np.pi / 4.0
    return np.stack([mono * np.cos(angle), mono * np.sin(angle)], axis=1)


def stack(seconds: float, parts: Sequence[tuple[float, float, Sound]]) -> Sound:
    """Sounds laid over one another: (start in seconds, gain, mono or stereo); stereo, cut at `seconds`."""
    out = np.zeros((samples(seconds), 2))
    for start, gain, part in parts:
        stereo = part if part.ndim == 2 else pan(part)
        first = samples(start)
        piece = stereo[: max(0, len(out) - first)]
        out[first : first + len(piece)] += gain * piece
    return out


def room(sound: Sound, seed: int, reach: float, wet: float) -> Sound:
    """The stereo sound in a small dark room that is 60 dB down after `reach` seconds; same length."""
    tail = np.stack([noise(reach, seed, 250.0, 3500.0), noise(reach, seed + 1, 250.0, 3500.0)], axis=1)
    tail *= np.exp(-6.9 * clock(reach) / reach)[:, None]
    tail /= np.sqrt(np.sum(tail**2, axis=0))
    size = len(sound) + len(tail)
    spectrum = np.fft.rfft(sound, size, axis=0) * np.fft.rfft(tail, size, axis=0)
    return np.asarray(sound + wet * np.fft.irfft(spectrum, size, axis=0)[: len(sound)], dtype=np.float64)
