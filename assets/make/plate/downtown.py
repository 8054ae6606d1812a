"""The towers set into the picture, with the mist at their feet; knows no streets."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plate.camera import View
from plate.facade import Drawing, draw
from plate.light import Array, shrink
from plate.skyline import BASE, CENTRE, Tower, towers

_FINER = 2  # drawn this many times larger, then averaged down: clean edges


@dataclass(frozen=True, slots=True)
class Spark:
    """A light the running game may play with: place in pixels, its kind, and its tower's tint."""

    x: float
    y: float
    kind: str  # window, beacon
    colour: tuple[float, float, float]


def add_downtown(picture: Array, light: Array, view: View) -> list[Spark]:
    """Draws all towers, farthest first, over `picture` and `light`; returns their liveliest lights."""
    sparks: list[Spark] = []
    for tower in towers():
        drawing = draw(tower, _FINER * view.unit)
        x = CENTRE * view.width + tower.x * view.unit - drawing.cover.shape[1] / _FINER / 2
        y = view.horizon + (BASE + tower.below) * view.unit - drawing.foot / _FINER
        shown = _place(picture, light, drawing, int(x), int(y))
        if shown:
            sparks = [s for s in sparks if not _hides(s, drawing, int(x), int(y))]
            sparks += _sparks(tower, drawing, int(x), int(y), view)
    return sparks


def _place(picture: Array, light: Array, drawing: Drawing, x: int, y: int) -> bool:
    """Lays one drawing over the picture with its upper left corner at (x, y); False if it is not inside."""
    cover, body, glow = (_smaller(layer) for layer in (drawing.cover[..., None], drawing.body, drawing.light))
    height, width = cover.shape[:2]
    if x < 0 or y < 0 or x + width > picture.shape[1] or y + height > picture.shape[0]:
        return False
    where = (slice(y, y + height), slice(x, x + width))
    picture[where] = picture[where] * (1 - cover) + body * cover
    light[where] = light[where] * (1 - cover) + glow
    return True


def _smaller(layer: Array) -> Array:
    return shrink(layer, _FINER)


def _hides(spark: Spark, drawing: Drawing, x: int, y: int) -> bool:
    row, column = int((spark.y - y) * _FINER), int((spark.x - x) * _FINER)
    inside = 0 <= row < drawing.cover.shape[0] and 0 <= column < drawing.cover.shape[1]
    return inside and bool(drawing.cover[row, column] > 0.2)


def _sparks(tower: Tower, drawing: Drawing, x: int, y: int, view: View) -> list[Spark]:
    found = [Spark(x + u / _FINER, y + v / _FINER, "window", tower.tint) for u, v in drawing.windows.tolist()]
    if tower.beacon:
        middle = x + drawing.cover.shape[1] / _FINER / 2
        top = y + (drawing.foot / _FINER) - (tower.height + tower.mast) * view.unit
        found.append(Spark(middle, top, "beacon", (1.0, 0.23, 0.19)))
    return found


def mist(view: View) -> Array:
    """Street-lit haze over the plain and the feet of the towers, to be laid over all; linear light."""
    rows = (np.arange(view.height, dtype=np.float32) - view.horizon) / view.unit
    across = np.arange(view.width, dtype=np.float32) / view.width
    thick = np.exp(-(((rows - 4) / np.where(rows < 4, 30, 46)) ** 2))[:, None]
    town = 0.55 + 0.60 * np.exp(-(((across - CENTRE) / 0.20) ** 2))[None, :]
    return ((thick * town)[..., None] * np.array((0.058, 0.030, 0.014), np.float32)).astype(np.float32)
