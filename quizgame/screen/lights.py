"""Puts the lights of a place on the window, where nothing else stands; knows no scene and keeps no time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from math import ceil
from operator import attrgetter
from typing import NamedTuple

import pygame

from quizgame.screen import living
from quizgame.screen.backdrop import Night
from quizgame.screen.living import Car, Glow, Lights, Spot
from quizgame.screen.scenery import Scenery
from quizgame.screen.theme import Colour, mixed

STEPS = 6  # of brightness
FINE_STEPS = 18  # of what is large enough for each step to be seen
LARGE = 0.006  # of the picture's width: from this radius on a light's changes are seen one by one
IN_TURN = 5  # small lights change in so many turns: nobody sees it, and it is a fifth of the work
LONG_AGO = -1_000_000  # a tick
AROUND = 0.7  # of a patch's mean colour counts as what is round the light
LEAST = 1.2  # pixels: the radius of the smallest light

Piece = tuple[pygame.Surface, tuple[int, int]]


class _Standing(NamedTuple):
    """A light that changes where it was painted; `kind` and `number` say how, and `steps` how finely."""

    kind: str
    number: int
    rect: pygame.Rect
    steps: int

    def in_turn(self, index: int, turn: int) -> bool:
        """Whether the light, with its place among all, changes at that tick: a large one at each."""
        return self.steps == FINE_STEPS or index % IN_TURN == turn % IN_TURN


class _Change(NamedTuple):
    """How lights of a kind change: which they are, and how much brighter one is at a time, from -1 to 1."""

    spots: Callable[[Lights], tuple[Spot, ...]]
    course: Callable[[int, int], float]


CHANGES = {
    "window": _Change(attrgetter("windows"), living.window_change),
    "lamp": _Change(attrgetter("lamps"), living.lamp_change),
    "glow": _Change(attrgetter("glows"), living.glow_change),
    "neon": _Change(attrgetter("neon"), living.neon_change),
}


class LightShow:
    """The lights of one picture; those that something covers stay as they were painted."""

    def __init__(self) -> None:
        self._scenery: Scenery | None = None
        self._night = Night(0, 0, "")
        self._taken: list[pygame.Rect] = []
        self._standing: list[_Standing] = []
        self._turns: list[list[int]] = []
        self._free: set[int] = set()
        self._late: set[int] = set()
        self._steps: dict[int, int] = {}
        self._brighter: dict[int, Piece] = {}
        self._darker: dict[int, Piece] = {}
        self._cars: tuple[Car, ...] = ()
        self._tick, self._shift = LONG_AGO, 0
        self._patch = lru_cache(maxsize=3000)(self._made_patch)
        self._disc = lru_cache(maxsize=600)(made_disc)

    def settle(self, scenery: Scenery | None, night: Night, taken: Sequence[pygame.Rect]) -> None:
        """Get ready for a picture that was drawn anew; `taken` is where something stands in front of it."""
        if scenery is not self._scenery:
            self._standing = list(_standing(scenery)) if scenery else []
        if scenery is not self._scenery or night.heat != self._night.heat:
            self._cars = living.cars_of(scenery.lights.lanes, night.heat) if scenery else ()
        if scenery is not self._scenery:
            self._patch.cache_clear()
        if scenery is not self._scenery or night.veil != self._night.veil:
            self._free, self._steps, self._brighter, self._darker = set(), {}, {}, {}
        self._scenery, self._night = scenery, night
        self._taken = [rect for rect in taken if rect.w > 0]
        before, self._free = self._free, set(self._uncovered())
        for index in before - self._free:
            self._change(index, 0)
        # What stayed uncovered is as its last turn left it; what was covered has missed its turns.
        self._late = self._free - before
        free, standing = sorted(self._free), self._standing
        self._turns = [[n for n in free if standing[n].in_turn(n, turn)] for turn in range(IN_TURN)]

    def _uncovered(self) -> Iterable[int]:
        taken = self._taken
        return (n for n, light in enumerate(self._standing) if light.rect.collidelist(taken) < 0)

    def draw(self, surface: pygame.Surface, tick: int, shift: int = 0) -> list[pygame.Rect]:
        """Add the lights as they are at a tick; gives the places that must be put back before the next.

        `shift` is how many pixels to the right what hides them has drifted.
        """
        if self._scenery is None:
            return []
        self._shift = shift
        self._take_turns(tick)
        glowing = list(self._glowing(tick * living.TICK_MS))
        surface.fblits([*self._darker.values()], pygame.BLEND_RGB_SUB)
        surface.fblits([*self._brighter.values(), *glowing], pygame.BLEND_RGB_ADD)
        changed = (self._standing[index].rect for index in (*self._darker, *self._brighter))
        return [*changed, *(piece.get_rect(topleft=place) for piece, place in glowing)]

    def _take_turns(self, tick: int) -> None:
        """Whatever was drawn before, a light is as its last turn left it."""
        for turn in range(tick + 1 - IN_TURN, tick + 1):
            on = self._turns[turn % IN_TURN] if turn > self._tick else ()
            for index in (*on, *(late for late in self._late if self._standing[late].in_turn(late, turn))):
                self._change(index, _step(self._standing[index], turn * living.TICK_MS))
        self._late, self._tick = set(), tick

    def _change(self, index: int, step: int) -> None:
        """Let a light be so much brighter, or darker, than it was painted."""
        if step == self._steps.get(index, 0):
            return
        self._steps[index] = step
        self._darker.pop(index, None)
        self._brighter.pop(index, None)
        if step:
            piece = self._patch(index, abs(step), self._night.veil), self._standing[index].rect.topleft
            (self._brighter if step > 0 else self._darker)[index] = piece

    def _glowing(self, now: int) -> Iterable[Piece]:
        """Beacons, cars and aircraft that are in sight."""
        assert self._scenery
        lights, heat = self._scenery.lights, self._night.heat
        beacons = (_beacon(number, spot, now) for number, spot in enumerate(lights.beacons))
        ways = (living.traffic(self._cars, now, heat), living.aircraft(lights.flights, now))
        for glow in (*beacons, *ways[0], *ways[1]):
            piece = self._piece(glow)
            if piece:
                yield piece

    def _piece(self, glow: Glow) -> Piece | None:
        assert self._scenery
        whole = self._scenery.whole
        x, y = round(whole.x + glow.x * whole.w), round(whole.y + glow.y * whole.h)
        w, h = self._scenery.picture.get_size()
        strength = round(STEPS * 2 * glow.strength * (1 - self._night.veil))
        if not (0 <= x < w and 0 <= y < h) or strength <= 0 or self._hides(x, y):
            return None
        disc = self._disc(round(2 * max(LEAST, glow.radius * whole.w)), glow.colour, strength)
        rect = disc.get_rect(center=(x, y))
        return None if rect.collidelist(self._taken) >= 0 else (disc, rect.topleft)

    def _hides(self, x: int, y: int) -> bool:
        assert self._scenery
        hidden = self._scenery.hidden
        return bool(hidden.get_at((min(max(0, x - self._shift), hidden.get_size()[0] - 1), y)))

    def _made_patch(self, index: int, step: int, veil: float) -> pygame.Surface:
        """A light cut out of the picture, less what is round it, at that part of its brightness."""
        assert self._scenery
        rect, steps = self._standing[index].rect, self._standing[index].steps
        patch = pygame.Surface(rect.size, depth=32)
        patch.blit(self._scenery.picture, (0, 0), rect)
        r, g, b, _ = pygame.transform.average_color(patch)
        patch.fill(mixed((0, 0, 0), (r, g, b), AROUND), special_flags=pygame.BLEND_RGB_SUB)
        share = round(255 * step / steps * (1 - veil))
        mask = self._disc(rect.w - 3, (share, share, share), STEPS * 2)
        patch.blit(mask, (0, 0), None, pygame.BLEND_RGB_MULT)
        return patch


def _standing(scenery: Scenery) -> Iterable[_Standing]:
    """The lights that were painted wholly inside the window, and before which nothing ever stands."""
    whole, window, crossed = scenery.whole, scenery.picture.get_rect(), scenery.crossed
    for kind, change in CHANGES.items():
        for number, spot in enumerate(change.spots(scenery.lights)):
            half = ceil(1.3 * max(LEAST, spot.radius * whole.w)) + 1
            rect = pygame.Rect(0, 0, 2 * half + 1, 2 * half + 1)
            rect.center = round(whole.x + spot.x * whole.w), round(whole.y + spot.y * whole.h)
            if window.contains(rect) and not any(map(crossed.get_at, _points_of(rect))):
                yield _Standing(kind, number, rect, FINE_STEPS if spot.radius > LARGE else STEPS)


def _points_of(rect: pygame.Rect) -> tuple[tuple[int, int], ...]:
    right, bottom = rect.right - 1, rect.bottom - 1
    return rect.center, rect.topleft, (right, rect.y), (rect.x, bottom), (right, bottom)


def _step(light: _Standing, now: int) -> int:
    step = round(light.steps * CHANGES[light.kind].course(light.number, now))
    return step if abs(step) > 1 else 0  # a single step is not seen, and is a third of all lamps


def _beacon(number: int, spot: Spot, now: int) -> Glow:
    assert spot.colour
    return Glow(spot.x, spot.y, spot.radius, spot.colour, living.beacon_strength(number, now))


def made_disc(across: int, colour: Colour, strength: int) -> pygame.Surface:
    """A soft disc so many pixels across, at a strength from 1 to 16, on black: to be added."""
    side, finer = across + 3, 4
    large = pygame.Surface((side * finer, side * finer), depth=32)
    rings = 6
    for ring in range(rings):
        lit = (ring + 1) / rings
        radius = finer * (across / 2 + 1) * (1 - 0.7 * ring / rings)
        shade = mixed((0, 0, 0), colour, lit * strength / (STEPS * 2))
        pygame.draw.circle(large, shade, large.get_rect().center, radius)
    return pygame.transform.smoothscale(large, (side, side))
