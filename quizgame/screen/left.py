"""A question as it was left when it was answered, for what goes on from its picture; knows no answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from quizgame.quiz.view import Asked, Standing
from quizgame.screen.answering.base import Answering, Table
from quizgame.screen.asking_moves import Moving
from quizgame.screen.canvas import Canvas
from quizgame.screen.cards import Grid
from quizgame.screen.moving import Light
from quizgame.screen.scene import Page, Scene

ANSWERING = Moving(words=False, options=True, line=False, row=False)
AROUND = Moving(words=True, options=False, line=True, row=True)


@dataclass(frozen=True, slots=True)
class Left:
    """What it was answered with, and all around that, as they stood but unlit; on a page of any size."""

    scene: Scene[Any]
    asked: Asked
    answering: Answering | None
    table: Callable[[Page, Asked], Table]
    parts: Callable[[Canvas, Page, Asked, Moving, Light], None]
    picture: Callable[[Canvas, Page, Asked], None]
    standing: Standing | None = None

    @property
    def streak(self) -> int:
        """How many answers in a row had been right."""
        return self.standing.streak if self.standing else 0

    def cards(self, page: Page) -> Grid | None:
        """Where the cards lay, if there was one for each option."""
        found = self.answering.cards(self.table(page, self.asked)) if self.answering else None
        return found if found and len(found.rects) == len(self.asked.options) else None

    def top(self, page: Page) -> float:
        """Where that begins which it was answered with."""
        cards = self.cards(page)
        return min(rect.y for rect in cards.rects) if cards else self.table(page, self.asked).room.y

    def draw_answering(self, canvas: Canvas, page: Page) -> None:
        """What was answered with."""
        self.parts(canvas, page, self.asked, ANSWERING, Light())

    def draw_around(self, canvas: Canvas, page: Page) -> None:
        """The words of the question, the line above them, its picture and the row below."""
        self.picture(canvas, page, self.asked)
        self.parts(canvas, page, self.asked, AROUND, Light())
