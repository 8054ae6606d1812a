"""Tasks as lists that JSON can hold, and back again; knows no question and no database."""

from __future__ import annotations

from typing import Any, assert_never

from quizgame.quiz.tasks import Choice, Kind, Match, Number, Order, Several, Task, TrueFalse, Typed

_KINDS: dict[str, Kind] = {kind.value: kind for kind in Kind}


def as_row(task: Task) -> list[object]:
    """The kind of a task and then its parts."""
    return [task.kind.value, *_parts(task)]


def from_row(row: list[Any]) -> Task:
    """The task that `as_row` wrote down; raises ValueError, KeyError or TypeError where it is damaged."""
    kind, *parts = row
    match _KINDS[kind]:
        case Kind.CHOICE:
            answer, wrong = parts
            return Choice(answer, tuple(wrong))
        case Kind.TRUE_FALSE:
            (truth,) = parts
            return TrueFalse(truth)
        case Kind.TYPED:
            accept, others = parts
            return Typed(tuple(accept), tuple(others))
        case Kind.ORDER:
            (items,) = parts
            return Order(tuple(items))
        case Kind.NUMBER:
            value, low, high = parts
            return Number(value, low, high)
        case Kind.MATCH:
            (pairs,) = parts
            return Match(tuple((left, right) for left, right in pairs))
        case Kind.SEVERAL:
            answers, wrong = parts
            return Several(tuple(answers), tuple(wrong))


def _parts(task: Task) -> tuple[object, ...]:
    match task:
        case Choice(answer, wrong):
            return answer, wrong
        case TrueFalse(truth):
            return (truth,)
        case Typed(accept, others):
            return accept, others
        case Order(items):
            return (items,)
        case Number(value, low, high):
            return value, low, high
        case Match(pairs):
            return (pairs,)
        case Several(answers, wrong):
            return answers, wrong
        case _:
            assert_never(task)
