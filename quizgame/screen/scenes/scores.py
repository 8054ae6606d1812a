"""The high-score tables; knows no file: it is given the lines."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from quizgame.screen.canvas import CENTRE, Canvas
from quizgame.screen.ease import ease_in, ease_in_out, ease_out, progress
from quizgame.screen.layout import Rect
from quizgame.screen.moving import age_of
from quizgame.screen.next_place import draw_next
from quizgame.screen.scene import Action, Click, Finished, Input, Page, Press, Scene, Scroll
from quizgame.screen.score_lines import Line, draw_gap, draw_line, row_height
from quizgame.screen.scrolling import Scroller, arrows
from quizgame.screen.steppers import Axis, Steppers
from quizgame.screen.widgets import (
    BACK,
    Hint,
    back_button,
    body,
    heading,
    hints,
    leaves,
    write,
)

TITLE = "HIGH SCORES"
MOVE_MS = 400  # for the lines below to make room for the player's new one
FALL_AT_MS, FALL_MS, FALL = 140, 260, 0.8  # it comes down into its place from so much of a line above
LEGEND = "checked: the score follows from the answers"
EMPTY = "Nobody has pulled it off yet. The table is yours to open."


@dataclass(frozen=True, slots=True)
class Table:
    """The lines of a table, those around the player's own where it is not among them, and what to say."""

    lines: tuple[Line, ...]
    around: tuple[Line, ...] = ()
    told: str = ""


class ScoresScene(Scene[None]):
    """Gives back nothing."""

    def __init__(
        self,
        axes: Sequence[Axis],
        look: Callable[[tuple[int, ...]], Table],
        version: Callable[[], Hashable] = int,
    ) -> None:
        """`look` gives the table for what is shown of each axis; `version` changes when tables do."""
        super().__init__()
        self._axes, self._look, self._version = Steppers(axes), look, version
        self._scroller = Scroller()
        self._placed = False
        self._since: int | None = None
        self._landed = False

    def arrive(self, page: Page) -> None:
        """A line of the player's own has only now come to stand there."""
        if self._since is None and self._mine is not None:
            self._since = page.now

    def tick(self, page: Page) -> None:
        if self._since is not None and not self._landed and not self._moving(page):
            self._landed = True
            self.cue("sum")

    def _moving(self, page: Page) -> bool:
        """Whether the player's line is still on its way."""
        return age_of(page, self._since) < MOVE_MS

    @property
    def shown(self) -> tuple[int, ...]:
        """Which label of each axis is shown."""
        return self._axes.shown

    def handle(self, input: Input, page: Page) -> Finished[None] | None:
        if leaves(input, page):
            self.cue("back")
            return Finished(None)
        if isinstance(input, Press | Click | Scroll) and self._since is not None:
            self._since = min(self._since, page.now - MOVE_MS)
        self._scroller.offset, self._placed = self._offset(page), True
        before = self._axes.shown
        if self._axes.handle(input, page, self._room(page)):
            self.cue("focus")
        if self._axes.shown != before:
            self._scroller, self._placed = Scroller(), False
        self._scroll(input, page)
        return None

    def _scroll(self, input: Input, page: Page) -> None:
        area, step, length = self._area(page), row_height(page), self._length(page)
        match input:
            case Press(Action.UP | Action.DOWN):
                self._scroller.move(step if input.action is Action.DOWN else -step, area, length)
            case Press(Action.PAGE_UP | Action.PAGE_DOWN):
                self._scroller.move(area.h if input.action is Action.PAGE_DOWN else -area.h, area, length)
            case Press(Action.FIRST | Action.LAST):
                self._scroller.move(length if input.action is Action.LAST else -length, area, length)
            case Scroll(steps):
                self._scroller.move(-steps * step, area, length)

    def _offset(self, page: Page) -> float:
        """How far the table is moved; at first so that the player's own line is in sight."""
        area, height, length = self._area(page), row_height(page), self._length(page)
        if self._placed:
            return min(round(self._scroller.offset / height) * height, max(0, length - area.h))
        scroller = Scroller()
        for number, line in enumerate(self._rows):
            if line and line.mine:
                above = max(0.0, (number - min(2, area.h // height // 2)) * height)
                scroller.follow(Rect(0, area.y + above, 1, min(area.h, 5 * height)), area, length)
        return -(-scroller.offset // height) * height  # whole lines at the top

    @property
    def _table(self) -> Table:
        return self._look(self._axes.shown)

    @property
    def _rows(self) -> list[Line | None]:
        """The lines; None is where some are left out."""
        table = self._table
        return [*table.lines, *([None, *table.around] if table.around else [])]

    @property
    def _mine(self) -> int | None:
        """Which of the lines is the player's own, from 0."""
        return next((number for number, line in enumerate(self._rows) if line and line.mine), None)

    def still(self, page: Page) -> Hashable:
        moving = self._moving(page)
        return self._axes.shown, self._axes.focus, self._scroller.offset, self._version(), moving

    def live(self, page: Page) -> Hashable:
        return page.now if self._moving(page) else None

    def _length(self, page: Page) -> float:
        return len(self._rows) * row_height(page)

    def _room(self, page: Page) -> Rect:
        """The room below the heading."""
        room = body(page)
        return room.below(min(page.theme.style("title").size * 1.1 + 14, room.h * 0.3))

    def _label(self, page: Page) -> float:
        return page.theme.style("label").size * 1.7

    def _frame(self, page: Page) -> Rect:
        room = self._room(page).below(self._axes.height(page) + 10)
        return room.below(self._label(page)) if self._table.told else room

    def _area(self, page: Page) -> Rect:
        """Where the lines stand: whole ones."""
        inner, line = self._frame(page).inset(22, 10).above(self._foot(page)), row_height(page)
        return inner.top(max(1, inner.h // line) * line)

    def _foot(self, page: Page) -> float:
        """How high the legend is at the foot; nothing where it would leave no room for a whole line."""
        label, least = self._label(page), row_height(page) + 20
        return 0 if self._beside_heading(page) or self._frame(page).h - label < least else label

    def _beside_heading(self, page: Page) -> Rect | None:
        """Room for the legend beside the heading, where large text leaves little to the table."""
        if not page.theme.large:
            return None
        back = back_button(page)
        x = back.x - min(420, back.x - page.area.x - page.ruler.size(TITLE, page.theme.style("title")).w - 40)
        return Rect(x, back.y, back.x - 20 - x, back.h) if back.x - x > 260 else None

    def draw(self, canvas: Canvas, page: Page) -> None:
        p = page.theme.palette
        canvas.backdrop(0, 0.45)
        self._draw_hints(canvas, page)
        room, table = self._room(page), self._table
        told = room.below(self._axes.height(page) + 6).top(self._label(page))
        if table.told:
            canvas.scrim(told.left(told.w * 0.6), 0.6)
            write(canvas, page, table.told, told, "label", p.sodium)
        heading(canvas, page, TITLE, p.sodium, back=True)
        self._axes.draw(canvas, page, room)
        canvas.panel(self._frame(page))
        if table.lines or table.around:
            if not table.around:
                draw_next(canvas, page, self._area(page).below(self._length(page)), table.lines)
            if not self._moving(page):
                self._draw_rows(canvas, page)
        else:
            write(canvas, page, EMPTY, self._area(page), "body", p.dim, CENTRE)
        self._draw_legend(canvas, page)

    def draw_live(self, canvas: Canvas, page: Page) -> None:
        if self._moving(page):
            self._draw_rows(canvas, page)

    def _draw_hints(self, canvas: Canvas, page: Page) -> None:
        here, _ = self._axes.names
        which = Hint("next filter", "Tab", "{next}")
        more = Hint(f"another {here}", "<left><right>", "<left><right>", "click")
        hints(canvas, page, [Hint("scroll", "<up><down>", "<up><down>", "wheel"), more, which, BACK])

    def _draw_rows(self, canvas: Canvas, page: Page) -> None:
        area, height, offset = self._area(page), row_height(page), self._offset(page)
        age = age_of(page, self._since)
        mine = self._mine if age < MOVE_MS else None
        up = height * (ease_in_out(progress(age, 0, MOVE_MS)) - 1)
        with canvas.clip(area):
            for number, line in enumerate(self._rows):
                row = Rect(area.x, area.y + number * height - offset, area.w, height)
                if row.bottom <= area.y + 1 or row.y >= area.bottom - 1:
                    continue
                if number == mine and line:
                    self._draw_falling(canvas, page, row, line, age)
                else:
                    row = row.moved(y=up if mine is not None and number > mine else 0)
                    draw_line(canvas, page, row, line) if line else draw_gap(canvas, page, row)
        arrows(canvas, page, area, offset, self._length(page))

    def _draw_falling(self, canvas: Canvas, page: Page, row: Rect, line: Line, age: int) -> None:
        """The player's own line on its way down into its place, from behind the one above."""
        fallen = progress(age, FALL_AT_MS, FALL_MS)
        with canvas.clip(row), canvas.faded(ease_out(fallen), y=-FALL * row.h * (1 - ease_in(fallen))):
            draw_line(canvas, page, row, line)

    def _draw_legend(self, canvas: Canvas, page: Page) -> None:
        """What a tick means: at the foot, or where the text is large beside the heading."""
        p, place = page.theme.palette, self._beside_heading(page)
        if place is None:
            if not self._foot(page):
                return
            place = self._frame(page).inset(22, 6).foot(self._label(page))
            canvas.fill(place.top(1), p.edge, 140)
        side = min(place.h * 0.5, 20.0)
        canvas.shape("tick", place.left(side).centred(side, side), p.right)
        write(canvas, page, LEGEND, place.after(side + 8), "small", p.dim)
