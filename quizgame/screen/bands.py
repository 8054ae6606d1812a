"""Writes down what is to be drawn on a sheet, band by band of its rows; knows no scene and draws nothing.

A large sheet does not fit into the processor's own memory. Drawn on as a whole it would be fetched and put
away again for every thing that lies on it; a band stays there until all of it is done. And what is to be
drawn in a band can be compared with what was drawn there the last time.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pygame

BAND = 1 << 18  # bytes: with what is laid on it, a band fits where it is fast

Place = tuple[int, int]

Blit = tuple[pygame.Surface, Place, Any, int]
"""A sheet, where it goes, the part of it that does, and how it is mixed: what `Surface.blits` takes."""

Deed = tuple[Callable[..., object], tuple[Any, ...]]
"""A function to be called with the surface and these arguments: equal ones draw the same."""

Band = list[list[Blit] | Deed]
"""What is to be done in a band, in this order; blits that follow one another are done together."""


class Bands:
    """Takes what a surface takes; what it is given must stay as it is for as long as this is kept."""

    def __init__(self, size: tuple[int, int]) -> None:
        self._size, self._clip = size, pygame.Rect((0, 0), size)
        self.rows = rows_of(size)
        self.bands: list[Band] = [[] for _ in range(0, size[1], self.rows)]

    def get_size(self) -> tuple[int, int]:
        return self._size

    def get_clip(self) -> pygame.Rect:
        return self._clip.copy()

    def set_clip(self, clip: pygame.Rect) -> None:
        self._clip = clip.clip(((0, 0), self._size))

    def fill(
        self, colour: tuple[int, ...], rect: pygame.Rect | None = None, special_flags: int = 0
    ) -> pygame.Rect:
        where = self._clip.copy() if rect is None else self._clip.clip(rect)
        self._add(where, (fill, (colour, where, special_flags)))
        return where

    def blit(
        self,
        sheet: pygame.Surface,
        place: pygame.Rect | Place,
        area: tuple[int, int, int, int] | None = None,
        special_flags: int = 0,
    ) -> pygame.Rect:
        left, top, *size = area or (0, 0, *sheet.get_size())
        where = self._clip.clip(place[:2], size)
        x, y, w, h = where
        if not (w and h):
            return where
        if [w, h] != size or area:
            area = left + x - place[0], top + y - place[1], w, h
        blit = (sheet, (x, y), area, special_flags)
        for band in self._crossed(where):
            if band and isinstance(band[-1], list):
                band[-1].append(blit)
            else:
                band.append([blit])
        return where

    def later(self, rect: pygame.Rect, do: Callable[..., object], *given: object) -> pygame.Rect:
        """Call `do` with the surface and what is given; it must change that part alone, clipped as it is."""
        where = self._clip.clip(rect)
        self._add(where, (_clipped, (where, do, given)))
        return where

    def _add(self, where: pygame.Rect, deed: Deed) -> None:
        for band in self._crossed(where):
            band.append(deed)

    def _crossed(self, rect: pygame.Rect) -> list[Band]:
        """The bands that a part lies in."""
        if not (rect.w and rect.h):
            return []
        return self.bands[rect.y // self.rows : (rect.bottom - 1) // self.rows + 1]


def rows_of(size: tuple[int, int]) -> int:
    """How many rows a band has on a sheet of that size."""
    return max(1, BAND // (4 * size[0]))


def fill(
    surface: pygame.Surface, colour: tuple[int, ...], where: pygame.Rect, special_flags: int = 0
) -> None:
    """Fill what of a part is not clipped; pygame by itself fills what lies wholly beyond the clip."""
    part = where.clip(surface.get_clip())
    if part.w and part.h:
        surface.fill(colour, part, special_flags)


def lay(surface: pygame.Surface, band: Band) -> None:
    """Do what is written down for a band, to which the surface is clipped."""
    for deed in band:
        if isinstance(deed, list):
            surface.blits(deed, doreturn=False)
        else:
            do, given = deed
            do(surface, *given)


def _clipped(
    surface: pygame.Surface, where: pygame.Rect, do: Callable[..., object], given: tuple[object, ...]
) -> None:
    before = surface.get_clip()
    surface.set_clip(before.clip(where))
    do(surface, *given)
    surface.set_clip(before)
