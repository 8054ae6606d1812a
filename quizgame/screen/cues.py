"""Which sound tells how an answer went, and the times ear and eye go by; knows no device and no scene."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.screen.ease import BEYOND

if TYPE_CHECKING:  # the first frame needs the times alone
    from quizgame.quiz.view import Reveal

WAIT_MS, TAKE_MS, HEAT_MS = 150, 650, 600
"""After an answer take and heat wait so long; then the take counts, and the needle of the heat moves."""

FARTHEST = 1 - 2 * BEYOND / (3 * (BEYOND + 1))  # of its time: there `settle` turns back
HIGHEST_MS = WAIT_MS + round(HEAT_MS * FARTHEST)
"""When the needle is highest, in ms after the answer."""

HIT_MS = 509  # when `heat_up` hits, from the beginning of its file
STAMP_MS = HIGHEST_MS + 60
"""Where the heat has reached its end: when the word for that begins to fall, in ms after the answer."""

IN_A_ROW = ("right", "right_2", "right_3")


def verdict(correct: bool, late: bool, streak: int) -> str:
    """The sound of a settled question; `streak` counts the right answers in a row, this one included.

    The third has an ending of its own, for that is when the heat sinks; then it begins anew.
    """
    if correct:
        return IN_A_ROW[(streak - 1) % len(IN_A_ROW)] if streak > 0 else IN_A_ROW[0]
    return "late" if late else "wrong"


def told(r: Reveal, streak: int, rises: bool = True, counts: bool = False) -> list[str]:
    """What is heard of a settled question: how it went, and what came of that for heat and take.

    `rises` says that more heat is seen on its way up, `counts` that the take is seen counting.
    """
    moves = {"heat_down": bool(r.cooled), "heat_up": bool(r.heat) and rises, "count": counts}
    return [verdict(r.correct, r.given is None, streak), *(sound for sound, due in moves.items() if due)]
