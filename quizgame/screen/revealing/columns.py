"""How an order or pairs went where text is large: two columns of what belongs where; judges nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quizgame.screen.canvas import CENTRE, LEFT, MIDDLE, Canvas
from quizgame.screen.cards import LEAST, common_style, letter_width
from quizgame.screen.layout import Rect
from quizgame.screen.moving import panel_turning
from quizgame.screen.revealing.base import Shown, places, turned
from quizgame.screen.theme import Style

GAP, BETWEEN = 6.0, 14.0  # units
NARROWEST, WIDEST = 0.25, 0.6  # of the width of a place, for what was put there
MARK, ICON = 26.0, 34.0  # units: a tick or a cross, and with the air beside it
MOST_HEIGHT = 132.0
SMALLER = 0.85


class Cell(NamedTuple):
    """Where the parts of one place stand: its number or its words, what belongs there, and how it went."""

    rect: Rect
    label: Rect
    thing: Rect
    fate: Rect


class Columns(NamedTuple):
    """The places with what belongs in each, what was put there if it was wrong, and how these are set."""

    cells: tuple[Cell, ...]
    belongs: tuple[str, ...]
    wrong: tuple[str, ...]
    style: Style
    small: Style
    label: Style

    @property
    def size(self) -> float:
        """How large the smallest words stand, in units."""
        return min(self.style.size, self.small.size, self.label.size)


def share_of_columns(shown: Shown) -> float:
    """How much of the room under the question the columns get."""
    return 0.52 if len(shown.reveal.labels) <= 4 else 0.58


def height_of_columns(shown: Shown) -> float:
    """How high they are at most, in units."""
    rows = -(-len(shown.reveal.labels) // 2)
    return MOST_HEIGHT * rows + GAP * (rows - 1)


def columns_in(shown: Shown, room: Rect) -> Columns:
    """Where all stands, and how large: words of a sort share a size, and what was wrong has a smaller one."""
    r, page, option = shown.reveal, shown.page, shown.page.theme.style("option")
    belongs = [r.options[place] for place in places(r.right)]
    put = [r.options[place] for place in places(r.given)] or belongs
    wrong = ["" if given == right else given for given, right in zip(put, belongs, strict=True)]
    cells = _cells(room, r.labels, [_share(shown, *pair) for pair in zip(belongs, wrong, strict=True)])
    style = common_style(page, belongs, [cell.thing for cell in cells], option)
    rooms = [cell.fate.after(ICON) for cell in cells]
    small = common_style(page, wrong, rooms, style.at(max(LEAST, SMALLER * style.size)))
    label = page.theme.style("letter" if _numbered(r.labels) else "small")
    label = common_style(page, r.labels, [cell.label for cell in cells], label)
    return Columns(tuple(cells), tuple(belongs), tuple(wrong), style, small, label)


def draw_columns(canvas: Canvas, shown: Shown, columns: Columns) -> None:
    """Each place with what belongs there, and a tick, or a cross and what was put there instead."""
    paper = shown.page.theme.palette.paper
    for number, (cell, right, wrong) in enumerate(
        zip(columns.cells, columns.belongs, columns.wrong, strict=True)
    ):
        tone = "glass" if wrong else "right"
        panel_turning(canvas, cell.rect, "glass", tone, turned(shown, number))
        _draw_label(canvas, shown, cell.label, shown.reveal.labels[number], columns.label)
        with canvas.faded(turned(shown, number)):
            canvas.text(right, cell.thing, columns.style, paper, valign=MIDDLE)
            _draw_fate(canvas, shown, cell, wrong, columns.small)


def _draw_label(canvas: Canvas, shown: Shown, rect: Rect, label: str, style: Style) -> None:
    p = shown.page.theme.palette
    colour, align = (p.sodium, CENTRE) if _numbered(shown.reveal.labels) else (p.dim, LEFT)
    canvas.text(label, rect, style, colour, align, MIDDLE)


def _numbered(labels: Sequence[str]) -> bool:
    """Whether the places are those of an order."""
    return all(label.isdigit() for label in labels)


def _draw_fate(canvas: Canvas, shown: Shown, cell: Cell, wrong: str, style: Style) -> None:
    """A tick at the end of a place that was right; at the end of one that was not, what was put there."""
    p, room = shown.page.theme.palette, cell.fate
    side = min(MARK, room.h * 0.5)
    if not wrong:
        canvas.shape("tick", Rect(room.right - side, room.middle[1] - side / 2, side, side), p.right)
        return
    canvas.shape("cross", Rect(room.x, room.middle[1] - side / 2, side, side), p.alarm)
    canvas.text(wrong, room.after(ICON), style, p.alarm, valign=MIDDLE)


def _share(shown: Shown, right: str, wrong: str) -> float:
    """How much of its width a place gives to what was put there: as much as its words need."""
    if not wrong:
        return 0.0
    first, second = (
        shown.page.ruler.size(words, shown.page.theme.style("option")).w for words in (right, wrong)
    )
    return min(WIDEST, max(NARROWEST, second / (first + second)))


def _cells(room: Rect, labels: Sequence[str], shares: Sequence[float]) -> list[Cell]:
    """Down the left column first, then down the right one: so are they counted."""
    rows = -(-len(labels) // 2)
    height = min(MOST_HEIGHT, (room.h - GAP * (rows - 1)) / rows)
    used = room.top(height * rows + GAP * (rows - 1))
    rects = [rect for column in used.columns(2, BETWEEN) for rect in column.rows(rows, GAP)]
    return [_cell(rect, _numbered(labels), share) for rect, share in zip(rects, shares, strict=False)]


def _cell(rect: Rect, numbered: bool, share: float) -> Cell:
    """The parts of a place; `share` of its width goes to what was put there."""
    number = letter_width(rect) if numbered else 18
    inner = Rect(rect.x + number, rect.y + 3, rect.w - number - 14, rect.h - 6)
    fate = inner.end(ICON + (inner.w - ICON) * share if share else MARK)
    words = inner.left(inner.w - fate.w - 10)
    if numbered:
        return Cell(rect, rect.left(number).inset(6, 4), words, fate)
    label = words.top(words.h * 0.42)
    return Cell(rect, label, words.below(label.h), fate)
