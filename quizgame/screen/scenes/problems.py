"""What is wrong in the question files, for whoever can mend it; knows no file, it is given the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizgame.screen.menu import Block, ProseScene


@dataclass(frozen=True, slots=True)
class Trouble:
    """One problem: where it is (file:line:column), what it is, and what to do."""

    place: str
    what: str
    help: str


class ProblemsScene(ProseScene):
    """The list of problems; the good questions of the same files are played."""

    def __init__(self, troubles: Sequence[Trouble]) -> None:
        super().__init__("QUESTION PROBLEMS")
        self._troubles = troubles

    def blocks(self) -> Sequence[Block]:
        count = len(self._troubles)
        things = "One thing is" if count == 1 else f"{count} things are"
        blocks = [
            Block(
                f"{things} wrong in the question files. The good questions play all the same.",
                "strong",
                "sodium",
                0,
            )
        ]
        for trouble in self._troubles:
            blocks.append(Block(trouble.place, "label", "cyan", 18))
            blocks.append(Block(trouble.what, space=2))
            if trouble.help:
                blocks.append(Block(trouble.help, "small", "dim", 2))
        return blocks
