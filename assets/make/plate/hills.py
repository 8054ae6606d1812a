"""The ridges behind the city, one paler than the next; knows nothing of what stands before them."""

from __future__ import annotations

import numpy as np

from plate.camera import View
from plate.light import Array, generator, linear, noise, single, smoothstep

# (seed part, height in pixels of 1440, detail, colour at the crest, share of the sky that shines through)
_RIDGES = ((11, 78, 3.2, "#131F36", 0.66), (12, 50, 4.6, "#101A2C", 0.50), (13, 27, 7.0, "#0F1520", 0.42))


def add_ridges(picture: Array, view: View) -> None:
    """Lays three ridges over the sky, farthest first; mist gathers at their feet."""
    rows = np.arange(view.height, dtype=np.float32)[:, None]
    for part, rise, detail, colour, clear in _RIDGES:
        crest = view.horizon - rise * view.unit * ridge_line(view, part, detail)[None, :]
        cover = np.clip(rows - crest + 0.5, 0, 1)
        cover[int(view.horizon) :] = 0
        foot = smoothstep(0, 1, (rows - crest) / (view.horizon - crest + 1))
        keep = cover * (1 - clear) * (1 - 0.75 * foot)
        picture *= (1 - keep)[..., None]
        picture += keep[..., None] * linear(colour)


def ridge_line(view: View, part: int, detail: float) -> Array:
    """Heights of a ridge from 0 to about 1 along the width: broad backs, small ravines, low in the middle."""
    across = (np.arange(view.width) / view.width).astype(np.float32)
    shape = noise(across * detail, np.full_like(across, part * 3.7), generator(part), 6)
    edge = 0.55 + 0.75 * np.abs(across - 0.52) ** 0.8
    return single(np.clip((shape - 0.22) * 1.55 * edge, 0.02, 1.2))
