"""Brings sounds to their loudness under a ceiling and rounds off their ends; knows not what they mean."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pyloudnorm

from sound_voice import RATE, Sound, filtered, samples

CEILING = 10.0 ** (-5.8 / 20.0)  # two effects at once, and music under them, must fit in full scale
EDGE = 0.004  # seconds of fade at the start of an effect
TAIL = 0.025  # and at its end


def loudness(sound: Sound) -> float:
    """LUFS of a stereo piece of at least 0.4 s, by ITU-R BS.1770 with its gates."""
    return float(pyloudnorm.Meter(RATE).integrated_loudness(sound))


def short_loudness(sound: Sound) -> float:
    """LUFS of a short stereo sound: the same on blocks of 0.1 s, so that its silence does not count."""
    short = samples(0.1) + 1 - len(sound)
    padded = np.concatenate([sound, np.zeros((max(0, short), 2))])
    return float(pyloudnorm.Meter(RATE, block_size=0.1).integrated_loudness(padded))


def true_peak(sound: Sound) -> float:
    """The highest point of the curve through the samples, found at four times the rate."""
    padded = np.concatenate([sound, np.zeros((64, sound.shape[1]))])
    spectrum = np.fft.rfft(padded, axis=0)
    fine = np.fft.irfft(spectrum, 4 * len(padded), axis=0) * 4.0
    return float(np.abs(fine).max())


def bed_at(ring: Sound, target: float, ceiling: float) -> Sound:
    """The ring at `target` LUFS, its highest peaks bent under `ceiling`, so that layers can be added up."""
    return _levelled(ring, target, ceiling, loudness)


def effect_at(sound: Sound, target: float) -> Sound:
    """The effect at `target` short LUFS under the ceiling, exactly silent at both ends."""
    return rounded(_levelled(rounded(filtered(sound, 60.0, 15_000.0)), target, CEILING, short_loudness))


def _levelled(sound: Sound, target: float, ceiling: float, measure: Callable[[Sound], float]) -> Sound:
    gain, out = 1.0, sound
    for _ in range(5):  # bending the peaks costs loudness, so turn up what was lost until both hold
        gain *= 10.0 ** ((target - measure(out)) / 20.0)
        out = limited(gain * sound, ceiling)
    return out


def limited(sound: Sound, ceiling: float) -> Sound:
    """Peaks above two thirds of the ceiling bend softly towards it; what lies below is untouched."""
    knee = ceiling * 0.66
    over = np.maximum(np.abs(sound) - knee, 0.0)
    bent = np.minimum(np.abs(sound), knee) + (ceiling - knee) * np.tanh(over / (ceiling - knee))
    return np.asarray(np.sign(sound) * bent, dtype=np.float64)


def rounded(sound: Sound) -> Sound:
    """The sound with short half-cosine fades, exactly zero at its first and last sample."""
    out = sound.copy()
    for count, piece in ((samples(EDGE), out), (samples(TAIL), out[::-1])):
        piece[:count] *= (0.5 - 0.5 * np.cos(np.pi * np.arange(count) / count))[:, None]
    return out


def in_16_bits(sound: Sound) -> npt.NDArray[np.int16]:
    """The samples as whole numbers: the last digits of a machine's arithmetic must not reach a file."""
    return np.round(np.clip(sound, -1.0, 1.0) * 32767.0).astype(np.int16)
