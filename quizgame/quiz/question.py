"""A question: its words, its task and what is known about it; knows not where it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from quizgame.quiz.tasks import (
    Choice,
    ImpossibleQuestion,
    Kind,
    Match,
    Number,
    Order,
    Several,
    Task,
    TrueFalse,
    Typed,
    folded,
)

LEVELS = (1, 2, 3)
LEVEL_NAMES = {1: "seen it once", 2: "know it by heart", 3: "behind the camera"}
MAX_QUESTION = 300
MAX_OPTION = 100
MAX_EXPLANATION = 400


@dataclass(frozen=True, slots=True)
class Question:
    """What the player is asked.

    `level` is 1, 2 or 3. `fact` names what the question is about: two questions of one fact never
    meet in a run; without one the question stands for itself. `template` names the wording it was
    made from, `source` is what the reveal shows, `pack` the title of the pack it came in.
    """

    id: str
    text: str
    task: Task
    topic: str = "trivia"
    level: int = 1
    explain: str = ""
    source: str = ""
    fact: str = ""
    spoiler: bool = False
    template: str = ""
    pack: str = ""

    def __post_init__(self) -> None:
        if not self.id:
            raise ImpossibleQuestion("the question has no id")
        if not self.text.strip():
            raise ImpossibleQuestion("the question has no words")
        if self.level not in LEVELS:
            raise ImpossibleQuestion(f"the level is {self.level}; it must be 1, 2 or 3")
        if not self.fact:
            object.__setattr__(self, "fact", self.id)

    @property
    def kind(self) -> Kind:
        return self.task.kind

    @property
    def answer(self) -> str:
        """What is right, in words."""
        return self.task.answer

    @property
    def wrong(self) -> tuple[str, ...]:
        """The wrong options, in words; none where nothing is to be chosen."""
        return self.task.wrong


__all__ = [
    "LEVELS",
    "LEVEL_NAMES",
    "MAX_EXPLANATION",
    "MAX_OPTION",
    "MAX_QUESTION",
    "Choice",
    "ImpossibleQuestion",
    "Kind",
    "Match",
    "Number",
    "Order",
    "Question",
    "Several",
    "Task",
    "TrueFalse",
    "Typed",
    "folded",
]
