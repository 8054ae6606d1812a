"""What earlier runs tell of a player or a day; knows no rules and no screen."""

from __future__ import annotations

import sqlite3

from quizgame.quiz.modes import THE_DAILY_JOB
from quizgame.store import rows
from quizgame.store.rows import SavedRun

# Some ten thousand answers: what was missed before them is forgotten, by the player too.
LATEST_RUNS = 500

_ANSWERS = """
SELECT question, is_right FROM answers
JOIN (SELECT id, moment FROM runs WHERE folded = ? ORDER BY moment DESC, id DESC LIMIT ?) AS latest
ON run_id = latest.id ORDER BY latest.moment, latest.id, number
"""
_ATTEMPT = """
SELECT id FROM runs WHERE mode = ? AND seed = ? AND bank = ? AND (brought = 0 OR folded = ?)
ORDER BY moment, key LIMIT 1
"""
_LATEST_JOB = "SELECT max(seed) FROM runs WHERE mode = ? AND brought = 0"


def missed(connection: sqlite3.Connection, folded: str) -> tuple[str, ...]:
    """Questions that the player did not have right when last asked, the latest miss first."""
    last: dict[str, int] = {}
    for question, is_right in connection.execute(_ANSWERS, (folded, LATEST_RUNS)):
        last.pop(question, None)
        last[question] = is_right
    return tuple(question for question, is_right in reversed(last.items()) if not is_right)


def daily(connection: sqlite3.Connection, seed: str, bank: str, folded: str) -> SavedRun | None:
    """The one attempt at a day's job that counts: the first on this machine, or of this player elsewhere."""
    found = connection.execute(_ATTEMPT, (THE_DAILY_JOB.id, seed, bank, folded)).fetchone()
    return None if found is None else rows.fetch(connection, found[0])


def latest_job(connection: sqlite3.Connection) -> str:
    """The seed of the latest day's job that was played on this machine, whenever that was; "" for none."""
    found = connection.execute(_LATEST_JOB, (THE_DAILY_JOB.id,)).fetchone()[0]
    return found if isinstance(found, str) else ""
