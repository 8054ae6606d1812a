"""What the keyboard's keys mean while a question is answered, and while words are written."""

from __future__ import annotations

import os

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame

from quizgame.screen.keys import Hands
from quizgame.screen.scene import Action, Input, Press, Typed


@pytest.fixture(autouse=True)
def _display() -> None:
    pygame.display.init()


def pressed(key: int, wants_text: bool = False, hands: Hands | None = None) -> list[Input]:
    event = pygame.Event(pygame.KEYDOWN, key=key, mod=0, unicode="", scancode=0)
    return (hands or Hands()).inputs(event, 1.0, wants_text)


@pytest.mark.parametrize("key", [ord(letter) for letter in "abcdqwerp 0123456789-"])
def test_where_words_are_written_letters_and_digits_mean_nothing_else(key: int) -> None:
    assert pressed(key, wants_text=True) == []


def test_enter_escape_and_function_keys_keep_their_meaning_there() -> None:
    keys = (pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_BACKSPACE, pygame.K_F1, pygame.K_F4)
    actions = (Action.ACCEPT, Action.BACK, Action.ERASE, Action.CREW_1, Action.CREW_4)
    assert [pressed(key, wants_text=True) for key in keys] == [[Press(action)] for action in actions]


@pytest.mark.parametrize("key", [pygame.K_5, pygame.K_KP_5])
def test_a_digit_is_text_first_and_then_an_option(key: int) -> None:
    assert pressed(key) == [Typed("5"), Press(Action.OPTION_5)]


def test_digits_beyond_the_options_are_text_and_choose_nothing() -> None:
    other = Press(Action.OTHER)
    assert [pressed(key) for key in (pygame.K_0, pygame.K_9, pygame.K_KP_0)] == [
        [Typed("0"), other],
        [Typed("9"), other],
        [Typed("0"), other],
    ]


def test_e_and_r_call_the_crew_f_flags_and_none_chooses() -> None:
    assert pressed(pygame.K_e) == [Press(Action.CREW_3)]
    assert pressed(pygame.K_r) == [Press(Action.CREW_4)]
    assert pressed(pygame.K_f) == [Press(Action.FLAG)]


def test_a_held_digit_is_heard_once() -> None:
    hands = Hands()
    assert pressed(pygame.K_7, hands=hands) == [Typed("7"), Press(Action.OTHER)]
    assert pressed(pygame.K_7, hands=hands) == []
