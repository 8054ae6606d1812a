"""High-score tables as views of the saved runs; knows how runs are ranked, not how they are saved."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from quizgame.quiz.run import Ending
from quizgame.store.names import clean_name

# Everything that can be equal is followed by something that decides: a table never shuffles its rows.
_ORDER = "take DESC, correct DESC, played_ms, moment, id"
_BETTER = """
(better.take, better.correct, -better.played_ms, -better.moment, -better.id)
    > (mine.take, mine.correct, -mine.played_ms, -mine.moment, -mine.id)
"""
_RANKED = f"ended <> '{Ending.ABANDONED}'"

_TABLE = f"""
SELECT id, player, take, correct, asked, played_ms, finished, ended FROM runs
WHERE mode = ? AND assist = ? AND {_RANKED} ORDER BY {_ORDER} LIMIT ?
"""
_PLACE = f"""
SELECT (
    SELECT 1 + count(*) FROM runs AS better
    WHERE better.mode = mine.mode AND better.assist = mine.assist AND better.{_RANKED} AND {_BETTER}
) FROM runs AS mine WHERE mine.id = ? AND mine.{_RANKED}
"""


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A line of a table: `place` counts from 1, `take` is in dollars, `played_ms` in milliseconds."""

    place: int
    run_id: int
    player: str
    take: int
    correct: int
    asked: int
    played_ms: int
    finished: str
    ended: Ending


def table(connection: sqlite3.Connection, mode: str, assist: str, limit: int) -> list[ScoreRow]:
    """The best runs of a mode: by take, then right answers, then less time, then the earlier date."""
    found = connection.execute(_TABLE, (mode, assist, max(0, limit))).fetchall()
    return [_row(place, *values) for place, values in enumerate(found, start=1)]


def place_of(connection: sqlite3.Connection, run_id: int) -> int | None:
    """The place of a run in its own table; None for one that is not ranked, or not there."""
    found = connection.execute(_PLACE, (run_id,)).fetchone()
    return None if found is None else int(found[0])


def _row(
    place: int,
    run_id: int,
    player: str,
    take: int,
    correct: int,
    asked: int,
    played_ms: int,
    finished: str,
    ended: str,
) -> ScoreRow:
    return ScoreRow(
        place, run_id, clean_name(player), take, correct, asked, played_ms, finished, Ending(ended)
    )
