"""The cards that options stand on: places, the one size of their words, their looks; knows no right one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quizgame.screen.canvas import CENTRE, MIDDLE, Canvas
from quizgame.screen.ease import ease_in, ease_out, progress
from quizgame.screen.layout import Rect, Size
from quizgame.screen.moving import turning
from quizgame.screen.scene import OPTIONS, Page
from quizgame.screen.theme import Colour, Style, mixed
from quizgame.screen.widgets import write

DIGITS = "1234"
LEAST = 11  # units: words on cards are never set smaller
MOST_HEIGHT = 132
LIGHT = 40.0  # units round a card that its light may reach
TAKEN_MS, FALL = 320, 30.0
BOLT_MS, BOLT_FROM, BOLT_ARM = 240, 16.0, 22.0  # units


class Grid(NamedTuple):
    """Where the cards lie and how their words are set."""

    rects: tuple[Rect, ...]
    style: Style


class Tone(NamedTuple):
    """How a card is lit: the tone that it had, the one that it gets, and how far (0 to 1) it has turned."""

    was: str
    now: str
    share: float = 1.0


def faces(page: Page, digits: bool = False) -> Sequence[str]:
    """What is printed on the cards of a choice: the key that answers, or digits where letters buzz."""
    return DIGITS if digits else page.keymap.caps(OPTIONS[: len(DIGITS)])


def grid(page: Page, room: Rect, options: Sequence[str | None], mark: float = 0) -> Grid:
    """Two columns or one, whichever lets the words stand larger; all cards share one size.

    `mark` is the room to be left free at the right end of each card.
    """
    words = [text for text in options if text]
    columns = (2, 1) if len(options) > 1 else (1,)
    found = [_arranged(page, room, len(options), words, count, mark) for count in columns]
    return max(found, key=lambda grid: grid.style.size)


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
    canvas: Canvas,
    page: Page,
    rect: Rect,
    letter: str,
    text: str,
    style: Style,
    tone: Tone,
    mark: float = 0,
    full: Size | None = None,
) -> None:
    """A card with its letter and its words; one that changes its size is made of parts of a `full` one."""
    p = page.theme.palette
    turning(canvas, tone.was, tone.now, tone.share, lambda tone: _draw_pane(canvas, rect, full, tone))
    lit = {"focus": p.cyan, "pressed": p.cyan, "right": p.right, "wrong": p.alarm, "quiet": p.dim}
    colour = mixed(lit.get(tone.was, p.sodium), lit.get(tone.now, p.sodium), tone.share)
    write(canvas, page, letter, rect.left(letter_width(rect)).inset(10, 4), "letter", colour, CENTRE)
    if text:
        dim: dict[str, Colour] = {"quiet": p.dim}
        words = mixed(dim.get(tone.was, p.paper), dim.get(tone.now, p.paper), tone.share)
        canvas.text(text, text_room(rect, mark), style, words, valign=MIDDLE)


def _draw_pane(canvas: Canvas, rect: Rect, full: Size | None, tone: str) -> None:
    """A pane, or its four corners: to make one of every size on its way would take too long."""
    if full is None or full == (rect.w, rect.h):
        canvas.panel(rect, tone)
        return
    w, h = rect.w / 2, rect.h / 2
    for x, left in ((rect.x, rect.x), (rect.x + w, rect.right - full.w)):
        for y, top in ((rect.y, rect.y), (rect.y + h, rect.bottom - full.h)):
            outer = Rect(x - LIGHT * (x == rect.x), y - LIGHT * (y == rect.y), w + LIGHT, h + LIGHT)
            with canvas.clip(outer):
                canvas.panel(Rect(left, top, *full), tone)


def draw_taken(
    canvas: Canvas, page: Page, rect: Rect, text: str, style: Style, age: int, mark: float = 0
) -> None:
    """The words that were taken off a card, on their way down and out; `age` in ms."""
    share = progress(age, 0, TAKEN_MS)
    if not text or share >= 1:
        return
    room = text_room(rect, mark)
    fitting = page.ruler.fit(text, style, room, LEAST)
    with canvas.clip(rect), canvas.faded(1 - share, y=FALL * ease_in(share)):
        canvas.text(text, room, fitting, page.theme.palette.paper, valign=MIDDLE)


def draw_bolt(canvas: Canvas, rect: Rect, age: int, colour: Colour) -> None:
    """Four corners that close in round a card and go out as it is lit; `age` in ms."""
    share = progress(age, 0, BOLT_MS)
    if age < 0 or share >= 1:
        return
    away = BOLT_FROM * (1 - ease_out(share))
    outer, arm, line = rect.inset(-away), min(BOLT_ARM, rect.h / 3), 3.0
    with canvas.faded(min(1.0, 4 * share) * (1 - ease_in(share))):
        for x, dx in ((outer.x, 0.0), (outer.right - arm, arm - line)):
            for y, dy in ((outer.y, 0.0), (outer.bottom - arm, arm - line)):
                canvas.fill(Rect(x, y + dy, arm, line), colour)
                canvas.fill(Rect(x + dx, y, line, arm), colour)
