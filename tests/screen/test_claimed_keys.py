"""Buttons that players have for their own: told apart, and nothing else while a scene claims them."""

from __future__ import annotations

import pygame
import pytest

from quizgame import resources
from quizgame.screen.canvas import Canvas
from quizgame.screen.keys import Hands
from quizgame.screen.scene import (
    KEYBOARD,
    Action,
    Button,
    Device,
    Finished,
    Input,
    Page,
    Press,
    Pushed,
    Scene,
    Story,
    show,
)
from quizgame.screen.stories import Show
from quizgame.screen.window import Keys, Window, Wishes
from tests.screen.events import key, pad

pytestmark = pytest.mark.usefixtures("display")


@pytest.mark.parametrize(
    ("code", "name"), [(pygame.K_a, "a"), (pygame.K_4, "4"), (ord("ф"), "ф"), (pygame.K_RETURN, "return")]
)
def test_a_claimed_key_comes_by_its_name_and_means_nothing_else(hands: Hands, code: int, name: str) -> None:
    assert key(hands, code) == [Pushed(Button(KEYBOARD, name))]


def test_a_claimed_key_that_is_held_comes_once(hands: Hands) -> None:
    assert key(hands, pygame.K_a) != []
    assert key(hands, pygame.K_a) == []


def test_what_is_not_claimed_means_what_it_always_did(hands: Hands) -> None:
    assert key(hands, pygame.K_a, lambda button: button.name == "b") == [Press(Action.OPTION_1)]


def test_keys_with_a_modifier_are_never_claimed(hands: Hands) -> None:
    assert key(hands, pygame.K_a, mod=pygame.KMOD_ALT) == []


def test_pads_are_told_apart(hands: Hands) -> None:
    first, second = pad(hands, 0, pygame.CONTROLLER_BUTTON_A), pad(hands, 1, pygame.CONTROLLER_BUTTON_A)
    assert first == [Pushed(Button("pad 1", "accept"))]
    assert second == [Pushed(Button("pad 2", "accept"))]
    assert hands.device is Device.PAD


def test_pads_have_the_names_they_are_given(hands: Hands) -> None:
    hands.name_of = lambda instance: f"pad {instance * 10}"
    assert pad(hands, 7, pygame.CONTROLLER_BUTTON_B) == [Pushed(Button("pad 70", "back"))]


def test_a_button_without_a_meaning_can_still_be_claimed(hands: Hands) -> None:
    stick = pygame.CONTROLLER_BUTTON_LEFTSTICK
    assert pad(hands, 0, stick, lambda button: False) == []
    assert pad(hands, 0, stick) == [Pushed(Button("pad 1", "l3"))]


def test_one_pads_stick_can_be_claimed_while_the_others_steer(hands: Hands) -> None:
    def push(instance: int) -> list[Input]:
        event = pygame.Event(
            pygame.CONTROLLERAXISMOTION,
            axis=pygame.CONTROLLER_AXIS_LEFTX,
            value=30_000,
            instance_id=instance,
        )
        return hands.inputs(event, 1.0, False, lambda button: button.source == "pad 1")

    assert push(0) == [Pushed(Button("pad 1", "right"))]
    assert push(1) == [Press(Action.RIGHT)]


class Listener(Scene[None]):
    """Claims what it is told to, keeps what it hears and ends with Escape."""

    def __init__(self, claimed: str) -> None:
        super().__init__()
        self._claimed = claimed
        self.heard: list[Input] = []

    def claims(self, button: Button) -> bool:
        return button.name in self._claimed

    def handle(self, input: Input, page: Page) -> Finished[None] | None:
        self.heard.append(input)
        return Finished(None) if input == Press(Action.BACK) else None

    def draw(self, canvas: Canvas, page: Page) -> None:
        canvas.backdrop(0, 0)


@pytest.mark.parametrize(("claimed", "muted"), [("m", 0), ("a", 1)])
def test_a_claimed_letter_mutes_nothing(claimed: str, muted: int) -> None:
    scene, mutes = Listener(claimed), list[bool]()

    def story() -> Story:
        yield from show(scene)

    window = Window(resources.assets(), Wishes())
    for code in (pygame.K_m, pygame.K_ESCAPE):
        pygame.event.post(pygame.Event(pygame.KEYDOWN, key=code, mod=0))
    window.run(Show(story()), Keys(lambda: None, lambda: mutes.append(True)))
    assert len(mutes) == muted
    assert (Pushed(Button(KEYBOARD, "m")) in scene.heard) is (not muted)
