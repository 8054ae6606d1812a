"""What earlier runs tell: the questions a player still has wrong, and the day's job that is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from quizgame.quiz.modes import STAKEOUT, THE_DAILY_JOB
from quizgame.quiz.run import Answered, Ending, Run
from quizgame.store import past
from quizgame.store.paths import Places
from quizgame.store.scores import Scores
from quizgame.store.tables import Board
from tests.store.handing import bring, exported

MakeRun = Callable[..., Run]

SEED, BANK = "daily/2026-01-31", "b" * 64
DAILY = Board(THE_DAILY_JOB.id)


@pytest.fixture
def scores(places: Places) -> Scores:
    return Scores.open(places)


def answered(make_run: MakeRun, number: int, marks: str, **changes: object) -> Run:
    """A run whose answers are in `marks`: a capital letter was right."""
    answers = tuple(Answered(mark.lower(), "cast", 1, "", mark.isupper(), 9) for mark in marks)
    finished = f"2026-02-{number:02}T20:00:00+01:00"
    return replace(make_run(number), answers=answers, finished=finished, **changes)  # type: ignore[arg-type]


def test_what_was_missed_comes_latest_first_and_goes_when_it_is_right(
    scores: Scores, make_run: MakeRun
) -> None:
    scores.add(answered(make_run, 1, "abCd"))
    scores.add(answered(make_run, 2, "Bea", mode=STAKEOUT.id))
    scores.add(answered(make_run, 3, "f", ended=Ending.ABANDONED))
    scores.add(answered(make_run, 4, "C", player="Vincent"))
    assert scores.missed("neil") == ("f", "a", "e", "d")
    assert scores.missed("Vincent") == ()
    assert scores.missed("Nobody") == ()


def test_runs_of_another_machine_count_when_they_were_played(
    scores: Scores, make_run: MakeRun, places: Places
) -> None:
    elsewhere = Scores.open(Places(places.data / "elsewhere", places.cache))
    elsewhere.add(answered(make_run, 1, "a"))
    scores.add(answered(make_run, 2, "A"))
    bring(scores, exported(elsewhere))
    assert scores.missed("Neil") == ()


def test_what_was_missed_long_ago_is_forgotten(
    scores: Scores, make_run: MakeRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(past, "LATEST_RUNS", 2)
    for number, marks in enumerate("abc", start=1):
        scores.add(answered(make_run, number, marks))
    assert scores.missed("Neil") == ("c", "b")


def daily(make_run: MakeRun, number: int, **changes: object) -> Run:
    """An attempt that began that many minutes past eight."""
    started, finished = (f"2026-01-31T20:{number:02}:{second}+01:00" for second in ("00", "50"))
    run = replace(make_run(number), mode=THE_DAILY_JOB.id, seed=SEED, started=started, finished=finished)
    return replace(run, **changes)  # type: ignore[arg-type]


def test_one_attempt_at_a_days_job_counts(scores: Scores, make_run: MakeRun) -> None:
    assert scores.daily(SEED, BANK) is None
    first = scores.add(daily(make_run, 1))
    again = scores.add(daily(make_run, 9, player="Vincent"))
    found = scores.daily(SEED, BANK)
    assert found
    assert found.run_id == first
    assert [row.run_id for row in scores.standings(DAILY)] == [first]
    assert scores.place_of(again) is None
    assert scores.daily(SEED, "another bank") is None
    assert scores.daily("daily/2026-02-01", BANK) is None


def test_an_abandoned_attempt_counts_too(scores: Scores, make_run: MakeRun) -> None:
    first = scores.add(daily(make_run, 1, ended=Ending.ABANDONED))
    scores.add(daily(make_run, 2))
    found = scores.daily(SEED, BANK)
    assert found
    assert found.run_id == first
    assert scores.standings(DAILY) == []


def test_a_friends_attempt_is_not_the_players(scores: Scores, make_run: MakeRun, places: Places) -> None:
    friend = Scores.open(Places(places.data / "friend", places.cache))
    friend.add(daily(make_run, 5, player="Vincent"))
    bring(scores, exported(friend))
    assert scores.daily(SEED, BANK, "Neil") is None
    assert scores.daily(SEED, BANK, "VINCENT")
    scores.add(daily(make_run, 1))
    assert [row.player for row in scores.standings(DAILY)] == ["Vincent", "Neil"]


def test_who_has_done_the_job_elsewhere_has_done_it(
    scores: Scores, make_run: MakeRun, places: Places
) -> None:
    elsewhere = Scores.open(Places(places.data / "elsewhere", places.cache))
    elsewhere.add(daily(make_run, 5))
    bring(scores, exported(elsewhere))
    scores.add(daily(make_run, 9))
    assert [row.take for row in scores.standings(DAILY)] == [100_005]


def test_whichever_machine_comes_first_to_hear_of_them_the_earlier_attempt_counts(
    scores: Scores, make_run: MakeRun, places: Places
) -> None:
    elsewhere = Scores.open(Places(places.data / "elsewhere", places.cache))
    scores.add(daily(make_run, 9))
    elsewhere.add(daily(make_run, 5))
    bring(scores, exported(elsewhere))
    bring(elsewhere, exported(scores))
    for one in (scores, elsewhere):
        assert [row.take for row in one.standings(DAILY)] == [100_005]
        found = one.daily(SEED, BANK, "Neil")
        assert found
        assert found.run.take == 100_005


def test_a_beginning_that_was_brought_here_does_not_hide_the_end_of_the_same_attempt(
    scores: Scores, make_run: MakeRun, places: Places
) -> None:
    elsewhere = Scores.open(Places(places.data / "elsewhere", places.cache))
    ended = daily(make_run, 5)
    begun = replace(ended, ended=Ending.ABANDONED, take=0, finished=ended.started)
    elsewhere.add(begun)
    bring(scores, exported(elsewhere))
    elsewhere.finish(begun, ended)
    bring(scores, exported(elsewhere))
    assert [row.take for row in scores.standings(DAILY)] == [100_005]


def test_the_latest_job_is_one_that_was_played_here(
    scores: Scores, make_run: MakeRun, places: Places
) -> None:
    ahead = Scores.open(Places(places.data / "ahead", places.cache))
    ahead.add(replace(daily(make_run, 5), seed="daily/2026-02-01"))
    bring(scores, exported(ahead))
    assert scores.latest_job() == ""
    scores.add(replace(daily(make_run, 1), seed="daily/2026-01-30"))
    scores.add(replace(daily(make_run, 2), seed="daily/2026-01-29"))
    assert scores.latest_job() == "daily/2026-01-30"
