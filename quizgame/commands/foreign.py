"""Finds and opens the files that are to be imported; reads no question in them and writes nothing."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizgame.content.folders import reason
from quizgame.content.formats.base import Unreadable
from quizgame.content.formats.detect import detect, refuse_binary
from quizgame.content.formats.dirty import decode
from quizgame.content.formats.registry import Format, by_name
from quizgame.content.problems import Problem

STDIN = "stdin"
_MOST_BYTES = 50_000_000  # half a million questions: what one machine can hold at once


@dataclass(frozen=True, slots=True)
class Source:
    """A file to import; without a path it is what is piped in. Its size is in bytes, 0 where unknown."""

    name: str
    path: Path | None
    size: int = 0


@dataclass(frozen=True, slots=True)
class Opened:
    """A file's text, the format it is in, and what was odd about its bytes."""

    text: str
    form: Format
    problems: list[Problem]


def sources(names: Sequence[str]) -> list[Source]:
    """What the words of a command name: files, every file below a folder, `-` for what is piped in."""
    found: dict[str, Source] = {}
    for name in names:
        path = Path(name)
        if name == "-":
            every = [Source(STDIN, None)]
        elif path.is_dir():
            every = [_source(below) for below in _below(path)]
        else:
            every = [_source(path)]
        found |= {one.name: one for one in every}
    return list(found.values())


def _source(path: Path) -> Source:
    try:
        return Source(str(path), path, path.stat().st_size)
    except (OSError, ValueError):  # said when it is opened
        return Source(str(path), path)


def _below(folder: Path) -> Iterator[Path]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(here, name) for name in sorted(files) if not name.startswith("."))


def opened(source: Source, forced: str, encoding: str) -> Opened:
    """The text of a file and its format; raises Unreadable, with what to do."""
    data = _bytes(source)
    refuse_binary(data)
    text, problems = decode(data, source.name, encoding)
    form = by_name(forced) if forced else detect(text, source.name)
    return Opened(text, form, problems)


def _bytes(source: Source) -> bytes:
    try:
        if source.path is None:
            data = sys.stdin.buffer.read(_MOST_BYTES + 1)
        else:
            data = _read(source.path)
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else str(error)
        raise Unreadable(f"this file cannot be read: {why}", "see whether it is there") from error
    if len(data) > _MOST_BYTES:
        raise Unreadable(f"the file has more than {_MOST_BYTES // 1_000_000} MB", "split it")
    return data


def _read(path: Path) -> bytes:
    if path.exists() and not stat.S_ISREG(path.stat().st_mode):
        raise Unreadable("this is not an ordinary file", "name a file with questions in it")
    with path.open("rb") as file:
        return file.read(_MOST_BYTES + 1)
