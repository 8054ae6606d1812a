"""Runs handed from one score file to another, as a text that tests may change on its way."""

from __future__ import annotations

from pathlib import Path

from quizgame.store.scores import Imported, Scores
from tests.memory import folder_in_memory


def exported(scores: Scores) -> str:
    """What the scores write for another machine."""
    with folder_in_memory() as folder:
        file = Path(folder) / "scores.json"
        scores.export_to(file)
        return file.read_bytes().decode()


def bring(scores: Scores, text: str) -> Imported:
    """Have such a text taken in."""
    with folder_in_memory() as folder:
        file = Path(folder) / "scores.json"
        file.write_bytes(text.encode())
        return scores.import_from(file)
