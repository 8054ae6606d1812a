"""Drawings that are kept, cut so that little is read and nothing unseen is laid; knows no scene.

To lay a large sheet takes as long as to read it: where its rows are all alike, few of them are kept and
laid again and again, from the processor's own memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pygame

LARGE = 400_000  # pixels: smaller sheets are read fast enough
STRIP = 32  # rows

Place = tuple[int, int]


class Piece(NamedTuple):
    """Parts with their places in a drawing of that size; a part may lie there many times."""

    size: tuple[int, int]
    parts: tuple[tuple[pygame.Surface, Place], ...]

    @property
    def sheets(self) -> list[pygame.Surface]:
        """What it is made of, each once."""
        return list({id(sheet): sheet for sheet, _ in self.parts}.values())

    def at(self, x: int, y: int) -> list[tuple[pygame.Surface, Place]]:
        """What to lay, and where, for the drawing to lie there."""
        return [(sheet, (x + left, y + top)) for sheet, (left, top) in self.parts]


def whole(sheet: pygame.Surface) -> Piece:
    """A sheet as it is."""
    return Piece(sheet.get_size(), ((sheet, (0, 0)),))


def striped(sheet: pygame.Surface, edge: int) -> Piece:
    """A sheet whose rows are all alike but for so many at its top and at its foot."""
    w, h = sheet.get_size()
    if w * h < LARGE or h - 2 * edge < 2 * STRIP:
        return whole(sheet)
    strip, last = _cut(sheet, 0, edge, w, STRIP), (h - 2 * edge) % STRIP
    rows = [(strip, (0, y)) for y in range(edge, h - edge - last, STRIP)]
    rest = [(_cut(sheet, 0, edge, w, last), (0, h - edge - last))] if last else []
    top, foot = _cut(sheet, 0, 0, w, edge), _cut(sheet, 0, h - edge, w, edge)
    return Piece((w, h), ((top, (0, 0)), *rows, *rest, (foot, (0, h - edge))))


def hollow(sheet: pygame.Surface, edge: int) -> Piece:
    """A sheet with nothing in it but for so many pixels along its sides."""
    w, h = sheet.get_size()
    if w <= 2 * edge or h <= 2 * edge:
        return whole(sheet)
    return Piece((w, h), tuple(_frame(sheet, w, h, edge)))


def _frame(sheet: pygame.Surface, w: int, h: int, edge: int) -> Iterator[tuple[pygame.Surface, Place]]:
    for x, y, wide, high in (
        (0, 0, w, edge),
        (0, edge, edge, h - 2 * edge),
        (w - edge, edge, edge, h - 2 * edge),
        (0, h - edge, w, edge),
    ):
        yield _cut(sheet, x, y, wide, high), (x, y)


def _cut(sheet: pygame.Surface, x: int, y: int, w: int, h: int) -> pygame.Surface:
    # A copy: what is cut out by itself would keep the whole sheet in memory.
    return sheet.subsurface((x, y, w, h)).copy()
