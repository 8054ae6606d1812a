"""When each player was last dealt a question, so that none comes back too soon; knows no deal and no bank."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from datetime import datetime

from quizgame.store.errors import NotSaved
from quizgame.store.names import clean_name, fold
from quizgame.store.paths import Places
from quizgame.store.scorefile import ScoreFile

# Of all players together; the ones dealt longest ago are forgotten first. Two thousand games' worth.
MOST = 50_000
# Nobody waits for this: about a second, where another game keeps the file to itself.
PATIENCE = 5

_SEEN = """
SELECT question, max(number) FROM seen WHERE player IN (?, '') AND typeof(number) = 'integer'
GROUP BY question
"""
_NEXT = "SELECT coalesce(max(number), 0) + 1 FROM seen"
_MARK = "INSERT OR REPLACE INTO seen (player, question, number) VALUES (?, ?, ?)"
_FORGET = "DELETE FROM seen WHERE number <= (SELECT number FROM seen ORDER BY number DESC LIMIT 1 OFFSET ?)"


class Seen:
    """What was dealt to whom, in the score file. Names differ by more than case and blanks."""

    def __init__(self, file: ScoreFile) -> None:
        self._file = file

    @classmethod
    def open(cls, places: Places, *, now: Callable[[], datetime] = datetime.now) -> Seen:
        """What these places keep; never fails and makes nothing."""
        return cls(ScoreFile(places, now))

    @property
    def notices(self) -> tuple[str, ...]:
        """What the player should know, one sentence each."""
        return self._file.notices

    def seen(self, player: str) -> dict[str, int]:
        """The questions that a player was dealt, the later the higher; empty where nothing can be read.

        What was dealt before anybody gave a name counts for everybody.
        """
        folded = fold(clean_name(player))
        return self._file.read(lambda connection: dict(connection.execute(_SEEN, (folded,)).fetchall()), {})

    def mark(self, player: str, ids: Iterable[str]) -> None:
        """Keep that these questions were dealt just now, in this order; what fails becomes a notice."""
        folded, dealt = fold(clean_name(player)), tuple(ids)

        def work(connection: sqlite3.Connection) -> None:
            first = connection.execute(_NEXT).fetchone()[0]
            marks = ((folded, question, number) for number, question in enumerate(dealt, start=first))
            connection.executemany(_MARK, marks)
            connection.execute(_FORGET, (MOST,))

        if not dealt:
            return
        try:
            self._file.write(work, PATIENCE)
        except NotSaved as error:
            self._file.note(error.reason)
            self._file.note("Questions may come back sooner than they should.")
