"""The lights of a place that move or come and go, as discs to be added to its picture; keeps no time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

import pygame

from quizgame.screen import living
from quizgame.screen.backdrop import Night
from quizgame.screen.living import Car, Course, Glow, Lane, Spot
from quizgame.screen.scenery import Scenery
from quizgame.screen.theme import Colour, mixed
from quizgame.screen.ticks import SLOWLY, TICK_MS

JUMP = 2  # pixels: what would go further in that time is shown at every tick
AHEAD = 16  # ticks that are worked out together
DISC_STEPS = 12  # of brightness
BROAD = 60  # pixels across: the rings of larger discs need no smoothing
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


class _Passing(NamedTuple):
    """What is seen at a point of a lane, and whether a car goes quickly there."""

    place: _Place | None
    quick: bool


class _Way:
    """A lane tick by tick; all its cars pass the same points, each of which is looked up once."""

    def __init__(self, lane: Lane, sight: _Sight) -> None:
        self._lane, self._sight = lane, sight
        self.ticks = max(1, round(1000 * lane.seconds / TICK_MS))
        self._passed: dict[int, _Passing] = {}

    def at(self, step: int) -> _Passing:
        """The point where a car is so many ticks after it has begun; after the last comes the first."""
        step %= self.ticks
        if step not in self._passed:
            self._passed[step] = self._passing(step)
        return self._passed[step]

    def point(self, step: int) -> tuple[float, float, float]:
        """That point in fractions of the picture, and the radius of a car there."""
        x, y, radius = self._lane.at(step % self.ticks / self.ticks)
        return x, y, max(radius, SMALLEST_CAR)

    def _passing(self, step: int) -> _Passing:
        (x, y, radius), (ahead, below, _) = self.point(step), self.point(step + SLOWLY)
        whole = self._sight.scenery.whole
        gone = max(abs(ahead - x) * whole.w, abs(below - y) * whole.h)
        return _Passing(self._sight.place(x, y, radius), gone > JUMP)


class _Driver(NamedTuple):
    """A car on its way, at time 0 so many ticks from its beginning, at a step of brightness."""

    car: Car
    way: _Way
    begun: int
    step: int


_Shown = tuple[Piece, tuple[int, int] | None]
"""A piece, and its middle where something may drift past before it."""


class _Moment(NamedTuple):
    """What shines at a tick."""

    slow: list[_Shown]
    quick: list[_Shown]


class Shining:
    """Beacons, cars and aircraft of one picture; those that something covers are not shown."""

    def __init__(self) -> None:
        self._sight: _Sight | None = None
        self._heat, self._left = 0.0, 1.0
        self._beacons: list[tuple[Course, Colour, _Place]] = []
        self._cars: tuple[Car, ...] = ()
        self._driving: list[_Driver] = []
        self._ahead = SLOWLY
        self._moments: dict[int, _Moment] = {}
        self.disc = lru_cache(maxsize=600)(made_disc)

    def settle(self, scenery: Scenery | None, night: Night, taken: Sequence[pygame.Rect]) -> None:
        """Get ready for a picture that was drawn anew; `taken` is where something stands in front of it."""
        before = self._sight.scenery if self._sight else None
        if scenery is not before or night.heat != self._heat:
            self._cars = living.cars_of(scenery.lights.lanes, night.heat) if scenery else ()
        self._heat, self._left = night.heat, 1 - night.veil
        self._sight = _Sight(scenery, taken) if scenery else None
        self._beacons = list(_beacons(scenery.lights.beacons, self._sight)) if scenery and self._sight else []
        self._driving = list(self._drivers(self._sight)) if self._sight else []
        self._ahead, self._moments = SLOWLY, {}

    @property
    def hurries(self) -> bool:
        """Whether there is anything that does not go slowly."""
        return bool(self._sight and (self._beacons or self._driving or self._sight.scenery.lights.flights))

    def slow(self, tick: int, shift: int) -> list[Piece]:
        """What goes slowly, to be added at a tick: as it was when it last went on.

        `shift` is how many pixels what hides lights has drifted.
        """
        return self._seen(self._moment(tick - tick % SLOWLY).slow, shift)

    def quick(self, tick: int, shift: int) -> list[Piece]:
        """What does not go slowly, to be added at a tick."""
        return self._seen(self._moment(tick).quick, shift)

    def _seen(self, shown: list[_Shown], shift: int) -> list[Piece]:
        sight = self._sight
        return [
            piece for piece, point in shown if not (sight and point is not None and sight.hides(point, shift))
        ]

    def _moment(self, tick: int) -> _Moment:
        if tick not in self._moments:
            first = tick - tick % SLOWLY
            self._moments = {at: _Moment([], []) for at in range(first, first + self._ahead)}
            self._ahead = AHEAD
            self._fill(range(first, first + len(self._moments)))
        return self._moments[tick]

    def _fill(self, ticks: range) -> None:
        """Work out many moments together: to reach what is known of a light takes longer than to use it."""
        if not self._sight:
            return
        for driver in self._driving:
            self._drive(driver, ticks)
        for course, colour, stands in self._beacons:
            for tick in ticks:
                step = self._step(course(tick * TICK_MS))
                self._add(self._moments[tick].quick, stands, colour, step)
        for tick in ticks:
            for glow in self._glows(self._sight.scenery.lights.flights, tick):
                place = self._sight.place(glow.x, glow.y, glow.radius)
                self._add(self._moments[tick].quick, place, glow.colour, self._step(glow.strength))

    def _drive(self, driver: _Driver, ticks: range) -> None:
        colour, step = driver.car.colour, driver.step
        for tick in ticks[::SLOWLY]:
            passing = driver.way.at(driver.begun + tick)
            if not passing.quick:
                self._add(self._moments[tick].slow, passing.place, colour, step)
                continue
            for at in range(tick, tick + SLOWLY):
                self._add(self._moments[at].quick, driver.way.at(driver.begun + at).place, colour, step)

    def _add(self, shown: list[_Shown], place: _Place | None, colour: Colour, step: int) -> None:
        if place and step > 0:
            shown.append(((self.disc(place.across, colour, step), place.rect), place.point))

    def _glows(self, flights: Sequence[Lane], tick: int) -> Iterator[Glow]:
        """What is nowhere twice: the lights of the police and of aircraft."""
        now = tick * TICK_MS
        if self._heat > living.PATROL_HEAT:
            for car, way, begun, _ in self._driving:
                if car.patrols:
                    yield living.patrol(car, *way.point(begun + tick), now, self._heat)
        yield from living.aircraft(flights, now)

    def _step(self, strength: float) -> int:
        return round(DISC_STEPS * strength * self._left)

    def _drivers(self, sight: _Sight) -> Iterator[_Driver]:
        """Each car on its way."""
        lanes = {id(car.lane): car.lane for car in self._cars}
        ways = {key: _Way(lane, sight) for key, lane in lanes.items()}
        for car in self._cars:
            way = ways[id(car.lane)]
            yield _Driver(car, way, int(car.start * way.ticks), self._step(car.strength))


def _beacons(spots: Sequence[Spot], sight: _Sight) -> Iterator[tuple[Course, Colour, _Place]]:
    """Those that can be seen, each with its own course."""
    for number, spot in enumerate(spots):
        place = sight.place(spot.x, spot.y, spot.radius)
        if place and spot.colour:
            yield living.beacon_course(number), spot.colour, place


def side_of(across: int) -> int:
    """How many pixels the square has that a disc is drawn on."""
    return across + 3


def made_disc(across: int, colour: Colour, strength: int) -> pygame.Surface:
    """A soft disc so many pixels across, at a strength from 1 to DISC_STEPS, on black: to be added."""
    side, finer = side_of(across), 4 if across < BROAD else 1
    large = pygame.Surface((side * finer, side * finer), depth=32)
    rings = 6
    for ring in range(rings):
        lit = (ring + 1) / rings
        radius = finer * (across / 2 + 1) * (1 - 0.7 * ring / rings)
        shade = mixed((0, 0, 0), colour, lit * strength / DISC_STEPS)
        pygame.draw.circle(large, shade, large.get_rect().center, radius)
    return pygame.transform.smoothscale(large, (side, side))
