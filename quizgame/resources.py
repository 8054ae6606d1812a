"""Where assets/ and questions/ are in this copy of the game; knows nothing of what lies in them."""

from __future__ import annotations

import sys
from pathlib import Path


class Incomplete(Exception):
    """This copy of the game lacks a folder it cannot do without; the message says which and what to do."""


def assets() -> Path:
    """The folder of pictures, fonts and sounds. Raises `Incomplete` where there is none."""
    return find("assets", _package(), _bundle())


def questions() -> Path:
    """The folder of the questions that came with the game. Raises `Incomplete` where there is none."""
    return find("questions", _package(), _bundle())


def find(name: str, package: Path, bundle: Path | None = None) -> Path:
    """The folder `name` for the package at `package`, or in the frozen `bundle`; raises `Incomplete`.

    The package comes before its surroundings: in site-packages another project's `assets` may lie beside it.
    """
    places = [package / name, package.parent / name]
    if bundle is not None:
        places.insert(0, bundle / name)
    for place in places:
        if place.is_dir():
            return place
    looked = " and ".join(str(place) for place in places)
    raise Incomplete(f"this copy of the game has no '{name}' folder (looked for {looked}); install it again")


def _package() -> Path:
    return Path(__file__).resolve().parent


def _bundle() -> Path | None:
    folder = getattr(sys, "_MEIPASS", None)  # set by PyInstaller, in a frozen build only
    return None if folder is None else Path(folder)
