"""Brings a catalogue up to date in a process of its own, whose work costs the game no frame; shows nothing.

The child is told what to do in a line of JSON, and says in lines of two numbers how far it is. It lives
only as long as the pipe it was told through: when the game ends, however it ends, so does the child.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from quizgame.content.index.indexing import Report, Wish

WORD = "--index-questions"
"""The argument that makes a frozen game, which can start nothing but itself, the child."""

_START = f"import json, sys; sys.path[:] = json.loads(sys.argv[1]); from {__name__} import main; main()"
_ORPHANED = 3
_NICE = 5


class NoChild(Exception):
    """The work was not done by a child process; the message says why."""


def index_in_child(path: Path, wish: Wish, report: Report, command: Sequence[str] | None = None) -> None:
    """What `catalogue.refresh` does, in another process; returns when it is done. Raises NoChild."""
    order = {"path": str(path), "folders": [str(folder) for folder in wish.folders]}
    more = {"off": sorted(wish.off), "hold": wish.hold}
    try:
        with _child(command or _command()) as child:
            assert child.stdin, "a pipe was asked for"
            assert child.stdout, "a pipe was asked for"
            child.stdin.write(json.dumps(order | more) + "\n")
            child.stdin.flush()
            for line in child.stdout:
                _pass_on(line, report)
            code = child.wait()
    except OSError as error:
        raise NoChild(str(error)) from error
    if code:
        raise NoChild(f"the child ended with {code}")


def main(orders: IO[str] | None = None, says: IO[str] | None = None) -> None:
    """Be the child; ends the process where the work cannot be done."""
    from quizgame.content.index.catalogue import refresh

    orders, says = orders or sys.stdin, says or sys.stdout
    if hasattr(os, "nice"):
        os.nice(_NICE)  # on Windows the game has seen to it
    order = json.loads(orders.readline())
    threading.Thread(target=_end_with, args=[orders], daemon=True).start()
    wish = Wish(tuple(map(Path, order["folders"])), frozenset(order["off"]), order["hold"])
    refresh(Path(order["path"]), wish, lambda done, total: print(done, total, file=says, flush=True))


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, WORD]
    return [sys.executable, "-P", "-c", _START, json.dumps([path or str(Path.cwd()) for path in sys.path])]


def _child(command: Sequence[str]) -> subprocess.Popen[str]:
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="ascii",
        creationflags=flags,
    )


def _pass_on(line: str, report: Report) -> None:
    parts = line.split()
    if len(parts) == 2 and all(part.isdigit() for part in parts):
        report(int(parts[0]), int(parts[1]))


def _end_with(orders: IO[str]) -> None:
    """End at once when nobody holds the other end of the pipe: whatever is half written is not kept."""
    # Not orders.read(): it would keep a lock that Python wants when the work is done and the process ends.
    while os.read(orders.fileno(), 1):
        pass
    os._exit(_ORPHANED)
