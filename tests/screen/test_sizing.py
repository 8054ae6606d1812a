"""What is remembered of the window: what the player made of it, once it has stood, and within the desktop."""

from __future__ import annotations

import pytest

from quizgame.screen.sizing import OPENING_MS, STOOD_MS, Extent, Sides, Sizing

USUAL, LARGE, LARGER = (1280, 720), (1600, 900), (1920, 1000)
FRAME_MS = 20


class Follower:
    """A window whose size is looked at every frame."""

    def __init__(self, kept: Extent, given: Sides) -> None:
        self.sizing, self.now = Sizing(kept), 5_000
        self.kept = list[Extent]()
        self.stands(given, OPENING_MS + STOOD_MS, kept.maximised)

    def stands(self, sides: Sides, ms: int, maximised: bool = False) -> None:
        for _ in range(0, ms, FRAME_MS):
            self.now += FRAME_MS
            self.sizing.look(sides, maximised, self.now, self.kept.append)

    def closes(self) -> list[Extent]:
        """What is kept only because the game ends."""
        last = list[Extent]()
        self.sizing.end(last.append)
        return last


def test_a_window_as_it_was_opened_is_nothing_to_keep() -> None:
    window = Follower(Extent(USUAL), USUAL)
    assert window.kept == []
    assert window.closes() == []


def test_a_size_is_kept_once_after_it_has_stood_and_none_on_the_way() -> None:
    window = Follower(Extent(USUAL), USUAL)
    for step in range(1, 100):
        window.stands((USUAL[0] + step, USUAL[1]), FRAME_MS)
    window.stands(LARGE, STOOD_MS)
    assert window.kept == []
    window.stands(LARGE, 60_000)
    assert window.kept == [Extent(LARGE)]


def test_whoever_closes_at_once_has_it_kept_too() -> None:
    window = Follower(Extent(USUAL), USUAL)
    window.stands(LARGE, FRAME_MS)
    assert window.closes() == [Extent(LARGE)]
    assert window.closes() == []


def test_what_the_desktop_had_no_room_for_is_wished_for_all_the_same() -> None:
    window = Follower(Extent(LARGER), (1360, 740))
    assert (window.kept, window.closes()) == ([], [])
    window.stands((1000, 700), 60_000)
    window.stands((1360, 740), 60_000)
    assert window.kept == [Extent((1000, 700)), Extent((1360, 740))]


def test_a_maximised_window_keeps_the_size_that_it_goes_back_to() -> None:
    window = Follower(Extent(USUAL), USUAL)
    window.stands(LARGE, 60_000)
    window.stands((2560, 1400), FRAME_MS)  # some desktops tell of the size first
    window.stands((2560, 1400), 60_000, maximised=True)
    assert window.kept == [Extent(LARGE), Extent(LARGE, maximised=True)]
    window.stands(LARGE, 60_000)
    assert window.kept[2:] == [Extent(LARGE)]


def test_a_window_that_was_opened_maximised_keeps_both() -> None:
    window = Follower(Extent(LARGE, maximised=True), (2560, 1400))
    assert (window.kept, window.closes()) == ([], [])
    window.stands(LARGE, 60_000)
    assert window.kept == [Extent(LARGE)]


def test_a_window_that_only_filled_the_screen_leaves_nothing() -> None:
    last = list[Extent]()
    Sizing(Extent(USUAL)).end(last.append)
    assert last == []


@pytest.mark.parametrize("desktop", [(1366, 768), (800, 600), (3840, 1000)])
def test_no_window_is_opened_larger_than_its_desktop(desktop: Sides) -> None:
    width, height = Extent(LARGER).within(desktop)
    assert (width, height) == (min(LARGER[0], desktop[0]), min(LARGER[1], desktop[1]))
