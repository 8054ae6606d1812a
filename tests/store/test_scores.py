"""What is saved comes back whole, under the name that was given to it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.quiz.run import Answered, Ending, Run
from quizgame.store.errors import NotSaved, UnknownRun
from quizgame.store.names import clean_name
from quizgame.store.paths import Places
from quizgame.store.scores import Scores
from tests.memory import folder_in_memory

MakeRun = Callable[..., Run]

TEXT = st.text(max_size=20)
NUMBER = st.integers(-(2**63), 2**63 - 1)
ANSWERED = st.builds(Answered, TEXT, TEXT, NUMBER, TEXT, st.booleans(), NUMBER)
RUNS = st.builds(
    Run,
    player=TEXT.map(clean_name),
    mode=TEXT,
    assist=TEXT,
    game=TEXT,
    rules=NUMBER,
    bank=TEXT,
    seed=TEXT,
    started=TEXT,
    finished=st.datetimes(timezones=st.timezones()).map(lambda when: when.isoformat()) | TEXT,
    ended=st.sampled_from(Ending),
    take=NUMBER,
    correct=NUMBER,
    asked=NUMBER,
    played_ms=NUMBER,
    deal=TEXT,
    log=TEXT,
    answers=st.lists(ANSWERED, max_size=4).map(tuple),
    seat=st.integers(0, 7),
)


@settings(max_examples=30)
@given(st.lists(RUNS, max_size=3))
def test_whatever_is_saved_comes_back_after_a_restart(saved: list[Run]) -> None:
    with folder_in_memory() as folder:
        places = Places(Path(folder), Path(folder))
        scores = Scores.open(places)
        numbers = [scores.add(run) for run in saved]
        again = Scores.open(places)
        assert [again.run(number) for number in numbers] == saved
        assert again.notices == ()
        assert {entry.run_id for entry in again.runs()} == set(numbers)


def test_looking_at_scores_leaves_no_trace(places: Places) -> None:
    scores = Scores.open(places)
    assert (scores.notices, scores.writable) == ((), True)
    assert (scores.table("score", ""), scores.runs(), scores.place_of(1)) == ([], [], None)
    with pytest.raises(UnknownRun):
        scores.run(1)
    assert not places.data.exists()


def test_saving_again_after_a_doubtful_failure_doubles_nothing(places: Places, make_run: MakeRun) -> None:
    scores = Scores.open(places)
    first = scores.add(make_run(1))
    scores.rename(first, "Neil McCauley")
    assert scores.add(make_run(1)) == first
    assert len(scores.runs()) == 1


def test_a_run_can_get_another_name(places: Places, make_run: MakeRun) -> None:
    scores = Scores.open(places)
    number = scores.add(make_run(1, player=""))
    scores.rename(number, " Vin\u202ecent\n")
    again = Scores.open(places)
    assert again.notices == ()
    assert [row.player for row in again.table("score", "")] == ["Vincent"]
    assert again.run(number) == make_run(1, player="Vincent")
    with pytest.raises(UnknownRun):
        scores.rename(99, "Nobody")


def test_names_are_cleaned_on_the_way_in(places: Places, make_run: MakeRun) -> None:
    scores = Scores.open(places)
    assert scores.run(scores.add(make_run(1, player="\u202e" + "x" * 90))).player == "x" * 24


def test_two_games_see_each_other(places: Places, make_run: MakeRun) -> None:
    one, two = Scores.open(places), Scores.open(places)
    one.add(make_run(1))
    number = two.add(make_run(2))
    assert (one.place_of(number), two.place_of(number)) == (1, 1)
    assert len(one.table("score", "")) == len(two.table("score", "")) == 2


def test_odd_folders_are_only_folders(tmp_path: Path, make_run: MakeRun) -> None:
    places = Places(tmp_path / "50% off?mode=ro #1 é 'x'", tmp_path)
    assert Scores.open(places).add(make_run(1)) == 1
    assert places.scores.exists()


@pytest.mark.parametrize("change", [{"take": 2**63}, {"seed": "\ud800"}])
def test_what_no_file_can_hold_is_refused_in_words(
    places: Places, make_run: MakeRun, change: dict[str, object]
) -> None:
    scores = Scores.open(places)
    scores.add(make_run(1))
    with pytest.raises(NotSaved, match="not kept"):
        scores.add(replace(make_run(2), **change))  # type: ignore[arg-type]
    assert len(scores.runs()) == 1


@pytest.mark.skipif(os.name != "posix", reason="this system has no permission bits")
def test_scores_are_for_the_players_eyes_only(places: Places, make_run: MakeRun) -> None:
    Scores.open(places).add(make_run(1))
    for path in (places.data, *places.data.rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path


def test_a_run_that_has_ended_takes_the_place_of_its_beginning(places: Places, make_run: MakeRun) -> None:
    scores = Scores.open(places)
    begun, ended = replace(make_run(1), ended=Ending.ABANDONED), make_run(2)
    number = scores.add(begun)
    scores.add(make_run(3))
    assert scores.finish(begun, ended) == number
    assert scores.finish(begun, ended) == number  # trying again is safe
    assert [saved.run for saved in scores.runs()] == [ended, make_run(3)]
    assert all(saved.sealed for saved in scores.runs())


def test_a_run_whose_beginning_is_gone_is_saved_all_the_same(places: Places, make_run: MakeRun) -> None:
    scores = Scores.open(places)
    number = scores.finish(make_run(1), make_run(2))
    assert scores.run(number) == make_run(2)
