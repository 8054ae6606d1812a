"""A disk that fails for a moment is asked again before anything is taken for damaged, missing or lost."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from quizgame.quiz.run import Run
from quizgame.store import checkup, reports, schema
from quizgame.store.checkup import Condition, Finding
from quizgame.store.errors import NotSaved
from quizgame.store.files import can_write
from quizgame.store.paths import Places
from quizgame.store.rows import SavedRun
from quizgame.store.scores import Scores

MakeRun = Callable[..., Run]
Clock = Callable[[], datetime]


@pytest.fixture
def kept(places: Places, make_run: MakeRun) -> Places:
    """Places with two runs, the first of which is in the backup too."""
    scores = Scores.open(places)
    scores.add(make_run(1))
    scores.add(make_run(2))
    return places


def failing_once(monkeypatch: pytest.MonkeyPatch, where: object, name: str, error: Exception) -> None:
    real, failures = getattr(where, name), [error]

    def once(*arguments: object, **named: object) -> object:
        if failures:
            raise failures.pop()
        return real(*arguments, **named)

    monkeypatch.setattr(where, name, once)


@pytest.mark.parametrize("error", [OSError(5, "Input/output error"), sqlite3.DatabaseError("malformed")])
def test_a_file_that_cannot_be_read_once_is_not_damaged(
    kept: Places, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    failing_once(monkeypatch, checkup, "_condition", error)
    assert checkup.examine(kept.scores) == Finding(Condition.CURRENT)


def test_a_damaged_file_stays_damaged(kept: Places) -> None:
    kept.scores.write_bytes(b"junk")
    assert checkup.examine(kept.scores).condition is Condition.DAMAGED


def test_a_locked_file_is_not_waited_for_twice(kept: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    looks = []

    def locked(connection: sqlite3.Connection, steps: Sequence[schema.Step]) -> Condition:
        looks.append(1)
        error = sqlite3.OperationalError("database is locked")
        error.sqlite_errorcode = sqlite3.SQLITE_BUSY
        raise error

    monkeypatch.setattr("quizgame.store.database.PATIENCE", 1)
    monkeypatch.setattr(checkup, "_condition", locked)
    assert checkup.examine(kept.scores).condition is Condition.UNREADABLE
    assert len(looks) == 1


def test_backups_that_cannot_be_listed_once_are_found(
    kept: Places, make_run: MakeRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.scores.unlink()
    failing_once(monkeypatch, Path, "iterdir", OSError(5, "Input/output error"))
    assert [entry.run for entry in Scores.open(kept).runs()] == [make_run(1)]


def test_runs_that_cannot_be_read_once_are_brought_back_all_the_same(
    kept: Places, make_run: MakeRun, monkeypatch: pytest.MonkeyPatch, noon: Clock
) -> None:
    real, looks = checkup.salvage, []

    def salvage(file: Path) -> Iterator[SavedRun]:
        looks.append(file)
        return real(file) if len(looks) > 1 else iter(())

    monkeypatch.setattr("quizgame.store.settling.salvage", salvage)
    Scores.open(kept).add(replace(make_run(3), take=7))
    with sqlite3.connect(kept.scores) as connection:
        connection.execute("UPDATE runs SET ended = 'never' WHERE id = 3")
    connection.close()
    assert [entry.run for entry in Scores.open(kept, now=noon).runs()] == [make_run(1), make_run(2)]


def refuse(*arguments: object, **named: object) -> None:
    raise OSError(5, "Input/output error")


def test_a_folder_that_cannot_even_be_looked_at_may_not_be_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "stat", refuse)
        found = can_write(tmp_path)
    assert not found


def test_reports_that_cannot_be_looked_at_are_not_said_to_be_cleared(
    places: Places, monkeypatch: pytest.MonkeyPatch, noon: Clock
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "lstat", refuse)
        patch.setattr(Path, "lstat", refuse)
        with pytest.raises(NotSaved, match="The reports stay as they are"):
            reports.clear(places, noon())
