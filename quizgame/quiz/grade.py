"""What an answer is worth: right or not, and part marks where they are fair; knows no money and no clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from quizgame.quiz.card import Card, Given
from quizgame.quiz.spelling import means
from quizgame.quiz.tasks import Choice, Match, Number, Order, Several, TrueFalse, Typed

NEAR = 10  # one part in so many of a range counts as near
NEAR_PAYS = 2  # per cent of the money at the most: with it, one more right answer still beats any speed
LONGEST = 100


@dataclass(frozen=True, slots=True)
class Mark:
    """`money` and `heat` are per cent of what a right answer pays and a wrong one costs."""

    right: bool
    money: int
    heat: int


RIGHT = Mark(True, 100, 0)
WRONG = Mark(False, 0, 100)


def grade(card: Card, given: Given | None) -> Mark:
    """The mark for an answer, or for none."""
    task = card.question.task
    if given is None:
        return WRONG
    match task:
        case Choice() | TrueFalse():
            return RIGHT if given == card.right else WRONG
        case Typed(accept, others):
            return RIGHT if means(str(given), accept, others) else WRONG
        case Number():
            return _near(task, given)
        case Order() | Match():
            return _placed(card.right, given)
        case Several():
            return _picked(card.right, given)
        case _:
            assert_never(task)


def fits(card: Card, given: Given, open_options: tuple[int, ...]) -> bool:
    """Whether something is an answer at all, right or wrong."""
    task = card.question.task
    match task:
        case Choice() | TrueFalse():
            return type(given) is int and given in open_options
        case Typed():
            return isinstance(given, str) and bool(given.strip()) and len(given) <= LONGEST
        case Number():
            return type(given) is int and task.low <= given <= task.high
        case Order() | Match():
            return isinstance(given, tuple) and sorted(given) == list(range(len(card.options)))
        case Several():
            return _is_picking(given, open_options)
        case _:
            assert_never(task)


def _is_picking(given: Given, open_options: tuple[int, ...]) -> bool:
    if not isinstance(given, tuple) or not given:
        return False
    return set(given) <= set(open_options) and list(given) == sorted(set(given))


def _near(task: Number, given: Given) -> Mark:
    """The value itself is right; near it, the closer the less heat and the more of a little money."""
    assert isinstance(given, int)
    error, near = abs(given - task.value), max(1, (task.high - task.low) // NEAR)
    if error == 0:
        return RIGHT
    if error > near:
        return WRONG
    return Mark(False, NEAR_PAYS * (near + 1 - error) // (near + 1), 100 * error // (near + 1))


def _placed(right: Given, given: Given) -> Mark:
    """All in place is right; each one out of place costs its share of the heat."""
    assert isinstance(right, tuple)
    assert isinstance(given, tuple)
    missed = sum(a != b for a, b in zip(right, given, strict=True))
    return RIGHT if not missed else Mark(False, 0, 100 * missed // len(right))


def _picked(right: Given, given: Given) -> Mark:
    """Just the right ones is right; each one missed or too many costs its share of the heat."""
    assert isinstance(right, tuple)
    assert isinstance(given, tuple)
    mistakes = len(set(right) ^ set(given))
    return RIGHT if not mistakes else Mark(False, 0, min(100, 100 * mistakes // len(right)))
