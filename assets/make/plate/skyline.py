"""The towers as data: where they stand, how they are shaped, how they are lit; knows no pixels."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from plate.lamps import AMBER, COOL, SODIUM, TEAL, WARM, WHITE
from plate.light import generator

Colour = tuple[float, float, float]

CENTRE = 0.662  # of the picture's width
BASE = 16.0  # pixels of 1440 below the horizon

_OFFICE: Colour = (0.86, 0.96, 0.86)


@dataclass(frozen=True, slots=True)
class Tower:
    """One building; lengths in pixels of 1440, `x` from the middle of downtown.

    `tiers` are (from this share of the height, this share of the width). `corner` is where two faces meet
    (share of width, 0: round).
    """

    x: float
    width: float
    height: float
    tiers: tuple[tuple[float, float], ...] = ((0.0, 1.0),)
    roof: str = "flat"  # flat, slant-left, slant-right, dome, point
    roof_height: float = 0.0
    corner: float = 0.62
    lit: float = 0.16
    tint: Colour = WARM
    pitch: tuple[float, float] = (3.3, 4.7)
    crown: Colour | None = None
    flood: float = 0.0
    mast: float = 0.0
    beacon: bool = False
    haze: float = 0.25
    below: float = 0.0
    seed: int = 0


_SETBACKS = ((0.0, 1.0), (0.52, 0.93), (0.70, 0.82), (0.83, 0.68), (0.925, 0.54))
_STEPPED = ((0.0, 1.0), (0.30, 0.86), (0.46, 0.52), (0.86, 0.40))
_SHOULDER = ((0.0, 1.0), (0.78, 0.84), (0.90, 0.62))
_PENTHOUSE = ((0.0, 1.0), (0.955, 0.58), (0.98, 0.30))

LANDMARKS = (
    # the tall ones on the hill, behind
    Tower(-4, 64, 418, _SETBACKS, corner=0, lit=0.20, crown=COOL, flood=0.8, haze=0.30, beacon=True),
    Tower(82, 50, 356, corner=0.70, lit=0.12, tint=WHITE, haze=0.34, beacon=True, mast=9, pitch=(3.1, 4.6)),
    Tower(-86, 60, 316, roof="dome", roof_height=40, corner=0.5, lit=0.20, tint=COOL, crown=TEAL, haze=0.36),
    Tower(168, 50, 298, roof="slant-right", roof_height=30, corner=0.36, lit=0.17, tint=AMBER, haze=0.40),
    Tower(-158, 48, 268, roof="slant-left", roof_height=26, corner=0.66, lit=0.24, tint=_OFFICE, haze=0.42),
    Tower(246, 52, 282, _SHOULDER, corner=0.55, lit=0.15, crown=WHITE, flood=0.35, haze=0.38),
    Tower(48, 40, 246, corner=0.45, lit=0.24, tint=AMBER, haze=0.55),
    Tower(-46, 38, 222, corner=0.58, lit=0.14, tint=COOL, haze=0.58),
    Tower(122, 42, 262, _SHOULDER, lit=0.22, tint=_OFFICE, haze=0.52),
    Tower(208, 36, 206, corner=0.4, lit=0.2, haze=0.56),
    # nearer and lower
    Tower(-226, 44, 206, _PENTHOUSE, corner=0.60, lit=0.14, haze=0.22, crown=AMBER),
    Tower(312, 44, 212, roof="point", roof_height=28, lit=0.18, flood=0.45, haze=0.24, mast=16),
    Tower(28, 44, 178, _PENTHOUSE, corner=0.42, lit=0.30, tint=_OFFICE, haze=0.14),
    Tower(-62, 50, 152, _PENTHOUSE, corner=0.64, lit=0.20, tint=AMBER, haze=0.12),
    Tower(148, 46, 166, _PENTHOUSE, corner=0.38, lit=0.26, haze=0.14, crown=TEAL),
    Tower(-120, 38, 186, _SHOULDER, lit=0.17, haze=0.2),
    Tower(268, 38, 148, roof="dome", roof_height=12, corner=0, lit=0.26, haze=0.16),
    Tower(362, 40, 142, _PENTHOUSE, lit=0.16, tint=COOL, haze=0.26, beacon=True, mast=14),
    Tower(-292, 36, 138, _PENTHOUSE, lit=0.2, haze=0.3, beacon=True, mast=24),
    Tower(206, 50, 124, _PENTHOUSE, lit=0.32, tint=WARM, haze=0.1),
    Tower(92, 34, 136, lit=0.24, tint=AMBER, haze=0.1),
    # the hall of the city, floodlit, and the hotel of glass columns
    Tower(-392, 50, 162, _STEPPED, "point", 20, 0.5, 0.07, AMBER, flood=2.6, haze=0.2, below=3),
    *(
        Tower(
            x, 17, height, corner=0, lit=0.34, tint=_OFFICE, roof="dome", roof_height=5, crown=crown, below=6
        )
        for x, height, crown in ((-196, 88, None), (-178, 106, WHITE), (-160, 88, None), (-187, 76, None))
    ),
)

_CLUSTERS = (  # middle, spread, count, tallest: downtown's shoulders, then the far centres of the west side
    (30.0, 190.0, 52, 118.0),
    (-30.0, 360.0, 80, 54.0),
    (-700.0, 70.0, 15, 52.0),
    (-1010.0, 120.0, 15, 36.0),
    (590.0, 95.0, 15, 40.0),
)


def towers() -> list[Tower]:
    """All buildings, the farthest and haziest first."""
    buildings = [replace(tower, seed=tower.seed + 100 + i) for i, tower in enumerate(LANDMARKS)]
    rng = generator(70)
    for middle, spread, count, tallest in _CLUSTERS:
        buildings += [_plain(rng, middle, spread, tallest, 200 + i) for i in range(count)]
    return sorted(buildings, key=lambda tower: (tower.below, -tower.haze))


def _plain(rng: np.random.Generator, middle: float, spread: float, tallest: float, seed: int) -> Tower:
    """An ordinary block: lower and wider away from its cluster's middle."""
    place = float(rng.normal(0, 1))
    height = (0.22 + 0.78 * float(rng.random()) ** 1.6) * tallest * float(np.exp(-0.32 * place**2)) + 9
    tint = (WARM, AMBER, _OFFICE, COOL, SODIUM)[int(rng.choice(5, p=(0.36, 0.2, 0.2, 0.12, 0.12)))]
    crown = (TEAL, COOL, AMBER, WHITE)[int(rng.integers(4))] if rng.random() < 0.16 else None
    far = abs(middle) > 400
    small = 0.62 if far else 1.0
    return Tower(
        x=middle + spread * place,
        width=float(rng.uniform(17, 46)) * (0.55 if far else 1),
        height=height,
        tiers=((0.0, 1.0), (float(rng.uniform(0.7, 0.95)), float(rng.uniform(0.5, 0.9)))),
        corner=float(rng.choice((0.3, 0.45, 0.6, 0.7))),
        lit=float(rng.uniform(0.06, 0.34)),
        tint=tint,
        pitch=(float(rng.uniform(2.7, 3.8)) * small, float(rng.uniform(4.0, 5.6)) * small),
        crown=crown,
        mast=float(rng.uniform(6, 20)) if rng.random() < 0.12 else 0,
        beacon=bool(rng.random() < 0.12),
        haze=0.72 if far else float(rng.uniform(0.25, 0.6)),
        below=float(rng.uniform(-8, 10)) if not far else -9,
        seed=seed + int(abs(middle)),
    )
