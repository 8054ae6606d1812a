"""Dialling and writing: what is particular to numbers and typed answers."""

from __future__ import annotations

import pytest

from quizgame.quiz.tasks import Number
from quizgame.screen.answering.base import Gave
from quizgame.screen.crew import LOCK
from quizgame.screen.scene import Action, Click, Scroll, Typed
from quizgame.screen.scenes.question import ReadNow
from tests.kind_samples import question, reading_of
from tests.screen.seat import Seat, seat

# --- number ---


def test_a_number_starts_in_the_middle_and_can_be_locked_in_at_once() -> None:
    assert seat("number").given() == 1990


@pytest.mark.parametrize(
    ("actions", "value"),
    [
        ([Action.LEFT], 1989),
        ([Action.RIGHT, Action.RIGHT], 1992),
        ([Action.PAGE_UP], 2000),
        ([Action.PAGE_DOWN, Action.LEFT], 1980),
        ([Action.RIGHT] * 30, 2000),
    ],
)
def test_arrows_go_by_one_and_pages_by_ten_and_never_past_the_ends(actions: list[Action], value: int) -> None:
    s = seat("number")
    s.press(*actions)
    assert s.given() == value


def test_a_wide_range_is_paged_by_a_tenth() -> None:
    s = seat("number", Number(43_217, 0, 100_000))
    s.press(Action.PAGE_DOWN)
    assert s.given() == 40_000


@pytest.mark.parametrize(("step", "value"), [("-10", 1980), ("-1", 1989), ("1", 1991), ("10", 2000)])
def test_buttons_step_for_who_has_only_a_mouse(step: str, value: int) -> None:
    s = seat("number")
    s.click(f"step {step}")
    assert s.given() == value


@pytest.mark.parametrize(("share", "value"), [(0.0, 1980), (0.26, 1985), (0.999, 2000)])
def test_a_click_on_the_bar_goes_there(share: float, value: int) -> None:
    s = seat("number")
    bar = next(spot.rect for spot in s.scene.spots(s.page) if spot.id == "dial")
    s.do(Click(bar.x + share * bar.w, bar.middle[1]))
    assert s.given() == value


def test_the_wheel_turns_it() -> None:
    s = seat("number")
    s.do(Scroll(-3))
    assert s.given() == 1987


def test_figures_that_are_no_number_of_the_range_cannot_be_locked_in() -> None:
    s = seat("number")
    s.type("19")
    assert "19_" in s.lines
    assert not s.can_lock
    s.type("50")
    assert not s.can_lock
    s.press(Action.ACCEPT)
    assert s.moves == []
    s.type("1983")
    assert s.focus == LOCK
    assert s.given() == 1983


def test_figures_can_be_erased() -> None:
    s = seat("number")
    s.type("1984")
    s.press(Action.ERASE)
    assert "198_" in s.lines
    s.type("7")
    assert s.given() == 1987


def test_a_number_below_zero_can_be_typed() -> None:
    s = seat("number", Number(-7, -50, 50))
    s.type("-12")
    assert s.given() == -12


def test_other_letters_mean_nothing_to_a_number() -> None:
    s = seat("number")
    s.type("x²٣")
    assert s.given() == 1990


# --- typed ---


def test_words_are_given_without_blanks_around_them() -> None:
    s = seat("typed")
    s.type("  Kevin   Gage ")
    assert s.given() == "Kevin Gage"


@pytest.mark.parametrize(
    "words", ["Zoë Łukasz", "Кевин Гейдж", "ケビン・ゲイジ", "می\u200cخواهم", "Gage-O'Neil & 2"]
)
def test_every_script_is_written(words: str) -> None:
    s = seat("typed")
    s.do(Typed(words))
    assert words in s.lines
    assert s.given() == words


def test_what_cannot_be_seen_is_not_written() -> None:
    s = seat("typed")
    s.do(Typed("Ga\x00\u202ege\n"))
    assert s.given() == "Gage"


def test_enter_locks_in_what_was_typed_and_nothing_else() -> None:
    s = seat("typed")
    s.press(Action.ACCEPT)
    s.type("   ")
    s.press(Action.ACCEPT)
    assert s.moves == []
    s.click("A")  # the pointer rests on the board
    s.press(Action.ERASE)
    s.type("Gage")
    s.press(Action.ACCEPT)
    assert s.moves == [Gave("Gage")]


def test_no_more_is_written_than_an_answer_may_have() -> None:
    s = seat("typed")
    s.type("x" * 150)
    assert s.given() == "x" * 100


def test_a_click_into_the_field_gives_nothing() -> None:
    s = seat("typed")
    s.type("Gage")
    s.click("field")
    assert s.moves == []


def test_keys_write_only_while_words_are_asked_for() -> None:
    assert seat("typed").scene.wants_text
    assert not seat("number").scene.wants_text
    assert not Seat(reading_of(question("typed"))).scene.wants_text


@pytest.mark.parametrize("kind", ["several", "order", "match", "number", "typed"])
def test_before_it_is_opened_a_question_shows_nothing_but_itself(kind: str) -> None:
    s = Seat(reading_of(question(kind)))
    card = s.session.card
    assert not {*card.options, *card.labels, "1980", "2000", "A"} & set(s.lines)
    s.press(Action.ACCEPT)
    assert s.moves == [ReadNow()]
