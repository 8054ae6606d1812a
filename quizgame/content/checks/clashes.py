"""Which of many questions with the same words is in a new one's way; knows no file and no message."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from quizgame.content.characters import look
from quizgame.content.placed import Placed
from quizgame.quiz.question import Kind, Question
from quizgame.quiz.spelling import Spelt, spelt
from quizgame.quiz.tasks import Match, Number, Order, Several, Task, Typed

_MOST_TYPED = 4
"""So many questions whose answer is typed are compared with a new one: only mischief makes more of them."""


def is_same(one: Question, other: Question) -> bool:
    """The same words with the same answer; asked in another way it is another question."""
    is_one_kind = one.kind is other.kind or Kind.TRUE_FALSE in (one.kind, other.kind)
    return is_one_kind and look(one.answer) == look(other.answer)


class Alike:
    """Questions with the same words and picture, none of which repeats or contradicts another one.

    "Which of these ...?" may be asked twice with different options; not so where one calls wrong what the
    other calls right, or puts the same things in another order.

    Thousands may begin like that: comparing each with each would take minutes. So each leaves marks
    by which it is found; what is typed is found by no mark, for a slip is forgiven in it.
    """

    __slots__ = ("_kept", "_marked", "_places", "_typed")

    def __init__(self) -> None:
        self._kept: list[Placed] = []
        self._places: dict[Hashable, int] = {}
        self._typed: list[tuple[int, list[Spelt]]] = []
        self._marked = 0

    def add(self, placed: Placed) -> None:
        """Keep one more."""
        self._kept.append(placed)

    def in_the_way(self, question: Question) -> Placed | None:
        """The first of them that a question repeats or contradicts."""
        if not self._kept:
            return None
        self._mark()
        found = [self._places[mark] for mark in _clashing(question) if mark in self._places]
        first = min([*found, *self._typed_otherwise(question.task)], default=None)
        return None if first is None else self._kept[first]

    def _mark(self) -> None:
        """Mark those that were added since; most words are those of a single question, which needs none."""
        for place in range(self._marked, len(self._kept)):
            question = self._kept[place].question
            for mark in _marks(question):
                self._places.setdefault(mark, place)
            if isinstance(question.task, Typed) and len(self._typed) < _MOST_TYPED:
                self._typed.append((place, _spelt(question.task)))
        self._marked = len(self._kept)

    def _typed_otherwise(self, task: Task) -> Iterator[int]:
        """The first of them that means another answer, if any does."""
        if not isinstance(task, Typed) or not self._typed:
            return
        first, accept = spelt(task.accept[0]), list[Spelt]()
        for place, others in self._typed:
            if not _is_meant(first, others):
                accept = accept or _spelt(task)
                if not _is_meant(others[0], accept):
                    yield place
                    return


def _marks(question: Question) -> Iterator[Hashable]:
    """What a question is found by."""
    yield "any"
    if question.kind is Kind.TRUE_FALSE:
        yield Kind.TRUE_FALSE
    yield from _own_marks(question)
    yield from (("right", right) for right in _looks(_right(question.task)))
    yield from (("wrong", wrong) for wrong in _looks(question.wrong))


def _clashing(question: Question) -> Iterator[Hashable]:
    """The marks of those that a question cannot stand beside."""
    yield "any" if question.kind is Kind.TRUE_FALSE else Kind.TRUE_FALSE
    yield from _own_marks(question)
    yield from (("wrong", right) for right in _looks(_right(question.task)))
    yield from (("right", wrong) for wrong in _looks(question.wrong))


def _own_marks(question: Question) -> Iterator[Hashable]:
    """Marks that two questions of one kind cannot share."""
    yield question.kind, look(question.answer)
    match question.task:
        case Number():
            yield Kind.NUMBER
        case Order(items):
            yield Kind.ORDER, _looks(items)
        case Match(pairs):
            yield Kind.MATCH, _sides(pairs)


def _spelt(task: Typed) -> list[Spelt]:
    return [spelt(answer) for answer in task.accept]


def _is_meant(typed: Spelt, accept: Iterable[Spelt]) -> bool:
    return any(answer.slips_from(typed) is not None for answer in accept)


def _right(task: Task) -> tuple[str, ...]:
    return task.answers if isinstance(task, Several) else (task.answer,)


def _sides(pairs: Iterable[tuple[str, str]]) -> tuple[frozenset[str], ...]:
    return tuple(_looks(side) for side in zip(*pairs, strict=True))


def _looks(options: Iterable[str]) -> frozenset[str]:
    return frozenset(look(option) for option in options)
