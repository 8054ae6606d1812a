"""The first run: three sentences and a question to try, once in a player's life, and whenever asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizgame.quiz.amounts import portion
from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.modes import THE_SCORE
from quizgame.quiz.rules import MAX_HEAT
from quizgame.screen.scene import Action
from quizgame.screen.scenes.intro import LESSONS
from quizgame.screen.stories import Show
from quizgame.store import settings as settings_file
from quizgame.store.paths import Places
from quizgame.story import story
from tests.pilot import Clock, Given, Pilot, parts_of
from tests.screen.hands import Hand, Keys, Mouse, Pad
from tests.screen.match import right_place

Start = Callable[..., Pilot]
by_every_device = pytest.mark.parametrize("hand", [Keys(), Mouse(), Pad()], ids=["keys", "mouse", "pad"])


def newcomer(places: Places, content: Given, opening: str = "") -> Pilot:
    """Somebody who has never played, at the title or with a challenge."""
    clock = Clock()
    pilot = Pilot(parts_of(places, content, clock, newcomer=True), clock)
    if opening:
        pilot.show.close()
        pilot.show = Show(story(pilot.parts, opening))
    return pilot


def opened(pilot: Pilot, hand: Hand) -> None:
    """From the sentences to the example with its options open."""
    hand.choose(pilot, "try")
    pilot.wait(500)
    hand.open(pilot)
    pilot.wait(500)


@by_every_device
def test_who_plays_for_the_first_time_reads_three_sentences_and_tries_a_question(
    hand: Hand, places: Places, bank: MemoryBank
) -> None:
    pilot = newcomer(places, Given(bank))
    pilot.device = hand.device
    assert pilot.at == "TitleScene"
    hand.choose(pilot, "play")
    assert pilot.at == "IntroScene"
    opened(pilot, hand)
    assert pilot.sees("NOTHING IS KEPT")
    hand.answer(pilot, right_place(pilot, bank))
    assert pilot.at == "RevealScene"
    assert pilot.sees("RIGHT")
    assert pilot.sees("To the jobs")
    hand.choose(pilot, "next")
    assert pilot.at == "ModesScene"
    assert pilot.parts.scores.runs() == []
    assert pilot.parts.scores.seen.seen("") == {}


def test_the_sentences_are_three_and_say_the_numbers_in_force(places: Places, bank: MemoryBank) -> None:
    pilot = newcomer(places, Given(bank))
    Keys().choose(pilot, "play")
    said = [text for text in pilot.survey().lines if text.endswith(".")]
    assert len(said) == len(LESSONS) == 3
    assert [text.count(".") for text in said] == [1, 1, 1]
    rules = THE_SCORE.rules
    told = " ".join(said)
    for number in (len(THE_SCORE.rounds), (rules.clock_ms or 0) // 1000, MAX_HEAT):
        assert str(number) in told
    assert portion(rules.busted_keeps) in told
    assert "walk away" in told


def test_it_is_told_once_and_never_again(places: Places, bank: MemoryBank) -> None:
    first = newcomer(places, Given(bank))
    Keys().choose(first, "play")
    first.press(Action.BACK)
    assert first.at == "ModesScene"
    first.press(Action.BACK)
    Keys().choose(first, "play")
    assert first.at == "ModesScene"
    first.show.close()
    assert settings_file.load(places)[0].introduced
    second = newcomer(places, Given(bank))
    Keys().choose(second, "play")
    assert second.at == "ModesScene"


@by_every_device
def test_how_to_play_tells_it_again_and_has_all_the_rules(hand: Hand, start: Start) -> None:
    pilot = start()
    hand.choose(pilot, "howto")
    assert pilot.at == "IntroScene"
    hand.choose(pilot, "rules")
    assert pilot.at == "HowToScene"
    assert pilot.sees("HOW TO PLAY")
    hand.leave(pilot)
    hand.choose(pilot, "on")
    assert pilot.at == "TitleScene"


@pytest.mark.parametrize("open_first", [False, True], ids=["while reading", "with the clock running"])
@pytest.mark.parametrize("way", [Action.BACK, Action.PAUSE])
def test_the_example_can_be_left_at_any_moment(
    way: Action, open_first: bool, places: Places, bank: MemoryBank
) -> None:
    pilot = newcomer(places, Given(bank))
    Keys().choose(pilot, "play")
    Keys().choose(pilot, "try")
    if open_first:
        pilot.press(Action.ACCEPT)
    assert pilot.at == "QuestionScene"
    assert pilot.sees("skip")
    assert not pilot.sees("pause")
    pilot.press(way)
    assert pilot.at == "IntroScene"
    pilot.press(Action.ACCEPT)
    assert pilot.at == "ModesScene"


def test_a_miss_shows_what_heat_is(places: Places, bank: MemoryBank) -> None:
    pilot = newcomer(places, Given(bank))
    Keys().choose(pilot, "play")
    opened(pilot, Keys())
    Keys().answer(pilot, (right_place(pilot, bank) + 1) % 4)
    assert pilot.sees("WRONG")
    assert pilot.sees("In a run this heat stays")
    pilot.press(Action.BACK)
    assert pilot.at == "ModesScene"


def test_the_clock_of_the_example_runs_out_as_in_a_run(places: Places, bank: MemoryBank) -> None:
    pilot = newcomer(places, Given(bank))
    Keys().choose(pilot, "play")
    opened(pilot, Keys())
    pilot.wait(31_000)
    assert pilot.at == "RevealScene"
    assert pilot.sees("TOO LATE")


def test_a_challenge_is_one_key_away_and_the_lesson_only_offered(places: Places, bank: MemoryBank) -> None:
    pilot = newcomer(places, Given(bank), opening="no such code")
    assert pilot.at == "IntroScene"
    assert pilot.sees("To the challenge")
    pilot.press(Action.ACCEPT)
    assert pilot.at == "MessageScene"
    assert pilot.sees("NO CHALLENGE")


def test_without_questions_there_is_nothing_to_try_and_it_says_why(places: Places) -> None:
    pilot = newcomer(places, Given(None, failure="The questions could not be read: no such folder."))
    Keys().choose(pilot, "play")
    Keys().choose(pilot, "try")
    assert pilot.sees("no such folder")
    pilot.press(Action.ACCEPT)
    assert pilot.at == "IntroScene"
