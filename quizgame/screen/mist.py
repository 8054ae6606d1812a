"""Lays the haze of a place over the picture that is kept, where nothing stands; knows no scene."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import pygame

from quizgame.screen import haze
from quizgame.screen.backdrop import Night
from quizgame.screen.haze import Bank
from quizgame.screen.scenery import Scenery, swept
from quizgame.screen.theme import mixed
from quizgame.screen.ticks import TICK_MS

EVERY = 6  # ticks of the lights from one haze to the next: nine tenths of it change by a level at most
CELLS = 36  # to the picture's height: the haze is made small, and softly enlarged
FINER = 5  # the small picture is so much brighter than what is added in the end: enlarged, it has no steps
LEANS = 25  # ways in which a bank may lean
ROUND = 2  # cells round whatever stands there that the haze keeps away from, and fades on one more
COARSE = 1_000_000  # pixels: haze that is larger is made at half its size, for it has no edges

SEEN = 2  # of 255: a column of cells that is darker on the whole is behind something
NEVER = -1

BLACK, WHITE = (0, 0, 0), (255, 255, 255)


class Mist:
    """The haze over one picture."""

    def __init__(self) -> None:
        self._shown: tuple[object, ...] = ()
        self._banks: tuple[Bank, ...] = ()
        self._bodies: list[pygame.Surface] = []
        self._strip = pygame.Rect(0, 0, 0, 0)
        self._run = range(0)
        self._area = pygame.Rect(0, 0, 0, 0)
        self._whole = pygame.Rect(0, 0, 0, 0)
        self._bare: pygame.Surface | None = None
        self._added: pygame.Surface | None = None
        self._coarse: pygame.Surface | None = None
        self._open: pygame.Surface | None = None
        self._free: pygame.Surface | None = None
        self._step = NEVER
        self._laid = self._holds = False
        self._on: pygame.Surface | None = None
        self._left: list[pygame.Rect] = []
        self._shape = lru_cache(maxsize=8)(_made_shape)

    def hold(
        self, scenery: Scenery | None, night: Night, taken: Sequence[pygame.Rect], plate: pygame.Surface
    ) -> None:
        """Before a plate is drawn on: take the haze off it, unless that can stay as it is."""
        same = bool(scenery) and self._on is plate and self._shown == (scenery and scenery.picture, night)
        self._holds = self._laid and same and _pixels(self._freed(taken)) == _pixels(self._free)
        if self._laid and same and not self._holds:
            assert self._bare
            plate.blit(self._bare, self._area)
            self._left = [self._area]
        self._laid = self._holds

    def settle(
        self,
        scenery: Scenery | None,
        night: Night,
        taken: Sequence[pygame.Rect],
        plate: pygame.Surface,
        drawn: Sequence[pygame.Rect],
    ) -> None:
        """Get ready for a picture of which parts were drawn anew; `taken` is where something is in front."""
        if self._holds:
            self._left += [part for place in drawn if (part := self.renew(plate, place)).h]
            return
        self._banks = scenery.lights.haze if scenery else ()
        self._laid = False
        if not scenery or not self._banks:
            return
        shown = scenery.picture, night
        if shown != self._shown:
            self._begin(scenery, night, plate.get_rect())
        free = self._freed(taken)
        if shown != self._shown or _pixels(free) != _pixels(self._free):
            self._shown, self._free, self._step = shown, free, NEVER
            self._limit()
        assert self._bare
        self._bare.blit(plate, (0, 0), self._area)

    def _begin(self, scenery: Scenery, night: Night, window: pygame.Rect) -> None:
        """Get ready for another picture."""
        self._whole = scenery.whole
        top = self._whole.y + round(min(bank.top for bank in self._banks) * self._whole.h)
        bottom = self._whole.y + round(max(bank.bottom for bank in self._banks) * self._whole.h)
        self._strip = pygame.Rect(0, top, window.w, bottom - top).clip(window)
        self._bodies = [self._made_body(bank, night) for bank in self._banks]
        self._open = self._opened(scenery)

    def _limit(self) -> None:
        """Find the widest part in which haze can be seen: there is no need to keep more, or to do more."""
        assert self._free
        columns, _ = self._size()
        means = pygame.transform.smoothscale(self._free, (columns, 1))
        lit = (means.get_at((column, 0))[0] >= SEEN for column in range(columns))
        self._run = max(_runs(lit), key=len)
        across = self._strip.w / columns
        left, right = round(self._run.start * across), round(self._run.stop * across)
        self._area = pygame.Rect(left, self._strip.y, right - left, self._strip.h)
        # The sheets are kept while they fit.
        if self._bare is None or self._bare.get_size() != self._area.size:
            self._bare = pygame.Surface(self._area.size, depth=32)
            self._added = self._coarse = pygame.Surface(self._area.size, depth=32)
            if (w := self._area.w) * (h := self._area.h) > COARSE:
                self._coarse = pygame.Surface((w // 2, h // 2), depth=32)

    def blow(self, plate: pygame.Surface, tick: int) -> list[pygame.Rect]:
        """Lay the haze of a tick on the plate; where that, or having taken it off before, has changed it."""
        step = tick // EVERY
        changed, self._left = self._left, []
        if not self._banks or not self._run or (step == self._step and self._laid):
            return changed
        if step != self._step:
            self._make(step)
        assert self._bare
        assert self._added
        if self._laid:
            plate.blit(self._bare, self._area)
        plate.blit(self._added, self._area, special_flags=pygame.BLEND_RGB_ADD)
        self._laid, self._on = True, plate
        return changed if changed == [self._area] else [*changed, self._area]

    def _make(self, step: int) -> None:
        """What is added to the picture in a step."""
        self._step = step
        assert self._coarse
        assert self._added
        small, coarse = self._small(step * EVERY * TICK_MS), self._coarse
        pygame.transform.smoothscale(small, coarse.get_size(), coarse)
        coarse.fill((255 // FINER,) * 3, special_flags=pygame.BLEND_RGB_MULT)
        if coarse is not self._added:
            pygame.transform.scale(coarse, self._area.size, self._added)

    def renew(self, plate: pygame.Surface, place: pygame.Rect) -> pygame.Rect:
        """What lies behind the haze is another there, and the plate has it; the part that has haze."""
        part = place.clip(self._area)
        if part.w and part.h and self._laid:
            assert self._bare
            assert self._added
            inside = part.move(-self._area.x, -self._area.y)
            self._bare.blit(plate, inside, part)
            plate.blit(self._added, part, inside, special_flags=pygame.BLEND_RGB_ADD)
        return part

    def _size(self) -> tuple[int, int]:
        cell = self._whole.h / CELLS
        return max(2, round(self._strip.w / cell)), max(2, round(self._strip.h / cell))

    def _made_body(self, bank: Bank, night: Night) -> pygame.Surface:
        """A bank at its thickest, in cells: a column for each way in which it may lean."""
        top, height = (self._strip.y - self._whole.y) / self._whole.h, self._strip.h / self._whole.h
        body = self._shape(bank, top, height, self._size()[1]).copy()
        colour = mixed(BLACK, haze.tint(bank, night.heat), 1 - night.veil)
        bright = [min(255, FINER * part) for part in colour]
        body.fill(bright, special_flags=pygame.BLEND_RGB_MULT)
        return body

    def _opened(self, scenery: Scenery) -> pygame.Surface:
        """White where the haze may be seen, dark where a front comes by, in cells."""
        free = pygame.Surface(self._size(), depth=32)
        free.fill(WHITE)
        for front, shift in swept(scenery.fronts, scenery.picture.get_height()):
            place = self._cells(pygame.Rect(front.place, front.size).move(shift, 0), 0)
            free.blit(pygame.transform.smoothscale(front.pieces[0], place.size), place)
        return free

    def _freed(self, taken: Sequence[pygame.Rect]) -> pygame.Surface:
        """The same, black where something stands before it."""
        assert self._open
        free = self._open.copy()
        for rect in taken:
            if rect.w and rect.colliderect(self._strip):
                free.fill(BLACK, self._cells(rect))
        return pygame.transform.box_blur(free, 1)

    def _cells(self, rect: pygame.Rect, more: int = ROUND) -> pygame.Rect:
        columns, rows = self._size()
        across, down = self._strip.w / columns, self._strip.h / rows
        left, top = int((rect.x - self._strip.x) / across), int((rect.y - self._strip.y) / down)
        w, h = int(rect.w / across) + 1, int(rect.h / down) + 1
        return pygame.Rect(left, top, w, h).inflate(2 * more, 2 * more)

    def _small(self, now: int) -> pygame.Surface:
        """The haze in cells, much too bright."""
        assert self._free
        run = self._run
        small = pygame.Surface((len(run), self._size()[1]), depth=32)
        for number in range(len(self._banks)):
            small.blit(self._layer(number, now), (0, 0), special_flags=pygame.BLEND_RGB_ADD)
        part = run.start, 0, *small.get_size()
        small.blit(self._free, (0, 0), part, special_flags=pygame.BLEND_RGB_MULT)
        return small

    def _layer(self, number: int, now: int) -> pygame.Surface:
        """One bank."""
        bank, (columns, rows) = self._banks[number], self._size()
        layer = pygame.Surface((len(self._run), rows), depth=32)
        line = pygame.Surface((len(self._run), 1), depth=32)
        for place, column in enumerate(self._run):
            x = ((column + 0.5) * self._strip.w / columns - self._whole.x) / self._whole.w
            level = round(255 * haze.thickness(number, bank, x, now))
            line.set_at((place, 0), (level, level, level))
            leaning = round((LEANS - 1) * (haze.lean(number, bank, x, now) + 1) / 2)
            layer.blit(self._bodies[number], (place, 0), (leaning, 0, 1, rows))
        thick = pygame.transform.scale(line, layer.get_size())
        layer.blit(thick, (0, 0), special_flags=pygame.BLEND_RGB_MULT)
        return layer


def _pixels(sheet: pygame.Surface | None) -> bytes:
    return pygame.image.tobytes(sheet, "RGB") if sheet else b""


def _made_shape(bank: Bank, top: float, height: float, rows: int) -> pygame.Surface:
    """How thick a bank is: a column for each way in which it may lean, and rows down a part of the picture.

    The part is given in heights of the picture.
    """
    shape = pygame.Surface((LEANS, rows), depth=32)
    for row in range(rows):
        y = top + (row + 0.5) * height / rows
        for column in range(LEANS):
            level = round(255 * haze.body(bank, y, 2 * column / (LEANS - 1) - 1))
            shape.set_at((column, row), (level, level, level))
    return shape


def _runs(lit: Iterable[bool]) -> Iterator[range]:
    """The stretches that are lit, and an empty one."""
    yield range(0)
    start = None
    for place, on in enumerate((*lit, False)):
        if on and start is None:
            start = place
        if not on and start is not None:
            yield range(start, place)
            start = None
