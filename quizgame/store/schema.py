"""The tables of the score file and the steps from each older form to the next; knows no file and no run.

`runs` has a row for each finished session. `key` names the run itself: it is made from the run's
content when it is first saved, so the same run brought in twice stays one row, and a new player name
leaves it as it is. `seal` is a checksum of the row and its answers: damage that SQLite cannot see shows
there. `moment` is `finished` in seconds since 1970 (UTC), for sorting across time zones. `take` is in
dollars, `played_ms` in milliseconds; `deal` and `log` are JSON. `answers` has a row for each question.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

# A step takes the tables from one form to the next. It runs inside a transaction, so it must use
# `execute` only (`executescript` commits), and once released it is never changed again.
Step = Callable[[sqlite3.Connection], None]

_Shape = dict[str, tuple[tuple[object, ...], ...]]

# A number beyond this is no schema of a later version but a damaged header.
HIGHEST_PLAUSIBLE = 999

_RUNS = """
CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    seal TEXT NOT NULL,
    moment INTEGER NOT NULL,
    player TEXT NOT NULL,
    mode TEXT NOT NULL,
    assist TEXT NOT NULL,
    game TEXT NOT NULL,
    rules INTEGER NOT NULL,
    bank TEXT NOT NULL,
    seed TEXT NOT NULL,
    started TEXT NOT NULL,
    finished TEXT NOT NULL,
    ended TEXT NOT NULL,
    take INTEGER NOT NULL,
    correct INTEGER NOT NULL,
    asked INTEGER NOT NULL,
    played_ms INTEGER NOT NULL,
    deal TEXT NOT NULL,
    log TEXT NOT NULL
)
"""

_ANSWERS = """
CREATE TABLE answers (
    run_id INTEGER NOT NULL REFERENCES runs (id),
    number INTEGER NOT NULL,
    question TEXT NOT NULL,
    topic TEXT NOT NULL,
    level INTEGER NOT NULL,
    given TEXT NOT NULL,
    is_right INTEGER NOT NULL,
    took_ms INTEGER NOT NULL,
    PRIMARY KEY (run_id, number)
) WITHOUT ROWID
"""

_RANKING = """
CREATE INDEX runs_ranking ON runs (mode, assist, take DESC, correct DESC, played_ms, moment, id)
"""


def _from_nothing(connection: sqlite3.Connection) -> None:
    for statement in (_RUNS, _ANSWERS, _RANKING):
        connection.execute(statement)


# STEPS[n] leads from schema n to n + 1; schema 0 is an empty file.
STEPS: tuple[Step, ...] = (_from_nothing,)


def version(connection: sqlite3.Connection) -> int:
    """The schema number written in the file, 0 in an empty one."""
    number: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return number


def upgrade(connection: sqlite3.Connection, steps: Sequence[Step] = STEPS) -> None:
    """Take the tables to the newest schema, inside the caller's transaction."""
    for number in range(version(connection), len(steps)):
        steps[number](connection)
        connection.execute(f"PRAGMA user_version = {number + 1}")


def fits(connection: sqlite3.Connection, steps: Sequence[Step] = STEPS) -> bool:
    """Whether the tables are those of the newest schema, with nothing that acts on its own beside them.

    What else a curious player has added, a view perhaps, does no harm.
    """
    triggers = connection.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone()[0]
    return triggers == 0 and _expected(steps).items() <= _shape(connection).items()


def _expected(steps: Sequence[Step]) -> _Shape:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        upgrade(connection, steps)
        return _shape(connection)
    finally:
        connection.close()


def _shape(connection: sqlite3.Connection) -> _Shape:
    """Every table with its columns."""
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    ask = "SELECT * FROM pragma_table_info(?)"
    return {name: tuple(connection.execute(ask, (name,)).fetchall()) for (name,) in names}
