"""Runs are replayed beside the game: once for each bank, and whatever goes wrong costs a tick only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgame.checking import Checks
from quizgame.quiz.bank import MemoryBank, Want
from quizgame.quiz.deal import Wish, deal
from quizgame.quiz.modes import THE_SCORE
from quizgame.quiz.record import Circumstances, record
from quizgame.quiz.rules import Assist
from quizgame.quiz.run import Ending, Run
from quizgame.quiz.state import start
from quizgame.store.paths import Places
from quizgame.store.scores import Scores
from quizgame.store.tables import Board, ScoreRow
from tests.quiz import players

ABOUT = Circumstances("Neil", "2026-11-20T20:00:00+01:00", "2026-11-20T20:09:30+01:00", "0")


class Fetched:
    """The score file's runs, and how often they were asked for."""

    def __init__(self, scores: Scores) -> None:
        self._scores = scores
        self.times = 0

    def __call__(self, run_id: int) -> Run:
        self.times += 1
        return self._scores.run(run_id)


def honest() -> Iterator[Run]:
    for number in range(50):
        first = start(THE_SCORE, deal(players.bank(), THE_SCORE, Wish(f"{number}")))
        played = players.game(f"check {number}", first)
        run = record(played.end, played.log, Assist(), ABOUT)
        if run.ended is not Ending.ABANDONED:
            yield run


@pytest.fixture
def scores(tmp_path: Path) -> Scores:
    found = Scores.open(Places(tmp_path / "data", tmp_path / "cache"))
    found.add(next(honest()))
    return found


def rows(scores: Scores) -> list[ScoreRow]:
    return scores.standings(Board(THE_SCORE.id))


def test_a_run_is_replayed_once_however_often_it_is_asked_for(scores: Scores) -> None:
    fetch = Fetched(scores)
    checks = Checks(fetch)
    [row] = rows(scores)
    assert not checks.ticked(row, players.bank())
    for _ in range(3):
        checks.ask(rows(scores), players.bank())
        checks.wait()
    assert checks.ticked(row, players.bank())
    assert (fetch.times, checks.version) == (1, 1)


def test_each_bank_is_a_check_of_its_own(scores: Scores) -> None:
    checks = Checks(scores.run)
    [*most, _] = [players.bank().question(entry.id) for entry in players.bank().entries(Want())]
    other = MemoryBank(most)
    for bank in (players.bank(), other):
        checks.ask(rows(scores), bank)
    checks.wait()
    [row] = rows(scores)
    assert checks.ticked(row, players.bank())
    assert not checks.ticked(row, other)


def test_a_run_that_is_gone_costs_its_tick_and_no_other(scores: Scores) -> None:
    [row] = rows(scores)

    def fetch(run_id: int) -> Run:
        if run_id != row.run_id:
            raise LookupError(run_id)
        return scores.run(run_id)

    checks = Checks(fetch)
    gone = ScoreRow(**{**{name: getattr(row, name) for name in row.__slots__}, "run_id": 99, "key": "gone"})
    checks.ask([gone, row], players.bank())
    checks.wait()
    assert not checks.ticked(gone, players.bank())
    assert checks.ticked(row, players.bank())


def test_what_is_not_as_the_game_wrote_it_is_not_even_replayed(scores: Scores) -> None:
    fetch = Fetched(scores)
    checks = Checks(fetch)
    [row] = rows(scores)
    edited = ScoreRow(**{**{name: getattr(row, name) for name in row.__slots__}, "sealed": False})
    checks.ask([edited], players.bank())
    checks.wait()
    assert fetch.times == 0
    assert not checks.ticked(edited, players.bank())
