"""Tells when files change, by the system's events where there are any; knows not what is in the files.

An event only says that it is time to look: what has changed is told by the files' stamps. So it does not
matter how an editor saves, nor whether the disk (a network drive, for one) gives events at all.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

PAUSE_S = 2.0
FILES_A_SECOND = 1_000
"""Without an event there is a look after so many seconds, and one second more for each so many files."""

STEP_MS = 250
LONGEST_MS = 1_000
"""Events are taken for one change until nothing more has come for a step, at the longest for so long."""

Stamp = tuple[int, int, int]
Stamps = dict[Path, Stamp]
Ticks = Callable[[Sequence[Path], threading.Event, Callable[[], float]], Iterator[None]]
"""Yields whenever it is time to look, until the event is set; told the paths and how long to wait at most."""


def ticks(paths: Sequence[Path], stopped: threading.Event, pause: Callable[[], float]) -> Iterator[None]:
    """Whenever the system tells of a change, and after every pause."""
    # No library, a folder that is gone or whose name is no text, more to watch than the system allows.
    with suppress(ImportError, OSError, RuntimeError, UnicodeError):
        yield from _native_ticks(paths, stopped, pause)
    while not stopped.wait(pause()):
        yield


class Watcher:
    """Calls `changed` with the files that are new, different or gone, from a thread of its own.

    Folders are watched with all that is in them; where a path is no folder, all paths are taken for files
    (which need not exist yet), and nothing else in their folders is looked at.
    """

    def __init__(
        self, paths: Sequence[Path], changed: Callable[[frozenset[Path]], None], ticks: Ticks = ticks
    ) -> None:
        self._paths, self._changed, self._ticks = tuple(paths), changed, ticks
        self._stopped = threading.Event()
        self._known: Stamps = {}
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to watch: from now on every change is told."""
        if self._thread is None:
            self._known = stamps(self._paths)
            self._thread = threading.Thread(target=self._watch, name="watcher", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Cease; nothing is called once this has returned, unless it was `changed` that stopped it."""
        self._stopped.set()
        if self._thread and self._thread is not threading.current_thread():
            self._thread.join()

    def _watch(self) -> None:
        for _ in self._ticks(self._paths, self._stopped, self._pause):
            now = stamps(self._paths)
            different = frozenset(p for p in now.keys() | self._known if now.get(p) != self._known.get(p))
            self._known = now
            if different and not self._stopped.is_set():
                self._changed(different)

    def _pause(self) -> float:
        return PAUSE_S + len(self._known) / FILES_A_SECOND


def stamps(paths: Sequence[Path]) -> Stamps:
    """Size, time and inode of every file; hidden ones and the copies that editors keep are left out."""
    found: Stamps = {}
    seen: set[tuple[int, int]] = set()
    for path in paths:
        if path.is_dir():
            _look_into(path, seen, found)
        else:
            _look_at(path, found)
    return found


def _look_into(folder: Path, seen: set[tuple[int, int]], found: Stamps) -> None:
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in seen:
            return  # a folder that contains itself, by a link
        seen.add((status.st_dev, status.st_ino))
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith(".") or entry.name.endswith("~"):
            continue
        if _is_folder(entry):
            _look_into(path, seen, found)
        else:
            _look_at(path, found)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _look_at(path: Path, found: Stamps) -> None:
    try:
        status = path.stat()
    except OSError:
        return
    found[path] = (status.st_size, status.st_mtime_ns, status.st_ino)


def _native_ticks(
    paths: Sequence[Path], stopped: threading.Event, pause: Callable[[], float]
) -> Iterator[None]:
    # Imported here, in the watcher's thread: the game need not wait for it.
    from watchfiles import watch

    files = [path for path in paths if not path.is_dir()]
    roots = [root for root in ({path.parent for path in paths} if files else paths) if root.is_dir()]
    if not roots:
        return
    events = watch(
        *roots,
        watch_filter=None,
        debounce=LONGEST_MS,
        step=STEP_MS,
        stop_event=stopped,
        rust_timeout=int(pause() * 1000),
        yield_on_timeout=True,
        raise_interrupt=False,
        recursive=not files,
        ignore_permission_denied=True,
    )
    yield  # what changed while the library was made ready
    for _ in events:
        yield
