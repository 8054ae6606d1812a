"""Lines of a high-score table: what one holds, and how it is drawn; knows no file and no other line."""

from __future__ import annotations

from dataclasses import dataclass

from quizgame.quiz.run import Ending
from quizgame.screen.band import dollars
from quizgame.screen.canvas import LEFT, RIGHT, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Page
from quizgame.screen.widgets import write

HOW = {
    Ending.CLEAR: "got away",
    Ending.WALKED: "walked",
    Ending.BUSTED: "busted",
    Ending.TIME: "out of time",
    Ending.ABANDONED: "called off",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table; `date` as it is to be read. `checked`: the score follows from the answers."""

    place: int
    name: str
    take: int
    right: int
    asked: int
    ending: Ending
    date: str
    mine: bool = False
    checked: bool = False


def row_height(page: Page) -> float:
    """How high a line is."""
    return page.theme.style("strong").size * 1.75


def draw_line(canvas: Canvas, page: Page, row: Rect, line: Line) -> None:
    """A line in its place: fewer columns where the room is narrow or the text large."""
    p = page.theme.palette
    side = min(row.h * 0.42, 24.0)
    if line.mine:
        canvas.fill(row, p.sodium, 46)
        canvas.shape("right", Rect(row.x + 2, row.middle[1] - side / 2, side, side), p.sodium)
    if line.checked:
        canvas.shape("tick", Rect(row.right - side - 2, row.middle[1] - side / 2, side, side), p.right)
    row = row.left(row.w - side - 12)
    colour = p.sodium if line.mine else p.paper
    wide = page.stage.w >= 1200 and not page.theme.large
    cells = [
        (f"{line.place}", 0.03, 0.06, "button", p.dim, RIGHT),
        (line.name, 0.11, 0.33 if wide else 0.48, "strong", colour, LEFT),
        (dollars(line.take), 0.44 if wide else 0.60, 0.17 if wide else 0.38, "button", colour, RIGHT),
    ]
    if wide:
        cells += [
            (f"{line.right} of {line.asked}", 0.65, 0.10, "body", p.dim, LEFT),
            (HOW[line.ending], 0.75, 0.11, "body", p.dim, LEFT),
            (line.date, 0.86, 0.135, "body", p.dim, RIGHT),
        ]
    for text, x, w, step, tint, align in cells:
        write(canvas, page, text, Rect(row.x + row.w * x, row.y, row.w * w, row.h), step, tint, align)


def draw_gap(canvas: Canvas, page: Page, row: Rect) -> None:
    """Three dots, where lines are left out."""
    side = row.h * 0.16
    for place in (-1, 0, 1):
        x, y = row.middle
        canvas.shape("dot", Rect(x + place * 3 * side, y - side / 2, side, side), page.theme.palette.dim)
