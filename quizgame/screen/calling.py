"""The light on the place of one of the crew who was called: each has his own; knows no rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from quizgame.quiz.rules import Crew
from quizgame.screen.canvas import Canvas
from quizgame.screen.ease import ease_in, ease_in_out, ease_out, progress
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Page

CALL_MS = 700
BEAM, LANE, TAIL = 0.24, 0.25, 0.5  # of a place: how wide a beam is, how high a lane, how long a car's light
LANES = (0.14, 0.61)  # of its height: where the two lights of a car are
SOFT = ((1.0, 36), (0.8, 36), (0.55, 36))
"""A beam is made of layers: how wide each is, of all of it, and how bright at first, of 255."""


class Beam(NamedTuple):
    """A piece of light, in shares of the place that it falls on."""

    x: float
    w: float = BEAM
    y: float = 0.0
    h: float = 1.0


def _two_close_in(share: float) -> tuple[Beam, ...]:
    """Cover from both sides."""
    x = -BEAM + 0.5 * ease_out(share)
    return Beam(x), Beam(1 - BEAM - x)


def _there_and_back(share: float) -> tuple[Beam, ...]:
    """Another way: in, and out again where it came from."""
    return (Beam(-BEAM + ease_in_out(1 - abs(2 * share - 1))),)


def _a_car_passes(share: float) -> tuple[Beam, ...]:
    """Two headlights with their tails, right through."""
    x = -TAIL + (1 + TAIL) * share
    return tuple(Beam(x, TAIL, y, LANE) for y in LANES)


def _one_becomes_two(share: float) -> tuple[Beam, ...]:
    """Doubled, from the middle outward."""
    away = (0.5 + BEAM / 2) * ease_in_out(share)
    return Beam(0.5 - BEAM / 2 - away), Beam(0.5 - BEAM / 2 + away)


BEAMS: dict[Crew, Callable[[float], tuple[Beam, ...]]] = {
    Crew.CHRIS: _two_close_in,
    Crew.NATE: _there_and_back,
    Crew.TREJO: _a_car_passes,
    Crew.MICHAEL: _one_becomes_two,
}
"""What each throws on his place, so far (0 to 1) through the call."""

COLOURS = {Crew.CHRIS: "paper", Crew.NATE: "sodium", Crew.TREJO: "cyan", Crew.MICHAEL: "alarm"}
"""Of the palette: the one who gives time has the colour of the clock, the one who risks heat that of heat."""


def draw_call(canvas: Canvas, page: Page, rect: Rect, crew: Crew, age: int, strength: float = 1.0) -> None:
    """The light of a call, so many ms after it, at a part (0 to 1) of its strength; it goes out."""
    share = progress(age, 0, CALL_MS)
    colour, left = getattr(page.theme.palette, COLOURS[crew]), strength * (1 - ease_in(share))
    with canvas.clip(rect.inset(3)):
        for beam in BEAMS[crew](share):
            x, y = rect.x + beam.x * rect.w, rect.y + beam.y * rect.h
            whole = Rect(x, y, beam.w * rect.w, beam.h * rect.h)
            for wide, bright in SOFT:
                canvas.fill(whole.centred(whole.w * wide, whole.h), colour, round(bright * left))
