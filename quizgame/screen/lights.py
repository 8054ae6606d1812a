"""Puts the lights of a place on the window, where nothing else stands; knows no scene and keeps no time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from math import ceil
from typing import NamedTuple

import pygame

from quizgame.screen import living
from quizgame.screen.backdrop import Night
from quizgame.screen.living import Course, Lights, Spot
from quizgame.screen.scenery import Scenery
from quizgame.screen.shining import DISC_STEPS, LEAST, Piece, Shining
from quizgame.screen.theme import mixed
from quizgame.screen.ticks import SLOWLY, TICK_MS

STEPS = 6  # of brightness
FINE_STEPS = 18  # of what is large enough for each step to be seen
LARGE = 0.006  # of the picture's width: from this radius on a light's changes are seen one by one
IN_TURN = 4  # small lights change in so many turns: nobody sees it, and it is a quarter of the work
AHEAD = 32  # ticks that are worked out together
LONG_AGO = -1_000_000  # a tick
AROUND = 0.7  # of a patch's mean colour counts as what is round the light


class _Standing(NamedTuple):
    """A light that changes where it was painted, in so many `steps`."""

    course: Course
    rect: pygame.Rect
    steps: int

    def turns(self, index: int, ticks: range) -> range:
        """At which of some ticks the light, with its place among all, changes."""
        every = SLOWLY if self.steps == FINE_STEPS else IN_TURN
        return ticks[(index - ticks.start) % every if every == IN_TURN else -ticks.start % every :: every]

    def step(self, now: int) -> int:
        """How many steps brighter or darker it is; a single one is not seen, and is a third of all."""
        step = round(self.steps * self.course(now))
        return step if step > 1 or step < -1 else 0


class _Kind(NamedTuple):
    """Which lights of a place are of a kind, and how one of them changes, by its number."""

    spots: Callable[[Lights], tuple[Spot, ...]]
    course: Callable[[int], Course]


KINDS = (
    _Kind(lambda lights: lights.windows, living.window_course),
    _Kind(lambda lights: lights.lamps, living.lamp_course),
    _Kind(lambda lights: lights.glows, living.glow_course),
    _Kind(lambda lights: lights.neon, living.neon_course),
)


class _Turns:
    """What changes at which tick, worked out light by light for many ticks together.

    Most of the time goes into reaching what is known of a light: once for all its turns is a quarter of that.
    """

    def __init__(self, standing: Sequence[_Standing]) -> None:
        self._standing = standing
        self._ahead = IN_TURN
        self._changes: dict[int, list[tuple[int, int]]] = {}

    def between(self, seen: int, tick: int) -> Iterator[tuple[int, int]]:
        """The steps of lights, by their numbers, that may be others at a tick than when one was seen."""
        if not tick - IN_TURN <= seen <= tick:
            # Within so many ticks each light has its turn.
            seen, self._ahead, self._changes = tick - IN_TURN, IN_TURN, {}
        for turn in range(seen + 1, tick + 1):
            if turn not in self._changes:
                self._work_out(range(turn, turn + self._ahead))
            yield from self._changes[turn]

    def _work_out(self, turns: range) -> None:
        self._ahead = AHEAD
        self._changes = {turn: [] for turn in turns}
        for index, light in enumerate(self._standing):
            known = None
            for turn in light.turns(index, turns):
                step = light.step(turn * TICK_MS)
                if step != known:
                    self._changes[turn].append((index, step))
                known = step


class _Beneath:
    """What the window shows beneath lights that will soon be elsewhere."""

    def __init__(self) -> None:
        self._sheet = pygame.Surface((0, 0), depth=32)
        self._kept: list[tuple[pygame.Rect, pygame.Rect]] = []

    def keep(self, surface: pygame.Surface, places: Iterable[pygame.Rect]) -> None:
        """Copy what is there before any of the lights are added."""
        across, tall, self._kept = 0, 0, []
        for place in places:
            self._kept.append((place, pygame.Rect((across, 0), place.size)))
            across, tall = across + place.w, max(tall, place.h)
        w, h = self._sheet.get_size()
        if across > w or tall > h:
            self._sheet = pygame.Surface((max(across, w), max(tall, h)), depth=32)
        self._sheet.blits([(surface, part, place) for place, part in self._kept], doreturn=False)

    def put_back(self, surface: pygame.Surface) -> list[pygame.Rect]:
        """Take the lights away again; where they were."""
        surface.blits([(self._sheet, place, part) for place, part in self._kept], doreturn=False)
        return [place for place, _ in self._kept]


class Passed(NamedTuple):
    """Where lights have gone on, and all places where there are lights now."""

    changed: list[pygame.Rect]
    lit: list[pygame.Rect]


class LightShow:
    """The lights of one picture; those that something covers stay as they were painted."""

    def __init__(self) -> None:
        self._scenery: Scenery | None = None
        self._night = Night(0, 0, "")
        self._standing: list[_Standing] = []
        self._turns = _Turns(())
        self._free: set[int] = set()
        self._steps: dict[int, int] = {}
        self._brighter: dict[int, Piece] = {}
        self._darker: dict[int, Piece] = {}
        self._shining = Shining()
        self._tick = LONG_AGO
        self._beneath = _Beneath()
        self._still: list[pygame.Rect] = []
        self._patch = lru_cache(maxsize=3000)(self._made_patch)
        self._dim: set[int] = set()
        self._plate: pygame.Surface | None = None
        self._dim_patch = lru_cache(maxsize=300)(self._made_dim_patch)

    def settle(
        self,
        scenery: Scenery | None,
        night: Night,
        taken: Sequence[pygame.Rect],
        dimmed: Sequence[pygame.Rect] = (),
        plate: pygame.Surface | None = None,
    ) -> None:
        """Get ready for a picture that was drawn anew; `taken` is where something stands in front of it.

        Where it is only `dimmed`, lights change as dimly as the `plate` shows them.
        """
        another = scenery is not self._scenery
        if another:
            self._standing = list(_standing(scenery)) if scenery else []
            self._turns, self._tick, self._steps = _Turns(self._standing), LONG_AGO, {}
            self._patch.cache_clear()
        if another or night.veil != self._night.veil:
            self._free, self._brighter, self._darker = set(), {}, {}
        self._scenery, self._night = scenery, night
        taken = [rect for rect in taken if rect.w > 0]
        self._shining.settle(scenery, night, [*taken, *dimmed])
        before, dim = self._free, self._dim
        self._free = {n for n, light in enumerate(self._standing) if light.rect.collidelist(taken) < 0}
        self._dim = {n for n in self._free if plate and self._standing[n].rect.collidelist(dimmed) >= 0}
        self._plate = plate
        self._dim_patch.cache_clear()
        for index in (before ^ self._free) | dim | self._dim:
            self._show(index)

    @property
    def hurries(self) -> bool:
        """Whether any light goes on at every tick."""
        return self._shining.hurries

    def draw(self, surface: pygame.Surface, tick: int, shift: int = 0) -> list[pygame.Rect]:
        """Add the lights as they are at a tick; gives the places that must be put back before the next.

        `shift` is how many pixels to the right what hides them has drifted.
        """
        if self._scenery is None:
            return []
        self._take_turns(tick - tick % SLOWLY)
        darker = list(self._darker.values())
        brighter = [*self._brighter.values(), *self._shining.slow(tick, shift)]
        surface.fblits(darker, pygame.BLEND_RGB_SUB)
        surface.fblits(brighter, pygame.BLEND_RGB_ADD)
        self._still = [rect for _, rect in (*darker, *brighter)]
        return self._still + self._hurry(surface, tick, shift)

    def go_on(self, surface: pygame.Surface, tick: int, shift: int = 0) -> Passed:
        """Only the lights that go on at every tick, on a surface that shows the tick before."""
        before = self._beneath.put_back(surface)
        now = self._hurry(surface, tick, shift)
        changed = {id(place): place for place in (*before, *now)}  # what only swells is in both
        return Passed(list(changed.values()), self._still + now)

    def _hurry(self, surface: pygame.Surface, tick: int, shift: int) -> list[pygame.Rect]:
        quick = self._shining.quick(tick, shift)
        places = [rect for _, rect in quick]
        self._beneath.keep(surface, places)
        surface.fblits(quick, pygame.BLEND_RGB_ADD)
        return places

    def _take_turns(self, tick: int) -> None:
        """Whatever was drawn before, a light is as its last turn left it."""
        for index, step in self._turns.between(self._tick, tick):
            if step != self._steps.get(index, 0):
                self._steps[index] = step
                self._show(index)
        self._tick = tick

    def _show(self, index: int) -> None:
        """Let a light be so much brighter, or darker, than it was painted, unless something covers it."""
        self._darker.pop(index, None)
        self._brighter.pop(index, None)
        step = self._steps.get(index, 0)
        if step and index in self._free:
            dim = index in self._dim
            patch = (
                self._dim_patch(index, abs(step)) if dim else self._patch(index, abs(step), self._night.veil)
            )
            (self._brighter if step > 0 else self._darker)[index] = patch, self._standing[index].rect

    def _made_patch(self, index: int, step: int, veil: float) -> pygame.Surface:
        """A light cut out of the picture, at that part of its brightness."""
        assert self._scenery
        return self._cut(self._scenery.picture, index, step, 1 - veil)

    def _made_dim_patch(self, index: int, step: int) -> pygame.Surface:
        """A light cut out of the plate, at that part of the brightness that it has left there."""
        assert self._plate
        return self._cut(self._plate, index, step, 1.0)

    def _cut(self, picture: pygame.Surface, index: int, step: int, left: float) -> pygame.Surface:
        """A light, less what is round it."""
        rect, steps = self._standing[index].rect, self._standing[index].steps
        patch = pygame.Surface(rect.size, depth=32)
        patch.blit(picture, (0, 0), rect)
        r, g, b, _ = pygame.transform.average_color(patch)
        patch.fill(mixed((0, 0, 0), (r, g, b), AROUND), special_flags=pygame.BLEND_RGB_SUB)
        share = round(255 * step / steps * left)
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
