"""What a player's runs say: answers, takes, misses and days, in pictures; knows no run, only numbers."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from datetime import date

from quizgame.screen.band import dollars
from quizgame.screen.canvas import RIGHT, Canvas
from quizgame.screen.charts import Bar, Day, draw_bars, draw_days, draw_list, draw_nothing, draw_takes
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Action, Click, Finished, Input, Page, Press, Scene
from quizgame.screen.widgets import BACK, Hint, body, heading, hints, leaves, write

TITLES = ("RIGHT ANSWERS", "TAKE BY RUN", "MISSED MOST", "DAYS")
EMPTY = "Nothing to count yet. Play a run, and it will be on the record."


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers: bars by topic and level, the takes of one mode in order, most missed questions, days."""

    told: str
    bars: tuple[Bar, ...] = ()
    takes: tuple[Day, ...] = ()
    takes_of: str = ""
    missed: tuple[tuple[str, str], ...] = ()
    days: str = ""
    played: frozenset[date] = field(default_factory=frozenset)
    today: date = date.min


def _before_a_line(takes: Sequence[Day]) -> str:
    """What is said of less than two runs."""
    if not takes:
        return "No run for a table yet."
    return f"{dollars(takes[0].take)} on {takes[0].date}. The next run makes it a line."


class StatisticsScene(Scene[None]):
    """Gives back nothing. Where the room is short its pictures are shown one at a time."""

    def __init__(self, figures: Figures) -> None:
        super().__init__()
        self._figures = figures
        self._shown = 0

    def handle(self, input: Input, page: Page) -> Finished[None] | None:
        if leaves(input, page):
            self.cue("back")
            return Finished(None)
        step = 0
        match input:
            case Press(Action.LEFT | Action.PREVIOUS | Action.PAGE_UP):
                step = -1
            case Press(Action.RIGHT | Action.NEXT | Action.PAGE_DOWN) | Click():
                step = 1
        if step and self._figures.bars and not self._wide(page):
            self._shown = (self._shown + step) % len(TITLES)
            self.cue("focus")
        return None

    def still(self, page: Page) -> Hashable:
        return self._shown

    def _wide(self, page: Page) -> bool:
        """Whether all pictures have room side by side."""
        return page.stage.w >= 1200 and page.stage.h >= 700 and page.theme.text <= 1.2

    def draw(self, canvas: Canvas, page: Page) -> None:
        p = page.theme.palette
        canvas.backdrop(0, 0.5)
        many = bool(self._figures.bars) and not self._wide(page)
        turn = [Hint("next picture", "<left><right>", "<left><right>", "click")] if many else []
        hints(canvas, page, [*turn, BACK])
        line = page.theme.style("label").size * 1.7
        canvas.scrim(body(page).below(page.theme.style("title").size * 1.2).top(line).left(600), 0.6)
        room = heading(canvas, page, "STATISTICS", p.sodium, back=True)
        write(canvas, page, self._figures.told, room.top(line), "label", p.paper)
        room = room.below(line + 6)
        if not self._figures.bars:
            canvas.panel(room)
            draw_nothing(canvas, page, room.inset(24), EMPTY)
        elif many:
            self._draw_part(canvas, page, room, self._shown)
        else:
            cells = [cell for row in room.rows(2, 14) for cell in row.columns(2, 14)]
            for number, cell in enumerate(cells):
                self._draw_part(canvas, page, cell, number)

    def _draw_part(self, canvas: Canvas, page: Page, box: Rect, number: int) -> None:
        f, p = self._figures, page.theme.palette
        canvas.panel(box)
        room = box.inset(22, 10)
        line = page.theme.style("label").size * 1.5
        title = TITLES[number] + (f"  ·  {f.takes_of.upper()}" if number == 1 and f.takes_of else "")
        write(canvas, page, title, room.top(line).left(room.w * 0.8), "label", p.cyan)
        if not self._wide(page):
            write(canvas, page, f"{number + 1} OF {len(TITLES)}", room.top(line), "label", p.dim, RIGHT)
        room = room.below(line + 4)
        match number:
            case 0:
                draw_bars(canvas, page, room, f.bars)
            case 1 if len(f.takes) > 1:
                draw_takes(canvas, page, room, f.takes)
            case 1:
                draw_nothing(canvas, page, room, _before_a_line(f.takes))
            case 2 if f.missed:
                draw_list(canvas, page, room, f.missed)
            case 2:
                draw_nothing(canvas, page, room, "Nothing missed so far.")
            case _:
                draw_days(canvas, page, room, f.days, f.played, f.today)
