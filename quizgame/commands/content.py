"""Where the commands find what the game reads, and how long that takes; knows no content itself."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame import resources
from quizgame.commands.progress import Progress
from quizgame.quiz.bank import Want
from quizgame.store.paths import find_places

if TYPE_CHECKING:
    from quizgame.content.index.catalogue import Catalogue
    from quizgame.quiz.question import Question


def folders() -> list[Path]:
    """The folders of questions, the shipped ones first; raises Incomplete where those are missing."""
    return [resources.questions(), find_places().questions]


def pack_file(name: str) -> Path:
    """The file that a name means; as with `quizgame new`, its ending may be left out."""
    names = (name, f"{name}.yaml", f"{name}.yml")
    # Path.exists fails on names that are too long; why there is no such file, the reader says.
    return Path(next((one for one in names if os.path.exists(one)), name))  # noqa: PTH110


def bank() -> Catalogue:
    """All questions that can be played, without those of packs that are switched off; raises Incomplete."""
    from quizgame.store import settings

    return catalogue(frozenset(settings.load(find_places())[0].packs_off))


def catalogue(off: frozenset[str]) -> Catalogue:
    """All packs as the game finds them, of which some are off; raises Incomplete."""
    from quizgame.content.index.catalogue import open_catalogue

    with Progress(sys.stderr) as progress:
        report = progress.showing("reading questions")
        return open_catalogue(find_places().cache / "catalogue.sqlite3", folders(), off, report)


def questions(bank: Catalogue, topic: str | None = None) -> Iterator[Question]:
    """The questions of a topic, or all, by id."""
    return (bank.question(entry.id) for entry in bank.entries(Want(topic)))
