"""The time to read: words come one after the other where they will stand, and a line says how long it is."""

from __future__ import annotations

from typing import Any

from quizgame.quiz import view
from quizgame.quiz.events import Open
from quizgame.quiz.session import after
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Page
from quizgame.screen.scenes.question import QuestionScene
from quizgame.screen.theme import Colour
from tests.screen.moves import PUT, page
from tests.screen.survey import Survey

BEAT_MS = 3_000
TEXT = view.asked(PUT, PUT.at).text


class Lines(Survey):
    """A survey that also keeps what was filled, and through which windows words were seen."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.filled: list[Rect] = []
        self.windows: list[Rect] = []

    def fill(self, rect: Rect, colour: Colour, opacity: int = 255) -> None:
        self.filled.append(rect)

    def text(self, text: str, rect: Rect, *rest: Any, **more: Any) -> None:
        super().text(text, rect, *rest, **more)
        self.windows += self.clips[-1:]


class Put:
    """A question that has just been put, to be read for a while."""

    def __init__(self, motion: bool = True) -> None:
        self._motion, self.session = motion, PUT
        self.scene = QuestionScene(
            view.standing(PUT), lambda _: view.asked(self.session, self.session.at), lambda: BEAT_MS
        )
        self.scene.arrive(page(0, motion))

    def at(self, now: int) -> Lines:
        canvas = Lines(page(now, self._motion))
        self.scene.draw(canvas, canvas.page)
        self.scene.draw_live(canvas, canvas.page)
        return canvas


def wide(canvas: Lines) -> float:
    return sum(window.w for window in canvas.windows)


def test_the_words_come_one_after_the_other_and_none_leaves_its_place() -> None:
    put = Put()
    seen = [put.at(now) for now in range(40, 1_200, 40)]
    widths = [wide(canvas) for canvas in seen]
    assert widths == sorted(widths)
    assert len(set(widths)) > 4
    stand = {words.box.x for canvas in seen for words in canvas.words if words.text == TEXT}
    assert len(stand) == 1
    at_rest = put.at(1_400)
    assert not at_rest.windows
    assert TEXT in at_rest.lines


def test_the_line_below_them_has_gone_when_the_options_come() -> None:
    put = Put()
    left = [sum(rect.w for rect in put.at(now).filled if rect.h == 3) for now in range(0, BEAT_MS + 1, 100)]
    assert left == sorted(left, reverse=True)
    assert left[0] > 200
    assert left[-1] == 0
    assert left[-2] > 0
    assert put.scene.live(page(1_500)) != put.scene.live(page(1_520))


def test_who_asks_for_the_options_has_all_words_at_once() -> None:
    put = Put()
    put.session = after(PUT, Open(PUT.at))
    put.scene.arrive(page(300))
    canvas = put.at(300)
    assert not canvas.windows
    assert not [rect for rect in canvas.filled if rect.h == 3]
    assert TEXT in canvas.lines


def test_with_reduced_motion_the_words_are_there_and_nothing_runs() -> None:
    put = Put(motion=False)
    canvas = put.at(0)
    assert TEXT in canvas.lines
    assert not canvas.windows
    assert not [rect for rect in canvas.filled if rect.h == 3]
    assert put.scene.live(page(0, motion=False)) == put.scene.live(page(500, motion=False))
