"""The modes as they are promised, and the bound on which all of the money rests."""

from __future__ import annotations

import pytest

from quizgame.quiz.modes import MODES, THE_SCORE, Mode
from quizgame.quiz.question import LEVELS

EVERY = [pytest.param(mode, id=mode.id) for mode in MODES.values()]


def test_the_score_is_five_rounds_of_five() -> None:
    assert [(round.title, round.topic) for round in THE_SCORE.rounds] == [
        ("The Armored Car", None),
        ("The Crew", "cast"),
        ("The Coffee Shop", "quotes"),
        ("The Vault", "trivia"),
        ("Chicago 1988", "heat2"),
    ]
    assert [len(round.levels) for round in THE_SCORE.rounds] == [5] * 5
    assert THE_SCORE.questions == 25


def test_the_score_warms_up_gently_and_every_round_ends_hard() -> None:
    assert THE_SCORE.rounds[0].levels[:-1] == (1, 1, 1, 1)
    assert [round.levels[-1] for round in THE_SCORE.rounds] == [3] * 5
    assert all(round.levels == tuple(sorted(round.levels)) for round in THE_SCORE.rounds)


def test_the_score_is_found_by_its_id_and_ranked() -> None:
    assert MODES["the-score"] is THE_SCORE
    assert THE_SCORE.ranked


@pytest.mark.parametrize("mode", EVERY)
def test_a_mode_is_whole(mode: Mode) -> None:
    assert mode.questions >= 1
    assert mode.title
    assert mode.line
    assert all(round.title and round.line and set(round.levels) <= set(LEVELS) for round in mode.rounds)
    assert all(len(round.levels) == len(round.kinds) for round in mode.rounds)
    assert len({round.title for round in mode.rounds}) == len(mode.rounds)
    assert 1 <= mode.fewest <= mode.most <= 8


@pytest.mark.parametrize("mode", EVERY)
def test_all_speed_money_of_a_run_is_below_the_cheapest_right_answer(mode: Mode) -> None:
    fastest = mode.rules.speed_money(mode.rules.question_ms() or 0)
    if fastest:
        assert mode.questions <= 30
        assert (mode.questions + 1) * fastest < mode.rules.answer_money(1, 1)  # one is doubled by Michael
