"""Questions as a CSV table that a spreadsheet opens; knows no file and none of the tables that are read."""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Iterator, Sequence

from quizgame.content.formats.base import Left, tidy
from quizgame.quiz.question import Question
from quizgame.quiz.tasks import Choice, Several, TrueFalse, Typed

_CALCULATED = re.compile(r"'*[=+@-]")

Answers = tuple[str, list[str], list[str]]
"""A row's type, what is right, and what is wrong."""


def write(questions: Sequence[Question]) -> tuple[str, list[Left]]:
    """The text of a table and what it cannot hold.

    Its columns: question, type (choice, true/false, several, typed), answer, also right 1 ..., wrong 1 ...,
    topic, level, explanation, source, id. A text that a spreadsheet would calculate begins with "'".
    """
    held: list[tuple[Question, Answers]] = []
    left: list[Left] = []
    for question in questions:
        answers = _answers(question)
        if answers is None:
            left.append(Left(question.id, f"a table has no columns for {question.kind} questions"))
        else:
            held.append((question, answers))
    also = max((len(right) - 1 for _, (_, right, _) in held), default=0)
    most_wrong = max((len(wrong) for _, (_, _, wrong) in held), default=0)
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(_names(also, most_wrong))
    for question, answers in held:
        table.writerow(map(_cell, _row(question, answers, also, most_wrong)))
    return text.getvalue(), left


def _answers(question: Question) -> Answers | None:
    match question.task:
        case Choice(answer, wrong):
            return "choice", [answer], list(wrong)
        case TrueFalse():
            return "true/false", [question.answer], []
        case Several(answers, wrong):
            return "several", list(answers), list(wrong)
        case Typed(accept, others):
            return "typed", list(accept), list(others)
        case _:
            return None


def _names(also: int, wrong: int) -> list[str]:
    return [
        "question",
        "type",
        "answer",
        *(f"also right {number}" for number in range(1, also + 1)),
        *(f"wrong {number}" for number in range(1, wrong + 1)),
        "topic",
        "level",
        "explanation",
        "source",
        "id",
    ]


def _row(question: Question, answers: Answers, also: int, most_wrong: int) -> Iterator[str]:
    kind, right, wrong = answers
    yield from (question.text, kind, right[0])
    yield from _filled(right[1:], also)
    yield from _filled(wrong, most_wrong)
    yield from (question.topic, str(question.level), question.explain, question.source)
    yield question.id.rsplit("/", 1)[-1]


def _filled(cells: Sequence[str], places: int) -> list[str]:
    return [*cells, *[""] * (places - len(cells))]


def _cell(text: str) -> str:
    # What would be read as HTML is written so that it is read as it stands.
    if tidy(text) != tidy(text, markup=False):
        text = html.escape(text, quote=False)
    return f"'{text}" if _CALCULATED.match(text) else text
