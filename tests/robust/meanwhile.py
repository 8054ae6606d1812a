"""Something that goes on in a thread of its own while a test does something else; knows neither."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def meanwhile(work: Callable[[], object], pause_s: float = 0) -> Iterator[None]:
    """Do the work again and again, so many seconds apart, until the block has ended."""
    over = threading.Event()

    def repeat() -> None:
        while not over.wait(pause_s):
            work()

    thread = threading.Thread(target=repeat)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
