"""Questions and their invariants: an impossible one cannot be built; knows not where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

LEVELS = (1, 2, 3)
LEVEL_NAMES = {1: "seen it once", 2: "know it by heart", 3: "behind the camera"}
MAX_QUESTION = 300
MAX_OPTION = 100
MAX_EXPLANATION = 400


class ImpossibleQuestion(ValueError):
    """A question that could not be asked or answered; the message names the reason."""


class Kind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    TRUE_FALSE = "true/false"


def folded(text: str) -> str:
    """`text` as options are compared: case and surrounding or repeated blanks do not count."""
    return " ".join(text.casefold().split())


@dataclass(frozen=True, slots=True)
class Choice:
    """One right option among wrong ones; up to three of the wrong ones are dealt."""

    answer: str
    wrong: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.wrong:
            raise ImpossibleQuestion("a choice needs at least one wrong option")
        options = [folded(option) for option in (self.answer, *self.wrong)]
        if "" in options:
            raise ImpossibleQuestion("an option is empty")
        if len(set(options)) < len(options):
            raise ImpossibleQuestion("two options are the same")

    @property
    def kind(self) -> Kind:
        return Kind.CHOICE


@dataclass(frozen=True, slots=True)
class TrueFalse:
    """A statement that is true or false."""

    answer: bool

    @property
    def kind(self) -> Kind:
        return Kind.TRUE_FALSE


Task = Choice | TrueFalse


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
        """The right option, in words."""
        if isinstance(self.task, TrueFalse):
            return "True" if self.task.answer else "False"
        return self.task.answer

    @property
    def wrong(self) -> tuple[str, ...]:
        """The wrong options, in words."""
        if isinstance(self.task, TrueFalse):
            return ("False",) if self.task.answer else ("True",)
        return self.task.wrong
