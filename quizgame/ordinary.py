"""Opens files that are just files: waits for no pipe and drains no device; knows no format."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO


class NotOrdinary(OSError):
    """What lies there is a pipe, a device or the like."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EINVAL, "not an ordinary file", str(path))


def opened(path: Path) -> BinaryIO:
    """The file, open for reading; raises OSError, and ValueError for what no system takes for a name."""
    file = open(path, "rb", opener=_at_once)  # noqa: SIM115 - Path.open takes no opener
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise NotOrdinary(path)
    return file


def read(path: Path, most: int) -> bytes:
    """At most so many bytes from the beginning of a file; raises as `opened` does."""
    with opened(path) as file:
        return file.read(most)


def _at_once(path: str, flags: int) -> int:
    """Opening a pipe would otherwise wait until somebody writes into it."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
