"""Small changes to a text at places that a reader gave; knows no YAML and no questions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_LINE = re.compile(r"(?P<words>[^\r\n]*)(?P<end>\r\n|\n|\r|$)")


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """What an edit means: the key `was` is now spelt `now`, or (`was` is empty) the id `now` was put in.

    `line` and `column` count from 1: of the key, or of the map that the id was put into.
    """

    line: int
    column: int
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters of a text from `start` up to `end` are replaced by `new`."""

    start: int
    end: int
    new: str
    change: Change


class Source:
    """A text by its lines, as YAML counts them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._lines = list(_LINE.finditer(text))

    def offset(self, line: int, column: int) -> int:
        """Where in the text a place lies; line and column count from 1."""
        return self._lines[line - 1].start() + column - 1

    def words(self, line: int) -> str:
        """A line without its end."""
        return self._lines[line - 1]["words"]

    def end_of(self, line: int) -> int:
        """Where in the text a line's words end."""
        return self._lines[line - 1].end("words")

    def line_end(self, line: int) -> str:
        """How lines end here; the very last line may have no end of its own."""
        return self._lines[line - 1]["end"] or self._lines[0]["end"] or "\n"

    def __len__(self) -> int:
        return len(self._lines)


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits, which must not overlap."""
    parts, done = [], 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        parts += [text[done : edit.start], edit.new]
        done = edit.end
    return "".join([*parts, text[done:]])
