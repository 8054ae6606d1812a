"""The numbers of the game: money, heat, clocks and what an assistance changes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.quiz.rules import Assist, Crew, Rules

FULL = Rules()
CLOCKS = ("x1", "x2", "x4", "off")


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_right_answer_pays_by_level_and_round(level: int, number: int) -> None:
    assert FULL.answer_money(level, number) == 100_000 * level * number


@pytest.mark.parametrize(
    ("left_ms", "dollars"),
    [(30_000, 3_000), (29_999, 2_900), (20_000, 2_000), (1_000, 100), (999, 0), (0, 0)],
)
def test_speed_pays_a_hundred_dollars_for_each_whole_second_left(left_ms: int, dollars: int) -> None:
    assert FULL.speed_money(left_ms) == dollars


@given(st.sampled_from(CLOCKS), st.integers(0, 200_000))
def test_a_slower_clock_never_earns_more_than_the_full_one(clock: str, left_ms: int) -> None:
    assert 0 <= Assist(clock).apply(FULL).speed_money(left_ms) <= FULL.speed_money(30_000)


@given(st.sampled_from(CLOCKS), st.integers(0, 30_000))
def test_the_same_answer_earns_no_more_on_a_slower_clock(clock: str, took_ms: int) -> None:
    slow = Assist(clock).apply(FULL)
    left = (slow.question_ms() or 0) - took_ms
    part = left // slow.clock_factor
    assert slow.speed_money(left) == (0 if clock == "off" else 100 * (part // 1000))


@pytest.mark.parametrize(
    ("clock", "question", "decision"),
    [("x1", 30_000, 30_000), ("x2", 60_000, 60_000), ("x4", 120_000, 120_000), ("off", None, None)],
)
def test_an_assistance_slows_both_clocks_or_stops_them(
    clock: str, question: int | None, decision: int | None
) -> None:
    rules = Assist(clock).apply(FULL)
    assert (rules.question_ms(), rules.decision_ms()) == (question, decision)


@pytest.mark.parametrize(("number", "heat"), [(1, 10), (2, 15), (3, 20), (4, 25), (5, 30), (6, 30)])
def test_a_wrong_answer_burns_by_round(number: int, heat: int) -> None:
    assert FULL.heat_for_wrong(number, doubled=False) == heat
    assert FULL.heat_for_wrong(number, doubled=True) == 40
    assert Assist(less_heat=True).apply(FULL).heat_for_wrong(number, doubled=False) == heat // 2


@pytest.mark.parametrize(("length", "ms"), [(1, 50), (40, 2_000), (99, 4_950), (100, 5_000), (300, 5_000)])
def test_a_question_is_read_for_50_ms_a_character_and_five_seconds_at_most(length: int, ms: int) -> None:
    assert FULL.reading_ms("x" * length) == ms


def test_the_other_numbers() -> None:
    assert (FULL.streak, FULL.streak_cools, FULL.busted_keeps) == (3, 10, 4)
    assert (FULL.drive_ms, FULL.double_heat) == (15_000, 40)
    assert {crew.value for crew in Crew} == {"chris", "nate", "trejo", "michael"}


def test_every_assistance_has_a_table_of_its_own_and_the_full_game_has_none() -> None:
    labels = {Assist(clock, less).label for clock in CLOCKS for less in (False, True)}
    assert labels == {
        "", "clock x2", "clock x4", "no clock",
        "less heat", "clock x2, less heat", "clock x4, less heat", "no clock, less heat",
    }  # fmt: skip
    assert Assist().label == ""
    assert Assist().apply(FULL) == FULL


def test_an_assistance_changes_nothing_but_what_it_names() -> None:
    rules = Assist("x4", less_heat=True).apply(FULL)
    assert rules.answer_money(3, 5) == FULL.answer_money(3, 5)
    assert rules.reading_ms(" " * 30) == FULL.reading_ms(" " * 30)


@pytest.mark.parametrize("clock", ["", "x3", "x", "2", "OFF"])
def test_an_unknown_clock_is_refused(clock: str) -> None:
    with pytest.raises(ValueError, match="no such clock"):
        Assist(clock)
