"""Whoever looks at the score file lets go of no lock that SQLite holds on it for another thread.

POSIX drops all locks of a process on a file as soon as the process closes that file once, however it had
opened it: a second game would then write in the middle of what this one writes.
"""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

import pytest

from quizgame.quiz.run import Run
from quizgame.store import backups, checkup, database, known, settling
from quizgame.store.files import keep_copy, make_private
from quizgame.store.paths import Places
from quizgame.store.scores import Scores

MakeRun = Callable[..., Run]
Now = Callable[[], datetime]
Tries = Callable[[Path], str]

_TRY = """
import sqlite3, sys
for name in sys.stdin:
    with sqlite3.connect(name[:-1], timeout=0, isolation_level=None) as other:
        try:
            other.execute("BEGIN IMMEDIATE")
            print("free", flush=True)
        except sqlite3.OperationalError as error:
            print(error, flush=True)
    other.close()
"""


@pytest.fixture(scope="module")
def other_game() -> Iterator[Tries]:
    """A process that tries to write to a file, and what comes of it."""
    command = [sys.executable, "-c", _TRY]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        reads, writes = process.stdout.readline, process.stdin.write

        def tries(file: Path) -> str:
            writes(f"{file}\n")
            process.stdin.flush()  # type: ignore[union-attr]
            return reads().strip()

        yield tries
        process.stdin.close()


def a_second_name(places: Places, now: Now) -> None:
    keep_copy(places.scores, "damaged", now())


def a_lock_that_is_there(places: Places, now: Now) -> None:
    make_private(places.scores)


def a_look(places: Places, now: Now) -> None:
    assert checkup.examine(places.scores).condition is checkup.Condition.CURRENT
    assert checkup.glance(places.scores).condition is checkup.Condition.CURRENT
    assert list(checkup.salvage(places.scores))
    assert known.stamp(places.scores)


def an_opening(places: Places, now: Now) -> None:
    assert len(Scores.open(places, now=now).runs()) == 2


def a_mending(places: Places, now: Now) -> None:
    assert settling.settle(places, now(), create=True).readable


def a_backup(places: Places, now: Now) -> None:
    assert backups.copy_checked(places.scores, places.data / "copy")


def an_export(places: Places, now: Now) -> None:
    assert Scores.open(places, now=now).export_to(places.data / "export.json") == 2


LOOKS = (a_look, an_opening, a_mending, a_backup, an_export, a_second_name, a_lock_that_is_there)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("links", [True, False])
def test_a_second_game_waits_while_one_thread_writes_and_another_looks(
    places: Places,
    make_run: MakeRun,
    noon: Now,
    other_game: Tries,
    look: Callable[[Places, Now], None],
    links: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    Scores.open(places, now=noon).add_all([make_run(1), make_run(2)])
    places.cache.joinpath("scores.known").unlink(missing_ok=True)
    if not links:
        monkeypatch.setattr(Path, "hardlink_to", _no_second_names)
    with closing(sqlite3.connect(places.scores, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        look(places, noon)
        assert "locked" in other_game(places.scores)
    assert other_game(places.scores) == "free"


def test_who_mends_stays_alone_though_another_thread_wants_to_mend_too(
    places: Places, make_run: MakeRun, noon: Now, other_game: Tries, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.0)
    monkeypatch.setattr(database, "PATIENCE", 2)
    Scores.open(places, now=noon).add(make_run(1))
    places.scores.write_bytes(b"damage")
    lock = places.data / "scores.lock"
    with database.alone(lock):
        Scores.open(places, now=noon)
        with suppress(sqlite3.Error):
            settling.settle(places, noon(), create=True)
        assert "locked" in other_game(lock)
    assert other_game(lock) == "free"


def _no_second_names(self: Path, target: Path) -> None:
    raise PermissionError
