"""A question before anybody has contested it; knows no facts beyond its own and no other draft."""

from __future__ import annotations

from dataclasses import dataclass

from quizgame.content.facts.factfile import Fact
from quizgame.content.nodes import Text
from quizgame.quiz.tasks import Task


@dataclass(frozen=True, slots=True)
class Draft:
    """A question nobody has contested yet.

    `answer` is True or False for a statement. `task` is what is asked where it is neither choice nor
    statement; then `right` holds every answer that counts. `place` is where the author can mend it; `given`
    says that the author chose the wrong options, so that each must stand. `known` are the answers (folded)
    that the rows of tables call right.
    """

    id: str
    fact_id: str
    template: str
    topic: str
    file: str
    fact: Fact
    text: str
    answer: str | bool
    wrong: tuple[Text, ...]
    level: int
    place: Text
    given: bool
    task: Task | None = None
    right: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()
