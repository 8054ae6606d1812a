"""The Score from the title to the table: by keys, by mouse, by pad, and as text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.modes import THE_SCORE
from quizgame.quiz.run import Ending
from quizgame.screen.band import dollars
from quizgame.screen.scene import Action, Input, Press, Typed
from tests.pilot import Pilot
from tests.screen.golden import check_text, readable
from tests.screen.hands import Hand, Keys, Mouse, Pad
from tests.screen.match import BUSTED, Plan, play

Start = Callable[..., Pilot]
NAME = "NEIL M."

by_every_device = pytest.mark.parametrize("hand", [Keys(), Mouse(), Pad()], ids=["keys", "mouse", "pad"])


@dataclass(slots=True)
class Scribe(Pilot):
    """A pilot who writes down what is done and what is then to be seen."""

    pages: list[str] = field(default_factory=list)
    last: list[str] = field(default_factory=list)

    def do(self, input: Input) -> None:
        Pilot.do(self, input)
        self.write(_told(input))

    def wait(self, ms: int) -> None:
        Pilot.wait(self, ms)
        self.write(f"{ms} ms pass")

    def write(self, what: str) -> None:
        """What happened, and the screen where it has changed."""
        self.pages.append(f"> {what}")
        if self.at == "ScoresScene":
            self.survey()  # what is seen for the first time is checked, beside the game
            self.parts.checks.wait()
        seen = readable(self.survey().lines)
        if seen != self.last:
            self.pages += [f"[{self.at}]", *(f"  {line}" for line in seen)]
            self.last = seen


def _told(input: Input) -> str:
    match input:
        case Press(action):
            return f"press {action}"
        case Typed(text):
            return f"type {text!r}"
        case _:
            return repr(input)


def signed(pilot: Pilot, hand: Hand) -> None:
    """From the result screen to the table, signed."""
    hand.choose(pilot, "sign")
    assert pilot.at == "NameScene"
    hand.sign(pilot, NAME)
    assert pilot.at == "ScoresScene"


def test_a_whole_game_by_keys_reads_as_it_always_did(start: Start, bank: MemoryBank) -> None:
    plain = start()
    pilot = Scribe(plain.parts, plain.clock)
    pilot.write("the game starts")
    play(pilot, Keys(), bank)
    signed(pilot, Keys())
    pilot.press(Action.BACK)
    check_text("whole_game.txt", pilot.pages)


@by_every_device
def test_one_device_alone_plays_a_whole_game_onto_the_table(
    hand: Hand, start: Start, bank: MemoryBank
) -> None:
    pilot = start()
    pilot.device = hand.device
    play(pilot, hand, bank)
    assert pilot.sees("THE GETAWAY")
    run = pilot.parts.scores.runs()[0].run
    assert (run.ended, run.asked, run.correct) == (Ending.CLEAR, THE_SCORE.questions, 22)
    assert pilot.sees(dollars(run.take))
    signed(pilot, hand)
    assert {NAME, dollars(run.take)} <= set(pilot.survey().lines)


@by_every_device
def test_a_second_start_finds_the_run_on_the_table(hand: Hand, start: Start, bank: MemoryBank) -> None:
    first = start()
    play(first, hand, bank)
    take = first.parts.scores.runs()[0].run.take
    signed(first, hand)
    first.show.close()

    second = start()
    hand.choose(second, "scores")
    assert {NAME, dollars(take)} <= set(second.survey().lines)
    hand.leave(second)
    hand.choose(second, "play")
    assert second.sees(f"BEST SO FAR  {dollars(take)}  {NAME}")


def test_all_devices_play_the_very_same_run(start: Start, bank: MemoryBank) -> None:
    logs = set()
    for hand in (Keys(), Mouse(), Pad()):
        pilot = start(home=hand.device)
        play(pilot, hand, bank)
        logs.add(pilot.parts.scores.runs()[-1].run.log)
    assert len(logs) == 1


@by_every_device
def test_who_misses_everything_is_busted_and_still_on_the_table(
    hand: Hand, start: Start, bank: MemoryBank
) -> None:
    pilot = start()
    play(pilot, hand, bank, BUSTED)
    assert pilot.parts.scores.runs()[0].run.ended is Ending.BUSTED
    signed(pilot, hand)
    assert {NAME, "$0", "busted"} <= set(pilot.survey().lines)


@by_every_device
def test_walking_away_keeps_the_whole_take(hand: Hand, start: Start, bank: MemoryBank) -> None:
    pilot = start()
    play(pilot, hand, bank, Plan(walk_after=2))
    run = pilot.parts.scores.runs()[0].run
    assert (run.ended, run.asked, run.correct) == (Ending.WALKED, 10, 10)
    assert pilot.sees("WALKED AWAY")
    assert pilot.sees(dollars(run.take))


@by_every_device
def test_another_run_can_follow_at_once(hand: Hand, start: Start, bank: MemoryBank) -> None:
    pilot = start()
    play(pilot, hand, bank, Plan(walk_after=1))
    hand.choose(pilot, "again")
    assert pilot.at == "RoundCard"
    assert pilot.sees("ROUND 1 OF 5")
