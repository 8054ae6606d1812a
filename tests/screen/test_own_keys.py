"""Keys that the player has given another meaning, and keyboards of other countries, told by real events."""

from __future__ import annotations

import pygame
import pytest

from quizgame.screen.keymap import Keymap
from quizgame.screen.keys import Hands
from quizgame.screen.scene import KEYBOARD, Action, Button, Input, Point, Press, Pushed, Typed
from tests.screen.events import button, click, press, release

pytestmark = pytest.mark.usefixtures("display")


def test_the_players_own_keys_mean_what_they_say(hands: Hands) -> None:
    hands.keymap = Keymap((("pause", "k"), ("crew 1", "delete")), (("flag", "l3"),))
    assert press(hands, pygame.K_k) == [Press(Action.PAUSE)]
    assert press(hands, pygame.K_p) == [Press(Action.OTHER)]
    assert press(hands, pygame.K_DELETE) == [Press(Action.CREW_1)]
    assert press(hands, pygame.K_DELETE, writing=True) == []  # still held
    release(hands, pygame.K_DELETE)
    assert press(hands, pygame.K_DELETE, writing=True) == [Press(Action.CREW_1)]
    assert button(hands, pygame.CONTROLLER_BUTTON_LEFTSTICK) == [Press(Action.FLAG)]
    assert button(hands, pygame.CONTROLLER_BUTTON_Y) == []


@pytest.mark.parametrize("key", [pygame.K_F5, pygame.K_t])
def test_reading_aloud_has_a_key_of_its_own_and_one_that_is_no_letter(hands: Hands, key: int) -> None:
    assert press(hands, key) == [Press(Action.READ)]
    release(hands, key)
    assert press(hands, key, writing=True) == ([Press(Action.READ)] if key == pygame.K_F5 else [])


def scanned(hands: Hands, key: int, scancode: int, writing: bool = False) -> list[Input]:
    event = pygame.Event(pygame.KEYDOWN, key=key, mod=0, scancode=scancode)
    return hands.inputs(event, 1.0, writing)


@pytest.mark.parametrize(
    ("key", "scancode", "digit"), [(ord("&"), 30, 1), (ord("é"), 31, 2), (ord("'"), 33, 4)]
)
def test_the_row_of_digits_answers_on_a_french_keyboard(
    hands: Hands, key: int, scancode: int, digit: int
) -> None:
    assert scanned(hands, key, scancode) == [Typed(str(digit)), Press(Action(f"option {digit}"))]
    assert scanned(hands, key, scancode, writing=True) == []


def test_letters_are_what_is_printed_on_them_wherever_they_lie(hands: Hands) -> None:
    assert scanned(hands, pygame.K_q, 4) == [Press(Action.CREW_1)]  # where an English keyboard has its A
    assert scanned(hands, pygame.K_a, 20) == [Press(Action.OPTION_1)]


def test_letters_that_are_not_latin_count_by_their_place(hands: Hands) -> None:
    assert scanned(hands, ord("ф"), 4) == [Press(Action.OPTION_1)]
    hands.keymap = Keymap((("pause", "ф"),))
    release(hands, ord("ф"))
    assert scanned(hands, ord("ф"), 4) == [Press(Action.PAUSE)]


def test_nothing_is_held_or_dragged(hands: Hands) -> None:
    """A button that is let go means nothing, and a pointer that is moved with it down only points."""
    assert click(hands, pygame.BUTTON_LEFT) != []
    drag = pygame.Event(pygame.MOUSEMOTION, pos=(200, 200), rel=(90, 90), buttons=(1, 0, 0), touch=False)
    assert [type(input) for input in hands.inputs(drag, 1.0, False)] == [Point]
    up = pygame.Event(pygame.MOUSEBUTTONUP, pos=(200, 200), button=pygame.BUTTON_LEFT, touch=False)
    assert hands.inputs(up, 1.0, False) == []
    press(hands, pygame.K_RETURN)
    assert release(hands, pygame.K_RETURN) == []


def test_a_scene_that_listens_hears_even_the_keys_that_work_everywhere(hands: Hands) -> None:
    event = pygame.Event(pygame.KEYDOWN, key=pygame.K_F11, mod=0)
    assert hands.inputs(event, 1.0, False, lambda _: True) == [Pushed(Button(KEYBOARD, "f11"))]
