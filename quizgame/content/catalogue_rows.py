"""The tables of the catalogue, and questions and problems as rows; decides nothing and opens nothing."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from quizgame.content.folders import Stamp
from quizgame.content.placed import Placed
from quizgame.content.problems import Problem, Severity
from quizgame.content.task_rows import as_row, from_row
from quizgame.quiz.bank import digest
from quizgame.quiz.question import Question

FORMAT = 2
"""Raised whenever rows are written otherwise: a catalogue of another format is made anew."""

ACROSS = ""
"""Stands for the unit of problems that belong to no unit alone."""

SCHEMA = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE units (path TEXT PRIMARY KEY, place INTEGER NOT NULL, title TEXT NOT NULL);
CREATE TABLE files (
    path TEXT NOT NULL, unit TEXT NOT NULL, size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL,
    inode TEXT NOT NULL, sha256 TEXT NOT NULL
);
CREATE TABLE questions (
    number INTEGER PRIMARY KEY, unit TEXT NOT NULL, id TEXT NOT NULL, fact TEXT NOT NULL, topic TEXT NOT NULL,
    kind TEXT NOT NULL, level INTEGER NOT NULL, spoiler INTEGER NOT NULL, played INTEGER NOT NULL,
    digest TEXT NOT NULL, file TEXT NOT NULL, line INTEGER NOT NULL, col INTEGER NOT NULL, body TEXT NOT NULL
);
CREATE INDEX by_unit ON questions (unit);
CREATE INDEX by_id ON questions (id, fact) WHERE played;
CREATE INDEX by_topic ON questions (topic, level, kind, spoiler, id, fact) WHERE played;
CREATE INDEX by_level ON questions (level, kind, spoiler, id, fact) WHERE played;
CREATE TABLE problems (
    number INTEGER PRIMARY KEY, unit TEXT NOT NULL, file TEXT NOT NULL, line INTEGER NOT NULL,
    col INTEGER NOT NULL, code TEXT NOT NULL, what TEXT NOT NULL, help TEXT NOT NULL, severity TEXT NOT NULL
);
"""

_QUESTION_COLUMNS = "unit, id, fact, topic, kind, level, spoiler, played, digest, file, line, col, body"


def add_questions(db: sqlite3.Connection, unit: str, questions: Iterable[Placed]) -> None:
    """Store a unit's questions, all as played."""
    rows = ((unit, *_columns(placed)) for placed in questions)
    db.executemany(f"INSERT INTO questions ({_QUESTION_COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)", rows)


def add_problems(db: sqlite3.Connection, unit: str, problems: Iterable[Problem]) -> None:
    """Store a unit's problems."""
    rows = ((unit, p.file, p.line, p.column, p.code, p.what, p.help, p.severity.value) for p in problems)
    columns = "unit, file, line, col, code, what, help, severity"
    db.executemany(f"INSERT INTO problems ({columns}) VALUES (?,?,?,?,?,?,?,?)", rows)


def add_files(db: sqlite3.Connection, unit: str, files: Iterable[tuple[Stamp, str]]) -> None:
    """Store what tells whether a unit's files have changed: their stamps and the SHA-256 of their bytes."""
    rows = ((str(s.path), unit, s.size, s.mtime_ns, str(s.inode), sha256) for s, sha256 in files)
    db.executemany("INSERT INTO files VALUES (?,?,?,?,?,?)", rows)


def forget(db: sqlite3.Connection, unit: str) -> None:
    """Take out whatever came from a unit."""
    for table in ("files", "questions", "problems"):
        db.execute(f"DELETE FROM {table} WHERE unit = ?", (unit,))
    db.execute("DELETE FROM units WHERE path = ?", (unit,))


def stamps(db: sqlite3.Connection) -> dict[str, list[tuple[Stamp, str]]]:
    """The files of every unit as they were when it was read, with their SHA-256."""
    found: dict[str, list[tuple[Stamp, str]]] = {unit: [] for (unit,) in db.execute("SELECT path FROM units")}
    rows = db.execute("SELECT unit, path, size, mtime_ns, inode, sha256 FROM files")
    for unit, path, size, mtime_ns, inode, sha256 in rows:
        found.setdefault(unit, []).append((Stamp(Path(path), size, mtime_ns, int(inode)), sha256))
    return found


def problems(db: sqlite3.Connection) -> tuple[Problem, ...]:
    """Every problem: unit by unit, then those between units."""
    rows = db.execute(
        "SELECT file, line, col, code, what, help, severity FROM problems AS p LEFT JOIN units AS u"
        " ON u.path = p.unit ORDER BY u.place IS NULL, u.place, p.number"
    )
    return tuple(
        Problem(file, line, column, code, what, remedy, Severity(severity))
        for file, line, column, code, what, remedy, severity in rows
    )


def placed(db: sqlite3.Connection) -> Iterator[tuple[int, Placed]]:
    """Every question with its number, played or not, in the order of the units."""
    rows = db.execute(
        "SELECT q.number, q.id, q.body, q.file, q.line, q.col FROM questions AS q JOIN units AS u"
        " ON u.path = q.unit ORDER BY u.place, q.number"
    )
    for number, id, body, file, line, column in rows:
        yield number, Placed(question(id, body), file, line, column)


def _columns(placed: Placed) -> tuple[str | int, ...]:
    question = placed.question
    asked_for = (question.topic, question.kind.value, question.level, question.spoiler, True)
    place = (placed.file, placed.line, placed.column)
    return (question.id, question.fact, *asked_for, digest(question), *place, _body(question))


def _body(question: Question) -> str:
    """A question but for its id."""
    rest = (question.topic, question.level, question.explain, question.source, question.fact)
    last = (question.spoiler, question.template, question.pack)
    return json.dumps((question.text, as_row(question.task), *rest, *last), ensure_ascii=False)


def question(id: str, body: str) -> Question:
    """The question that was stored; raises ValueError, KeyError or TypeError where the row is damaged."""
    text, task, *rest = json.loads(body)
    return Question(id, text, from_row(task), *rest)
