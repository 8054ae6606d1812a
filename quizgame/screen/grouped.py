"""A list of rows in groups, each below a small heading, that may be longer than its room; knows no row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from quizgame.screen.canvas import BOTTOM, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Page
from quizgame.screen.scrolling import SLACK, Scroller, arrows
from quizgame.screen.theme import SPACE
from quizgame.screen.widgets import write


class Grouped(NamedTuple):
    """Rows of one height, and over the first of each group its name in a line of a height of its own.

    `groups` has the group of every row; "" for one that belongs to none and stands a little apart.
    """

    area: Rect
    height: float
    gap: float
    head: float
    groups: tuple[str, ...]

    @property
    def length(self) -> float:
        """How high the whole list is."""
        return self._tops[-1] + self.height if self.groups else 0.0

    @property
    def _tops(self) -> tuple[float, ...]:
        return _tops(self.height, self.gap, self.head, self.groups)

    def offset(self, scroller: Scroller) -> float:
        """How far the list is moved; the area may have grown since it was."""
        return min(scroller.offset, max(0.0, self.length - self.area.h))

    def rows(self, scroller: Scroller) -> list[Rect]:
        """Where the rows lie now, in sight or not."""
        y = self.area.y - self.offset(scroller)
        return [Rect(self.area.x, y + top, self.area.w, self.height) for top in self._tops]

    def heads(self, scroller: Scroller) -> Iterator[tuple[str, Rect]]:
        """The names that are in sight, and where each stands."""
        for number, row in enumerate(self.rows(scroller)):
            place = Rect(row.x, row.y - self.head, row.w, self.head)
            if _begins(self.groups, number) and self.groups[number] and self.shows(place):
                yield self.groups[number], place

    def shows(self, rect: Rect) -> bool:
        """Whether a row or a heading lies wholly in the area: only such are drawn."""
        return rect.y >= self.area.y - SLACK and rect.bottom <= self.area.bottom + SLACK

    def turn(self, scroller: Scroller, steps: float) -> None:
        """Move by turns of the wheel, a row for each; positive is upwards."""
        scroller.move(-steps * self.height, self.area, self.length)

    def follow(self, scroller: Scroller, number: int) -> None:
        """Bring the row of a number, from 0, into sight; with the first of a group its name."""
        above = self.head if _begins(self.groups, number) and self.groups[number] else 0.0
        y = self.area.y + self._tops[number] - above
        scroller.follow(Rect(self.area.x, y, self.area.w, self.height + above), self.area, self.length)

    def draw_heads(self, canvas: Canvas, page: Page, scroller: Scroller) -> None:
        """The names of the groups."""
        for name, place in self.heads(scroller):
            words = place.above(SPACE.xs)
            write(canvas, page, name.upper(), words, "label", page.theme.palette.sodium, valign=BOTTOM)

    def draw_marks(self, canvas: Canvas, page: Page, scroller: Scroller) -> None:
        """Arrows where the list goes on above or below."""
        arrows(canvas, page, self.area, self.offset(scroller), self.length)


def _begins(groups: Sequence[str], number: int) -> bool:
    """Whether a row is the first of its group."""
    return number == 0 or groups[number] != groups[number - 1]


@lru_cache(maxsize=4)  # a screen asks several times a frame
def _tops(height: float, gap: float, head: float, groups: tuple[str, ...]) -> tuple[float, ...]:
    """How far below the beginning of the list each row begins."""
    tops, y = [], 0.0
    for number, group in enumerate(groups):
        if _begins(groups, number):
            y += head if group else 2 * gap
        tops.append(y)
        y += height + gap
    return tuple(tops)
