"""Opening, reading and writing one SQLite file, with patience while others write; knows no table."""

from __future__ import annotations

import os
import sqlite3
import stat
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from enum import Enum, auto
from itertools import count
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

T = TypeVar("T")
Work = Callable[[sqlite3.Connection], T]

# SQLite waits longer and longer between its looks at a locked file, up to 100 ms, and a busy file is
# hardly ever found free that way. Starting anew after this time keeps the looks close together.
BUSY_SECONDS = 0.2
# Together about ten seconds: many times what a queue of games on one slow disk needs.
PATIENCE = 50

# A reader is refused with these where a killed writer's journal waits to be rolled back.
_NEEDS_RECOVERY = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN})
_LOCKED = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL})
LOCKED = "another program keeps the score file locked"
_WORDS = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_READONLY: "the score file may not be written to",
    sqlite3.SQLITE_PERM: "the score file may not be written to",
    sqlite3.SQLITE_AUTH: "the score file may not be written to",
    sqlite3.SQLITE_CANTOPEN: "the score file cannot be opened",
    sqlite3.SQLITE_IOERR: "the disk reported an error",
    sqlite3.SQLITE_NOMEM: "there is too little memory",
    sqlite3.SQLITE_CORRUPT: "the score file is damaged",
    sqlite3.SQLITE_NOTADB: "the score file is damaged",
} | dict.fromkeys(_LOCKED, LOCKED)


class Access(Enum):
    """What a connection may do: RECOVER only undoes what a killed writer left, and else reads."""

    READ = auto()
    RECOVER = auto()
    WRITE = auto()


def code(error: sqlite3.Error) -> int:
    """SQLite's primary result code, 0 where the error comes from Python's side."""
    extended: int = getattr(error, "sqlite_errorcode", 0)
    return extended & 0xFF


def plain_sqlite(error: sqlite3.Error) -> str:
    """What went wrong, as the end of a sentence, without a full stop."""
    return _WORDS.get(code(error), "the score file cannot be used")


def connect(file: Path, access: Access) -> sqlite3.Connection:
    """An open connection to a file that exists; raises sqlite3.Error."""
    if _is_no_file(file):
        # SQLite would wait for ever for somebody to write into a pipe.
        error = sqlite3.OperationalError("this is no file")
        error.sqlite_errorcode = sqlite3.SQLITE_CANTOPEN
        raise error
    uri = f"{_uri(file)}?mode={'ro' if access is Access.READ else 'rw'}"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
    # A letter that a bad disk has spoilt costs that letter, not the whole file.
    connection.text_factory = _readable
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        if access is Access.WRITE:
            _make_durable(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _is_no_file(file: Path) -> bool:
    try:
        return not stat.S_ISREG(file.stat().st_mode)
    except OSError:
        return False  # SQLite itself will say what is wrong


def _readable(text: bytes) -> str:
    return text.decode("utf-8", "replace")


def _make_durable(connection: sqlite3.Connection) -> None:
    # A rollback journal, not WAL: WAL needs shared memory, which network drives lack, and a second file
    # that a player who copies the scores would forget. After kill -9 the next opener rolls back.
    # TRUNCATE, not DELETE: with FULL SQLite syncs the emptied journal, but not the deletion of its name,
    # so that after a power cut a deleted journal may come back and undo a run already shown as saved.
    connection.execute("PRAGMA journal_mode = TRUNCATE")
    connection.execute("PRAGMA synchronous = FULL")


def _uri(file: Path) -> str:
    # Path.as_uri would take the server of a Windows network path for a host, which SQLite refuses.
    path = quote(os.fsencode(file.as_posix()), safe="/:")
    return f"file://{path}" if path.startswith("/") else f"file:///{path}"


def read(file: Path, work: Work[T]) -> T:
    """What `work` finds in one consistent view of the file; raises sqlite3.Error."""
    try:
        return _patiently(lambda: _inside(file, Access.READ, "BEGIN", work), PATIENCE)
    except sqlite3.Error as error:
        if code(error) not in _NEEDS_RECOVERY:
            raise
    return _patiently(lambda: _inside(file, Access.RECOVER, "BEGIN", work), PATIENCE)


def write(file: Path, work: Work[T], patience: int | None = None) -> T:
    """Have `work` done as a whole or not at all, on disk when this returns; raises sqlite3.Error.

    `work` may be called again when another program got in between: at most `patience` times (PATIENCE).
    """
    return _patiently(lambda: _inside(file, Access.WRITE, "BEGIN IMMEDIATE", work), patience or PATIENCE)


def _inside(file: Path, access: Access, begin: str, work: Work[T]) -> T:
    try:
        with closing(connect(file, access)) as connection:
            connection.execute(begin)
            result = work(connection)
            connection.execute("COMMIT")
            return result
    except UnicodeDecodeError as error:
        # SQLite quotes the broken part of a damaged schema, and Python fails to read the quotation.
        raise sqlite3.DatabaseError("the file is damaged") from error


def _patiently(attempt: Callable[[], T], patience: int) -> T:
    for _ in range(patience - 1):
        try:
            return attempt()
        except sqlite3.Error as error:
            if code(error) not in _LOCKED:
                raise
    return attempt()


def patience() -> Callable[[int, int, int], None]:
    """For `Connection.backup`, which would wait for ever where a file stays locked: raises sqlite3.Error."""
    waits = count(1)

    def progress(status: int, *_: int) -> None:
        if status & 0xFF in _LOCKED and next(waits) >= PATIENCE:
            error = sqlite3.OperationalError(LOCKED)
            error.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise error

    return progress


def refuses_writing(file: Path) -> bool:
    """Whether SQLite takes this file for one that may only be read; never fails, and writes nothing."""
    try:
        with closing(connect(file, Access.RECOVER)) as connection:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("ROLLBACK")
    except sqlite3.Error as error:
        return code(error) == sqlite3.SQLITE_READONLY
    return False


@contextmanager
def alone(lock: Path) -> Iterator[None]:
    """Be the only one inside among all processes that use this (existing) lock file; raises sqlite3.Error."""
    # SQLite's own lock works wherever the scores can be kept, and the system drops it with the process.
    connection = _patiently(lambda: _locked(lock), PATIENCE)
    try:
        yield
    finally:
        connection.close()


def _locked(lock: Path) -> sqlite3.Connection:
    connection = connect(lock, Access.RECOVER)
    try:
        connection.execute("BEGIN EXCLUSIVE")
    except BaseException:
        connection.close()
        raise
    return connection
