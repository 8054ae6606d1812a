"""The bank vault: a round door of steel stands open, cold light falls out of it; knows no rays."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from plate.light import Array
from stills.groups import Group
from stills.paints import brushed, drawers, tiled, worn
from stills.scene import Lamp, Place
from stills.solids import Box, Cylinder, Hollow, Pierced, Rod, Solid
from stills.still import Alive, Camera, Still

_COLD = (0.62, 0.88, 1.0)
_ICE = (0.80, 0.94, 1.0)
_OPENING = (1.35, 1.52, 1.28)  # x, y and radius of the way in
_WALL = 5.6

# Dust in the light: top, bottom, what it adds at its thickest, widths of the picture a minute.
_HAZE = ((0.22, 0.58, "#101317", 0.16),)


def still() -> Still:
    """The vault from the corridor before it."""
    groups = (_corridor(), _way_in(), _inside(), _door())
    place = Place(groups, _lamps(), _dark, fill=(0.004, 0.007, 0.011), haze=0.004)
    camera = Camera(eye=(-0.75, 1.42, 0.0), look=(0.55, 1.18, 5.0), wide=1.02, lens=0.022, focus=5.0)
    return Still(place, camera, (), _alive(), _HAZE, exposure=1.15, soft=1.3, rays=24)


def _dark(d: Array) -> Array:
    return np.zeros_like(d)


def _corridor() -> Group:
    floor = tiled((0.10, 0.11, 0.12), (0.07, 0.075, 0.085), 0.9, 0.06, 0.22)
    stone = worn((0.10, 0.105, 0.115), 1.3, 0.25)
    return Group(
        (
            Box((-6, -1, -3), (6, 0, _WALL + 0.4), floor),
            Box((-6, 3.3, -3), (6, 4, _WALL + 0.4), stone),
            Box((-4.2, 0, -3), (-3.7, 3.3, _WALL), drawers((0.34, 0.37, 0.40), (0.42, 0.26), 0.35, 0.4)),
            Box((5.2, 0, -3), (5.6, 3.3, _WALL), stone),
        )
    )


def _way_in() -> Group:
    x, y, radius = _OPENING
    steel = brushed((0.50, 0.54, 0.58), 0.42, (x, y), 0.55)
    rim = brushed((0.66, 0.70, 0.74), 0.26, (x, y), 0.7)

    def gone(p: Array) -> Array:
        inside: Array = np.hypot(p[0] - x, p[1] - y) < radius
        return inside

    wall = worn((0.17, 0.18, 0.20), 1.1, 0.2, mirror=0.3, rough=0.5, metal=0.7)
    things: list[Solid] = [Pierced(Box((-6, 0, _WALL), (6, 3.3, _WALL + 0.02), wall), gone)]
    for reach, front in ((0.44, 0.05), (0.30, 0.12), (0.13, 0.17)):
        ring = Cylinder((x, y, _WALL), radius + reach, front, 2, rim if reach < 0.2 else steel)
        things.append(Pierced(ring, gone))
    things.append(
        Pierced(Hollow(Cylinder((x, y, _WALL + 0.25), radius, 0.55, 2, rim)), lambda p: p[2] > _WALL + 0.79)
    )
    for angle in np.arange(0, 2 * np.pi, np.pi / 14).tolist():
        bolt = (x + (radius + 0.37) * np.cos(angle), y + (radius + 0.37) * np.sin(angle), _WALL - 0.08)
        things.append(Cylinder(bolt, 0.035, 0.03, 2, rim))
    return Group(tuple(things))


def _inside() -> Group:
    boxes = drawers((0.42, 0.45, 0.48), (0.36, 0.22), 0.45, 0.33)
    room = Pierced(
        Hollow(Box((-1.2, 0.0, _WALL + 0.7), (4.0, 2.9, _WALL + 4.2), boxes)), lambda p: p[2] < _WALL + 0.72
    )
    return Group((room,))


def _door() -> Group:
    """The door, swung open to the right: a thick disc with its bolts drawn back."""
    radius = _OPENING[2] - 0.03
    steel = brushed((0.58, 0.62, 0.66), 0.30, (0, 0), 0.65)
    dark = brushed((0.30, 0.33, 0.36), 0.38, (0, 0), 0.5)
    brass = brushed((0.72, 0.55, 0.30), 0.28, (0, 0), 0.6)
    things: list[Solid] = [
        Cylinder((0, 0, 0), radius + 0.08, 0.10, 2, steel),
        Cylinder((0, 0, 0.22), radius, 0.20, 2, dark),
        Cylinder((0, 0, -0.12), radius - 0.12, 0.03, 2, dark),
        Cylinder((0, 0, -0.15), radius - 0.34, 0.04, 2, steel),
        Cylinder((0, 0, -0.2), 0.26, 0.06, 2, steel),
        Cylinder((0, 0, -0.3), 0.10, 0.08, 2, brass),
    ]
    for angle in np.arange(0, 2 * np.pi, np.pi / 12).tolist():
        c, s = float(np.cos(angle)), float(np.sin(angle))
        things.append(
            Rod(
                (c * (radius - 0.05), s * (radius - 0.05), 0.26),
                (c * (radius + 0.07), s * (radius + 0.07), 0.26),
                0.055,
                steel,
            )
        )
    things += _wheel(0.40)
    x, y, _ = _OPENING
    return Group(tuple(things), (x + 2.16, y, _WALL - 1.2), 1.02)


def _wheel(radius: float) -> list[Solid]:
    """The hand wheel with five spokes."""
    paint = brushed((0.62, 0.66, 0.70), 0.22, (0, 0), 0.7)
    rim = [(radius * np.cos(a), radius * np.sin(a), -0.36) for a in np.linspace(0, 2 * np.pi, 25).tolist()]
    things: list[Solid] = [Rod(a, b, 0.022, paint) for a, b in pairwise(rim)]
    for angle in np.arange(0.3, 2 * np.pi, 2 * np.pi / 5).tolist():
        end = (1.25 * radius * float(np.cos(angle)), 1.25 * radius * float(np.sin(angle)), -0.36)
        things.append(Rod((0, 0, -0.36), end, 0.02, paint))
    return things


def _lamps() -> tuple[Lamp, ...]:
    x, y, _ = _OPENING
    inside = Lamp((x + 0.1, 2.6, _WALL + 2.2), _ICE, 26.0, (1.6, 0.05, 1.6), (0, -1, -0.3), 0.6, halo=0.0)
    shaft = Lamp((x, y + 0.5, _WALL + 1.4), _ICE, 7.0, (0.6, 0.3, 0.3), (0, -0.25, -1), 1.0, halo=0.12)
    strip = Lamp((1.0, 3.2, 2.6), _COLD, 3.4, (0.3, 0.05, 2.6), (0, -1, 0.15), 1.0, halo=0.0)
    edge = Lamp((4.9, 2.6, 2.2), (1.0, 0.58, 0.24), 2.6, (0.1, 0.5, 0.8), halo=0.0)
    return inside, shaft, strip, edge


def _alive() -> tuple[Alive, ...]:
    """A lamp on the frame that tells the alarm is on, and the light in the way in."""
    x, y, radius = _OPENING
    place = x - 0.94 * (radius + 0.37), y - 0.34 * (radius + 0.37), _WALL - 0.16
    alarm = Alive("beacon", place, 0.02, (1.0, 0.1, 0.06))
    return (alarm, Alive("glow", (x, y + 0.5, _WALL + 1.4), 0.4))
