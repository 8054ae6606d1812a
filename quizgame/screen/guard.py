"""Tells a press that was meant for what stood there before from one that is meant; knows no scene."""

from __future__ import annotations

from quizgame.screen.scene import Action, Click, Input, pressed

GUARD_MS = 250
"""Whoever presses so soon has not seen what there is to press now."""


class Guard:
    """Keeps the second of two quick presses from choosing what has just come in."""

    def __init__(self) -> None:
        self._since: int | None = None

    def begin(self, now: int) -> None:
        """There is something else to press from now on."""
        self._since = now

    def stops(self, input: Input, now: int) -> bool:
        """Whether it is a slip, which would choose what came in since.

        Only what chooses whatever lies under it can be one: keys that name a thing, and those that move, are
        meant.
        """
        return is_fresh(self._since, now) and (pressed(input, Action.ACCEPT) or isinstance(input, Click))


def is_fresh(since: int | None, now: int) -> bool:
    """Whether what came in `since` then (ms; None for never) stands there too briefly to be meant."""
    return since is not None and now - since < GUARD_MS
