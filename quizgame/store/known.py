"""Remembers how the score file was when all of it had been looked at; knows no table and no run.

A file whose stamp is the one remembered has been written by nobody else since, and need not be looked at
whole when it is opened. The memory lies in the cache folder: without it all is looked at once more.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from quizgame import __version__
from quizgame.store.files import make_folder
from quizgame.store.paths import Places

_MOST_BYTES = 200
# A pipe or a link in the place of the memory is neither waited for nor followed.
_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)


def stamp(scores: Path) -> bytes:
    """What every writing to the file changes; b"" where there is none, or while one is under way."""
    try:
        journals = (scores.with_name(f"{scores.name}{end}") for end in ("-journal", "-wal"))
        if any(journal.exists() and journal.stat().st_size for journal in journals):
            return b""
        # Never opened: closing it would let go of the locks that SQLite holds on it for this process.
        found = scores.stat()
    except OSError:
        return b""
    place = (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)
    return " ".join(map(str, (__version__, *place))).encode()


def is_known(places: Places) -> bool:
    """Whether the file is as it was when it was last remembered; never fails."""
    memory, now = _memory(places), stamp(places.scores)
    try:
        if not now or not memory.is_file():
            return False
        with memory.open("rb") as stream:
            return stream.read(_MOST_BYTES) == now
    except OSError:
        return False


def remember(places: Places, stamp: bytes) -> None:
    """Take the file of this stamp for looked at; never fails, for then it is only looked at again."""
    with contextlib.suppress(OSError):
        make_folder(places.cache)
        handle = os.open(_memory(places), _FLAGS, 0o600)
        try:
            os.write(handle, stamp)
        finally:
            os.close(handle)


def _memory(places: Places) -> Path:
    return places.cache / "scores.known"
