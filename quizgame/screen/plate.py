"""The still picture of a scene, kept; draws anew only the bands in which something else is to be drawn.

It knows no scene, only what was written down for each band.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

import pygame

from quizgame.screen.bands import Band, Bands, Blit, Deed, lay


class Plate:
    """A sheet, what was drawn on it, and what still is to be."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.sheet = pygame.Surface(size, depth=32)
        self._rows = 1
        self._wanted: list[Band] = []
        self._drawn: list[Band | None] = []
        self._left: list[int] = []

    @property
    def waits(self) -> bool:
        """Whether something is still to be drawn."""
        return bool(self._left)

    def take(self, bands: Bands) -> None:
        """What the whole sheet is to show from now on."""
        count = len(bands.bands)
        drawn = self._drawn or [None] * count
        self._rows, self._wanted, self._drawn = bands.rows, bands.bands, drawn
        self._left = [n for n in range(count) if drawn[n] != bands.bands[n]]

    def spoil(self, part: pygame.Rect | None = None) -> None:
        """What was drawn, there or everywhere, may be another by now."""
        numbers = range(len(self._drawn)) if part is None else self._numbers(part)
        for number in numbers:
            self._drawn[number] = None

    def lay(self, onto: pygame.Surface | None = None, parts: int = 1) -> list[pygame.Rect]:
        """Draw one of so many equal parts of what is left, and say where; `onto` gets what is new as well."""
        now, self._left = _split(self._left, parts)
        sheet = self.sheet
        for number in now:
            band = self._band(number)
            sheet.set_clip(band)
            lay(sheet, self._wanted[number])
            self._drawn[number] = self._wanted[number]
            if onto:
                onto.blit(sheet, band, band)
        sheet.set_clip(None)
        return [self._band(number) for number in now]

    def replay(self, surface: pygame.Surface, part: pygame.Rect, without: Collection[pygame.Surface]) -> None:
        """Draw a part of the picture on another surface of that size, without some of its sheets."""
        for number in self._numbers(part):
            surface.set_clip(self._band(number).clip(part))
            lay(surface, list(_without(self._wanted[number], without)))
        surface.set_clip(None)

    def _band(self, number: int) -> pygame.Rect:
        return pygame.Rect(0, number * self._rows, self.sheet.get_width(), self._rows)

    def _numbers(self, part: pygame.Rect) -> range:
        part = part.clip(self.sheet.get_rect())
        return range(part.y // self._rows, (part.bottom - 1) // self._rows + 1) if part.h else range(0)


def _split(numbers: list[int], parts: int) -> tuple[list[int], list[int]]:
    """The first of so many parts, and the rest."""
    first = -(-len(numbers) // parts)
    return numbers[:first], numbers[first:]


def _without(band: Band, sheets: Collection[pygame.Surface]) -> Iterator[list[Blit] | Deed]:
    for deed in band:
        yield [blit for blit in deed if blit[0] not in sheets] if isinstance(deed, list) else deed
