"""The light passes from button to button in every menu, and no key waits for it."""

from __future__ import annotations

import pytest

from quizgame.screen.menu import FocusScene
from quizgame.screen.moving import LIGHT_MS
from quizgame.screen.scene import Action, Finished, Press
from tests.screen.moves import page
from tests.screen.survey import surveyed
from tests.screen.test_motion import fresh

MENUS = {
    "title": Action.DOWN,
    "modes-the-score": Action.DOWN,
    "intro": Action.RIGHT,
    "message": Action.LEFT,
    "pause": Action.DOWN,
    "standings": Action.RIGHT,
    "result": Action.RIGHT,
    "review": Action.RIGHT,
    "share": Action.RIGHT,
    "challenge": Action.RIGHT,
    "pack": Action.DOWN,
    "players-three": Action.LEFT,
    "vacant": Action.RIGHT,
    "report": Action.DOWN,
    "name": Action.UP,
    "code": Action.UP,
    "settings": Action.DOWN,
    "controls": Action.DOWN,
    "packs": Action.DOWN,
}
START = 10_000


def moved(name: str, motion: bool = True) -> FocusScene[object]:
    """A menu in which the focus has just gone on from where it was."""
    scene = fresh(name)
    assert isinstance(scene, FocusScene)
    scene.arrive(page(0, motion))
    before = scene.focused(page(START, motion))
    scene.handle(Press(MENUS[name]), page(START, motion))
    assert scene.focused(page(START, motion)) != before
    return scene


@pytest.mark.parametrize("name", MENUS)
def test_the_light_is_on_both_on_its_way_and_on_one_in_the_end(name: str) -> None:
    scene = moved(name)
    lit = [
        surveyed(scene, page(START + ms)).lines.count("panel focus") for ms in (LIGHT_MS // 2, LIGHT_MS * 3)
    ]
    assert lit[0] == lit[1] + 1


@pytest.mark.parametrize("name", MENUS)
def test_a_menu_is_drawn_while_the_light_passes_and_then_rests(name: str) -> None:
    scene = moved(name)
    first, second = (
        (scene.still(page(START + ms)), scene.live(page(START + ms))) for ms in (LIGHT_MS // 3, LIGHT_MS // 2)
    )
    assert first != second
    assert scene.still(page(START + LIGHT_MS * 3)) != scene.still(page(START + LIGHT_MS // 2))


@pytest.mark.parametrize("name", MENUS)
def test_with_reduced_motion_the_light_is_there_at_once(name: str) -> None:
    scene = moved(name, motion=False)
    assert surveyed(scene, page(START, False)).lines == surveyed(scene, page(START + 1_000, False)).lines


def test_a_key_means_where_the_focus_is_and_not_where_the_light_still_was() -> None:
    scene = moved("pause")
    assert scene.handle(Press(Action.ACCEPT), page(START + 10)) == Finished("settings")
