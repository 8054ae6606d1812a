"""What is sent to friends: reads aloud, tells the score and gives no question away."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from quizgame.quiz.deal import Wish, deal
from quizgame.quiz.modes import (
    MODES,
    STAKEOUT,
    THE_DAILY_JOB,
    THE_SCORE,
    THIRTY_SECONDS,
    TURNS,
    Mode,
)
from quizgame.quiz.record import Circumstances, record
from quizgame.quiz.rules import Assist
from quizgame.quiz.run import Answered, Ending, Run
from quizgame.quiz.share import RIGHT, WRONG, headline, marks, share
from quizgame.quiz.state import start
from tests.quiz.players import bank, game

ABOUT = Circumstances("Neil", "2026-11-20T20:00:00+01:00", "2026-11-20T20:09:30+01:00", "1.0")


def run_of(mode: Mode, play: str = "shared", seat: int = 0, players: int = 0) -> Run:
    wish = Wish("daily/2026-11-20" if mode.dated else "seed", players=players or mode.fewest)
    played = game(play, start(mode, deal(bank(), mode, wish)))
    return record(played.end, played.log, Assist(), ABOUT, seat)


def told(mode: Mode, ended: Ending, marked: str, take: int = 4_312_700) -> Run:
    """A run with an answer for each mark, 1 for right."""
    answers = tuple(Answered("id", "trivia", 1, "", mark == "1", 5) for mark in marked)
    return replace(
        run_of(mode), ended=ended, answers=answers, asked=len(marked), correct=marked.count("1"), take=take
    )


@pytest.mark.parametrize(
    ("run", "line"),
    [
        (
            told(THE_SCORE, Ending.WALKED, "1" * 16 + "0" * 4),
            "The Score: $4,312,700, 16 of 20, walked after round 4",
        ),
        (told(THE_SCORE, Ending.BUSTED, "1100000"), "The Score: $4,312,700, 2 of 7, busted in round 2"),
        (told(THE_SCORE, Ending.CLEAR, "1" * 25), "The Score: $4,312,700, 25 of 25, got away clean"),
        (told(THE_SCORE, Ending.ABANDONED, "", 0), "The Score: $0, 0 of 0, called off"),
        (
            told(THIRTY_SECONDS, Ending.TIME, "1110"),
            "Thirty Seconds Flat: $4,312,700, 3 of 4, time up",
        ),
        (
            told(THE_DAILY_JOB, Ending.CLEAR, "1111100000"),
            "The Daily Job, 2026-11-20: $4,312,700, 5 of 10",
        ),
        (told(STAKEOUT, Ending.CLEAR, "10", 0), "Stakeout: 1 of 2"),
    ],
    ids=lambda value: value.mode if isinstance(value, Run) else "",
)
def test_a_run_is_told_in_one_sentence(run: Run, line: str) -> None:
    assert headline(run) == line


def test_assistance_and_challenges_are_told() -> None:
    run = replace(told(THE_SCORE, Ending.CLEAR, "1"), assist="clock x2, challenge")
    assert headline(run).startswith("The Score (clock x2, challenge): $")


def test_a_row_of_marks_goes_round_by_round() -> None:
    assert marks(told(THE_SCORE, Ending.BUSTED, "1101101")) == [
        f"1 {RIGHT * 2}{WRONG}{RIGHT * 2} 2 {WRONG}{RIGHT}"
    ]
    assert marks(told(THIRTY_SECONDS, Ending.TIME, "1" * 26)) == [RIGHT * 25, RIGHT]
    assert marks(told(THE_SCORE, Ending.ABANDONED, "")) == []


def test_a_players_marks_are_their_own_and_follow_the_rounds() -> None:
    for seat in range(3):
        run = run_of(TURNS, "three", seat, players=3)
        (row,) = marks(run)
        assert [len(part) for part in row.split()[1::2]] == [2, 2, 2]
        assert row.count(RIGHT) == run.correct


def test_the_text_is_whole_and_ends_with_the_code_and_the_game() -> None:
    text = share(told(THE_SCORE, Ending.CLEAR, "10"), "ABCDE-FGHJK")
    assert text.splitlines() == [
        "The Score: $4,312,700, 1 of 2, got away clean",
        f"{RIGHT}{WRONG}",
        "Same questions: ABCDE-FGHJK",
        "Thirty Seconds Flat",
    ]
    assert "Same questions" not in share(told(THE_SCORE, Ending.CLEAR, "10"))


@pytest.mark.parametrize("mode", MODES.values(), ids=lambda mode: mode.id)
def test_nothing_that_was_asked_or_answered_is_given_away(mode: Mode) -> None:
    run = run_of(mode)
    text = share(run)
    words = [answer.given for answer in run.answers if len(answer.given) > 4]
    assert not any(word in text for word in [*words, *(answer.question for answer in run.answers)])


@pytest.mark.parametrize("deal", ["", "[]", "{}", "nonsense", '{"cards": 5}', "[" * 99_999])
def test_a_damaged_or_foreign_run_can_still_be_told(deal: str) -> None:
    run = replace(told(THE_SCORE, Ending.WALKED, "110"), deal=deal)
    assert share(run).startswith("The Score: $4,312,700, 2 of 3, walked")
    assert share(replace(run, mode="next-years-mode")).startswith("next-years-mode: $")
    assert json.dumps(marks(run), ensure_ascii=False) == f'["{RIGHT}{RIGHT}{WRONG}"]'
