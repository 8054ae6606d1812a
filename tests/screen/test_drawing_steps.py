"""What it takes to draw a screen once more: few steps, to fit into a frame, however long a list is."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from quizgame import resources
from quizgame.screen.canvas import Notes
from quizgame.screen.layout import stage_of
from quizgame.screen.listed import Listed
from quizgame.screen.scene import Page, Scene
from quizgame.screen.scenes.packs import PacksScene
from quizgame.screen.text import Faces, PixelRuler
from quizgame.screen.theme import Theme
from tests.gallery import scenes
from tests.screen.small_bank import small_bank

SCENES = dict(scenes(small_bank()))
MOST = 1_500  # functions called, whatever the machine: 5,500 would take half of a frame's time


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(stage_of(1280, 720), Theme(), PixelRuler(Faces(resources.assets() / "fonts"), 1.0))


def steps(scene: Scene[Any], page: Page) -> int:
    """How many functions are called to draw a screen that has been drawn before."""
    called = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal called
        called += event == "call"

    scene.draw(Notes(), page)
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        scene.draw(Notes(), page)
    finally:
        sys.setprofile(before)
    return called


@pytest.mark.parametrize("name", SCENES)
def test_a_screen_is_drawn_anew_in_few_steps(name: str, page: Page) -> None:
    assert steps(SCENES[name], page) <= MOST


def test_packs_out_of_sight_cost_next_to_nothing(page: Page) -> None:
    def shelf(count: int) -> PacksScene:
        packs = [Listed(f"{n}", f"Pack {n}", f"pack-{n}.yaml", 10, own=True) for n in range(count)]
        return PacksScene(lambda: packs, lambda id, on: None, lambda: "")

    assert steps(shelf(500), page) < steps(shelf(20), page) + 600
