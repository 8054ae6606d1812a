"""A question before anybody has contested it; knows no facts beyond its own and no other draft."""

from __future__ import annotations

from dataclasses import dataclass

from quizgame.content.facts.factfile import Fact, FactFile
from quizgame.content.nodes import Text
from quizgame.quiz.tasks import Task


@dataclass(frozen=True, slots=True)
class Draft:
    """A question nobody has contested yet.

    Its fact's id stands below `above`, its own below that: the template and, where a template makes several
    questions of one fact, their `number`. `answer` is True or False for a statement. `task` is what is asked
    where it is neither choice nor statement; then `right` holds every answer that counts. `place` is where
    the author can mend it; `given` says that the author chose the wrong options, so that each must stand.
    `known` are the answers (folded) that the rows of tables call right.
    """

    above: str
    file: FactFile
    fact: Fact
    template: str
    text: str
    answer: str | bool
    wrong: tuple[Text, ...]
    level: int
    place: Text
    given: bool
    task: Task | None = None
    right: tuple[str, ...] = ()
    known: frozenset[str] = frozenset()
    number: int | None = None

    @property
    def fact_id(self) -> str:
        return f"{self.above}/{self.fact.id.value}"

    @property
    def id(self) -> str:
        own = f"{self.fact_id}/{self.template}"
        return own if self.number is None else f"{own}/{self.number}"
