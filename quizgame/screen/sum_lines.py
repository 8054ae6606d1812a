"""The sums of a run as they come in, line after line, and the take that counts up; knows no scene."""

from __future__ import annotations

from dataclasses import dataclass

from quizgame.quiz.run import Ending
from quizgame.quiz.sums import Sum, Sums
from quizgame.screen.band import dollars
from quizgame.screen.canvas import RIGHT, Canvas
from quizgame.screen.cues import TAKE_MS
from quizgame.screen.ease import counted, ease_out, progress
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Page
from quizgame.screen.widgets import write

LINE_MS, FADE_MS = 90, 160  # from line to line, and for one to come
SLIDE = 14.0  # units
MOST_LINE = 46.0  # units
ONE_LINE = 1.4  # of the size of its letters: no room for a second


@dataclass(frozen=True, slots=True)
class Counted:
    """What has come of the sums so many ms after they began.

    The lines come first, then the take counts; what was dropped has been counted already.
    """

    sums: Sums
    money: bool = True

    @property
    def lines_ms(self) -> int:
        """When all lines have come, in ms."""
        return (len(self.sums.lines) - 1) * LINE_MS + FADE_MS

    @property
    def counts(self) -> bool:
        """Whether the take counts up."""
        return self.money and self.sums.take > 0 and self.sums.ending is not Ending.BUSTED

    @property
    def whole_ms(self) -> int:
        """When the last dollar has been counted, in ms."""
        return self.lines_ms + (TAKE_MS if self.counts else 0)

    def begun(self, age: int) -> int:
        """How many lines have begun to come."""
        return min(len(self.sums.lines), age // LINE_MS + 1)

    def come(self, line: int, age: int) -> float:
        """How far (0 to 1) a line has come."""
        return ease_out(progress(age, line * LINE_MS, FADE_MS))

    def figure(self, age: int) -> str:
        """What came of the run, large."""
        if not self.money:
            return f"{self.sums.right} OF {self.sums.asked}"
        share = ease_out(progress(age, self.lines_ms, TAKE_MS)) if self.counts else 1.0
        return dollars(counted(0, self.sums.take, share))


def rows(sums: Sums) -> list[Sum]:
    """The lines, and below several what was right in all."""
    right = Sum("Right answers", f"{sums.right} of {sums.asked}", 0)
    return [*sums.lines, right] if len(sums.lines) > 1 else list(sums.lines)


def sums_rect(room: Rect, sums: Sums) -> Rect:
    """The pane of the sums: as high as its lines want, at the top of a room."""
    wanted = MOST_LINE * len(rows(sums))
    return room.top(wanted + 2 * _edge(room))


def draw_sums(canvas: Canvas, page: Page, box: Rect, counted: Counted, age: int) -> None:
    """The lines in their pane."""
    lines = rows(counted.sums)
    for number, (line, row) in enumerate(
        zip(lines, box.inset(24, _edge(box)).rows(len(lines), 0), strict=True)
    ):
        total = number == len(counted.sums.lines)
        come = 1.0 if total else counted.come(number, age)
        with canvas.faded(come, x=-SLIDE * (1 - come)):
            _draw_sum(canvas, page, row, line, total)


def _edge(box: Rect) -> float:
    return min(14.0, box.h * 0.03)


def _draw_sum(canvas: Canvas, page: Page, row: Rect, line: Sum, total: bool) -> None:
    p = page.theme.palette
    if total:
        canvas.fill(Rect(row.x, row.y, row.w, 2), p.sodium)
    colour = p.alarm if line.dollars < 0 else p.paper
    label = row.left(row.w * (0.50 if line.count else 0.66))
    write(canvas, page, line.label, label, "strong", p.paper)
    figures = row.end(row.w * 0.30)
    if line.count:
        count = figures if total else row.after(row.w * 0.52).left(row.w * 0.17)
        count = count.centred(count.w, page.theme.style("strong").size * ONE_LINE)
        write(canvas, page, line.count, count, "strong", p.paper if total else p.dim, RIGHT)
    if not total:
        write(canvas, page, dollars(line.dollars), figures, "link", colour, RIGHT)
