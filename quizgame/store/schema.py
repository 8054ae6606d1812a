"""The tables of the score file and the steps from each older form to the next; knows no file and no run.

`runs` has a row for each player of each finished session. `key` names the run itself: it is made from the
run's content when it is first saved, so the same run brought in twice stays one row, and a new player name
leaves it as it is. `seal` is a checksum of the row and its answers: an edit by hand, or damage that SQLite
cannot see, shows there; `told` is 1 once the player knows of it. `moment` is `finished` in seconds since
1970 (UTC), for sorting across time zones, and `folded` is `player` without case and blanks. `brought` is 1
for a run of another machine. `take` is in dollars, `played_ms` in milliseconds; `deal` and `log` are JSON.
`answers` has a row for each question.

`seen` has a row for each question that a player (a folded name) was dealt; the last one has the highest
`number` of all.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from quizgame.store.names import fold

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


_SEEN = """
CREATE TABLE seen (
    player TEXT NOT NULL,
    question TEXT NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (player, question)
) WITHOUT ROWID
"""

# A table is the best three runs of each name: the index leads from name to name. All that a table may
# ask of a run stands in it, so that not a single row need be read. `substr` is the local date.
_STANDINGS = """
CREATE INDEX runs_standings ON runs (
    mode, assist, folded, take DESC, correct DESC, played_ms, moment, id, bank, substr(started, 1, 10)
) WHERE ended <> 'abandoned'
"""

_SEATS_AND_SEEN = (
    "ALTER TABLE runs ADD COLUMN seat INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE runs ADD COLUMN folded TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE runs ADD COLUMN brought INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE runs ADD COLUMN told INTEGER NOT NULL DEFAULT 0",
    "DROP INDEX IF EXISTS runs_ranking",
    _STANDINGS,
    "CREATE INDEX runs_attempts ON runs (mode, seed, bank, id)",
    "CREATE INDEX runs_of_a_player ON runs (folded, moment)",
    _SEEN,
    "CREATE INDEX seen_order ON seen (number)",
)


def _from_nothing(connection: sqlite3.Connection) -> None:
    for statement in (_RUNS, _ANSWERS, _RANKING):
        connection.execute(statement)


def _several_players(connection: sqlite3.Connection) -> None:
    for statement in _SEATS_AND_SEEN:
        connection.execute(statement)
    for run_id, player in connection.execute("SELECT id, player FROM runs").fetchall():
        connection.execute("UPDATE runs SET folded = ? WHERE id = ?", (fold(player), run_id))


# STEPS[n] leads from schema n to n + 1; schema 0 is an empty file.
STEPS: tuple[Step, ...] = (_from_nothing, _several_players)


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
