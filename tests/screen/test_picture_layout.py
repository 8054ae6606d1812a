"""Questions with a picture: it stands beside the words and never on them, and the words stay large."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from quizgame.quiz import view
from quizgame.quiz.events import Answer, Pause
from quizgame.quiz.question import MAX_EXPLANATION, Choice, Picture, Question, Task
from quizgame.quiz.session import after
from quizgame.quiz.state import Session
from quizgame.screen.asking import COMFORT, framed
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Page, Scene
from quizgame.screen.scenes.question import QuestionScene
from quizgame.screen.scenes.reveal import RevealScene
from tests.kind_samples import LONG, asking_of, other, reading_of
from tests.picture_samples import EVERY_KIND, pictured
from tests.screen.looks import page
from tests.screen.survey import faults, surveyed

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

SIZES = [(1280, 720), (1024, 768), (640, 360), (2560, 1080)]
SHAPES = {
    "wide": (1600, 900, 1), "tall": (700, 1400, 1), "panorama": (4000, 500, 1), "icon": (16, 16, 1),
    "turned": (1600, 900, 6),
}  # fmt: skip
LENGTHY = " is as long as an option may be, and says little that a shorter one would not have said"
EVERY_LONG: dict[str, Task] = {**LONG, "choice": Choice(f"A{LENGTHY}", tuple(f"{n}{LENGTHY}" for n in "BCD"))}


def picture(shape: str) -> Picture:
    width, height, turn = SHAPES[shape]
    return Picture("x.png", f"What the {shape} one shows", "0" * 64, "/x.png", width, height, turn)


def seat(session: Session) -> QuestionScene:
    return QuestionScene(view.standing(session), lambda _: view.asked(session, session.at), lambda: None)


def looks(asked: Question) -> Iterator[tuple[str, Scene[Any]]]:
    """Alone, open, and how right and wrong answers are shown."""
    yield "alone", seat(reading_of(asked))
    session = asking_of(asked)
    yield "open", seat(session)
    for how, given in (("right", session.card.right), ("wrong", other(session.card))):
        settled = after(session, Answer(session.at + 9_000, given))
        yield how, RevealScene(view.standing(settled), view.reveal(settled), "Next question")


@pytest.mark.parametrize("name", EVERY_KIND)
def test_a_long_explanation_has_room_beside_the_picture(name: str) -> None:
    told = replace(EVERY_KIND[name], explain="It goes on. " * (MAX_EXPLANATION // 12))
    for shape in SHAPES:
        for look, scene in looks(replace(told, picture=picture(shape))):
            assert faults(scene, page((1280, 720), 100)) == [], look


def place(scene: Scene[Any], at: Page) -> Rect:
    """Where the picture is drawn."""
    return next(rect for name, rect in surveyed(scene, at).shapes if name == "picture")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("name", EVERY_KIND)
def test_everything_stands_where_it_should(name: str, text: int, size: tuple[int, int]) -> None:
    found = {}
    for shape in ("wide", "tall", "panorama"):
        for length, task in (("usual", None), ("long", EVERY_LONG.get(name))):
            for look, scene in looks(pictured(name, picture(shape), task)):
                found[f"{shape} {length} {look}"] = faults(scene, page(size, text))
    assert {key: told for key, told in found.items() if told} == {}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", EVERY_KIND)
def test_a_picture_is_large_and_words_beside_it_stay_readable(name: str, size: tuple[int, int]) -> None:
    at = page(size, 100)
    survey = surveyed(seat(asking_of(pictured(name, picture("wide")))), at)
    rect = next(rect for found, rect in survey.shapes if found == "picture")
    assert rect.w * rect.h > 0.04 * at.stage.w * at.stage.h
    asked = next(words for words in survey.words if words.text == EVERY_KIND[name].text)
    assert asked.style.size >= COMFORT


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", EVERY_KIND)
def test_the_picture_stays_where_it_is_when_the_options_appear(name: str, size: tuple[int, int]) -> None:
    asked, at = pictured(name, picture("wide")), page(size, 100)
    before, now = place(seat(reading_of(asked)), at), place(seat(asking_of(asked)), at)
    assert (before.x, before.y) == (now.x, now.y) or (before.right, before.y) == (now.right, now.y)


def test_a_pause_hides_the_picture_too() -> None:
    session = asking_of(pictured("choice", picture("wide")))
    paused = after(session, Pause(session.at))
    assert view.asked(session, session.at).picture == picture("wide")
    assert view.asked(paused, session.at).picture is None


def test_a_picture_fills_its_room_in_its_own_shape() -> None:
    room = Rect(0, 0, 400, 300)
    assert framed(picture("wide"), room) == Rect(0, 0, 400, 225)
    assert framed(picture("tall"), room) == Rect(250, 0, 150, 300)
    assert framed(picture("turned"), room).h == 300
    assert framed(picture("icon"), room).w == 200  # not blown up to the whole room
