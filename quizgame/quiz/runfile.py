"""Runs as a text that goes from machine to machine, and back; knows no file and trusts nobody."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import datetime
from typing import Any

from quizgame.quiz.run import Answered, Ending, Run

FORMAT = "thirty-seconds-flat-runs"
VERSION = 1
LARGEST = 200_000_000  # characters
_LONGEST_TEXT = 1_000_000
_MOST_ANSWERS = 10_000
_LARGEST_NUMBER = 2**53


class BadFile(ValueError):
    """A text that holds no runs, or is damaged; the message is for the player."""


def to_json(runs: Iterable[Run], game: str) -> str:
    """The runs as one text; `game` is the version that writes it."""
    kept = {"format": FORMAT, "version": VERSION, "game": game, "runs": [asdict(run) for run in runs]}
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


def from_json(text: str) -> tuple[Run, ...]:
    """The runs of a text; raises BadFile where even one of them cannot be a run."""
    if len(text) > LARGEST:
        raise BadFile("This file is too large to hold runs.")
    try:
        told = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise BadFile("This is no file of runs, or it is damaged.") from None
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise BadFile("This is no file of runs of Thirty Seconds Flat.")
    if told.get("version") != VERSION:
        raise BadFile("This file is from another version of the game; get the newest.")
    runs = told.get("runs")
    if not isinstance(runs, list):
        raise BadFile("This file holds no runs.")
    return tuple(_run(number, one) for number, one in enumerate(runs, start=1))


def _no_number(text: str) -> float:
    raise ValueError(text)


def _run(number: int, told: Any) -> Run:
    values = _fields(Run, told, f"run {number}")
    if not isinstance(values["answers"], list) or len(values["answers"]) > _MOST_ANSWERS:
        raise BadFile(f"Run {number} of this file is damaged: its answers are no list.")
    answers = [_fields(Answered, one, f"an answer of run {number}") for one in values.pop("answers")]
    try:
        values["ended"] = Ending(values["ended"])
    except ValueError:
        raise BadFile(f"Run {number} of this file is damaged: nobody knows how it ended.") from None
    if not (_is_moment(values["started"]) and _is_moment(values["finished"])):
        raise BadFile(f"Run {number} of this file is damaged: nobody knows when it was played.")
    return Run(**values, answers=tuple(Answered(**one) for one in answers))


def _fields(kind: type[Run | Answered], told: Any, what: str) -> dict[str, Any]:
    """The values of a dataclass, each of its type; what this version does not know is left out."""
    if not isinstance(told, dict):
        raise BadFile(f"This file is damaged: {what} cannot be read.")
    values = {}
    for field in fields(kind):
        value = told.get(field.name, 0 if field.name == "seat" else None)
        if not _fits(str(field.type), value):
            raise BadFile(f"This file is damaged: {what} has no proper {field.name!r}.")
        values[field.name] = value
    return values


def _fits(kind: str, value: Any) -> bool:
    match kind:
        case "int":
            return type(value) is int and 0 <= value < _LARGEST_NUMBER
        case "bool":
            return isinstance(value, bool)
        case "str" | "Ending":
            return isinstance(value, str) and len(value) <= _LONGEST_TEXT and _is_text(value)
        case _:
            return True


def _is_moment(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_text(value: str) -> bool:
    """Whether a text can be written down at all: JSON lets halves of letters through."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
