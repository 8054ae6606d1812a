"""Where files lie: as the system wants, or where the player says; looking makes nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import platformdirs
import pytest

import quizgame
from quizgame.store.errors import NotSaved
from quizgame.store.paths import NOWHERE, Places, find_places
from quizgame.store.settings import Settings, load, save

PARENT = str(Path(quizgame.__file__).parents[1])


def test_the_player_may_say_where(tmp_path: Path) -> None:
    home = tmp_path / "my heist"
    places = find_places({"QUIZGAME_HOME": str(home)})
    assert (places.data, places.scores) == (home, home / "scores.sqlite3")
    assert (places.settings, places.questions) == (home / "settings.json", home / "questions")
    assert {places.cache.parent, places.backups.parent} == {home}
    assert not home.exists()


def test_a_relative_home_means_the_folder_it_is_said_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find_places({"QUIZGAME_HOME": "here"}).data == tmp_path / "here"


@pytest.mark.parametrize("said", ["", "  "])
def test_an_empty_home_is_none_and_the_system_decides(said: str) -> None:
    places = find_places({"QUIZGAME_HOME": said})
    assert places.data.is_absolute()
    assert places.cache.is_absolute()
    assert "quizgame" in places.data.parts


def test_a_portable_game_does_not_load_what_it_does_not_need() -> None:
    code = (
        "import sys; from quizgame.store.paths import find_places; find_places();"
        "import quizgame.store.settings; print({'platformdirs', 'sqlite3'} & set(sys.modules))"
    )
    environ = os.environ | {"QUIZGAME_HOME": "anywhere", "PYTHONPATH": PARENT}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("said", ["~/quiz", ""])
def test_a_user_without_a_home_can_still_play(monkeypatch: pytest.MonkeyPatch, said: str) -> None:
    def homeless(*_: object) -> str:
        raise RuntimeError("could not determine the home directory")

    monkeypatch.setattr(Path, "expanduser", homeless)
    monkeypatch.setattr(platformdirs, "user_data_dir", homeless)
    places = find_places({"QUIZGAME_HOME": said})
    assert places.data == NOWHERE
    assert load(places) == (Settings(), ())
    with pytest.raises(NotSaved, match="settings are not saved"):
        save(places, Settings())


def test_places_are_values() -> None:
    assert Places(Path("/a"), Path("/b")) == Places(Path("/a"), Path("/b"))
