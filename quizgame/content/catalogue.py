"""The derived index of all questions, an SQLite file that may be deleted any time; reads no content."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from quizgame.content import catalogue_rows as rows
from quizgame.content.indexing import bring_up_to_date
from quizgame.content.problems import Problem
from quizgame.quiz.bank import Entry, UnknownQuestion, Want
from quizgame.quiz.question import Question

_WAIT_SECONDS = 10.0
_CHECKED_UP_TO = 4_000_000


class CacheUnusable(Exception):
    """The catalogue's file cannot be made or written; the message says why."""


@dataclass(frozen=True, slots=True)
class PackInfo:
    """A pack as the catalogue lists it; `questions` counts those that can be played."""

    title: str
    file: str
    questions: int


def open_catalogue(path: Path | None, folders: Sequence[Path]) -> Catalogue:
    """The up-to-date catalogue of these folders, in memory where the file (or None) cannot be used."""
    if path is not None:
        try:
            refresh(path, folders)
            return Catalogue(path)
        except (CacheUnusable, sqlite3.Error):
            pass
    db = _connect(":memory:")
    bring_up_to_date(db, folders)
    return Catalogue(db)


def refresh(path: Path, folders: Sequence[Path]) -> None:
    """Bring a catalogue up to date, making it where it is missing and anew where it is damaged.

    A catalogue that is open elsewhere keeps showing what it showed. Raises CacheUnusable.
    """
    try:
        _refresh(path, folders)
    except sqlite3.DatabaseError:
        try:
            delete(path)
            _refresh(path, folders)
        except (sqlite3.Error, OSError) as error:
            raise CacheUnusable(str(error)) from error
    except OSError as error:
        raise CacheUnusable(str(error)) from error


def delete(path: Path) -> None:
    """Remove a catalogue and what SQLite keeps beside it."""
    for name in (path, *_beside(path)):
        name.unlink(missing_ok=True)


def _refresh(path: Path, folders: Sequence[Path]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        # SQLite would play an old log into the new file.
        delete(path)
    db = _connect(str(path))
    try:
        _check(db, path)
        bring_up_to_date(db, folders)
    finally:
        db.close()


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


class Catalogue:
    """A bank of any size; it shows what the file held when it was opened, from whatever thread."""

    def __init__(self, source: Path | sqlite3.Connection) -> None:
        """Open a file that `refresh` has made; raises sqlite3.Error where it is none."""
        self._db = source if isinstance(source, sqlite3.Connection) else _connect(str(source))
        self._lock = threading.Lock()
        self._entries: dict[Want, tuple[Entry, ...]] = {}
        try:
            self._db.execute("BEGIN")
            row = self._one("SELECT value FROM meta WHERE name = 'fingerprint'")
        except sqlite3.Error:
            self._db.close()
            raise
        self._fingerprint = "" if row is None else str(row[0])

    def __enter__(self) -> Catalogue:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; nothing may be asked afterwards."""
        with self._lock:
            self._db.close()

    @property
    def fingerprint(self) -> str:
        """The same for two banks exactly when their questions are the same."""
        return self._fingerprint

    def topics(self) -> tuple[str, ...]:
        """The topics that have questions, in alphabetical order."""
        found = self._all("SELECT DISTINCT topic FROM questions WHERE played ORDER BY topic")
        return tuple(str(row[0]) for row in found)

    def count(self, want: Want) -> int:
        """How many questions fit."""
        condition, values = _condition(want)
        row = self._one(f"SELECT count(*) FROM questions WHERE {condition}", *values)
        return 0 if row is None else int(str(row[0]))

    def entries(self, want: Want) -> Sequence[Entry]:
        """The questions that fit, ordered by id."""
        if want not in self._entries:
            condition, values = _condition(want)
            found = self._all(f"SELECT id, fact FROM questions WHERE {condition} ORDER BY id", *values)
            self._entries[want] = tuple(Entry(str(id), str(fact)) for id, fact in found)
        return self._entries[want]

    def question(self, id: str) -> Question:
        """The question of this id; raises UnknownQuestion."""
        row = self._one("SELECT body FROM questions WHERE id = ? AND played", id)
        if row is None:
            raise UnknownQuestion(id)
        return rows.question(id, str(row[0]))

    def problems(self) -> tuple[Problem, ...]:
        """Everything that was wrong in the files, pack by pack, then between packs."""
        with self._lock:
            return rows.problems(self._db)

    def packs(self) -> tuple[PackInfo, ...]:
        """The packs in the order of their folders and names."""
        found = self._all(
            "SELECT title, path, (SELECT count(*) FROM questions WHERE unit = path AND played)"
            " FROM units ORDER BY place"
        )
        return tuple(PackInfo(str(title), str(path), int(str(count))) for title, path, count in found)

    def _all(self, query: str, *values: str | int) -> list[tuple[object, ...]]:
        with self._lock:
            return self._db.execute(query, values).fetchall()

    def _one(self, query: str, *values: str | int) -> tuple[object, ...] | None:
        with self._lock:
            found: tuple[object, ...] | None = self._db.execute(query, values).fetchone()
            return found


def _condition(want: Want) -> tuple[str, tuple[str | int, ...]]:
    wanted: dict[str, str | int | None] = {
        "topic": want.topic,
        "level": want.level,
        "kind": None if want.kind is None else want.kind.value,
    }
    asked = {name: value for name, value in wanted.items() if value is not None}
    parts = ["played", *(f"{name} = ?" for name in asked), *([] if want.spoilers else ["NOT spoiler"])]
    return " AND ".join(parts), tuple(asked.values())
