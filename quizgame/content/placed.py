"""A question with the place it was written at; knows nothing of how it was read."""

from __future__ import annotations

from dataclasses import dataclass

from quizgame.content.problems import Problem, Severity
from quizgame.quiz.question import Question


@dataclass(frozen=True, slots=True)
class Placed:
    """A question, where it stands, and the list of options its author wrote (with the answer for `choices`).

    `line` and `column` count from 1 and are 0 where there is no place. `by_hand` is False for a question
    made from a table of facts: nobody chose the order of its options.
    """

    question: Question
    file: str
    line: int = 0
    column: int = 0
    written: tuple[str, ...] = ()
    by_hand: bool = True

    def warning(self, code: str, what: str, remedy: str) -> Problem:
        """A warning about this question."""
        return Problem(self.file, self.line, self.column, code, what, remedy, Severity.WARNING)

    def error(self, code: str, what: str, remedy: str) -> Problem:
        """An error that keeps this question from being played."""
        return Problem(self.file, self.line, self.column, code, what, remedy)
