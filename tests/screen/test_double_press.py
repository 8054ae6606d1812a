"""Two quick presses on a question open its options and do not answer it; an option's own key always does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizgame.screen.manners.base import GUARD_MS
from quizgame.screen.scene import OPTIONS, Action, Click
from tests.pilot import Pilot
from tests.screen.ways import to_first_question

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
