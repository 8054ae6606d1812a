"""What flies: aircraft in line for the runway, a police helicopter and its beam; knows no ground."""

from __future__ import annotations

import numpy as np

from plate.camera import View
from plate.light import Array, add_points

# (x, y) in fractions of the picture, and strength: landing lights in line, the nearest the brightest.
_LINE = (
    (0.878, 0.345, 2.6),
    (0.918, 0.388, 1.5),
    (0.948, 0.421, 0.85),
    (0.971, 0.446, 0.5),
    (0.988, 0.464, 0.3),
)
_HELICOPTER = (0.541, 0.405)
_TARGET = (0.513, 0.603)


def add_aircraft(light: Array, view: View) -> None:
    """Landing lights as white points, each with a faint red one beside it."""
    spots = np.array(_LINE, np.float32)
    x, y = spots[:, 0] * view.width, spots[:, 1] * view.height
    power = spots[:, 2:] * view.unit**2
    add_points(light, x, y, power * np.array((1.0, 0.95, 0.86), np.float32))
    add_points(
        light, x + 3.4 * view.unit, y + 0.8 * view.unit, 0.16 * power * np.array((1, 0.1, 0.06), np.float32)
    )


def add_helicopter(light: Array, view: View) -> None:
    """A small dark machine is not seen; its beam is, widening and fading towards the street."""
    (x0, y0), (x1, y1) = ((x * view.width, y * view.height) for x, y in (_HELICOPTER, _TARGET))
    rows, columns = np.mgrid[int(y0) : int(y1), int(x1) - 60 : int(x0) + 40].astype(np.float32)
    along = (rows - y0) / (y1 - y0)
    middle, half = x0 + (x1 - x0) * along, (1.2 + 13 * along) * view.unit
    beam = np.clip(1 - ((columns - middle) / half) ** 2, 0, 1) ** 1.5
    strength = 0.035 * beam * (1.25 - along) / (0.25 + along)
    light[int(y0) : int(y1), int(x1) - 60 : int(x0) + 40] += strength[..., None] * np.array((0.72, 0.88, 1.0))
    place = np.array([[x0], [y0]], np.float32)
    add_points(light, place[0], place[1], np.array([[1.6, 1.7, 1.8]], np.float32) * view.unit**2)
    add_points(
        light, place[0] + 5 * view.unit, place[1] - 1, np.array([[1.2, 0.1, 0.05]], np.float32) * view.unit**2
    )
