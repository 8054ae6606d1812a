"""Puts files in their places for a command: all of them whole or none; knows not what is in them."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping
from pathlib import Path

from quizgame.store.errors import plain
from quizgame.store.files import fresh_beside, sync_folder


class NotWritten(Exception):
    """Nothing was written; the message says why, and what can be done."""


def put(files: Mapping[Path, bytes], force: bool) -> None:
    """Write the files; raises NotWritten, with nothing changed, where one cannot be written.

    What is there already is replaced only with `force`. The folders must exist.
    """
    _refuse_taken(list(files), force)
    fresh: dict[Path, Path] = {}
    path = Path()
    try:
        for path, data in files.items():
            # Whoever keeps the file elsewhere, behind a link, keeps the link.
            target = Path(os.path.realpath(path))
            fresh[target] = fresh_beside(target)
            _write(fresh[target], data)
        _move(fresh, force)
    except OSError as error:
        raise NotWritten(f"{path} could not be written: {_why(path, error)}") from error
    finally:
        for left in fresh.values():
            with contextlib.suppress(OSError):
                left.unlink(missing_ok=True)


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


def _write(path: Path, data: bytes) -> None:
    # Made like any file of this user: an author wants to hand a pack on.
    with path.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _move(fresh: Mapping[Path, Path], force: bool) -> None:
    """Give the new files their names; where one fails, those that were not there before go again."""
    placed: list[Path] = []
    try:
        for target, new in fresh.items():
            was_there = os.path.lexists(target)
            if was_there and not force:
                raise FileExistsError(17, "it is there already", str(target))
            new.replace(target)
            placed += [] if was_there else [target]
    except BaseException:
        for path in placed:
            with contextlib.suppress(OSError):
                path.unlink()
        raise
    for folder in {target.parent for target in fresh}:
        sync_folder(folder)
