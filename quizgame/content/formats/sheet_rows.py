"""The rows of a CSV or TSV text with the lines they begin on; knows nothing of what stands in them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

DELIMITERS = (",", ";", "\t", "|")
_MOST_LINES = 200  # of one row: a quote that is open for longer was never closed
_SAID = re.compile(r"\s*\"?sep=([,;\t|:^~])\"?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row, without those at its end that are blank; its first line counts from 1.

    `doubtful` says that its quotation marks do not fit, so that its cells may be wrong.
    """

    line: int
    cells: tuple[str, ...]
    doubtful: bool = False

    def cell(self, place: int) -> str:
        """The text of a cell, counted from 0; "" where there is none."""
        return self.cells[place] if place < len(self.cells) else ""


def said_delimiter(text: str) -> str | None:
    """The delimiter that a first line such as `sep=;` names, or None."""
    found = _SAID.fullmatch(text.split("\n", 1)[0])
    return found[1] if found else None


def rows(text: str, delimiter: str) -> Iterator[Row]:
    """The rows that are not blank; never raises. A row whose quotes do not fit ends with its first line."""
    lines = text.replace("\0", "").replace("\r", " ").split("\n")
    at = 1 if said_delimiter(text) is not None else 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        cells, used, doubtful = _row(lines, at, delimiter)
        while cells and not cells[-1].strip():
            cells.pop()
        if cells:
            yield Row(at + 1, tuple(cells), doubtful)
        at += used


def _row(lines: list[str], at: int, delimiter: str) -> tuple[list[str], int, bool]:
    """The cells of the row that begins here, how many lines it has, and whether its quotes do not fit."""
    if '"' not in lines[at]:
        return lines[at].split(delimiter), 1, False
    feed = (f"{lines[n]}\n" for n in range(at, min(at + _MOST_LINES, len(lines))))
    reader = csv.reader(feed, delimiter=delimiter, strict=True)
    try:
        cells = next(reader)
    except csv.Error:
        return _loosely(lines[at], delimiter), 1, True
    return cells, reader.line_num, False


def _loosely(line: str, delimiter: str) -> list[str]:
    """The cells of a line that is not written by the rules: tabs hardly ever stand in a text."""
    if delimiter == "\t":
        return line.split(delimiter)
    try:
        return next(csv.reader([line], delimiter=delimiter))
    except csv.Error:
        return line.split(delimiter)
