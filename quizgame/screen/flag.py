"""The flag on a settled question, up or down, and what is said about it; knows neither reason nor file."""

from __future__ import annotations

from typing import NamedTuple

from quizgame.screen.band import clock_rect
from quizgame.screen.canvas import RIGHT, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Page
from quizgame.screen.widgets import Hint, write

SIDE, WORD = 40.0, 34.0  # units
FLAG_HINT = Hint("flag it", "{flag}", "{flag}", "click the flag")


class Mark(NamedTuple):
    """Whether the flag is up, and a sentence about what was just done, or could not be done."""

    up: bool = False
    said: str = ""
    failed: bool = False


def flag_rect(page: Page) -> Rect:
    """Where the flag stands: in the corner, small, for it is a complaint and not what one came for."""
    return clock_rect(page).top(SIDE).end(SIDE)


def draw_flag(canvas: Canvas, page: Page, mark: Mark) -> None:
    """The flag as a small spot that never has the focus; a word below it when it is up."""
    p, rect = page.theme.palette, flag_rect(page)
    canvas.panel(rect, "picked" if mark.up else "quiet")
    canvas.shape("flag", rect.inset(SIDE * 0.28), p.sodium if mark.up else p.dim)
    if mark.up:
        below = clock_rect(page).below(SIDE + 4).top(WORD)
        write(canvas, page, "FLAGGED", below, "label", p.sodium, RIGHT)


def draw_said(canvas: Canvas, page: Page, mark: Mark, room: Rect) -> None:
    """The sentence, at the right end of its room; where there is hardly any, the flag alone tells."""
    if mark.said and room.h >= page.theme.style("small").size:
        colour = page.theme.palette.alarm if mark.failed else page.theme.palette.sodium
        write(canvas, page, mark.said, room, "body", colour, RIGHT)
