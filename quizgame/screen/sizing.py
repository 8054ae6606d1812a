"""How large the player has made the window, and when that is worth keeping; knows no window and no file."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from quizgame.screen.layout import HEIGHT, WIDTH

OPENING_MS = 1_000
"""What changes so soon after the window has come is the desktop's doing."""

STOOD_MS = 2_000
"""A size that has stood so long is kept: while an edge is dragged there is a new one in every frame."""

Sides = tuple[int, int]
NOBODYS: Sides = (0, 0)


class Extent(NamedTuple):
    """How wide and high a window is where it is not maximised, in units of the desktop, and whether it is."""

    sides: Sides = (WIDTH, HEIGHT)
    maximised: bool = False

    def within(self, desktop: Sides) -> Sides:
        """The sides, as far as a desktop has room for them."""
        return min(self.sides[0], desktop[0]), min(self.sides[1], desktop[1])


AS_DELIVERED = Extent()


class Sizing:
    """Follows a window, and tells when there is something to keep."""

    def __init__(self, kept: Extent) -> None:
        """`kept` is what the window was opened with; the desktop may have had less room."""
        self._kept = kept
        self._given: Sides | None = None  # by the desktop; the player has changed nothing since
        self._seen = Extent()
        self._since = 0
        self._opened: int | None = None

    def look(self, sides: Sides, maximised: bool, now: int, keep: Callable[[Extent], None]) -> None:
        """The window as it is now (ms); `keep` is handed what has stood long enough, and is not kept yet.

        Not to be asked while it fills the screen: that size is nobody's.
        """
        if self._opened is None:
            self._opened = now
        seen = Extent(sides, maximised)
        if seen != self._seen:
            self._seen, self._since = seen, now
        if now - self._opened < OPENING_MS:
            self._given = sides
        if now - self._since >= STOOD_MS:
            self.end(keep)

    def end(self, keep: Callable[[Extent], None]) -> None:
        """Hand over what is not kept yet, however short it has stood."""
        if self._given is None:
            return
        sides, maximised = self._seen
        if maximised or sides == self._given:
            sides = self._kept.sides
        else:
            self._given = NOBODYS
        before, self._kept = self._kept, Extent(sides, maximised)
        if self._kept != before:
            keep(self._kept)
