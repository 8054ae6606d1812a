"""Lists that are longer than their room: how far one is moved, and where its rows lie; knows no scene."""

from __future__ import annotations

from typing import NamedTuple

from quizgame.screen.canvas import Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Page
from quizgame.screen.theme import Colour

MARK, MOST_MARK = 16.0, 22.0  # units: the arrows at the end of a list
FADE, STEPS = 30.0, 15  # units, and in how many steps words go out where a list goes on
SLACK = 2.0  # units: a row that is cut off by less counts as whole


class Scroller:
    """How far a list that is longer than its room has been moved; keeps the focus in sight."""

    def __init__(self) -> None:
        self.offset = 0.0

    def follow(self, rect: Rect, area: Rect, length: float) -> None:
        """Move so far that `rect` (in the list's own places) is inside the area."""
        if rect.y - self.offset < area.y:
            self.offset = rect.y - area.y
        elif rect.bottom - self.offset > area.bottom:
            self.offset = rect.bottom - area.bottom
        self.move(0, area, length)

    def move(self, by: float, area: Rect, length: float) -> None:
        """Move by a distance, within a list of that length."""
        self.offset = min(max(0.0, self.offset + by), max(0.0, length - area.h))


class Column(NamedTuple):
    """Rows of one height below one another, in an area that may be too low for all of them."""

    area: Rect
    height: float
    gap: float
    entries: int

    @property
    def length(self) -> float:
        """How high the whole list is."""
        return max(0.0, self.entries * (self.height + self.gap) - self.gap)

    def offset(self, scroller: Scroller) -> float:
        """How far the list is moved; the area may have grown since it was."""
        return min(scroller.offset, max(0.0, self.length - self.area.h))

    def rows(self, scroller: Scroller) -> list[Rect]:
        """Where the rows lie now, in sight or not."""
        offset = self.offset(scroller)
        return [self._row(number, offset) for number in range(self.entries)]

    def in_sight(self, scroller: Scroller) -> list[tuple[int, Rect]]:
        """Those rows that are drawn, with their numbers, from 0; the others are not even looked at."""
        offset, step = self.offset(scroller), self.height + self.gap
        first, last = int(offset / step) - 1, int((offset + self.area.h) / step) + 2
        near = range(max(0, first), min(self.entries, last))
        rows = [(number, self._row(number, offset)) for number in near]
        return [(number, row) for number, row in rows if self.shows(row)]

    def shows(self, row: Rect) -> bool:
        """Whether a row lies wholly in the area: only such rows are drawn."""
        return row.y >= self.area.y - SLACK and row.bottom <= self.area.bottom + SLACK

    def turn(self, scroller: Scroller, steps: float) -> None:
        """Move by turns of the wheel, a row for each; positive is upwards."""
        scroller.move(-steps * self.height, self.area, self.length)

    def follow(self, scroller: Scroller, number: int) -> None:
        """Bring the row of a number, from 0, into sight."""
        scroller.follow(self._row(number), self.area, self.length)

    def draw_marks(self, canvas: Canvas, page: Page, scroller: Scroller) -> None:
        """Arrows where the list goes on above or below."""
        arrows(canvas, page, self.area, self.offset(scroller), self.length)

    def _row(self, number: int, offset: float = 0) -> Rect:
        y = self.area.y + number * (self.height + self.gap) - offset
        return Rect(self.area.x, y, self.area.w, self.height)


def scroll_marks(canvas: Canvas, page: Page, area: Rect, offset: float, length: float) -> None:
    """Where words go on above or below: they fade into their pane of glass, and there are arrows."""
    for reach, edge in ((offset, -1), (length - area.h - offset, 1)):
        if reach > 1:
            _fade(canvas, area, min(FADE, reach + 1), edge, page.theme.palette.glass)
    arrows(canvas, page, area, offset, length)


def _fade(canvas: Canvas, area: Rect, high: float, edge: int, glass: Colour) -> None:
    """Strips of glass that close the head (-1) or the foot (1) of an area; thicker towards its edge."""
    step = high / STEPS
    for number in range(STEPS):
        far = step * (number + 1)
        y = area.y + high - far if edge < 0 else area.bottom - high + far - step
        canvas.fill(Rect(area.x, y, area.w, step), glass, round(255 * (number + 1) / STEPS))


def arrows(canvas: Canvas, page: Page, area: Rect, offset: float, length: float) -> None:
    """Arrows where a list of whole rows goes on above or below."""
    p, side = page.theme.palette, min(MOST_MARK, MARK * page.theme.text)
    if offset > 1:
        canvas.shape("up", Rect(area.right + 4, area.y, side, side), p.cyan)
    if offset < length - area.h - 1:
        canvas.shape("down", Rect(area.right + 4, area.bottom - side, side, side), p.cyan)
