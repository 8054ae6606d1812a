"""Brings the catalogue up to date, reading only what has changed; answers no questions about it."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import quizgame
from quizgame.content import catalogue_rows as rows
from quizgame.content.folders import Stamp, Unit, find
from quizgame.content.problems import Problem
from quizgame.quiz.bank import fingerprint

_RULES = ("question", "tasks", "spelling")  # what decides whether a question is possible

Known = dict[str, list[tuple[Stamp, str]]]


def bring_up_to_date(db: sqlite3.Connection, folders: Sequence[Path]) -> None:
    """Fill or mend a catalogue; raises sqlite3.Error where the database is damaged or cannot be written."""
    version = code_version()
    units, problems = find(folders)
    if _meta(db, "version") == version and not _is_stale(db, units, problems):
        return
    with _writing(db):
        if _meta(db, "version") != version:
            _create_anew(db, version)
        _update(db, units, problems)


def code_version() -> str:
    """Changes whenever the code that reads content does, so that a newer game reads everything again."""
    rules = Path(__file__).parents[1] / "quiz"
    modules = [*Path(__file__).parent.glob("*.py"), *(rules / f"{name}.py" for name in _RULES)]
    parts = [quizgame.__version__, str(rows.FORMAT)]
    for module in sorted(modules):
        status = module.stat()
        parts.append(f"{module.name} {status.st_size} {status.st_mtime_ns}")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


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


def _create_anew(db: sqlite3.Connection, version: str) -> None:
    for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        db.execute(f'DROP TABLE "{table}"')
    for statement in rows.SCHEMA.split(";"):
        db.execute(statement)
    db.executemany("INSERT INTO meta VALUES (?, ?)", [("version", version), ("fingerprint", "")])


def _is_stale(db: sqlite3.Connection, units: Sequence[Unit], problems: Sequence[Problem]) -> bool:
    known = rows.stamps(db)
    order = [path for (path,) in db.execute("SELECT path FROM units ORDER BY place")]
    return (
        order != [str(unit.path) for unit in units]
        or any(_is_changed(unit, known) for unit in units)
        or _meta(db, "folders") != repr(problems)
    )


def _is_changed(unit: Unit, known: Known) -> bool:
    return tuple(stamp for stamp, _ in known.get(str(unit.path), ())) != unit.files


def _update(db: sqlite3.Connection, units: Sequence[Unit], problems: Sequence[Problem]) -> None:
    known = rows.stamps(db)
    for path in known.keys() - {str(unit.path) for unit in units}:
        rows.forget(db, path)
    for place, unit in enumerate(units):
        if _is_changed(unit, known) and not _is_touched_only(db, unit, known):
            _read_again(db, unit)
        db.execute("UPDATE units SET place = ? WHERE path = ?", (place, str(unit.path)))
    _compare_all(db, problems)


def _is_touched_only(db: sqlite3.Connection, unit: Unit, known: Known) -> bool:
    """Whether the files' bytes are what they were; then only their new stamps are kept."""
    before = {stamp.path: sha256 for stamp, sha256 in known.get(str(unit.path), ())}
    if not before or before.keys() != {stamp.path for stamp in unit.files}:
        return False
    if any(_sha256(path) != sha256 for path, sha256 in before.items()):
        return False
    db.execute("DELETE FROM files WHERE unit = ?", (str(unit.path),))
    rows.add_files(db, str(unit.path), [(stamp, before[stamp.path]) for stamp in unit.files])
    return True


def _sha256(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _read_again(db: sqlite3.Connection, unit: Unit) -> None:
    # Imported here because it brings the YAML reader, the templates and the linter with it.
    from quizgame.content.library import read_unit

    path = str(unit.path)
    reading = read_unit(unit)
    hashes = dict(reading.hashes)
    rows.forget(db, path)
    db.execute("INSERT INTO units VALUES (?, 0, ?)", (path, reading.pack.title))
    rows.add_files(db, path, [(stamp, hashes.get(str(stamp.path), "")) for stamp in unit.files])
    rows.add_questions(db, path, reading.pack.questions)
    rows.add_problems(db, path, reading.problems)


def _compare_all(db: sqlite3.Connection, problems: Sequence[Problem]) -> None:
    """Check the questions of all units against each other and note which of them are played."""
    from quizgame.content.across import check_across

    every = list(rows.placed(db))
    left_out, found = check_across([placed for _, placed in every])
    db.execute("UPDATE questions SET played = 1 WHERE NOT played")
    db.executemany("UPDATE questions SET played = 0 WHERE number = ?", [(every[at][0],) for at in left_out])
    rows.forget(db, rows.ACROSS)
    rows.add_problems(db, rows.ACROSS, [*problems, *found])
    digests = [digest for (digest,) in db.execute("SELECT digest FROM questions WHERE played")]
    meta = [("fingerprint", fingerprint(digests)), ("folders", repr(problems))]
    db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", meta)
