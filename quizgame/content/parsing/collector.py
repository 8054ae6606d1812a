"""Keeps the garbage collector out of bulk work that makes many objects, no garbage; knows no content."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """No collection inside; for work that ends within a second or so.

    A big file makes a few hundred thousand objects that all stay, and the collector would look at every one
    of them again and again: a third of the time of reading.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
