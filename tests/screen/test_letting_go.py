"""Buzzers without a clock: nobody is hurried, and what nobody knows can be let go."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.modes import BUZZERS
from quizgame.quiz.verify import Verdict, verify
from quizgame.screen.scene import Action
from tests.pilot import Pilot
from tests.screen.hands import Hand, Keys, Mouse, Pad
from tests.screen.party import KEYS, buzzing, joined, key, pad

Start = Callable[..., Pilot]


def spots(pilot: Pilot) -> set[str]:
    return {spot.id for spot in pilot.spots()}


def without_a_clock(pilot: Pilot) -> None:
    """Up to the options of the first question, which wait for a buzz as long as it takes."""
    pilot.parts.change(clock="off")
    joined(pilot, BUZZERS, [key("a"), pad(1)])
    assert pilot.sees("A question that nobody knows can be let go in the pause.")
    KEYS.choose(pilot, "begin")
    pilot.wait(600_000)
    assert spots(pilot) == {"seat 0", "seat 1"}


@pytest.mark.parametrize("hand", [Keys(), Mouse(), Pad()], ids=["keys", "mouse", "pad"])
def test_without_a_clock_a_question_that_nobody_knows_is_let_go(
    hand: Hand, start: Start, bank: MemoryBank
) -> None:
    pilot = start()
    without_a_clock(pilot)
    pilot.press(Action.PAUSE)
    hand.choose(pilot, "pass")
    assert pilot.at == "RevealScene"
    pilot.show.close()
    run = pilot.parts.scores.runs()[0].run
    assert verify(run, bank).verdict is Verdict.CHECKED


def test_where_a_clock_runs_nothing_is_let_go(start: Start) -> None:
    pilot = start()
    buzzing(pilot)
    pilot.press(Action.PAUSE)
    assert spots(pilot) == {"resume", "settings", "howto", "give up"}
