"""Thirty Seconds Flat on the screen: one clock, the next question at once, and no answer by accident."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.modes import THIRTY_SECONDS
from quizgame.quiz.run import Ending
from quizgame.screen.band import band_rect, clock_rect
from quizgame.screen.scene import OPTIONS, Action
from tests.pilot import Pilot
from tests.screen.hands import Hand, Keys, Mouse, Pad
from tests.screen.match import right_place

Start = Callable[..., Pilot]
KEYS = Keys()
by_every_device = pytest.mark.parametrize("hand", [Keys(), Mouse(), Pad()], ids=["keys", "mouse", "pad"])


def begun(start: Start, hand: Hand = KEYS) -> Pilot:
    pilot = start()
    pilot.device = hand.device
    hand.choose(pilot, "play")
    hand.choose(pilot, THIRTY_SECONDS.id)
    hand.choose(pilot, "begin")
    return pilot


def answer(pilot: Pilot, bank: MemoryBank, right: bool = True, hand: Hand = KEYS) -> None:
    """Answer after a second."""
    pilot.wait(1_000)
    place = right_place(pilot, bank)
    hand.answer(pilot, place if right else 1 - place if place < 2 else 0)


def seconds(pilot: Pilot) -> int:
    """What the ring says."""
    return next(int(line) for line in reversed(pilot.survey().lines) if line.isdigit())


def question(pilot: Pilot) -> str:
    return next(line for line in pilot.survey().lines if line.endswith(("?", "holds.")))


@by_every_device
def test_one_device_alone_plays_it_to_the_end(hand: Hand, start: Start, bank: MemoryBank) -> None:
    pilot = begun(start, hand)
    for right in (True, True, False, True):
        answer(pilot, bank, right, hand)
        assert pilot.at == "QuestionScene"
    pilot.wait(60_000)
    assert pilot.at == "ResultScene"
    assert pilot.sees("TIME")
    run = pilot.parts.scores.runs()[0].run
    assert (run.ended, run.asked, run.correct) == (Ending.TIME, 4, 3)
    hand.choose(pilot, "review")
    assert pilot.at == "ReviewScene"


def test_the_options_are_there_at_once(start: Start) -> None:
    pilot = begun(start)
    assert "option 0" in {spot.id for spot in pilot.spots()}


def test_right_puts_three_seconds_on_the_clock_and_the_next_question_on_the_table(
    start: Start, bank: MemoryBank
) -> None:
    pilot = begun(start)
    before = question(pilot)
    answer(pilot, bank)
    assert seconds(pilot) == 32  # the ring is full and the number counts on
    assert "ring 1.00" in pilot.survey().lines
    assert question(pilot) != before


def test_wrong_takes_five_off_and_the_right_answer_stands_on_one_line(start: Start, bank: MemoryBank) -> None:
    pilot = begun(start)
    pilot.wait(1_000)
    right = right_place(pilot, bank)
    text = next(
        words.text
        for words in pilot.survey().words
        if pilot._spot(f"option {right}").rect.holds(*words.ink.middle) and len(words.text) > 1
    )
    pilot.press(OPTIONS[1 - right if right < 2 else 0])
    assert seconds(pilot) == 24
    assert f"WRONG  −5 s  ·  It was: {text}" in pilot.survey().lines


def figures(pilot: Pilot) -> list[str]:
    """What stands beside the clock."""
    return [line for line in pilot.survey().lines if line in ("+3 s", "−5 s")]


@pytest.mark.parametrize("still", [False, True], ids=["motion", "reduced"])
def test_what_the_clock_gained_stands_beside_it_for_a_moment(
    still: bool, start: Start, bank: MemoryBank
) -> None:
    pilot = begun(start)
    pilot.parts.change(reduced_motion=still)
    assert figures(pilot) == []
    answer(pilot, bank)
    assert figures(pilot) == ["+3 s"]
    pilot.wait(1_500)
    assert figures(pilot) == []
    assert any(line.startswith("RIGHT  +3 s") for line in pilot.survey().lines)


def test_how_the_last_one_went_stands_at_the_clock_and_what_this_one_is_worth_above_it(
    start: Start, bank: MemoryBank
) -> None:
    pilot = begun(start)
    answer(pilot, bank)
    words = {words.text: words for words in pilot.survey().words}
    told = next(words[text] for text in words if text.startswith("RIGHT  +3 s"))
    worth = next(words[text] for text in words if "PAYS" in text)
    page = pilot.page()
    assert 0 < clock_rect(page).x - told.ink.right < 20
    assert told.ink.bottom < band_rect(page).middle[1]
    assert told.ink.bottom < words["+3 s"].ink.bottom
    assert told.ink.bottom < worth.ink.y
    assert worth.ink.x < 100


def test_the_figure_stands_still_where_nothing_may_move(start: Start, bank: MemoryBank) -> None:
    pilot = begun(start)
    pilot.parts.change(reduced_motion=True)
    answer(pilot, bank)
    places = set()
    for _ in range(6):
        places |= {words.ink for words in pilot.survey().words if words.text == "+3 s"}
        pilot.wait(50)
    assert len(places) == 1


@pytest.mark.parametrize("action", [Action.ACCEPT, *OPTIONS[:4]])
def test_a_second_press_does_not_answer_the_next_question(
    action: Action, start: Start, bank: MemoryBank
) -> None:
    pilot = begun(start)
    answer(pilot, bank)
    asked = question(pilot)
    for _ in range(4):
        pilot.press(action)
        pilot.clock.now += 60
    assert question(pilot) == asked  # 180 ms have passed at the last press
    pilot.clock.now += 10
    if action is Action.ACCEPT:
        pilot.press(action)
        assert question(pilot) != asked


def test_a_click_too_soon_answers_nothing_either(start: Start, bank: MemoryBank) -> None:
    pilot = begun(start)
    answer(pilot, bank, hand=Mouse())
    asked = question(pilot)
    pilot.click_spot("option 0")
    assert question(pilot) == asked
    pilot.wait(250)
    pilot.click_spot("option 0")
    assert question(pilot) != asked


def test_the_first_question_can_be_answered_at_once(start: Start, bank: MemoryBank) -> None:
    pilot = begun(start)
    asked = question(pilot)
    pilot.press(OPTIONS[right_place(pilot, bank)])
    assert question(pilot) != asked


def test_a_pause_stops_the_one_clock(start: Start, bank: MemoryBank) -> None:
    pilot = begun(start)
    answer(pilot, bank)
    pilot.wait(2_000)
    before = seconds(pilot)
    pilot.press(Action.PAUSE)
    assert pilot.at == "PauseScene"
    pilot.wait(100_000)
    pilot.press(Action.PAUSE)
    assert seconds(pilot) == before


def test_the_result_tells_how_many(start: Start, bank: MemoryBank) -> None:
    pilot = begun(start)
    for right in (True, False, True):
        answer(pilot, bank, right)
    pilot.wait(60_000)
    assert pilot.sees("2 of 3")
    assert pilot.sees("First on the table.")
