"""Waiting for the questions: how far it is, and playing what there is meanwhile."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizgame.screen.scene import Action
from tests.pilot import Given, Pilot
from tests.screen.small_bank import small_bank

BUTTON = "Play what was there"


class Slow(Given):
    """Questions of which many are still being read, by somebody else."""

    done: tuple[int, int] | None = (30, 100)

    def progress(self) -> tuple[int, int] | None:
        return self.done


@pytest.fixture
def pilot(start: Callable[..., Pilot]) -> Pilot:
    """Somebody who has chosen to play while many questions are being read."""
    pilot = start(Slow(small_bank()))
    assert pilot.sees("New questions are being read: 30 %.")
    pilot.press(Action.ACCEPT, Action.ACCEPT)
    assert pilot.at == "LoadingScene"
    return pilot


def test_the_player_sees_how_far_it_is(pilot: Pilot) -> None:
    assert pilot.sees("30 %")
    assert isinstance(pilot.parts.content, Slow)
    pilot.parts.content.done = (99, 100)
    assert pilot.sees("99 %")


def test_who_waits_goes_on_by_itself(pilot: Pilot) -> None:
    pilot.wait(1_000)
    assert pilot.at == "LoadingScene"
    assert isinstance(pilot.parts.content, Slow)
    pilot.parts.content.done = None
    pilot.wait(100)
    assert pilot.at == "RoundCard"


def test_who_will_not_wait_plays_what_was_there(pilot: Pilot) -> None:
    pilot.press(Action.ACCEPT)
    assert pilot.at == "RoundCard"


def test_the_mouse_can_do_it_too(pilot: Pilot) -> None:
    pilot.click(BUTTON)
    assert pilot.at == "RoundCard"


def test_back_leads_back(pilot: Pilot) -> None:
    pilot.press(Action.BACK)
    assert pilot.at != "LoadingScene"


def test_where_there_is_nothing_yet_nothing_can_be_pressed(start: Callable[..., Pilot]) -> None:
    pilot = start(Slow(None, ready=False))
    pilot.press(Action.ACCEPT, Action.ACCEPT, Action.ACCEPT)
    assert pilot.at == "LoadingScene"
    assert not pilot.sees(BUTTON)
    assert pilot.sees("This is needed once.")


def test_it_is_drawn_again_only_when_there_is_more_to_see(pilot: Pilot) -> None:
    before = pilot.scene.still(pilot.page())
    pilot.wait(5_000)
    assert pilot.scene.still(pilot.page()) == before
    assert isinstance(pilot.parts.content, Slow)
    pilot.parts.content.done = (31, 100)
    assert pilot.scene.still(pilot.page()) != before
