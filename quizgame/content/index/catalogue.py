"""The derived index of all questions, an SQLite file that may be deleted any time; reads no content."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from quizgame.content.index import rows
from quizgame.content.index.indexing import Report, Wish, bring_up_to_date, is_current, plan
from quizgame.content.index.selection import Selection
from quizgame.content.placed import Placed
from quizgame.content.problems import Problem
from quizgame.quiz.bank import UnknownQuestion

T = TypeVar("T")

_WAIT_SECONDS = 10.0
_CHECKED_UP_TO = 4_000_000
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


class CacheUnusable(Exception):
    """The catalogue's file cannot be made or written; the message says why."""


UNUSABLE = (CacheUnusable, sqlite3.Error)
"""What tells that there is no catalogue to be had from a file."""


class CacheBusy(CacheUnusable):
    """Another process has been writing the catalogue for longer than we wait; later it will do."""


@dataclass(frozen=True, slots=True)
class PackInfo:
    """A pack as the catalogue lists it.

    `key` is its path inside its folder. `questions` counts those that can be played, or could be if the
    pack were not `off`. `held`: the file has more errors than before, and the questions are those before.
    """

    title: str
    file: str
    key: str
    questions: int
    errors: int = 0
    warnings: int = 0
    off: bool = False
    held: bool = False


@dataclass(frozen=True, slots=True)
class PackState:
    """A pack with what tells two of its versions apart, and its first error."""

    info: PackInfo
    version: str
    error: Problem | None


def open_catalogue(
    path: Path | None,
    folders: Sequence[Path],
    off: frozenset[str] = frozenset(),
    report: Report | None = None,
) -> Catalogue:
    """The up-to-date catalogue of these folders, in memory where the file (or None) cannot be used.

    Packs whose keys are `off` are listed, but none of their questions is played or in another's way.
    """
    wish = Wish(tuple(folders), off)
    if path is not None:
        try:
            refresh(path, wish, report)
            return Catalogue(path)
        except UNUSABLE:
            pass
    return in_memory(wish, report)


def in_memory(wish: Wish, report: Report | None = None) -> Catalogue:
    """A catalogue that leaves nothing on the disk."""
    db = _connect(":memory:")
    bring_up_to_date(db, wish, report)
    return Catalogue(db)


def refresh(path: Path, wish: Wish, report: Report | None = None) -> None:
    """Bring a catalogue up to date, making it where it is missing and anew where it is damaged.

    A catalogue that is open elsewhere keeps showing what it showed. Raises CacheUnusable and CacheBusy.
    """
    _mending(path, lambda db: bring_up_to_date(db, wish, report))


def work(path: Path, wish: Wish) -> int:
    """How much `refresh` would have to read, in bytes; raises as it does."""
    return _mending(path, lambda db: plan(db, wish).work)


def delete(path: Path) -> None:
    """Remove a catalogue and what SQLite keeps beside it."""
    for name in (path, *_beside(path)):
        name.unlink(missing_ok=True)


def _mending(path: Path, use: Callable[[sqlite3.Connection], T]) -> T:
    """Use a catalogue's file; a damaged one is thrown away and made anew."""
    try:
        with _opened(path) as db:
            return use(db)
    except OSError as error:
        raise CacheUnusable(str(error)) from error
    except sqlite3.DatabaseError as error:
        if _is_busy(error):
            raise CacheBusy(str(error)) from error
    try:
        delete(path)
        with _opened(path) as db:
            return use(db)
    except (sqlite3.Error, OSError) as error:
        raise CacheUnusable(str(error)) from error


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        # SQLite would play an old log into the new file.
        delete(path)
    db = _connect(str(path))
    try:
        _check(db, path)
        yield db
    finally:
        db.close()


def _is_busy(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _BUSY


def _beside(path: Path) -> tuple[Path, Path]:
    return path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")


def _connect(name: str) -> sqlite3.Connection:
    db = sqlite3.connect(name, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        # With a log readers keep their view while another connection writes; nothing here is worth a sync.
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = OFF")
    except sqlite3.Error:
        db.close()
        raise
    return db


def _check(db: sqlite3.Connection, path: Path) -> None:
    """Raise sqlite3.DatabaseError where a file is damaged; large ones are believed."""
    if path.stat().st_size <= _CHECKED_UP_TO:
        verdict = db.execute("PRAGMA quick_check(1)").fetchone()[0]
        if verdict != "ok":
            raise sqlite3.DatabaseError(verdict)


class Catalogue(Selection):
    """A bank of any size; it shows what the file held when it was opened, from whatever thread.

    It may be closed, and closes itself when nobody has it any more.
    """

    def __init__(self, source: Path | sqlite3.Connection) -> None:
        """Open a file that `refresh` has made; raises sqlite3.Error where it is none of this version's."""
        db = source if isinstance(source, sqlite3.Connection) else _connect(str(source))
        super().__init__(db, threading.Lock())
        try:
            db.execute("BEGIN")
            if not is_current(db):
                raise sqlite3.DatabaseError("this is no catalogue of this version of the game")
            ((self._fingerprint,),) = db.execute("SELECT value FROM meta WHERE name = 'fingerprint'")
            self._troubles = int(db.execute(_TROUBLES).fetchone()[0])
        except sqlite3.Error:
            db.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def __del__(self) -> None:
        if db := getattr(self, "_db", None):
            db.close()

    def close(self) -> None:
        """Let go of the file; nothing may be asked afterwards."""
        with self._lock:
            self._db.close()

    def only(self, file: str) -> Selection:
        """The questions of one pack, also of one that is off; none where there is no such pack."""
        return _Part(self, file)

    def placed(self, id: str) -> Placed:
        """The question of this id and where it stands, be its pack on or off; raises UnknownQuestion."""
        with self._lock:
            found = [placed for _, _, placed in rows.placed(self._db, "q.id = ?", id)]
        if not found:
            raise UnknownQuestion(id)
        return found[0]

    def problems(self) -> tuple[Problem, ...]:
        """Everything that was wrong in the files, pack by pack, then between packs."""
        with self._lock:
            return rows.problems(self._db)

    def some_problems(self, most: int) -> tuple[Problem, ...]:
        """At `most` so many problems of each pack, the errors first."""
        with self._lock:
            return rows.some_problems(self._db, most)

    def troubles(self) -> int:
        """How many problems there are, but for those of packs that are off."""
        return self._troubles

    def packs(self) -> tuple[PackInfo, ...]:
        """The packs in the order of their folders and names."""
        return tuple(state.info for state in self.states())

    def states(self) -> tuple[PackState, ...]:
        """The packs as they are now, to be compared with what they were."""
        with self._lock:
            columns = "number, title, path, name, playable, errors, warnings, off, held"
            found = self._db.execute(f"SELECT {columns} FROM units ORDER BY place").fetchall()
            hashes = dict(self._db.execute(_HASHES))
            errors = rows.first_errors(self._db)
        return tuple(
            PackState(_info(*about), hashes.get(number, ""), errors.get(number)) for number, *about in found
        )


def _info(
    title: str, file: str, key: str, questions: int, errors: int, warnings: int, off: int, held: int
) -> PackInfo:
    return PackInfo(title, file, key, questions, errors, warnings, bool(off), bool(held))


class _Part(Selection):
    """One pack of a catalogue, which stays open for it."""

    def __init__(self, whole: Catalogue, file: str) -> None:
        ((number,),) = whole._all("SELECT coalesce(max(number), 0) FROM units WHERE path = ?", file)
        super().__init__(whole._db, whole._lock, f"unit = {number} AND alone")
        self._whole = whole


_HASHES = (
    "SELECT unit, group_concat(sha256) FROM (SELECT unit, sha256 FROM files ORDER BY rowid) GROUP BY unit"
)
_TROUBLES = (
    "SELECT coalesce(sum(errors + warnings), 0)"
    f" + (SELECT count(*) FROM problems WHERE unit = {rows.NO_UNIT}) FROM units WHERE NOT off"
)
