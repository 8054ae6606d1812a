"""Which files in which folders are content, and what belongs together; opens none, knows no format."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizgame.content.problems import Problem

_ENDINGS = (".yaml", ".yml")
_SOURCES = "sources.yaml"
_FACTS = "facts"

MAX_DEPTH = 16
"""Folders within folders: far more than anybody sorts packs by, and fewer than a path can hold."""


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
        if _is_no_text(str(folder)) and os.path.lexists(folder):
            problems.append(_no_text(folder))
        elif _is_folder(folder, problems):
            units += _Search(problems).below(folder, "")
        elif os.path.lexists(folder):
            problems.append(_problem(folder, "this is a file, not a folder", "name the folder it lies in"))
    return units, problems


def single(path: Path) -> tuple[Unit | None, list[Problem]]:
    """One file as a unit of its own, whatever its ending."""
    problems: list[Problem] = []
    stamp = _stamp(path, problems)
    return (None if stamp is None else Unit(path, path.name, False, (stamp,))), problems


class _Search:
    """The way through a folder and all below it. Links may lead anywhere, and each folder is read once."""

    def __init__(self, problems: list[Problem]) -> None:
        self._problems = problems
        self._names: dict[tuple[int, int], str] = {}

    def below(self, folder: Path, name: str, depth: int = 0) -> Iterator[Unit]:
        """The units in a folder, whose path inside the one that is searched is `name`."""
        entries = self._entries_once(folder, name, depth)
        facts = _facts(folder, name, self._problems) if _SOURCES in entries and _FACTS in entries else None
        if facts is not None:
            yield facts
            entries = [entry for entry in entries if entry not in (_SOURCES, _FACTS)]
        for entry in entries:
            path, inside = folder / entry, f"{name}/{entry}".lstrip("/")
            if _is_no_text(entry):
                self._problems.append(_no_text(path))
            elif _is_folder(path, self._problems):
                yield from self.below(path, inside, depth + 1)
            elif _is_content(entry):
                stamp = _stamp(path, self._problems)
                if stamp is not None:
                    yield Unit(path, inside, False, (stamp,))

    def _entries_once(self, folder: Path, name: str, depth: int) -> list[str]:
        """What is in a folder; nothing where that was found already, or lies too deep."""
        try:
            status = folder.stat()
        except OSError as error:
            self._problems.append(_unreadable(folder, error))
            return []
        identity = status.st_dev, status.st_ino
        if identity in self._names:
            self._problems.append(_problem(folder, _again(name, self._names[identity]), "take the link out"))
            return []
        if depth > MAX_DEPTH:
            what = f"this folder lies more than {MAX_DEPTH} folders deep"
            self._problems.append(_problem(folder, what, "move it further up"))
            return []
        self._names[identity] = name
        return _entries(folder, self._problems) or []


def _again(name: str, known: str) -> str:
    """Why a folder is not read: it was met before by the name that is `known`."""
    if not known or name.startswith(f"{known}/"):
        return "this folder contains itself"
    return f"this folder is here already, as {known}"


def _entries(folder: Path, problems: list[Problem]) -> list[str] | None:
    try:
        return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        problems.append(_unreadable(folder, error))
        return None


def _is_folder(path: Path, problems: list[Problem]) -> bool:
    try:
        return path.is_dir()
    except OSError as error:  # whoever may not look, or a path longer than the system can take
        problems.append(_problem(path, f"this cannot be read: {reason(error)}", "see who may read it"))
        return False


def _facts(folder: Path, name: str, problems: list[Problem]) -> Unit | None:
    inside = folder / _FACTS
    if not inside.is_dir():
        return None
    names = _entries(inside, problems) or []
    paths = [folder / _SOURCES, *(inside / entry for entry in names if _is_content(entry))]
    stamps = [_stamp(path, problems) for path in paths]
    return Unit(folder, name or folder.name, True, tuple(stamp for stamp in stamps if stamp is not None))


def _readable(name: str) -> str:
    """A name as it can be kept and shown: some systems allow any bytes in names, also such as are no text."""
    return name.encode("utf-8", "replace").decode()


def _is_no_text(name: str) -> bool:
    return _readable(name) != name


def _no_text(path: Path) -> Problem:
    what = "the name of this is no text in UTF-8, so that nothing can be kept of it"
    return _problem(path, what, "give it another name")


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


def _unreadable(folder: Path, error: OSError) -> Problem:
    return _problem(folder, f"this folder cannot be read: {reason(error)}", "see who may read it")


def _problem(path: Path, what: str, remedy: str) -> Problem:
    return Problem(_readable(str(path)), 0, 0, "unreadable", what, remedy)
