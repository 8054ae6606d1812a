"""What the catalogue keeps of each unit, and of the files it was read from; knows no question."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from quizgame.content.folders import Stamp, Unit, glance
from quizgame.content.index import rows
from quizgame.content.problems import Problem, Severity

_FILE = "INSERT INTO files VALUES (?,?,?,?,?,?,?)"


@dataclass(frozen=True, slots=True)
class Known:
    """A unit as it was when it was read; `hashes` are the SHA-256 of its files, `beside` its pictures.

    `held`: what was read was worse than what there was, which therefore still stands.
    """

    number: int
    place: int
    off: bool
    held: bool
    files: tuple[Stamp, ...]
    beside: tuple[Stamp, ...]
    hashes: Mapping[Path, str]

    def is_as_before(self, unit: Unit) -> bool:
        """Whether no file seems to have changed."""
        return self.files == unit.files and self._pictures_are_as_before()

    def is_touched_only(self, unit: Unit, hashes: Mapping[Path, str]) -> bool:
        """Whether the files are other files with the same bytes."""
        return hashes == self.hashes and "" not in hashes.values() and self._pictures_are_as_before()

    def _pictures_are_as_before(self) -> bool:
        return all(glance(stamp.path) == stamp for stamp in self.beside)


def known(db: sqlite3.Connection) -> dict[str, Known]:
    """Every unit by its path."""
    files: dict[int, list[tuple[Stamp, str, bool]]] = {}
    for unit, path, size, mtime_ns, inode, sha256, beside in db.execute("SELECT * FROM files ORDER BY rowid"):
        stamp = Stamp(Path(path), size, int(mtime_ns), int(inode))
        files.setdefault(unit, []).append((stamp, sha256, bool(beside)))
    units = db.execute("SELECT path, number, place, off, held FROM units")
    return {path: _known(files.get(number, []), number, *rest) for path, number, *rest in units}


def _known(files: list[tuple[Stamp, str, bool]], number: int, place: int, off: int, held: int) -> Known:
    return Known(
        number,
        place,
        bool(off),
        bool(held),
        tuple(stamp for stamp, _, beside in files if not beside),
        tuple(stamp for stamp, _, beside in files if beside),
        {stamp.path: sha256 for stamp, sha256, beside in files if not beside},
    )


def add(db: sqlite3.Connection, unit: Unit, title: str, problems: Iterable[Problem]) -> int:
    """Store a unit and its problems; gives back its number."""
    problems = list(problems)
    errors = errors_in(problems)
    columns = "path, name, title, place, off, held, own_errors"
    cursor = db.execute(
        f"INSERT INTO units ({columns}) VALUES (?,?,?,0,0,0,?)", (str(unit.path), unit.name, title, errors)
    )
    number = cursor.lastrowid or 0
    rows.add_problems(db, number, problems)
    return number


def hold(db: sqlite3.Connection, number: int, problems: Iterable[Problem]) -> None:
    """Keep a unit's questions although its files have other problems now."""
    db.execute("DELETE FROM problems WHERE unit = ? AND NOT across", (number,))
    rows.add_problems(db, number, problems)
    db.execute("UPDATE units SET held = 1 WHERE number = ?", (number,))


def standing(db: sqlite3.Connection, number: int) -> tuple[int, int]:
    """How many questions of a unit could be played, and how many errors the files had then."""
    (questions,) = db.execute("SELECT count(*) FROM questions WHERE unit = ? AND alone", (number,)).fetchone()
    (errors,) = db.execute("SELECT own_errors FROM units WHERE number = ?", (number,)).fetchone()
    return questions, errors


def note_files(
    db: sqlite3.Connection, number: int, files: Iterable[tuple[Stamp, str]], beside: Iterable[Stamp]
) -> None:
    """Store what tells whether a unit has changed, in place of what was stored before."""
    db.execute("DELETE FROM files WHERE unit = ?", (number,))
    every = [*((stamp, sha256, 0) for stamp, sha256 in files), *((stamp, "", 1) for stamp in beside)]
    # As text, for SQLite's numbers end in the year 2262, and before the inodes of some disks.
    db.executemany(
        _FILE, [(number, str(s.path), s.size, str(s.mtime_ns), str(s.inode), h, b) for s, h, b in every]
    )


def forget(db: sqlite3.Connection, number: int) -> None:
    """Take out whatever came from a unit."""
    for table in ("files", "questions", "problems"):
        db.execute(f"DELETE FROM {table} WHERE unit = ?", (number,))
    db.execute("DELETE FROM units WHERE number = ?", (number,))


def errors_in(problems: Iterable[Problem]) -> int:
    """How many of the problems are errors."""
    return sum(problem.severity is Severity.ERROR for problem in problems)
