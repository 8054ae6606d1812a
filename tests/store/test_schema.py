"""Score files of every released schema are read, and older ones are taken to the newest, copy first."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from quizgame.quiz.run import Run
from quizgame.store import schema
from quizgame.store.checkup import Condition, examine
from quizgame.store.paths import Places
from quizgame.store.scores import Scores
from quizgame.store.settling import settle

MakeRun = Callable[..., Run]
Clock = Callable[[], datetime]
OLD = Path(__file__).parents[1] / "old_scores"


def add_city(connection: sqlite3.Connection) -> None:
    connection.execute("ALTER TABLE runs ADD COLUMN city TEXT NOT NULL DEFAULT 'Los Angeles'")


def fail_half_way(connection: sqlite3.Connection) -> None:
    connection.execute("DROP TABLE answers")
    raise sqlite3.OperationalError("the step failed")


def cities(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return [city for (city,) in connection.execute("SELECT city FROM runs")]


def test_schema_1_is_read_and_goes_on(places: Places, make_run: MakeRun) -> None:
    places.data.mkdir()
    shutil.copy(OLD / "schema-1.sqlite3", places.scores)
    scores = Scores.open(places)
    assert (scores.notices, scores.writable) == ((), True)
    assert [entry.run for entry in scores.runs()] == [make_run(1), make_run(2, player="Vincent"), make_run(3)]
    assert all(entry.sealed for entry in scores.runs())
    assert [row.run_id for row in scores.table("score", "")] == [3, 2, 1]
    assert [entry.run_id for entry in scores.runs(player="VINCENT")] == [2]
    # The same run, saved by this version of the game, is still the same run.
    assert scores.add(make_run(1)) == 1
    scores.seen.mark("Neil", ["heat/cast/1"])
    assert scores.seen.seen("Neil") == {"heat/cast/1": 1}
    [copy] = places.data.glob("scores-before-upgrade-*.sqlite3")
    assert examine(copy).condition is Condition.OLDER


def test_schema_2_is_read_and_goes_on(places: Places, make_run: MakeRun) -> None:
    places.data.mkdir()
    shutil.copy(OLD / "schema-2.sqlite3", places.scores)
    scores = Scores.open(places)
    assert (scores.notices, scores.writable) == ((), True)
    assert [entry.run for entry in scores.runs()] == [
        make_run(1, player="Neil McCauley"),
        make_run(2, player="Vincent"),
        replace(make_run(3), seat=1),
        make_run(4),
    ]
    assert all(entry.sealed for entry in scores.runs())
    assert scores.add(make_run(1)) == 1
    assert scores.seen.seen("Neil") == {"heat/cast/1": 1, "heat/cast/2": 2}
    assert scores.seen.seen("Vincent") == {"heat/cast/1": 3}


def test_damage_in_an_older_file_is_mended_and_its_runs_are_kept(places: Places, make_run: MakeRun) -> None:
    places.data.mkdir()
    shutil.copy(OLD / "schema-1.sqlite3", places.scores)
    with closing(sqlite3.connect(places.scores)) as connection, connection:
        connection.execute("UPDATE runs SET ended = 'never' WHERE id = 2")
    scores = Scores.open(places)
    assert "2 runs were brought back" in scores.notices[0]
    assert [entry.run for entry in scores.runs()] == [make_run(1), make_run(3)]


def test_runs_of_an_older_file_are_brought_back_though_its_tables_are_not_whole(
    places: Places, make_run: MakeRun
) -> None:
    places.data.mkdir()
    shutil.copy(OLD / "schema-1.sqlite3", places.scores)
    with closing(sqlite3.connect(places.scores)) as connection, connection:
        connection.execute("ALTER TABLE runs ADD COLUMN strange TEXT")
    scores = Scores.open(places)
    assert [entry.run for entry in scores.runs()] == [make_run(1), make_run(2, player="Vincent"), make_run(3)]
    assert all(entry.sealed for entry in scores.runs())


def test_there_is_a_file_of_every_schema() -> None:
    numbers = range(1, len(schema.STEPS) + 1)
    assert sorted(path.name for path in OLD.glob("schema-*.sqlite3")) == [
        f"schema-{n}.sqlite3" for n in numbers
    ]


def test_an_older_file_is_copied_and_then_taken_along(places: Places, make_run: MakeRun, noon: Clock) -> None:
    Scores.open(places).add(make_run(1))
    steps = (*schema.STEPS, add_city)
    settled = settle(places, noon(), create=False, steps=steps)
    assert (settled.readable, settled.writable, settled.notices) == (True, True, ())
    assert cities(places.scores) == ["Los Angeles"]
    assert examine(places.scores, steps).condition is Condition.CURRENT
    copy = places.data / "scores-before-upgrade-2026-02-01-120000.sqlite3"
    assert examine(copy).condition is Condition.CURRENT
    # To the game as it is today this is a newer file.
    assert examine(places.scores).condition is Condition.NEWER


def test_an_empty_file_is_the_oldest_schema(places: Places, noon: Clock) -> None:
    settled = settle(places, noon(), create=True, steps=(*schema.STEPS, add_city))
    assert settled.writable
    assert cities(places.scores) == []


def test_a_step_that_fails_changes_nothing_and_loses_nothing(
    places: Places, make_run: MakeRun, noon: Clock
) -> None:
    Scores.open(places).add(make_run(1))
    settled = settle(places, noon(), create=False, steps=(*schema.STEPS, fail_half_way))
    assert (settled.readable, settled.writable) == (False, False)
    assert settled.notices[0].startswith("Scores will not be kept: ")
    assert [entry.run for entry in Scores.open(places).runs()] == [make_run(1)]


def test_without_a_copy_nothing_is_upgraded(
    places: Places, make_run: MakeRun, noon: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    Scores.open(places).add(make_run(1))

    def refuse(source: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("quizgame.store.backups.copy_database", refuse)
    settled = settle(places, noon(), create=False, steps=(*schema.STEPS, add_city))
    assert settled.notices == ("Scores will not be kept: the disk is full.",)
    assert examine(places.scores).condition is Condition.CURRENT
    assert not list(places.data.glob("scores-before-upgrade*"))


def test_an_older_backup_is_taken_along_too(places: Places, make_run: MakeRun, noon: Clock) -> None:
    Scores.open(places).add(make_run(1))
    places.scores.write_bytes(b"junk")
    settled = settle(places, noon(), create=False, steps=(*schema.STEPS, add_city))
    assert settled.writable
    assert cities(places.scores) == ["Los Angeles"]


def test_opening_does_not_change_a_good_file(places: Places, make_run: MakeRun) -> None:
    Scores.open(places).add(make_run(1))
    before = places.scores.read_bytes()
    Scores.open(places).runs()
    assert places.scores.read_bytes() == before
