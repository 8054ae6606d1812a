"""What a deal may ask of a bank of questions, and the bank in memory; knows no file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from quizgame.quiz.question import Picture, Question
from quizgame.quiz.tasks import Kind, Number, Task, Typed


class UnknownQuestion(LookupError):
    """The bank has no question of this id."""


class Want(NamedTuple):
    """Which questions are meant: None stands for any."""

    topic: str | None = None
    level: int | None = None
    spoilers: bool = True
    kind: Kind | None = None


class Entry(NamedTuple):
    """A question as the deal sees it before it is drawn."""

    id: str
    fact: str


class Bank(Protocol):
    """All questions that can be dealt, frozen."""

    @property
    def fingerprint(self) -> str:
        """The same for two banks exactly when their questions are the same."""

    def topics(self) -> tuple[str, ...]:
        """The topics that have questions, in alphabetical order."""

    def count(self, want: Want) -> int:
        """How many questions fit."""

    def entries(self, want: Want) -> Sequence[Entry]:
        """The questions that fit, ordered by id."""

    def question(self, id: str) -> Question:
        """The question of this id; raises UnknownQuestion."""


def digest(question: Question) -> str:
    """SHA-256 (hexadecimal) of everything that makes a question what it is."""
    parts = (
        question.id,
        question.text,
        question.kind,
        question.answer,
        question.wrong,
        *_more(question.task),
        question.topic,
        question.level,
        question.explain,
        question.source,
        question.fact,
        question.spoiler,
        *_seen(question.picture),
    )
    return hashlib.sha256(json.dumps(parts, ensure_ascii=True).encode()).hexdigest()


def _seen(picture: Picture | None) -> tuple[str, ...]:
    """A picture but for the place it lies at, which is another on every machine."""
    return (picture.name, picture.alt, picture.sha256) if picture else ()


def _more(task: Task) -> tuple[object, ...]:
    """What of a task is neither its answer nor its wrong options."""
    match task:
        case Typed(accept, others):
            return accept, others
        case Number(_, low, high):
            return low, high
        case _:
            return ()


def fingerprint(digests: Iterable[str]) -> str:
    """One name for a set of questions, whatever their order: SHA-256 of their sorted digests."""
    return hashlib.sha256("".join(sorted(digests)).encode()).hexdigest()


class MemoryBank:
    """A bank of questions that are all in memory."""

    def __init__(self, questions: Iterable[Question]) -> None:
        """Raises ValueError where two questions share an id."""
        self._by_id: dict[str, Question] = {}
        for question in questions:
            if question.id in self._by_id:
                raise ValueError(f"two questions have the id {question.id!r}")
            self._by_id[question.id] = question
        self._ordered = [self._by_id[id] for id in sorted(self._by_id)]
        self._fingerprint = fingerprint(map(digest, self._ordered))
        self._entries: dict[Want, tuple[Entry, ...]] = {}

    @property
    def fingerprint(self) -> str:
        return self._fingerprint

    def topics(self) -> tuple[str, ...]:
        return tuple(sorted({question.topic for question in self._ordered}))

    def count(self, want: Want) -> int:
        return len(self.entries(want))

    def entries(self, want: Want) -> Sequence[Entry]:
        found = self._entries.get(want)
        if found is None:
            found = self._entries[want] = tuple(Entry(q.id, q.fact) for q in self._ordered if fits(q, want))
        return found

    def question(self, id: str) -> Question:
        try:
            return self._by_id[id]
        except KeyError:
            raise UnknownQuestion(id) from None


def fits(question: Question, want: Want) -> bool:
    """Whether a question is one of those meant."""
    return (
        (want.topic is None or question.topic == want.topic)
        and (want.level is None or question.level == want.level)
        and (want.spoilers or not question.spoiler)
        and (want.kind is None or question.kind is want.kind)
    )
