"""The page of keys and buttons: a new one is pressed, told, kept and shown, by keyboard, mouse and pad."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgame.quiz.bank import MemoryBank
from quizgame.screen.canvas import Notes, PlainRuler
from quizgame.screen.keymap import USUAL, Keymap
from quizgame.screen.layout import stage_of
from quizgame.screen.scene import (
    KEYBOARD,
    Action,
    Button,
    Click,
    Device,
    Finished,
    Input,
    Page,
    Press,
    Pushed,
)
from quizgame.screen.scenes.controls import DONE, RESET, ControlsScene
from quizgame.screen.theme import Theme
from quizgame.store.paths import Places
from quizgame.store.settings import load
from tests.pilot import Clock, Given, Pilot, parts_of

PAGE = Page(stage_of(1280, 720), Theme(), PlainRuler())


class Desk:
    """The page with somebody at it, and the keymap that is in force."""

    def __init__(self) -> None:
        self.keymap = USUAL
        self.scene = ControlsScene(lambda: self.keymap, self._change)

    def _change(self, keymap: Keymap) -> None:
        self.keymap = keymap

    def do(self, *inputs: Input) -> Finished[str] | None:
        done = None
        for input in inputs:
            done = self.scene.handle(input, PAGE)
        return done

    def lines(self, page: Page = PAGE) -> list[str]:
        notes = Notes()
        self.scene.draw(notes, page)
        return notes.lines


def key(name: str) -> Pushed:
    return Pushed(Button(KEYBOARD, name))


def pad(name: str) -> Pushed:
    return Pushed(Button("pad 1", name))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_new_key_is_pressed_and_is_in_force_at_once(desk: Desk) -> None:
    assert not desk.scene.claims(Button(KEYBOARD, "k"))
    desk.do(Press(Action.ACCEPT))
    assert desk.scene.claims(Button(KEYBOARD, "m"))
    desk.do(key("k"))
    assert desk.keymap.key_of["option 1"] == "k"
    assert not desk.scene.claims(Button(KEYBOARD, "k"))
    assert "Answer A: K." in desk.lines()


def test_who_loses_a_key_is_told_of_the_one_it_has_now(desk: Desk) -> None:
    desk.do(Press(Action.ACCEPT), key("q"))
    assert "Answer A: Q. “Chris covers you” has A now." in desk.lines()


def test_a_fixed_key_is_refused_and_another_can_follow(desk: Desk) -> None:
    desk.do(Press(Action.ACCEPT), key("return"))
    assert "Return always means the same. Press another key." in desk.lines()
    desk.do(key("k"))
    assert desk.keymap.key_of["option 1"] == "k"


@pytest.mark.parametrize("leaving", [key("escape"), pad("back"), Click(5, 5), Press(Action.BACK)])
def test_nothing_changes_for_who_thinks_better_of_it(desk: Desk, leaving: Input) -> None:
    assert desk.do(Press(Action.ACCEPT), leaving) is None
    assert desk.keymap == USUAL
    assert "Nothing was changed." in desk.lines()


def test_a_button_of_the_pad_comes_by_what_it_means(desk: Desk) -> None:
    desk.do(Press(Action.RIGHT), Press(Action.ACCEPT), pad("flag"))
    assert desk.keymap.button_of["option 1"] == "y"
    assert "Answer A: Y. “Flag a question” has no button now." in desk.lines()
    desk.do(Press(Action.ACCEPT), pad("l3"))
    assert desk.keymap.button_of["option 1"] == "l3"


@pytest.mark.parametrize("name", ["accept", "up", "next"])
def test_buttons_that_steer_stay(desk: Desk, name: str) -> None:
    desk.do(Press(Action.RIGHT), Press(Action.ACCEPT), pad(name))
    assert desk.keymap == USUAL
    assert desk.scene.claims(Button("pad 1", name))


def test_a_key_is_no_answer_where_a_button_is_asked_for(desk: Desk) -> None:
    desk.do(Press(Action.RIGHT), Press(Action.ACCEPT), key("k"))
    assert desk.keymap == USUAL
    assert any(line.startswith("That is on the keyboard.") for line in desk.lines())


def test_backspace_makes_one_as_usual_again(desk: Desk) -> None:
    desk.do(Press(Action.ACCEPT), key("k"), Press(Action.DOWN), Press(Action.ACCEPT), key("j"))
    desk.do(Press(Action.ERASE))
    assert desk.keymap.keys == (("option 1", "k"),)


def test_a_click_does_the_same(desk: Desk) -> None:
    spots = {spot.id: spot.rect.middle for spot in desk.scene.spots(PAGE)}
    desk.do(Click(*spots["key pause"]), key("k"))
    assert desk.keymap.key_of["pause"] == "k"
    desk.do(Click(*spots["usual pause"]))
    assert desk.keymap == USUAL


def test_a_row_that_is_as_usual_has_no_way_back_to_press(desk: Desk) -> None:
    assert not [spot for spot in desk.scene.spots(PAGE) if spot.id.startswith("usual ") and spot.enabled]


@pytest.mark.parametrize("size", [(1280, 720), (640, 360), (1024, 768)])
@pytest.mark.parametrize("text", [1.0, 2.0])
def test_the_focus_is_always_in_sight(desk: Desk, size: tuple[int, int], text: float) -> None:
    page = Page(stage_of(*size), Theme(text=text), PlainRuler())
    seen = set()
    for _ in range(60):
        desk.scene.handle(Press(Action.NEXT), page)
        focused = desk.scene.focused(page)
        spot = next(spot for spot in desk.scene.spots(page) if spot.id == focused)
        assert spot.seen, focused
        seen.add(focused)
    assert {DONE, RESET, "key option 1", "pad previous", "key full screen"} <= seen


def pilot(places: Places) -> Pilot:
    clock = Clock()
    return Pilot(parts_of(places, Given(MemoryBank([])), clock), clock)


def to_the_page(player: Pilot) -> None:
    player.click("Settings")
    player.device = Device.KEYS
    player.press(Action.LAST, Action.UP, Action.UP, Action.ACCEPT)
    assert player.at == "ControlsScene"


def test_the_keys_are_kept_and_all_can_be_as_usual_again(tmp_path: Path) -> None:
    player = pilot(Places(tmp_path, tmp_path))
    to_the_page(player)
    player.press(Action.ACCEPT)
    player.do(key("k"))
    assert load(player.parts.places)[0].keys == (("option 1", "k"),)
    player.click("All as usual")
    assert player.at == "MessageScene"
    player.press(Action.ACCEPT)  # the focus is on what changes nothing
    assert player.at == "ControlsScene"
    assert load(player.parts.places)[0].keys == (("option 1", "k"),)
    player.click("All as usual")
    player.click("All as usual")
    assert load(player.parts.places)[0].keys == ()
    player.press(Action.BACK)
    assert player.at == "SettingsScene"


def test_hints_follow_the_keys() -> None:
    desk = Desk()
    desk.do(Press(Action.ACCEPT))
    keymap = Keymap((("pause", "k"),), (("erase", "l3"), ("flag", "x")))
    scene = ControlsScene(lambda: keymap, lambda _: None)
    notes = Notes()
    scene.draw(notes, PAGE._replace(keymap=keymap, device=Device.PAD))
    assert "L3" in notes.lines
