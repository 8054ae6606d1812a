"""The game's clock and the sleep between two frames, on a clock of our own."""

from __future__ import annotations

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.screen import pace
from quizgame.screen.pace import STALL_MS, Pace

MS = 1_000_000


class World:
    """Time that passes only where somebody sleeps."""

    def __init__(self) -> None:
        self.ns = 7 * MS
        self.event_in: int | None = None
        self._ticked = 0

    def monotonic_ns(self) -> int:
        return self.ns

    def pass_ms(self, ms: float) -> None:
        self.ns += round(ms * MS)

    def sleep(self, ms: int) -> int:
        """As SDL: until there is an event, but so long at most; whether there is one."""
        self.pass_ms(ms if self.event_in is None else min(ms, self.event_in))
        return int(self.event_in is not None and self.event_in <= ms)

    def tick(self, fps: int) -> None:
        """As pygame's clock: until so much has passed since the last call."""
        self.ns = self._ticked = max(self.ns, self._ticked + 1000 * MS // fps)


def paced(world: World, patch: pytest.MonkeyPatch) -> Pace:
    patch.setattr(pace, "time", world)
    patch.setattr(pace, "_sleep", lambda: world.sleep)
    patch.setattr("pygame.time.Clock", lambda: world)
    made = Pace()
    made.prepare()
    return made


def test_the_clock_stands_still_over_a_stall(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    made = paced(world, monkeypatch)
    for gap, at in ((40, 40), (STALL_MS - 1, STALL_MS + 39), (9_000, STALL_MS + 55)):
        world.pass_ms(gap)
        made.begin()
        assert made.now == at


def test_no_part_of_a_millisecond_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    made = paced(world, monkeypatch)
    for _ in range(1000):
        world.pass_ms(16.6)
        made.begin()
    assert made.now == 16_600


@given(start=st.integers(0, 240), works=st.integers(0, 49), step=st.sampled_from([50, 100, 200]))
def test_a_still_picture_is_looked_at_in_even_steps(start: int, works: int, step: int) -> None:
    world = World()
    with pytest.MonkeyPatch.context() as patch:
        made = paced(world, patch)
        world.pass_ms(start)
        made.begin()
        world.pass_ms(works)
        made.still(step)
        made.begin()
    assert made.now % step == 0
    assert 0 < made.now - start - works <= max(step, 16 + step)


def test_an_event_ends_the_sleep(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    made = paced(world, monkeypatch)
    world.pass_ms(100)
    made.begin()
    world.event_in = 30
    made.still(100)
    made.begin()
    assert made.now == 130


def test_nothing_runs_faster_when_events_flood_in(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    made = paced(world, monkeypatch)
    world.event_in = 0
    for _ in range(601):
        made.begin()
        made.still(100)
    assert made.now >= 9_900


def test_where_events_wake_nobody_they_are_looked_for() -> None:
    pygame.display.init()
    made = Pace()
    made.prepare()  # the driver of the tests has no events to sleep for
    assert not made.wakes


def test_while_nothing_happens_what_goes_on_is_shown_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    made = paced(world, monkeypatch)
    shown: list[int] = []
    made.stay(100, lambda now: now if now < 400 else None, shown.append)
    assert shown == [100, 200, 300]
    world.event_in = 20
    made.stay(100, lambda now: now, shown.append)
    assert shown[3:] == []


def test_a_key_that_comes_while_what_goes_on_is_shown_waits_for_no_further_step(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world = World()
    made = paced(world, monkeypatch)
    shown: list[int] = []

    def show(now: int) -> None:
        shown.append(now)
        world.event_in = 0

    made.stay(100, lambda now: now, show)
    made.begin()
    assert shown == [100]
    assert made.now <= 117


def test_a_sleep_that_was_meant_is_no_stall(monkeypatch: pytest.MonkeyPatch) -> None:
    world = World()
    made = paced(world, monkeypatch)
    made.still(2 * STALL_MS)
    made.begin()
    assert made.now == 2 * STALL_MS
    made.still(100)
    world.pass_ms(9_000)  # the machine slept too
    made.begin()
    assert made.now == 2 * STALL_MS + 16
