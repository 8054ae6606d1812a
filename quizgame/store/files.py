"""The player's folders and files: made for nobody else, set aside over nothing; knows no format."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame import whole

if TYPE_CHECKING:
    from datetime import datetime

_CHUNK = 1 << 20


def can_write(folder: Path) -> bool:
    """Whether files could be made in `folder` or, where it is missing, above it; never fails or writes."""
    for place in (folder, *folder.parents):
        if os.path.lexists(place):
            # Not Path.is_dir, which may raise where the disk fails.
            return os.path.isdir(place) and os.access(place, os.W_OK | os.X_OK)  # noqa: PTH112
    return False


def make_folder(folder: Path) -> None:
    """Make `folder` and those above it that are missing, for the player's eyes only; raises OSError."""
    if folder.is_dir():
        return
    if folder.parent != folder:
        make_folder(folder.parent)
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
        whole.sync_folder(folder.parent)
    if not folder.is_dir():
        raise NotADirectoryError(20, "Not a directory", str(folder))


def make_private(file: Path) -> None:
    """Make `file`, empty, for the player's eyes only, unless it exists; raises OSError."""
    # One that exists is not opened: as `chunks_of` says, closing it would let go of SQLite's locks.
    with contextlib.suppress(FileExistsError):
        os.close(os.open(whole.behind_links(file), os.O_RDWR | os.O_CREAT | os.O_EXCL, whole.PRIVATE))


def chunks_of(file: Path) -> Iterator[bytes]:
    """What is in a file that SQLite may be using in this process, piece by piece; raises OSError.

    The file stays open as long as the process lives, so this is for what seldom happens.
    """
    handle = os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        while chunk := os.read(handle, _CHUNK):
            yield chunk
    finally:
        # When a process closes a file once, POSIX lets go of all locks that it has on it, and so of those
        # that SQLite holds in another thread. Windows does not, and there an open file keeps its name.
        if os.name == "nt":
            os.close(handle)


def write_whole(file: Path, content: bytes) -> None:
    """Put `content` in the place of `file`: a crash leaves either the old or the new; raises OSError."""
    write_chunks(file, (content,))


def write_chunks(file: Path, chunks: Iterable[bytes]) -> None:
    """As `write_whole`, for what is made piece by piece; an error in the making leaves the old too."""
    make_folder(whole.behind_links(file).parent)
    whole.write(file, chunks)


def set_aside(file: Path, why: str, now: datetime) -> Path:
    """Move `file` to a dated name of its own beside it, over nothing; returns that name; raises OSError."""
    name = reserve(file, why, now)
    try:
        file.replace(name)
    except OSError:
        with contextlib.suppress(OSError):
            name.unlink()
        raise
    whole.sync_folder(file.parent)
    return name


def keep_copy(file: Path, why: str, now: datetime) -> Path:
    """Give what is in `file` a second, dated name beside it, over nothing; `file` stays; raises OSError."""
    name = reserve(file, why, now)
    try:
        with whole.room_beside(name) as fresh:
            try:
                # A second name for the same bytes needs no room, and keeps what others still write to them.
                fresh.hardlink_to(file)
            except OSError:
                whole.write_new(fresh, chunks_of(file))
            whole.take_place(fresh, name)
    except OSError:
        whole.gone(name)
        raise
    return name


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
