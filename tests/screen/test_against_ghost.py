"""A challenge on the screen: the rival's answer beside each of one's own, and how the takes compare."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizgame.playing import play_run
from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.deal import Wish
from quizgame.quiz.ghost import ghost_of
from quizgame.quiz.modes import THE_SCORE, THIRTY_SECONDS, TURNS, Mode
from quizgame.quiz.run import Run
from quizgame.quiz.verify import wish_of
from quizgame.screen.scene import OPTIONS, Action, Story
from quizgame.screen.stories import Show
from tests.pilot import Pilot
from tests.screen.match import Plan, play, right_place
from tests.screen.party import KEYS, turns
from tests.screen.test_one_clock import answer, begun

Start = Callable[..., Pilot]


def challenged(start: Start, mode: Mode, run: Run, bank: MemoryBank) -> Pilot:
    """Somebody else, on another machine, on the first card of the same deal."""
    pilot = start(home="other", seed="another")

    def story() -> Story:
        yield from play_run(pilot.parts, mode, wish_of(run), ghost_of(run, bank))

    pilot.show = Show(story())
    pilot.wait(100)
    assert pilot.at == "RoundCard"
    return pilot


@pytest.fixture
def rival(start: Start, bank: MemoryBank) -> Run:
    """Two right, one wrong, then walked."""
    pilot = start()
    pilot.parts.change(player="M.")
    play(pilot, KEYS, bank, Plan(frozenset({2}), walk_after=1))
    return pilot.parts.scores.runs()[0].run


def test_the_reveal_tells_what_the_rival_did(start: Start, rival: Run, bank: MemoryBank) -> None:
    pilot = challenged(start, THE_SCORE, rival, bank)
    KEYS.choose(pilot, "begin")
    for had in ("M. had it", "M. had it", "M. missed it"):
        KEYS.open(pilot)
        pilot.wait(300)
        KEYS.answer(pilot, right_place(pilot, bank))
        assert pilot.sees(had)
        assert pilot.sees("they stand at $")
        KEYS.choose(pilot, "next")


def test_the_same_questions_are_asked_and_stand_on_a_table_of_their_own(
    start: Start, rival: Run, bank: MemoryBank
) -> None:
    pilot = challenged(start, THE_SCORE, rival, bank)
    KEYS.choose(pilot, "begin")
    while pilot.at != "DecisionScene":
        if pilot.at == "QuestionScene":
            KEYS.open(pilot)
            KEYS.answer(pilot, right_place(pilot, bank))
        else:
            pilot.press(Action.ACCEPT)
    KEYS.choose(pilot, "walk")
    run = pilot.parts.scores.runs()[0].run
    assert run.assist == "challenge"
    assert [a.question for a in run.answers] == [a.question for a in rival.answers]
    assert pilot.sees("You beat M. by $")
    assert "again" not in {spot.id for spot in pilot.spots()}


def test_what_one_has_seen_does_not_change_a_challenge(start: Start, rival: Run, bank: MemoryBank) -> None:
    pilot = start()  # where the rival has played

    def story() -> Story:
        yield from play_run(pilot.parts, THE_SCORE, Wish(rival.seed))

    pilot.show = Show(story())
    pilot.wait(100)
    KEYS.choose(pilot, "begin")
    KEYS.open(pilot)
    pilot.press(OPTIONS[0])
    pilot.show.close()
    again = pilot.parts.scores.runs()[-1].run
    assert again.answers[0].question == rival.answers[0].question


def test_against_one_clock_the_rival_stands_in_the_band(start: Start, bank: MemoryBank) -> None:
    first = begun(start)
    for right in (True, False):
        answer(first, bank, right)
    first.wait(60_000)
    pilot = challenged(start, THIRTY_SECONDS, first.parts.scores.runs()[0].run, bank)
    KEYS.choose(pilot, "begin")
    for did in ("had it", "missed it"):
        answer(pilot, bank)
        assert pilot.sees(f"Crew member {did}")


def test_a_challenge_for_three_is_played_by_three(start: Start, bank: MemoryBank) -> None:
    first = start()
    turns(first)
    pilot = start(home="other")
    wish = wish_of(_of_three(first))

    def story() -> Story:
        yield from play_run(pilot.parts, TURNS, wish)

    pilot.show = Show(story())
    pilot.wait(100)
    assert pilot.at == "PlayersScene"
    for letter, can_begin in (("add", False), ("add", False), ("add", True)):
        KEYS.choose(pilot, letter)
        pilot.press(Action.BACK)  # without a name
        assert ("begin" in {spot.id for spot in pilot.spots()}) is can_begin
    assert "add" not in {spot.id for spot in pilot.spots()}


def _of_three(pilot: Pilot) -> Run:
    """The run of the first of them, called off."""
    pilot.press(Action.ACCEPT)
    pilot.show.close()
    return pilot.parts.scores.runs()[0].run
