"""Several games with one score file: each waits for the others, and mends what a killed one left."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from quizgame.quiz.run import Run
from quizgame.store import backups, database, settling
from quizgame.store.paths import Places
from quizgame.store.scores import Scores

Clock = Callable[[], datetime]
MakeRun = Callable[..., Run]


def test_what_a_process_killed_in_mid_write_leaves_is_undone(places: Places, make_run: MakeRun) -> None:
    Scores.open(places).add(make_run(1))
    after = Places(places.data.with_name("after the kill"), places.cache)
    with closing(database.connect(places.scores, database.Access.WRITE)) as connection:
        # So small a cache that half of the work is in the file before it is finished.
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE runs SET take = 0")
        connection.execute("CREATE TABLE junk AS SELECT zeroblob(100000)")
        shutil.copytree(places.data, after.data)
    assert after.scores.read_bytes() != places.scores.read_bytes()
    scores = Scores.open(after)
    assert (scores.notices, [entry.run for entry in scores.runs()]) == ((), [make_run(1)])


def test_a_busy_file_is_tried_again(
    places: Places, make_run: MakeRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    scores = Scores.open(places)
    scores.add(make_run(1))
    other = sqlite3.connect(places.scores, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    tries = iter(range(5))
    plain_connect = database.connect

    def connect(file: Path, access: database.Access) -> sqlite3.Connection:
        if next(tries, 0) == 4:
            other.close()
        return plain_connect(file, access)

    monkeypatch.setattr(database, "BUSY_SECONDS", 0.0)
    monkeypatch.setattr(database, "connect", connect)
    assert scores.add(make_run(2)) == 2


def test_only_one_process_mends_at_a_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.0)
    lock = tmp_path / "scores.lock"
    lock.touch()
    second = database.alone(lock)
    with database.alone(lock), pytest.raises(sqlite3.OperationalError, match="locked"):
        second.__enter__()
    with database.alone(lock):
        pass


def test_what_another_process_has_mended_meanwhile_is_left_alone(
    places: Places, make_run: MakeRun, noon: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    Scores.open(places).add(make_run(1))
    places.scores.write_bytes(b"junk")
    plain_alone = database.alone

    @contextmanager
    def after_the_other(lock: Path) -> Iterator[None]:
        monkeypatch.setattr(database, "alone", plain_alone)
        assert settling.settle(places, noon(), create=False).notices
        with plain_alone(lock):
            yield

    monkeypatch.setattr(database, "alone", after_the_other)
    settled = settling.settle(places, noon(), create=False)
    assert (settled.writable, settled.notices) == (True, ())
    assert len(list(places.data.glob("scores-damaged*.sqlite3"))) == 1


def test_a_copy_of_a_file_that_stays_locked_is_given_up(
    places: Places, make_run: MakeRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    Scores.open(places).add(make_run(1))
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.0)
    with closing(sqlite3.connect(places.scores, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.Error, match="locked") as refused:
            backups.copy_database(places.scores, places.data / "copy.sqlite3")
    assert database.plain_sqlite(refused.value) == "another program keeps the score file locked"


def test_a_power_cut_within_the_first_page_is_undone_and_no_damage(places: Places, make_run: MakeRun) -> None:
    Scores.open(places).add(make_run(1))
    after = Places(places.data.with_name("after the cut"), places.cache)
    with closing(database.connect(places.scores, database.Access.WRITE)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE runs SET take = 0")
        connection.execute("CREATE TABLE junk AS SELECT zeroblob(100000)")
        shutil.copytree(places.data, after.data)
    content = after.scores.read_bytes()
    after.scores.write_bytes(bytes(512) + content[512:])
    shutil.rmtree(after.backups)
    scores = Scores.open(after)
    assert (scores.notices, [entry.run for entry in scores.runs()]) == ((), [make_run(1)])
