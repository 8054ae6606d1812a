"""Answers that are not right, of every sort that a kind of question knows; knows no test."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from quizgame.quiz.card import Card, Given
from quizgame.quiz.grade import fits, grade
from quizgame.quiz.state import Session, open_options
from quizgame.quiz.tasks import Choice, Match, Number, Order, Several, TrueFalse, Typed


def mistakes(session: Session) -> list[Given]:
    """Wrong answers to the question that is asked, from those that are almost right to hopeless ones."""
    card, left = session.card, open_options(session)
    return [given for given in _tries(card, left) if fits(card, given, left) and not grade(card, given).right]


def _tries(card: Card, left: tuple[int, ...]) -> Iterator[Given]:
    task = card.question.task
    match task:
        case Choice() | TrueFalse():
            yield from left
        case Typed(_, others):
            yield from (*others, "nobody at all", "?")
        case Number(value, low, high):
            yield from (value - 1, value + 1, value + (high - low) // 20, low, high)
        case Order() | Match():
            yield from _misplaced(places(card))
        case Several():
            yield from _mispicked(places(card), left)
        case _:
            assert_never(task)


def places(card: Card) -> tuple[int, ...]:
    """What is right where places are asked for."""
    assert isinstance(card.right, tuple)
    return card.right


def _misplaced(right: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Two of them changed, three of them, all."""
    yield (right[1], right[0], *right[2:])
    yield (right[1], right[2], right[0], *right[3:])
    yield (*right[1:], right[0])


def _mispicked(right: tuple[int, ...], left: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """One missed, one too many, one for another, all, only wrong ones."""
    wrong = [place for place in left if place not in right]
    yield right[1:]
    yield tuple(sorted((*right, wrong[0])))
    yield tuple(sorted((*right[1:], wrong[0])))
    yield left
    yield tuple(wrong)
