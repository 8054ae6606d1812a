"""Drawings that are kept, cut so that little is read and nothing unseen is laid; knows no scene.

To lay a sheet that shows through takes four times as long as to lay one colour: where its middle is of one
colour, only the frame round that is kept as a drawing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pygame

WORTH = 20_000  # pixels: a smaller middle is not worth being laid by itself

Place = tuple[int, int]


class Plain(NamedTuple):
    """A part of a drawing that is all of one colour."""

    rect: pygame.Rect
    colour: tuple[int, int, int]
    opacity: int


class Piece(NamedTuple):
    """Parts with their places in a drawing of that size, and what of it needs no drawing."""

    size: tuple[int, int]
    parts: tuple[tuple[pygame.Surface, Place], ...]
    plain: Plain | None = None

    def at(self, x: int, y: int) -> list[tuple[pygame.Surface, Place]]:
        """What to lay, and where, for the drawing to lie there."""
        return [(sheet, (x + left, y + top)) for sheet, (left, top) in self.parts]


def whole(sheet: pygame.Surface) -> Piece:
    """A sheet as it is."""
    return Piece(sheet.get_size(), ((sheet, (0, 0)),))


def framed(sheet: pygame.Surface, edge: int) -> Piece:
    """A sheet of one colour but for so many pixels along its sides."""
    w, h = sheet.get_size()
    middle = sheet.get_rect().inflate(-2 * edge, -2 * edge)
    if min(w, h) <= 2 * edge or middle.w * middle.h < WORTH:
        return whole(sheet)
    r, g, b, opacity = sheet.get_at(middle.center)
    return Piece((w, h), tuple(_frame(sheet, w, h, edge)), Plain(middle, (r, g, b), opacity))


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
        # A copy: what is cut out by itself would keep the whole sheet in memory.
        yield sheet.subsurface((x, y, wide, high)).copy(), (x, y)
