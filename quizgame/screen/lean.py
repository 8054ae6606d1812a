"""Brings pygame in without the parts that a first frame does not need; knows no window."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

LATER = (
    "importlib.resources",  # half the standard library comes with it; pygame finds its own files without
    "pygame._debug",
    "pygame.mixer",
    "pygame.mixer_music",
    "pygame.system",
    "pygame.typing",
)
"""pygame takes it well that these are missing; whoever wants one imports it by its own name, then."""


def bring_in(without: Sequence[str] = LATER) -> None:
    """Import pygame in half the time that all of it takes; all of it, if it cannot do without some part."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # it would greet us
    with _missing(without):
        try:
            import pygame
        except Exception:  # noqa: BLE001 - whatever another version of it says to that
            _forget()
    import pygame  # noqa: F401


@contextmanager
def _missing(names: Sequence[str]) -> Iterator[None]:
    """Let modules be missing for a while; those that are there already stay."""
    absent = [name for name in names if name not in sys.modules]
    sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type] # None makes an import of it fail
    try:
        yield
    finally:
        for name in absent:
            sys.modules.pop(name, None)


def _forget() -> None:
    """Begin again: what was imported of a package that failed would be in the way of its next import."""
    for name in [name for name in sys.modules if name.partition(".")[0] == "pygame"]:
        del sys.modules[name]
