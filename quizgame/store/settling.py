"""Making, migrating or restoring the score file so that it can be used; knows nothing of a run's meaning."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quizgame import whole
from quizgame.store import backups, database, known, rows, schema
from quizgame.store.checkup import Condition, Finding, examine, glance, salvage, salvage_seen
from quizgame.store.database import plain_sqlite
from quizgame.store.errors import plain
from quizgame.store.files import (
    can_write,
    keep_copy,
    make_folder,
    make_private,
    reserve,
    set_aside,
)
from quizgame.store.paths import HOME_VARIABLE, Places
from quizgame.store.rows import SavedRun

NOT_KEPT = "Scores will not be kept"
NO_ENTRY = NOT_KEPT + ": the folder {folder} may not be written to. Set {variable} to one that may."


@dataclass(frozen=True, slots=True)
class Settled:
    """What may be done with the score file now, and what there is to tell the player."""

    readable: bool
    writable: bool
    notices: tuple[str, ...] = ()


def settle(
    places: Places,
    now: datetime,
    *,
    create: bool,
    trusting: bool = False,
    steps: Sequence[schema.Step] = schema.STEPS,
) -> Settled:
    """Make the score file usable if that can be done; never fails.

    Where there is no file and no backup, one is made only if `create`: looking leaves no trace. With
    `trusting` a file that is as it was left is not looked at whole again.
    """
    if trusting and known.is_known(places):
        finding = glance(places.scores, steps)
        if finding.condition in (Condition.CURRENT, Condition.UNREADABLE):
            return _as_it_is(places, finding)
    before = known.stamp(places.scores)
    settled = _looked_at(places, now, create, steps)
    if settled.readable and settled.writable and before == known.stamp(places.scores) != b"":
        known.remember(places, before)
    return settled


def _looked_at(places: Places, now: datetime, create: bool, steps: Sequence[schema.Step]) -> Settled:
    notices: tuple[str, ...] = ()
    finding = examine(places.scores, steps)
    if _needs_work(places, finding, create):
        try:
            make_folder(places.data)
            lock = places.data / "scores.lock"
            make_private(lock)
            with database.alone(lock):
                finding, notices = _mend(places, now, steps, create)
        except (OSError, sqlite3.Error) as error:
            return Settled(False, False, (_hopeless(finding, error),))
    after = _as_it_is(places, finding)
    edits = _told_once(places.scores, after.writable) if finding.condition is Condition.CURRENT else ()
    return Settled(after.readable, after.writable, (*notices, *after.notices, *edits))


def _mend(
    places: Places, now: datetime, steps: Sequence[schema.Step], create: bool
) -> tuple[Finding, tuple[str, ...]]:
    """Do what there is to do; another game may have done it while this one waited."""
    notices: tuple[str, ...] = ()
    finding = examine(places.scores, steps)
    # Twice, for damage in an older file shows when it has become a new one.
    for _ in range(2):
        if _needs_work(places, finding, create):
            notices += _work(places, finding, now, steps)
            finding = examine(places.scores, steps)
    return finding, notices


def _told_once(scores: Path, writable: bool) -> tuple[str, ...]:
    """A sentence about the runs that are not as the game wrote them, told once; never fails."""
    try:
        found = database.read(scores, _broken_seals)
        if found and writable:
            change = "UPDATE runs SET told = 1 WHERE id = ?"
            database.write(scores, lambda connection: connection.executemany(change, found))
    except (sqlite3.Error, ValueError):
        return ()
    if len(found) > 1:
        told = f"{len(found)} runs in the score file are not as the game wrote them. They stay"
    else:
        told = "One run in the score file is not as the game wrote it. It stays"
    return (f"{told} on the table without a tick.",) if found else ()


def _broken_seals(connection: sqlite3.Connection) -> list[tuple[int]]:
    return [(run_id,) for run_id in rows.broken(connection, "told = 0")]


def _needs_work(places: Places, finding: Finding, create: bool) -> bool:
    match finding.condition:
        case Condition.DAMAGED | Condition.OLDER:
            return True
        case Condition.ABSENT | Condition.EMPTY:
            return create or backups.newest_good(places.backups) is not None
        case _:
            return False


def _as_it_is(places: Places, finding: Finding) -> Settled:
    if finding.condition is Condition.UNREADABLE:
        return Settled(False, False, (f"{NOT_KEPT}: {finding.reason}.",))
    if finding.condition is Condition.NEWER:
        notice = f"{NOT_KEPT}: the score file was made by a newer version of the game and is left as it is."
        return Settled(True, False, (notice,))
    there = finding.condition is Condition.CURRENT
    if can_write(places.data) and (not there or os.access(places.scores, os.W_OK)):
        return Settled(there, True)
    return Settled(there, False, (NO_ENTRY.format(folder=places.data, variable=HOME_VARIABLE),))


def _hopeless(finding: Finding, error: OSError | sqlite3.Error) -> str:
    reason = plain(error) if isinstance(error, OSError) else plain_sqlite(error)
    if finding.condition is Condition.DAMAGED:
        return f"{NOT_KEPT}: the score file is damaged and cannot be replaced, because {reason}."
    return f"{NOT_KEPT}: {reason}."


def _work(places: Places, finding: Finding, now: datetime, steps: Sequence[schema.Step]) -> tuple[str, ...]:
    """Mend what is wrong; raises OSError and sqlite3.Error with the old file still in its place."""
    if finding.condition is Condition.OLDER:
        _migrate(places, now, steps)
        return ()
    backup = backups.newest_good(places.backups)
    if finding.condition is Condition.DAMAGED or backup is not None:
        return (_restore(places, finding.condition, backup, now, steps),)
    make_private(places.scores)
    _upgrade(places.scores, steps)
    return ()


def _migrate(places: Places, now: datetime, steps: Sequence[schema.Step]) -> None:
    # The copy lies beside the daily backups, not among them: the seven must not push it out.
    copy = reserve(places.scores, "before-upgrade", now)
    try:
        backups.copy_database(places.scores, copy)
    except BaseException:
        backups.discard(copy)
        raise
    _upgrade(places.scores, steps)


def _upgrade(file: Path, steps: Sequence[schema.Step]) -> None:
    database.write(file, lambda connection: schema.upgrade(connection, steps))


def _restore(
    places: Places, was: Condition, backup: Path | None, now: datetime, steps: Sequence[schema.Step]
) -> str:
    """Put a good file in the place of a damaged or missing one; returns the sentence for the player."""
    with whole.room_beside(places.scores) as fresh:
        try:
            count = _rebuild(places.scores, was, backup, fresh, steps)
            kept = None if was is Condition.ABSENT else keep_copy(places.scores, "damaged", now)
            _move_companions(places.scores, kept, now)
            # In one step: at no moment is there neither the old file nor the new one.
            whole.take_place(fresh, places.scores)
        finally:
            backups.discard(fresh)
    return _told(was, count, backup, kept)


def _rebuild(
    scores: Path, was: Condition, backup: Path | None, fresh: Path, steps: Sequence[schema.Step]
) -> int:
    """Fill `fresh` with the backup and every whole run of the damaged file; returns how many there are."""
    if backup is not None:
        backups.copy_database(backup, fresh)
    else:
        make_private(fresh)
    # Twice, for a disk that failed once may answer the next time.
    looks = range(2 if was is Condition.DAMAGED else 0)
    runs = [saved for _ in looks for saved in salvage(scores)]
    dealt = [row for _ in looks for row in salvage_seen(scores)]

    def fill(connection: sqlite3.Connection) -> int:
        schema.upgrade(connection, steps)
        for saved in sorted(runs, key=lambda saved: not saved.sealed):
            _bring_back(connection, saved)
        connection.executemany("INSERT OR REPLACE INTO seen VALUES (?, ?, ?)", dealt)
        return int(connection.execute("SELECT count(*) FROM runs").fetchone()[0])

    return database.write(fresh, fill)


def _bring_back(connection: sqlite3.Connection, saved: SavedRun) -> None:
    """Put a run of the damaged file beside those of the backup, which knows better what was damaged."""
    if saved.sealed:
        # The file may know a run by a newer name than its backup does.
        rows.change_player(connection, rows.insert(connection, saved), saved.run.player)
    elif not connection.execute("SELECT 1 FROM runs WHERE id = ?", (saved.run_id,)).fetchone():
        rows.insert(connection, saved)


def _move_companions(scores: Path, kept: Path | None, now: datetime) -> None:
    """Take away what SQLite would else roll into the good file that comes in the place of the damaged one."""
    for at, companion in enumerate(backups.companions(scores)):
        if not companion.exists():
            continue
        if kept is None:
            set_aside(companion, "damaged", now)
        else:
            companion.replace(backups.companions(kept)[at])


def _told(was: Condition, count: int, backup: Path | None, kept: Path | None) -> str:
    state = "missing" if was is Condition.ABSENT else "damaged"
    source = f"the backup of {backups.day_of(backup)}" if backup else "what could still be read"
    runs = "1 run was" if count == 1 else f"{count} runs were"
    aside = f"; the damaged file is kept as {kept.name}" if kept else ""
    return f"The score file was {state}, and {runs} brought back from {source}{aside}."
