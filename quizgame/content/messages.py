"""Problems as a person reads them on a terminal: place, line, caret and remedy; knows no content."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizgame.content.characters import DAMAGED, FORBIDDEN
from quizgame.content.decoding import lines_of
from quizgame.content.problems import Problem, Severity

_RED, _YELLOW, _CYAN, _BOLD, _PLAIN = "\x1b[1;31m", "\x1b[1;33m", "\x1b[36m", "\x1b[1m", "\x1b[0m"
_WIDEST = 100
_ELLIPSIS = "…"

Lines = Callable[[str], Sequence[str]]
"""The lines of a file; empty where it cannot be read."""


@dataclass(frozen=True, slots=True)
class Style:
    """How problems are printed; `base` is the folder that file names are shortened against."""

    colour: bool = False
    base: Path | None = None


def render(problems: Iterable[Problem], lines: Lines, style: Style = Style()) -> str:
    """All problems, each with its line, and a summary line at the end; no final line break."""
    listed = list(problems)
    return "\n\n".join([*(one(problem, lines, style) for problem in listed), summary(listed)])


def one(problem: Problem, lines: Lines, style: Style = Style()) -> str:
    """One problem: what and where, the line with a caret below it, and what to do."""
    parts = [_head(problem, style)]
    written = lines(problem.file) if problem.line else ()
    if 0 < problem.line <= len(written):
        parts += _excerpt(problem, written[problem.line - 1], style)
    if problem.help:
        parts.append(f"  {_painted('help', _CYAN, style)}: {safe(problem.help)}")
    return "\n".join(parts)


def summary(problems: Iterable[Problem]) -> str:
    """How many problems there are: `2 errors, 1 warning`."""
    listed = list(problems)
    counts = [
        f"{count} {severity}{'' if count == 1 else 's'}"
        for severity in Severity
        if (count := sum(problem.severity is severity for problem in listed))
    ]
    return ", ".join(counts) or "no problems"


def read_lines(file: str) -> Sequence[str]:
    """The lines of a file on the disk, with a mark for whatever cannot be decoded."""
    try:
        return lines_of(Path(file).read_bytes().decode("utf-8-sig", errors="replace"))
    except (OSError, ValueError):
        return ()


def safe(text: str) -> str:
    """`text` with a visible mark for every character a terminal might obey."""
    return FORBIDDEN.sub(DAMAGED, text.replace("\n", " ").replace("\r", " ").replace("\t", " "))


def short(file: str, base: Path | None) -> str:
    """A file's name, relative to `base` where it lies below it."""
    path = Path(file)
    return str(path.relative_to(base)) if base is not None and path.is_relative_to(base) else file


def _head(problem: Problem, style: Style) -> str:
    place = short(problem.file, style.base)
    if problem.line:
        place = f"{place}:{problem.line}:{problem.column}"
    kind = f"{problem.severity}[{problem.code}]"
    colour = _RED if problem.severity is Severity.ERROR else _YELLOW
    return f"{_painted(safe(place), _BOLD, style)}: {_painted(kind, colour, style)}: {safe(problem.what)}"


def _excerpt(problem: Problem, line: str, style: Style) -> list[str]:
    """The line, cut round the column where it is long, and a caret below the column."""
    column = min(problem.column, len(line) + 1) - 1
    start = 0 if column < _WIDEST - 20 else column - _WIDEST // 2
    text = safe(line)[start : start + _WIDEST]
    before = _ELLIPSIS if start else ""
    after = _ELLIPSIS if len(line) > start + _WIDEST else ""
    number = str(problem.line)
    gutter = " " * len(number)
    blanks = " " * (len(before) + width(text[: column - start]))
    caret = _painted("^", _RED if problem.severity is Severity.ERROR else _YELLOW, style)
    return [f"  {number} | {before}{text}{after}", f"  {gutter} | {blanks}{caret}"]


def width(text: str) -> int:
    """How many columns of a terminal a text takes: wide letters two, accents none."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _painted(text: str, colour: str, style: Style) -> str:
    return f"{colour}{text}{_PLAIN}" if style.colour else text
