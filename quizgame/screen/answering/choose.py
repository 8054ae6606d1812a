"""Answering by choosing one of the cards: a touch is the answer; knows no rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from quizgame.quiz.view import Asked
from quizgame.screen.answering.base import Answering, Gave, Table, card_tone, draw_going, option_spots
from quizgame.screen.canvas import Canvas
from quizgame.screen.cards import Grid, draw_card, faces, grid
from quizgame.screen.moving import Light, coming
from quizgame.screen.scene import OPTIONS, Input, Press
from quizgame.screen.widgets import MOVE_ROUND, Chosen, Focus, Hint, Spot


class Choose(Answering):
    """One card, and the question is answered."""

    def __init__(self, cue: Callable[[str], None], digits: bool = False) -> None:
        """`digits` says that digits alone answer, and no letters."""
        super().__init__(cue)
        self._digits = digits

    def spots(self, table: Table) -> list[Spot]:
        return option_spots(table, _grid(table).rects)

    def handle(self, input: Input, table: Table, focus: Focus) -> Gave | bool:
        if not isinstance(input, Press) or input.action not in OPTIONS:
            return False
        place, options = OPTIONS.index(input.action), table.asked.options
        there = place < len(options) and options[place] is not None
        return Gave(place) if there else True

    def chosen(self, choice: Chosen, table: Table, focus: Focus) -> Gave:
        return Gave(int(choice.id.removeprefix("option ")))

    def size(self, table: Table) -> float:
        return _grid(table).style.size

    def cards(self, table: Table) -> Grid:
        return _grid(table)

    def parts(self, asked: Asked) -> int:
        return len(asked.options)

    def draw(self, canvas: Canvas, table: Table, light: Light) -> None:
        layout, options = _grid(table), table.asked.options
        printed = faces(table.page, self._digits)
        for place, (text, rect) in enumerate(zip(options, layout.rects, strict=True)):
            with coming(canvas, table.opened, place, len(options)):
                tone = card_tone(table, place, light)
                draw_card(canvas, table.page, rect, printed[place], text or "", layout.style, tone)
                draw_going(canvas, table, place, rect, layout.style)

    def hints(self, table: Table, focused: str) -> Sequence[Hint]:
        return Hint("answer", f"1-{len(table.asked.options)}", "A", "click"), MOVE_ROUND


def _grid(table: Table) -> Grid:
    return grid(table.page, table.room, table.asked.options)
