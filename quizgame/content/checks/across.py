"""Checks questions of all packs against each other, for repeats and contradictions; knows no file format."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from quizgame.content.characters import look
from quizgame.content.checks.clashes import Alike, is_same
from quizgame.content.fields import shown
from quizgame.content.placed import Placed
from quizgame.content.problems import Problem


def check_across(questions: Sequence[Placed]) -> tuple[frozenset[int], list[Problem]]:
    """The positions of questions that an earlier one keeps from being played, and why."""
    left_out: set[int] = set()
    problems: list[Problem] = []
    by_id: dict[str, Placed] = {}
    # "Who is this?" with another picture is another question.
    by_words: defaultdict[tuple[str, str], Alike] = defaultdict(Alike)
    for position, placed in enumerate(questions):
        alike = by_words[look(placed.question.text), placed.question.shows]
        earlier = by_id.get(placed.question.id)
        problem = _same_id(placed, earlier) if earlier is not None else _same_words(placed, alike)
        if problem is None:
            by_id[placed.question.id] = placed
            alike.add(placed)
        else:
            left_out.add(position)
            problems.append(problem)
    return frozenset(left_out), problems


def _same_id(placed: Placed, earlier: Placed) -> Problem:
    what = f"the id {shown(placed.question.id)} is taken by {place(earlier)}"
    return placed.error("same-id", what, "give the question another id, or the file another name")


def _same_words(placed: Placed, alike: Alike) -> Problem | None:
    """What is wrong where a question repeats or contradicts one with the same words."""
    other = alike.in_the_way(placed.question)
    if other is None:
        return None
    if is_same(placed.question, other.question):
        what = f"this question is asked already by {place(other)}"
        return placed.error("same-question", what, "take one of the two out")
    what = (
        f"{place(other)} has the same words and another answer: "
        f"{shown(other.question.answer)}, not {shown(placed.question.answer)}"
    )
    return placed.error("other-answer", what, "find out which is right and change the other")


def place(placed: Placed) -> str:
    """Where a question stands: `file:line`."""
    return f"{placed.file}:{placed.line}" if placed.line else placed.file
