"""The light of a call: each of the four has his own, on his own place, and it goes out."""

from __future__ import annotations

from typing import Any

import pytest

from quizgame.quiz.rules import Crew
from quizgame.screen.calling import CALL_MS, draw_call
from quizgame.screen.canvas import Notes
from quizgame.screen.crew import CREW_ORDER
from quizgame.screen.layout import Rect
from quizgame.screen.theme import Colour
from tests.screen.moves import PUT, layers, opened, page

PLACE = Rect(100, 600, 270, 42)
STEPS = range(0, CALL_MS, 40)


class Lit(Notes):
    """Keeps what was filled, and how brightly."""

    def __init__(self) -> None:
        super().__init__()
        self.laid: list[tuple[Rect, Colour, int]] = []

    def fill(self, rect: Rect, colour: Colour, opacity: int = 255) -> None:
        self.laid.append((rect, colour, opacity))


def lit(crew: Crew, age: int) -> list[tuple[Rect, Colour, int]]:
    canvas = Lit()
    draw_call(canvas, page(0), PLACE, crew, age)
    return canvas.laid


def test_no_two_of_the_crew_have_the_same_light() -> None:
    shapes = {crew: [[rect for rect, _, _ in lit(crew, age)] for age in STEPS] for crew in CREW_ORDER}
    colours = {crew: lit(crew, 0)[0][1] for crew in CREW_ORDER}
    for number, first in enumerate(CREW_ORDER):
        for second in CREW_ORDER[number + 1 :]:
            assert shapes[first] != shapes[second]
            assert colours[first] != colours[second]


@pytest.mark.parametrize("crew", CREW_ORDER)
def test_each_falls_on_his_place_and_goes_out(crew: Crew) -> None:
    brightness = [fills[0][2] for age in STEPS if (fills := lit(crew, age))]
    assert brightness == sorted(brightness, reverse=True)
    assert not any(opacity for _, _, opacity in lit(crew, CALL_MS))
    seen = [
        rect
        for age in STEPS
        for rect, _, _ in lit(crew, age)
        if rect.right > PLACE.x and rect.x < PLACE.right
    ]
    assert len(seen) >= len(STEPS) * 0.7
    assert all(PLACE.y <= rect.y and rect.bottom <= PLACE.bottom for rect in seen)


@pytest.mark.parametrize("crew", CREW_ORDER)
def test_whoever_is_called_lights_up_and_where_nothing_moves_nobody_does(crew: Crew) -> None:
    table: Any = opened()
    table.call(crew, PUT.at + 1_000)
    moving, still = page(PUT.at + 1_200), page(PUT.at + 1_200, motion=False)
    assert table.scene.live(moving) != table.scene.live(page(PUT.at + 1_240))
    canvas = Lit()
    table.scene.draw_live(canvas, moving)
    beams = lit(crew, 200)
    assert {fill[1:] for fill in beams} <= {fill[1:] for fill in canvas.laid}
    assert not layers(table.scene, still).clips
    quiet = Lit()
    table.scene.draw(quiet, still)
    assert not {fill[1:] for fill in beams} & {fill[1:] for fill in quiet.laid}
