"""Whether what was written in a foreign format is read back as the question it was; knows no format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple

from quizgame.content.formats.base import Found, Reading, tidy
from quizgame.quiz.question import Question
from quizgame.quiz.tasks import Choice, Task, TrueFalse, Typed


def comes_back(
    text: str, read: Callable[[str, str], Reading], question: Question, explained: bool = True
) -> bool:
    """Whether a text is read as this one question: words, task and, where it is `explained`, explanation.

    Blanks do not count, nor the order of wrong options, nor the known answers that are not right.
    """
    found = list(read(text, ""))
    if len(found) != 1 or not isinstance(found[0], Found):
        return False
    said, meant = found[0], question
    if tidy(said.text, markup=False) != tidy(meant.text, markup=False):
        return False
    if explained and tidy(said.explain, markup=False) != tidy(meant.explain, markup=False):
        return False
    return _plain(said.task) == _plain(meant.task)


def _plain(task: Task) -> object:
    """All that makes a task the same for whoever plays it."""
    match task:
        case Choice() | TrueFalse():
            return _tidy((task.answer, tuple(sorted(task.wrong))))
        case Typed(accept):
            return _tidy(accept)
        case _:
            return type(task), _tidy(astuple(task))


def _tidy(value: object) -> object:
    if isinstance(value, str):
        return tidy(value, markup=False)
    return tuple(_tidy(one) for one in value) if isinstance(value, tuple) else value
