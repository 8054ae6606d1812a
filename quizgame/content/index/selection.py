"""A bank of those questions in a catalogue that fit a condition; knows neither files nor packs."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Sequence

from quizgame.content.index import rows
from quizgame.quiz.bank import Entry, UnknownQuestion, Want, fingerprint
from quizgame.quiz.question import Question

PLAYED = "played"
"""The questions of all packs that are on; the database keeps an index for just this condition."""

_BETWEEN = "\x1f"
"""Stands between ids and between facts, which contain no control characters.

One long text of each is kept: a hundred thousand small ones would take 20 MB, and longer to fetch.
"""


class Selection:
    """A bank as large as one likes: nothing is in memory but what was asked for. From whatever thread."""

    def __init__(self, db: sqlite3.Connection, lock: threading.Lock, condition: str = PLAYED) -> None:
        self._db, self._lock, self._where = db, lock, condition
        self._found: dict[Want, tuple[str, str]] = {}
        self._fingerprint = ""

    @property
    def fingerprint(self) -> str:
        """The same for two banks exactly when their questions are the same."""
        if not self._fingerprint:
            digests = self._all(f"SELECT digest FROM questions WHERE {self._where}")
            self._fingerprint = fingerprint(str(digest) for (digest,) in digests)
        return self._fingerprint

    def topics(self) -> tuple[str, ...]:
        """The topics that have questions, in alphabetical order."""
        found = self._all(f"SELECT DISTINCT topic FROM questions WHERE {self._where} ORDER BY topic")
        return tuple(str(topic) for (topic,) in found)

    def count(self, want: Want) -> int:
        """How many questions fit."""
        condition, values = self._condition(want)
        ((number,),) = self._all(f"SELECT count(*) FROM questions WHERE {condition}", *values)
        return int(str(number))

    def entries(self, want: Want) -> Sequence[Entry]:
        """The questions that fit, ordered by id."""
        if want not in self._found:
            condition, values = self._condition(want)
            lists = ", ".join(f"group_concat({column}, char({ord(_BETWEEN)}))" for column in ("id", "fact"))
            ((ids, facts),) = self._all(f"SELECT {lists} FROM questions WHERE {condition}", *values)
            self._found[want] = (str(ids or ""), str(facts or ""))
        ids, facts = (text.split(_BETWEEN) if text else [] for text in self._found[want])
        # Sorted here: they come in a few runs that are in order, which costs Python next to nothing.
        return tuple(sorted(map(Entry, ids, facts)))

    def question(self, id: str) -> Question:
        """The question of this id; raises UnknownQuestion."""
        found = self._all(f"SELECT body FROM questions WHERE id = ? AND {self._where}", id)
        if not found:
            raise UnknownQuestion(id)
        return rows.question(id, str(found[0][0]))

    def _condition(self, want: Want) -> tuple[str, tuple[str | int, ...]]:
        wanted: dict[str, str | int | None] = {
            "topic": want.topic,
            "level": want.level,
            "kind": None if want.kind is None else want.kind.value,
        }
        asked = {name: value for name, value in wanted.items() if value is not None}
        spoilers = [] if want.spoilers else ["NOT spoiler"]
        return " AND ".join([self._where, *(f"{name} = ?" for name in asked), *spoilers]), tuple(
            asked.values()
        )

    def _all(self, query: str, *values: str | int) -> list[tuple[object, ...]]:
        with self._lock:
            return self._db.execute(query, values).fetchall()
