"""The game's clock and the sleep between two frames; knows no window and no scene."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

import pygame

from quizgame.screen.display import library

FPS, FPS_POLLED, FPS_AWAY = 60, 20, 10
STIRRED_MS = 700  # so long after the last change the picture counts as still
LIVE_MS, HIDDEN_MS = 50, 400
"""How often a scene is looked at where no more than a clock goes, and where nobody sees it."""
STALL_MS = 250  # a longer gap between two frames (a window being dragged) stops the game's clock
WAKING = ("x11", "wayland", "windows", "cocoa")
"""Where SDL sleeps until the system has an event; under other drivers it looks every millisecond."""

Change = TypeVar("Change")

Sleep = Callable[[int], int]
"""Sleeps so many milliseconds, or until there is an event: then it is 1. The event stays where it is."""


class Pace:
    """Tells the time and when the next frame begins; never before a 60th of a second has passed."""

    def __init__(self) -> None:
        self.now = 0
        """The game's clock in milliseconds; it stands still over a stall."""
        self._clock, self._last = pygame.time.Clock(), time.monotonic_ns()
        self._sleep: Sleep | None = None
        self._asleep = 0

    @property
    def wakes(self) -> bool:
        """Whether an event can end a sleep; otherwise events must be looked for."""
        return self._sleep is not None

    def prepare(self) -> None:
        """Learn to be woken by events, where that can be."""
        self._sleep = _sleep()

    def begin(self) -> None:
        """A frame begins: advance the game's clock, but not over a stall."""
        gap, planned = self._since(), self._asleep
        self.now += gap if gap < STALL_MS + planned else 16
        self._asleep = 0
        self._last += gap * 1_000_000

    def moving(self) -> None:
        """Sleep until the next of frames that follow closely."""
        self._clock.tick(FPS)

    def away(self) -> None:
        """Sleep for as long as a window may that nobody looks at."""
        self._clock.tick(FPS_AWAY)

    def polled(self) -> None:
        """Sleep for as long as an event may go unseen."""
        self._clock.tick(FPS_POLLED)

    def still(self, step_ms: int) -> bool:
        """Sleep until there is an event, or the game's clock comes to a multiple of `step_ms`.

        What counts on in such steps then does so evenly. Whether there is an event. Only for who `wakes`.
        """
        assert self._sleep
        self._asleep = step_ms - (self.now + self._since()) % step_ms
        event = self._sleep(self._asleep)
        self._clock.tick(FPS)  # however many events there are
        return event != 0

    def stay(
        self, step_ms: int, go_on: Callable[[int], Change | None], show: Callable[[Change], object]
    ) -> None:
        """Sleep until there is an event, or more to do than what goes on by itself. Only for who `wakes`.

        At every such step `go_on` is told the game's clock; what it gives is shown, and with None this ends.
        """
        while not self.still(step_ms):
            self.begin()
            change = go_on(self.now)
            if change is None:
                return
            show(change)

    def _since(self) -> int:
        """Whole milliseconds since the frame began."""
        return (time.monotonic_ns() - self._last) // 1_000_000


def _sleep() -> Sleep | None:
    """SDL's own sleep: pygame.event.wait looks for events every millisecond, which takes 2 % of a core."""
    if pygame.display.get_driver() not in WAKING:
        return None
    import ctypes  # after the first frame

    try:
        wait = library().SDL_WaitEventTimeout
    except (OSError, AttributeError, TypeError):
        return None
    wait.argtypes = (ctypes.c_void_p, ctypes.c_int)
    return lambda ms: wait(None, ms)
