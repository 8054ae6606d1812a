"""Runs as rows of the score file and back again, with key and seal; knows the tables, and no file."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from quizgame.quiz.run import Answered, Ending, Run
from quizgame.store.names import fold

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
    "seat": int,
}
# What a row has beside its run.
OWN_COLUMNS: dict[str, type] = {"key": str, "seal": str, "moment": int, "folded": str}
ANSWER_COLUMNS: dict[str, type] = {
    "question": str,
    "topic": str,
    "level": int,
    "given": str,
    "is_right": int,
    "took_ms": int,
}

_OWN = ", ".join(OWN_COLUMNS)
_RUN_NAMES = ", ".join(RUN_COLUMNS)
_ANSWER_NAMES = ", ".join(ANSWER_COLUMNS)
_INSERT_RUN = f"INSERT INTO runs (id, {_OWN}, {_RUN_NAMES}) VALUES (?, ?, ?, ?, ?{', ?' * len(RUN_COLUMNS)})"
_INSERT_ANSWER = (
    f"INSERT INTO answers (run_id, number, {_ANSWER_NAMES}) VALUES (?, ?{', ?' * len(ANSWER_COLUMNS)})"
)
SELECT_RUN = f"SELECT id, {_OWN}, {_RUN_NAMES} FROM runs"
# As the tables were before there were several players.
SELECT_RUN_1 = SELECT_RUN.replace("folded", "NULL").replace("seat", "0")
_SELECT_ANSWERS = f"SELECT run_id, {_ANSWER_NAMES} FROM answers"

_PLAYER, _FINISHED = (list(RUN_COLUMNS).index(name) for name in ("player", "finished"))
_as_json = json.JSONEncoder(ensure_ascii=False).encode

_Row = tuple[Any, ...]

_ANSWER_FIELDS = ("question", "topic", "level", "given", "right", "took_ms")


class BadRow(ValueError):
    """What the file holds cannot be a run at all."""


@dataclass(frozen=True, slots=True)
class SavedRun:
    """A run and its number in the score file.

    `key` names the run whatever becomes of its player's name. `sealed` is False where the run is no longer
    as the game wrote it: whoever shows it leaves out the tick.
    """

    run_id: int
    run: Run
    key: str = ""
    seal: str = ""
    sealed: bool = True


def key_of(run: Run) -> str:
    """A name for the run itself, 32 hexadecimal digits: SHA-256 of its content."""
    return _digest(_content(_run_values(run), _given(run)))


def seal_of(key: str, run: Run) -> str:
    """A checksum of all that is kept of a run, 32 hexadecimal digits."""
    return _digest(key + _content(_run_values(run), _given(run)))


def moment_of(finished: str) -> int:
    """A local date and time with offset as seconds since 1970 (UTC); 0 where it is none."""
    try:
        when = datetime.fromisoformat(finished)
        return int((when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp())
    except (ValueError, OverflowError):
        return 0


def fresh(run: Run) -> SavedRun:
    """A run that was just played, with its key and its seal."""
    key = key_of(run)
    return SavedRun(0, run, key, seal_of(key, run))


def number_of(connection: sqlite3.Connection, key: str) -> int | None:
    """The number of the run of this key, None where the file has none."""
    known = connection.execute("SELECT id FROM runs WHERE key = ?", (key,)).fetchone()
    return None if known is None else int(known[0])


def is_unsigned(connection: sqlite3.Connection, run_id: int) -> bool:
    """Whether a run has no player's name."""
    ask = "SELECT 1 FROM runs WHERE id = ? AND player = ''"
    return connection.execute(ask, (run_id,)).fetchone() is not None


def insert(connection: sqlite3.Connection, saved: SavedRun) -> int:
    """Write a run with the seal it has, unless the file has one of its key; returns its number either way.

    It gets the number `saved` asks for (0: any) where that is still free.
    """
    known = number_of(connection, saved.key)
    if known is not None:
        return known
    run, wanted = saved.run, saved.run_id or None
    if wanted and connection.execute("SELECT 1 FROM runs WHERE id = ?", (wanted,)).fetchone():
        wanted = None
    own = (saved.key, saved.seal, moment_of(run.finished), fold(run.player))
    run_id = connection.execute(_INSERT_RUN, (wanted, *own, *_run_values(run))).lastrowid
    if run_id is None:
        raise sqlite3.DatabaseError("a new row has no number")
    answers = ((run_id, number, *values) for number, values in enumerate(answer_values(run)))
    connection.executemany(_INSERT_ANSWER, answers)
    return run_id


def forget(connection: sqlite3.Connection, key: str) -> int:
    """Take the run of this key out of the file; returns the number that is free now, 0 for none."""
    run_id = number_of(connection, key) or 0
    connection.execute("DELETE FROM answers WHERE run_id = ?", (run_id,))
    connection.execute("DELETE FROM runs WHERE id = ?", (run_id,))
    return run_id


def bring(connection: sqlite3.Connection, saved: SavedRun) -> None:
    """Write a run of another machine; who imports it hears of a broken seal then, and not again."""
    run_id = insert(connection, saved)
    change = "UPDATE runs SET brought = 1, told = ? WHERE id = ?"
    connection.execute(change, (int(not saved.sealed), run_id))


def fetch(connection: sqlite3.Connection, run_id: int, select: str = SELECT_RUN) -> SavedRun | None:
    """A run, None where there is none of this number; raises BadRow where it cannot be one."""
    row = connection.execute(f"{select} WHERE id = ?", (run_id,)).fetchone()
    if row is None:
        return None
    answers = connection.execute(f"{_SELECT_ANSWERS} WHERE run_id = ? ORDER BY number", (run_id,))
    return _saved(row, answers.fetchall())


def every(
    connection: sqlite3.Connection, where: str = "", values: Sequence[object] = ()
) -> Iterator[SavedRun]:
    """All runs, or those that fit a condition of SQL, in the order they were saved; raises BadRow."""
    for row, answers in _together(connection, where, values):
        yield _saved(row, answers)


def broken(connection: sqlite3.Connection, where: str = "") -> Iterator[int]:
    """The numbers of the runs that are not sealed, of all or of those that fit a condition."""
    for row, answers in _together(connection, where, ()):
        if not _is_sealed(row, answers):
            yield row[0]


def change_player(connection: sqlite3.Connection, run_id: int, player: str) -> bool:
    """Give a run another player's name; False where there is no such run; raises BadRow.

    A broken seal stays broken: signing makes no run honest.
    """
    found = fetch(connection, run_id)
    if found is None:
        return False
    seal = seal_of(found.key, replace(found.run, player=player)) if found.sealed else found.seal
    change = "UPDATE runs SET player = ?, folded = ?, seal = ? WHERE id = ?"
    connection.execute(change, (player, fold(player), seal, run_id))
    return True


def answer_values(run: Run) -> list[list[Any]]:
    """The values of ANSWER_COLUMNS for each answer of a run."""
    return [[*values[:4], int(values[4]), values[5]] for values in _given(run)]


def run_of(values: Sequence[Any], answers: Sequence[Sequence[Any]]) -> Run:
    """The run of the values of RUN_COLUMNS and, for each answer, of ANSWER_COLUMNS; raises BadRow.

    Every value is looked at: a file may come from anywhere.
    """
    _check(values, RUN_COLUMNS)
    for answer in answers:
        _check(answer, ANSWER_COLUMNS)
    content = dict(zip(RUN_COLUMNS, values, strict=True))
    try:
        content["ended"] = Ending(content["ended"])
    except ValueError as error:
        raise BadRow(str(error)) from error
    given = (dict(zip(_ANSWER_FIELDS, answer, strict=True)) for answer in answers)
    return Run(**content, answers=tuple(Answered(**one | {"right": bool(one["right"])}) for one in given))


def _together(
    connection: sqlite3.Connection, where: str, values: Sequence[object]
) -> Iterator[tuple[_Row, list[_Row]]]:
    """Each run's row with the rows of its answers."""
    condition = f"WHERE {where}" if where else ""
    runs = connection.execute(f"{SELECT_RUN} {condition} ORDER BY id", values)
    theirs = f"{_SELECT_ANSWERS} WHERE run_id IN (SELECT id FROM runs {condition}) ORDER BY run_id, number"
    groups = groupby(connection.execute(theirs, values), key=itemgetter(0))
    group = next(groups, None)
    for row in runs:
        answers: list[_Row] = []
        if group is not None and group[0] == row[0]:
            answers = list(group[1])
            group = next(groups, None)
        yield row, answers


def _saved(row: _Row, answers: Sequence[_Row]) -> SavedRun:
    run_id, key, seal, _, _, *values = row
    run = run_of(values, [answer[1:] for answer in answers])
    if not isinstance(key, str) or not isinstance(seal, str):
        raise BadRow("a run has no key or no seal")
    return SavedRun(run_id, run, key, seal, _is_sealed(row, answers))


def _is_sealed(row: _Row, answers: Sequence[_Row]) -> bool:
    """Whether a run is as the game wrote it."""
    _, key, seal, moment, folded, *values = row
    given = [[*answer[1:5], bool(answer[5]), answer[6]] for answer in answers]
    # What is derived counts too, so that nobody moves a run by editing what it is sorted by.
    player, finished = values[_PLAYER], values[_FINISHED]
    in_order = moment == moment_of(finished) and folded in (fold(player), None)
    return in_order and seal == _digest(key + _content(values, given))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _content(values: Sequence[Any], given: Sequence[Sequence[Any]]) -> str:
    """A run as one text in which no two runs are alike; the first seat is left out, as it always was."""
    return _as_json([values if values[-1] else values[:-1], given])


def _run_values(run: Run) -> list[Any]:
    return [getattr(run, name) for name in RUN_COLUMNS]


def _given(run: Run) -> list[list[Any]]:
    return [[getattr(given, name) for name in _ANSWER_FIELDS] for given in run.answers]


def _check(values: Sequence[Any], columns: dict[str, type]) -> None:
    if len(values) != len(columns):
        raise BadRow("a value is missing, or there is one too many")
    for value, (name, kind) in zip(values, columns.items(), strict=True):
        if type(value) is not kind:
            raise BadRow(f"{name!r} has a value of the wrong type")
