"""How far a long command is, on the terminal of whoever waits for it; knows not what it waits for."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Self, TextIO

_PATIENCE = 1.0  # seconds that nobody minds waiting
_EVERY = 0.1  # seconds from one picture of a bar to the next
_EVERY_LINE = 10.0  # seconds from one line to the next where no bar can be drawn
_WIDTH = 30


class Progress:
    """A bar on a terminal, a line now and then elsewhere, and nothing at all for what is soon done.

    Used with `with`, so that the bar goes when the work ends. `clock` gives seconds.
    """

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._drawn = 0
        self._is_terminal = stream.isatty()
        has_blocks = (getattr(stream, "encoding", None) or "").casefold().startswith("utf")
        self._full, self._empty = ("█", "░") if has_blocks else ("#", ".")
        self._next = clock() + (_PATIENCE if self._is_terminal else _EVERY_LINE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._wipe()

    def show(self, what: str, done: int, total: int) -> None:
        """Say that `done` of `total` (in whatever unit) are done; cheap enough to be called often."""
        now = self._clock()
        if now < self._next:
            return
        part = min(done / total, 1.0) if total > 0 else 0.0
        if self._is_terminal:
            self._next = now + _EVERY
            self._draw(f"{what} {self._full * round(part * _WIDTH):{self._empty}<{_WIDTH}} {part:4.0%}")
        else:
            self._next = now + _EVERY_LINE
            self._stream.write(f"{what}: {part:.0%}\n")
            self._stream.flush()

    def showing(self, what: str) -> Callable[[int, int], None]:
        """`show` of one kind of work, for whoever is to tell how far it is."""
        return lambda done, total: self.show(what, done, total)

    def _draw(self, line: str) -> None:
        self._stream.write(f"\r{line.ljust(self._drawn)}")
        self._stream.flush()
        self._drawn = max(self._drawn, len(line))

    def _wipe(self) -> None:
        if self._drawn:
            self._stream.write("\r" + " " * self._drawn + "\r")
            self._stream.flush()
            self._drawn = 0
