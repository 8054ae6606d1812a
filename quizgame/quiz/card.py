"""A question as it is dealt: what is chosen from or moved, and where it lies; knows no chance but a hash."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import assert_never

from quizgame.quiz.question import Question
from quizgame.quiz.tasks import MOST_CARDS, Choice, Match, Number, Order, Several, TrueFalse, Typed

MOST_WRONG = 3

Given = int | str | tuple[int, ...]
"""An answer: an option's place or a number, typed words, or places: one for each label, or those picked."""


@dataclass(frozen=True, slots=True)
class Card:
    """A question as it is dealt.

    `options` are what is chosen from or moved; `labels` stand beside the places that they are moved to.
    `right` is what is to be answered. `covered` are the options that go when Chris covers (none: he cannot).
    """

    question: Question
    options: tuple[str, ...]
    right: Given
    covered: tuple[int, ...] = ()
    labels: tuple[str, ...] = ()


def draw(seed: str, purpose: str, id: str) -> bytes:
    """The place of `id` in the order that `seed` gives for `purpose`."""
    return hashlib.sha256(f"{seed}/{purpose}/{id}".encode()).digest()


def drawing(seed: str, purpose: str) -> Callable[[str], bytes]:
    """`draw` for a great many: gives an id its place, in less time."""
    start = f"{seed}/{purpose}/".encode()
    return lambda id: hashlib.sha256(start + id.encode()).digest()


def card_of(question: Question, seed: str) -> Card:
    """Deal what is chosen from or moved."""
    task = question.task
    match task:
        case TrueFalse():
            return Card(question, ("True", "False"), 0 if task.truth else 1)
        case Choice():
            return _choice(question, task, seed)
        case Several():
            return _several(question, task, seed)
        case Order(items):
            return _moved(question, items, tuple(f"{number}" for number in range(1, len(items) + 1)), seed)
        case Match(pairs):
            return _moved(question, tuple(pair[1] for pair in pairs), tuple(pair[0] for pair in pairs), seed)
        case Number():
            return Card(question, (), task.value)
        case Typed():
            return Card(question, (), task.answer)
        case _:
            assert_never(task)


def _shuffled(question: Question, purpose: str, things: Iterable[str], seed: str) -> list[str]:
    return sorted(things, key=drawing(seed, f"{purpose}/{question.id}"))


def _choice(question: Question, task: Choice, seed: str) -> Card:
    wrong = _shuffled(question, "wrong", task.wrong, seed)[:MOST_WRONG]
    chance = draw(seed, "place", question.id)
    right = int.from_bytes(chance[:8]) % (len(wrong) + 1)
    kept = int.from_bytes(chance[8:16]) % len(wrong)
    options = (*wrong[:right], task.answer, *wrong[right:])
    goes = (place for place in range(len(options)) if place not in (right, kept + (kept >= right)))
    return Card(question, options, right, tuple(goes))


def _several(question: Question, task: Several, seed: str) -> Card:
    wrong = _shuffled(question, "wrong", task.wrong, seed)[: MOST_CARDS - len(task.answers)]
    options = _shuffled(question, "place", (*task.answers, *wrong), seed)
    right = tuple(place for place, option in enumerate(options) if option in task.answers)
    goes = tuple(sorted(options.index(option) for option in wrong[: min(2, len(wrong) - 1)]))
    return Card(question, tuple(options), right, goes)


def _moved(question: Question, items: tuple[str, ...], labels: tuple[str, ...], seed: str) -> Card:
    """Things dealt in an order that is not the right one: something is left to do."""
    purpose = "place"
    while tuple(dealt := _shuffled(question, purpose, items, seed)) == items:
        purpose += " again"  # drawn anew, not turned: so that every other order is equally likely
    return Card(question, tuple(dealt), tuple(dealt.index(item) for item in items), (), labels)
