"""Checks questions of all packs against each other, for repeats and contradictions; knows no file format."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from quizgame.content.characters import look
from quizgame.content.fields import shown
from quizgame.content.placed import Placed
from quizgame.content.problems import Problem
from quizgame.quiz.question import Kind, Question


def check_across(questions: Sequence[Placed]) -> tuple[frozenset[int], list[Problem]]:
    """The positions of questions that an earlier one keeps from being played, and why."""
    left_out: set[int] = set()
    problems: list[Problem] = []
    by_id: dict[str, Placed] = {}
    by_words: defaultdict[str, list[Placed]] = defaultdict(list)
    for position, placed in enumerate(questions):
        same = by_words[look(placed.question.text)]
        earlier = by_id.get(placed.question.id)
        problem = _same_id(placed, earlier) if earlier is not None else _same_words(placed, same)
        if problem is None:
            by_id[placed.question.id] = placed
            same.append(placed)
        else:
            left_out.add(position)
            problems.append(problem)
    return frozenset(left_out), problems


def _same_id(placed: Placed, earlier: Placed) -> Problem:
    what = f"the id {shown(placed.question.id)} is taken by {place(earlier)}"
    return placed.error("same-id", what, "give the question another id, or the file another name")


def _same_words(placed: Placed, others: Sequence[Placed]) -> Problem | None:
    """The first of the questions with the same words that this one repeats or contradicts."""
    for other in others:
        if look(placed.question.answer) == look(other.question.answer):
            what = f"this question is asked already by {place(other)}"
            return placed.error("same-question", what, "take one of the two out")
        if contradict(placed.question, other.question):
            what = (
                f"{place(other)} has the same words and another answer: "
                f"{shown(other.question.answer)}, not {shown(placed.question.answer)}"
            )
            return placed.error("other-answer", what, "find out which is right and change the other")
    return None


def contradict(one: Question, other: Question) -> bool:
    """Whether two questions with the same words and different answers cannot both be right.

    "Which of these ...?" may be asked twice with different options; not so where one calls wrong what the
    other calls right.
    """
    if Kind.TRUE_FALSE in (one.kind, other.kind):
        return True
    wrong, other_wrong = set(map(look, one.wrong)), set(map(look, other.wrong))
    return look(one.answer) in other_wrong or look(other.answer) in wrong


def place(placed: Placed) -> str:
    """Where a question stands: `file:line`."""
    return f"{placed.file}:{placed.line}" if placed.line else placed.file
