"""A bank of made-up questions of every kind, with enough for whole runs of them; knows no file."""

from __future__ import annotations

from collections.abc import Iterator

from quizgame.quiz.bank import MemoryBank, Want
from quizgame.quiz.question import (
    Choice,
    Kind,
    Match,
    Number,
    Order,
    Question,
    Several,
    Task,
    TrueFalse,
    Typed,
)
from tests.screen.small_bank import TOPICS

CHOICES = 3  # of each topic and level


def kinds_bank() -> MemoryBank:
    """Of every topic and level three choices and one question of each other kind."""
    return MemoryBank(_questions())


def asked_about(bank: MemoryBank, texts: set[str]) -> Question:
    """The question whose words are among those on the screen."""
    questions = (bank.question(entry.id) for entry in bank.entries(Want()))
    return next(question for question in questions if question.text in texts)


def _questions() -> Iterator[Question]:
    for topic in TOPICS:
        for level in (1, 2, 3):
            for number in range(CHOICES):
                yield _question(f"{topic} {level}-{number}", topic, level, Kind.CHOICE)
            for kind in Kind:
                if kind is not Kind.CHOICE:
                    yield _question(f"{topic} {level} {kind}", topic, level, kind)


def _question(name: str, topic: str, level: int, kind: Kind) -> Question:
    return Question(
        f"kinds/{name}", f"What of {name}?", _task(name, kind), topic, level, f"Because of {name}.", "A book"
    )


def _task(name: str, kind: Kind) -> Task:
    match kind:
        case Kind.CHOICE:
            return Choice(f"Right {name}", tuple(f"Wrong {n} {name}" for n in "abc"))
        case Kind.TRUE_FALSE:
            return TrueFalse(True)
        case Kind.TYPED:
            return Typed(("Waingro",), ("Trejo",))
        case Kind.ORDER:
            return Order(("first thing", "second thing", "third thing", "fourth thing"))
        case Kind.NUMBER:
            return Number(1989, 1960, 2000)
        case Kind.MATCH:
            return Match((("actor A", "part A"), ("actor B", "part B"), ("actor C", "part C")))
        case Kind.SEVERAL:
            return Several(("right one", "right two"), ("wrong one", "wrong two", "wrong three"))
