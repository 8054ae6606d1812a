"""The storyboard of a challenge: a code is entered or a file opened, its questions played; knows no rules."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from quizgame import duels, playing
from quizgame.duels import Duel, NoDuel
from quizgame.parts import Parts
from quizgame.quiz.ghost import Ghost
from quizgame.screen.scene import Dropped, Scene, show
from quizgame.screen.scenes.code import CodeScene
from quizgame.screen.scenes.message import MessageScene
from quizgame.waiting import wait_for

Part = Generator[Scene[Any], Any, None]


def enter(parts: Parts) -> Part:
    """A code is typed, or a file dropped; then it is played."""
    if not (yield from wait_for(parts.content.ready)):
        return
    given = yield from show(CodeScene(lambda code: _why_not(parts, code), parts.world.paste))
    if isinstance(given, Dropped):
        yield from take_up(parts, given.path)
    elif given is not None:
        yield from take_up(parts, given, is_code=True)


def take_up(parts: Parts, what: str, is_code: bool = False) -> Part:
    """Play the challenge that a code or a file's name stands for, or say why that cannot be."""
    if not (yield from wait_for(parts.content.ready)):
        return
    try:
        duel = _duel(parts, what, is_code)
    except NoDuel as error:
        yield from show(MessageScene("NO CHALLENGE", str(error), [("back", "Back")]))
        return
    if duel.ghost is None or (yield from _accepted(duel, duel.ghost)):
        yield from playing.play_run(parts, duel.mode, duel.wish, duel.ghost)


def _accepted(duel: Duel, ghost: Ghost) -> Generator[Scene[Any], Any, bool]:
    """Whether the player takes the challenge up, knowing who made it and with what take."""
    text = (
        f"{ghost.player or 'Your rival'} left {duel.mode.title} with ${ghost.take:,}. Same questions, same "
        "options, same order. After each you see whether they had it."
    )
    buttons = [("go", "Take it"), ("back", "Not now")]
    return (yield from show(MessageScene("A CHALLENGE", text, buttons))) == "go"


def _why_not(parts: Parts, code: str) -> str:
    try:
        _duel(parts, code, is_code=True)
    except NoDuel as error:
        return str(error)
    return ""


def _duel(parts: Parts, what: str, is_code: bool) -> Duel:
    if parts.content.bank is None:
        raise NoDuel(parts.content.failure or "There are no questions to play with.")
    return (duels.of_code if is_code else duels.duel_of)(what, parts.content.bank)
