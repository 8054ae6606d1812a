"""The cards that options stand on: their places, the one size of their words, and how they are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizgame.screen.canvas import CENTRE, MIDDLE, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Page
from quizgame.screen.theme import Colour, Style
from quizgame.screen.widgets import write

LETTERS = "ABCD"
LEAST = 11  # units: words on cards are never set smaller
MOST_HEIGHT = 132


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the cards lie and how their words are set."""

    rects: tuple[Rect, ...]
    style: Style


def grid(page: Page, room: Rect, options: Sequence[str | None], mark: float = 0) -> Grid:
    """Two columns or one, whichever lets the words stand larger; all cards share one size.

    `mark` is the room to be left free at the right end of each card.
    """
    words = [text for text in options if text]
    both = [_arranged(page, room, len(options), words, columns, mark) for columns in (2, 1)]
    return max(both, key=lambda found: found.style.size)


def _arranged(page: Page, room: Rect, count: int, words: Sequence[str], columns: int, mark: float) -> Grid:
    rows = -(-count // columns)
    gap = 14 if rows <= 2 else 8
    height = min(MOST_HEIGHT * (page.theme.text * 0.25 + 0.75), (room.h - gap * (rows - 1)) / rows)
    used = room.foot(height * rows + gap * (rows - 1))
    rects = [cell for row in used.rows(rows, gap) for cell in row.columns(columns, 18)][:count]
    rooms = [text_room(rects[0], mark)] * len(words)
    return Grid(tuple(rects), common_style(page, words, rooms, page.theme.style("option")))


def common_style(page: Page, words: Sequence[str], rooms: Sequence[Rect], style: Style) -> Style:
    """The largest size up to the style's own at which every text fits its room."""
    for text, room in zip(words, rooms, strict=True):
        style = page.ruler.fit(text, style, room, LEAST)
    return style


def letter_width(rect: Rect) -> float:
    """The room for the letter at the left of a card."""
    return min(64, rect.w * 0.12)


def text_room(rect: Rect, mark: float = 0) -> Rect:
    """Where the words of a card stand."""
    letter = letter_width(rect)
    return rect.after(letter).inset(0, 6).left(rect.w - letter - 18 - mark)


def draw_card(
    canvas: Canvas, page: Page, rect: Rect, letter: str, text: str, style: Style, tone: str, mark: float = 0
) -> None:
    """A card with its letter and its words."""
    p = page.theme.palette
    canvas.panel(rect, tone)
    lit: Colour = {"focus": p.cyan, "right": p.right, "wrong": p.alarm, "quiet": p.dim}.get(tone, p.sodium)
    place = rect.left(letter_width(rect)).inset(10, 4)
    write(canvas, page, letter, place, "letter", lit, CENTRE)
    if text:
        canvas.text(text, text_room(rect, mark), style, p.paper if tone != "quiet" else p.dim, valign=MIDDLE)
