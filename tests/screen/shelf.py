"""Content with packs that a test decides on, and a game that shows them; knows no file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from quizgame import resources
from quizgame.content.index.catalogue import PackInfo
from quizgame.content.problems import Problem
from quizgame.quiz.bank import Bank, MemoryBank, Want
from tests.pilot import Given

HEAT = str(resources.questions() / "heat")


@dataclass
class Packs:
    """What the content is asked for, and what it was told."""

    infos: list[PackInfo]
    banks: dict[str, Bank] = field(default_factory=dict)
    off: list[frozenset[str]] = field(default_factory=list)


class Shelved(Given):
    """Questions that need not be read, in packs."""

    def __init__(self, bank: Bank, shelf: Packs, problems: Sequence[Problem] = ()) -> None:
        super().__init__(bank, problems)
        self.shelf = shelf

    def packs(self) -> tuple[PackInfo, ...]:
        return tuple(self.shelf.infos)

    def switch(self, off: frozenset[str]) -> None:
        self.shelf.off.append(off)

    def only(self, file: str) -> Bank | None:
        return self.shelf.banks.get(file)


def some(bank: MemoryBank, number: int) -> MemoryBank:
    """A bank of the first questions of another one."""
    return MemoryBank([bank.question(entry.id) for entry in bank.entries(Want())[:number]])


def info(file: str, key: str, questions: int = 12, **more: object) -> PackInfo:
    """A pack; its title is told from its key."""
    made = PackInfo(key.removesuffix(".yaml").replace("-", " ").title(), file, key, questions)
    return replace(made, **more)  # type: ignore[arg-type]
