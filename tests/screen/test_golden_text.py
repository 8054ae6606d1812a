"""Every screen of the gallery as text, word for word, and the numbers that no picture must lose."""

from __future__ import annotations

import pytest

from quizgame.screen.canvas import PlainRuler
from quizgame.screen.layout import stage_of
from quizgame.screen.scene import Device, Page
from quizgame.screen.theme import Theme
from tests.gallery import scenes
from tests.screen.golden import check_text, readable
from tests.screen.small_bank import small_bank
from tests.screen.survey import surveyed

SCENES = dict(scenes(small_bank()))


def page(device: Device = Device.KEYS) -> Page:
    return Page(stage_of(1280, 720), Theme(), PlainRuler(), device)


@pytest.mark.parametrize("name", SCENES)
def test_a_screen_says_what_it_always_said(name: str) -> None:
    check_text(f"scenes/{name}.txt", readable(surveyed(SCENES[name], page()).lines))


@pytest.mark.parametrize("name", SCENES)
def test_drawing_changes_nothing(name: str) -> None:
    assert surveyed(SCENES[name], page()).lines == surveyed(SCENES[name], page()).lines


@pytest.mark.parametrize("name", [name for name in SCENES if name not in ("loading", "time-up")])
@pytest.mark.parametrize("device", Device)
def test_the_hints_tell_every_device_what_it_can_do(name: str, device: Device) -> None:
    assert any("(" in line for line in readable(surveyed(SCENES[name], page(device)).lines))


@pytest.mark.parametrize("device", Device)
@pytest.mark.parametrize("name", ["question", "question-alone"])
def test_every_device_is_told_how_to_pause_a_question(name: str, device: Device) -> None:
    lines = readable(surveyed(SCENES[name], page(device)).lines)
    assert any(line.startswith("(") and line.endswith("pause") for line in lines)
