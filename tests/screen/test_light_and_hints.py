"""With the mouse in hand nothing is lit before it is pointed at; hints name only what can be done now."""

from __future__ import annotations

import pytest

from quizgame.screen.answering.base import Gave
from quizgame.screen.canvas import PlainRuler
from quizgame.screen.crew import CREW_ORDER, LOCK
from quizgame.screen.layout import stage_of
from quizgame.screen.scene import OPTIONS, Action, Device, Page, Point
from quizgame.screen.theme import Theme
from tests.screen.moves import PUT, opened
from tests.screen.seat import seat
from tests.screen.survey import surveyed


def held(device: Device) -> Page:
    return Page(stage_of(1280, 720), Theme(motion=False), PlainRuler(), device, PUT.at + 1_000)


def test_with_the_mouse_in_hand_nothing_is_lit_until_it_points_at_something() -> None:
    scene, mouse = opened().scene, held(Device.MOUSE)
    assert "panel focus" not in surveyed(scene, mouse).lines
    scene.handle(Point(640, 5), mouse)
    assert "panel focus" not in surveyed(scene, mouse).lines
    third = scene.spots(mouse)[2]
    scene.handle(Point(*third.rect.middle), mouse)
    assert surveyed(scene, mouse).lines.count("panel focus") == 1
    assert scene.focused(mouse) == third.id


@pytest.mark.parametrize("device", [Device.KEYS, Device.PAD])
def test_keys_and_pads_find_the_first_card_lit(device: Device) -> None:
    assert surveyed(opened().scene, held(device)).lines.count("panel focus") == 1


def test_who_turns_from_the_mouse_to_the_keys_sees_where_enter_would_go() -> None:
    scene = opened().scene
    assert "panel focus" not in surveyed(scene, held(Device.MOUSE)).lines
    assert "panel focus" in surveyed(scene, held(Device.KEYS)).lines


def test_the_crew_is_hinted_at_as_long_as_one_of_them_can_be_called() -> None:
    table = opened()
    keys = held(Device.KEYS)
    assert "crew" in surveyed(table.scene, keys).lines
    seats = tuple(one._replace(used=frozenset(CREW_ORDER)) for one in table.session.seats)
    table.session = table.session._replace(seats=seats)
    assert "crew" not in surveyed(table.scene, keys).lines


def test_several_answers_say_from_the_start_how_they_are_locked_in() -> None:
    s = seat("several")
    assert "then lock in" in s.lines
    s.press(Action.DOWN)
    assert "then lock in" in s.lines
    s.press(OPTIONS[0])
    assert s.focus == LOCK
    assert "lock in" in s.lines
    assert "then lock in" not in s.lines
    s.press(Action.ACCEPT)
    assert s.moves == [Gave((0,))]
