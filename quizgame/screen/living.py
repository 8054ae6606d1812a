"""What the lights of a place do at a moment, as plain numbers; knows no pixels and no clock.

All is a function of the time and of a light's number: nothing is kept and nothing is drawn by lot.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from math import cos, pi, sin
from pathlib import Path
from typing import NamedTuple

from quizgame.screen.haze import Bank
from quizgame.screen.theme import Colour, mixed

HORIZON = 0.592  # of the picture's height: where cars are far
PASSING_S = 75  # what a car takes along a lane
SLOTS = 30  # cars on the busiest lane at the greatest heat
TURNED_MS = 700  # a window does not go on or off at once
PATROL_HEAT = 0.45  # from here on some cars carry blue and red lights
PATROL_MS = 1400  # from red to blue and back: far below three flashes a second
RED, BLUE = (255, 40, 30), (60, 110, 255)


class Spot(NamedTuple):
    """A light that stands: place and radius in fractions of the picture. Without a colour it has its own."""

    x: float
    y: float
    radius: float
    colour: Colour | None = None


class Glow(NamedTuple):
    """A light as it is now: place and radius in fractions of the picture, colour, strength from 0 to 1."""

    x: float
    y: float
    radius: float
    colour: Colour
    strength: float


class Lane(NamedTuple):
    """Points in driving order, and the share of the way's time at which each is passed."""

    points: tuple[tuple[float, float, float], ...]
    passed: tuple[float, ...]
    colour: Colour
    traffic: float
    seconds: float

    def at(self, share: float) -> tuple[float, float, float]:
        """Place and radius after that share (0 to 1) of the time."""
        index = min(max(1, bisect_right(self.passed, share)), len(self.points) - 1)
        start, end = self.passed[index - 1], self.passed[index]
        part = (share - start) / (end - start) if end > start else 0.0
        here, there = self.points[index - 1], self.points[index]
        x, y, radius = here
        return x + (there[0] - x) * part, y + (there[1] - y) * part, radius + (there[2] - radius) * part


class Lights(NamedTuple):
    """All that can move on the picture of a place."""

    windows: tuple[Spot, ...] = ()
    glows: tuple[Spot, ...] = ()
    neon: tuple[Spot, ...] = ()
    lamps: tuple[Spot, ...] = ()
    beacons: tuple[Spot, ...] = ()
    lanes: tuple[Lane, ...] = ()
    flights: tuple[Lane, ...] = ()
    haze: tuple[Bank, ...] = ()


def read_lights(path: Path) -> Lights:
    """The lights listed in a file; none where there is no such list."""
    try:
        table = json.loads(path.read_text("utf-8"))
        return Lights(
            windows=tuple(_window(*row) for row in table.get("windows", ())),
            glows=tuple(Spot(*row) for row in table.get("glows", ())),
            neon=tuple(Spot(*row) for row in table.get("neon", ())),
            lamps=tuple(Spot(*row) for row in table.get("lamps", ())),
            beacons=tuple(Spot(x, y, 0.0026, _colour(colour)) for x, y, colour in table.get("beacons", ())),
            lanes=tuple(_lane(row) for row in table.get("lanes", ())),
            flights=tuple(_flight(row) for row in table.get("flights", ())),
            haze=tuple(_bank(*row) for row in table.get("haze", ())),
        )
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return Lights()


def _colour(text: str) -> Colour:
    r, g, b = (int(text[at : at + 2], 16) for at in (1, 3, 5))
    return r, g, b


def _window(x: float, y: float, _: str, radius: float = 0.0013) -> Spot:
    return Spot(x, y, radius)


def _bank(top: float, bottom: float, colour: str, pace: float) -> Bank:
    return Bank(float(top), float(bottom), _colour(colour), float(pace))


def _lane(row: Mapping[str, object]) -> Lane:
    """Cars take long where they are far away."""
    points, colour = _points(row), row["colour"]
    assert isinstance(colour, str)
    costs = [0.0]
    for (x, y, _), (u, v, _) in pairwise(points):
        near = max(0.02, (y + v) / 2 - HORIZON)
        costs.append(costs[-1] + ((x - u) ** 2 + (y - v) ** 2) ** 0.5 / near**0.9)
    passed = tuple(cost / (costs[-1] or 1.0) for cost in costs)
    return Lane(points, passed, _colour(colour), float(str(row["traffic"])), PASSING_S)


def _flight(row: Mapping[str, object]) -> Lane:
    points = _points(row)
    passed = tuple(number / max(1, len(points) - 1) for number in range(len(points)))
    return Lane(points, passed, (255, 244, 226), 1.0, float(str(row["seconds"])))


def _points(row: Mapping[str, object]) -> tuple[tuple[float, float, float], ...]:
    points = row["points"]
    assert isinstance(points, list)
    return tuple((float(x), float(y), float(radius)) for x, y, radius in points)


@lru_cache(maxsize=8192)
def chance(number: int, salt: int) -> float:
    """A number from 0 to 1 that looks like luck and is always the same."""
    mixed_up = (number * 0x9E3779B1 ^ (salt + 1) * 0x85EBCA6B) & 0xFFFFFFFF
    mixed_up = (mixed_up ^ (mixed_up >> 15)) * 0x2C1B3C6D & 0xFFFFFFFF
    mixed_up = (mixed_up ^ (mixed_up >> 12)) * 0x297A2D39 & 0xFFFFFFFF
    return (mixed_up ^ (mixed_up >> 15)) / 0xFFFFFFFF


Course = Callable[[int], float]
"""How much brighter (up to 1) or darker (down to -1) a light is than it was painted, at a time in ms."""


def window_course(number: int) -> Course:
    """Somebody comes, or leaves, and the window is as it was painted most of the time."""
    length = 5_000 + round(16_000 * chance(number, 1))
    ahead = round(length * chance(number, 2))

    def course(now: int) -> float:
        episode, into = divmod(now + ahead, length)
        after = _lit(number, episode)
        if into >= TURNED_MS:
            return after
        before = _lit(number, episode - 1)
        return before + (after - before) * into / TURNED_MS

    return course


def _lit(number: int, episode: int) -> float:
    luck = chance(number, 7 + episode)
    return -0.85 if luck < 0.24 else 0.55 if luck > 0.88 else 0.0


def lamp_course(number: int) -> Course:
    """The air over the city trembles: two slow waves, each lamp in its own time."""
    slow, slow_at = 2 * pi / (2_400 + 3_600 * chance(number, 3)), 2 * pi * chance(number, 4)
    quick, quick_at = 2 * pi / (900 + 900 * chance(number, 5)), 2 * pi * chance(number, 6)
    return lambda now: 0.50 * sin(now * slow + slow_at) + 0.25 * sin(now * quick + quick_at)


def glow_course(number: int) -> Course:
    """A large lamp, or a flame: it sways a little, and not evenly."""
    slow, slow_at = 2 * pi / (3_800 + 2_600 * chance(number, 19)), 2 * pi * chance(number, 20)
    quick, quick_at = 2 * pi / (1_450 + 600 * chance(number, 21)), 2 * pi * chance(number, 22)

    def course(now: int) -> float:
        swell = sin(now * slow + slow_at)
        return 0.24 * swell + 0.10 * sin(now * quick + quick_at) * (1 + swell)

    return course


def neon_course(number: int) -> Course:
    """A tube hums, and every few seconds it sinks for a moment: from 0 down to -0.7."""
    length = 5_000 + round(4_000 * chance(number, 16))
    ahead = round(length * chance(number, 17))

    def course(now: int) -> float:
        episode, into = divmod(now + ahead, length)
        lasting = 1_150 + 700 * chance(number, 18 + episode)
        sunk = sin(pi * into / lasting) ** 2 if into < lasting else 0.0
        return -0.6 * sunk - 0.05 + 0.05 * sin(2 * pi * now / 1_900)

    return course


def beacon_course(number: int) -> Course:
    """A soft swell every two to three seconds, from 0 to 0.85."""
    length, begun = 2_000 + 1_200 * chance(number, 8), chance(number, 9)
    return lambda now: 0.85 * (0.5 - 0.5 * cos(2 * pi * (now / length + begun))) ** 3


def beacon_strength(number: int, now: int) -> float:
    """That of one beacon at a moment."""
    return beacon_course(number)(now)


class Car(NamedTuple):
    """What of a car stays the same while the heat does; `start` is where on its lane it was at time 0."""

    lane: Lane
    number: int
    start: float
    colour: Colour
    strength: float
    patrols: bool


def cars_of(lanes: Sequence[Lane], heat: float) -> tuple[Car, ...]:
    """The cars: with the heat (0 to 1) they are more, and redder, and some are the police."""
    return tuple(
        _car(lane, number * 100 + slot, heat)
        for number, lane in enumerate(lanes)
        for slot in range(round(SLOTS * min(1.0, lane.traffic)))
        if chance(number * 100 + slot, 10) < 0.5 + 0.5 * heat
    )


def _car(lane: Lane, car: int, heat: float) -> Car:
    patrols = heat > PATROL_HEAT and chance(car, 13) < 0.30 * heat
    colour, strength = mixed(lane.colour, RED, 0.5 * heat), 0.42 + 0.3 * chance(car, 12)
    return Car(lane, car, chance(car, 11), colour, strength, patrols)


def patrol(car: Car, x: float, y: float, size: float, now: int, heat: float) -> Glow:
    """The light on a car that is there: it swings from red to blue, dark in between."""
    swing = sin(2 * pi * (now / PATROL_MS + chance(car.number, 14)))
    return Glow(x, y - size, max(0.0022, 2.2 * size), RED if swing > 0 else BLUE, 0.9 * heat * swing * swing)


def aircraft(flights: Sequence[Lane], now: int) -> Iterator[Glow]:
    """A steady white light with a red one that swells beside it, dim at both ends of the way."""
    for number, lane in enumerate(flights):
        share = (now / (1000 * lane.seconds) + 0.25 + chance(number, 15) / 4) % 1
        x, y, radius = lane.at(share)
        fade = min(1.0, 12 * share, 12 * (1 - share))
        yield Glow(x, y, max(radius, 0.0006), lane.colour, 0.75 * fade)
        yield Glow(x + 0.0022, y + 0.0006, 0.0012, RED, 0.85 * fade * beacon_strength(number + 50, now))
