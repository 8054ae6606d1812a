"""The lights of a place that move or come and go, as discs to be added to its picture; keeps no time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import pygame

from quizgame.screen import living
from quizgame.screen.backdrop import Night
from quizgame.screen.living import Car, Glow, Lane, Spot
from quizgame.screen.scenery import Scenery
from quizgame.screen.theme import Colour, mixed

DISC_STEPS = 12  # of brightness
LEAST = 1.2  # pixels: the radius of the smallest light
SMALLEST_CAR = 0.0007  # of the picture's width: its radius

Piece = tuple[pygame.Surface, pygame.Rect]
"""What is to be added, and where."""


class _Place(NamedTuple):
    """Where on the window a disc is seen, and how many pixels it is across.

    `point` is its middle where something may drift past before it, and None elsewhere.
    """

    across: int
    rect: pygame.Rect
    point: tuple[int, int] | None


class _Sight(NamedTuple):
    """What of a picture can be seen at all."""

    scenery: Scenery
    taken: Sequence[pygame.Rect]

    def place(self, x: float, y: float, radius: float) -> _Place | None:
        """Where a light is seen; None where it never is."""
        whole, scenery = self.scenery.whole, self.scenery
        point = round(whole.x + x * whole.w), round(whole.y + y * whole.h)
        if not scenery.picture.get_rect().collidepoint(point):
            return None
        crossed = scenery.crossed.get_at(point)
        if not crossed and scenery.hidden.get_at(point):
            return None
        across = round(2 * max(LEAST, radius * whole.w))
        rect = pygame.Rect(0, 0, side_of(across), side_of(across))
        rect.center = point
        return None if rect.collidelist(self.taken) >= 0 else _Place(across, rect, point if crossed else None)

    def hides(self, point: tuple[int, int], shift: int) -> bool:
        """Whether what has drifted so many pixels to the right stands before a light now."""
        hidden = self.scenery.hidden
        return bool(hidden.get_at((min(max(0, point[0] - shift), hidden.get_size()[0] - 1), point[1])))


class _Way:
    """A lane tick by tick; all its cars pass the same places, each of which is looked up once."""

    def __init__(self, lane: Lane, sight: _Sight) -> None:
        self._lane, self._sight = lane, sight
        self._ticks = max(1, round(1000 * lane.seconds / living.TICK_MS))
        self._places: dict[int, _Place | None] = {}

    def share(self, car: Car, tick: int) -> float:
        """How much of the way a car has behind it."""
        return self._step(car, tick) / self._ticks

    def place(self, car: Car, tick: int) -> _Place | None:
        """Where a car is seen."""
        step = self._step(car, tick)
        if step not in self._places:
            x, y, radius = self._lane.at(step / self._ticks)
            self._places[step] = self._sight.place(x, y, max(radius, SMALLEST_CAR))
        return self._places[step]

    def _step(self, car: Car, tick: int) -> int:
        return (tick + int(car.start * self._ticks)) % self._ticks


class Shining:
    """Beacons, cars and aircraft of one picture; those that something covers are not shown."""

    def __init__(self) -> None:
        self._sight: _Sight | None = None
        self._heat, self._left = 0.0, 1.0
        self._beacons: list[tuple[int, Colour, _Place]] = []
        self._cars: tuple[Car, ...] = ()
        self._driving: list[tuple[Car, _Way]] = []
        self.disc = lru_cache(maxsize=600)(made_disc)

    def settle(self, scenery: Scenery | None, night: Night, taken: Sequence[pygame.Rect]) -> None:
        """Get ready for a picture that was drawn anew; `taken` is where something stands in front of it."""
        before = self._sight.scenery if self._sight else None
        if scenery is not before or night.heat != self._heat:
            self._cars = living.cars_of(scenery.lights.lanes, night.heat) if scenery else ()
        self._heat, self._left = night.heat, 1 - night.veil
        self._sight = _Sight(scenery, taken) if scenery else None
        self._beacons = list(_beacons(scenery.lights.beacons, self._sight)) if scenery and self._sight else []
        self._driving = list(_driving(self._cars, self._sight)) if self._sight else []

    def pieces(self, tick: int, shift: int) -> list[Piece]:
        """All that is to be added at a tick; `shift` is how many pixels what hides lights has drifted."""
        if not self._sight:
            return []
        now = tick * living.TICK_MS
        flights = living.aircraft(self._sight.scenery.lights.flights, now)
        patrols = self._patrols(tick) if self._heat > living.PATROL_HEAT else ()
        lit = (*self._lit_beacons(now), *self._lit_cars(tick), *self._lit(patrols), *self._lit(flights))
        hides = self._sight.hides
        return [
            (self.disc(place.across, colour, step), place.rect)
            for place, colour, step in lit
            if not (place.point and hides(place.point, shift))
        ]

    def _lit_beacons(self, now: int) -> Iterator[tuple[_Place, Colour, int]]:
        for number, colour, place in self._beacons:
            step = self._step(living.beacon_strength(number, now))
            if step > 0:
                yield place, colour, step

    def _lit_cars(self, tick: int) -> Iterator[tuple[_Place, Colour, int]]:
        for car, way in self._driving:
            place, step = way.place(car, tick), self._step(car.strength)
            if place and step > 0:
                yield place, car.colour, step

    def _patrols(self, tick: int) -> Iterator[Glow]:
        for car, way in self._driving:
            if car.patrols:
                x, y, radius = car.lane.at(way.share(car, tick))
                size = max(radius, SMALLEST_CAR)
                yield living.patrol(car, x, y, size, tick * living.TICK_MS, self._heat)

    def _lit(self, glows: Iterable[Glow]) -> Iterator[tuple[_Place, Colour, int]]:
        assert self._sight
        for glow in glows:
            place, step = self._sight.place(glow.x, glow.y, glow.radius), self._step(glow.strength)
            if place and step > 0:
                yield place, glow.colour, step

    def _step(self, strength: float) -> int:
        return round(DISC_STEPS * strength * self._left)


def _beacons(spots: Sequence[Spot], sight: _Sight) -> Iterator[tuple[int, Colour, _Place]]:
    """Those that can be seen, with their numbers."""
    for number, spot in enumerate(spots):
        place = sight.place(spot.x, spot.y, spot.radius)
        if place and spot.colour:
            yield number, spot.colour, place


def _driving(cars: Sequence[Car], sight: _Sight) -> Iterator[tuple[Car, _Way]]:
    """Each car with its way."""
    ways: dict[int, _Way] = {}
    for car in cars:
        yield car, ways.setdefault(id(car.lane), _Way(car.lane, sight))


def side_of(across: int) -> int:
    """How many pixels the square has that a disc is drawn on."""
    return across + 3


def made_disc(across: int, colour: Colour, strength: int) -> pygame.Surface:
    """A soft disc so many pixels across, at a strength from 1 to 16, on black: to be added."""
    side, finer = side_of(across), 4
    large = pygame.Surface((side * finer, side * finer), depth=32)
    rings = 6
    for ring in range(rings):
        lit = (ring + 1) / rings
        radius = finer * (across / 2 + 1) * (1 - 0.7 * ring / rings)
        shade = mixed((0, 0, 0), colour, lit * strength / DISC_STEPS)
        pygame.draw.circle(large, shade, large.get_rect().center, radius)
    return pygame.transform.smoothscale(large, (side, side))
