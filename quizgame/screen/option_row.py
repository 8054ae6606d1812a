"""One row of the settings: a switch, a bar, or the way to another page; knows no setting and no file."""

from __future__ import annotations

from dataclasses import dataclass

from quizgame.screen.canvas import MIDDLE, RIGHT, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.moving import panel_turning
from quizgame.screen.scene import Page
from quizgame.screen.theme import mixed
from quizgame.screen.widgets import write

BAR_FROM, BAR_TO = 0.52, 0.90  # of the row's width: where a bar lies


@dataclass(frozen=True, slots=True)
class Option:
    """One setting: the words for its values, which of them is set, and a note on what it does.

    One without values leads to another page. `group` is what it is about, together with its neighbours.
    """

    id: str
    label: str
    values: tuple[str, ...] = ()
    index: int = 0
    note: str = ""
    bar: bool = False
    group: str = ""

    def at(self, x: float) -> int:
        """The value of a bar that was clicked at `x` (0 to 1) of its row."""
        share = (x - BAR_FROM) / (BAR_TO - BAR_FROM)
        return round(min(1.0, max(0.0, share)) * (len(self.values) - 1))


def draw_row(canvas: Canvas, page: Page, rect: Rect, option: Option, lit: float) -> None:
    """The row with what is set, lit from 0 to 1."""
    panel_turning(canvas, rect, "quiet", "focus", lit)
    room = rect.inset(20, 2)
    name = room.left(room.w * (0.5 if option.values else 0.9))
    write(canvas, page, option.label, name, "body", page.theme.palette.paper)
    if not option.values:
        if option.note:  # it leads somewhere
            side = rect.h * 0.36
            arrow = Rect(room.right - side, rect.middle[1] - side / 2, side, side)
            canvas.shape("right", arrow, mixed(page.theme.palette.edge, page.theme.palette.cyan, lit))
        return
    if option.bar:
        start = rect.x + rect.w * BAR_FROM
        _bar(canvas, page, Rect(start, rect.y, rect.right - 20 - start, rect.h), option, lit)
    else:
        _stepped(canvas, page, rect, room.end(room.w * 0.48), option, lit)


def _bar(canvas: Canvas, page: Page, rect: Rect, option: Option, lit: float) -> None:
    """A bar that is filled up to a share, with its value in words at the right."""
    theme, p = page.theme, page.theme.palette
    share, label = option.index / (len(option.values) - 1), option.values[option.index]
    words = rect.end(max(70, page.ruler.size("100 %", theme.style("strong")).w + 6))
    bar = Rect(rect.x, rect.middle[1] - 4, rect.w - words.w - 16, 8)
    canvas.fill(bar, p.ring)
    canvas.fill(Rect(bar.x, bar.y, bar.w * share, bar.h), mixed(p.dim, p.cyan, lit))
    canvas.shape("dot", Rect(bar.x + bar.w * share - 11, bar.middle[1] - 11, 22, 22), p.paper)
    canvas.text(label, words, theme.style("strong"), p.paper, RIGHT, MIDDLE)


def _stepped(canvas: Canvas, page: Page, row: Rect, end: Rect, option: Option, lit: float) -> None:
    """The value between the arrows that change it."""
    p, value, side = page.theme.palette, option.values[option.index], row.h * 0.36
    colour = mixed(p.edge, p.cyan, lit)
    arrow = Rect(end.right - side, row.middle[1] - side / 2, side, side)
    canvas.shape("right", arrow, colour)
    words = end.left(end.w - side - 14)
    style = page.ruler.fit(value, page.theme.style("strong"), words.left(words.w - side - 20), 10)
    canvas.text(value, words, style, mixed(p.paper, p.cyan, lit), RIGHT, MIDDLE)
    wide = page.ruler.size(value, style).w
    canvas.shape("left", Rect(words.right - wide - side - 14, arrow.y, side, side), colour)
