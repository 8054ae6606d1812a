"""How an order or pairs went: row by row what was placed, and what belonged there; judges nothing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from quizgame.screen.canvas import MIDDLE, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.moving import turning
from quizgame.screen.revealing.base import Shown, places, roomy, turned
from quizgame.screen.rows import MOST_HEIGHT, Rows, draw_label, draw_thing, rows_in
from quizgame.screen.scene import Page
from quizgame.screen.theme import Style
from quizgame.screen.widgets import LEAST

GAP = 12
END = 40.0  # units left free at the right end of a row


def share_of_rows(shown: Shown) -> float:
    """How much of the room under the question the rows get."""
    return (0.14 if roomy(shown.page) else 0.12) * len(shown.reveal.labels)


def height_of_rows(shown: Shown) -> float:
    """How high they are at most, in units."""
    return (MOST_HEIGHT + GAP) * shown.page.theme.text * len(shown.reveal.labels)


def size_in_rows(shown: Shown, room: Rect) -> float:
    """How large the words of the rows can stand in a room, in units."""
    return _style(shown, _rows(shown, room), room).size


def _rows(shown: Shown, room: Rect) -> Rows:
    r = shown.reveal
    wide = room.w if r.right == r.given or not places(r.given) else room.w * 0.64
    return rows_in(shown.page, room.left(wide), r.labels, r.options, END)


def draw_rows(canvas: Canvas, shown: Shown, room: Rect) -> None:
    """Each row with a tick, or with a cross and, in its own column, what belonged there."""
    r, page = shown.reveal, shown.page
    p = page.theme.palette
    right, given = places(r.right), places(r.given)
    rows = _rows(shown, room)
    style = _style(shown, rows, room)
    for row, label in enumerate(r.labels):
        draw_label(canvas, page, rows, row, label, False)
        placed = given[row] if given else right[row]
        fine = placed == right[row]
        thing = rows.thing(row)
        draw = partial(_draw_thing, canvas, page, thing, r.options[placed], style)
        turning(canvas, "glass", "right" if fine else "wrong", turned(shown, row), draw)
        with canvas.faded(turned(shown, row)):
            _draw_icon(canvas, shown, thing, fine)
            if not fine:
                rest = _rest(rows, row, room)
                side = min(16, rest.h * 0.5)
                canvas.shape("left", rest.left(side), p.right)
                canvas.text(r.options[right[row]], rest.after(side + 10), style, p.right, valign=MIDDLE)


def _draw_thing(canvas: Canvas, page: Page, rect: Rect, text: str, style: Style, tone: str) -> None:
    draw_thing(canvas, page, rect, text, style, tone, END)


def _style(shown: Shown, rows: Rows, room: Rect) -> Style:
    """The rows' size, or smaller where the column of what belonged there is narrow."""
    style, rest = rows.style, _rest(rows, 0, room).after(28)
    if rest.w <= 0:
        return style
    for option in shown.reveal.options:
        style = shown.page.ruler.fit(option, style, rest, LEAST)
    return style


def _rest(rows: Rows, row: int, room: Rect) -> Rect:
    """Beside a row: what belonged there."""
    rect = rows.rects[row]
    return Rect(rect.right + GAP, rect.y, max(0, room.right - rect.right - GAP), rect.h)


def _draw_icon(canvas: Canvas, shown: Shown, thing: Rect, fine: bool) -> None:
    p, side = shown.page.theme.palette, min(22, thing.h * 0.55)
    place = Rect(thing.right - side - 12, thing.middle[1] - side / 2, side, side)
    canvas.shape("tick" if fine else "cross", place, p.right if fine else p.alarm)


def in_place(right: Sequence[int], given: Sequence[int]) -> int:
    """How many stand where they belong."""
    return sum(a == b for a, b in zip(right, given, strict=True))
