"""Asking a question that is only tried: it looks as in a run, and can be left at once; knows no rules."""

from __future__ import annotations

from collections.abc import Sequence

from quizgame.quiz.view import Asked
from quizgame.screen.canvas import Canvas
from quizgame.screen.manners.base import Manner
from quizgame.screen.scene import Page
from quizgame.screen.widgets import Hint

SKIP = Hint("skip", "Esc", "B", "right click")


class Tried(Manner):
    """What would be a pause in a run is the way out."""

    def worth(self, asked: Asked) -> str:
        return f"AN EXAMPLE: NOTHING IS KEPT  ·  {super().worth(asked)}"

    def draw_hints(self, canvas: Canvas, page: Page, items: Sequence[Hint]) -> None:
        super().draw_hints(canvas, page, [*(item for item in items if item.label != "pause"), SKIP])
