"""What was dealt to whom is remembered in order, by every game on this machine, and never in the way."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.quiz.run import Run
from quizgame.store import database, seen
from quizgame.store.paths import NOWHERE, Places
from quizgame.store.scores import Scores
from quizgame.store.seen import Seen
from tests.memory import folder_in_memory

MakeRun = Callable[..., Run]

MARKS = st.lists(
    st.tuples(st.sampled_from(["Neil", "Vincent"]), st.lists(st.sampled_from("abcdef"), max_size=4)),
    max_size=6,
)


def in_order(kept: Seen, player: str) -> list[str]:
    """What a player was dealt, the longest ago first."""
    found = kept.seen(player)
    return sorted(found, key=found.__getitem__)


@settings(max_examples=40)
@given(MARKS)
def test_each_player_has_seen_what_they_were_dealt_in_that_order(marks: list[tuple[str, list[str]]]) -> None:
    with folder_in_memory() as folder:
        places = Places(Path(folder), Path(folder))
        kept = Seen.open(places)
        expected: dict[str, dict[str, None]] = {"Neil": {}, "Vincent": {}}
        for player, ids in marks:
            kept.mark(player, ids)
            for id in ids:
                expected[player].pop(id, None)
                expected[player][id] = None
        again = Seen.open(places)
        assert {player: in_order(again, player) for player in expected} == {
            player: list(ids) for player, ids in expected.items()
        }


def test_looking_leaves_no_trace(places: Places) -> None:
    kept = Seen.open(places)
    assert (kept.seen("Neil"), kept.notices) == ({}, ())
    kept.mark("Neil", [])
    assert not places.data.exists()


def test_a_name_is_a_player_however_it_is_typed(places: Places) -> None:
    kept = Seen.open(places)
    kept.mark("Neil McCauley", ["a"])
    kept.mark("NEIL  MC CAULEY", ["b"])
    assert in_order(kept, "neil\tmccauley") == ["a", "b"]
    assert kept.seen("Vincent") == {}


def test_what_was_dealt_before_there_was_a_name_counts_for_everybody(places: Places) -> None:
    kept = Seen.open(places)
    kept.mark("Neil", ["a"])
    kept.mark("", ["b", "a"])
    assert in_order(kept, "Neil") == in_order(kept, "Vincent") == ["b", "a"]


def test_two_games_see_what_the_other_dealt(places: Places) -> None:
    one, two = Seen.open(places), Seen.open(places)
    one.mark("Neil", ["a", "b"])
    two.mark("Neil", ["c", "a"])
    assert in_order(one, "Neil") == in_order(two, "Neil") == ["b", "c", "a"]


def test_what_was_dealt_longest_ago_is_forgotten_first(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seen, "MOST", 5)
    kept = Seen.open(places)
    kept.mark("Vincent", ["x"])
    kept.mark("Neil", ["a", "b", "c", "d"])
    kept.mark("Vincent", ["x"])
    kept.mark("Neil", ["e"])
    assert in_order(kept, "Neil") == ["b", "c", "d", "e"]
    assert in_order(kept, "Vincent") == ["x"]


def test_where_nothing_can_be_kept_the_game_goes_on_and_says_so(tmp_path: Path) -> None:
    kept = Seen.open(Places(NOWHERE, tmp_path))
    kept.mark("Neil", ["a"])
    assert kept.seen("Neil") == {}
    assert any("may come back sooner" in notice for notice in kept.notices)
    assert sum("may not be written to" in notice for notice in kept.notices) == 1


def test_a_game_that_is_busy_with_the_file_is_not_waited_for(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Seen.open(places)
    kept.mark("Neil", ["a"])
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.0)
    tries: list[Path] = []
    plain = database.connect

    def connect(file: Path, access: database.Access) -> sqlite3.Connection:
        tries.append(file)
        return plain(file, access)

    with closing(sqlite3.connect(places.scores, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        monkeypatch.setattr(database, "connect", connect)
        kept.mark("Neil", ["b"])
    assert len(tries) == seen.PATIENCE
    assert any("locked" in notice for notice in kept.notices)
    assert in_order(kept, "Neil") == ["a"]


def test_scores_and_what_was_seen_share_a_file_and_its_notices(tmp_path: Path) -> None:
    scores = Scores.open(Places(NOWHERE, tmp_path))
    scores.seen.mark("Neil", ["a"])
    assert scores.notices == scores.seen.notices != ()


def test_what_was_seen_survives_a_damaged_file(places: Places, make_run: MakeRun) -> None:
    scores = Scores.open(places)
    scores.seen.mark("Neil", ["a", "b"])
    scores.add(make_run(1))
    scores.seen.mark("Neil", ["c", "a"])  # after the backup of the day
    with closing(sqlite3.connect(places.scores)) as connection, connection:
        connection.execute("UPDATE runs SET ended = 'never'")
    scores = Scores.open(places)
    assert "damaged" in scores.notices[0]
    assert in_order(scores.seen, "Neil") == ["b", "c", "a"]


def test_spoilt_rows_spoil_nothing_else(places: Places) -> None:
    kept = Seen.open(places)
    kept.mark("Neil", ["a", "b", "c"])
    with closing(sqlite3.connect(places.scores)) as connection, connection:
        connection.execute("UPDATE seen SET number = 'late' WHERE question = 'a'")
        connection.execute("UPDATE seen SET question = CAST(x'ff' AS TEXT) WHERE question = 'b'")
    assert in_order(Seen.open(places), "Neil") == ["\ufffd", "c"]
