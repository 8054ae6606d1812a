"""Answering by moving things to where they belong: an order, or pairs; knows no rules."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from contextlib import AbstractContextManager
from functools import partial
from typing import NamedTuple

from quizgame.quiz.view import Asked
from quizgame.screen.answering.base import Answering, Gave, Table
from quizgame.screen.canvas import Canvas
from quizgame.screen.crew import LOCK
from quizgame.screen.ease import ease_out, progress
from quizgame.screen.layout import Rect
from quizgame.screen.moving import Light, age_of, coming, turning
from quizgame.screen.rows import Rows, draw_label, draw_thing, rows_in
from quizgame.screen.scene import OPTIONS, Action, Input, Page, Press, pressed
from quizgame.screen.widgets import Chosen, Focus, Hint, Spot

LIFT = 14  # units that a thing stands out while it is carried
GLIDE_MS = 140


class Lifted(NamedTuple):
    """A thing in hand: the row it was taken from, the one it is at, and how all lay before."""

    home: int
    at: int
    before: tuple[int, ...]


class Arrange(Answering):
    """Labels stand, things move. A thing is taken up, carried to another row and put down.

    In an order the others close up; of pairs, the two change places.
    """

    def __init__(self, cue: Callable[[str], None], count: int, closes_up: bool) -> None:
        super().__init__(cue)
        self._places = tuple(range(count))
        self._closes_up = closes_up
        self._lifted: Lifted | None = None
        self._shown = self._places  # how all lay when it last began to move
        self._moved: int | None = None

    def spots(self, table: Table) -> list[Spot]:
        return [Spot(f"row {row}", rect) for row, rect in enumerate(self._rows(table).rects)]

    def handle(self, input: Input, table: Table, focus: Focus) -> Gave | bool:
        before = self._places
        if isinstance(input, Press) and input.action in OPTIONS:
            row = OPTIONS.index(input.action)
            if row < len(self._places):
                self.cue("choose")
                self._touch(row, focus)
            self._noticed(before, table.page)
            return True
        done = bool(self._lifted) and self._carrying(input, focus)
        self._noticed(before, table.page)
        return done

    def _carrying(self, input: Input, focus: Focus) -> bool:
        """With a thing in hand, arrows carry it and nothing else has a claim on them."""
        assert self._lifted
        if pressed(input, Action.BACK):
            self._carry(self._lifted.home, focus)
            self._lifted = None
            self.cue("back")
            return True
        steps = {Action.UP: -1, Action.PREVIOUS: -1, Action.DOWN: 1, Action.NEXT: 1}
        if isinstance(input, Press) and input.action in steps:
            self._carry(self._lifted.at + steps[input.action], focus)
            self.cue("focus")
            return True
        return pressed(input, Action.LEFT, Action.RIGHT)

    def chosen(self, choice: Chosen, table: Table, focus: Focus) -> None:
        before = self._places
        self._touch(int(choice.id.removeprefix("row ")), focus)
        self._noticed(before, table.page)

    def _noticed(self, before: tuple[int, ...], page: Page) -> None:
        """Things lie elsewhere now: they glide there from where they lay."""
        if before != self._places:
            self._shown, self._moved = before, page.now

    def _touch(self, row: int, focus: Focus) -> None:
        """Take up what lies there, or put down there what is in hand."""
        if self._lifted:
            self._carry(row, focus)
            self._lifted = None
            return
        self._lifted = Lifted(row, row, self._places)
        focus.id = f"row {row}"

    def _carry(self, row: int, focus: Focus) -> None:
        assert self._lifted
        row = min(max(row, 0), len(self._places) - 1)
        self._places = moved(self._lifted.before, self._lifted.home, row, self._closes_up)
        self._lifted = self._lifted._replace(at=row)
        focus.id = f"row {row}"

    def ready(self, asked: Asked) -> bool:
        return self._lifted is None

    def answer(self, asked: Asked) -> tuple[int, ...]:
        return self._places

    def state(self) -> Hashable:
        return self._places, self._lifted

    def size(self, table: Table) -> float:
        return self._rows(table).style.size

    def _rows(self, table: Table) -> Rows:
        return rows_in(table.page, table.room, table.asked.labels, _words(table.asked))

    def parts(self, asked: Asked) -> int:
        return len(self._places)

    def moves(self, page: Page) -> bool:
        return age_of(page, self._moved) < GLIDE_MS

    def draw(self, canvas: Canvas, table: Table, light: Light) -> None:
        rows, page, words = self._rows(table), table.page, _words(table.asked)
        at = self._lifted.at if self._lifted else None
        for row, place in enumerate(self._places):
            lit = light.on(f"row {row}")
            with coming(canvas, table.opened, row, len(self._places)):
                draw_label(canvas, page, rows, row, table.asked.labels[row], lit > 0.5)
            if row != at:
                thing = partial(draw_thing, canvas, page, rows.thing(row), words[place], rows.style)
                with (
                    coming(canvas, table.opened, row, len(self._places)),
                    self._gliding(canvas, rows, page, row),
                ):
                    turning(canvas, "glass", "focus", lit, thing)
        if at is not None:  # last: it lies over its neighbours
            rect = rows.thing(at).moved(LIFT, -3)
            with self._gliding(canvas, rows, page, at):
                draw_thing(canvas, page, rect, words[self._places[at]], rows.style, "pressed")
                _draw_arrows(canvas, table, rect)

    def _gliding(self, canvas: Canvas, rows: Rows, page: Page, row: int) -> AbstractContextManager[None]:
        """What lies in a row now is on its way there from the row that it lay in."""
        left = 1 - ease_out(progress(age_of(page, self._moved), 0, GLIDE_MS))
        before = rows.rects[self._shown.index(self._places[row])].y
        return canvas.faded(1, y=(before - rows.rects[row].y) * left)

    def hints(self, table: Table, focused: str) -> Sequence[Hint]:
        if self._lifted:
            return CARRYING
        do = "lock in" if focused == LOCK else "take up"
        digits = Hint("take up", f"1-{len(self._places)}")
        move = Hint("move", "<up><down>", "<up><down>")
        return (Hint(do, "Enter", "A", "click"), move, *([digits] if focused == LOCK else []))


def moved(places: tuple[int, ...], home: int, row: int, closes_up: bool) -> tuple[int, ...]:
    """The places after the thing of one row went to another."""
    now = list(places)
    if closes_up:
        now.insert(row, now.pop(home))
    else:
        now[home], now[row] = now[row], now[home]
    return tuple(now)


def _words(asked: Asked) -> list[str]:
    """Things to be moved are never covered."""
    return [option or "" for option in asked.options]


def _draw_arrows(canvas: Canvas, table: Table, rect: Rect) -> None:
    """What is in hand can go up and down."""
    side = min(18, rect.h * 0.36)
    x, cyan = rect.right - side - 14, table.page.theme.palette.cyan
    canvas.shape("up", Rect(x, rect.middle[1] - side - 1, side, side), cyan)
    canvas.shape("down", Rect(x, rect.middle[1] + 1, side, side), cyan)


CARRYING = (
    Hint("carry it", "<up><down>", "<up><down>"),
    Hint("put it down", "Enter", "A", "click where it goes"),
    Hint("put it back", "Esc", "B", "right click"),
)
