"""Brings the catalogue up to date, reading only what has changed; answers no questions about it.

Files are read outside of any transaction and stored in batches, the smallest first: whoever opens the
catalogue meanwhile finds whole packs, and what was stored stays stored when the work is broken off.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import quizgame
from quizgame import ordinary
from quizgame.content.folders import Unit, find, glance
from quizgame.content.index import rows, units
from quizgame.content.index.units import Known
from quizgame.content.parsing.decoding import MAX_BYTES
from quizgame.content.problems import Problem

if TYPE_CHECKING:  # imported when something is read: the YAML reader comes with it
    from quizgame.content.library import Reading

_RULES = ("question", "tasks", "spelling")  # what decides whether a question is possible

FIRST_BATCH = 500_000
"""Bytes of files to store at first; every further batch may be twice as large as the one before it."""

LARGEST_BATCH = 8_000_000

OPENING = 100
"""Bytes that are read in the time that it takes to open a file: thousands of empty ones are work too."""

Report = Callable[[int, int], None]
"""Told after every file how many bytes are done, and how many there are to do in all, opening included."""


class Wish(NamedTuple):
    """How a catalogue is to be: of which folders, which packs (by name) are off, and whether to `hold`.

    To hold: a file that was saved with more errors than it had does not replace what there was.
    """

    folders: tuple[Path, ...]
    off: frozenset[str] = frozenset()
    hold: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What there is to do: `changed` are the units to read, the smallest first."""

    units: Sequence[Unit]
    problems: Sequence[Problem]
    known: dict[str, Known]
    changed: Sequence[Unit]
    is_needed: bool

    @property
    def work(self) -> int:
        """How much is to be read, in bytes."""
        return sum(map(_work_of, self.changed))

    def batch(self, most: int) -> list[Unit]:
        """The first units to read: one, and more as long as they come to no more bytes than that."""
        batch: list[Unit] = []
        for unit in self.changed:
            most -= size_of(unit)
            if batch and most < 0:
                break
            batch.append(unit)
        return batch


def plan(db: sqlite3.Connection, wish: Wish) -> Plan:
    """What is to be done to bring a catalogue up to date; raises sqlite3.Error."""
    found, problems = find(wish.folders)
    if _meta(db, "version") != code_version():
        return Plan(found, problems, {}, sorted(found, key=size_of), True)
    known = units.known(db)
    changed = [unit for unit in found if _is_changed(unit, known.get(str(unit.path)), wish)]
    is_settled = (
        [(str(unit.path), unit.name in wish.off) for unit in found]
        == [(path, was.off) for path, was in sorted(known.items(), key=lambda item: item[1].place)]
        and _meta(db, "folders") == repr(problems)
    )  # fmt: skip
    return Plan(found, problems, known, sorted(changed, key=size_of), bool(changed) or not is_settled)


def bring_up_to_date(db: sqlite3.Connection, wish: Wish, report: Report | None = None) -> None:
    """Fill or mend a catalogue; raises sqlite3.Error where the database is damaged or cannot be written."""
    todo = plan(db, wish)
    most, done, total = FIRST_BATCH, 0, todo.work
    # A file that changes all the time must not keep us here: it is read again at the next occasion.
    for _ in range(len(todo.units) + 3):
        if not todo.is_needed:
            return
        readings: list[tuple[Unit, Reading | None]] = []
        for unit in todo.batch(most):
            readings.append((unit, _read(unit, todo.known.get(str(unit.path)))))
            done += _work_of(unit)
            if report:
                report(min(done, total), total)
        with _writing(db):
            _store(db, wish, readings)
        most, todo = min(2 * most, LARGEST_BATCH), plan(db, wish)


def code_version() -> str:
    """Changes whenever the code that reads content does, so that a newer game reads everything again."""
    content = Path(__file__).parents[1]
    rules = content.parent / "quiz"
    modules = [*content.rglob("*.py"), *(rules / f"{name}.py" for name in _RULES)]
    parts = [quizgame.__version__, str(rows.FORMAT)]
    for module in sorted(modules):
        status = module.stat()
        parts.append(f"{module.name} {status.st_size} {status.st_mtime_ns}")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def is_current(db: sqlite3.Connection) -> bool:
    """Whether a catalogue was written by this version of the game; raises sqlite3.Error."""
    return _meta(db, "version") == code_version()


def size_of(unit: Unit) -> int:
    """How many bytes a unit's files have."""
    return sum(stamp.size for stamp in unit.files)


def _work_of(unit: Unit) -> int:
    return size_of(unit) + OPENING * len(unit.files)


def _is_changed(unit: Unit, was: Known | None, wish: Wish) -> bool:
    return was is None or not was.is_as_before(unit) or (was.held and not wish.hold)


@contextmanager
def _writing(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def _meta(db: sqlite3.Connection, name: str) -> str | None:
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'meta'").fetchone():
        return None
    row = db.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
    return None if row is None else str(row[0])


def _create_anew(db: sqlite3.Connection) -> None:
    for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        db.execute(f'DROP TABLE "{table}"')
    for statement in rows.SCHEMA.split(";"):
        db.execute(statement)
    db.executemany("INSERT INTO meta VALUES (?, ?)", [("version", code_version()), ("fingerprint", "")])


def _read(unit: Unit, was: Known | None) -> Reading | None:
    """What a unit says now, or None where its bytes are what they were."""
    if was and not was.held and was.is_touched_only(unit, {s.path: _sha256(s.path) for s in unit.files}):
        return None
    # Imported here because it brings the YAML reader, the templates and the linter with it.
    from quizgame.content.library import read_unit

    return read_unit(unit)


def _sha256(path: Path) -> str:
    """Of as much as would be read of the file; "" where it cannot be."""
    try:
        return hashlib.sha256(ordinary.read(path, MAX_BYTES + 1)).hexdigest()
    except OSError:
        return ""


def _store(db: sqlite3.Connection, wish: Wish, readings: Sequence[tuple[Unit, Reading | None]]) -> None:
    """Store what was read, whatever another process has stored in the meantime, and settle the rest."""
    from quizgame.content.index.comparing import compare

    if not is_current(db):
        _create_anew(db)
    known = units.known(db)
    found, problems = find(wish.folders)
    there = {str(unit.path) for unit in found}
    for path in known.keys() - there:
        units.forget(db, known[path].number)
    for unit, reading in readings:
        if str(unit.path) in there:  # and not gone since it was read
            _store_unit(db, unit, reading, known.get(str(unit.path)), wish.hold)
    places = [(place, unit.name in wish.off, str(unit.path)) for place, unit in enumerate(found)]
    db.executemany("UPDATE units SET place = ?, off = ? WHERE path = ?", places)
    compare(db, problems)
    db.execute("INSERT OR REPLACE INTO meta VALUES ('folders', ?)", (repr(problems),))


def _store_unit(
    db: sqlite3.Connection, unit: Unit, reading: Reading | None, was: Known | None, hold: bool
) -> None:
    if reading is None:
        if was:
            files = [(stamp, was.hashes.get(stamp.path, "")) for stamp in unit.files]
            units.note_files(db, was.number, files, was.beside)
        return
    if was and hold and _is_worse(db, reading, was):
        number = was.number
        units.hold(db, number, reading.problems)
    else:
        number = _replace(db, unit, reading, was)
    hashes = dict(reading.hashes)
    files = [(stamp, hashes.get(str(stamp.path), "")) for stamp in unit.files]
    units.note_files(db, number, files, (glance(Path(path)) for path in reading.beside))


def _is_worse(db: sqlite3.Connection, reading: Reading, was: Known) -> bool:
    """Whether what was read has more errors than what is played, or nothing left to play."""
    questions, errors = units.standing(db, was.number)
    now = units.errors_in(reading.problems)
    return bool(questions and now and (now > errors or not reading.pack.questions))


def _replace(db: sqlite3.Connection, unit: Unit, reading: Reading, was: Known | None) -> int:
    from quizgame.content.checks.across import check_across

    if was:
        units.forget(db, was.number)
    number = units.add(db, unit, reading.pack.title, reading.problems)
    left_out, _ = check_across(reading.pack.questions)
    rows.add_questions(db, number, reading.pack.questions, left_out)
    return number
