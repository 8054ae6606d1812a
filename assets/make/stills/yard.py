"""The armored-car yard at night: trucks under sodium lamps on wet asphalt; knows no rays."""

from __future__ import annotations

import numpy as np

from plate.light import Array, generator, gradient, single
from stills.groups import Group, turned
from stills.paints import lamp, plain, ribbed, wet, worn
from stills.scene import Lamp, Place
from stills.solids import Box, Cylinder, Pierced, Point, Rod, Solid, point
from stills.still import Alive, Camera, Spark, Still

_SODIUM = (1.0, 0.40, 0.075)
_COLD = (0.60, 0.85, 1.0)
_DOORS = (-17.0, -9.5, -2.0, 5.5, 13.0, 20.5)
_HAZE = ((0.34, 0.62, "#1d140b", 0.22),)
_WALL = 44.0  # metres to the warehouse


def still() -> Still:
    """The yard from beside the gate, eyes at a man's height."""
    groups = (_ground(), _warehouse(), _fence(), *_trucks(), _masts())
    place = Place(
        groups,
        _lamps(),
        _sky,
        fill=(0.006, 0.009, 0.015),
        haze=0.00022,
        mist=(0.02, 0.018, 0.02),
        thick=0.003,
    )
    camera = Camera(eye=(-1.2, 1.55, 0.0), look=(1.7, 1.25, 14.0), wide=1.12, lens=0.06, focus=8.6)
    return Still(place, camera, _sparks(), _alive(), _HAZE, exposure=2.0, soft=1.5, rays=20)


def _sky(d: Array) -> Array:
    up = np.clip(d[1] * 2.2, 0, 1)
    return single(gradient(up, [(0.0, "#3A2A22"), (0.12, "#1E2029"), (0.35, "#0C1826"), (1.0, "#040911")]).T)


def _ground() -> Group:
    return Group((Box((-80, -1, -5), (80, 0, 120), wet((0.055, 0.055, 0.058), puddle=3.4, bump=0.012)),))


def _warehouse() -> Group:
    tin = ribbed(worn((0.16, 0.17, 0.18), 2.3), 0, 0.42)
    shutter = ribbed(worn((0.20, 0.19, 0.17), 1.1), 1, 0.16)
    things: list[Solid] = [Box((-60, 0, _WALL), (60, 7.6, _WALL + 1), tin)]
    things.append(Box((-60, 7.3, _WALL - 0.5), (60, 7.7, _WALL + 1), plain((0.05, 0.05, 0.05))))
    for x in _DOORS:
        things.append(Box((x - 1.9, 0.9, _WALL - 0.08), (x + 1.9, 4.6, _WALL), shutter))
        things.append(Box((x - 2.2, 0.0, _WALL - 0.5), (x + 2.2, 0.9, _WALL), worn((0.12, 0.12, 0.11), 0.8)))
        things.append(
            Box((x - 0.28, 5.42, _WALL - 0.7), (x + 0.28, 5.55, _WALL - 0.25), lamp(_SODIUM, 5.0), False)
        )
    return Group(tuple(things))


def _fence() -> Group:
    steel = plain((0.25, 0.26, 0.27), mirror=0.3, rough=0.4, metal=0.6)
    net = Pierced(Box((-40, 0.1, 24.0), (-4.2, 2.6, 24.02), steel), _mesh)
    posts = [Rod((x, 0, 24.05), (x, 2.9, 24.05), 0.045, steel) for x in np.arange(-31.0, -4.0, 3.0).tolist()]
    rail = Rod((-40, 2.62, 24.0), (-4.2, 2.62, 24.0), 0.03, steel)
    return Group((net, rail, *posts))


def _mesh(p: Array) -> Array:
    """Chain link: wires both ways aslant, a hand's breadth apart."""
    first, second = (p[0] + p[1]) / 0.16 % 1, (p[0] - p[1]) / 0.16 % 1
    return single((first > 0.13) & (second > 0.13)).astype(bool)


def _trucks() -> list[Group]:
    return [
        Group(_truck(), (4.6, 0, 9.6), -0.62),
        Group(_truck(), (9.4, 0, 13.6), -0.62),
        Group(_truck(), (13.6, 0, 17.6), -0.62),
        Group(_truck(), (-11.0, 0, 31.0), 0.3),
    ]


_BODY = worn((0.34, 0.35, 0.36), 0.9, 0.42, mirror=0.05, rough=0.35)
_DARK = plain((0.02, 0.022, 0.025), mirror=0.05, rough=0.3)
_GLASS = plain((0.01, 0.012, 0.015), mirror=0.12, rough=0.06)
_CHROME = plain((0.5, 0.5, 0.5), mirror=0.6, rough=0.25, metal=1.0)
_MARKER = lamp((1.0, 0.42, 0.08), 2.2)


def _truck() -> tuple[Solid, ...]:
    """An armored truck, nose towards -z, the middle of its nose at the origin."""
    stripe, seam = plain((0.03, 0.07, 0.14), mirror=0.05, rough=0.3), plain((0.05, 0.05, 0.055))
    box = (
        Box((-1.18, 0.75, 2.2), (1.18, 3.0, 6.8), _BODY),
        Box((-1.10, 0.75, 1.2), (1.10, 2.72, 2.2), _BODY),
        Box((-1.02, 0.75, 0.0), (1.02, 1.62, 1.2), _BODY),
        Box((-1.12, 0.55, -0.05), (1.12, 0.9, 6.9), _DARK),
        Box((-1.16, 0.5, -0.28), (1.16, 0.82, -0.02), _CHROME),
        Box((-1.21, 0.72, 2.3), (1.21, 0.78, 6.7), _CHROME),
        Box((-0.62, 0.92, -0.03), (0.62, 1.42, 0.0), _DARK),
        Box((-0.98, 1.75, 1.15), (-0.04, 2.45, 1.2), _GLASS),
        Box((0.04, 1.75, 1.15), (0.98, 2.45, 1.2), _GLASS),
        Box((-1.19, 1.42, 2.25), (1.19, 1.78, 6.75), stripe),
        Box((-0.7, 3.0, 2.3), (0.7, 3.1, 2.5), _DARK),
    )
    seams = (Box((-1.186, 0.8, z), (1.186, 3.004, z + 0.025), seam) for z in (3.2, 4.9, 6.2))
    places = (-0.8, -0.25, 0.25, 0.8)
    markers = (Box((x - 0.06, 2.72, 1.3), (x + 0.06, 2.78, 1.36), _MARKER, False) for x in places)
    return (*box, *seams, *markers, *_side(-1.0), *_side(1.0))


def _side(side: float) -> list[Solid]:
    """What a truck has on one side (-1 or 1): windows, mirror, lamps, wheels."""
    x, rubber = side * 1.2, plain((0.015, 0.015, 0.016), 0.03, 0.6)
    things: list[Solid] = [
        Box((side * 1.115 - 0.01, 1.78, 1.35), (side * 1.115 + 0.01, 2.38, 2.05), _GLASS),
        Box((x - 0.02, 2.1, 3.4), (x + 0.02, 2.4, 3.9), _GLASS),
        Box((x - 0.02, 2.75, 2.5), (x + 0.02, 2.83, 2.58), _MARKER, False),
        Box((x - 0.02, 2.75, 6.4), (x + 0.02, 2.83, 6.48), _MARKER, False),
        Cylinder((side * 0.84, 1.2, -0.02), 0.12, 0.04, 2, _CHROME),
        Rod((side * 1.12, 2.0, 1.25), (side * 1.42, 2.1, 1.15), 0.025, _DARK),
        Box((side * 1.42 - 0.09, 1.9, 1.1), (side * 1.42 + 0.09, 2.3, 1.16), _DARK),
    ]
    for z in (0.75, 5.4):
        things.append(Cylinder((side * 1.02, 0.5, z), 0.5, 0.17, 0, rubber))
        things.append(Cylinder((side * 1.03, 0.5, z), 0.24, 0.175, 0, _CHROME))
    return things


def _masts() -> Group:
    pole = plain((0.1, 0.1, 0.1))
    things: list[Solid] = []
    for x, z in ((1.4, 25.0), (15.5, 26.0), (-13.0, 30.0)):
        things.append(Rod((x, 0, z), (x, 8.6, z), 0.09, pole))
        things.append(Rod((x, 8.6, z), (x - 1.6, 8.9, z - 0.4), 0.06, pole))
        things.append(Box((x - 2.2, 8.78, z - 0.6), (x - 1.5, 8.88, z - 0.2), lamp(_SODIUM, 7.0), False))
    return Group(tuple(things))


def _lamps() -> tuple[Lamp, ...]:
    down = (0.0, -1.0, -0.25)
    walls = [
        Lamp((x, 5.3, _WALL - 0.9), _SODIUM, 20.0 + 0.9 * x, (0.6, 0.1, 0.3), down, 1.5, halo=0.6)
        for x in _DOORS
    ]
    masts = [
        Lamp((x - 1.85, 8.7, z - 0.4), _SODIUM, power, (0.7, 0.1, 0.4), (0, -1, 0), 2.4)
        for x, z, power in ((1.4, 25.0, 190.0), (15.5, 26.0, 190.0), (-13.0, 30.0, 110.0))
    ]
    near = Lamp((9.6, 6.8, 3.6), _SODIUM, 330.0, (0.6, 0.2, 0.6), (-0.2, -1, 0.35), 2.0, halo=0.15)
    cold = Lamp((-6.0, 7.0, 4.0), _COLD, 8.0, (3, 1, 3), halo=0.0)
    return (*walls, *masts, near, cold)


def _sparks() -> tuple[Spark, ...]:
    """The city beyond the roof and through the fence, and rain-wet glints near by."""
    rng = generator(260)
    sparks = []
    colours: tuple[Point, ...] = ((1.0, 0.5, 0.15), (1.0, 0.72, 0.4), (0.55, 0.85, 1.0), (1.0, 0.12, 0.06))
    for _ in range(70):
        x, y = float(rng.uniform(-60, 90)), float(8.5 + rng.gamma(1.3, 2.2))
        colour = colours[int(rng.choice(4, p=(0.5, 0.25, 0.17, 0.08)))]
        sparks.append(Spark((x, y, 95.0), colour, float(rng.uniform(8, 60))))
    for x, z in ((9.4, 13.6), (13.6, 17.6)):
        for side in (-0.84, 0.84):
            across, up, away = (turned(point((side, 1.2, -0.12)), -0.62) + point((x, 0, z))).ravel().tolist()
            sparks.append(Spark((across, up, away), (1.0, 0.74, 0.42), 1600.0))
    return tuple(sparks)


def _alive() -> tuple[Alive, ...]:
    """The lamps on the masts and over the doors."""
    masts = [Alive("glow", (x - 1.85, 8.7, z - 0.4), 0.55) for x, z in ((1.4, 25.0), (15.5, 26.0))]
    return (*masts, *(Alive("glow", (x, 5.3, _WALL - 0.9), 0.7) for x in _DOORS))
