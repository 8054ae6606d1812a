"""The street grids of the plain: districts, avenues, lamps, windows, signals; knows no picture."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plate.lamps import AMBER, COOL, GREEN, MERCURY, RED, SODIUM, TEAL, WARM, WHITE, Lamps, picked, together
from plate.light import Array, generator, noise, smoothstep

Palette = dict[tuple[float, float, float], float]

_NEAREST, _FARTHEST = 4.2, 700.0  # eye heights
_GRID_ENDS = 150.0  # beyond it no street is told from the next
_WHOLE = 42.0  # beyond this distance fewer lamps stand for many


@dataclass(frozen=True, slots=True)
class District:
    """A part of town with a grid of its own: `angle` in degrees, block sides in eye heights."""

    part: int
    across: float
    away: float
    angle: float
    avenues: float
    cross: float
    lamps: Palette
    power: float = 1.0


_OLD = {SODIUM: 5.0, AMBER: 2.0, WARM: 1.0, MERCURY: 0.5}
_WEST = {SODIUM: 6.0, AMBER: 3.0, WARM: 1.0}
_NEW = {AMBER: 3.0, WARM: 2.5, SODIUM: 3.0, COOL: 0.15}
_PORT = {SODIUM: 6.0, MERCURY: 1.0, WHITE: 1.0}

DISTRICTS = (
    District(21, -1.2, 5.5, -9.5, 0.50, 0.46, _WEST),
    District(22, 1.9, 6.2, 13.0, 0.52, 0.44, _OLD, 0.9),
    District(123, 0.3, 10.5, -9.5, 0.60, 0.50, _WEST),
    District(124, -5.0, 15.0, -9.5, 0.66, 0.55, _NEW),
    District(125, 4.6, 13.0, 27.0, 0.56, 0.52, _OLD),
    District(126, 5.5, 33.0, 33.0, 0.46, 0.40, _NEW, 1.3),
    District(27, -9.0, 42.0, -9.5, 0.80, 0.50, _WEST),
    District(28, 17.0, 40.0, 6.0, 0.70, 0.55, _PORT),
    District(29, 2.0, 24.0, -9.5, 0.62, 0.50, _WEST),
    District(30, 8.0, 90.0, -4.0, 1.00, 0.70, _PORT),
    District(31, -25.0, 90.0, -9.5, 1.00, 0.60, _WEST),
)

_ROOMS = {WARM: 4.0, AMBER: 4.0, WHITE: 0.8, COOL: 0.8, SODIUM: 4.0, TEAL: 0.2, RED: 0.3, MERCURY: 0.3}
_SIGNS = {WHITE: 2.0, COOL: 1.6, TEAL: 0.9, RED: 1.2, WARM: 2.0, MERCURY: 0.6}


def town() -> Lamps:
    """Every light of the plain."""
    return together([*(_district(district) for district in DISTRICTS), _houses(), _signs(), _glitter()])


def _district(district: District) -> Lamps:
    rng = generator(district.part)
    lines = [
        _lines(district, rng, district.avenues, along=True),
        _lines(district, rng, district.cross, along=False),
    ]
    return together([_standing(line, rng, district) for line in lines])


def _lines(district: District, rng: np.random.Generator, spacing: float, *, along: bool) -> Lamps:
    """One family of parallel streets through the district, each with its own lamps, as one long list."""
    reach = 24 + 1.1 * district.away
    count = int(2 * reach / spacing)
    offset = (np.cumsum(rng.normal(1, 0.13, count)) - count / 2) * spacing
    wide = rng.random(count) < (0.34 if along else 0.14)
    street_power = np.exp(rng.normal(-0.32, 0.34, count)) * np.where(wide, 2.0, 0.8) * (1 if along else 0.7)
    street_colour = picked(rng, count, district.lamps)
    step = np.where(wide, 0.105, 0.155)
    lamps = int(2 * reach / 0.105)
    place = (np.arange(lamps) - lamps / 2)[None, :] * step[:, None]
    place = place + rng.normal(0, 0.007, place.shape) + rng.random((count, 1)) * 0.2
    side = offset[:, None] + rng.normal(0, 0.005, place.shape) + 0.013 * (np.arange(lamps) % 2 * 2 - 1)
    power = street_power[:, None] * np.exp(rng.normal(0, 0.33, place.shape))
    colour = np.repeat(street_colour[:, None, :], lamps, 1) * rng.normal(1, 0.07, (*place.shape, 1))
    first, second = (side, place) if along else (place, side)
    return _turned(first.ravel(), second.ravel(), district, power.ravel(), colour.reshape(-1, 3))


def _turned(first: Array, second: Array, district: District, power: Array, colour: Array) -> Lamps:
    turn = np.deg2rad(district.angle)
    across = district.across + first * np.cos(turn) + second * np.sin(turn)
    away = district.away - first * np.sin(turn) + second * np.cos(turn)
    single = np.float32
    return Lamps(across.astype(single), away.astype(single), power.astype(single), colour.astype(single))


def _standing(lamps: Lamps, rng: np.random.Generator, district: District) -> Lamps:
    """Those in sight, in this district, not in a park, not behind a tree; far off a few stand for many."""
    lamps = lamps.where(in_sight(lamps.across, lamps.away) & (lamps.away < _GRID_ENDS))
    lamps = lamps.where(nearest(lamps.across, lamps.away) == DISTRICTS.index(district))
    open_ground = built(lamps.across, lamps.away)
    chance = np.minimum(1, (_WHOLE / lamps.away) ** 2) * (0.22 + 0.72 * open_ground)
    crowd = np.maximum(1, (lamps.away / _WHOLE) ** 2) ** 0.72
    brighter = Lamps(lamps.across, lamps.away, lamps.power * crowd * district.power, lamps.colour)
    return brighter.where(rng.random(len(lamps.away)) < chance)


def in_sight(across: Array, away: Array) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Which ground points lie in the picture (with a little more at the sides)."""
    return (away > _NEAREST) & (away <= _FARTHEST) & (np.abs(across) < 0.49 * away)


def nearest(across: Array, away: Array) -> np.ndarray[tuple[int, ...], np.dtype[np.intp]]:
    """The index of the district each point belongs to: the nearest, far ones counting as larger."""
    wobble = 0.9 * (noise(across * 0.5, away * 0.5, generator(40), 2) - 0.5)
    distances = [
        np.hypot(across + wobble - district.across, away - district.away) / district.away**0.85
        for district in DISTRICTS
    ]
    return np.asarray(np.argmin(np.stack(distances), 0))


def built(across: Array, away: Array) -> Array:
    """How built-up the ground is, 0 (park, hillside, river bed) to 1."""
    coarse = noise(across * 0.16 + 9, away * 0.16, generator(41), 3)
    fine = noise(across * 0.9, away * 0.9, generator(42), 2)
    return smoothstep(0.30, 0.52, 0.72 * coarse + 0.28 * fine)


def _scattered(part: int, count: int, power: float, spread: float, palette: Palette) -> Lamps:
    """Lights strewn over the plain, denser in the picture towards the horizon, thinner in parks."""
    rng = generator(part)
    depth = rng.random(count) ** 2.6
    away = 1 / (1 / _FARTHEST + depth * (1 / _NEAREST - 1 / _FARTHEST))
    across = rng.uniform(-0.49, 0.49, count) * away
    strength = power * np.exp(rng.normal(0, spread, count))
    single = np.float32
    lamps = Lamps(
        across.astype(single), away.astype(single), strength.astype(single), picked(rng, count, palette)
    )
    lamps = lamps.where(in_sight(lamps.across, lamps.away))
    return lamps.where(rng.random(len(lamps.away)) < 0.08 + 0.9 * built(lamps.across, lamps.away))


def _houses() -> Lamps:
    return _scattered(43, 8000, 0.12, 0.8, _ROOMS)


def _signs() -> Lamps:
    few = _scattered(44, 800, 0.55, 0.5, _SIGNS)
    signals = _scattered(45, 420, 0.55, 0.3, {GREEN: 1.0, RED: 1.0})
    return together([few, signals])


def _glitter() -> Lamps:
    """The last rows under the horizon, where whole suburbs are single grains of light."""
    rng = generator(46)
    count = 5200
    away = (1 / rng.uniform(1 / 1300, 1 / 110, count)).astype(np.float32)
    across = (rng.uniform(-0.49, 0.49, count) * away).astype(np.float32)
    power = (
        2.6
        * (away / 60) ** 1.25
        * np.exp(rng.normal(0, 0.8, count))
        * (0.35 + noise(across / away * 26, away * 0, rng, 3))
    )
    return Lamps(across, away, power.astype(np.float32), picked(rng, count, _NEW))
