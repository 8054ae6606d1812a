"""Runs as rows of the score file and back again, with key and seal; knows the tables, and no file."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import Any

from quizgame.quiz.run import Answered, Ending, Run

RUN_COLUMNS: dict[str, type] = {
    "player": str,
    "mode": str,
    "assist": str,
    "game": str,
    "rules": int,
    "bank": str,
    "seed": str,
    "started": str,
    "finished": str,
    "ended": str,
    "take": int,
    "correct": int,
    "asked": int,
    "played_ms": int,
    "deal": str,
    "log": str,
}
_ANSWER_COLUMNS = ("question", "topic", "level", "given", "is_right", "took_ms")
_ANSWER_TYPES = (str, str, int, str, int, int)

_RUN_NAMES = ", ".join(RUN_COLUMNS)
_ANSWER_NAMES = ", ".join(_ANSWER_COLUMNS)
_INSERT_RUN = (
    f"INSERT INTO runs (id, key, seal, moment, {_RUN_NAMES}) VALUES (?, ?, ?, ?{', ?' * len(RUN_COLUMNS)})"
)
_INSERT_ANSWER = (
    f"INSERT INTO answers (run_id, number, {_ANSWER_NAMES}) VALUES (?, ?{', ?' * len(_ANSWER_COLUMNS)})"
)
_SELECT_RUN = f"SELECT key, seal, moment, {_RUN_NAMES} FROM runs WHERE id = ?"
_SELECT_ANSWERS = f"SELECT number, {_ANSWER_NAMES} FROM answers WHERE run_id = ? ORDER BY number"

_RUN_FIELDS = tuple(field.name for field in fields(Run) if field.name != "answers")
_ANSWER_FIELDS = tuple(field.name for field in fields(Answered))


class BadRow(ValueError):
    """What the file holds is no run, or not the run that was saved."""


def key_of(run: Run) -> str:
    """A name for the run itself, 32 hexadecimal digits: SHA-256 of its content."""
    return _digest(_content(run))


def seal_of(key: str, run: Run) -> str:
    """A checksum of all that is kept of a run, 32 hexadecimal digits."""
    return _digest(key + _content(run))


def moment_of(finished: str) -> int:
    """A local date and time with offset as seconds since 1970 (UTC); 0 where it is none."""
    try:
        when = datetime.fromisoformat(finished)
        return int((when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp())
    except (ValueError, OverflowError):
        return 0


def insert(connection: sqlite3.Connection, run: Run, key: str, wanted: int | None = None) -> int:
    """Write a run, unless the file has one of this key already; returns its number either way.

    It gets the number `wanted` where that is still free.
    """
    known = connection.execute("SELECT id FROM runs WHERE key = ?", (key,)).fetchone()
    if known is not None:
        return int(known[0])
    if wanted is not None and connection.execute("SELECT 1 FROM runs WHERE id = ?", (wanted,)).fetchone():
        wanted = None
    row = (wanted, key, seal_of(key, run), moment_of(run.finished), *_run_values(run))
    run_id = connection.execute(_INSERT_RUN, row).lastrowid
    if run_id is None:
        raise sqlite3.DatabaseError("a new row has no number")
    answers = ((run_id, number, *_answer_values(given)) for number, given in enumerate(run.answers))
    connection.executemany(_INSERT_ANSWER, answers)
    return run_id


def fetch(connection: sqlite3.Connection, run_id: int) -> tuple[str, Run] | None:
    """Key and run, None where there is no run of this number; raises BadRow where its seal is broken."""
    row = connection.execute(_SELECT_RUN, (run_id,)).fetchone()
    if row is None:
        return None
    key, seal, moment, *values = row
    run = _run(values, connection.execute(_SELECT_ANSWERS, (run_id,)).fetchall())
    if seal != seal_of(str(key), run) or moment != moment_of(run.finished):
        raise BadRow(f"the seal of run {run_id} is broken")
    return key, run


def change_player(connection: sqlite3.Connection, run_id: int, player: str) -> bool:
    """Give a run another player's name; False where there is no such run; raises BadRow."""
    found = fetch(connection, run_id)
    if found is None:
        return False
    key, run = found
    seal = seal_of(key, replace(run, player=player))
    connection.execute("UPDATE runs SET player = ?, seal = ? WHERE id = ?", (player, seal, run_id))
    return True


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _content(run: Run) -> str:
    """The run as one text in which no two runs are alike."""
    answers = [[getattr(given, name) for name in _ANSWER_FIELDS] for given in run.answers]
    return json.dumps([[getattr(run, name) for name in _RUN_FIELDS], answers], ensure_ascii=False)


def _run_values(run: Run) -> list[Any]:
    return [getattr(run, name) for name in RUN_COLUMNS]


def _answer_values(given: Answered) -> tuple[Any, ...]:
    return (given.question, given.topic, given.level, given.given, int(given.right), given.took_ms)


def _run(values: list[Any], answers: list[tuple[Any, ...]]) -> Run:
    """Raises BadRow where a value is not of its type: a file may come from anywhere."""
    if not all(map(_is_a, values, RUN_COLUMNS.values())):
        raise BadRow("a run has a value of the wrong type")
    content = dict(zip(RUN_COLUMNS, values, strict=True))
    try:
        content["ended"] = Ending(content["ended"])
    except ValueError as error:
        raise BadRow(str(error)) from error
    return Run(**content, answers=tuple(_answered(at, row) for at, row in enumerate(answers)))


def _answered(at: int, row: tuple[Any, ...]) -> Answered:
    number, *values = row
    if number != at or not all(map(_is_a, values, _ANSWER_TYPES)):
        raise BadRow("an answer is missing or has a value of the wrong type")
    question, topic, level, given, is_right, took_ms = values
    return Answered(question, topic, level, given, bool(is_right), took_ms)


def _is_a(value: object, kind: type) -> bool:
    return type(value) is kind
