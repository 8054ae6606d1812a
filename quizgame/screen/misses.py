"""How many misses a run can still bear, as segments and in words; knows no scene."""

from __future__ import annotations

from quizgame.quiz.rules import MAX_HEAT
from quizgame.quiz.view import Decision
from quizgame.screen.canvas import Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Page

SEGMENT, SPREAD = 92.0, 10.0  # units: the widest segment, and between two


def segments(row: Rect, count: int) -> list[Rect]:
    """As many as there are misses left, with room beside them to say so."""
    if count < 1:
        return []
    width = min(SEGMENT, (row.w * 0.56 - SPREAD * (count - 1)) / count)
    height = min(row.h * 0.7, SEGMENT * 0.7)
    whole = Rect(row.x, row.middle[1] - height / 2, row.w, height)
    return [whole.after(number * (width + SPREAD)).left(width) for number in range(count)]


def draw_segment(canvas: Canvas, page: Page, rect: Rect) -> None:
    """A miss that has not been made yet: its rim."""
    wide = rim(page)
    for side in (rect.top(wide), rect.foot(wide), rect.left(wide), rect.end(wide)):
        canvas.fill(side, page.theme.palette.alarm)


def rim(page: Page) -> float:
    """How wide the rim of a segment is, in units."""
    return 2 * page.theme.palette.line


def misses_left(d: Decision) -> int:
    """How many misses in a row end the run; 0 where none does."""
    return -(-(MAX_HEAT - d.heat) // d.next_risk) if d.next_risk else 0


def risk(d: Decision) -> str:
    """The same in words."""
    match misses_left(d):
        case 0:
            return "No miss can end it."
        case 1:
            return "THE NEXT MISS ENDS IT."
        case count:
            return f"{count} misses and you are busted."
