"""A process that does a chore under the preloaded library and has every change to its files written down."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from pathlib import Path

from quizgame.store.paths import Places
from tests.robust.chores import CHORES


def main(folder: str, chore: str) -> None:
    """Fill `folder`/home, keep what it is in `folder`/before, and write `folder`/record."""
    places, library = Places(Path(folder) / "home" / "data", Path(folder)), ctypes.CDLL(None)
    places.data.parent.mkdir()
    CHORES[chore].prepare(places)
    shutil.copytree(places.data.parent, places.cache / "before")
    library.shim_watch(os.fsencode(places.data.parent))
    with (places.cache / "record").open("wb") as record:
        library.shim_record(record.fileno())
        for number, step in enumerate(CHORES[chore].steps, start=1):
            step(places)
            library.shim_mark(str(number).encode())
        library.shim_record(-1)


if __name__ == "__main__":
    main(*sys.argv[1:])
