"""Where scores cannot be kept the game is playable, and says in one sentence what is the matter."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quizgame.quiz.run import Run
from quizgame.store import database, schema, settling
from quizgame.store.errors import NotSaved
from quizgame.store.paths import NOWHERE, Places
from quizgame.store.scores import Scores

MakeRun = Callable[..., Run]


@pytest.fixture
def kept(places: Places, make_run: MakeRun) -> Places:
    """Places where one run is saved."""
    Scores.open(places).add(make_run(1))
    return places


def set_version(places: Places, number: int) -> bytes:
    with closing(sqlite3.connect(places.scores)) as connection:
        connection.execute(f"PRAGMA user_version = {number}")
    return places.scores.read_bytes()


def test_a_file_of_a_newer_game_is_read_and_never_written(kept: Places, make_run: MakeRun) -> None:
    before = set_version(kept, len(schema.STEPS) + 1)
    scores = Scores.open(kept)
    assert not scores.writable
    assert "newer version" in scores.notices[0]
    assert len(scores.table("score", "")) == 1
    for attempt in (lambda: scores.add(make_run(2)), lambda: scores.rename(1, "X")):
        with pytest.raises(NotSaved, match="newer version"):
            attempt()
    assert kept.scores.read_bytes() == before


def test_a_newer_game_may_take_over_while_this_one_runs(kept: Places, make_run: MakeRun) -> None:
    scores = Scores.open(kept)
    before = set_version(kept, len(schema.STEPS) + 1)
    with pytest.raises(NotSaved, match="newer version"):
        scores.add(make_run(2))
    assert kept.scores.read_bytes() == before
    assert not scores.writable


def test_newer_tables_that_say_nothing_to_this_game_are_no_error(places: Places) -> None:
    places.data.mkdir()
    with closing(sqlite3.connect(places.scores)) as connection:
        connection.execute("CREATE TABLE hauls (id INTEGER)")
    before = set_version(places, 7)
    scores = Scores.open(places)
    assert (scores.table("score", ""), scores.runs()) == ([], [])
    assert places.scores.read_bytes() == before


NO_PLACES = [
    pytest.param("file", id="below a file"),
    pytest.param(str(NOWHERE), id="nowhere"),
    pytest.param(
        "/proc/quizgame",
        id="below /proc",
        marks=pytest.mark.skipif(sys.platform != "linux", reason="only Linux has /proc"),
    ),
]


@pytest.mark.parametrize("folder", NO_PLACES)
def test_without_a_folder_to_write_to_the_game_is_playable(
    tmp_path: Path, make_run: MakeRun, folder: str
) -> None:
    (tmp_path / "file").write_text("")
    places = Places(tmp_path / folder / "data", tmp_path)
    scores = Scores.open(places)
    assert (scores.table("score", ""), scores.runs()) == ([], [])
    with pytest.raises(NotSaved, match=r"^Scores will not be kept: "):
        scores.add(make_run(1))
    assert not scores.writable
    assert scores.notices


def test_a_read_only_folder_is_noticed_at_once(
    kept: Places, make_run: MakeRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Permission bits do not stop root, who may be running this test.
    monkeypatch.setattr(settling, "can_write", lambda folder: False)
    scores = Scores.open(kept)
    assert not scores.writable
    assert f"the folder {kept.data} may not be written to" in scores.notices[0]
    assert len(scores.table("score", "")) == 1
    with pytest.raises(NotSaved, match="Scores will not be kept"):
        scores.add(make_run(2))


def refuse_writing(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA query_only = ON")


def leave_no_room(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA max_page_count = 1")


@pytest.mark.parametrize(
    ("hurdle", "words"), [(refuse_writing, "may not be written to"), (leave_no_room, "the disk is full")]
)
def test_a_refused_write_is_told_and_saving_works_once_it_is_over(
    kept: Places,
    make_run: MakeRun,
    monkeypatch: pytest.MonkeyPatch,
    hurdle: Callable[[sqlite3.Connection], None],
    words: str,
) -> None:
    scores = Scores.open(kept)
    with monkeypatch.context() as patch:
        patch.setattr(database, "_make_durable", hurdle)
        with pytest.raises(NotSaved, match=words):
            scores.add(make_run(2))
    assert len(scores.runs()) == 1
    assert scores.add(make_run(2)) == 2


def test_a_locked_file_is_waited_for_and_then_told(
    kept: Places, make_run: MakeRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.0)
    monkeypatch.setattr(database, "PATIENCE", 3)
    scores = Scores.open(kept)
    with closing(sqlite3.connect(kept.scores, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(NotSaved, match="another program keeps the score file locked"):
            scores.add(make_run(2))
        assert scores.table("score", "") == []
        assert "locked" in Scores.open(kept).notices[0]
    assert scores.add(make_run(2)) == 2


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_in_the_place_of_the_file_is_not_waited_for(places: Places, make_run: MakeRun) -> None:
    places.data.mkdir()
    os.mkfifo(places.scores)
    scores = Scores.open(places)
    assert "no file is in its place" in scores.notices[0]
    assert scores.table("score", "") == []
    with pytest.raises(NotSaved):
        scores.add(make_run(1))


def test_a_folder_in_the_place_of_the_file_is_left_alone(places: Places, make_run: MakeRun) -> None:
    places.scores.mkdir(parents=True)
    scores = Scores.open(places)
    assert not scores.writable
    with pytest.raises(NotSaved):
        scores.add(make_run(1))
    assert places.scores.is_dir()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")  # noqa: PTH110
def test_an_endless_device_in_the_place_of_the_file_is_not_read(places: Places, make_run: MakeRun) -> None:
    places.data.mkdir()
    places.scores.symlink_to("/dev/full")
    scores = Scores.open(places)
    with pytest.raises(NotSaved, match="no file is in its place"):
        scores.add(make_run(1))
    assert [path.name for path in places.data.iterdir()] == ["scores.sqlite3"]


def test_no_room_for_a_backup_costs_no_run(places: Places, make_run: MakeRun) -> None:
    places.data.mkdir()
    places.backups.write_text("a file in the place of the folder")
    scores = Scores.open(places)
    assert scores.add(make_run(1)) == 1
    assert len(scores.notices) == 1
    assert "no backup of today" in scores.notices[0]
