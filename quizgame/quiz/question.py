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
MAX_PICTURE_BYTES = 8_000_000
UPRIGHT = 1
LYING = (5, 6, 7, 8)
"""The turns by a quarter: width and height change places."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What is shown with a question: `name` as its author wrote it, and `alt`, what it shows in words.

    `path` is where it lies on this machine. `width` and `height` are pixels as stored; `turn` (1 to 8,
    as in EXIF) says how it is held upright. Only bytes of this SHA-256 are the picture that was meant.
    """

    name: str
    alt: str
    sha256: str
    path: str
    width: int
    height: int
    turn: int = UPRIGHT

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise ImpossibleQuestion("the picture is not told in words")
        if self.width < 1 or self.height < 1:
            raise ImpossibleQuestion("the picture has no size")

    @property
    def shape(self) -> float:
        """Width by height, as it is held."""
        lies = self.turn in LYING
        return self.height / self.width if lies else self.width / self.height


@dataclass(frozen=True, slots=True)
class Question:
    """What the player is asked.

    `level` is 1, 2 or 3. `fact` names what the question is about: two questions of one fact never
    meet in a run; without one the question stands for itself. `template` names the wording it was
    made from, `source` is what the reveal shows, `pack` the title of the pack it came in, `picture`
    what is to be seen beside the words.
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
    picture: Picture | None = None

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
    def shows(self) -> str:
        """The SHA-256 of its picture; "" without one."""
        return self.picture.sha256 if self.picture else ""

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
    "LYING",
    "MAX_EXPLANATION",
    "MAX_OPTION",
    "MAX_PICTURE_BYTES",
    "MAX_QUESTION",
    "UPRIGHT",
    "Choice",
    "ImpossibleQuestion",
    "Kind",
    "Match",
    "Number",
    "Order",
    "Picture",
    "Question",
    "Several",
    "Task",
    "TrueFalse",
    "Typed",
    "folded",
]
