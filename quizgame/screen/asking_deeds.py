"""What a player does while a question stands there; knows neither the question nor the screen."""

from __future__ import annotations

from dataclasses import dataclass

from quizgame.quiz.rules import Crew
from quizgame.screen.answering.base import Gave
from quizgame.screen.manners.base import Buzzed, Stopped


@dataclass(frozen=True, slots=True)
class ReadNow:
    """The player wants the options."""


@dataclass(frozen=True, slots=True)
class Called:
    """The player called on one of the crew."""

    crew: Crew


@dataclass(frozen=True, slots=True)
class RanOut:
    """The time that the session named has come."""


Move = ReadNow | Gave | Called | RanOut | Stopped | Buzzed
