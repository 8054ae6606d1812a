"""The process round the window: signals that end it, and the chatter of system libraries; knows no window."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

ENDINGS = ("SIGTERM", "SIGHUP", "SIGBREAK")
"""How a system tells a game to end: a log-out, a closed terminal, a closed console of Windows."""


@contextmanager
def told_to_end() -> Iterator[Callable[[], bool]]:
    """Note that the process was told to end instead of dying at once, so that the run can still be saved."""
    told: list[int] = []
    before = {}
    if threading.current_thread() is threading.main_thread():
        for number in _heeded():
            before[number] = signal.signal(number, lambda number, _: told.append(number))
    try:
        yield lambda: bool(told)
    finally:
        for number, disposition in before.items():
            signal.signal(number, disposition)


def _heeded() -> list[int]:
    """The signals that this system has and that whoever started us does not want ignored."""
    found = [getattr(signal, name) for name in ENDINGS if hasattr(signal, name)]
    return [number for number in found if signal.getsignal(number) is not signal.SIG_IGN]


@contextmanager
def hushed() -> Iterator[None]:
    """Keep system libraries from grumbling on standard error while one device after the other is tried."""
    try:
        kept = os.dup(2)
    except OSError:  # there is no standard error
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
