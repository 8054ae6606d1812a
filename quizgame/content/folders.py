"""Which files in which folders are content, and what belongs together; opens none, knows no format."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizgame.content.problems import Problem

_ENDINGS = (".yaml", ".yml")
_SOURCES = "sources.yaml"
_FACTS = "facts"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What tells that a file has changed without reading it."""

    path: Path
    size: int
    mtime_ns: int
    inode: int


@dataclass(frozen=True, slots=True)
class Unit:
    """Files that are read together: one pack, or a folder's table of sources with its files of facts.

    `name` is the path inside the folder that was searched, with '/' between its parts.
    """

    path: Path
    name: str
    is_facts: bool
    files: tuple[Stamp, ...]


def find(folders: Sequence[Path]) -> tuple[list[Unit], list[Problem]]:
    """The content of folders, folder by folder, in the order of names; a folder that is missing has none."""
    units: list[Unit] = []
    problems: list[Problem] = []
    for folder in folders:
        if folder.is_dir():
            units += _search(folder, "", (), problems)
        elif folder.exists():
            problems.append(_problem(folder, "this is a file, not a folder", "name the folder it lies in"))
    return units, problems


def single(path: Path) -> tuple[Unit | None, list[Problem]]:
    """One file as a unit of its own, whatever its ending."""
    problems: list[Problem] = []
    stamp = _stamp(path, problems)
    return (None if stamp is None else Unit(path, path.name, False, (stamp,))), problems


def _search(
    folder: Path, name: str, above: tuple[tuple[int, int], ...], problems: list[Problem]
) -> Iterator[Unit]:
    entries = _entries(folder, above, problems)
    if entries is None:
        return
    here = (*above, _identity(folder))
    facts = _facts(folder, entries, name, problems) if _SOURCES in entries and _FACTS in entries else None
    if facts is not None:
        yield facts
        entries = [entry for entry in entries if entry not in (_SOURCES, _FACTS)]
    for entry in entries:
        path, inside = folder / entry, f"{name}/{entry}".lstrip("/")
        if path.is_dir():
            yield from _search(path, inside, here, problems)
        elif _is_content(entry):
            stamp = _stamp(path, problems)
            if stamp is not None:
                yield Unit(path, inside, False, (stamp,))


def _entries(folder: Path, above: tuple[tuple[int, int], ...], problems: list[Problem]) -> list[str] | None:
    try:
        if _identity(folder) in above:
            problems.append(_problem(folder, "this folder contains itself", "take the link out"))
            return None
        return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        problems.append(
            _problem(folder, f"this folder cannot be read: {reason(error)}", "see who may read it")
        )
        return None


def _facts(folder: Path, entries: list[str], name: str, problems: list[Problem]) -> Unit | None:
    inside = folder / _FACTS
    if not inside.is_dir():
        return None
    names = _entries(inside, (), problems) or []
    paths = [folder / _SOURCES, *(inside / entry for entry in names if _is_content(entry))]
    stamps = [_stamp(path, problems) for path in paths]
    return Unit(folder, name or folder.name, True, tuple(stamp for stamp in stamps if stamp is not None))


def _identity(folder: Path) -> tuple[int, int]:
    status = folder.stat()
    return status.st_dev, status.st_ino


def _is_content(name: str) -> bool:
    return name.casefold().endswith(_ENDINGS) and not name.startswith(".")


def _stamp(path: Path, problems: list[Problem]) -> Stamp | None:
    try:
        status = path.stat()
    except OSError as error:
        problems.append(
            _problem(path, f"this file cannot be read: {reason(error)}", "see whether it is there")
        )
        return None
    if not stat.S_ISREG(status.st_mode):
        problems.append(_problem(path, "this is not an ordinary file", "take it out of the folder"))
        return None
    return Stamp(path, status.st_size, status.st_mtime_ns, status.st_ino)


def reason(error: OSError) -> str:
    """Why the system refused, in its own words."""
    return (error.strerror or error.__class__.__name__).lower()


def glance(path: Path) -> Stamp:
    """A file as it lies there now; one that cannot be seen has the size -1."""
    try:
        status = path.stat()
    except (OSError, ValueError):  # ValueError: a NUL in its name
        return Stamp(path, -1, 0, 0)
    return Stamp(path, status.st_size, status.st_mtime_ns, status.st_ino)


def _problem(path: Path, what: str, remedy: str) -> Problem:
    return Problem(str(path), 0, 0, "unreadable", what, remedy)
