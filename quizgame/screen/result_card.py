"""The card of a run to show to friends: how it went and nothing that was asked; knows no file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizgame.screen.canvas import MIDDLE, RIGHT, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Finished, Input, Page, Scene
from quizgame.screen.theme import Style
from quizgame.screen.widgets import write

SIZE = (1200, 630)  # pixels of the picture: the shape that messengers show whole


@dataclass(frozen=True, slots=True)
class ResultCard:
    """What stands on the card; `marks` are its answers, row by row, True for right."""

    title: str
    figure: str
    line: str
    name: str
    date: str
    marks: tuple[tuple[bool, ...], ...]
    code: str = ""


def draw_card(canvas: Canvas, page: Page, box: Rect, card: ResultCard) -> None:
    """The card in a box: words at the left, marks at the right."""
    p, scale = page.theme.palette, box.h / SIZE[1]
    room = box.inset(56 * scale, 44 * scale)
    left, right = room.left(room.w * 0.60), room.after(room.w * 0.66)
    head, foot = left.top(room.h * 0.10), room.foot(room.h * 0.09)
    write(canvas, page, "THIRTY SECONDS FLAT", head, "heading", p.cyan)
    _fit(canvas, page, card.title.upper(), left.below(room.h * 0.14).top(room.h * 0.13), p.paper)
    figure = left.below(room.h * 0.28).top(room.h * 0.32)
    _fit(canvas, page, card.figure, figure, p.sodium, glow=True)
    _fit(canvas, page, card.line.upper(), left.below(room.h * 0.61).top(room.h * 0.09), p.paper)
    who = "  ·  ".join(part for part in (card.name, card.date) if part)
    write(canvas, page, who, left.below(room.h * 0.73).top(room.h * 0.08), "strong", p.dim)
    _draw_marks(canvas, page, right.above(room.h * 0.14), card.marks)
    canvas.fill(Rect(foot.x, foot.y - 8 * scale, foot.w, max(1.0, 2 * scale)), p.edge)
    told = f"Same questions: {card.code}" if card.code else "A trivia game about Heat, Los Angeles 1995"
    if card.code and page.ruler.size(told, page.theme.style("strong").at(10)).w > foot.w:
        told = card.code
    write(canvas, page, told, foot, "strong", p.paper)


def _fit(
    canvas: Canvas, page: Page, text: str, rect: Rect, colour: tuple[int, int, int], glow: bool = False
) -> None:
    """One line as large as its box lets it be."""
    style = page.ruler.fit(text, Style(page.theme.style("title").face, rect.h * 0.98), rect, 10)
    canvas.text(text, rect, style, colour, valign=MIDDLE, glow=glow)


def _draw_marks(canvas: Canvas, page: Page, room: Rect, rows: Sequence[Sequence[bool]]) -> None:
    """A full square for right, an empty one for missed; a number before each round."""
    p = page.theme.palette
    numbered = len(rows) > 1
    across = max((len(row) for row in rows), default=1) + numbered
    side = min(room.w / across, room.h / max(1, len(rows)), room.h / 4)
    top = room.y + (room.h - side * len(rows)) / 2
    for number, row in enumerate(rows):
        x, y = room.right - side * across, top + number * side
        if numbered:
            place = Rect(x, y, side * 0.8, side)
            write(canvas, page, f"{number + 1}", place.inset(0, side * 0.2), "strong", p.dim, RIGHT)
            x += side
        for place_in_row, right in enumerate(row):
            _draw_mark(canvas, page, Rect(x + place_in_row * side, y, side, side).inset(side * 0.12), right)


def _draw_mark(canvas: Canvas, page: Page, cell: Rect, right: bool) -> None:
    p = page.theme.palette
    canvas.fill(cell, p.sodium if right else p.edge)
    if not right:
        canvas.fill(cell.inset(max(1.5, cell.w * 0.10)), p.night)


class CardScene(Scene[None]):
    """The card as a picture of its own, over the city."""

    def __init__(self, card: ResultCard) -> None:
        super().__init__()
        self._card = card

    def handle(self, input: Input, page: Page) -> Finished[None] | None:
        return None

    def draw(self, canvas: Canvas, page: Page) -> None:
        canvas.backdrop(0, 0.4)
        draw_card(canvas, page, page.stage, self._card)
