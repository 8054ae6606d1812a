"""A pack as the screens about packs show it, and the words for its state; knows no file and no switch."""

from __future__ import annotations

from dataclasses import dataclass

from quizgame.quiz.amounts import counted


@dataclass(frozen=True, slots=True)
class Listed:
    """One pack of the list: `id` tells it from all others, `where` is what a player finds it by.

    `questions` can be played. `own` says that it is the player's, not one that came with the game.
    `held` says that its last save is broken and the good one before is played.
    """

    id: str
    title: str
    where: str
    questions: int
    errors: int = 0
    warnings: int = 0
    on: bool = True
    own: bool = False
    held: bool = False

    @property
    def problems(self) -> int:
        return self.errors + self.warnings

    @property
    def counted(self) -> str:
        """How many questions it has, in words."""
        return counted(self.questions, "question")

    @property
    def trouble(self) -> str:
        """What is wrong with it in a few words, "" where nothing is."""
        kinds = ((self.errors, "error"), (self.warnings, "warning"))
        return ", ".join(counted(number, what) for number, what in kinds if number)
