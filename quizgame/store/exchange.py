"""Runs as a text that goes from one score file to another; knows no file and no database, and trusts nobody.

The text is one JSON document, with a line for each run, so that any number of runs is written and read
without ever being in memory together.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, TextIO

from quizgame import __version__
from quizgame.quiz import runfile
from quizgame.quiz.runfile import BadFile
from quizgame.store import rows
from quizgame.store.names import clean_name
from quizgame.store.rows import RUN_COLUMNS, BadRow, SavedRun

FORMAT = "thirty-seconds-flat-scores"
VERSION = 1
LONGEST_LINE = 4_000_000  # characters; a run has some ten thousand
_END = "]}"
_DIGEST = re.compile("[0-9a-f]{32}")
_KEYS = {*RUN_COLUMNS, "answers", "key", "seal"}
_NUMBERS = range(-(2**63), 2**63)  # what SQLite can hold

_FOREIGN = "This is no file of scores of Thirty Seconds Flat."


def write(saved: Iterable[SavedRun]) -> Iterator[str]:
    """The document, piece by piece."""
    head = {"format": FORMAT, "version": VERSION, "game": __version__, "runs": []}
    yield _dumped(head).removesuffix(_END)
    comma = "\n"
    for one in saved:
        yield comma + _dumped(_told(one))
        comma = ",\n"
    yield f"\n{_END}\n"


def read(document: TextIO) -> Iterator[SavedRun]:
    """The runs of a document, without numbers; raises BadFile at the first thing that is not in order.

    What can be a run but is not as the game wrote it is not `sealed`.
    """
    try:
        _check_head(document)
        number = 2
        while (line := document.readline(LONGEST_LINE)).strip() != _END:
            if not line:
                raise BadFile(f"This file is cut off after line {number - 1}.")
            yield _run(number, line.strip().removesuffix(","))
            number += 1
        if document.readline(LONGEST_LINE).strip():
            raise BadFile(f"This file is damaged: something follows its end in line {number}.")
    except UnicodeDecodeError:
        raise BadFile(_FOREIGN) from None


def _told(saved: SavedRun) -> dict[str, Any]:
    values = {name: getattr(saved.run, name) for name in RUN_COLUMNS}
    return {"key": saved.key, "seal": saved.seal, **values, "answers": rows.answer_values(saved.run)}


def _dumped(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _check_head(document: TextIO) -> None:
    line = document.readline(LONGEST_LINE)
    told = _parsed(line.strip() + _END)
    if not told:
        raise BadFile(_stranger(line + document.read(1_000)))
    version = told.get("version")
    if told.get("format") != FORMAT or type(version) is not int or version < 1:
        raise BadFile(_FOREIGN)
    if version > VERSION:
        raise BadFile("This file was made by a newer version of the game; get that version to import it.")


def _stranger(head: str) -> str:
    """What a file is that does not open as an export does."""
    if f'"{runfile.FORMAT}"' in head:
        return "This file is a challenge, not an export of scores: play it with 'quizgame challenge FILE'."
    if f'"{FORMAT}"' in head:
        return "This export of scores was laid out anew: import it as the game wrote it, a run on each line."
    return _FOREIGN


def _run(number: int, line: str) -> SavedRun:
    told = _parsed(line)
    try:
        if told is None or told.keys() != _KEYS:
            raise BadRow("it holds no run of this version of the game")
        _check_writable(told)
        return _saved(told)
    except BadRow as error:
        raise BadFile(f"Line {number} of this file is damaged: {error}.") from None


def _parsed(text: str) -> dict[str, Any] | None:
    """A JSON object; None for anything else."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None


def _check_writable(told: dict[str, Any]) -> None:
    """Refuse halves of letters, which JSON lets through, and all that is nested deeper than a run."""
    try:
        _dumped(told).encode()
    except (UnicodeEncodeError, RecursionError):
        raise BadRow("it holds something that no file can hold") from None
    answers = told["answers"]
    if not isinstance(answers, list) or not all(isinstance(answer, list) for answer in answers):
        raise BadRow("its answers are no list")
    numbers = (value for values in (told.values(), *answers) for value in values if isinstance(value, int))
    if any(value not in _NUMBERS for value in numbers):
        raise BadRow("it holds a number that is too large")


def _saved(told: dict[str, Any]) -> SavedRun:
    key, seal = told["key"], told["seal"]
    for digest in (key, seal):
        if not isinstance(digest, str) or not _DIGEST.fullmatch(digest):
            raise BadRow("its key or its seal is none")
    run = rows.run_of([told[name] for name in RUN_COLUMNS], told["answers"])
    run = replace(run, player=clean_name(run.player))
    return SavedRun(0, run, key, seal, seal == rows.seal_of(key, run))
