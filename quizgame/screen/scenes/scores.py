"""The high-score tables; knows no file: it is given the lines."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from quizgame.quiz.run import Ending
from quizgame.screen.band import dollars
from quizgame.screen.canvas import LEFT, MIDDLE, RIGHT, TOP, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Action, Click, Finished, Input, Page, Press, Scene, Scroll
from quizgame.screen.widgets import BACK, Hint, Scroller, body, heading, hints, leaves, scroll_marks, write

HOW = {
    Ending.CLEAR: "got away",
    Ending.WALKED: "walked",
    Ending.BUSTED: "busted",
    Ending.ABANDONED: "called off",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table; `date` as it is to be read."""

    place: int
    name: str
    take: int
    right: int
    asked: int
    ending: Ending
    date: str
    mine: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the full game, or one with an assist."""

    title: str
    lines: tuple[Line, ...]


class ScoresScene(Scene[None]):
    """Gives back nothing."""

    def __init__(self, tables: Sequence[Table], shown: int = 0, notice: str = "") -> None:
        """`tables` has at least one; `notice` is a sentence about the score file, or ""."""
        super().__init__()
        self._tables, self._shown, self._notice = tables, shown, notice
        self._scroller = Scroller()
        self._placed = False

    def handle(self, input: Input, page: Page) -> Finished[None] | None:
        area, step = self._area(page), self._row_height(page)
        length = self._length(page)
        self._place(page)
        if leaves(input, page):
            self.cue("back")
            return Finished(None)
        match input:
            case Click(x, y):
                self._clicked(x, y, page)
            case Press(Action.LEFT | Action.RIGHT):
                self._turn(1 if input.action is Action.RIGHT else -1)
            case Press(Action.UP | Action.DOWN):
                self._scroller.move(step if input.action is Action.DOWN else -step, area, length)
            case Press(Action.PAGE_UP | Action.PAGE_DOWN):
                self._scroller.move(area.h if input.action is Action.PAGE_DOWN else -area.h, area, length)
            case Press(Action.FIRST | Action.LAST):
                self._scroller.move(length if input.action is Action.LAST else -length, area, length)
            case Scroll(steps):
                self._scroller.move(-steps * step, area, length)
        return None

    def _clicked(self, x: float, y: float, page: Page) -> None:
        for step, arrow in zip((-1, 1), self._arrows(page), strict=True):
            if arrow.holds(x, y):
                self._turn(step)

    def _arrows(self, page: Page) -> list[Rect]:
        """Where the mouse turns to the other tables: at the right end of the line that names the table."""
        frame = self._frame(page)
        height = page.theme.style("label").size * 1.6
        return Rect(frame.right - 2.6 * height, frame.y - height - 4, 2.6 * height, height).columns(2, 8)

    def _turn(self, step: int) -> None:
        if len(self._tables) > 1:
            self._shown = (self._shown + step) % len(self._tables)
            self._scroller = Scroller()
            self.cue("focus")

    def _place(self, page: Page) -> None:
        """Once, so that the player's own line is in sight."""
        if not self._placed:
            self._scroller.offset = self._offset(page)
            self._placed = True

    def _offset(self, page: Page) -> float:
        if self._placed:
            return min(self._scroller.offset, max(0, self._length(page) - self._area(page).h))
        scroller = Scroller()
        for number, line in enumerate(self._table.lines):
            if line.mine:
                place = Rect(
                    0, self._area(page).y + number * self._row_height(page), 1, 3 * self._row_height(page)
                )
                scroller.follow(place, self._area(page), self._length(page))
        return scroller.offset

    @property
    def _table(self) -> Table:
        return self._tables[self._shown]

    def still(self, page: Page) -> Hashable:
        return self._shown, self._scroller.offset

    def _row_height(self, page: Page) -> float:
        return page.theme.style("strong").size * 1.75

    def _length(self, page: Page) -> float:
        return len(self._table.lines) * self._row_height(page)

    def _frame(self, page: Page) -> Rect:
        room = body(page)
        room = room.below(min(page.theme.style("title").size * 1.1 + 14, room.h * 0.3))
        line = page.theme.style("label").size * 1.8
        return room.below(line)

    def _area(self, page: Page) -> Rect:
        return self._frame(page).inset(22, 16)

    def draw(self, canvas: Canvas, page: Page) -> None:
        theme, p = page.theme, page.theme.palette
        canvas.backdrop(0, 0.45)
        more = [Hint("other tables", "<left><right>", "<left><right>")] if len(self._tables) > 1 else []
        hints(canvas, page, [Hint("scroll", "<up><down>", "<up><down>", "wheel"), *more, BACK])
        room = heading(canvas, page, "HIGH SCORES", p.sodium, back=True)
        label = room.top(theme.style("label").size * 1.6)
        told = "  ·  ".join(part for part in (self._table.title.upper(), self._notice) if part)
        write(canvas, page, told, label, "label", p.cyan, valign=TOP)
        if len(self._tables) > 1:
            for name, arrow in zip(("left", "right"), self._arrows(page), strict=True):
                canvas.panel(arrow)
                canvas.shape(name, arrow.centred(arrow.h * 0.5, arrow.h * 0.5), p.cyan)
        canvas.panel(self._frame(page))
        if not self._table.lines:
            empty = "Nobody has pulled it off yet. The table is yours to open."
            canvas.text(empty, self._area(page), theme.style("body"), p.dim, "centre", MIDDLE)
        self._draw_lines(canvas, page)

    def _draw_lines(self, canvas: Canvas, page: Page) -> None:
        area, height, offset = self._area(page), self._row_height(page), self._offset(page)
        with canvas.clip(area):
            for number, line in enumerate(self._table.lines):
                row = Rect(area.x, area.y + number * height - offset, area.w, height)
                if row.bottom > area.y and row.y < area.bottom:
                    self._draw_line(canvas, page, row, line)
        scroll_marks(canvas, page, area, offset, self._length(page))

    def _draw_line(self, canvas: Canvas, page: Page, row: Rect, line: Line) -> None:
        p = page.theme.palette
        if line.mine:
            canvas.fill(row, p.sodium, 46)
            canvas.shape("right", Rect(row.x + 2, row.y + row.h * 0.3, row.h * 0.4, row.h * 0.4), p.sodium)
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
