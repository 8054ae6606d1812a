"""The music stays as it was behind what is opened in the middle of a run, and is calm outside of one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizgame.screen.scene import Action, Mood
from tests.pilot import Pilot
from tests.screen.hands import Keys
from tests.screen.ways import answered, giving_up, rules_in_the_pause, settings_in_the_pause

Start = Callable[..., Pilot]
HUSHED = Mood(hushed=True)


@pytest.mark.parametrize("way", [giving_up, rules_in_the_pause])
def test_what_is_opened_in_the_pause_is_as_hushed(way: Callable[[Pilot], None], start: Start) -> None:
    pilot = start()
    way(pilot)
    assert pilot.at in ("MessageScene", "HowToScene")
    assert pilot.scene.mood() == HUSHED


def test_who_sets_the_volume_hears_the_music_as_loud_as_it_is(start: Start) -> None:
    pilot = start()
    settings_in_the_pause(pilot)
    assert pilot.scene.mood() == Mood()
    pilot.press(Action.BACK)
    assert pilot.scene.mood() == HUSHED


def test_a_flag_leaves_the_music_as_hot_as_the_run(start: Start) -> None:
    pilot = start()
    answered(pilot)
    before = pilot.scene.mood()
    assert before.playing
    pilot.press(Action.FLAG)
    assert pilot.at == "ReportScene"
    assert pilot.scene.mood() == before


def test_after_a_run_all_is_calm(start: Start) -> None:
    pilot = start()
    answered(pilot, 5)
    keys = Keys()
    keys.choose(pilot, "next")
    keys.choose(pilot, "walk")
    assert (pilot.at, pilot.scene.mood()) == ("ResultScene", Mood())
    keys.choose(pilot, "title")
    assert (pilot.at, pilot.scene.mood()) == ("TitleScene", Mood())


def test_who_calls_it_off_is_calm_again(start: Start) -> None:
    pilot = start()
    giving_up(pilot)
    Keys().choose(pilot, "go")
    assert pilot.at == "TitleScene"
    assert pilot.scene.mood() == Mood()
