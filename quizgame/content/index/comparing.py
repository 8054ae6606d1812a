"""Settles which questions of a catalogue are played, and counts them; reads no file.

Only questions that share their words or their id with another can be in each other's way. The database
finds those; the comparison itself is the one of `across`, so a catalogue and a library always agree.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence

from quizgame.content.index import rows
from quizgame.content.placed import Placed
from quizgame.content.problems import Problem
from quizgame.quiz.bank import fingerprint

_SHARED = "SELECT {0} FROM questions GROUP BY {0} HAVING count(*) > 1"
_ALIKE = " UNION ".join(
    f"SELECT number FROM questions WHERE {key} IN ({_SHARED.format(key)})" for key in ("words", "id")
)
_OFF = "SELECT number FROM units WHERE off"
_COUNT_QUESTIONS = (
    "SELECT count(*) FROM questions AS q"
    " WHERE q.unit = units.number AND CASE WHEN units.off THEN q.alone ELSE q.played END"
)
_COUNT_PROBLEMS = "SELECT count(*) FROM problems AS p WHERE p.unit = units.number AND p.severity = "

Alike = list[tuple[int, int, Placed]]


def compare(db: sqlite3.Connection, problems: Sequence[Problem]) -> None:
    """Compare the questions of all units that are on, and those of one that is off among themselves.

    `problems` are those of the folders, to be told beside those between units.
    """
    db.execute("DELETE FROM problems WHERE across")
    rows.add_problems(db, rows.NO_UNIT, problems, across=True)
    left_out: set[int] = set()
    for group, is_on in _groups(db):
        barred = _bar(db, group)
        left_out |= barred if is_on else set()
    _play(db, left_out)
    _count(db)
    digests = (
        digest for (digest,) in db.execute("SELECT digest FROM questions WHERE played ORDER BY digest")
    )
    db.execute("INSERT OR REPLACE INTO meta VALUES ('fingerprint', ?)", (fingerprint(digests),))


def _groups(db: sqlite3.Connection) -> Iterable[tuple[Alike, bool]]:
    """Questions that may be in each other's way: those that are on, and each unit's that are off."""
    off = {number for (number,) in db.execute(_OFF)}
    groups: defaultdict[int, Alike] = defaultdict(list)
    for found in rows.placed(db, f"q.number IN ({_ALIKE})"):
        unit = found[1]
        groups[unit if unit in off else rows.NO_UNIT].append(found)
    return [(group, unit == rows.NO_UNIT) for unit, group in groups.items()]


def _bar(db: sqlite3.Connection, group: Alike) -> set[int]:
    """The questions that earlier ones bar; what is wrong with them is stored with their units."""
    # Imported here: it brings half of the reader with it, and most often nothing is alike.
    from quizgame.content.checks.across import check_across

    barred, problems = check_across([placed for _, _, placed in group])
    for position, problem in zip(sorted(barred), problems, strict=True):
        rows.add_problems(db, group[position][1], [problem], across=True)
    return {group[position][0] for position in barred}


def _play(db: sqlite3.Connection, left_out: set[int]) -> None:
    """Note which questions are played, touching only those that were not so before."""
    db.execute(f"UPDATE questions SET played = 0 WHERE unit IN ({_OFF}) AND played")
    idle = f"SELECT number FROM questions WHERE NOT played AND unit IN ({_OFF.replace('WHERE', 'WHERE NOT')})"
    before = {number for (number,) in db.execute(idle)}
    changes = [(1, number) for number in before - left_out] + [(0, number) for number in left_out - before]
    db.executemany("UPDATE questions SET played = ? WHERE number = ?", changes)


def _count(db: sqlite3.Connection) -> None:
    db.execute(
        f"UPDATE units SET playable = ({_COUNT_QUESTIONS}), errors = ({_COUNT_PROBLEMS} 'error'),"
        f" warnings = ({_COUNT_PROBLEMS} 'warning')"
    )
