"""Every further way to ask stands inside the stage, unbroken and apart, however large text and window are."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest

from quizgame.quiz import view
from quizgame.quiz.events import Answer
from quizgame.quiz.session import after
from quizgame.quiz.state import Session
from quizgame.quiz.tasks import Task
from quizgame.screen.scene import Action, Input, Press, Scene, Typed
from quizgame.screen.scenes.question import QuestionScene
from quizgame.screen.scenes.reveal import RevealScene
from tests.kind_samples import LONG, QUESTIONS, asking_of, other, question
from tests.screen.looks import page
from tests.screen.survey import faults, surveyed

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

SIZES = [(1280, 720), (1024, 768), (640, 360), (2560, 1080)]
READABLE = 14.0  # units: what answers are made of is never smaller with ordinary words at 200 % text


def looks(name: str, task: Task | None) -> Iterator[tuple[str, Scene[Any]]]:
    """A question of a kind untouched and in the middle of being answered, and its reveals."""
    session = asking_of(question(name, task))
    yield "untouched", seat(session)
    busy = seat(session)
    inputs: list[Input] = [Press(Action.OPTION_2), Typed("1"), Press(Action.DOWN)]
    for input in inputs * 2:
        busy.handle(input, page((1280, 720), 100))
    yield "busy", busy
    for how, given in (("right", session.card.right), ("wrong", other(session.card))):
        settled = after(session, Answer(session.at + 9_000, given))
        reveal = view.reveal(settled)
        yield how, RevealScene(view.standing(settled), reveal, "Next question")


def seat(session: Session) -> QuestionScene:
    return QuestionScene(view.standing(session), lambda _: view.asked(session, session.at), lambda: None)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("name", QUESTIONS)
def test_everything_stands_where_it_should(name: str, text: int, size: tuple[int, int]) -> None:
    found = {}
    for length, task in (("usual", None), ("long", LONG[name])):
        for look, scene in looks(name, task):
            found[f"{length} {look}"] = faults(scene, page(size, text))
    assert {key: told for key, told in found.items() if told} == {}


@pytest.mark.parametrize("name", QUESTIONS)
def test_twice_as_large_text_stays_readable(name: str) -> None:
    at = page((1280, 720), 200)
    for look, scene in looks(name, None):
        small = [(w.text, w.style.size) for w in surveyed(scene, at).words if w.style.size < READABLE]
        assert small == [], look
