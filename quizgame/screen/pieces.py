"""Drawings that are kept, cut so that little is read and nothing unseen is laid; knows no scene.

To lay a sheet that shows through takes four times as long as to lay one colour: where its middle is of one
colour, only the frame round that is kept as a drawing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import pygame

WORTH = 20_000  # pixels: a smaller middle is not worth being laid by itself

Place = tuple[int, int]
Draw = Callable[[tuple[int, int]], pygame.Surface]


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


def drawn_out(draw: Draw, size: tuple[int, int], edge: int, beyond: int = 0) -> Piece:
    """What `draw` draws in any size, drawn small and its sides drawn out: it is much faster, and looks alike.

    Further in than `edge` pixels it is all of one colour; it is larger by `beyond` pixels on each side.
    """
    w, h = size[0] + 2 * beyond, size[1] + 2 * beyond
    side = 2 * edge + 1
    if min(w, h) <= side or (w - side) * (h - side) < WORTH:
        return whole(draw(size))
    small = draw((side - 2 * beyond, side - 2 * beyond))
    wide, high = _stretched(small, w, edge, across=True), _stretched(small, h, edge, across=False)
    parts = (
        (wide.subsurface((0, 0, w, edge)), (0, 0)),
        (high.subsurface((0, edge, edge, h - 2 * edge)), (0, edge)),
        (high.subsurface((side - edge, edge, edge, h - 2 * edge)), (w - edge, edge)),
        (wide.subsurface((0, side - edge, w, edge)), (0, h - edge)),
    )
    r, g, b, opacity = small.get_at((edge, edge))
    middle = pygame.Rect(edge, edge, w - 2 * edge, h - 2 * edge)
    # What is to be added has nothing there, and no opacity anywhere.
    plain = Plain(middle, (r, g, b), opacity) if small.get_flags() & pygame.SRCALPHA else None
    return Piece((w, h), parts, plain)


def _stretched(small: pygame.Surface, length: int, edge: int, across: bool) -> pygame.Surface:
    """As long as that, with both ends as they are."""
    side = small.get_width()

    def part(along: int, long: int) -> tuple[int, int, int, int]:
        return (along, 0, long, side) if across else (0, along, side, long)

    large = pygame.Surface(part(0, length)[2:], small.get_flags() & pygame.SRCALPHA, small)
    for to, long, start, short in (
        (0, edge, 0, edge),
        (edge, length - 2 * edge, edge, 1),
        (length - edge, edge, side - edge, edge),
    ):
        place = part(to, long)
        large.blit(pygame.transform.scale(small.subsurface(part(start, short)), place[2:]), place[:2])
    return large


def _frame(sheet: pygame.Surface, w: int, h: int, edge: int) -> Iterator[tuple[pygame.Surface, Place]]:
    for x, y, wide, high in (
        (0, 0, w, edge),
        (0, edge, edge, h - 2 * edge),
        (w - edge, edge, edge, h - 2 * edge),
        (0, h - edge, w, edge),
    ):
        # A copy: what is cut out by itself would keep the whole sheet in memory.
        yield sheet.subsurface((x, y, wide, high)).copy(), (x, y)
