"""Puts files in their places for a command: all of them whole or none; knows not what is in them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from quizgame import whole
from quizgame.store.errors import plain


class NotWritten(Exception):
    """Nothing was written; the message says why, and what can be done."""


def put(files: Mapping[Path, bytes], force: bool) -> None:
    """Write the files; raises NotWritten, with nothing changed, where one cannot be written.

    What is there already is replaced only with `force`. The folders must exist.
    """
    _refuse_taken(list(files), force)
    path = Path()
    try:
        with ExitStack() as rooms:
            fresh: dict[Path, Path] = {}
            for path, data in files.items():
                target = whole.behind_links(path)
                fresh[target] = rooms.enter_context(whole.room_beside(target))
                # Made like any file of this user: an author wants to hand a pack on.
                whole.write_new(fresh[target], (data,), whole.SHARED)
            whole.place_all(fresh, over=force)
    except OSError as error:
        raise NotWritten(f"{path} could not be written: {_why(path, error)}") from error


def _refuse_taken(paths: list[Path], force: bool) -> None:
    taken = [path for path in paths if os.path.lexists(path)]
    strange = [path for path in taken if path.exists() and not path.is_file()]
    if strange:
        raise NotWritten(f"{strange[0]} is no ordinary file; name another one")
    if taken and not force:
        others = f" and {len(taken) - 1} more are" if len(taken) > 1 else " is"
        raise NotWritten(f"{taken[0]}{others} there already; --force writes over what is there")


def _why(path: Path, error: OSError) -> str:
    return plain(error) if path.parent.is_dir() else f"there is no folder {path.parent}"
