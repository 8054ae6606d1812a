"""The runs that players have finished, kept for good; knows no rules and no screen."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from quizgame.quiz.run import Run
from quizgame.store import backups, database, rows, schema, tables
from quizgame.store.database import Work, plain_sqlite
from quizgame.store.errors import NotSaved, UnknownRun, plain
from quizgame.store.names import clean_name
from quizgame.store.paths import Places
from quizgame.store.settling import NOT_KEPT, settle
from quizgame.store.tables import ScoreRow

T = TypeVar("T")

# With these a second look at the file would tell nothing new, or would take long.
_PLAIN_REFUSALS = frozenset(
    {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM}
)


@dataclass(frozen=True, slots=True)
class SavedRun:
    """A run and its number in the score file."""

    run_id: int
    run: Run


class _WrongSchema(sqlite3.DatabaseError):
    """Another version of the game has had the file meanwhile."""


class Scores:
    """The score file. Between calls nothing is held open, so that other games may use it too."""

    def __init__(self, places: Places, now: Callable[[], datetime]) -> None:
        """Use `open`."""
        self._places = places
        self._now = now
        self._notices: list[str] = []
        self._settle(create=False)

    @classmethod
    def open(cls, places: Places, *, now: Callable[[], datetime] = datetime.now) -> Scores:
        """The scores of these places, mended where need be; never fails.

        `notices` says what there is to tell. Nothing is written where there is no score file yet.
        """
        return cls(places, now)

    @property
    def notices(self) -> tuple[str, ...]:
        """What the player should know, one sentence each."""
        return tuple(self._notices)

    @property
    def writable(self) -> bool:
        """Whether runs will be kept, as far as can be known without writing."""
        return self._settled.writable

    def add(self, run: Run) -> int:
        """Save a run; when this returns its number, the run is on disk. Raises NotSaved.

        A run that is there already keeps its number, so trying again is safe.
        """
        tidy = replace(run, player=clean_name(run.player))
        key = rows.key_of(tidy)
        run_id = self._write(lambda connection: rows.insert(connection, tidy, key))
        self._back_up()
        return run_id

    def rename(self, run_id: int, player: str) -> None:
        """Put another name to a run; raises NotSaved and UnknownRun."""
        name = clean_name(player)
        if not self._write(lambda connection: rows.change_player(connection, run_id, name)):
            raise UnknownRun(run_id)

    def table(self, mode: str, assist: str, limit: int = 100) -> list[ScoreRow]:
        """The best ranked runs of a mode, without the abandoned ones; empty where nothing can be read."""
        return self._read(lambda connection: tables.table(connection, mode, assist, limit), [])

    def place_of(self, run_id: int) -> int | None:
        """The place of a run in its table, from 1; None for an abandoned one, or one that is not there."""
        return self._read(lambda connection: tables.place_of(connection, run_id), None)

    def run(self, run_id: int) -> Run:
        """A whole run with its deal, log and answers; raises UnknownRun."""
        found = self._read(lambda connection: rows.fetch(connection, run_id), None)
        if found is None:
            raise UnknownRun(run_id)
        return found[1]

    def runs(self, mode: str | None = None) -> list[SavedRun]:
        """All runs, abandoned ones too, in the order they were saved; of one mode, if it is given."""
        return self._read(lambda connection: _all_runs(connection, mode), [])

    def _settle(self, *, create: bool) -> None:
        self._settled = settle(self._places, self._now(), create=create)
        for notice in self._settled.notices:
            self._note(notice)

    def _note(self, notice: str) -> None:
        if notice not in self._notices:
            self._notices.append(notice)

    def _write(self, work: Work[T]) -> T:
        if self._settled.writable:
            try:
                return self._attempt(work)
            except (sqlite3.Error, rows.BadRow) as error:
                if isinstance(error, sqlite3.Error) and database.code(error) in _PLAIN_REFUSALS:
                    raise _refused(error) from error
        # There is no file yet, or it was lost, damaged or replaced while the game ran.
        self._settle(create=True)
        if not self._settled.writable:
            raise NotSaved(self._settled.notices[-1])
        try:
            return self._attempt(work)
        except (sqlite3.Error, rows.BadRow) as error:
            raise _refused(error) from error

    def _attempt(self, work: Work[T]) -> T:
        def guarded(connection: sqlite3.Connection) -> T:
            if schema.version(connection) != len(schema.STEPS):
                raise _WrongSchema
            return work(connection)

        try:
            return database.write(self._places.scores, guarded)
        except (OverflowError, UnicodeEncodeError) as error:
            raise NotSaved("This run is not kept: it holds something that no file can hold.") from error

    def _read(self, work: Work[T], otherwise: T) -> T:
        try:
            return database.read(self._places.scores, work)
        except (sqlite3.Error, ValueError):
            self._settle(create=False)
        if not self._settled.readable:
            return otherwise
        try:
            return database.read(self._places.scores, work)
        except (sqlite3.Error, ValueError) as error:
            self._note(f"The scores cannot be read: {_words(error)}.")
            return otherwise

    def _back_up(self) -> None:
        """The day's first run makes the day's backup; a run is no less saved where that fails."""
        try:
            good = backups.make_backup(self._places.scores, self._places.backups, self._now().date())
        except OSError as error:
            self._note(f"The scores have no backup of today: {plain(error)}.")
        except sqlite3.Error as error:
            self._note(f"The scores have no backup of today: {plain_sqlite(error)}.")
        else:
            if not good:
                self._settle(create=False)


def _all_runs(connection: sqlite3.Connection, mode: str | None) -> list[SavedRun]:
    ask = "SELECT id FROM runs WHERE mode = ? OR ? IS NULL ORDER BY id"
    ids = connection.execute(ask, (mode, mode)).fetchall()
    found = ((run_id, rows.fetch(connection, run_id)) for (run_id,) in ids)
    return [SavedRun(run_id, entry[1]) for run_id, entry in found if entry is not None]


def _words(error: sqlite3.Error | ValueError) -> str:
    return plain_sqlite(error) if isinstance(error, sqlite3.Error) else "the score file is damaged"


def _refused(error: sqlite3.Error | rows.BadRow) -> NotSaved:
    return NotSaved(f"{NOT_KEPT}: {_words(error)}.")
