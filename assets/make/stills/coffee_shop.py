"""The coffee shop late at night: one table under a lamp, two cups, traffic in the glass; knows no rays."""

from __future__ import annotations

import numpy as np

from plate.light import Array, generator, single
from stills.groups import Group
from stills.paints import lamp, plain, shopfront, tiled, worn
from stills.scene import Lamp, Place
from stills.solids import Ball, Box, Cylinder, Pierced, Point, Rod, Solid
from stills.still import Alive, Camera, Spark, Still

_WARM = (1.0, 0.66, 0.34)
_TUBE = (0.62, 0.95, 0.90)
_GLASS = 5.6  # metres to the window

# Steam, and breath on the panes: top, bottom, what it adds at its thickest, widths of the picture a minute.
_HAZE = ((0.24, 0.54, "#131212", 0.22),)


def still() -> Still:
    """The corner table, seen from the next booth but one."""
    groups = (_room(), _window(), _table(), _chairs(), _counter(), _street())
    place = Place(groups, _lamps(), _night, fill=(0.004, 0.006, 0.007), haze=0.0010)
    camera = Camera(eye=(-1.0, 1.25, 0.0), look=(0.62, 1.0, 4.0), wide=0.92, lens=0.05, focus=3.4)
    return Still(place, camera, _sparks(), _alive(), _HAZE, exposure=1.6, soft=1.4)


def _night(d: Array) -> Array:
    return single(np.array((0.010, 0.026, 0.040))[:, None] * np.ones_like(d))


def _room() -> Group:
    floor = tiled((0.11, 0.12, 0.115), (0.025, 0.03, 0.032), 0.3, 0.05, 0.22)
    tile = worn((0.06, 0.085, 0.085), 1.4, 0.2, mirror=0.03, rough=0.4)
    return Group(
        (
            Box((-9, -1, -4), (9, 0, _GLASS + 0.1), floor),
            Box((-9, 2.9, -4), (9, 3.3, _GLASS + 0.1), plain((0.035, 0.045, 0.045))),
            Box((4.3, 0, -4), (4.5, 2.9, _GLASS), tile),
        )
    )


def _window() -> Group:
    """Steel mullions, a low parapet, glass from there to the ceiling."""
    steel = plain((0.09, 0.10, 0.10), mirror=0.25, rough=0.35, metal=0.7)

    def glass(p: Array) -> Array:
        across = (p[0] + 9.35) % 1.9
        return single((across > 0.07) & (p[1] > 0.7) & (p[1] < 2.6)).astype(bool)

    wall = Pierced(Box((-9, 0, _GLASS), (9, 2.9, _GLASS + 0.08), steel), glass)
    return Group((wall, Box((-9, 0.66, _GLASS - 0.1), (9, 0.72, _GLASS), steel)))


def _table() -> Group:
    x, y, z = 1.42, 0.75, 3.5
    top = worn((0.20, 0.19, 0.17), 0.8, 0.15, mirror=0.05, rough=0.14)
    steel = plain((0.5, 0.52, 0.53), mirror=0.6, rough=0.2, metal=1.0)
    china = plain((0.62, 0.60, 0.56), mirror=0.05, rough=0.18)
    coffee = plain((0.012, 0.006, 0.003), mirror=0.05, rough=0.05)
    things: list[Solid] = [
        Box((x - 0.72, y - 0.04, z - 0.42), (x + 0.72, y, z + 0.42), top),
        Box((x - 0.73, y - 0.035, z - 0.43), (x + 0.73, y - 0.012, z + 0.43), steel),
        Cylinder((x, 0.36, z), 0.045, 0.36, 1, steel),
    ]
    for side in (-1.0, 1.0):
        cup = (x + side * 0.42, z - 0.06 * side)
        things.append(Cylinder((cup[0], y + 0.008, cup[1]), 0.085, 0.008, 1, china))
        things.append(Cylinder((cup[0], y + 0.05, cup[1]), 0.042, 0.038, 1, china))
        things.append(Cylinder((cup[0], y + 0.0885, cup[1]), 0.036, 0.001, 1, coffee))
        things.append(
            Rod((cup[0] + 0.055, y + 0.04, cup[1]), (cup[0] + 0.055, y + 0.07, cup[1]), 0.008, china)
        )
    things.append(Cylinder((x + 0.08, y + 0.06, z + 0.28), 0.022, 0.06, 1, plain((0.4, 0.4, 0.38), 0.1, 0.1)))
    things.append(
        Cylinder((x - 0.02, y + 0.045, z + 0.29), 0.02, 0.045, 1, plain((0.3, 0.04, 0.02), 0.05, 0.3))
    )
    things += _shade(x, 1.82, z)
    return Group(tuple(things))


def _shade(x: float, y: float, z: float) -> list[Solid]:
    """A metal shade over the table, its bulb out of sight."""
    enamel = plain((0.035, 0.06, 0.06), mirror=0.05, rough=0.25)
    things: list[Solid] = [Rod((x, y + 0.1, z), (x, 2.9, z), 0.008, plain((0.02, 0.02, 0.02)))]
    rings = [(y + 0.02 + 0.03 * step, 0.24 - 0.04 * step) for step in range(5)]
    things += [Cylinder((x, height, z), radius, 0.016, 1, enamel) for height, radius in rings]
    things.append(Cylinder((x, y - 0.005, z), 0.20, 0.004, 1, lamp(_WARM, 3.5), False))
    return things


def _chairs() -> Group:
    """The bench on either side, and the empty booths that follow."""
    vinyl = worn((0.030, 0.105, 0.105), 0.4, 0.2, mirror=0.04, rough=0.32)
    things: list[Solid] = []
    for x in (0.25, 2.6, -2.1):
        wide = 0.12
        things.append(Box((x - wide, 0, 3.0), (x + wide, 1.05, _GLASS - 0.2), vinyl))
        things.append(Cylinder((x, 1.05, (3.0 + _GLASS - 0.2) / 2), wide, (_GLASS - 3.2) / 2, 2, vinyl))
        things.append(Ball((x, 1.05, 3.0), (wide, wide, 0.06), vinyl))
    things.append(Box((0.37, 0, 3.1), (0.72, 0.45, _GLASS - 0.2), vinyl))
    things.append(Box((2.12, 0, 3.1), (2.48, 0.45, _GLASS - 0.2), vinyl))
    things.append(Box((-1.55, 0.71, 3.1), (-0.35, 0.75, _GLASS - 0.8), plain((0.14, 0.13, 0.12), 0.05, 0.15)))
    return Group(tuple(things))


def _counter() -> Group:
    """Chrome and stools at the far left, nearly lost in the dark."""
    chrome = plain((0.55, 0.57, 0.58), mirror=0.65, rough=0.18, metal=1.0)
    things: list[Solid] = [
        Box((-5.2, 0, 1.2), (-3.6, 0.96, _GLASS - 0.7), worn((0.05, 0.055, 0.055), 0.7)),
        Box((-5.3, 0.96, 1.1), (-3.5, 1.02, _GLASS - 0.6), chrome),
    ]
    for z in (2.0, 2.9, 3.8, 4.7):
        things.append(Cylinder((-3.15, 0.66, z), 0.17, 0.05, 1, plain((0.20, 0.02, 0.018), 0.05, 0.3)))
        things.append(Cylinder((-3.15, 0.3, z), 0.03, 0.31, 1, chrome))
    return Group(tuple(things))


def _street() -> Group:
    wall = plain((0.016, 0.02, 0.024))
    return Group(
        (
            Box(
                (-60, -1, _GLASS + 0.2), (60, -0.1, 90), plain((0.022, 0.023, 0.026), mirror=0.06, rough=0.25)
            ),
            Box((-60, 0, 42), (9, 7, 43), wall),
            Box((12, 0, 42), (60, 12, 43), wall),
            Box((13, 0.5, 41.9), (21, 2.6, 42), shopfront((0.95, 0.62, 0.33), 0.5, 291)),
            Box((-5, 0.5, 41.9), (1, 2.5, 42), shopfront((0.32, 0.66, 0.74), 0.3, 292)),
        )
    )


def _lamps() -> tuple[Lamp, ...]:
    table = Lamp((1.42, 1.79, 3.5), _WARM, 9.5, (0.34, 0.01, 0.34), (0, -1, 0), 1.3, halo=1.0)
    tubes = [
        Lamp((x, 2.8, z), _TUBE, power, (0.1, 0.05, 1.2), halo=0.0)
        for x, z, power in ((-4.4, 2.6, 1.0), (3.7, 1.2, 2.6))
    ]
    sign = Lamp(
        (3.4, 2.0, _GLASS + 1.6), (1.0, 0.16, 0.10), 9.0, (1.0, 0.6, 0.1), (-0.3, -0.2, -1), 1.0, halo=0.0
    )
    return (table, *tubes, sign)


def _sparks() -> tuple[Spark, ...]:
    """Traffic beyond the glass: two rows of cars, signals, lamps along the road."""
    rng = generator(290)
    sparks = []
    white, red, amber, green = (1.0, 0.92, 0.8), (1.0, 0.10, 0.05), (1.0, 0.5, 0.15), (0.15, 0.95, 0.6)
    for _ in range(46):
        colour: Point = (white, red)[int(rng.random() < 0.55)]
        x, z, power = float(rng.uniform(-16, 26)), float(rng.uniform(14, 40)), float(rng.gamma(1.5, 420))
        y = float(0.55 + rng.gamma(0.8, 0.5))
        sparks += [Spark((x + side, y, z), colour, power, "window") for side in (-0.7, 0.7)]
    for _ in range(22):
        at = (float(rng.uniform(-16, 30)), float(rng.uniform(2.2, 6.5)), 41.0)
        sparks.append(Spark(at, (_TUBE, amber, red)[int(rng.integers(3))], float(rng.uniform(120, 420))))
    for x in np.arange(-20, 34, 4.5).tolist():
        sparks.append(Spark((x, 4.6 + 0.05 * x, 34.0 - 0.35 * x), amber, 1300.0))
    for x in (5.4, 9.8, 15.4):
        sparks.append(Spark((x, 4.2, 30.0), (green, red)[int(x > 9)], 700.0))
    return tuple(sparks)


def _alive() -> tuple[Alive, ...]:
    """The lamp over the table."""
    return (Alive("glow", (1.42, 1.68, 3.5), 0.1),)
