"""Editing the score file by hand costs a run its tick and nothing else."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from quizgame.quiz.run import Run
from quizgame.store import settling
from quizgame.store.paths import Places
from quizgame.store.scores import Scores

MakeRun = Callable[..., Run]

TOLD = "One run in the score file is not as the game wrote it. It stays on the table without a tick."


@pytest.fixture
def kept(places: Places, make_run: MakeRun) -> Places:
    """Places where three runs are saved, none of them edited yet."""
    Scores.open(places).add_all(make_run(number, player=f"Player {number}") for number in (1, 2, 3))
    return places


def edit(places: Places, *statements: str) -> None:
    with closing(sqlite3.connect(places.scores)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def seals(scores: Scores) -> list[bool]:
    return [entry.sealed for entry in scores.runs()]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE runs SET take = 9999999 WHERE id = 2",
        "UPDATE runs SET take = -5, correct = 99 WHERE id = 2",
        "UPDATE runs SET player = 'Somebody' WHERE id = 2",
        "UPDATE runs SET folded = 'somebody' WHERE id = 2",
        "UPDATE runs SET moment = 0 WHERE id = 2",
        "UPDATE runs SET started = 'yesterday' WHERE id = 2",
        "UPDATE runs SET log = 'nonsense' WHERE id = 2",
        "UPDATE runs SET seat = 7 WHERE id = 2",
        "UPDATE runs SET seal = 'mine' WHERE id = 2",
        "UPDATE runs SET key = 'mine' WHERE id = 2",
        "UPDATE runs SET mode = CAST(x'66ff' AS TEXT) WHERE id = 2",
        "UPDATE answers SET is_right = 1 - is_right WHERE run_id = 2 AND number = 3",
        "DELETE FROM answers WHERE run_id = 2 AND number = 3",
        "DELETE FROM answers WHERE run_id = 2",
    ],
)
def test_an_edited_run_loses_its_tick_and_nothing_else(kept: Places, statement: str) -> None:
    edit(kept, statement)
    scores = Scores.open(kept)
    assert (scores.notices, scores.writable) == ((TOLD,), True)
    assert seals(scores) == [True, False, True]
    assert not list(kept.data.glob("scores-damaged*"))
    # It is told once.
    again = Scores.open(kept)
    assert (again.notices, seals(again)) == ((), [True, False, True])


def test_an_edited_take_stands_where_it_says_without_a_tick(kept: Places) -> None:
    edit(kept, "UPDATE runs SET take = 9999999 WHERE id = 2")
    scores = Scores.open(kept)
    assert [(row.run_id, row.take, row.sealed) for row in scores.table("score", "")] == [
        (2, 9_999_999, False),
        (3, 100_003, True),
        (1, 100_001, True),
    ]


def test_several_edited_runs_are_told_of_in_one_sentence(kept: Places) -> None:
    edit(kept, "UPDATE runs SET take = 7")
    assert Scores.open(kept).notices == (
        "3 runs in the score file are not as the game wrote them. They stay on the table without a tick.",
    )


def test_signing_does_not_give_the_tick_back(kept: Places) -> None:
    edit(kept, "UPDATE runs SET take = 9999999 WHERE id = 2")
    scores = Scores.open(kept)
    scores.rename(2, "Vincent")
    assert (scores.run(2).player, scores.run(2).take) == ("Vincent", 9_999_999)
    assert not scores.saved(2).sealed


def test_what_is_put_back_as_it_was_has_its_tick_again(kept: Places) -> None:
    edit(kept, "UPDATE runs SET take = 9999999 WHERE id = 2")
    edit(kept, "UPDATE runs SET take = 100002 WHERE id = 2")
    scores = Scores.open(kept)
    assert (scores.notices, seals(scores)) == ((), [True, True, True])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE runs SET take = 'much' WHERE id = 2",
        "UPDATE runs SET take = 1.5 WHERE id = 2",
        "UPDATE runs SET player = x'00' WHERE id = 2",
        "UPDATE runs SET ended = 'never' WHERE id = 2",
        "UPDATE runs SET seal = x'00' WHERE id = 2",
        "UPDATE answers SET level = 'high' WHERE run_id = 2 AND number = 3",
        "DELETE FROM runs WHERE id = 2",  # its answers are left without a run
    ],
)
def test_what_cannot_be_a_run_is_damage(kept: Places, statement: str) -> None:
    edit(kept, statement)
    scores = Scores.open(kept)
    assert "damaged" in scores.notices[0]
    assert len(list(kept.data.glob("scores-damaged*.sqlite3"))) == 1
    # The backup of the day was made with all three.
    assert seals(scores) == [True, True, True]


def test_an_edited_run_that_only_the_damaged_file_has_is_brought_back_without_a_tick(
    kept: Places, make_run: MakeRun
) -> None:
    Scores.open(kept).add(make_run(4))
    edit(
        kept,
        "UPDATE runs SET take = 9999999 WHERE id IN (2, 4)",
        "UPDATE runs SET ended = 'never' WHERE id = 3",
    )
    scores = Scores.open(kept)
    assert "4 runs were brought back" in scores.notices[0]
    assert scores.notices[1] == TOLD
    # The backup has the second as the game wrote it, and never had the fourth.
    assert seals(scores) == [True, True, True, False]


def test_where_nothing_can_be_written_it_is_told_each_time(
    kept: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(kept, "UPDATE runs SET take = 9999999 WHERE id = 2")
    before = kept.scores.read_bytes()
    monkeypatch.setattr(settling, "can_write", lambda folder: False)
    for _ in range(2):
        assert TOLD in Scores.open(kept).notices
    assert kept.scores.read_bytes() == before
