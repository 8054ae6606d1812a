"""Files of every released version are read as they were meant; a migration cut short costs nothing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from quizgame.store import reports, schema, settings
from quizgame.store.checkup import Condition, examine
from quizgame.store.paths import Places
from quizgame.store.scores import Scores
from quizgame.store.settings import Settings
from tests.robust.chores import OLD
from tests.robust.conftest import Start
from tests.robust.profile import times
from tests.robust.saver import sample

FIRST = Settings(
    music=10,
    effects=20,
    muted=True,
    text_size=150,
    high_contrast=True,
    reduced_motion=True,
    clock="x2",
    spoilers=False,
    full_screen=True,
    player="Neil McCauley",
    heat_assist=True,
    packs_off=("mine.yaml",),
)
SECOND = FIRST._replace(
    music_on=False,
    introduced=True,
    read_aloud="always",
    keys=(("pause", "f5"),),
    pad=(("pause", "back"),),
)


THIRD = SECOND._replace(window=(1600, 900), maximised=True)


@pytest.mark.parametrize(
    ("name", "meant"),
    [("settings-1.json", FIRST), ("settings-2.json", SECOND), ("settings-3.json", THIRD)],
)
def test_settings_of_every_version_are_as_they_were_chosen(
    places: Places, name: str, meant: Settings
) -> None:
    places.data.mkdir()
    shutil.copy(OLD / name, places.settings)
    assert settings.load(places) == (meant, ())
    settings.save(places, meant._replace(music=30))
    assert settings.load(places) == (meant._replace(music=30), ())


def test_there_is_a_file_with_every_setting() -> None:
    files = sorted(OLD.glob("settings-*.json"))
    assert set(json.loads(files[-1].read_text("utf-8"))) == set(Settings._fields)


def test_reports_of_every_version_are_read(places: Places) -> None:
    places.data.mkdir()
    shutil.copy(OLD / "reports-1.jsonl", places.reports)
    kept = reports.load(places)
    assert kept.notices == ()
    assert [one.question for one in kept.reports] == ["pack/2", "pack/3"]


def test_settings_of_a_newer_version_lose_nothing(places: Places) -> None:
    places.data.mkdir()
    newer = json.loads((OLD / "settings-3.json").read_text("utf-8")) | {"film_grain": {"amount": 3}}
    places.settings.write_text(json.dumps(newer), "utf-8")
    settings.save(places, settings.load(places)[0]._replace(music=30))
    assert json.loads(places.settings.read_text("utf-8")) == newer | {"music": 30}


@times("kills", 10, 300)
def test_a_game_killed_while_it_takes_an_old_file_along_loses_none_of_it(
    swift: Path, start: Start, kills: int
) -> None:
    for kill in range(kills):
        places = Places(swift / f"data {kill}", swift)
        places.data.mkdir()
        shutil.copy(OLD / "schema-1.sqlite3", places.scores)
        process, pipe = start(places.data, 50, 1)
        with pipe:
            # Some die before the migration has begun, some within it and some after.
            pipe.poll(kill % 10 * 0.001)
            process.kill()
        process.join()
        scores = Scores.open(places)
        assert (scores.notices, scores.writable) == ((), True)
        found = {entry.run for entry in scores.runs() if entry.sealed}
        assert {sample(1), sample(2, player="Vincent"), sample(3)} <= found
        copies = list(places.data.glob("scores-before-upgrade-*.sqlite3"))
        assert copies
        assert any(examine(copy, schema.STEPS).condition is Condition.OLDER for copy in copies)
