"""The second of two quick presses chooses nothing; an option's own key always answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizgame.screen.guard import GUARD_MS
from quizgame.screen.menu import FocusScene
from quizgame.screen.scene import OPTIONS, Action, Click
from tests.pilot import Pilot
from tests.screen.ways import answered, deciding, to_first_question

Start = Callable[..., Pilot]


@pytest.fixture
def pilot(start: Start) -> Pilot:
    pilot = start()
    to_first_question(pilot)
    return pilot


@pytest.mark.parametrize("after_ms", [0, 1, 100, GUARD_MS - 1])
def test_a_second_enter_does_not_answer(after_ms: int, pilot: Pilot) -> None:
    pilot.press(Action.ACCEPT)
    pilot.wait(after_ms)
    pilot.press(Action.ACCEPT)
    assert pilot.at == "QuestionScene"
    assert pilot.spots()


def test_enter_answers_as_soon_as_it_can_be_meant(pilot: Pilot) -> None:
    pilot.press(Action.ACCEPT)
    pilot.wait(GUARD_MS)
    pilot.press(Action.ACCEPT)
    assert pilot.at == "RevealScene"


def test_a_double_click_does_not_answer(pilot: Pilot) -> None:
    pilot.press(Action.ACCEPT)
    middle = pilot.spots()[0].rect.middle
    pilot.do(Click(*middle))
    assert pilot.at == "QuestionScene"
    pilot.wait(GUARD_MS)
    pilot.do(Click(*middle))
    assert pilot.at == "RevealScene"


@pytest.mark.parametrize("option", OPTIONS[:2])
def test_an_options_own_key_answers_at_once(option: Action, pilot: Pilot) -> None:
    pilot.press(Action.ACCEPT, option)
    assert pilot.at == "RevealScene"


def test_enter_that_comes_just_after_the_reading_time_does_not_answer(pilot: Pilot) -> None:
    while not pilot.spots():
        pilot.wait(50)
    pilot.press(Action.ACCEPT)
    assert pilot.at == "QuestionScene"


def test_each_question_has_its_own_opening(pilot: Pilot) -> None:
    pilot.press(Action.ACCEPT)
    pilot.wait(GUARD_MS)
    pilot.press(Action.ACCEPT, Action.ACCEPT)
    pilot.wait(GUARD_MS)
    pilot.press(Action.ACCEPT, Action.ACCEPT)
    assert pilot.at == "QuestionScene"


def to_the_last_reveal(pilot: Pilot) -> None:
    answered(pilot, 5)
    assert pilot.at == "RevealScene"


@pytest.mark.parametrize("after_ms", [0, 100, GUARD_MS - 1])
def test_a_second_enter_on_a_reveal_does_not_walk_away(after_ms: int, start: Start) -> None:
    pilot = start()
    to_the_last_reveal(pilot)
    pilot.press(Action.ACCEPT)
    pilot.wait(after_ms)
    pilot.press(Action.ACCEPT)
    assert pilot.at == "DecisionScene"
    pilot.wait(GUARD_MS)
    pilot.press(Action.ACCEPT)
    assert pilot.at == "ResultScene"


def test_a_double_click_on_a_reveal_does_not_stay(start: Start) -> None:
    pilot = start()
    to_the_last_reveal(pilot)
    middle = pilot.spots()[0].rect.middle
    pilot.click_at(*middle)
    pilot.click_at(*middle)
    assert pilot.at == "DecisionScene"


def test_the_focus_moves_from_the_first_moment_of_a_decision(start: Start) -> None:
    pilot = start()
    deciding(pilot)
    pilot.press(Action.RIGHT)
    assert isinstance(pilot.scene, FocusScene)
    assert pilot.scene.focused(pilot.page()) == "stay"


def test_who_answers_while_time_runs_out_does_not_press_on_past_the_sums(start: Start) -> None:
    pilot = start()
    deciding(pilot)
    while pilot.at == "DecisionScene":
        pilot.wait(50)
    pilot.press(Action.ACCEPT)
    pilot.click_spot("title")
    assert pilot.at == "ResultScene"
    pilot.wait(GUARD_MS)
    pilot.click_spot("title")
    assert pilot.at == "TitleScene"


def test_a_key_without_a_meaning_opens_a_question_and_answers_none(pilot: Pilot) -> None:
    pilot.press(Action.OTHER)
    assert pilot.spots()
    pilot.wait(GUARD_MS)
    pilot.press(Action.OTHER)
    assert pilot.at == "QuestionScene"
