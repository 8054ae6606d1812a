"""The freeway: a curve over the plain, headlights one way and tail lights the other; knows no streets."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plate.camera import View
from plate.lamps import AMBER, COOL, RED, WHITE, Lamps, together
from plate.light import Array, generator

# The middle of the road, in fractions of the picture, from the near left to the foot of downtown.
_MAIN = (
    (-0.16, 1.02),
    (-0.02, 0.925),
    (0.10, 0.853),
    (0.215, 0.785),
    (0.315, 0.725),
    (0.385, 0.682),
    (0.440, 0.651),
    (0.492, 0.631),
    (0.545, 0.6195),
    (0.600, 0.6125),
    (0.650, 0.6075),
)
_CROSSING = ((1.10, 0.700), (0.98, 0.672), (0.86, 0.6505), (0.74, 0.6365), (0.60, 0.6275), (0.45, 0.6215))

_HALF_MEDIAN = 0.045  # eye heights
_LANES = (0.016, 0.044, 0.072, 0.100)


@dataclass(frozen=True, slots=True)
class Carriageway:
    """One direction of a road: ground points in driving order as seen from the near end, and its lights."""

    across: Array
    away: Array
    headlights: bool
    power: float


def carriageways(view: View) -> list[Carriageway]:
    """Both directions of the main freeway and of the fainter one that crosses below downtown."""
    return [*_pair(view, _MAIN, 1.0), *_pair(view, _CROSSING, 0.42)]


def _pair(view: View, points: tuple[tuple[float, float], ...], power: float) -> list[Carriageway]:
    places = curve(np.array(points))
    across, away = view.ground(places[:, 0] * view.width, places[:, 1] * view.height)
    step = np.stack([np.gradient(across), np.gradient(away)], -1)
    step /= np.linalg.norm(step, axis=1, keepdims=True)
    right = np.stack([step[:, 1], -step[:, 0]], -1)
    roads = []
    for side, headlights in ((-1, True), (1, False)):
        shift = side * (_HALF_MEDIAN + float(np.mean(_LANES)))
        roads.append(Carriageway(across + shift * right[:, 0], away + shift * right[:, 1], headlights, power))
    return roads


def curve(points: Array, steps: int = 60) -> Array:
    """A smooth line through the given points (Catmull-Rom), `steps` places to a piece; ends are repeated."""
    padded = np.concatenate([2 * points[:1] - points[1:2], points, 2 * points[-1:] - points[-2:-1]])
    t = np.arange(steps)[:, None] / steps
    pieces = []
    for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        cubic = 3 * (b - c) + d - a
        pieces.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + cubic * t**3))
    return np.concatenate([*pieces, points[-1:]])


def traffic(view: View) -> Lamps:
    """The lights of a long exposure: dense along the lanes, thicker where cars bunch up, edged by lamps."""
    roads = carriageways(view)
    return together([*(_cars(road, 51 + i) for i, road in enumerate(roads)), *(_edge(r, 61) for r in roads)])


def _along(road: Carriageway, share: Array) -> tuple[Array, Array]:
    """Ground points at shares 0 to 1 of the road's length as seen, evenly spread over the picture."""
    run = np.linspace(0, 1, len(road.away))
    return np.interp(share, run, road.across), np.interp(share, run, road.away)


def _cars(road: Carriageway, part: int) -> Lamps:
    rng = generator(part)
    count = int(5200 * road.power**0.5)
    share = rng.random(count)
    across, away = _along(road, share)
    lane = rng.choice(_LANES, count) - np.mean(_LANES) + rng.normal(0, 0.004, count)
    bunch = 0.55 + 0.9 * (np.sin(share * 41 + part) * np.sin(share * 17.3) > -0.1)
    power = road.power * 0.080 * bunch * np.exp(rng.normal(0, 0.8, count)) * (away / 9) ** 0.72
    white = np.where(rng.random((count, 1)) < 0.5, np.array(COOL), np.array(WHITE))
    colour = white if road.headlights else np.array(RED) * np.exp(rng.normal(0, 0.12, (count, 3)))
    single = np.float32
    return Lamps(
        (across + lane).astype(single), away.astype(single), power.astype(single), colour.astype(single)
    )


def _edge(road: Carriageway, part: int) -> Lamps:
    rng = generator(part + int(road.headlights))
    share = np.linspace(0, 1, 230) + rng.normal(0, 0.0008, 230)
    across, away = _along(road, share)
    outward = -0.12 if road.headlights else 0.12
    power = np.full(230, 0.34 * road.power) * np.exp(rng.normal(0, 0.25, 230))
    single = np.float32
    colour = np.tile(np.array(AMBER, single), (230, 1))
    return Lamps((across + outward).astype(single), away.astype(single), power.astype(single), colour)
