"""Plays The Score from the title to the table, as fixed beforehand: who misses what, who calls whom."""

from __future__ import annotations

from dataclasses import dataclass, field

from quizgame.quiz.bank import MemoryBank, Want
from quizgame.screen.scenes.question import QuestionScene
from tests.pilot import Pilot
from tests.screen.hands import Hand

LATE_MS = 36_000  # longer than reading and clock together


@dataclass(frozen=True, slots=True)
class Plan:
    """What happens at which question, counted from 0; all others are answered right, ever more slowly."""

    wrong: frozenset[int] = frozenset()
    late: frozenset[int] = frozenset()
    crew: dict[int, int] = field(default_factory=dict)
    walk_after: int = 99  # rounds


CLEAR = Plan(frozenset({3, 12}), frozenset({8}), {5: 0, 6: 2, 10: 1, 13: 3})
BUSTED = Plan(wrong=frozenset(range(25)))


def right_place(pilot: Pilot, bank: MemoryBank) -> int:
    """Where the right option stands, as one knows who knows the bank by heart."""
    words = pilot.survey().words
    texts = {w.text for w in words}
    question = next(q for q in (bank.question(entry.id) for entry in bank.entries(Want())) if q.text in texts)
    for spot in pilot.spots():
        if any(w.text == question.answer and spot.rect.holds(*w.ink.middle) for w in words):
            return int(spot.id.removeprefix("option "))
    raise AssertionError(f"{question.answer!r} is not on a card")


def play(pilot: Pilot, hand: Hand, bank: MemoryBank, plan: Plan = CLEAR) -> None:
    """From the title to the result screen."""
    hand.choose(pilot, "play")
    hand.choose(pilot, "the-score")
    asked = rounds = 0
    while pilot.at != "ResultScene":
        if isinstance(pilot.scene, QuestionScene):
            _answer(pilot, hand, bank, plan, asked)
            asked += 1
        elif pilot.at == "DecisionScene":
            rounds += 1
            pilot.wait(1_500)
            hand.choose(pilot, "walk" if rounds >= plan.walk_after else "stay")
        else:
            hand.choose(pilot, {"RoundCard": "begin", "RevealScene": "next", "BustedScene": "on"}[pilot.at])


def _answer(pilot: Pilot, hand: Hand, bank: MemoryBank, plan: Plan, number: int) -> None:
    pilot.wait(400)
    hand.open(pilot)
    if number in plan.crew:
        pilot.wait(1_000)
        hand.call(pilot, plan.crew[number])
        if not pilot.spots():  # Nate put another question
            hand.open(pilot)
    if number in plan.late:
        pilot.wait(LATE_MS)
        return
    pilot.wait(1_000 + 700 * number)
    right = right_place(pilot, bank)
    others = [
        spot.id for spot in pilot.spots() if spot.id.startswith("option") and spot.id != f"option {right}"
    ]
    hand.answer(pilot, int(others[0][-1]) if number in plan.wrong else right)
