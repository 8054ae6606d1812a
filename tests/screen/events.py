"""Real pygame events for hands, as the system would send them."""

from __future__ import annotations

import pygame

from quizgame.screen.keys import Claims, Hands
from quizgame.screen.scene import Button, Device, Input


def everything(button: Button) -> bool:
    return True


def key(hands: Hands, code: int, claims: Claims = everything, mod: int = 0) -> list[Input]:
    """A key where the scene claims it."""
    return hands.inputs(pygame.Event(pygame.KEYDOWN, key=code, mod=mod), 1.0, False, claims)


def pad(hands: Hands, number: int, button: int, claims: Claims = everything) -> list[Input]:
    """A button of the pad of a number where the scene claims it."""
    event = pygame.Event(pygame.CONTROLLERBUTTONDOWN, button=button, instance_id=number)
    return hands.inputs(event, 1.0, False, claims)


def device(hands: Hands) -> Device:
    return hands.device


def press(hands: Hands, key: int, mod: int = 0, writing: bool = False) -> list[Input]:
    return hands.inputs(pygame.Event(pygame.KEYDOWN, key=key, mod=mod), 1.0, writing)


def release(hands: Hands, key: int) -> list[Input]:
    return hands.inputs(pygame.Event(pygame.KEYUP, key=key, mod=0), 1.0, False)


def move(hands: Hands, x: int, y: int, rel: tuple[int, int] = (5, 5)) -> list[Input]:
    event = pygame.Event(pygame.MOUSEMOTION, pos=(x, y), rel=rel, buttons=(0, 0, 0), touch=False)
    return hands.inputs(event, 2.0, False)


def click(hands: Hands, button: int) -> list[Input]:
    event = pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(40, 60), button=button, touch=False)
    return hands.inputs(event, 2.0, False)


def push(hands: Hands, axis: int, value: int) -> list[Input]:
    event = pygame.Event(pygame.CONTROLLERAXISMOTION, axis=axis, value=value, instance_id=0)
    return hands.inputs(event, 1.0, False)


def button(hands: Hands, number: int) -> list[Input]:
    return hands.inputs(pygame.Event(pygame.CONTROLLERBUTTONDOWN, button=number, instance_id=0), 1.0, False)
