"""A bank of made-up questions that never changes, with enough for whole runs; knows no file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.question import Choice, Question, TrueFalse

TOPICS = ("cast", "heat2", "quotes", "trivia")
OF_A_SORT = 6  # questions of each topic and level; one of them is a statement


@cache
def small_bank() -> MemoryBank:
    """Six questions of every topic and level, each about a fact of its own; made once, as it is frozen."""
    return MemoryBank(_questions())


def _questions() -> Iterator[Question]:
    for topic in TOPICS:
        for level in (1, 2, 3):
            for number in range(1, OF_A_SORT + 1):
                yield _question(topic, level, number)


def _question(topic: str, level: int, number: int) -> Question:
    name = f"{topic} {level}-{number}"
    last = number == OF_A_SORT
    task = TrueFalse(level != 2) if last else Choice(f"Right {name}", tuple(f"{n} {name}" for n in WRONG))
    return Question(
        id=f"small/{topic}/{level}/{number}",
        text=f"The statement {name} holds." if last else f"Which option is right for {name}?",
        task=task,
        topic=topic,
        level=level,
        explain=f"Because of {name}.",
        source=f"The book of {topic}",
        spoiler=number == 1,
    )


WRONG = ("First wrong", "Second wrong", "Third wrong", "Fourth wrong")
