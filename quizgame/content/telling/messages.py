"""A problem as a person reads it on a terminal: place, line, caret and remedy; knows no content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizgame import ordinary
from quizgame.content.parsing.decoding import MAX_BYTES, lines_of
from quizgame.content.problems import Problem, Severity
from quizgame.content.telling.excerpt import excerpt, safe

_RED, _YELLOW, _CYAN, _BLUE, _BOLD, _PLAIN = (
    "\x1b[1;31m", "\x1b[1;33m", "\x1b[36m", "\x1b[34m", "\x1b[1m", "\x1b[0m",
)  # fmt: skip

_MOST_LINES = 30

Lines = Callable[[str], Sequence[str]]
"""The lines of a file; empty where it cannot be read."""


@dataclass(frozen=True, slots=True)
class Style:
    """How problems are printed; `base` is the folder that file names are shortened against."""

    colour: bool = False
    base: Path | None = None


def one(problem: Problem, lines: Lines, style: Style = Style()) -> str:
    """One problem: what and where, the line with a caret below it, and what to do."""
    place = short(problem.file, style.base)
    if problem.line:
        place = f"{place}:{problem.line}:{problem.column}"
    parts = [_head(problem, place, style)]
    written = lines(problem.file) if problem.line else ()
    if 0 < problem.line <= len(written):
        parts += _marked(problem, written[problem.line - 1], style)
    if problem.help:
        parts.append(f"  {_painted('help', _CYAN, style)}: {safe(problem.help)}")
    return "\n".join(parts)


def summary(problems: Iterable[Problem]) -> str:
    """How many problems there are: `2 errors, 1 warning`."""
    listed = list(problems)
    counts = [
        f"{count:,} {severity}{'' if count == 1 else 's'}"
        for severity in Severity
        if (count := sum(problem.severity is severity for problem in listed))
    ]
    return ", ".join(counts) or "no problems"


def numbered(lines: Sequence[int]) -> str:
    """Lines by their numbers: `line 3`, `lines 3, 5, 8 and 40 more`."""
    shown = ", ".join(map(str, lines[:_MOST_LINES]))
    more = f" and {len(lines) - _MOST_LINES:,} more" if len(lines) > _MOST_LINES else ""
    return f"line{'' if len(lines) == 1 else 's'} {shown}{more}"


def read_lines(file: str) -> Sequence[str]:
    """The lines of a file on the disk as far as files are read, with a mark for what cannot be decoded."""
    try:
        data = ordinary.read(Path(file), MAX_BYTES)
        return lines_of(data.decode("utf-8-sig", errors="replace"))
    except (OSError, ValueError):
        return ()


def short(file: str, base: Path | None) -> str:
    """A file's name, relative to `base` where it lies below it."""
    path = Path(file)
    return str(path.relative_to(base)) if base is not None and path.is_relative_to(base) else file


def _head(problem: Problem, place: str, style: Style) -> str:
    kind = _painted(f"{problem.severity}[{problem.code}]", _colour(problem), style)
    return f"{_painted(safe(place), _BOLD, style)}: {kind}: {safe(problem.what)}"


def _marked(problem: Problem, line: str, style: Style) -> list[str]:
    """The line with its number, and a caret below the column."""
    text, blanks = excerpt(line, problem.column)
    number = str(problem.line)
    edge = _painted(f"{' ' * len(number)} |", _BLUE, style)
    caret = _painted("^", _colour(problem), style)
    return [f"  {_painted(f'{number} |', _BLUE, style)} {text}", f"  {edge} {blanks}{caret}"]


def _colour(problem: Problem) -> str:
    return _RED if problem.severity is Severity.ERROR else _YELLOW


def _painted(text: str, colour: str, style: Style) -> str:
    return f"{colour}{text}{_PLAIN}" if style.colour else text
