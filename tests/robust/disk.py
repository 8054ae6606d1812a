"""A disk that loses power: what it may hold after each change that was made; knows no game and no SQLite."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, combinations
from pathlib import Path
from typing import NamedTuple, TypeVar

PAGE = 4_096
_HEAD = struct.Struct("=cIIQqI")
# Up to so many changes that are not on the disk yet every subset of them is tried; of more, telling ones.
ALL_SUBSETS = 4

T = TypeVar("T")
Disk = dict[str, bytes]
Change = Callable[[bytes], bytes]


class Entry(NamedTuple):
    """One change as the library wrote it down; see shim.c for the letters."""

    what: str
    one: str
    two: str
    node: int
    at: int
    data: bytes


def entries(record: bytes) -> Iterator[Entry]:
    """What stands in a record."""
    start = 0
    while start < len(record):
        what, one, two, node, at, size = _HEAD.unpack_from(record, start)
        words = start + _HEAD.size
        data = words + one + two
        texts = record[words:data].decode()
        written = record[data : data + size] if what == b"W" else b""
        yield Entry(what.decode(), texts[:one], texts[one:], node, at, written)
        start = data + (size if what == b"W" else 0)


@dataclass(slots=True)
class _File:
    """What is surely on the disk, and the changes that may be, in order."""

    synced: bytes = b""
    changes: list[Change] = field(default_factory=list)

    def now(self) -> bytes:
        return applied(self.synced, self.changes)


class Machine:
    """Names and files, each with what is on the disk and what only the system knows of."""

    def __init__(self, disk: Disk) -> None:
        self._files: dict[int, _File] = {n: _File(content) for n, content in enumerate(disk.values())}
        self._synced: dict[str, int] = {name: n for n, name in enumerate(disk)}
        self._names: list[tuple[str, str, int | None]] = []  # folder, name, file or None: gone
        self._nodes: dict[int, int] = {}
        self._known: dict[str, int] = dict(self._synced)
        self._folders: set[str] = set()  # those that were made meanwhile

    def follow(self, entry: Entry) -> None:
        """Do what a process has done."""
        match entry.what:
            case "C" | "M":
                self._files[len(self._files)] = _File()
                self._nodes[entry.node] = len(self._files) - 1
                self._name(entry.one, len(self._files) - 1)
                self._folders |= {entry.one} if entry.what == "M" else set()
            case "O":
                self._nodes[entry.node] = self._known[entry.one]
            case "W":
                self._file(entry).changes.append(written(entry.at, entry.data))
            case "T":
                self._file(entry).changes.append(cut(entry.at))
            case "S":
                file = self._file(entry)
                file.synced, file.changes = file.now(), []
            case "N" | "L":
                self._name(entry.two, self._known[entry.one], entry.one if entry.what == "N" else "")
            case "U":
                self._name("", None, entry.one)
            case "D":
                self._sync_names(entry.one)

    def _file(self, entry: Entry) -> _File:
        return self._files[self._nodes[entry.node]]

    def _name(self, new: str, file: int | None, old: str = "") -> None:
        """A file gets a name, or loses one, or both in one step."""
        if old:
            self._known.pop(old)
        if new and file is not None:
            self._known[new] = file
        self._names.append((new, old, file))

    def _sync_names(self, folder: str) -> None:
        inside = [name for name in self._names if Path(name[0] or name[1]).parent == Path(folder)]
        self._synced = renamed(self._synced, inside)
        self._names = [name for name in self._names if name not in inside]

    def states(self) -> Iterator[Disk]:
        """What the disk may hold if the power fails now; a state may come twice."""
        for names in subsets(self._names):
            found = self._within_folders(renamed(self._synced, names))
            dirty = [n for n in dict.fromkeys(found.values()) if self._files[n].changes]
            for contents in self._contents(dirty):
                yield {name: contents.get(n, self._files[n].synced) for name, n in found.items()}

    def _within_folders(self, names: dict[str, int]) -> dict[str, int]:
        """The names of files whose folders are there too."""
        lost = self._folders - names.keys()
        kept = {name: n for name, n in names.items() if not lost & set(map(str, Path(name).parents))}
        return {name: n for name, n in kept.items() if name not in self._folders}

    def _contents(self, dirty: list[int]) -> Iterator[dict[int, bytes]]:
        """Each file with each of its fates while the others lose all, and while they keep all."""
        lost = {n: self._files[n].synced for n in dirty}
        kept = {n: self._files[n].now() for n in dirty}
        yield from (lost, kept)
        for n in dirty:
            for fate in fates(self._files[n].synced, self._files[n].changes):
                yield lost | {n: fate}
                if len(dirty) > 1:
                    yield kept | {n: fate}


def written(at: int, data: bytes) -> Change:
    """The change that writes `data` at an offset; what lies between is zero."""
    return lambda old: old[:at].ljust(at, b"\0") + data + old[at + len(data) :]


def cut(size: int) -> Change:
    """The change that makes a file so long."""
    return lambda old: old[:size].ljust(size, b"\0")


def applied(content: bytes, changes: Iterable[Change]) -> bytes:
    """What the changes make of a content, one after the other."""
    for change in changes:
        content = change(content)
    return content


def renamed(names: dict[str, int], changes: Iterable[tuple[str, str, int | None]]) -> dict[str, int]:
    """The names after some changes of names."""
    found = dict(names)
    for new, old, file in changes:
        if old:
            found.pop(old, None)
        if new and file is not None:
            found[new] = file
    return found


def fates(content: bytes, changes: list[Change]) -> Iterator[bytes]:
    """What a file may be that is not all on the disk: some changes lost, the last torn, only its length."""
    for some in subsets(changes):
        yield applied(content, some)
    whole, before = applied(content, changes), applied(content, changes[:-1])
    for half in (PAGE // 2, 512, (len(whole) - len(before)) // 2):
        yield torn(before, whole, half)
    if len(whole) > len(content):
        yield content + bytes(len(whole) - len(content))


def torn(before: bytes, after: bytes, half: int) -> bytes:
    """Every page that differs, its first part from after the change and the rest from before it."""
    found = bytearray(before[: len(after)].ljust(len(after), b"\0"))
    for start in range(0, len(after), PAGE):
        if before[start : start + PAGE] != after[start : start + PAGE]:
            found[start : start + half] = after[start : start + half]
    return bytes(found)


def subsets(changes: list[T]) -> Iterator[list[T]]:
    """All of them where they are few; else none, all, each beginning, each alone and all but each."""
    count = len(changes)
    if count <= ALL_SUBSETS:
        sizes = (combinations(changes, size) for size in range(count + 1))
        yield from map(list, chain.from_iterable(sizes))
        return
    yield from (changes[:end] for end in range(count + 1))
    yield from ([change] for change in changes)
    yield from (changes[:at] + changes[at + 1 :] for at in range(count))


def digest(disk: Disk) -> bytes:
    """A name for a state of the disk."""
    parts = (name.encode() + b"\0" + hashlib.sha256(disk[name]).digest() for name in sorted(disk))
    return hashlib.sha256(b"".join(parts)).digest()
