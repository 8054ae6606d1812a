"""Writes files whole, so that a crash leaves either the old or the new; knows no format."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

PRIVATE = 0o600  # for the player's eyes only
SHARED = 0o666  # for whom the system lets see what this user makes
_DAY_S = 86_400

# A folder that cannot be synced with one of these is as safe as it gets there; anything else is trouble.
_NO_SUCH_THING = frozenset({errno.EINVAL, errno.EBADF, errno.ENOTSUP, errno.EACCES, errno.EPERM, errno.EROFS})


def write(file: Path, chunks: Iterable[bytes]) -> None:
    """Put what is in `chunks` in the place of `file`: a crash leaves either the old or the new.

    Raises OSError and whatever the making of the chunks raises, with the old file in its place. The folder
    must exist; nobody but the player may look at the file.
    """
    target = behind_links(file)
    with room_beside(target) as fresh:
        write_new(fresh, chunks)
        take_place(fresh, target)


def place_all(fresh: Mapping[Path, Path], *, over: bool) -> None:
    """Have each new file (the values) take its place (the keys), on the disk when this returns.

    Raises OSError, having taken back every name that was not there before, and FileExistsError where one
    is there and nothing may be written `over`.
    """
    with ExitStack() as undo:
        for target, new in fresh.items():
            was_there = os.path.lexists(target)
            if was_there and not over:
                raise FileExistsError(errno.EEXIST, "it is there already", str(target))
            new.replace(target)
            if not was_there:
                undo.callback(gone, target)
        undo.pop_all()
    for folder in {target.parent for target in fresh}:
        sync_folder(folder)


def behind_links(file: Path) -> Path:
    """The file itself: a player who keeps it elsewhere, behind a link, keeps the link."""
    return Path(os.path.realpath(file))


@contextmanager
def room_beside(file: Path) -> Iterator[Path]:
    """A name beside `file` that no other process uses; what lies there in the end is removed.

    Raises OSError where what a crash left under that name cannot be removed.
    """
    fresh = file.with_name(f".{file.name}.{os.getpid()}.new")
    fresh.unlink(missing_ok=True)
    _sweep(file)
    try:
        yield fresh
    finally:
        gone(fresh)


def _sweep(file: Path) -> None:
    """Remove what killed processes have left beside `file`: what is new for a day nobody writes any more."""
    ours = re.compile(rf"\.{re.escape(file.name)}\.\d+\.new(?:-journal|-wal|-shm)?")
    with contextlib.suppress(OSError):
        for left in file.parent.iterdir():
            if ours.fullmatch(left.name) and time.time() - left.lstat().st_mtime > _DAY_S:
                gone(left)


def write_new(file: Path, chunks: Iterable[bytes], mode: int = PRIVATE) -> None:
    """Make a file with what is in `chunks`, on the disk when this returns; raises OSError.

    FileExistsError where there is one. Half a file may be left where it fails.
    """
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    with os.fdopen(handle, "wb") as stream:
        stream.writelines(chunks)
        stream.flush()
        os.fsync(handle)


def take_place(fresh: Path, target: Path) -> None:
    """Have a file replace another in one step, on the disk when this returns; raises OSError."""
    fresh.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Have the names in `folder` reach the disk, where the system knows such a thing; raises OSError."""
    # Windows opens no folders, and some network drives refuse; the names are then as safe as they get.
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_SUCH_THING:
            raise
    finally:
        os.close(handle)


def gone(file: Path) -> None:
    """Remove a file as far as the system lets us."""
    with contextlib.suppress(OSError):
        file.unlink(missing_ok=True)
