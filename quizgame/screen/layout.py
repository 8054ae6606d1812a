"""Rectangles in virtual units and how a screen is divided into them; knows no pixels and no pygame."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from quizgame.screen.theme import SPACE

WIDTH, HEIGHT = 1280, 720
LEAST_SCALE = 0.6
LEAST_WIDTH, LEAST_HEIGHT = 640, 360
"""Down to a window of this size text shrinks less than the window does; below it, as much."""

GAP = SPACE.md
MARGIN = SPACE.edge
TOP_MARGIN = SPACE.xxl


class Size(NamedTuple):
    """Width and height in virtual units."""

    w: float
    h: float


class Rect(NamedTuple):
    """A rectangle in virtual units, from its left upper corner."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + self.w / 2, self.y + self.h / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies inside."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def inset(self, x: float, y: float | None = None) -> Rect:
        """Smaller by `x` on the left and right and by `y` (or `x`) above and below."""
        y = x if y is None else y
        return Rect(self.x + x, self.y + y, max(0, self.w - 2 * x), max(0, self.h - 2 * y))

    def moved(self, x: float = 0, y: float = 0) -> Rect:
        return Rect(self.x + x, self.y + y, self.w, self.h)

    def top(self, h: float) -> Rect:
        """The uppermost part."""
        return Rect(self.x, self.y, self.w, min(h, self.h))

    def below(self, h: float) -> Rect:
        """What is left when the uppermost part of height `h` is cut off."""
        return Rect(self.x, self.y + h, self.w, max(0, self.h - h))

    def foot(self, h: float) -> Rect:
        """The lowest part."""
        return Rect(self.x, max(self.y, self.bottom - h), self.w, min(h, self.h))

    def above(self, h: float) -> Rect:
        """What is left when the lowest part of height `h` is cut off."""
        return Rect(self.x, self.y, self.w, max(0, self.h - h))

    def left(self, w: float) -> Rect:
        return Rect(self.x, self.y, min(w, self.w), self.h)

    def after(self, w: float) -> Rect:
        """What is left when the left part of width `w` is cut off."""
        return Rect(self.x + w, self.y, max(0, self.w - w), self.h)

    def end(self, w: float) -> Rect:
        """The part at the right."""
        return Rect(max(self.x, self.right - w), self.y, min(w, self.w), self.h)

    def centred(self, w: float, h: float) -> Rect:
        """A rectangle of that size, at most as large as this one, in its middle."""
        w, h = min(w, self.w), min(h, self.h)
        return Rect(self.x + (self.w - w) / 2, self.y + (self.h - h) / 2, w, h)

    def rows(self, count: int, gap: float = GAP) -> list[Rect]:
        """`count` rows of equal height."""
        h = (self.h - gap * (count - 1)) / max(1, count)
        return [Rect(self.x, self.y + number * (h + gap), self.w, max(0, h)) for number in range(count)]

    def columns(self, count: int, gap: float = GAP) -> list[Rect]:
        """`count` columns of equal width."""
        w = (self.w - gap * (count - 1)) / max(1, count)
        return [Rect(self.x + number * (w + gap), self.y, max(0, w), self.h) for number in range(count)]


@lru_cache(maxsize=4)  # a screen asks dozens of times while it is drawn
def area_of(stage: Rect) -> Rect:
    """The room for content: inside the margins, never wider than a reader's eye likes."""
    inner = stage.inset(MARGIN, TOP_MARGIN)
    return inner.centred(min(inner.w, WIDTH), inner.h)


def stack(area: Rect, heights: Sequence[float], gap: float = GAP) -> list[Rect]:
    """Rectangles of the given heights from the top of an area downwards; they may run out of it."""
    rects, y = [], area.y
    for height in heights:
        rects.append(Rect(area.x, y, area.w, height))
        y += height + gap
    return rects


def scale_of(width: int, height: int) -> float:
    """Pixels for one virtual unit in a window of that many pixels."""
    least = LEAST_SCALE * min(1, width / LEAST_WIDTH, height / LEAST_HEIGHT)
    return max(least, min(width / WIDTH, height / HEIGHT))


def stage_of(width: int, height: int) -> Rect:
    """The whole window in virtual units: 1280 x 720, more for other shapes, never under 1066 x 600."""
    scale = scale_of(width, height)
    return Rect(0, 0, round(width / scale, 6), round(height / scale, 6))
