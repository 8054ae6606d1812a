"""Chicago's lake front in 1988: the skyline over dark water, lamps along the drive; knows no rays."""

from __future__ import annotations

import numpy as np

from plate.light import Array, generator, gradient, linear, noise, single, smoothstep
from stills.groups import Group
from stills.paints import lamp, plain, windows
from stills.scene import Place
from stills.solids import Box, Point, Rod, Solid, Surface
from stills.still import Camera, Spark, Still

_SODIUM = (1.0, 0.52, 0.17)
_WARM = (1.0, 0.74, 0.42)
_PALE = (0.85, 0.92, 1.0)
_CYAN = (0.35, 0.85, 1.0)
_RED = (1.0, 0.10, 0.05)
_HAZE = ((0.40, 0.60, "#171b22", 0.26), (0.50, 0.66, "#121318", 0.44))
_SHORE = 1350.0


def still() -> Still:
    """The city from a breakwater south of it, low over the lake."""
    groups = (_water(), *_towers())
    place = Place(groups, (), _sky, fill=(0.01, 0.014, 0.02), mist=(0.052, 0.044, 0.046), thick=0.00034)
    camera = Camera(eye=(0.0, 9.0, 0.0), look=(-30.0, 40.0, 1000.0), wide=1.0, lens=0.75, focus=620.0)
    return Still(place, camera, tuple(_sparks()), haze=_HAZE, exposure=1.2, soft=0.9, traced=1600, rays=10)


def _sky(d: Array) -> Array:
    up, across = np.clip(d[1], 0, 1), d[0] / np.maximum(d[2], 0.05)
    night = gradient(
        np.clip(up * 2.4, 0, 1), [(0.0, "#1B3A4C"), (0.2, "#12283F"), (0.5, "#091527"), (1.0, "#04070F")]
    ).T
    town = np.exp(-(((across - 0.22) / 0.34) ** 2))
    glow = np.exp(-up / 0.05)[None] * linear("#A8643A")[:, None] * (0.22 + 0.7 * town)
    veil = np.exp(-up / 0.16)[None] * linear("#1E2A3A")[:, None] * (0.3 + 0.7 * town)
    sheet = 0.35 / (up + 0.16)
    x, y = across * sheet * 4 + 20, sheet * 5
    cloud = (
        smoothstep(0.46, 0.78, noise(x, y, generator(270), 6))
        * np.exp(-up / 0.22)
        * smoothstep(0.0, 0.06, up)
    )
    tint = linear("#6E5242")[:, None] * (0.15 + 0.85 * town) + linear("#1B3245")[:, None] * 0.5
    return single((night + glow + veil + cloud * tint) * (d[1] > -0.02))


def _water() -> Group:
    return Group((Box((-9000, -5, -50), (9000, 0, _SHORE), _lake),))


def _lake(p: Array, n: Array) -> Surface:
    """Dark water with a light chop: waves shrink with distance, so that far light smears to streaks."""
    far = np.maximum(p[2], 10)
    tilt = np.zeros_like(p)
    for size, weight, seed in ((2.2, 0.030, 271), (9.0, 0.032, 272), (40.0, 0.020, 273)):
        keep = weight * np.clip(1.2 - far / (size * 420), 0.25, 1)
        tilt[0] += keep * 0.5 * (noise(p[0] / size, p[2] / size / 1.7, generator(seed), 3) - 0.5)
        tilt[2] += keep * 1.6 * (noise(p[0] / size / 2.2, p[2] / size, generator(seed + 10), 3) - 0.5)
    normal = n + tilt
    normal = normal / np.linalg.norm(normal, axis=0)
    count = p.shape[1]
    wide, full = np.ones_like(p), np.ones(count, np.float32)
    colour = wide * single((0.004, 0.008, 0.012))[:, None]
    return Surface(colour, 0 * wide, 0.03 * full, single(0.16 * full), single(normal), 0 * full)


def _towers() -> list[Group]:
    rng = generator(274)
    groups = [_row(rng, z, low, high, share) for z, low, high, share in _ROWS]
    return [*groups, _sears(), _hancock(), _shore()]


_ROWS = (
    (1420.0, 30.0, 95.0, 0.30),
    (1600.0, 60.0, 165.0, 0.30),
    (1900.0, 90.0, 225.0, 0.26),
    (2300.0, 80.0, 190.0, 0.22),
)


def _row(rng: np.random.Generator, z: float, low: float, high: float, share: float) -> Group:
    """A row of houses along the shore, tallest downtown, low towards the left."""
    things: list[Solid] = []
    x = -1500.0
    while x < 1500.0:
        wide, deep = float(rng.uniform(26, 62)), float(rng.uniform(25, 50))
        town = float(np.exp(-(((x / z - 0.20) / 0.24) ** 2)))
        tall = (low + (high - low) * float(rng.random()) ** 1.4) * (0.16 + 1.0 * town)
        things += _tower(rng, x, z, (wide, tall, deep), share)
        x += wide + float(rng.uniform(2, 40)) * (1.6 - town)
    return Group(tuple(things))


def _tower(rng: np.random.Generator, x: float, z: float, size: Point, share: float) -> list[Solid]:
    wide, tall, deep = size
    tone = float(rng.uniform(0.5, 1.3))
    wall = (0.020 * tone, 0.026 * tone, 0.036 * tone)
    lit = ((_WARM, _WARM, _PALE), (_WARM, _SODIUM, _WARM), (_PALE, _PALE, _CYAN))[int(rng.integers(3))]
    cell = (float(rng.uniform(3.0, 5.5)), float(rng.uniform(3.4, 4.2)))
    paint = windows(wall, lit, cell, share * float(rng.uniform(0.12, 1.1)), int(rng.integers(1, 9999)), 2.0)
    things: list[Solid] = [Box((x, 0, z), (x + wide, tall, z + deep), paint)]
    if tall > 70 and rng.random() < 0.6:
        step = float(rng.uniform(0.55, 0.8))
        inset = wide * (1 - step) / 2
        things.append(Box((x + inset, tall, z + 4), (x + wide - inset, tall * 1.14, z + deep - 4), paint))
    return things


def _sears() -> Group:
    """Nine tubes that end at different heights, and two masts."""
    paint = windows((0.012, 0.014, 0.018), (_WARM, _PALE, _WARM), (4.6, 4.0), 0.22, 77, 1.9)
    x, z = 250.0, 2050.0
    things: list[Solid] = [
        Box((x, 0, z), (x + 69, 205, z + 69), paint),
        Box((x, 205, z), (x + 46, 270, z + 69), paint),
        Box((x + 23, 205, z + 20), (x + 69, 270, z + 69), paint),
        Box((x + 12, 270, z + 12), (x + 57, 365, z + 60), paint),
        Box((x + 23, 365, z + 23), (x + 46, 442, z + 46), paint),
        Box((x + 23, 436, z + 22.5), (x + 46, 440, z + 23), lamp(_PALE, 2.0)),
    ]
    steel, masts = plain((0.05, 0.05, 0.05)), (x + 29.0, x + 40.0)
    things += [Rod((mast, 442, z + 34), (mast, 520, z + 34), 1.3, steel) for mast in masts]
    return Group(tuple(things))


def _hancock() -> Group:
    """A black tower that narrows upwards, a bright band below its roof, two masts."""
    things: list[Solid] = []
    x, z, floors = 640.0, 1750.0, 14
    paint = windows((0.010, 0.011, 0.014), (_WARM, _WARM, _PALE), (4.0, 3.9), 0.22, 78, 1.9)
    for step in range(floors):
        half = 40 - 17 * step / floors
        things.append(Box((x - half, step * 24.6, z), (x + half, (step + 1) * 24.6, z + 2 * half), paint))
    things.append(Box((x - 24, 331, z - 0.5), (x + 24, 336, z + 48), lamp(_PALE, 2.6)))
    steel, masts = plain((0.06, 0.06, 0.06)), (x - 11.0, x + 11.0)
    things += [Rod((mast, 344, z + 20), (mast, 446, z + 20), 1.2, steel) for mast in masts]
    return Group(tuple(things))


def _shore() -> Group:
    """The embankment and the trees of the park before the houses."""
    return Group((Box((-9000, -1, _SHORE - 6), (9000, 3.2, _SHORE + 40), plain((0.02, 0.02, 0.02))),))


def _sparks() -> list[Spark]:
    rng = generator(275)
    sparks = [Spark((x, 9.0, _SHORE - 4), _SODIUM, 60.0) for x in np.arange(-1300.0, 1300.0, 26.0).tolist()]
    for x in rng.uniform(-1300, 1300, 240).tolist():
        colour = (_PALE, _RED)[int(rng.random() < 0.5)]
        sparks.append(Spark((x, 5.0, _SHORE - 3), colour, float(rng.uniform(4, 16)), "window"))
    for top, x, z in (
        (522.0, 279.0, 2084.0),
        (522.0, 290.0, 2084.0),
        (448.0, 629.0, 1770.0),
        (448.0, 651.0, 1770.0),
    ):
        sparks.append(Spark((x, top, z), _RED, 60.0, "beacon"))
    return sparks
