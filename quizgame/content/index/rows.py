"""The tables of the catalogue, and questions and problems as rows; decides nothing and opens nothing.

A unit is known by its number here; `catalogue_units` keeps what each is and which files it was read from.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import astuple

from quizgame.content.characters import look
from quizgame.content.index.task_rows import as_row, from_row
from quizgame.content.placed import Placed
from quizgame.content.problems import Problem, Severity
from quizgame.quiz.bank import digest
from quizgame.quiz.question import Picture, Question

FORMAT = 5
"""Raised whenever rows are written otherwise: a catalogue of another format is made anew."""

NO_UNIT = 0
"""Stands for the unit of problems that belong to none: of folders that cannot be read."""

SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE units (
    number INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, name TEXT NOT NULL, title TEXT NOT NULL,
    place INTEGER NOT NULL, off INTEGER NOT NULL, held INTEGER NOT NULL, own_errors INTEGER NOT NULL,
    playable INTEGER NOT NULL DEFAULT 0, errors INTEGER NOT NULL DEFAULT 0,
    warnings INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE files (
    unit INTEGER NOT NULL, path TEXT NOT NULL, size INTEGER NOT NULL, mtime_ns TEXT NOT NULL,
    inode TEXT NOT NULL, sha256 TEXT NOT NULL, beside INTEGER NOT NULL
);
CREATE INDEX files_by_unit ON files (unit);
CREATE TABLE questions (
    number INTEGER PRIMARY KEY, unit INTEGER NOT NULL, id TEXT NOT NULL, fact TEXT NOT NULL,
    topic TEXT NOT NULL, kind TEXT NOT NULL, level INTEGER NOT NULL, spoiler INTEGER NOT NULL,
    played INTEGER NOT NULL, alone INTEGER NOT NULL, words INTEGER NOT NULL, digest TEXT NOT NULL,
    file TEXT NOT NULL, line INTEGER NOT NULL, col INTEGER NOT NULL, body TEXT NOT NULL
);
CREATE INDEX by_unit ON questions (unit, played, alone);
CREATE INDEX by_id ON questions (id);
CREATE INDEX by_words ON questions (words);
CREATE INDEX by_digest ON questions (digest) WHERE played;
CREATE INDEX by_topic ON questions (topic, level, kind, spoiler, id, fact) WHERE played;
CREATE INDEX by_level ON questions (level, kind, spoiler, id, fact) WHERE played;
CREATE TABLE problems (
    number INTEGER PRIMARY KEY, unit INTEGER NOT NULL, across INTEGER NOT NULL, file TEXT NOT NULL,
    line INTEGER NOT NULL, col INTEGER NOT NULL, code TEXT NOT NULL, what TEXT NOT NULL, help TEXT NOT NULL,
    severity TEXT NOT NULL
);
CREATE INDEX problems_by_unit ON problems (unit, severity);
CREATE INDEX problems_errors ON problems (unit, number) WHERE severity = 'error';
CREATE INDEX problems_across ON problems (number) WHERE across;
"""

_QUESTION = "unit, id, fact, topic, kind, level, spoiler, played, alone, words, digest, file, line, col, body"
_PROBLEM = "unit, across, file, line, col, code, what, help, severity"
_TOLD = "p.file, p.line, p.col, p.code, p.what, p.help, p.severity"


def add_questions(
    db: sqlite3.Connection, unit: int, questions: Sequence[Placed], left_out: Container[int]
) -> None:
    """Store a unit's questions, as played but for those at the places that are left out of it even alone."""
    rows = ((unit, *_columns(placed, position not in left_out)) for position, placed in enumerate(questions))
    db.executemany(f"INSERT INTO questions ({_QUESTION}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", rows)


def add_problems(
    db: sqlite3.Connection, unit: int, problems: Iterable[Problem], across: bool = False
) -> None:
    """Store a unit's problems: those of its files, or those it has with other units."""
    rows = (
        (unit, across, p.file, p.line, p.column, p.code, p.what, p.help, p.severity.value) for p in problems
    )
    db.executemany(f"INSERT INTO problems ({_PROBLEM}) VALUES (?,?,?,?,?,?,?,?,?)", rows)


def problems(db: sqlite3.Connection) -> tuple[Problem, ...]:
    """Every problem: unit by unit, then those between units, then those of no unit."""
    found = db.execute(
        f"SELECT {_TOLD} FROM problems AS p LEFT JOIN units AS u ON u.number = p.unit"
        " ORDER BY p.across, u.place IS NULL, u.place, p.number"
    )
    return tuple(_problem(*told) for told in found)


def some_problems(db: sqlite3.Connection, most: int) -> tuple[Problem, ...]:
    """Unit by unit, then of no unit: at `most` so many problems of each, errors first."""
    query = f"SELECT {_TOLD} FROM problems AS p WHERE p.unit = ? ORDER BY p.severity, p.number LIMIT ?"
    numbers = [number for (number,) in db.execute("SELECT number FROM units ORDER BY place")]
    return tuple(
        _problem(*told) for number in (*numbers, NO_UNIT) for told in db.execute(query, (number, most))
    )


def first_errors(db: sqlite3.Connection) -> dict[int, Problem]:
    """The first error of every unit that has one, by the unit's number."""
    rows = db.execute(
        f"SELECT p.unit, {_TOLD}, min(p.number) FROM problems AS p WHERE p.severity = 'error' GROUP BY p.unit"
    )
    return {unit: _problem(*told) for unit, *told, _ in rows}


def placed(db: sqlite3.Connection, condition: str, *values: str) -> Iterator[tuple[int, int, Placed]]:
    """The questions `q` of the units `u` that fit, in the units' order: number, unit and question."""
    rows = db.execute(
        "SELECT q.number, q.unit, q.id, q.body, q.file, q.line, q.col FROM questions AS q"
        f" JOIN units AS u ON u.number = q.unit WHERE {condition} ORDER BY u.place, q.number",
        values,
    )
    for number, unit, id, body, file, line, column in rows:
        yield number, unit, Placed(question(id, body), file, line, column)


def _problem(file: str, line: int, column: int, code: str, what: str, remedy: str, severity: str) -> Problem:
    return Problem(file, line, column, code, what, remedy, Severity(severity))


def _columns(placed: Placed, alone: bool) -> tuple[str | int, ...]:
    question = placed.question
    asked_for = (question.topic, question.kind.value, question.level, question.spoiler)
    words = int.from_bytes(hashlib.blake2b(look(question.text).encode(), digest_size=8).digest(), signed=True)
    compared = (alone, alone, words, digest(question))
    place = (placed.file, placed.line, placed.column)
    return (question.id, question.fact, *asked_for, *compared, *place, _body(question))


def _body(question: Question) -> str:
    """A question but for its id."""
    rest = (question.topic, question.level, question.explain, question.source, question.fact)
    picture = question.picture and astuple(question.picture)
    last = (question.spoiler, question.template, question.pack, picture)
    return json.dumps((question.text, as_row(question.task), *rest, *last), ensure_ascii=False)


def question(id: str, body: str) -> Question:
    """The question that was stored; raises ValueError, KeyError or TypeError where the row is damaged."""
    text, task, *rest, picture = json.loads(body)
    return Question(id, text, from_row(task), *rest, *([Picture(*picture)] if picture else []))
