"""The flag on a settled question, up or down, and what is said about it; knows neither reason nor file."""

from __future__ import annotations

from typing import NamedTuple

from quizgame.screen.band import clock_rect
from quizgame.screen.canvas import CENTRE, MIDDLE, RIGHT, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Page
from quizgame.screen.widgets import LEAST, Hint, write

FLAG_HINT = Hint("flag it", "{flag}", "{flag}", "click the flag")


class Mark(NamedTuple):
    """Whether the flag is up, and a sentence about what was just done, or could not be done."""

    up: bool = False
    said: str = ""
    failed: bool = False


def flag_rect(page: Page) -> Rect:
    """Where the flag stands: in the place of the clock, which does not run now."""
    return clock_rect(page).inset(0, 8).end(88)


def draw_flag(canvas: Canvas, page: Page, mark: Mark) -> None:
    """The flag as a small button that never has the focus."""
    p, rect = page.theme.palette, flag_rect(page)
    canvas.panel(rect, "picked" if mark.up else "quiet")
    colour = p.sodium if mark.up else p.dim
    inner = rect.inset(8, 10)
    word = inner.foot(inner.h * 0.34)
    icon = inner.above(word.h + 4)
    canvas.shape("flag", icon.centred(icon.h, icon.h), colour)
    text = "FLAGGED" if mark.up else "FLAG"
    style = page.ruler.fit(text, page.theme.style("button").at(24), word, LEAST)
    canvas.text(text, word, style, colour, CENTRE, MIDDLE)


def draw_said(canvas: Canvas, page: Page, mark: Mark, room: Rect) -> None:
    """The sentence, at the right end of its room; where there is hardly any, the flag alone tells."""
    if mark.said and room.h >= page.theme.style("small").size:
        colour = page.theme.palette.alarm if mark.failed else page.theme.palette.sodium
        write(canvas, page, mark.said, room, "body", colour, RIGHT)
