"""Writing, replacing and setting aside whole files so that no crash leaves half a one; knows no format."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

_CHUNK = 1 << 20


def can_write(folder: Path) -> bool:
    """Whether files could be made in `folder` or, where it is missing, above it; writes nothing."""
    for place in (folder, *folder.parents):
        if os.path.lexists(place):
            return place.is_dir() and os.access(place, os.W_OK | os.X_OK)
    return False


def make_folder(folder: Path) -> None:
    """Make `folder` and those above it that are missing, for the player's eyes only; raises OSError."""
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_folder(folder.parent)
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        sync_folder(folder.parent)
    if not folder.is_dir():
        raise NotADirectoryError(20, "Not a directory", str(folder))


def sync_folder(folder: Path) -> None:
    """Have the names in `folder` reach the disk, where the system knows such a thing."""
    # Windows opens no folders, and some network drives refuse; the names are then as safe as they get.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def make_private(file: Path) -> None:
    """Make `file`, empty, for the player's eyes only, unless it exists; raises OSError."""
    os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))


def fresh_beside(file: Path) -> Path:
    """A new name beside `file` that no other process uses; whatever a crash left there is removed."""
    fresh = file.with_name(f".{file.name}.{os.getpid()}.new")
    fresh.unlink(missing_ok=True)
    return fresh


def write_whole(file: Path, content: bytes) -> None:
    """Put `content` in the place of `file`: a crash leaves either the old or the new; raises OSError."""
    write_chunks(file, (content,))


def write_chunks(file: Path, chunks: Iterable[bytes]) -> None:
    """As `write_whole`, for what is made piece by piece; an error in the making leaves the old too."""
    # A player who keeps the file elsewhere, behind a link, keeps the link.
    target = Path(os.path.realpath(file))
    make_folder(target.parent)
    fresh = fresh_beside(target)
    try:
        _write_synced(fresh, chunks)
        fresh.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def _write_synced(file: Path, chunks: Iterable[bytes]) -> None:
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as stream:
        stream.writelines(chunks)
        stream.flush()
        os.fsync(handle)


def set_aside(file: Path, why: str, now: datetime) -> Path:
    """Move `file` to a dated name of its own beside it, over nothing; returns that name; raises OSError."""
    name = reserve(file, why, now)
    try:
        file.replace(name)
    except OSError:
        with contextlib.suppress(OSError):
            name.unlink()
        raise
    sync_folder(file.parent)
    return name


def keep_copy(file: Path, why: str, now: datetime) -> Path:
    """Give what is in `file` a second, dated name beside it, over nothing; `file` stays; raises OSError."""
    name = reserve(file, why, now)
    fresh = fresh_beside(name)
    try:
        try:
            # A second name for the same bytes needs no room, and what others still write to them is kept too.
            fresh.hardlink_to(file)
        except OSError:
            _copy_synced(file, fresh)
        fresh.replace(name)
    except OSError:
        for leftover in (fresh, name):
            with contextlib.suppress(OSError):
                leftover.unlink(missing_ok=True)
        raise
    sync_folder(file.parent)
    return name


def _copy_synced(file: Path, copy: Path) -> None:
    make_private(copy)
    with file.open("rb") as source, copy.open("wb") as target:
        while chunk := source.read(_CHUNK):
            target.write(chunk)
        target.flush()
        os.fsync(target.fileno())


def reserve(file: Path, why: str, now: datetime) -> Path:
    """Make an empty file under the first free dated name, so that nobody else can take it; raises OSError."""
    stem = f"{file.stem}-{why}-{now:%Y-%m-%d-%H%M%S}"
    number = 1
    while True:
        name = file.with_name(f"{stem}{f'-{number}' if number > 1 else ''}{file.suffix}")
        try:
            os.close(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        except FileExistsError:
            number += 1
        else:
            return name
