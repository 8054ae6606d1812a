"""Checks questions of all packs against each other, for repeats and contradictions; knows no file format."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from quizgame.content.characters import look
from quizgame.content.fields import shown
from quizgame.content.placed import Placed
from quizgame.content.problems import Problem
from quizgame.quiz.question import Kind, Question
from quizgame.quiz.spelling import means
from quizgame.quiz.tasks import Match, Number, Order, Several, Task, Typed


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
    """The first of the questions with the same words that this one repeats or contradicts.

    "Who is this?" with another picture is another question.
    """
    for other in others:
        if placed.question.shows != other.question.shows:
            continue
        if _is_same(placed.question, other.question):
            what = f"this question is asked already by {place(other)}"
            return placed.error("same-question", what, "take one of the two out")
        if contradict(placed.question, other.question):
            what = (
                f"{place(other)} has the same words and another answer: "
                f"{shown(other.question.answer)}, not {shown(placed.question.answer)}"
            )
            return placed.error("other-answer", what, "find out which is right and change the other")
    return None


def _is_same(one: Question, other: Question) -> bool:
    """The same words with the same answer; asked in another way it is another question."""
    is_one_kind = one.kind is other.kind or Kind.TRUE_FALSE in (one.kind, other.kind)
    return is_one_kind and look(one.answer) == look(other.answer)


def contradict(one: Question, other: Question) -> bool:
    """Whether two questions with the same words and different answers cannot both be right.

    "Which of these ...?" may be asked twice with different options; not so where one calls wrong what the
    other calls right, or puts the same things in another order.
    """
    if Kind.TRUE_FALSE in (one.kind, other.kind):
        return True
    match one.task, other.task:
        case (Typed(accept, _), Typed(others, _)):
            return not means(accept[0], others) and not means(others[0], accept)
        case (Number(), Number()):
            return True
        case (Order(items), Order(others)):
            return _looks(items) == _looks(others)
        case (Match(pairs), Match(others)):
            return all(_side(pairs, side) == _side(others, side) for side in (0, 1))
        case _:
            right, other_right = _looks(_right(one.task)), _looks(_right(other.task))
            return bool(right & _looks(other.wrong) or other_right & _looks(one.wrong))


def _right(task: Task) -> tuple[str, ...]:
    return task.answers if isinstance(task, Several) else (task.answer,)


def _side(pairs: Iterable[tuple[str, str]], side: int) -> set[str]:
    return _looks(pair[side] for pair in pairs)


def _looks(options: Iterable[str]) -> set[str]:
    return {look(option) for option in options}


def place(placed: Placed) -> str:
    """Where a question stands: `file:line`."""
    return f"{placed.file}:{placed.line}" if placed.line else placed.file
