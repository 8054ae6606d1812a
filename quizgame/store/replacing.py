"""Replaces a file that belongs to the player, keeping what it was beside it; knows no format."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

from quizgame import whole


class Changed(OSError):
    """Somebody else has written the file in the meantime; it was left alone."""


def replace_keeping(file: Path, was: bytes, content: bytes) -> Path:
    """Put `content` in the place of `file` and give back the copy that holds what `was` in it.

    A crash leaves either the old or the new; who may read and write the file stays as it is. Raises
    `Changed` where the file holds something else by now, and OSError where nothing can be written.
    """
    target = whole.behind_links(file)
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "you may not write to it", str(file))
    with whole.room_beside(target) as fresh:
        _write_like(target, fresh, content)
        copy = _kept(target, was)
        if target.read_bytes() != was:
            copy.unlink()
            raise Changed(errno.EAGAIN, "another program has written it in the meantime", str(file))
        whole.take_place(fresh, target)
    return copy


def _kept(target: Path, was: bytes) -> Path:
    """A new file beside `target` that holds what was in it; a copy that is there already is not lost."""
    number = 1
    while True:
        copy = target.with_name(f"{target.name}.bak{number if number > 1 else ''}")
        try:
            _write_like(target, copy, was)
        except FileExistsError:
            number += 1
        else:
            return copy


def _write_like(target: Path, new: Path, content: bytes) -> None:
    """Make a file `new` that those may use who may use `target`; raises FileExistsError where it is there."""
    whole.write_new(new, (content,))
    shutil.copymode(target, new)
