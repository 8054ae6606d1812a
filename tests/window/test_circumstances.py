"""Bad circumstances round the game: broken files, folders that cannot be written. It says so and plays on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizgame import app
from quizgame.quiz.run import Ending
from quizgame.screen.guard import GUARD_MS
from quizgame.screen.scene import Action
from quizgame.store.paths import Places, find_places
from quizgame.store.scores import Scores
from quizgame.store.settings import Settings
from tests.pilot import Clock, Pilot, parts_of

if TYPE_CHECKING:
    from tests.window.conftest import Game

BROKEN = b"\x00this is neither JSON nor SQLite\xff" * 100


def at_the_title(places: Places) -> Pilot:
    """The real game with the real questions, once all that loads beside the title has loaded."""
    clock = Clock()
    parts = parts_of(places, app.content(places, Settings()), clock)
    parts.content.wait()
    parts.content.close()
    assert parts.scores is not None
    return Pilot(parts, clock)


def play_until_the_sums(pilot: Pilot) -> None:
    """Press Enter wherever it leads on, and let the time run out where an answer takes more than that."""
    for _ in range(200):
        if pilot.at == "ResultScene":
            return
        pilot.wait(GUARD_MS)
        pilot.press(Action.ACCEPT)
        if pilot.at == "QuestionScene":
            pilot.wait(31_000)
    raise AssertionError(f"the run never ended; the screen is {pilot.at}")


def test_broken_files_are_set_aside_and_the_title_says_so(tmp_path: Path) -> None:
    places = Places(tmp_path, tmp_path / "cache")
    places.settings.write_bytes(BROKEN)
    places.scores.write_bytes(BROKEN)
    pilot = at_the_title(places)
    assert pilot.sees("The settings file was broken")
    assert pilot.sees("score file was damaged")
    aside = [path.name for path in tmp_path.iterdir() if path.is_file() and path.read_bytes() == BROKEN]
    assert sorted(name.partition("-")[0].partition(".")[0] for name in aside) == ["scores", "settings"]
    play_until_the_sums(pilot)
    assert [saved.run.ended for saved in Scores.open(places).runs()] == [Ending.WALKED]


def unwritable(tmp_path: Path) -> list[Path]:
    """Places where no folder can be made, not even by root."""
    file = tmp_path / "file"
    file.touch()
    system = [Path("/proc/quizgame")] if Path("/proc/self").exists() else []
    return [file / "home", *system]


def test_where_nothing_can_be_written_the_game_plays_and_says_that_scores_are_not_kept(
    tmp_path: Path,
) -> None:
    for home in unwritable(tmp_path):
        pilot = at_the_title(find_places({"QUIZGAME_HOME": str(home)}))
        assert pilot.parts.content.problems == ()
        play_until_the_sums(pilot)
        assert pilot.sees("not be kept")
        pilot.press(Action.BACK)
        assert pilot.at == "TitleScene"
        assert pilot.sees("Scores will not be kept")


def test_where_that_is_plain_beforehand_the_title_says_so_before_the_first_run(tmp_path: Path) -> None:
    home = unwritable(tmp_path)[0]
    assert at_the_title(find_places({"QUIZGAME_HOME": str(home)})).sees("Scores will not be kept")


def test_a_setting_that_cannot_be_saved_still_takes_effect(tmp_path: Path) -> None:
    pilot = at_the_title(find_places({"QUIZGAME_HOME": str(unwritable(tmp_path)[0])}))
    pilot.parts.change(text_size=200)
    assert pilot.parts.settings.text_size == 200
    assert pilot.sees("The settings are not saved")


def test_a_folder_where_the_score_file_should_be_is_left_alone(tmp_path: Path) -> None:
    places = Places(tmp_path, tmp_path / "cache")
    places.scores.mkdir()
    pilot = at_the_title(places)
    play_until_the_sums(pilot)
    assert pilot.sees("not be kept")
    assert places.scores.is_dir()


def test_a_cache_that_cannot_be_used_does_not_matter(tmp_path: Path) -> None:
    places = Places(tmp_path / "data", unwritable(tmp_path)[0])
    play_until_the_sums(at_the_title(places))
    assert [saved.run.asked for saved in Scores.open(places).runs()] == [5]


@pytest.mark.parametrize("driver", ["nonsense", "dummy"])
def test_without_a_sound_device_the_game_is_silent_and_plays(start: Callable[..., Game], driver: str) -> None:
    game = start(SDL_AUDIODRIVER=driver)
    game.ready()
    game.keys("Escape", "Return")  # quit, by its button
    assert game.left() == 0
    assert game.said == ""


def test_volumes_that_cannot_be_meant_are_named(tmp_path: Path) -> None:
    places = Places(tmp_path, tmp_path / "cache")
    places.settings.write_text(json.dumps({"music": 900, "text_size": 125}), "utf-8")
    pilot = at_the_title(places)
    assert pilot.sees("music")
    assert pilot.parts.settings.text_size == 125
