"""Every further way to ask, answered in the real game by keys alone, by mouse alone and by pad alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.card import Card, card_of
from quizgame.screen.answering.dial import DIAL
from quizgame.screen.answering.write import FIELD
from quizgame.screen.crew import LOCK
from quizgame.screen.guard import GUARD_MS
from quizgame.screen.menu import FocusScene
from quizgame.screen.scene import CREW, OPTIONS, Action, Device
from tests.kind_samples import QUESTIONS, other
from tests.pilot import Given, Pilot
from tests.screen.hands import Keys, Mouse, Pad

Start = Callable[..., Pilot]
SEED = "pilot"
HANDS: dict[str, Keys | Mouse | Pad] = {"keys": Keys(), "mouse": Mouse(), "pad": Pad()}

by_every_device = pytest.mark.parametrize("device", HANDS)
of_every_kind = pytest.mark.parametrize("kind", QUESTIONS)


def card(kind: str) -> Card:
    return card_of(QUESTIONS[kind], SEED)


def opened(start: Start, kind: str, hand: Keys | Mouse | Pad | None = None) -> Pilot:
    """A game whose only question is of that kind, and it is open."""
    hand = hand or Keys()
    pilot = start(Given(MemoryBank([QUESTIONS[kind]])), SEED)
    pilot.device = hand.device
    for id in ("play", "the-score", "begin"):
        hand.choose(pilot, id)
    hand.open(pilot)
    pilot.wait(GUARD_MS)
    return pilot


def focused(pilot: Pilot) -> str:
    assert isinstance(pilot.scene, FocusScene)
    return pilot.scene.focused(pilot.page())


def things(pilot: Pilot) -> list[str]:
    """What lies in the rows, from the top down: the last words of each."""
    words = pilot.survey().words
    rows = [spot.rect for spot in pilot.spots() if spot.id.startswith("row")]
    return [[w.text for w in words if row.holds(*w.ink.middle)][-1] for row in rows]


def answer(pilot: Pilot, hand: Keys | Mouse | Pad, kind: str, given: object) -> None:
    """Give an answer with what one hand can do."""
    match given:
        case str():
            _write(pilot, hand, given)
        case int():
            _dial(pilot, hand, kind, given)
        case tuple() if card(kind).labels:
            _arrange(pilot, hand, [card(kind).options[place] for place in given])
        case tuple():
            for place in given:
                hand.answer(pilot, place)
    if not (hand.device is Device.KEYS and focused(pilot) in (LOCK, FIELD)):
        hand.choose(pilot, LOCK)
    else:
        pilot.press(Action.ACCEPT)


def _write(pilot: Pilot, hand: Keys | Mouse | Pad, text: str) -> None:
    if hand.device is Device.KEYS:
        pilot.type(text)
        return
    for letter in text.upper():
        hand.choose(pilot, {" ": "space"}.get(letter, letter))


def _dial(pilot: Pilot, hand: Keys | Mouse | Pad, kind: str, value: int) -> None:
    low, high = 1980, 2000
    if hand.device is Device.KEYS:
        pilot.type(str(value))
    elif hand.device is Device.MOUSE:
        bar = next(spot.rect for spot in pilot.spots() if spot.id == DIAL)
        pilot.click_at(bar.x + bar.w * (value - low) / (high - low), bar.middle[1])
    else:
        start = (low + high) // 2
        pilot.press(*[Action.LEFT if value < start else Action.RIGHT] * abs(value - start))


def _arrange(pilot: Pilot, hand: Keys | Mouse | Pad, wanted: list[str]) -> None:
    for row, words in enumerate(wanted):
        lies = things(pilot).index(words)
        if lies == row:
            continue
        if hand.device is Device.MOUSE:
            pilot.click_spot(f"row {lies}")
            pilot.click_spot(f"row {row}")
            continue
        if hand.device is Device.KEYS:
            pilot.press(OPTIONS[lies])
        else:
            hand.choose(pilot, f"row {lies}")
        pilot.press(*[Action.UP] * (lies - row), Action.ACCEPT)


def last_answer(pilot: Pilot) -> tuple[int, int]:
    """How many answers the finished run has, and how many of them are right."""
    pilot.press(Action.ACCEPT)
    run = pilot.parts.scores.runs()[0].run
    return run.log.count('"answer"'), run.correct


@of_every_kind
@by_every_device
def test_one_device_alone_gives_the_right_answer_once(kind: str, device: str, start: Start) -> None:
    hand = HANDS[device]
    pilot = opened(start, kind, hand)
    answer(pilot, hand, kind, card(kind).right)
    assert pilot.at == "RevealScene"
    assert pilot.sees("RIGHT")
    assert not pilot.sees("WRONG")
    assert last_answer(pilot) == (1, 1)


@of_every_kind
@by_every_device
def test_one_device_alone_gives_a_wrong_answer_once(kind: str, device: str, start: Start) -> None:
    hand = HANDS[device]
    pilot = opened(start, kind, hand)
    answer(pilot, hand, kind, other(card(kind)))
    assert pilot.sees("WRONG")
    assert last_answer(pilot) == (1, 0)


@of_every_kind
def test_a_pause_hides_everything_and_keeps_what_was_done(kind: str, start: Start) -> None:
    pilot = opened(start, kind)
    _begin(pilot, kind)
    before = pilot.survey().lines
    secret = {QUESTIONS[kind].text, *card(kind).options, *card(kind).labels, "1987", "Kev"}
    pilot.press(Action.PAUSE)
    assert pilot.at == "PauseScene"
    assert not secret & set(pilot.survey().lines)
    pilot.press(Action.BACK)
    assert pilot.survey().lines == before


def _begin(pilot: Pilot, kind: str) -> None:
    """Something of an answer."""
    if kind == "number":
        pilot.type("1987")
    elif kind == "typed":
        pilot.type("Kev")
    else:
        pilot.press(Action.OPTION_2)


@of_every_kind
def test_a_call_on_the_crew_keeps_the_focus_and_what_was_done(kind: str, start: Start) -> None:
    pilot = opened(start, kind)
    _begin(pilot, kind)
    focus = focused(pilot)
    shown = [
        line for line in pilot.survey().lines if line in ("<box>", "<tick>", "1987", "Kev", "panel pressed")
    ]
    pilot.press(CREW[3])
    assert pilot.sees("MICHAEL IS IN")
    assert focused(pilot) == focus
    assert shown == [line for line in pilot.survey().lines if line in shown]
    assert shown


@of_every_kind
def test_without_an_answer_time_runs_out_just_once(kind: str, start: Start) -> None:
    pilot = opened(start, kind)
    _begin(pilot, kind)
    pilot.wait(40_000)
    assert pilot.sees("TOO LATE")
    assert last_answer(pilot) == (0, 0)


@by_every_device
def test_the_crew_can_be_called_with_every_device_while_words_are_written(device: str, start: Start) -> None:
    hand = HANDS[device]
    pilot = opened(start, "typed", hand)
    hand.call(pilot, 3)
    assert pilot.sees("MICHAEL IS IN")
