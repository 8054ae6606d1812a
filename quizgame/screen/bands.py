"""A sheet that is drawn on a band of rows at a time, once all is known that is to lie there; knows no scene.

A large sheet does not fit into the processor's own memory. Drawn on as a whole it would be fetched and put
away again for every thing that lies on it; a band stays there until all of it is done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pygame

BAND = 1 << 18  # bytes: with what is laid on it, a band fits where it is fast

Place = tuple[int, int]


class _Deed(NamedTuple):
    """Something to be done to a part of the sheet, and to no more than is clipped."""

    rect: pygame.Rect
    do: Callable[[pygame.Surface], object]


class Bands:
    """Takes what a surface takes, and does it later; what it is given must stay as it is until then."""

    def __init__(self, surface: pygame.Surface) -> None:
        self._surface, self._clip = surface, surface.get_clip()
        self._rows = max(1, BAND // (4 * surface.get_width()))
        self._bands: list[list[_Deed]] = [[] for _ in range(0, surface.get_height(), self._rows)]

    def get_size(self) -> tuple[int, int]:
        return self._surface.get_size()

    def get_height(self) -> int:
        return self._surface.get_height()

    def get_clip(self) -> pygame.Rect:
        return self._clip.copy()

    def set_clip(self, clip: pygame.Rect) -> None:
        self._clip = clip.clip(self._surface.get_rect())

    def fill(
        self, colour: tuple[int, ...], rect: pygame.Rect | None = None, special_flags: int = 0
    ) -> pygame.Rect:
        where = self._clip.copy() if rect is None else self._clip.clip(rect)
        return self.later(where, lambda surface: surface.fill(colour, where, special_flags))

    def blit(
        self,
        sheet: pygame.Surface,
        place: pygame.Rect | Place,
        area: tuple[int, int, int, int] | None = None,
        special_flags: int = 0,
    ) -> pygame.Rect:
        size = area[2:] if area else sheet.get_size()
        where = self._clip.clip(place[:2], size)
        return self.later(where, lambda surface: surface.blit(sheet, place, area, special_flags))

    def fblits(self, sheets: Sequence[tuple[pygame.Surface, Place]], special_flags: int = 0) -> None:
        for sheet, place in sheets:
            self.blit(sheet, pygame.Rect(place, sheet.get_size()), None, special_flags)

    def later(self, rect: pygame.Rect, do: Callable[[pygame.Surface], object]) -> pygame.Rect:
        """Do something that changes no more than a part, once for each band that the part lies in."""
        where = self._clip.clip(rect)
        for number in self._numbers(where):
            self._bands[number].append(_Deed(where, do))
        return where

    def at_once(self, rect: pygame.Rect | None = None) -> pygame.Surface:
        """The surface, with all on it that was to lie where it is to be drawn on; clipped as it should be."""
        for number in self._numbers(self._clip if rect is None else self._clip.clip(rect)):
            self._lay(number)
        self._surface.set_clip(self._clip)
        return self._surface

    def lay(self, onto: pygame.Surface | None = None) -> None:
        """Do what is still to be done; `onto` is another surface of the same size that gets the whole."""
        for number in range(len(self._bands)):
            band = self._lay(number)
            if onto:
                onto.blit(self._surface, band, band)
        self._surface.set_clip(None)

    def _numbers(self, rect: pygame.Rect) -> range:
        """The bands that a part lies in."""
        if not (rect.w and rect.h):
            return range(0)
        return range(rect.y // self._rows, (rect.bottom - 1) // self._rows + 1)

    def _lay(self, number: int) -> pygame.Rect:
        surface, deeds, self._bands[number] = self._surface, self._bands[number], []
        band = pygame.Rect(0, number * self._rows, surface.get_width(), self._rows)
        for rect, do in deeds:
            surface.set_clip(rect.clip(band))
            do(surface)
        return band
