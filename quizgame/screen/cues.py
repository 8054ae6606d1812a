"""Which sound tells how an answer went, and the times ear and eye go by; knows no device and no scene."""

from __future__ import annotations

from quizgame.screen.ease import BEYOND

WAIT_MS, TAKE_MS, HEAT_MS = 150, 650, 600
"""After an answer take and heat wait so long; then the take counts, and the needle of the heat moves."""

FARTHEST = 1 - 2 * BEYOND / (3 * (BEYOND + 1))  # of its time: there `settle` turns back
HIGHEST_MS = WAIT_MS + round(HEAT_MS * FARTHEST)
"""When the needle is highest, in ms after the answer."""

HIT_MS = 509  # when `heat_up` hits, from the beginning of its file
IN_A_ROW = ("right", "right_2", "right_3")


def verdict(correct: bool, late: bool, streak: int) -> str:
    """The sound of a settled question; `streak` counts the right answers in a row, this one included.

    The third has an ending of its own, for that is when the heat sinks; then it begins anew.
    """
    if correct:
        return IN_A_ROW[(streak - 1) % len(IN_A_ROW)] if streak > 0 else IN_A_ROW[0]
    return "late" if late else "wrong"
