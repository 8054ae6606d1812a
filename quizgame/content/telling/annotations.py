"""Problems as other programs read them: JSON, and the annotations of GitHub; knows no terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from quizgame.content.problems import Problem
from quizgame.content.telling.messages import short

_ESCAPED = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_ESCAPED_IN_NAMES = _ESCAPED | {":": "%3A", ",": "%2C"}


def row(problem: Problem, base: Path | None) -> dict[str, object]:
    """A problem for a JSON document.

    `line` and `column` count from 1, in characters and not in bytes; both are None where there is no place.
    The file's own words are left out: whoever has the place has the file.
    """
    return {
        "file": _slashed(problem, base),
        "line": problem.line or None,
        "column": problem.column or None,
        "severity": problem.severity.value,
        "code": problem.code,
        "what": problem.what,
        "help": problem.help,
    }


def document(rows: Iterable[str]) -> str:
    """A JSON list of values that are JSON already, one on a line."""
    listed = ",\n".join(rows)
    return f"[\n{listed}\n]" if listed else "[]"


def annotation(problem: Problem, base: Path | None) -> str:
    """A problem as a workflow command of GitHub, which shows it beside the line in a pull request."""
    places = {"file": _slashed(problem, base)}
    if problem.line:
        places |= {"line": str(problem.line), "col": str(problem.column)}
    named = ",".join(
        f"{name}={_escaped(value, _ESCAPED_IN_NAMES)}"
        for name, value in (places | {"title": problem.code}).items()
    )
    said = f"{problem.what}\n{problem.help}" if problem.help else problem.what
    return f"::{problem.severity} {named}::{_escaped(said, _ESCAPED)}"


def _slashed(problem: Problem, base: Path | None) -> str:
    """The file as seen from `base`, with the '/' that such programs expect on every system."""
    return Path(short(problem.file, base)).as_posix()


def _escaped(text: str, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(character, character) for character in text)
