"""One copy of the score file a day, seven kept; knows no screen and repairs nothing."""

from __future__ import annotations

import contextlib
from contextlib import closing
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path

from quizgame import whole
from quizgame.store import database
from quizgame.store.checkup import Condition, examine
from quizgame.store.database import Access
from quizgame.store.files import make_folder, make_private

KEPT = 7
_PATTERN = "scores-????-??-??.sqlite3"


def backup_of(folder: Path, day: date) -> Path:
    """Where the backup of a day lies."""
    return folder / f"scores-{day:%Y-%m-%d}.sqlite3"


def day_of(backup: Path) -> str:
    """The day a backup was made, as it is written in its name."""
    return backup.stem.removeprefix("scores-")


def make_backup(scores: Path, folder: Path, day: date) -> bool:
    """Copy a good score file unless that day has its backup; raises OSError and sqlite3.Error.

    False where the file turns out damaged: no bad copy may push out a good one.
    """
    backup = backup_of(folder, day)
    if backup.exists():
        return True
    make_folder(folder)
    if not copy_checked(scores, backup):
        return False
    _prune(folder, backup)
    return True


def copy_checked(scores: Path, target: Path) -> bool:
    """Copy a database that others may be writing to, if it is good; raises OSError and sqlite3.Error."""
    with whole.room_beside(target) as fresh:
        try:
            copy_database(scores, fresh)
            if examine(fresh).condition not in (Condition.CURRENT, Condition.OLDER):
                return False
            whole.take_place(fresh, target)
            return True
        finally:
            discard(fresh)


def copy_database(source: Path, target: Path) -> None:
    """Copy one consistent state into a new file; raises OSError and sqlite3.Error."""
    make_private(target)
    with (
        closing(database.connect(source, Access.READ)) as old,
        closing(database.connect(target, Access.WRITE)) as new,
    ):
        old.backup(new, progress=database.patience(), sleep=database.BUSY_SECONDS)


def discard(database_file: Path) -> None:
    """Remove a database that nobody needs, with its companions, as far as the system lets us."""
    for name in (database_file, *companions(database_file)):
        with contextlib.suppress(OSError):
            name.unlink(missing_ok=True)


def companions(database_file: Path) -> tuple[Path, ...]:
    """The files in which SQLite keeps what is to be undone or added, always in this order."""
    return tuple(database_file.with_name(database_file.name + end) for end in ("-journal", "-wal", "-shm"))


def newest_good(folder: Path) -> Path | None:
    """The latest backup that is whole, None where there is none; never fails."""
    for backup in reversed(_listed(folder)):
        if examine(backup).condition in (Condition.CURRENT, Condition.OLDER):
            return backup
    return None


def _prune(folder: Path, newest: Path) -> None:
    """Drop the oldest, never the one just made, though a wrong clock may have given it the oldest name."""
    others = [backup for backup in _listed(folder) if backup != newest]
    for backup in others[: max(0, len(others) - (KEPT - 1))]:
        discard(backup)


def _listed(folder: Path) -> list[Path]:
    # A disk that failed once may answer the next time, and who sees no backup restores none.
    for _ in range(2):
        with contextlib.suppress(OSError):
            return sorted(file for file in folder.iterdir() if fnmatchcase(file.name, _PATTERN))
    return []
