"""Rows of a label and a thing: places, the one size of their words, their looks; knows not the things."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizgame.screen.canvas import CENTRE, LEFT, MIDDLE, Canvas
from quizgame.screen.cards import common_style
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Page
from quizgame.screen.theme import Style

MOST_HEIGHT = 60
ARROW = 40  # units between a label of words and its thing
ENDS = 50  # units left free at the right end of a thing


@dataclass(frozen=True, slots=True)
class Rows:
    """Where the rows lie, how wide their labels are, and how their words are set."""

    rects: tuple[Rect, ...]
    label_width: float
    style: Style
    numbered: bool

    def label(self, row: int) -> Rect:
        return self.rects[row].left(self.label_width)

    def thing(self, row: int) -> Rect:
        """Where the thing of a row lies."""
        return self.rects[row].after(self.label_width + (10 if self.numbered else ARROW))


def rows_in(page: Page, room: Rect, labels: Sequence[str], things: Sequence[str], ends: float = ENDS) -> Rows:
    """Rows as high as the room allows; all words share one size. `ends` is left free at the right."""
    numbered = all(label.isdigit() for label in labels)
    gap = 10 if room.h / len(labels) > 50 else 5
    most = MOST_HEIGHT * (page.theme.text * 0.25 + 0.75)
    height = min(most, (room.h - gap * (len(labels) - 1)) / len(labels))
    used = room.foot(height * len(labels) + gap * (len(labels) - 1))
    option = page.theme.style("option")
    width = _label_width(page, used, labels, things, option, ends) if not numbered else max(54, height)
    rows = Rows(tuple(used.rows(len(labels), gap)), width, option, numbered)
    words = [*([] if numbered else labels), *things]
    rooms = [_words_room(rows.label(0), 16)] * (len(words) - len(things))
    rooms += [_words_room(rows.thing(0), ends)] * len(things)
    return Rows(rows.rects, width, common_style(page, words, rooms, option), numbered)


def _label_width(
    page: Page, room: Rect, labels: Sequence[str], things: Sequence[str], style: Style, ends: float
) -> float:
    """Labels and things share the width as their words need it."""
    left, right = (max(page.ruler.size(text, style).w for text in texts) for texts in (labels, things))
    free = room.w - ARROW
    share = (left + 40) / (left + 40 + right + ends + 20)
    return free * min(0.62, max(0.30, share))


def _words_room(rect: Rect, ends: float) -> Rect:
    return rect.after(20).inset(0, 2).left(rect.w - 20 - ends)


def draw_label(canvas: Canvas, page: Page, rows: Rows, row: int, text: str, lit: bool) -> None:
    """What stands: a number, or words with an arrow to their thing."""
    p, rect = page.theme.palette, rows.label(row)
    if rows.numbered:
        style = page.ruler.fit(text, page.theme.style("letter"), rect, 12)
        canvas.text(text, rect, style, p.cyan if lit else p.sodium, CENTRE, MIDDLE)
        return
    canvas.panel(rect, "quiet")
    canvas.text(text, _words_room(rect, 16), rows.style, p.paper, LEFT, MIDDLE)
    arrow = Rect(rect.right, rect.y, ARROW, rect.h)
    canvas.shape("right", arrow.centred(16, 16), p.cyan if lit else p.sodium)


def draw_thing(
    canvas: Canvas, page: Page, rect: Rect, text: str, style: Style, tone: str, ends: float = ENDS
) -> None:
    """What is moved."""
    canvas.panel(rect, tone)
    canvas.text(text, _words_room(rect, ends), style, page.theme.palette.paper, LEFT, MIDDLE)
