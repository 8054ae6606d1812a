"""From light to a photograph: bloom, vignette, tone, grain; knows nothing of what is in the picture."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from plate.camera import View
from plate.light import Array, bloom, blur, generator, single

_LAYERS = ((1, 1.6, 0.30), (2, 5.0, 0.22), (4, 14.0, 0.20), (8, 40.0, 0.17), (16, 110.0, 0.10))


def developed(picture: Array, light: Array, view: View) -> npt.NDArray[np.uint8]:
    """The finished picture, 8 bits a channel, sRGB."""
    layers = [(times, sigma * view.unit, strength) for times, sigma, strength in _LAYERS]
    scene = (picture + light + bloom(np.minimum(light, 6.0), layers)) * _vignette(view)[..., None]
    value = _encoded(_toned(scene))
    value = 255 * value + _grain(value, view)
    return np.clip(np.round(value), 0, 255).astype(np.uint8)


def _vignette(view: View) -> Array:
    """Darker towards the corners and at the lower edge, where the nearest hill lies."""
    across = np.linspace(-1, 1, view.width, dtype=np.float32)[None, :]
    down = np.linspace(-1, 1, view.height, dtype=np.float32)[:, None]
    corner = 1 - 0.42 * np.clip((across**2 + 0.8 * down**2) / 1.8, 0, 1) ** 1.3
    lower = 1 - 0.62 * np.clip((down - 0.62) / 0.38, 0, 1) ** 1.5
    return single(corner * lower)


def _toned(scene: Array) -> Array:
    """Bright light rolls off like film; what is very bright bleeds towards white."""
    peak = scene.max(-1, keepdims=True)
    white = np.clip((peak - 0.9) / 5, 0, 0.55)
    return single(1 - np.exp(-(scene * (1 - white) + peak * white)))


def _encoded(value: Array) -> Array:
    value = np.clip(value, 0, 1)
    return np.where(value <= 0.0031308, 12.92 * value, 1.055 * value ** (1 / 2.4) - 0.055).astype(np.float32)


def _grain(value: Array, view: View) -> Array:
    """Fine grain, the same in all channels: it also hides the steps of a smooth dark sky."""
    rng = generator(90)
    rough = blur(rng.normal(0, 1, (*value.shape[:2], 1)).astype(np.float32), 0.9 * view.unit)
    fine = rng.triangular(-1, 0, 1, value.shape).astype(np.float32)
    level = value.mean(-1, keepdims=True)
    strength = 0.9 + 2.2 * np.sqrt(np.clip(level, 0, 1)) * (1 - level)
    return single(strength * rough / rough.std() * 0.5 + 0.8 * fine)
