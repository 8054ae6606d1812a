"""The one score file while a game uses it: reading, writing, and a word to the player; knows no table."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from quizgame.store import backups, database, known, rows, schema
from quizgame.store.database import Work, plain_sqlite
from quizgame.store.errors import NotSaved, plain
from quizgame.store.paths import Places
from quizgame.store.settling import NOT_KEPT, settle

T = TypeVar("T")

# With these a second look at the file would tell nothing new, or would take long.
_PLAIN_REFUSALS = frozenset(
    {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM}
)


class _WrongSchema(sqlite3.DatabaseError):
    """Another version of the game has had the file meanwhile."""


class ScoreFile:
    """Between calls nothing is held open, so that other games may use the file too."""

    def __init__(self, places: Places, now: Callable[[], datetime]) -> None:
        """Mend the file where need be; never fails. Nothing is written where there is none yet."""
        self._places = places
        self._now = now
        self._notices: list[str] = []
        self._settle(create=False, trusting=True)

    @property
    def notices(self) -> tuple[str, ...]:
        """What the player should know, one sentence each."""
        return tuple(self._notices)

    @property
    def writable(self) -> bool:
        """Whether anything will be kept, as far as can be known without writing."""
        return self._settled.writable

    def note(self, notice: str) -> None:
        """Keep a sentence for the player, once."""
        if notice not in self._notices:
            self._notices.append(notice)

    def write(self, work: Work[T], patience: int | None = None) -> T:
        """Have `work` done as a whole and on disk, or not at all; raises NotSaved.

        `work` may be called again, at most `patience` times, while other games are busy with the file.
        """
        if self._settled.writable:
            try:
                return self._attempt(work, patience)
            except (sqlite3.Error, rows.BadRow) as error:
                if isinstance(error, sqlite3.Error) and database.code(error) in _PLAIN_REFUSALS:
                    raise _refused(error) from error
        # There is no file yet, or it was lost, damaged or replaced while the game ran.
        self._settle(create=True)
        if not self._settled.writable:
            raise NotSaved(self._settled.notices[-1])
        try:
            return self._attempt(work, patience)
        except (sqlite3.Error, rows.BadRow) as error:
            raise _refused(error) from error

    def read(self, work: Work[T], otherwise: T) -> T:
        """What `work` finds in one consistent view, `otherwise` where nothing can be read; never fails."""
        try:
            return database.read(self._places.scores, work)
        except (sqlite3.Error, ValueError):
            self._settle(create=False)
        if not self._settled.readable:
            return otherwise
        try:
            return database.read(self._places.scores, work)
        except (sqlite3.Error, ValueError) as error:
            self.note(f"The scores cannot be read: {_words(error)}.")
            return otherwise

    def back_up(self) -> None:
        """Make the backup of the day, if it has none; what is saved is no less saved where that fails."""
        try:
            good = backups.make_backup(self._places.scores, self._places.backups, self._now().date())
        except OSError as error:
            self.note(f"The scores have no backup of today: {plain(error)}.")
        except sqlite3.Error as error:
            self.note(f"The scores have no backup of today: {plain_sqlite(error)}.")
        else:
            if not good:
                self._settle(create=False)

    def _settle(self, *, create: bool, trusting: bool = False) -> None:
        self._settled = settle(self._places, self._now(), create=create, trusting=trusting)
        for notice in self._settled.notices:
            self.note(notice)

    def _attempt(self, work: Work[T], patience: int | None) -> T:
        was_known = False

        def guarded(connection: sqlite3.Connection) -> T:
            nonlocal was_known
            if schema.version(connection) != len(schema.STEPS):
                raise _WrongSchema
            was_known = known.is_known(self._places)
            return work(connection)

        try:
            result = database.write(self._places.scores, guarded, patience)
            if was_known:  # what we have written ourselves need not be looked at
                known.remember(self._places, known.stamp(self._places.scores))
            return result
        except (OverflowError, UnicodeEncodeError) as error:
            raise NotSaved("This is not kept: it holds something that no file can hold.") from error


def _words(error: sqlite3.Error | ValueError) -> str:
    return plain_sqlite(error) if isinstance(error, sqlite3.Error) else "the score file is damaged"


def _refused(error: sqlite3.Error | rows.BadRow) -> NotSaved:
    return NotSaved(f"{NOT_KEPT}: {_words(error)}.")
