"""A pack as one row of a list: its switch, its title, what is in it and what is wrong; knows no list."""

from __future__ import annotations

from quizgame.screen.canvas import CENTRE, MIDDLE, TOP, Canvas
from quizgame.screen.cutting import cut
from quizgame.screen.layout import Rect
from quizgame.screen.listed import Listed
from quizgame.screen.moving import panel_turning
from quizgame.screen.scene import Page
from quizgame.screen.theme import Colour, mixed
from quizgame.screen.widgets import write

SWITCH_FROM = 0.84  # where across a row its switch begins
SWITCH_WIDTH = 0.14


def draw_pack_row(canvas: Canvas, page: Page, rect: Rect, pack: Listed, lit: float) -> None:
    """Its switch as a box and in words, its title, and what is in it and wrong; lit from 0 to 1."""
    theme, p = page.theme, page.theme.palette
    panel_turning(canvas, rect, "quiet", "focus", lit)
    side = min(theme.style("strong").size, rect.h * 0.5)
    box = Rect(rect.x + 18, rect.middle[1] - side / 2, side, side)
    canvas.shape("box", box, p.cyan if pack.on else p.dim)
    if pack.on:
        canvas.shape("tick", box.inset(side * 0.18), p.paper)
    room = Rect(box.right + 18, rect.y + 4, rect.x + rect.w * SWITCH_FROM - box.right - 34, rect.h - 8)
    title, below = room.top(room.h * 0.56), room.below(room.h * 0.56)
    strong = page.ruler.fit("X", theme.style("strong"), title, 10)
    words = cut(page.ruler, pack.title, strong, title.w)
    canvas.text(words, title, strong, p.paper if pack.on else p.dim, valign=MIDDLE)
    _draw_state(canvas, page, below, pack)
    _draw_switch(canvas, page, rect, pack.on, lit)


def _draw_state(canvas: Canvas, page: Page, room: Rect, pack: Listed) -> None:
    p = page.theme.palette
    small = page.ruler.fit("X", page.theme.style("small"), room, 10)
    parts: list[tuple[str, Colour]] = [(pack.counted, p.dim)]
    if pack.held:
        parts.append(("last save broken, the good one before is played", p.sodium))
    if pack.trouble:
        parts.append((pack.trouble, p.sodium))
    parts.append((pack.where, p.dim))
    x = room.x
    if pack.errors:  # an icon: red words would be hard to read on the pane of the focus
        canvas.shape("cross", Rect(x, room.y + small.size * 0.15, small.size, small.size), p.alarm)
        x += 1.5 * small.size
    for text, colour in parts:
        shown = cut(page.ruler, text, small, room.right - x)
        width = page.ruler.size(shown, small).w
        if width > room.right - x:
            return
        canvas.text(shown, Rect(x, room.y, width + 2, room.h), small, colour, valign=TOP)
        x += width + 1.2 * small.size


def _draw_switch(canvas: Canvas, page: Page, rect: Rect, on: bool, lit: float) -> None:
    """The word between two arrows, as in the settings."""
    p = page.theme.palette
    room = rect.end(rect.w * SWITCH_WIDTH)
    side = min(rect.h * 0.3, room.w * 0.16)
    tint = mixed(p.edge, p.cyan, lit)
    y = rect.middle[1] - side / 2
    canvas.shape("left", Rect(room.x, y, side, side), tint)
    canvas.shape("right", Rect(room.right - side - 16, y, side, side), tint)
    words = Rect(room.x + side + 4, rect.y, room.w - 2 * side - 24, rect.h)
    colour = mixed(p.paper, p.cyan, lit) if on else p.dim
    write(canvas, page, "on" if on else "off", words, "strong", colour, CENTRE)
