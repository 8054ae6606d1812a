"""Finding out what state a score file is in; changes nothing and knows no remedy."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from quizgame.quiz.run import Ending
from quizgame.store import database, rows, schema
from quizgame.store.errors import NO_FILE, plain
from quizgame.store.files import chunks_of
from quizgame.store.rows import SavedRun

# Where the header says who may write. A higher number than 2 makes SQLite refuse, and nothing ever sets one.
_WRITE_VERSION, _WRITE_VERSIONS = slice(18, 19), (b"\x00", b"\x01", b"\x02")

_DAMAGE = frozenset({0, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})

_TYPES = {str: "text", int: "integer"}
_ORPHAN = "SELECT 1 FROM answers WHERE run_id NOT IN (SELECT id FROM runs) LIMIT 1"


class Condition(Enum):
    """What can be done with a score file."""

    ABSENT = auto()
    EMPTY = auto()  # no bytes: just being made, or lost in a power cut
    OLDER = auto()  # good, and of an older schema
    CURRENT = auto()
    NEWER = auto()
    DAMAGED = auto()
    UNREADABLE = auto()  # perhaps good, but not to be had now


@dataclass(frozen=True, slots=True)
class Finding:
    """A file's condition; `reason` is the end of a sentence, for UNREADABLE only."""

    condition: Condition
    reason: str = ""


class _Damaged(Exception):
    """SQLite reads the file, but it is not what this game wrote."""


def examine(file: Path, steps: Sequence[schema.Step] = schema.STEPS) -> Finding:
    """Look at the whole file: its pages, its tables, and whether each run can be one; never fails.

    Seals are not looked at: a run that somebody has edited is no damage.
    """

    def judge(connection: sqlite3.Connection) -> Condition:
        condition = _condition(connection, steps)
        if condition is not Condition.NEWER and _is_barred(file):
            raise _Damaged
        return condition

    finding = _look(file, judge)
    # A disk that failed once may answer the next time; SQLite calls a page damaged that it could not read.
    doubtful = finding.condition is Condition.UNREADABLE and finding.reason != database.LOCKED
    return _look(file, judge) if doubtful or finding.condition is Condition.DAMAGED else finding


def glance(file: Path, steps: Sequence[schema.Step] = schema.STEPS) -> Finding:
    """Look whether the file can be read at all, and has the newest schema by its number; never fails."""
    return _look(file, lambda connection: _by_number(schema.version(connection), steps))


def _look(file: Path, judge: Callable[[sqlite3.Connection], Condition]) -> Finding:
    try:
        if not file.exists():
            return Finding(Condition.ABSENT)
        if not file.is_file():
            return Finding(Condition.UNREADABLE, NO_FILE)
        # Only SQLite opens the file: `chunks_of` says why.
        if not file.stat().st_size:
            return Finding(Condition.EMPTY)
        return Finding(database.read(file, judge))
    except OSError as error:
        return Finding(Condition.UNREADABLE, plain(error))
    except _Damaged:
        return Finding(Condition.DAMAGED)
    except sqlite3.Error as error:
        if database.code(error) in _DAMAGE:
            return Finding(Condition.DAMAGED)
        return Finding(Condition.UNREADABLE, database.plain_sqlite(error))


def salvage(file: Path) -> Iterator[SavedRun]:
    """Everything in a damaged file that can still be read as a run, whole or not; never fails."""
    try:
        connection = database.connect(file, database.Access.READ)
    except sqlite3.Error:
        return
    with closing(connection):
        for run_id in sorted(_ids(connection, "ASC") | _ids(connection, "DESC")):
            found = _fetched(connection, run_id)
            if found is not None:
                yield found


def salvage_seen(file: Path) -> list[tuple[str, str, int]]:
    """The rows of `seen` up to the first that cannot be read; never fails."""
    found: list[tuple[str, str, int]] = []
    try:
        with closing(database.connect(file, database.Access.READ)) as connection:
            for player, question, number in connection.execute("SELECT player, question, number FROM seen"):
                if (type(player), type(question), type(number)) == (str, str, int):
                    found.append((player, question, number))
    except (sqlite3.Error, UnicodeDecodeError):
        return found
    return found


def _fetched(connection: sqlite3.Connection, run_id: int) -> SavedRun | None:
    """A run of a file of any schema, None where it cannot be read."""
    for select in (rows.SELECT_RUN, rows.SELECT_RUN_1):
        try:
            return rows.fetch(connection, run_id, select)
        except (sqlite3.Error, ValueError):
            continue
    return None


def _ids(connection: sqlite3.Connection, direction: str) -> set[int]:
    """Run numbers from one end of the table up to its first broken page."""
    found: set[int] = set()
    try:
        for row in connection.execute(f"SELECT id FROM runs NOT INDEXED ORDER BY id {direction}"):
            found.add(row[0])
    except (sqlite3.Error, UnicodeDecodeError):
        return found
    return found


def _is_barred(file: Path) -> bool:
    """Whether a damaged header keeps SQLite from writing, though the system would let it; raises OSError."""
    if not database.refuses_writing(file) or not os.access(file, os.W_OK):
        return False
    head = next(chunks_of(file), b"")
    return head[_WRITE_VERSION] not in _WRITE_VERSIONS


def _condition(connection: sqlite3.Connection, steps: Sequence[schema.Step]) -> Condition:
    number = schema.version(connection)
    condition = _by_number(number, steps)
    if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        raise _Damaged
    if condition is Condition.NEWER:
        return condition
    if not schema.fits(connection, steps[:number]):
        raise _Damaged
    questions = (*_impossible(), _ORPHAN) if condition is Condition.CURRENT else ()
    if any(connection.execute(question).fetchone() for question in questions):
        raise _Damaged
    return condition


def _by_number(number: int, steps: Sequence[schema.Step]) -> Condition:
    if not 0 < number <= schema.HIGHEST_PLAUSIBLE:
        raise _Damaged
    if number == len(steps):
        return Condition.CURRENT
    return Condition.NEWER if number > len(steps) else Condition.OLDER


def _impossible() -> Iterator[str]:
    """Questions in SQL that have an answer where a row cannot be a run, or an answer of one."""
    for table, columns in (("runs", rows.OWN_COLUMNS | rows.RUN_COLUMNS), ("answers", rows.ANSWER_COLUMNS)):
        strange = " OR ".join(f"typeof({name}) <> '{_TYPES[kind]}'" for name, kind in columns.items())
        yield f"SELECT 1 FROM {table} NOT INDEXED WHERE {strange} LIMIT 1"
    endings = ", ".join(f"'{ending}'" for ending in Ending)
    yield f"SELECT 1 FROM runs NOT INDEXED WHERE ended NOT IN ({endings}) LIMIT 1"
