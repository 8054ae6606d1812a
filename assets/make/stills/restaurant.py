"""The restaurant where a crew meets: booths, low lamps, neon and the street in the window; knows no rays."""

from __future__ import annotations

import numpy as np

from plate.light import Array, generator, single
from stills.groups import Group
from stills.paints import lamp, plain, shopfront, worn
from stills.scene import Lamp, Place
from stills.solids import Ball, Box, Cylinder, Pierced, Point, Rod, Solid
from stills.still import Alive, Camera, Spark, Still

_TUNGSTEN = (1.0, 0.55, 0.22)
_RED = (1.0, 0.13, 0.10)
_CYAN = (0.15, 0.85, 1.0)
_WINDOW = 8.2  # metres to the glass
_BOOTHS = (-3.9, -1.2, 1.5, 4.2, 6.9)

# Smoke that hangs under the lamps: top, bottom, what it adds at its thickest, widths of the picture a minute.
_HAZE = ((0.30, 0.60, "#18110A", 0.22),)


def still() -> Still:
    """The room from a table near the door, seated."""
    groups = (_room(), _front(), *(_booth(x) for x in _BOOTHS), _near_table(), _street())
    place = Place(groups, _lamps(), _night, fill=(0.005, 0.004, 0.004), haze=0.0012)
    camera = Camera(eye=(-0.9, 1.32, 0.0), look=(0.95, 1.12, 5.0), wide=1.0, lens=0.042, focus=3.8)
    return Still(place, camera, _sparks(), _alive(), _HAZE, exposure=1.0, soft=1.4, rays=20)


def _night(d: Array) -> Array:
    return single(np.array((0.006, 0.011, 0.018))[:, None] * np.ones_like(d))


def _room() -> Group:
    floor = worn((0.05, 0.028, 0.018), 0.9, 0.3, mirror=0.05, rough=0.32)
    wood = worn((0.10, 0.045, 0.022), 0.7, 0.35, mirror=0.03, rough=0.35)
    dark = plain((0.03, 0.024, 0.022))
    return Group(
        (
            Box((-8, -1, -3), (12, 0, _WINDOW + 0.2), floor),
            Box((-8, 3.2, -3), (12, 3.6, _WINDOW + 0.2), dark),
            Box((-5.6, 0, -3), (-5.2, 3.2, _WINDOW), wood),
            Box((9.2, 0, -3), (9.5, 3.2, _WINDOW), wood),
        )
    )


def _front() -> Group:
    """The wall to the street with its large windows."""
    wood = worn((0.07, 0.032, 0.017), 0.6, 0.3, mirror=0.03, rough=0.4)

    def glass(p: Array) -> Array:
        across = (p[0] + 5.25) % 2.7
        return single((across > 0.16) & (across < 2.54) & (p[1] > 1.05) & (p[1] < 2.72)).astype(bool)

    wall = Pierced(Box((-8, 0, _WINDOW), (12, 3.2, _WINDOW + 0.05), wood), glass)
    sill = Box((-8, 0.98, _WINDOW - 0.12), (12, 1.05, _WINDOW), wood)
    return Group((wall, sill))


def _booth(x: float) -> Group:
    """Two benches with high backs, a table, a lamp that hangs low over it."""
    leather = worn((0.17, 0.022, 0.018), 0.35, 0.25, mirror=0.04, rough=0.38)
    top = worn((0.09, 0.04, 0.02), 0.5, 0.3, mirror=0.05, rough=0.22)
    brass = plain((0.55, 0.38, 0.16), mirror=0.6, rough=0.3, metal=1.0)
    low, high = _WINDOW - 1.9, _WINDOW - 0.15
    things: list[Solid] = [Box((x - 0.45, 0.72, low), (x + 0.45, 0.77, high), top)]
    things.append(Cylinder((x, 0.36, low + 0.5), 0.05, 0.36, 1, brass))
    for side in (-1.0, 1.0):
        back, seat = sorted((x + side * 1.3, x + side * 1.08)), sorted((x + side * 1.1, x + side * 0.6))
        things.append(Box((back[0], 0.0, low), (back[1], 1.16, high), leather))
        things.append(
            Cylinder((x + side * 1.19, 1.16, (low + high) / 2), 0.115, (high - low) / 2, 2, leather)
        )
        things.append(Box((seat[0], 0.0, low), (seat[1], 0.46, high), leather))
    things += _hanging(x, 1.72, low + 0.85, 0.2, 0.25 if x < 0 else 1.0)  # dark where words stand
    things += _setting(x, 0.77, low + 0.5)
    return Group(tuple(things))


def _hanging(x: float, y: float, z: float, radius: float, strength: float) -> list[Solid]:
    """A lamp of amber glass on a cord."""
    dark = plain((0.03, 0.02, 0.02))
    return [
        Rod((x, y + 0.12, z), (x, 3.2, z), 0.008, dark),
        Ball((x, y, z), (radius, radius * 0.72, radius), lamp((1.0, 0.42, 0.13), strength), False),
        Cylinder((x, y + 0.16, z), radius * 0.3, 0.04, 1, dark),
    ]


def _setting(x: float, y: float, z: float) -> list[Solid]:
    """Glasses and a candle on a table."""
    glass = plain((0.03, 0.03, 0.03), mirror=0.12, rough=0.06)
    wine = plain((0.09, 0.006, 0.012), mirror=0.1, rough=0.06)
    return [
        Cylinder((x - 0.2, y + 0.06, z), 0.032, 0.06, 1, glass),
        Cylinder((x + 0.18, y + 0.05, z + 0.25), 0.034, 0.05, 1, wine),
        Cylinder((x + 0.02, y + 0.04, z + 0.1), 0.04, 0.04, 1, lamp((1.0, 0.36, 0.09), 1.6), False),
    ]


def _near_table() -> Group:
    """The table before the eye: where the focus lies."""
    top = worn((0.075, 0.034, 0.018), 0.5, 0.3, mirror=0.06, rough=0.16)
    white = plain((0.55, 0.52, 0.48), mirror=0.05, rough=0.25)
    glass = plain((0.02, 0.02, 0.02), mirror=0.16, rough=0.05)
    whisky = plain((0.22, 0.08, 0.015), mirror=0.12, rough=0.05, glow=(0.10, 0.03, 0.004))
    leather = worn((0.15, 0.02, 0.016), 0.35, 0.25, mirror=0.04, rough=0.38)
    x, y, z = 1.95, 0.76, 3.7
    things: list[Solid] = [
        Box((x - 1.0, y - 0.05, z - 0.55), (x + 1.3, y, z + 0.55), top),
        Cylinder((x - 0.36, y + 0.012, z - 0.1), 0.14, 0.012, 1, white),
        Cylinder((x + 0.62, y + 0.012, z + 0.1), 0.14, 0.012, 1, white),
        Cylinder((x + 0.1, y + 0.03, z - 0.16), 0.042, 0.03, 1, whisky),
        Cylinder((x + 0.1, y + 0.082, z - 0.16), 0.042, 0.022, 1, glass),
        Cylinder((x + 0.46, y + 0.028, z + 0.22), 0.042, 0.028, 1, whisky),
        Cylinder((x + 0.18, y + 0.05, z + 0.16), 0.045, 0.05, 1, lamp((1.0, 0.36, 0.09), 2.2), False),
        Box((x - 0.9, 0.0, z + 0.75), (x + 1.25, 1.02, z + 0.95), leather),
        Cylinder((x + 0.18, 1.02, z + 0.85), 0.1, 1.07, 0, leather),
    ]
    things += _hanging(x + 0.25, 1.66, z + 0.05, 0.17, 1.5)
    return Group(tuple(things))


def _neon() -> list[Spark]:
    """A sign in the window, seen from behind: a word as if written by hand, a stroke below it."""
    t = np.linspace(0, 1, 600)
    x = 2.05 + 1.75 * t + 0.10 * np.sin(31 * t)
    y = 2.10 + (0.16 - 0.05 * t) * np.sin(31 * t + 1.2) + 0.10 * np.sin(8 * t)
    under = 1.74 - 0.16 * t * (1 - t)
    word = [
        Spark((a, b, _WINDOW - 0.06), _RED, 12.0, "tube") for a, b in zip(x.tolist(), y.tolist(), strict=True)
    ]
    line = zip((2.0 + 1.85 * t).tolist(), under.tolist(), strict=True)
    return word + [Spark((a, b, _WINDOW - 0.06), _CYAN, 7.5, "tube") for a, b in line]


def _street() -> Group:
    """What can be made out across the street."""
    wall = plain((0.02, 0.022, 0.026))
    shop = shopfront((0.30, 0.66, 0.78), 0.34, 281)
    warm = shopfront((1.0, 0.6, 0.28), 0.34, 282)
    return Group(
        (
            Box((-40, -1, _WINDOW + 0.3), (60, -0.1, 60), plain((0.03, 0.03, 0.034), mirror=0.05, rough=0.3)),
            Box((-40, 0, 26), (60, 9, 27), wall),
            Box((4.0, 0.6, 25.9), (9.5, 2.9, 26), shop),
            Box((12.0, 0.6, 25.9), (17.0, 2.7, 26), warm),
            Box((-7.0, 0.6, 25.9), (-3.0, 2.6, 26), warm),
        )
    )


def _lamps() -> tuple[Lamp, ...]:
    low = _WINDOW - 1.9
    booths = [
        Lamp((x, 1.70, low + 0.85), _TUNGSTEN, 1.2 if x < 0 else 2.4, (0.3, 0.2, 0.3), halo=0.7)
        for x in _BOOTHS
    ]
    near = Lamp((2.2, 1.64, 3.75), _TUNGSTEN, 3.0, (0.24, 0.18, 0.24), halo=0.7)
    candle = Lamp((2.13, 0.9, 3.86), (1.0, 0.42, 0.12), 0.3, (0.06, 0.06, 0.06), halo=0.5)
    neon = Lamp(
        (3.1, 2.0, _WINDOW - 0.2), (0.9, 0.22, 0.30), 1.1, (1.2, 0.4, 0.05), (0, -0.1, -1), 1.0, halo=0.6
    )
    return (*booths, near, candle, neon)


def _sparks() -> tuple[Spark, ...]:
    """Cars and signals out in the street."""
    rng = generator(280)
    sparks = []
    palette: tuple[Point, ...] = (
        (1.0, 0.9, 0.75),
        (1.0, 0.10, 0.05),
        (1.0, 0.5, 0.15),
        (0.2, 0.95, 0.75),
        (0.4, 0.75, 1.0),
    )
    for _ in range(90):
        z = float(rng.uniform(13, 25.5))
        colour = palette[int(rng.choice(5, p=(0.25, 0.27, 0.28, 0.08, 0.12)))]
        at = (float(rng.uniform(-10, 26)), float(0.5 + rng.gamma(1.1, 1.1)), z)
        sparks.append(Spark(at, colour, float(rng.uniform(150, 700)), "window"))
    return (*sparks, *_neon())


def _alive() -> tuple[Alive, ...]:
    """The sign, the lamps over the tables, the candles."""
    low = _WINDOW - 1.9
    lamps = [Alive("glow", (x, 1.72, low + 0.85), 0.2) for x in _BOOTHS]
    candles = [Alive("glow", (x + 0.02, 0.81, low + 0.6), 0.05) for x in _BOOTHS]
    near = Alive("glow", (2.2, 1.66, 3.75), 0.17), Alive("glow", (2.13, 0.81, 3.86), 0.05)
    return (Alive("neon", (2.95, 2.05, _WINDOW - 0.06), 0.6), *lamps, *candles, *near)
