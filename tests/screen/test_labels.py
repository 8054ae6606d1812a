"""What is printed on cards and hints is what works: the player's own keys, and always the way out."""

from __future__ import annotations

from typing import Any

import pytest

from quizgame import choices
from quizgame.quiz.bank import Bank
from quizgame.screen.canvas import Notes, PlainRuler
from quizgame.screen.keymap import USUAL, with_key
from quizgame.screen.layout import stage_of
from quizgame.screen.scene import Page, Scene
from quizgame.screen.theme import theme_of
from quizgame.screen.widgets import BACK, CHOOSE, MOVE_ROUND, Hint, hints
from quizgame.store.settings import Settings
from tests.gallery import scenes
from tests.screen.small_bank import small_bank
from tests.screen.survey import surveyed

OWN = with_key(with_key(USUAL, "option 2", "k").keymap, "option 3", "delete").keymap


@pytest.fixture(scope="module")
def screens() -> dict[str, Scene[Any]]:
    return dict(scenes(small_bank()))


def page(text: int = 100, size: tuple[int, int] = (1280, 720)) -> Page:
    return Page(stage_of(*size), theme_of(text, False, True), PlainRuler(), keymap=OWN)


def printed(scene: Scene[Any]) -> list[str]:
    """What stands on the four cards: what is drawn right before the words of an option."""
    return [line for line in surveyed(scene, page()).lines if line in {*"ABCDK1234", "Del"}][:4]


@pytest.mark.parametrize("name", ["question", "reveal-wrong", "turns", "turns-reveal"])
def test_cards_print_the_keys_that_the_player_has_given_them(
    name: str, screens: dict[str, Scene[Any]]
) -> None:
    assert printed(screens[name]) == ["A", "K", "Del", "D"]


@pytest.mark.parametrize("name", ["buzzers-buzzed", "buzzers-reveal", "buzzers-nobody"])
def test_where_letters_buzz_cards_print_digits_before_and_after(
    name: str, screens: dict[str, Scene[Any]]
) -> None:
    assert printed(screens[name]) == ["1", "2", "3", "4"]


def test_cards_are_read_aloud_by_what_is_printed_on_them(screens: dict[str, Scene[Any]]) -> None:
    said = screens["question"].spoken(page())
    assert " K: " in said
    assert " Del: " in said
    assert " B: " not in said


def line_of(items: list[Hint], text: int, size: tuple[int, int]) -> list[str]:
    canvas = Notes()
    hints(canvas, page(text, size), items)
    return canvas.lines


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768), (640, 360)])
@pytest.mark.parametrize("text", [100, 150, 200])
def test_the_way_out_is_told_however_little_room_there_is(text: int, size: tuple[int, int]) -> None:
    many = [Hint(f"something else to do {number}", "Backspace") for number in range(5)]
    lines = line_of([MOVE_ROUND, CHOOSE, *many, BACK], text, size)
    assert "back" in lines[-1]
    assert any("move" in line for line in lines)


def test_hints_that_have_room_are_all_told() -> None:
    told = "\n".join(line_of([MOVE_ROUND, CHOOSE, BACK], 100, (1280, 720)))
    assert all(word in told for word in ("move", "choose", "back"))
    assert line_of([], 100, (1280, 720)) == line_of([Hint("nothing on this device", "")], 100, (1280, 720))


def test_settings_name_the_keys_that_do_the_same() -> None:
    own = with_key(USUAL, "mute", "j").keymap
    notes = {option.id: option.note for option in choices.options(Settings(keys=own.keys))}
    assert notes["muted"].startswith("J ")
    assert notes["music_on"].startswith("N ")


def test_the_list_of_settings_is_made_once_for_as_long_as_nothing_changes(bank: Bank) -> None:
    assert choices.options(Settings()) is choices.options(Settings())
    changed = choices.options(Settings(muted=True))
    assert changed is not choices.options(Settings())
    assert next(option for option in changed if option.id == "muted").index == 1
