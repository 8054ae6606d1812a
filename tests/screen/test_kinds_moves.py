"""Ticking cards and carrying things: what is particular to several right answers, orders and pairs."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from quizgame.quiz.events import Call, Open
from quizgame.quiz.rules import Crew
from quizgame.quiz.session import after
from quizgame.screen.answering.base import Gave
from quizgame.screen.crew import LOCK
from quizgame.screen.scene import OPTIONS, Action, Point
from quizgame.screen.scenes.question import Stopped
from tests.screen.seat import seat


def test_nates_question_has_its_own_way_to_be_answered() -> None:
    s = seat("number")
    s.session = after(s.session, Call(s.session.at + 1, Crew.NATE))
    s.session = after(s.session, Open(s.session.at + 1))
    ids = [spot.id for spot in s.scene.spots(s.page)]
    assert ids[:2] == ["option 0", "option 1"]
    assert LOCK not in ids
    s.type("5")
    assert s.moves == []
    s.press(Action.ACCEPT)
    assert s.moves == [Gave(0)]


# --- several ---


def test_nothing_ticked_cannot_be_locked_in() -> None:
    s = seat("several")
    assert not s.can_lock
    s.click(LOCK)
    s.press(Action.OPTION_5, Action.OPTION_5)
    assert not s.can_lock
    assert s.moves == []


@pytest.mark.parametrize("places", [(0,), (1, 4), (0, 1, 2, 3, 4, 5)])
def test_what_is_ticked_is_given_in_the_order_of_the_cards(places: Sequence[int]) -> None:
    s = seat("several")
    s.press(*(OPTIONS[place] for place in reversed(places)))
    assert s.lines.count("<tick>") == len(places)
    assert s.given() == tuple(places)


def test_digits_then_enter_are_enough() -> None:
    s = seat("several")
    s.press(Action.OPTION_3, Action.OPTION_6, Action.ACCEPT)
    assert s.moves == [Gave((2, 5))]


def test_accept_on_a_card_ticks_and_unticks_it() -> None:
    s = seat("several")
    s.press(Action.ACCEPT, Action.RIGHT, Action.ACCEPT, Action.ACCEPT)
    assert s.given() == (0,)


def test_what_chris_covers_is_no_longer_ticked_and_cannot_be() -> None:
    s = seat("several")
    covered = s.session.card.covered
    kept = next(place for place in range(6) if place not in covered)
    s.press(*(OPTIONS[place] for place in covered))
    s.session = after(s.session, Call(s.session.at, Crew.CHRIS))
    assert not s.can_lock
    s.press(*(OPTIONS[place] for place in covered))
    s.press(OPTIONS[kept])
    assert s.given() == (kept,)


# --- order and match ---


def test_in_an_order_the_others_close_up() -> None:
    s = seat("order")
    s.press(Action.OPTION_1, Action.OPTION_4)
    assert s.given() == (1, 2, 3, 0, 4)


def test_of_pairs_the_two_change_places() -> None:
    s = seat("match")
    s.press(Action.OPTION_1, Action.OPTION_4)
    assert s.given() == (3, 1, 2, 0)


@pytest.mark.parametrize(("kind", "after_steps"), [("order", (1, 2, 0, 3, 4)), ("match", (2, 1, 0, 3))])
def test_step_by_step_comes_to_the_same_as_at_once(kind: str, after_steps: tuple[int, ...]) -> None:
    s = seat(kind)
    s.press(Action.ACCEPT, Action.DOWN, Action.DOWN, Action.ACCEPT)
    assert s.given() == after_steps


def test_what_is_in_hand_stops_at_the_ends() -> None:
    s = seat("order")
    s.press(Action.ACCEPT, Action.UP, *[Action.DOWN] * 9, Action.ACCEPT)
    assert s.given() == (1, 2, 3, 4, 0)


def test_back_puts_back_what_is_in_hand_and_does_not_pause() -> None:
    s = seat("order")
    s.press(Action.ACCEPT, Action.DOWN, Action.DOWN)
    assert "panel pressed" in s.lines
    s.press(Action.BACK)
    assert s.moves == []
    assert s.focus == "row 0"
    assert "panel pressed" not in s.lines
    s.press(Action.BACK)
    assert s.moves == [Stopped()]


def test_a_thing_in_hand_must_be_put_down_before_the_lock() -> None:
    s = seat("match")
    s.click("row 1")
    assert not s.can_lock
    s.click(LOCK)
    assert s.moves == []
    s.click("row 3")
    assert s.given() == (0, 3, 2, 1)


def test_a_click_on_what_is_in_hand_puts_it_down_where_it_was() -> None:
    s = seat("order")
    s.click("row 1")
    s.click("row 1")
    assert s.given() == (0, 1, 2, 3, 4)


def test_a_pointer_on_its_way_moves_nothing() -> None:
    s = seat("order")
    s.click("row 0")
    before = s.lines.count("panel pressed")
    rows = [spot.rect.middle for spot in s.scene.spots(s.page) if spot.id.startswith("row")]
    s.do(*(Point(*middle) for middle in rows))
    s.press(Action.BACK)
    assert before == 1
    assert s.given() == (0, 1, 2, 3, 4)


def test_the_way_down_from_the_last_row_leads_to_the_lock() -> None:
    s = seat("order")
    s.press(*[Action.DOWN] * 5)
    assert s.focus == LOCK
