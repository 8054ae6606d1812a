"""Sound on a ring, where the last sample is followed by the first; knows nothing of melodies or files."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from sound_voice import RATE, Sound, band, noise, samples

LENGTH = 40.0  # seconds: 8 bars of 5 beats, one beat a second
SIZE = samples(LENGTH)


def empty() -> Sound:
    """Silence, stereo, once around."""
    return np.zeros((SIZE, 2))


def place(ring: Sound, sound: Sound, at: float, gain: float = 1.0) -> None:
    """Add a stereo sound, at most once around, from `at` seconds; past the end it goes on at the start."""
    where = (samples(at) + np.arange(len(sound))) % SIZE
    ring[where] += gain * sound


def swell(at: float, rise: float, hold: float, fall: float) -> Sound:
    """An envelope around the ring: up over `rise` seconds from `at`, level, and down again; half cosines."""
    since = (np.arange(SIZE) / RATE - at) % LENGTH
    up = np.clip(since / rise, 0.0, 1.0)
    down = np.clip((rise + hold + fall - since) / fall, 0.0, 1.0)
    return np.asarray(0.25 * (1 - np.cos(np.pi * up)) * (1 - np.cos(np.pi * down)), dtype=np.float64)


def drift(seed: int, slowest: int = 1, fastest: int = 5) -> Sound:
    """A slow wandering curve between about -1 and 1, made of whole turns around the ring."""
    random = np.random.RandomState(seed)
    angle = 2.0 * np.pi * np.arange(SIZE) / SIZE
    turns = range(slowest, fastest + 1)
    curve = sum(np.sin(n * angle + 2.0 * np.pi * random.random_sample()) for n in turns)
    return np.asarray(curve / np.sqrt(len(turns)), dtype=np.float64)


def hiss(seed: int, low: float, high: float) -> Sound:
    """Stereo noise between two frequencies that has no seam: noise by spectrum is a ring already."""
    return np.stack([noise(LENGTH, seed, low, high), noise(LENGTH, seed + 1, low, high)], axis=1)


def choir(
    hertz: float, strength: Callable[[int], float], spread: float, seed: int, width: float = 1.0
) -> Sound:
    """A tone of many players: each harmonic is a hump of the spectrum with random phases, so it has no seam.

    `strength(n)` is harmonic n's amplitude, `spread` the hump's half width in cents, `width` 0 (mono) to 1.
    """
    bins = np.arange(SIZE // 2 + 1) / LENGTH
    humps = np.zeros_like(bins)
    for n in range(1, int(16_000.0 / hertz) + 1):
        half = n * hertz * (2.0 ** (spread / 1200.0) - 1.0)
        humps += strength(n) / np.sqrt(half) * np.exp(-0.5 * ((bins - n * hertz) / half) ** 2)
    random = np.random.RandomState(seed)
    middle = random.uniform(-np.pi, np.pi, len(bins))
    sides = [middle + width * random.uniform(-np.pi, np.pi, len(bins)) for _ in range(2)]
    out = np.stack([np.fft.irfft(humps * np.exp(1j * side), SIZE) for side in sides], axis=1)
    return np.asarray(out / np.sqrt(np.mean(out**2)), dtype=np.float64)


def passing(ring: Sound, low: float, high: float) -> Sound:
    """The ring with only what lies between two frequencies."""
    passes = band(SIZE, low, high)
    return np.asarray(
        np.fft.irfft(np.fft.rfft(ring, axis=0) * passes[:, None], SIZE, axis=0), dtype=np.float64
    )


def opened(ring: Sound, edges: tuple[float, float, float], opening: Sound) -> Sound:
    """The ring from the first edge to between the other two (hertz), as far as `opening` (0 to 1) lets it."""
    low, dark, bright = edges
    muted = passing(ring, low, dark)
    return muted + (passing(ring, low, bright) - muted) * np.clip(opening, 0.0, 1.0)[:, None]


def echoes(ring: Sound, delay: float, keeps: float, times: int) -> Sound:
    """The ring plus repeats `delay` seconds apart that change sides, each `keeps` times the last."""
    out = ring.copy()
    for n in range(1, times + 1):
        again = np.roll(ring, samples(n * delay), axis=0)
        out += keeps**n * (again[:, ::-1] if n % 2 else again)
    return out


def hall(ring: Sound, seed: int, reach: float, wet: float, dark: float) -> Sound:
    """The ring in a hall that dies down by 60 dB in `reach` seconds and passes little above `dark` hertz."""
    tail = hiss(seed, 120.0, dark) * np.exp(-6.9 * np.arange(SIZE) / RATE / reach)[:, None]
    tail /= np.sqrt(np.sum(tail**2, axis=0))
    spectrum = np.fft.rfft(ring, axis=0) * np.fft.rfft(tail, axis=0)
    return np.asarray(ring + wet * np.fft.irfft(spectrum, SIZE, axis=0), dtype=np.float64)
