"""How many right answers in a row stand beside the heat, as three pips and in words; knows no scene."""

from __future__ import annotations

from functools import lru_cache

from quizgame.quiz.rules import Rules
from quizgame.quiz.view import Standing
from quizgame.screen.canvas import Canvas
from quizgame.screen.ease import ease_out, progress
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Page
from quizgame.screen.terms import Terms
from quizgame.screen.theme import mixed

TURN_MS, STEPS = 240, 6  # a pip fills, or empties, in so many steps
SIDE, GAP = 0.85, 0.3  # of the size of a label: a full pip, and the air between two
EMPTY = 0.45  # of a full pip
WORDS = ("no", "one", "two", "three", "four", "five")

Pips = tuple[float, ...]
"""How full (0 to 1) each pip is; none where nothing is counted."""


@lru_cache(maxsize=16)  # a screen that stands is asked for them again and again
def pips(streak: int) -> Pips:
    """So many right in a row, the rest empty; when the heat has sunk, it begins anew."""
    whole = Rules().streak
    return tuple(float(place < streak % whole) for place in range(whole))


def turning(before: int, after: int, age: int) -> Pips:
    """On their way from one streak to the next, so many ms after the answer; what cools stays there, full."""
    whole, share = Rules().streak, ease_out(progress(age, 0, TURN_MS))
    full = whole if after and after % whole == 0 else after % whole
    steps = round(STEPS * share) / STEPS
    return tuple(was + (float(place < full) - was) * steps for place, was in enumerate(pips(before)))


def width(page: Page) -> float:
    """The room for all pips, with the air before them, in units."""
    size, count = page.theme.style("label").size, Rules().streak
    return size * (count * (SIDE + GAP) + GAP)


def draw_pips(canvas: Canvas, page: Page, room: Rect, filled: Pips) -> None:
    """From the left of a room, on its middle line: a full one is larger than an empty one."""
    p = page.theme.palette
    for full, place in zip(filled, _places(room, page.theme.style("label").size, filled), strict=True):
        canvas.shape("dot", place, mixed(p.dim, p.right, full))


@lru_cache(maxsize=16)
def _places(room: Rect, size: float, filled: Pips) -> list[Rect]:
    """Where they lie beside words of that size; in whole units, for then all look alike."""
    start, step, side = round(room.x + size * GAP), round(size * (SIDE + GAP)), round(size * SIDE)
    cells = [Rect(start + place * step, room.y, side, room.h) for place in range(len(filled))]
    sides = [side * (EMPTY + (1 - EMPTY) * full) for full in filled]
    return [cell.centred(side, side) for cell, side in zip(cells, sides, strict=True)]


def in_a_row(standing: Standing | None, terms: Terms) -> str:
    """The same in words; "" where none is counted."""
    if standing is None or terms.players or not terms.heat:
        return ""
    whole = Rules().streak
    counted = standing.streak % whole
    return f" {WORDS[counted].capitalize()} of {WORDS[whole]} right in a row." if counted else ""
