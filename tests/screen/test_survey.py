"""The survey itself: it must see what is wrong with a screen, or its silence means nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizgame.quiz.question import Picture
from quizgame.screen.canvas import Canvas, PlainRuler
from quizgame.screen.layout import Rect, stage_of
from quizgame.screen.menu import FocusScene
from quizgame.screen.scene import Page
from quizgame.screen.theme import NEO_NOIR, READING, Style, Theme
from quizgame.screen.widgets import Spot
from tests.screen.survey import faults

PAGE = Page(stage_of(1280, 720), Theme(), PlainRuler())
ROOM = Rect(100, 100, 400, 60)
BIG, SMALL = Style(READING, 30), Style(READING, 9)


class Drawn(FocusScene[None]):
    """A scene that draws what it is told."""

    def __init__(self, drawing: Callable[[Canvas], None], spots: tuple[Spot, ...] = ()) -> None:
        super().__init__()
        self._drawing, self._spots = drawing, spots

    def spots(self, page: Page) -> tuple[Spot, ...]:
        return self._spots

    def draw(self, canvas: Canvas, page: Page) -> None:
        self._drawing(canvas)


def words(canvas: Canvas, text: str, rect: Rect, style: Style = BIG) -> None:
    canvas.text(text, rect, style, NEO_NOIR.paper)


def two(canvas: Canvas) -> None:
    words(canvas, "one", ROOM)
    words(canvas, "other", ROOM.moved(5, 5))


def ticked(canvas: Canvas) -> None:
    words(canvas, "one", ROOM)
    canvas.shape("tick", ROOM.left(30), NEO_NOIR.right)


def shaded(canvas: Canvas) -> None:
    words(canvas, "one", ROOM)
    canvas.scrim(ROOM.moved(y=100))


def cramped(canvas: Canvas) -> None:
    canvas.panel(ROOM)
    words(canvas, "one", ROOM.inset(1, 10))


@pytest.mark.parametrize(
    ("drawing", "said"),
    [
        (lambda c: words(c, "small", ROOM, SMALL), "too small"),
        (lambda c: words(c, "x" * 60, ROOM), "wider than its box"),
        (lambda c: words(c, "many words " * 9, ROOM), "higher than its box"),
        (lambda c: words(c, "outside", ROOM.moved(1200, 0)), "leaves the stage"),
        (two, "overlap"),
        (ticked, "stands on"),
        (shaded, "a shade falls on 'one'"),
        (cramped, "touches the edge of its pane"),
        (lambda c: c.panel(ROOM.moved(y=-300)), "leaves the stage"),
    ],
)
def test_a_fault_in_the_drawing_is_seen(drawing: Callable[[Canvas], None], said: str) -> None:
    assert any(said in fault for fault in faults(Drawn(drawing), PAGE))


@pytest.mark.parametrize(
    ("spots", "said"),
    [
        ((Spot("a", ROOM), Spot("b", ROOM.moved(10, 10))), "overlap"),
        ((Spot("a", ROOM.top(4)),), "too small"),
    ],
)
def test_a_fault_in_the_spots_is_seen(spots: tuple[Spot, ...], said: str) -> None:
    assert any(said in fault for fault in faults(Drawn(lambda c: None, spots), PAGE))


def test_a_picture_on_words_or_on_a_button_is_seen() -> None:
    def drawing(canvas: Canvas) -> None:
        words(canvas, "one", ROOM)
        canvas.picture(Picture("x.png", "A picture", "0" * 64, "/x.png", 64, 48), ROOM, BIG)

    found = faults(Drawn(drawing, (Spot("a", ROOM),)), PAGE)
    assert any("<picture>" in fault and "stands on 'one'" in fault for fault in found)
    assert "a picture stands on spot 'a'" in found


def test_a_button_outside_the_stage_is_seen() -> None:
    place = ROOM.moved(y=650)
    scene = Drawn(lambda c: c.panel(place), (Spot("a", place),))
    assert any("spot 'a' leaves the stage" in fault for fault in faults(scene, PAGE))


def test_a_good_screen_has_no_faults() -> None:
    def drawing(canvas: Canvas) -> None:
        canvas.scrim(ROOM)
        canvas.panel(ROOM)
        words(canvas, "as it should be", ROOM.inset(12, 10))

    assert faults(Drawn(drawing, (Spot("a", ROOM),)), PAGE) == []
