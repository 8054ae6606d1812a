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
from quizgame.screen.living import Course, Lights, Spot
from quizgame.screen.scenery import Scenery
from quizgame.screen.shining import DISC_STEPS, LEAST, Piece, Shining
from quizgame.screen.theme import mixed

STEPS = 6  # of brightness
FINE_STEPS = 18  # of what is large enough for each step to be seen
LARGE = 0.006  # of the picture's width: from this radius on a light's changes are seen one by one
IN_TURN = 4  # small lights change in so many turns: nobody sees it, and it is a quarter of the work
LONG_AGO = -1_000_000  # a tick
AROUND = 0.7  # of a patch's mean colour counts as what is round the light


class _Standing(NamedTuple):
    """A light that changes where it was painted, in so many `steps`."""

    course: Course
    rect: pygame.Rect
    steps: int

    def in_turn(self, index: int, turn: int) -> bool:
        """Whether the light, with its place among all, changes at that tick: a large one at each."""
        return self.steps == FINE_STEPS or index % IN_TURN == turn % IN_TURN

    def step(self, now: int) -> int:
        """How many steps brighter or darker it is; a single one is not seen, and is a third of all."""
        step = round(self.steps * self.course(now))
        return step if step > 1 or step < -1 else 0


class _Kind(NamedTuple):
    """Which lights of a place are of a kind, and how one of them changes, by its number."""

    spots: Callable[[Lights], tuple[Spot, ...]]
    course: Callable[[int], Course]


KINDS = (
    _Kind(attrgetter("windows"), living.window_course),
    _Kind(attrgetter("lamps"), living.lamp_course),
    _Kind(attrgetter("glows"), living.glow_course),
    _Kind(attrgetter("neon"), living.neon_course),
)


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
        self._shining = Shining()
        self._tick = LONG_AGO
        self._patch = lru_cache(maxsize=3000)(self._made_patch)

    def settle(self, scenery: Scenery | None, night: Night, taken: Sequence[pygame.Rect]) -> None:
        """Get ready for a picture that was drawn anew; `taken` is where something stands in front of it."""
        if scenery is not self._scenery:
            self._standing = list(_standing(scenery)) if scenery else []
        if scenery is not self._scenery:
            self._patch.cache_clear()
        if scenery is not self._scenery or night.veil != self._night.veil:
            self._free, self._steps, self._brighter, self._darker = set(), {}, {}, {}
        self._scenery, self._night = scenery, night
        self._taken = [rect for rect in taken if rect.w > 0]
        self._shining.settle(scenery, night, self._taken)
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
        self._take_turns(tick)
        changed = [*self._darker.values(), *self._brighter.values()]
        shining = self._shining.pieces(tick, shift)
        surface.fblits(changed[: len(self._darker)], pygame.BLEND_RGB_SUB)
        surface.fblits([*changed[len(self._darker) :], *shining], pygame.BLEND_RGB_ADD)
        return [rect for _, rect in (*changed, *shining)]

    def _take_turns(self, tick: int) -> None:
        """Whatever was drawn before, a light is as its last turn left it."""
        for turn in range(tick + 1 - IN_TURN, tick + 1):
            now = turn * living.TICK_MS
            for index in self._turns[turn % IN_TURN] if turn > self._tick else self._late_at(turn):
                self._change(index, self._standing[index].step(now))
        self._late, self._tick = set(), tick

    def _late_at(self, turn: int) -> list[int]:
        return [late for late in self._late if self._standing[late].in_turn(late, turn)]

    def _change(self, index: int, step: int) -> None:
        """Let a light be so much brighter, or darker, than it was painted."""
        if step == self._steps.get(index, 0):
            return
        self._steps[index] = step
        self._darker.pop(index, None)
        self._brighter.pop(index, None)
        if step:
            piece = self._patch(index, abs(step), self._night.veil), self._standing[index].rect
            (self._brighter if step > 0 else self._darker)[index] = piece

    def _made_patch(self, index: int, step: int, veil: float) -> pygame.Surface:
        """A light cut out of the picture, less what is round it, at that part of its brightness."""
        assert self._scenery
        rect, steps = self._standing[index].rect, self._standing[index].steps
        patch = pygame.Surface(rect.size, depth=32)
        patch.blit(self._scenery.picture, (0, 0), rect)
        r, g, b, _ = pygame.transform.average_color(patch)
        patch.fill(mixed((0, 0, 0), (r, g, b), AROUND), special_flags=pygame.BLEND_RGB_SUB)
        share = round(255 * step / steps * (1 - veil))
        mask = self._shining.disc(rect.w - 3, (share, share, share), DISC_STEPS)
        patch.blit(mask, (0, 0), None, pygame.BLEND_RGB_MULT)
        return patch


def _standing(scenery: Scenery) -> Iterable[_Standing]:
    """The lights that were painted wholly inside the window, and before which nothing ever stands."""
    whole, window, crossed = scenery.whole, scenery.picture.get_rect(), scenery.crossed
    for kind in KINDS:
        for number, spot in enumerate(kind.spots(scenery.lights)):
            half = ceil(1.3 * max(LEAST, spot.radius * whole.w)) + 1
            rect = pygame.Rect(0, 0, 2 * half + 1, 2 * half + 1)
            rect.center = round(whole.x + spot.x * whole.w), round(whole.y + spot.y * whole.h)
            if window.contains(rect) and not any(map(crossed.get_at, _points_of(rect))):
                yield _Standing(kind.course(number), rect, FINE_STEPS if spot.radius > LARGE else STEPS)


def _points_of(rect: pygame.Rect) -> tuple[tuple[int, int], ...]:
    right, bottom = rect.right - 1, rect.bottom - 1
    return rect.center, rect.topleft, (right, rect.y), (rect.x, bottom), (right, bottom)
