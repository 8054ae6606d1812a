"""What cannot be undone is asked about first, and who presses on without reading loses nothing."""

from __future__ import annotations

from pathlib import Path

from quizgame.screen.scene import Action
from quizgame.store.paths import Places
from tests.pilot import Clock, Given, Pilot, parts_of
from tests.screen.small_bank import small_bank


def playing(tmp_path: Path) -> Pilot:
    clock = Clock()
    player = Pilot(parts_of(Places(tmp_path, tmp_path), Given(small_bank()), clock), clock)
    player.parts.change(introduced=True)
    player.click("Play")
    player.click("The Score")
    player.wait(50)
    player.click("Go in")
    assert player.at == "QuestionScene"
    return player


def test_a_run_is_not_given_up_by_pressing_enter_on(tmp_path: Path) -> None:
    player = playing(tmp_path)
    player.press(Action.PAUSE)
    player.click("Call it off")
    assert player.at == "MessageScene"
    player.press(Action.ACCEPT)
    assert player.at == "PauseScene"
    player.press(Action.BACK)
    assert player.at == "QuestionScene"


def test_going_back_from_the_question_whether_to_give_up_goes_back_to_the_run(tmp_path: Path) -> None:
    player = playing(tmp_path)
    player.press(Action.PAUSE)
    player.click("Call it off")
    player.press(Action.BACK)
    assert player.at == "PauseScene"


def test_the_game_is_not_left_by_pressing_escape_on(tmp_path: Path) -> None:
    clock = Clock()
    player = Pilot(parts_of(Places(tmp_path, tmp_path), Given(small_bank()), clock), clock)
    player.press(*[Action.BACK] * 5)
    assert player.at == "TitleScene"
