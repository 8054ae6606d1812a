"""Asking a question that belongs to no run: nothing is won, nobody is called; knows no pack and no scene."""

from __future__ import annotations

from collections.abc import Sequence

from quizgame.quiz.question import LEVEL_NAMES
from quizgame.quiz.view import Asked
from quizgame.screen.manners.base import Manner
from quizgame.screen.terms import Terms
from quizgame.screen.widgets import Hint


class Previewed(Manner):
    """The line above the question says its level and topic."""

    def __init__(self, ways: Sequence[Hint]) -> None:
        """`ways` are the hints for the ways out."""
        super().__init__(Terms(money=False, heat=False, crew=False))
        self._ways = ways

    def ways(self, stop: Hint) -> Sequence[Hint]:
        return self._ways

    def worth(self, asked: Asked) -> str:
        return f"{LEVEL_NAMES[asked.level]}  ·  {asked.topic}".upper()
