"""High-score tables as views of the saved runs; knows how runs are ranked, not how they are saved."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from quizgame.quiz.modes import MODES, THE_SCORE, Mode
from quizgame.quiz.run import Ending
from quizgame.store import rows
from quizgame.store.names import clean_name
from quizgame.store.rows import SavedRun

PER_NAME = 3

# Everything that can be equal is followed by something that decides, and on every machine in the same way.
_ORDER = "take DESC, correct DESC, played_ms, moment, key"
_SCOPE = f"mode = :mode AND assist = :assist AND ended <> '{Ending.ABANDONED}'"
# What was kept of an attempt when it began, and brought here before its end, is the same attempt.
_FIRST_ATTEMPT = """NOT EXISTS (
    SELECT 1 FROM runs AS other WHERE other.mode = runs.mode AND other.seed = runs.seed
    AND other.bank = runs.bank AND other.started <> runs.started
    AND (other.moment, other.key) < (runs.moment, runs.key)
    AND (other.folded = runs.folded OR (other.brought = 0 AND runs.brought = 0))
)"""
_RANKED = "-take, -correct, played_ms, moment, key, id, folded"

# From name to name, and of each the best: however many runs there are, only those are read.
_STANDINGS = f"""
WITH RECURSIVE names (name) AS (
    SELECT min(folded) FROM runs WHERE {_SCOPE}
    UNION ALL
    SELECT (SELECT min(folded) FROM runs WHERE {_SCOPE} AND folded > names.name)
    FROM names WHERE names.name IS NOT NULL
)
SELECT {_RANKED} FROM names CROSS JOIN runs WHERE runs.id IN (
    SELECT id FROM runs WHERE {{shown}} AND folded = names.name ORDER BY {_ORDER} LIMIT {PER_NAME}
) ORDER BY {_ORDER}
"""


class Period(StrEnum):
    """Which days' runs a table shows; weeks begin on Monday."""

    TODAY = "today"
    WEEK = "this week"
    MONTH = "this month"
    EVER = "ever"


@dataclass(frozen=True, slots=True)
class Board:
    """A table: of a mode and its assistance, of one bank (a fingerprint) or all, of a period round `today`.

    The day of a run is the player's own: the local date at which it was started, wherever that was.
    Raises ValueError where a period lacks its day.
    """

    mode: str
    assist: str = ""
    bank: str | None = None
    period: Period = Period.EVER
    today: date | None = None

    def __post_init__(self) -> None:
        if self.today is None and self.period is not Period.EVER:
            raise ValueError(f"{self.period!r} of which day?")

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day of the period, None for all days."""
        if self.today is None or self.period is Period.EVER:
            return None
        if self.period is Period.TODAY:
            return self.today, self.today
        if self.period is Period.WEEK:
            monday = self.today - timedelta(days=self.today.weekday())
            return monday, monday + timedelta(days=6)
        return self.today.replace(day=1), self.today.replace(
            day=monthrange(self.today.year, self.today.month)[1]
        )


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """A line of a table.

    `place` counts from 1 and is 0 for a line that is not on the table; `take` is in dollars, `played_ms` in
    milliseconds; `started` and `finished` are local dates and times (ISO 8601). A run that is not `sealed` is
    no longer as the game wrote it.
    """

    place: int
    run_id: int
    player: str
    take: int
    correct: int
    asked: int
    played_ms: int
    finished: str
    ended: Ending
    started: str
    key: str
    sealed: bool


@dataclass(frozen=True, slots=True)
class Around:
    """A run among its neighbours.

    `rows` has `mine` in the midst. Where three better runs of the same name keep it off the table, they are
    `hidden_by`. `best` is the best run of that name on this table that was saved before, if there is one.
    """

    rows: tuple[ScoreRow, ...]
    mine: ScoreRow
    hidden_by: tuple[ScoreRow, ...]
    best: ScoreRow | None
    beaten: bool  # whether `mine` ranks before `best`, or there is none


class _Rank(NamedTuple):
    """What decides the order, the best first, and whose run it is."""

    take: int
    correct: int
    played_ms: int
    moment: int
    key: str
    run_id: int
    folded: str


def table(connection: sqlite3.Connection, board: Board, limit: int) -> list[ScoreRow]:
    """The best runs, three of a name at most: by take, right answers, less time, then the earlier date."""
    found = _standings(connection, board)[: max(0, limit)]
    return list(_rows(connection, enumerate(found, start=1)))


def place_of(connection: sqlite3.Connection, board: Board, run_id: int) -> int | None:
    """The place of a run, from 1; None for one that is not on the table."""
    ids = [rank.run_id for rank in _standings(connection, board)]
    return ids.index(run_id) + 1 if run_id in ids else None


def around(connection: sqlite3.Connection, board: Board, run_id: int, reach: int) -> Around | None:
    """A run with `reach` lines above and below it; None where it can have no place on this table."""
    mine = _one(connection, board, f"id = {run_id:d}")
    if mine is None:
        return None
    standings = _standings(connection, board)
    at = bisect_left(standings, mine)
    hidden = mine not in standings[at : at + 1]
    above = list(enumerate(standings[:at], start=1))[-reach:] if reach else []
    below = list(enumerate(standings[at + (not hidden) :], start=at + 1 + (not hidden)))[:reach]
    same = [(place, rank) for place, rank in enumerate(standings, start=1) if rank.folded == mine.folded]
    best = _one(connection, board, f"id < {run_id:d} AND folded = :folded", mine.folded)
    own = (0 if hidden else at + 1, mine)
    [row] = _rows(connection, [own])
    places = {rank: place for place, rank in same}
    return Around(
        rows=(*_rows(connection, above), row, *_rows(connection, below)),
        mine=row,
        hidden_by=tuple(_rows(connection, same)) if hidden else (),
        best=next(_rows(connection, [(places.get(best, 0), best)])) if best else None,
        beaten=best is None or mine < best,
    )


def _standings(connection: sqlite3.Connection, board: Board) -> list[_Rank]:
    """Every line of the table, in order."""
    if not _mode(board).ranked:
        return []
    found = connection.execute(_STANDINGS.format(shown=_shown(board)), _values(board))
    return [_Rank(*values) for values in found]


def _one(connection: sqlite3.Connection, board: Board, condition: str, folded: str = "") -> _Rank | None:
    """The best run of those that the table may show and that fit a condition."""
    if not _mode(board).ranked:
        return None
    ask = f"SELECT {_RANKED} FROM runs WHERE {_shown(board)} AND {condition} ORDER BY {_ORDER} LIMIT 1"
    found = connection.execute(ask, _values(board) | {"folded": folded}).fetchone()
    return _Rank(*found) if found else None


def _mode(board: Board) -> Mode:
    return MODES.get(board.mode, THE_SCORE)


def _shown(board: Board) -> str:
    """Which runs the table is of, in SQL."""
    parts = [_SCOPE]
    if board.bank is not None:
        parts.append("bank = :bank")
    if board.days:
        parts.append("substr(started, 1, 10) BETWEEN :first AND :last")
    if _mode(board).dated:
        parts.append(_FIRST_ATTEMPT)
    return " AND ".join(parts)


def _values(board: Board) -> dict[str, object]:
    first, last = board.days or (date.min, date.max)
    period = {"first": first.isoformat(), "last": last.isoformat()}
    return {"mode": board.mode, "assist": board.assist, "bank": board.bank, **period}


def _rows(connection: sqlite3.Connection, places: Iterable[tuple[int, _Rank]]) -> Iterator[ScoreRow]:
    lines = tuple(places)
    ids = ", ".join(str(rank.run_id) for _, rank in lines)
    saved = {saved.run_id: saved for saved in rows.every(connection, f"id IN ({ids})")}
    return (_row(place, saved[rank.run_id]) for place, rank in lines)


def _row(place: int, saved: SavedRun) -> ScoreRow:
    run = saved.run
    return ScoreRow(
        place=place,
        run_id=saved.run_id,
        player=clean_name(run.player),
        take=run.take,
        correct=run.correct,
        asked=run.asked,
        played_ms=run.played_ms,
        finished=run.finished,
        ended=run.ended,
        started=run.started,
        key=saved.key,
        sealed=saved.sealed,
    )
