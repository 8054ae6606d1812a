"""A whole run with every kind of question, by keys, by mouse, by pad; as one would play it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.modes import THE_SCORE
from quizgame.quiz.question import Kind, Question
from quizgame.quiz.run import Ending
from quizgame.quiz.tasks import Choice, Match, Number, Order, Several, TrueFalse, Typed
from quizgame.screen.crew import LOCK
from quizgame.screen.guard import GUARD_MS
from quizgame.screen.scene import Action, Device
from quizgame.screen.scenes.question import QuestionScene
from tests.pilot import Given, Pilot
from tests.screen.hands import Hand, Keys, Mouse, Pad
from tests.screen.kinds_bank import asked_about, kinds_bank

Start = Callable[..., Pilot]
WAYS = {"RoundCard": "begin", "RevealScene": "next", "DecisionScene": "stay"}

by_every_device = pytest.mark.parametrize("hand", [Keys(), Mouse(), Pad()], ids=["keys", "mouse", "pad"])


def played(start: Start, hand: Hand) -> tuple[Pilot, set[Kind]]:
    """A run in which all is answered right, and the kinds that were asked."""
    bank, kinds = kinds_bank(), set[Kind]()
    pilot = start(Given(bank), home=hand.device)
    pilot.device = hand.device
    hand.choose(pilot, "play")
    hand.choose(pilot, "the-score")
    while pilot.at != "ResultScene":
        if isinstance(pilot.scene, QuestionScene):
            kinds.add(answered(pilot, hand, bank).kind)
            assert pilot.at == "RevealScene"
        else:
            hand.choose(pilot, WAYS[pilot.at])
    return pilot, kinds


def answered(pilot: Pilot, hand: Hand, bank: MemoryBank) -> Question:
    hand.open(pilot)
    pilot.wait(GUARD_MS)
    question = asked_about(bank, texts(pilot))
    task = question.task
    match task:
        case Choice() | TrueFalse():
            hand.answer(pilot, int(spot_of(pilot, "option", task.answer).rpartition(" ")[2]))
            return question
        case Several(answers):
            for answer in answers:
                hand.touch(pilot, spot_of(pilot, "option", answer))
        case Order(items):
            arrange(pilot, hand, items)
        case Match(pairs):
            arrange(pilot, hand, tuple(pair[1] for pair in pairs))
        case Number(value, low, high):
            hand.set_to(pilot, value, (low + high) // 2)
        case Typed(accept):
            hand.write(pilot, accept[0])
    lock(pilot, hand)
    return question


def arrange(pilot: Pilot, hand: Hand, things: tuple[str, ...]) -> None:
    """Bring what belongs into each row there, from the first row on."""
    for row, thing in enumerate(things):
        found = spot_of(pilot, "row", thing)
        if found != f"row {row}":
            hand.touch(pilot, found)
            if hand.device is Device.PAD:
                pilot.press(*[Action.UP] * (int(found.rpartition(" ")[2]) - row), Action.ACCEPT)
            else:
                hand.touch(pilot, f"row {row}")


def lock(pilot: Pilot, hand: Hand) -> None:
    if hand.device is Device.KEYS and pilot.scene.wants_text:
        pilot.press(Action.ACCEPT)
    else:
        hand.choose(pilot, LOCK)


def texts(pilot: Pilot) -> set[str]:
    return {words.text for words in pilot.survey().words}


def spot_of(pilot: Pilot, what: str, text: str) -> str:
    """The option or row on which a text stands."""
    for spot in pilot.spots():
        inside = (w for w in pilot.survey().words if spot.rect.holds(*w.ink.middle))
        if spot.id.startswith(what) and any(words.text == text for words in inside):
            return spot.id
    raise AssertionError(f"{text!r} is on no {what}: {pilot.survey().lines}")


@by_every_device
def test_one_device_alone_answers_every_kind_right(hand: Hand, start: Start) -> None:
    pilot, kinds = played(start, hand)
    run = pilot.parts.scores.runs()[0].run
    assert kinds == set(Kind)
    assert (run.ended, run.asked, run.correct) == (Ending.CLEAR, THE_SCORE.questions, THE_SCORE.questions)
    assert pilot.sees("THE GETAWAY")


def test_all_devices_give_the_very_same_answers(start: Start) -> None:
    answers = set()
    for hand in (Keys(), Mouse(), Pad()):
        pilot, _ = played(start, hand)
        answers.add(tuple(one.given for one in pilot.parts.scores.runs()[-1].run.answers))
    assert len(answers) == 1
