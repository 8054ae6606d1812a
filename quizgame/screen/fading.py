"""How one picture becomes the next, and how the first one comes out of the dark; knows no scene and no clock.

A change of scene is a short fade. A change of place goes through the dark. In very large windows, where
mixing two pictures would take longer than a frame may, the new one alone comes out of the dark.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pygame

from quizgame.screen.ease import ease_in_out, ease_out, progress

MIX_MS = 120
FIRST_MS = 16
DARK_MS, LIGHT_MS = 130, 260  # of a way through the dark: into it and out of it
MOST_MIXED = 5_000_000  # pixels: larger windows do not mix
DIM = 170  # of 255: what is taken from a picture in the dark; what shines still shows
DIMMED = (246, 246, 246)  # of 255: what the first frame of a fade leaves of a picture
OPENING_MS = 1900
UNLIT_MS = 40  # until then all is equally dark, and the first frame is there sooner
LETTERS_MS = 500  # after the city begins, so does the name
SWEEP = 0.45  # of the width: how soft the edge is with which the lights come on
DOWNTOWN = 0.66  # of the width: where the city begins
SKY = 0.40  # of the height: what lies higher than this belongs to the name
GRID = (32, 18)


class Fade:
    """The picture before, going away; none most of the time."""

    def __init__(self) -> None:
        self._old: pygame.Surface | None = None
        self._glass: pygame.Surface | None = None
        self._began = 0
        self._dips = False
        self.runs = False
        """Whether the next picture still has to be drawn by `over`."""

    def begin(self, old: pygame.Surface | None, now: int, dips: bool) -> None:
        """Let go of a picture, kept as it was seen, or of one that is gone; `dips` leads through the dark.

        Nothing may be drawn on what is kept until the fade has stopped.
        """
        # The frame with which it begins already shows a change.
        self._old, self._glass, self._began, self._dips, self.runs = old, None, now - FIRST_MS, dips, True

    def wait(self, now: int) -> None:
        """The next picture has only now been drawn: what hides it begins again."""
        self._began = now - FIRST_MS
        if self._old and not self._dips:
            self._glass = see_through(self._old)

    def stop(self) -> None:
        self._old, self._glass, self.runs = None, None, False

    def hides(self, now: int) -> bool:
        """Whether nothing is seen of the next picture yet, for the one before is only growing darker.

        So it is in the first frame: to draw a picture is dear enough without laying another over it.
        """
        length = DARK_MS if self._old and self._dips else FIRST_MS + 1
        return self.runs and now - self._began < length

    @property
    def dips(self) -> bool:
        """Whether it runs, and through the dark."""
        return self.runs and self._dips

    def over(self, surface: pygame.Surface, now: int) -> None:
        """Lay what is left of the old picture over the new one; where that is hidden, over anything."""
        if not self.runs:
            return
        since, old = max(0, now - self._began), self._old
        if since >= self._length() or (old and old.get_size() != surface.get_size()):
            self.stop()
        elif old is None:
            darken(surface, _dark(since + DARK_MS))
        elif self._dips:
            if since < DARK_MS:
                surface.blit(old, (0, 0))
            darken(surface, _dark(since))
        elif self.hides(now):
            surface.fill(DIMMED, special_flags=pygame.BLEND_RGB_MULT)
        else:
            self._mix(surface, since, old)

    def _length(self) -> int:
        if self._old is None:
            return LIGHT_MS
        return DARK_MS + LIGHT_MS if self._dips else MIX_MS

    def _mix(self, surface: pygame.Surface, since: int, old: pygame.Surface) -> None:
        # The smallest opacity counts, and it only ever falls: cheaper than a surface's own opacity.
        self._glass = self._glass or see_through(old)
        left = round(255 * (1 - ease_out(progress(since, 0, MIX_MS))))
        self._glass.fill((255, 255, 255, left), special_flags=pygame.BLEND_RGBA_MIN)
        surface.blit(self._glass, (0, 0))


def _dark(since: int) -> int:
    """What is taken of every colour so many milliseconds after a way through the dark began."""
    into, out = ease_in_out(progress(since, 0, DARK_MS)), ease_in_out(progress(since, DARK_MS, LIGHT_MS))
    return round(DIM * (into - out))


def mixes(size: tuple[int, int]) -> bool:
    """Whether a window of that size lays one picture over the other."""
    return size[0] * size[1] <= MOST_MIXED


def see_through(picture: pygame.Surface) -> pygame.Surface:
    """The pixels of a picture, with an opacity for each; they are not copied."""
    pixels: Any = picture.get_view("0")
    glass = pygame.image.frombuffer(pixels, picture.get_size(), "BGRA")
    glass.fill((0, 0, 0, 255), special_flags=pygame.BLEND_RGBA_MAX)
    return glass


class Opening:
    """The first seconds: the lights of the city come on from downtown outwards, then the letters of the name.

    What is white can be read from the first frame on.
    """

    def __init__(self, wished: bool) -> None:
        self.runs = wished
        self._sheet: pygame.Surface | None = None

    def skip(self) -> None:
        self.runs, self._sheet = False, None

    def over(self, surface: pygame.Surface, now: int) -> None:
        """Take from the picture what is still dark."""
        if now >= OPENING_MS:
            self.skip()
        if not self.runs:
            return
        if now < UNLIT_MS:
            darken(surface, DIM)
            return
        dark = pygame.Surface(GRID, depth=32)
        for x, y, left in darkness(now):
            dark.set_at((x, y), (left, left, left))
        # One sheet for all frames: freed and taken again, it would leave holes in the memory.
        if self._sheet is None or self._sheet.get_size() != surface.get_size():
            self._sheet = pygame.Surface(surface.get_size(), depth=32)
        pygame.transform.smoothscale(dark, surface.get_size(), self._sheet)
        surface.blit(self._sheet, (0, 0), special_flags=pygame.BLEND_RGB_SUB)


class Dark(NamedTuple):
    """A cell of the grid, and what is taken from it (0 to 255)."""

    x: int
    y: int
    left: int


def darkness(now: int) -> Iterator[Dark]:
    """What is still dark so many milliseconds after the beginning."""
    columns, rows = GRID
    length = OPENING_MS - LETTERS_MS
    for x in range(columns):
        along = x / (columns - 1)
        city = _dimmed(now / length, abs(along - DOWNTOWN) / DOWNTOWN)
        name = _dimmed((now - LETTERS_MS) / length, along)
        for y in range(rows):
            share = min(1.0, max(0.0, (y / rows - SKY + 0.08) / 0.16))
            yield Dark(x, y, round(DIM * (name + (city - name) * share)))


def _dimmed(done: float, late: float) -> float:
    """The share of darkness that is left where the lights come on as late as that (0 to 1)."""
    return 1 - ease_in_out(min(1.0, max(0.0, (done * (1 + SWEEP) - late) / SWEEP)))


def darken(surface: pygame.Surface, by: int) -> None:
    """Take so much of every colour."""
    surface.fill((by, by, by), special_flags=pygame.BLEND_RGB_SUB)
