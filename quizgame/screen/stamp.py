"""The word that comes down on a meter that is full; knows no rules and no scene."""

from __future__ import annotations

from math import exp, pi, sin

from quizgame.screen.canvas import CENTRE, MIDDLE, Canvas
from quizgame.screen.ease import ease_in, progress
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Page
from quizgame.screen.widgets import LEAST

BUSTED = "BUSTED"
FALL_MS, LARGER, STEPS = 120, 0.3, 5  # it is so much larger before it lands, and shrinks in so many steps
SHAKE_MS, SHAKE, SWING_MS = 220, 5.0, 62  # units; what it struck shakes, and less and less
SIZE, RIM = 44.0, 3.0  # units: larger letters would leave the row of the meter
HIGH, SIDE = 1.25, 0.35  # of the letters' size: the plate's height, and its air at each side
PLATE = 235  # of 255


def shaken(age: int) -> float:
    """How many units aside what was struck is, so many ms after the word began to fall."""
    return trembling(age - FALL_MS, SHAKE)


def trembling(since: int, far: float) -> float:
    """How many units aside a thing is so many ms after a blow that throws it nearly `far` units."""
    if not 0 <= since < SHAKE_MS:
        return 0.0
    return far * exp(-4 * since / SHAKE_MS) * sin(2 * pi * since / SWING_MS)


def draw_stamp(canvas: Canvas, page: Page, bar: Rect, age: int) -> None:
    """The word on the middle of a bar, so many ms after it began to fall."""
    if age < 0:
        return
    fallen = progress(age, 0, FALL_MS)
    left = STEPS - round(STEPS * ease_in(fallen))
    full = page.theme.style("money").at(SIZE)
    room = bar.centred(bar.w - 2 * SIDE * SIZE, 0)._replace(h=SIZE * HIGH)
    style = page.ruler.fit(BUSTED, full, room, LEAST)
    style = style.at(style.size * (1 + LARGER * left / STEPS))
    wide = page.ruler.size(BUSTED, style).w + 2 * SIDE * style.size
    (x, y), high = bar.middle, style.size * HIGH
    plate = Rect(x - wide / 2, y - high / 2, wide, high)
    with canvas.faded(fallen):
        _draw_plate(canvas, page, plate)
        canvas.text(BUSTED, plate, style, page.theme.palette.alarm, CENTRE, MIDDLE)


def _draw_plate(canvas: Canvas, page: Page, plate: Rect) -> None:
    p = page.theme.palette
    canvas.fill(plate, p.night, PLATE)
    for side in (plate.top(RIM), plate.foot(RIM), plate.left(RIM), plate.end(RIM)):
        canvas.fill(side, p.alarm)
