"""From an answer to how it went: when each part of that is seen, in ms; knows no scene and draws nothing."""

from __future__ import annotations

from math import pi, sin

from quizgame.quiz.rules import MAX_HEAT
from quizgame.quiz.view import Asked, Standing
from quizgame.screen.ease import ease_in_out, ease_out, progress

BREATH_MS, SHORT_MS, LONG_MS = 320, 120, 800
"""So long an answer stands there before anything is said of it: shorter where others wait, longer where much
hangs on it."""

DIM_MS, DIMMED = 90, 0.45  # what was not chosen steps back, and how far it still shows through
STEP_BACK = 0.45  # of that: until then the words of the question have gone, then they come smaller
FLASH_MS, SHAKE_MS, SHAKE = 180, 200, 6.0  # units to each side
SWINGS = 2
GLIDE_AT_MS, GLIDE_MS = 100, 260  # after the verdict: the cards go to their places, and the panel rises
RISE_AT_MS, RISE_MS = 270, 200  # the panel, when the cards have all but left its place
RISEN_MS = RISE_AT_MS + RISE_MS + 40
FOLLOW_MS = 140


def dimmed(since_locked: int) -> float:
    """How much (0 to 1) shows through of what was not chosen, so many ms after the answer."""
    return 1 - (1 - DIMMED) * ease_out(progress(since_locked, 0, DIM_MS))


def stepping_back(since_locked: int, breath: int) -> tuple[float, float]:
    """How much shows through of the words as they stood, and then of the words as they will stand.

    What a longer breath has more, all stands still before they step back.
    """
    still = max(0, breath - BREATH_MS)
    gone = still + round((breath - still) * STEP_BACK)
    out = progress(since_locked, still, gone - still)
    return 1 - out, ease_out(progress(since_locked, gone, breath - gone))


def following(age: int) -> float:
    """How much shows through of words that wait until the cards have left their place."""
    return ease_out(progress(age, GLIDE_AT_MS + GLIDE_MS, FOLLOW_MS))


def flash(age: int) -> float:
    """How brightly (0 to 1) the right card shines, so many ms after the verdict: once, and back."""
    return 1 - ease_out(progress(age, 0, FLASH_MS)) if age >= 0 else 0.0


def shaken(age: int) -> float:
    """How many units aside a wrong card is, so many ms after the verdict."""
    return SHAKE * sin(2 * pi * SWINGS * progress(age, 0, SHAKE_MS)) if 0 < age < SHAKE_MS else 0.0


def rising(age: int) -> float:
    """How far (0 to 1) the panel has risen, so many ms after the verdict."""
    return ease_out(progress(age, RISE_AT_MS, RISE_MS))


def glide(age: int) -> float:
    """How far (0 to 1) everything is on its way to its last place, so many ms after the verdict."""
    return ease_in_out(progress(age, GLIDE_AT_MS, GLIDE_MS))


def much_hangs_on(standing: Standing | None, asked: Asked, heat: int) -> bool:
    """Whether an answer ends a round of several, was doubled, or as a miss at that heat ends the run."""
    if standing is None:
        return False
    closes = standing.rounds > 1 and standing.question == standing.questions
    return closes or asked.doubled or heat + asked.risk >= MAX_HEAT
