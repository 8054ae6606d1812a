"""Problems of question files as the screens tell them: with the line they stand on; knows no pixels."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from quizgame.content.problems import Problem, Severity
from quizgame.content.telling.excerpt import safe
from quizgame.content.telling.messages import read_lines
from quizgame.screen.scenes.problems import MOST, Trouble


def of(problems: Sequence[Problem], folders: Sequence[Path] = ()) -> list[Trouble]:
    """What there is to tell, errors first; names of files are shortened against the folders they lie in."""
    ordered = sorted(problems, key=lambda found: found.severity is not Severity.ERROR)
    lines = cache(read_lines)
    return [
        _trouble(found, lines(found.file) if place < MOST else (), folders)
        for place, found in enumerate(ordered)
    ]


def in_brief(problem: Problem, folders: Sequence[Path] = ()) -> str:
    """One line: where and what, without the remedy."""
    return safe(f"{_place(problem, folders, column=False)}: {problem.what}")


def _trouble(found: Problem, lines: Sequence[str], folders: Sequence[Path]) -> Trouble:
    written = safe(lines[found.line - 1]) if 0 < found.line <= len(lines) else ""
    line = written.lstrip(" ")
    at = max(0, found.column - 1 - (len(written) - len(line)))
    return Trouble(
        safe(_place(found, folders)),
        safe(found.what),
        safe(found.help),
        line,
        min(at, len(line)),
        found.severity is Severity.WARNING,
    )


def _place(found: Problem, folders: Sequence[Path], column: bool = True) -> str:
    path = Path(found.file)
    inside = next((folder for folder in folders if path.is_relative_to(folder)), None)
    name = str(path.relative_to(inside)) if inside is not None else found.file
    if not found.line:
        return name
    return f"{name}:{found.line}:{found.column}" if column else f"{name}:{found.line}"
