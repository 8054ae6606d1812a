"""Killed while saving, or saving side by side: nothing that was acknowledged is lost.

The numbers here are small, for the ordinary run; `pytest -m long` takes the great ones.
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from quizgame.quiz.run import Run
from quizgame.store import database, settling
from quizgame.store.paths import Places
from quizgame.store.scores import Scores

Clock = Callable[[], datetime]
MakeRun = Callable[..., Run]
StartSaver = Callable[..., subprocess.Popen[str]]

PROCESSES = 4


@pytest.mark.parametrize("kills", [40, pytest.param(1_000, marks=pytest.mark.long)])
def test_a_process_killed_while_saving_loses_nothing_it_acknowledged(
    places: Places, make_run: MakeRun, start_saver: StartSaver, kills: int
) -> None:
    acknowledged: set[int] = set()
    for kill in range(kills):
        acknowledged |= killed(start_saver, places, kill, "save")
        scores = Scores.open(places)
        assert (scores.notices, scores.writable) == ((), True)
    found = {entry.run for entry in Scores.open(places).runs() if entry.sealed}
    assert {make_run(number) for number in acknowledged} <= found
    assert not list(places.data.glob("scores-damaged*"))


def killed(start_saver: StartSaver, places: Places, kill: int, chore: str) -> set[int]:
    """The numbers that a process acknowledged before it was killed in the midst of the next."""
    with start_saver(places.data, kill * 1_000, 1_000, chore) as process:
        assert process.stdout
        # Killed at once after some acknowledgement: the next is on its way.
        acknowledged = {int(process.stdout.readline()) for _ in range(1 + kill % 3)}
        process.kill()
        return acknowledged | {int(line) for line in process.stdout if line.endswith("\n")}


KILLS = [5, pytest.param(200, marks=pytest.mark.long)]


@pytest.mark.parametrize("kills", KILLS)
def test_a_process_killed_while_importing_leaves_all_of_a_file_or_nothing(
    places: Places, start_saver: StartSaver, kills: int
) -> None:
    for kill in range(kills):
        acknowledged = killed(start_saver, places, kill, "bring")
        scores = Scores.open(places)
        found = Counter(int(entry.run.seed.removeprefix("seed-")) // 5 for entry in scores.runs())
        assert set(found.values()) == {5}
        assert acknowledged <= found.keys()
        assert scores.notices == ()


@pytest.mark.parametrize("kills", KILLS)
def test_a_process_killed_while_exporting_leaves_a_whole_file(
    places: Places, make_run: MakeRun, start_saver: StartSaver, kills: int
) -> None:
    Scores.open(places).add_all([make_run(number) for number in range(20)])
    for kill in range(kills):
        killed(start_saver, places, kill, "export")
        other = Places(places.data / f"friend {kill}", places.cache)
        assert Scores.open(other).import_from(places.data / "export.json").added == 20


@pytest.mark.parametrize("kills", KILLS)
def test_a_process_killed_while_marking_forgets_nothing_it_acknowledged(
    places: Places, start_saver: StartSaver, kills: int
) -> None:
    for kill in range(kills):
        acknowledged = killed(start_saver, places, kill, "mark")
        found = Counter(int(id.split("/")[0]) for id in Scores.open(places).seen.seen("Neil"))
        assert set(found.values()) == {25}
        assert acknowledged <= found.keys()


@pytest.mark.parametrize("kills", KILLS)
def test_a_process_killed_while_signing_leaves_a_name_and_a_seal_that_fit(
    places: Places, make_run: MakeRun, start_saver: StartSaver, kills: int
) -> None:
    Scores.open(places).add(make_run(1))
    for kill in range(kills):
        last = max(killed(start_saver, places, kill, "rename"))
        scores = Scores.open(places)
        assert scores.saved(1).sealed
        assert scores.run(1).player in (f"Name {last}", f"Name {last + 1}")


@pytest.mark.parametrize("each", [25, pytest.param(250, marks=pytest.mark.long)])
def test_processes_that_save_at_the_same_time_lose_nothing(
    places: Places, make_run: MakeRun, start_saver: StartSaver, each: int
) -> None:
    # None of them finds a file, so that they also race to make it.
    processes = [start_saver(places.data, n * each, each) for n in range(PROCESSES)]
    for process in processes:
        process.communicate()
    assert [process.returncode for process in processes] == [0] * PROCESSES
    found = {entry.run for entry in Scores.open(places).runs()}
    assert found == {make_run(number) for number in range(PROCESSES * each)}


def test_games_that_deal_at_the_same_time_forget_nothing(places: Places, start_saver: StartSaver) -> None:
    processes = [start_saver(places.data, n * 10, 10, "mark") for n in range(PROCESSES)]
    for process in processes:
        process.communicate()
    found = Scores.open(places).seen.seen("Neil")
    assert len(found) == len(set(found.values())) == PROCESSES * 10 * 25


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
