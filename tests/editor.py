"""Somebody with an editor beside a running game: saves packs, and looks at what the game asks then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from quizgame.quiz.bank import Want
from quizgame.reading import Content

GOOD = "pack: Mine\nquestions:\n"
BROKEN = "- question: No answer?\n"


def question(number: int) -> str:
    told = "  explain: So it is.\n  source: A book.\n"
    return f"- question: Number {number}?\n  answer: A{number}\n  wrong: [B, C, D]\n{told}  id: q{number}\n"


class Hands:
    """Somebody with an editor: saves files, and tells the game of it as the system would."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.watched: list[Path] = []
        self._changed: Callable[[frozenset[Path]], None] | None = None

    def watcher(self, paths: Sequence[Path], changed: Callable[[frozenset[Path]], None]) -> Hands:
        self.watched, self._changed = list(paths), changed
        return self

    def start(self) -> None:
        pass

    def stop(self) -> None:
        self._changed = None

    def save(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, "utf-8")
        self.tell(name)

    def delete(self, name: str) -> None:
        (self.folder / name).unlink()
        self.tell(name)

    def tell(self, name: str) -> None:
        if self._changed:
            self._changed(frozenset([self.folder / name]))


def started(hands: Hands, home: Path, off: frozenset[str] = frozenset()) -> Content:
    """A game that has read its questions, and watches from now on."""
    content = Content(home / "catalogue.sqlite3", [hands.folder, home / "none"], off, hands.watcher)
    settled(content)
    settled(content)  # the look that follows the beginning of the watch
    return content


def settled(content: Content) -> None:
    content.wait()
    assert content.failure == ""


def asked(content: Content) -> list[str]:
    """The questions that are asked now, without what stands before their own ids."""
    assert content.bank
    return [entry.id.rpartition("/")[2] for entry in content.bank.entries(Want())]
