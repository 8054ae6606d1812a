"""Answering by ticking every right card, then locking in; knows no rules."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from quizgame.quiz.view import Asked
from quizgame.screen.answering.base import Answering, Gave, Table, card_tone, draw_going, option_spots
from quizgame.screen.canvas import Canvas
from quizgame.screen.cards import Grid, draw_card, grid
from quizgame.screen.crew import LOCK
from quizgame.screen.layout import Rect
from quizgame.screen.moving import Light, coming
from quizgame.screen.scene import OPTIONS, Input, Press
from quizgame.screen.widgets import MOVE_ROUND, Chosen, Focus, Hint, Spot

BOX = 40  # units that a tick box needs at the right end of a card


class Pick(Answering):
    """Any number of cards; what Chris covers is no longer ticked."""

    def __init__(self, cue: Callable[[str], None]) -> None:
        super().__init__(cue)
        self._picked: frozenset[int] = frozenset()

    def spots(self, table: Table) -> list[Spot]:
        return option_spots(table, _grid(table).rects)

    def handle(self, input: Input, table: Table, focus: Focus) -> Gave | bool:
        """A digit ticks its card, and the focus waits at the lock: digits, then Enter."""
        if not isinstance(input, Press) or input.action not in OPTIONS:
            return False
        place, options = OPTIONS.index(input.action), table.asked.options
        if place < len(options) and options[place] is not None:
            self._toggle(place)
            self.cue("choose")
            focus.id = LOCK if self.ready(table.asked) else f"option {place}"
        return True

    def chosen(self, choice: Chosen, table: Table, focus: Focus) -> None:
        self._toggle(int(choice.id.removeprefix("option ")))

    def _toggle(self, place: int) -> None:
        self._picked ^= {place}

    def ready(self, asked: Asked) -> bool:
        return bool(self.answer(asked))

    def answer(self, asked: Asked) -> tuple[int, ...]:
        return tuple(place for place in sorted(self._picked) if asked.options[place] is not None)

    def state(self) -> Hashable:
        return self._picked

    def size(self, table: Table) -> float:
        return _grid(table).style.size

    def cards(self, table: Table) -> Grid:
        return _grid(table)

    def parts(self, asked: Asked) -> int:
        return len(asked.options)

    def draw(self, canvas: Canvas, table: Table, light: Light) -> None:
        layout, picked, options = _grid(table), self.answer(table.asked), table.asked.options
        for place, (text, rect) in enumerate(zip(options, layout.rects, strict=True)):
            with coming(canvas, table.opened, place, len(options)):
                tone = card_tone(table, place, light, "picked" if place in picked else "glass")
                draw_card(canvas, table.page, rect, str(place + 1), text or "", layout.style, tone, BOX)
                draw_going(canvas, table, place, rect, layout.style, BOX)
                if text is not None:
                    _draw_box(canvas, table, rect, place in picked)

    def hints(self, table: Table, focused: str) -> Sequence[Hint]:
        digits = f"1-{len(table.asked.options)}"
        if focused == LOCK:
            return Hint("lock in", "Enter", "A", "click"), Hint("tick", digits), MOVE_ROUND
        then = Hint("then lock in", "Enter", "<down>|A", "click Lock in")
        return Hint("tick", digits, "A", "click"), then, MOVE_ROUND


def _grid(table: Table) -> Grid:
    return grid(table.page, table.room, table.asked.options, BOX)


def _draw_box(canvas: Canvas, table: Table, card: Rect, ticked: bool) -> None:
    p = table.page.theme.palette
    side = min(34, card.h * 0.6)
    box = Rect(card.right - side - 16, card.middle[1] - side / 2, side, side)
    canvas.shape("box", box, p.cyan if ticked else p.dim)
    if ticked:
        canvas.shape("tick", box.inset(side * 0.18), p.paper)
