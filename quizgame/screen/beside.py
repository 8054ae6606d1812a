"""Reads things in a thread beside the loop, one at a time; knows not what they are and keeps none."""

from __future__ import annotations

import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Generic, NamedTuple, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Come(NamedTuple, Generic[K, V]):
    """What has been read, by what was wanted; None where it could not be."""

    key: K
    value: V | None


class Beside(Generic[K, V]):
    """Of all that is wanted while something is being read, only the last counts."""

    def __init__(self, name: str, read: Callable[[K], V | None]) -> None:
        """`name` is the thread's; `read` is called in it."""
        self._name, self._read = name, read
        self._wanted: K | None = None
        self._worker: threading.Thread | None = None
        self._done: SimpleQueue[Come[K, V]] = SimpleQueue()

    @property
    def reads(self) -> bool:
        """Whether something is being read, or waits to be taken in by `come`."""
        return self._worker is not None

    def want(self, key: K) -> bool:
        """Read this next; whether it is being read already."""
        self._wanted = key
        if self._worker is not None:
            return False
        self._begin(key)
        return True

    def drop(self) -> None:
        """Read nothing after what is being read now."""
        self._wanted = None

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for what is being read, so many seconds at most; whether nothing is being read any more."""
        if self._worker:
            self._worker.join(seconds)
        return self._worker is None or not self._worker.is_alive()

    def come(self) -> Come[K, V] | None:
        """What has been read since the last call; what was wanted meanwhile is begun."""
        try:
            come = self._done.get_nowait()
        except Empty:
            return None
        self._worker = None
        if self._wanted is not None and self._wanted != come.key:
            self._begin(self._wanted)
        return come

    def _begin(self, key: K) -> None:
        def work() -> None:
            value = None
            try:
                value = self._read(key)
            finally:
                self._done.put(Come(key, value))

        self._worker = threading.Thread(target=work, name=self._name, daemon=True)
        self._worker.start()
