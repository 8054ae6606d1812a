"""Asking a question that belongs to no run: nothing is won, nobody is called; knows no pack and no scene."""

from __future__ import annotations

from quizgame.quiz.question import LEVEL_NAMES
from quizgame.quiz.view import Asked
from quizgame.screen.manners.base import Manner
from quizgame.screen.terms import Terms


class Previewed(Manner):
    """The line above the question says its level and topic."""

    def __init__(self) -> None:
        super().__init__(Terms(money=False, heat=False, crew=False))

    def worth(self, asked: Asked) -> str:
        return f"{LEVEL_NAMES[asked.level]}  ·  {asked.topic}".upper()
