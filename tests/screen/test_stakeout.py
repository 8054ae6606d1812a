"""Stakeout on the screen: no clock, no money, what was missed comes first; no question comes back soon."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizgame.playing import play_stakeout
from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.modes import MODES, OFFERED, STAKEOUT, THE_SCORE, THIRTY_SECONDS
from quizgame.screen.scene import OPTIONS, Action
from quizgame.screen.stories import Show
from tests.pilot import Pilot
from tests.screen.hands import Hand, Keys, Mouse, Pad
from tests.screen.match import BUSTED, Plan, play, right_place

Start = Callable[..., Pilot]
KEYS = Keys()
by_every_device = pytest.mark.parametrize("hand", [Keys(), Mouse(), Pad()], ids=["keys", "mouse", "pad"])


def begun(start: Start, hand: Hand = KEYS) -> Pilot:
    pilot = start()
    pilot.device = hand.device
    hand.choose(pilot, "play")
    hand.choose(pilot, STAKEOUT.id)
    hand.choose(pilot, "begin")
    return pilot


def asked(pilot: Pilot) -> list[str]:
    """The ids of what was asked in the latest run, in order."""
    return [answer.question for answer in pilot.parts.scores.runs()[-1].run.answers]


def through(pilot: Pilot, bank: MemoryBank, hand: Hand = KEYS, right: bool = True) -> None:
    while pilot.at == "QuestionScene":
        pilot.wait(300)
        place = right_place(pilot, bank)
        hand.answer(pilot, place if right else 1 - place if place < 2 else 0)
        hand.choose(pilot, "next")
    assert pilot.at == "ResultScene"


@by_every_device
def test_one_device_alone_plays_it_and_again_or_leaves(hand: Hand, start: Start, bank: MemoryBank) -> None:
    pilot = begun(start, hand)
    through(pilot, bank, hand)
    assert pilot.sees("10 OF 10")
    assert [spot.id for spot in pilot.spots()] == ["review", "again", "title"]
    hand.choose(pilot, "again")
    assert pilot.at == "RoundCard"


def test_there_is_no_clock_and_no_money(start: Start) -> None:
    pilot = begun(start)
    pilot.wait(3_600_000)
    assert pilot.at == "QuestionScene"
    lines = pilot.survey().lines
    assert not [line for line in lines if "$" in line or line.startswith(("ring", "heat"))]
    pilot.press(OPTIONS[0])
    lines = pilot.survey().lines
    assert not [line for line in lines if "$" in line or line.startswith(("ring", "heat"))]
    assert any(line.startswith("Because of") for line in lines)
    assert any(line.startswith("Source: ") for line in lines)


def test_what_was_missed_comes_first_the_latest_miss_before_all(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    play(pilot, KEYS, bank, BUSTED)
    missed = asked(pilot)
    KEYS.choose(pilot, "title")
    KEYS.choose(pilot, "play")
    KEYS.choose(pilot, STAKEOUT.id)
    KEYS.choose(pilot, "begin")
    through(pilot, bank)
    assert asked(pilot)[: len(missed)] == missed[::-1][:10]


def test_what_was_right_the_last_time_does_not_come_first_again(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    play(pilot, KEYS, bank, Plan(frozenset({0, 1}), walk_after=1))
    missed = asked(pilot)[:2]
    pilot.press(Action.BACK)
    for first in (missed[::-1], []):
        KEYS.choose(pilot, "play")
        KEYS.choose(pilot, STAKEOUT.id)
        KEYS.choose(pilot, "begin")
        through(pilot, bank)
        assert [id for id in asked(pilot) if id in missed] == first
        pilot.press(Action.BACK)


def test_it_can_begin_with_any_questions(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    pilot.show = Show(play_stakeout(pilot.parts, ["small/cast/2/3", "small/heat2/1/2"]))
    pilot.wait(100)
    KEYS.choose(pilot, "begin")
    through(pilot, bank)
    assert asked(pilot)[:2] == ["small/cast/2/3", "small/heat2/1/2"]


# --- no question comes back before the others have been asked ---


def test_the_next_run_asks_what_was_not_asked_yet(start: Start, bank: MemoryBank) -> None:
    seen: set[str] = set()
    for seed in ("one", "two"):
        pilot = start(seed=seed)
        play(pilot, KEYS, bank, Plan())
        ids = set(asked(pilot))
        assert not ids & seen
        seen |= ids


def test_what_was_only_dealt_but_never_put_is_not_seen(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    play(pilot, KEYS, bank, Plan(walk_after=1))
    assert set(pilot.parts.scores.seen.seen("")) == set(asked(pilot))


def test_what_nate_finds_is_seen_too(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    play(pilot, KEYS, bank, Plan(crew={0: 1}, walk_after=1))
    assert len(pilot.parts.scores.seen.seen("")) == 6
    assert set(asked(pilot)) < set(pilot.parts.scores.seen.seen(""))


def test_a_question_is_seen_as_soon_as_it_is_on_the_table(start: Start) -> None:
    pilot = begun(start)
    assert len(pilot.parts.scores.seen.seen("")) == 1


def test_against_the_one_clock_it_is_written_down_at_the_end(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    KEYS.choose(pilot, "play")
    KEYS.choose(pilot, THIRTY_SECONDS.id)
    KEYS.choose(pilot, "begin")
    for _ in range(3):
        pilot.wait(400)
        pilot.press(OPTIONS[right_place(pilot, bank)])
    pilot.show.close()
    ids = [answer.question for answer in pilot.parts.scores.runs()[0].run.answers]
    seen = pilot.parts.scores.seen.seen("")
    assert sorted(seen, key=lambda id: seen[id])[:3] == ids
    assert len(seen) == 4  # the one on the table when the window was closed is one of them


# --- how it works ---


@by_every_device
@pytest.mark.parametrize("id", [mode.id for mode in OFFERED])
def test_every_mode_has_a_page_of_its_own_before_it_is_chosen(hand: Hand, id: str, start: Start) -> None:
    pilot = start()
    pilot.size = (1280, 4000)
    hand.choose(pilot, "play")
    while pilot.scene.focus.id != id:  # type: ignore[attr-defined]
        pilot.press(Action.DOWN)
    pilot.press(Action.RIGHT)
    hand.choose(pilot, "howto")
    assert pilot.at == "HowToScene"
    title = "HOW TO PLAY" if id == THE_SCORE.id else MODES[id].title.upper()
    assert pilot.sees(title)
    hand.leave(pilot)
    assert pilot.at == "ModesScene"
    assert pilot.scene.focus.id == id  # type: ignore[attr-defined]
    pilot.press(Action.RIGHT, Action.LEFT)
    assert pilot.scene.focus.id == id  # type: ignore[attr-defined]


def test_the_pause_shows_the_page_of_the_mode_that_is_played(start: Start) -> None:
    pilot = start()
    KEYS.choose(pilot, "play")
    KEYS.choose(pilot, THIRTY_SECONDS.id)
    KEYS.choose(pilot, "begin")
    pilot.press(Action.PAUSE)
    KEYS.choose(pilot, "howto")
    assert pilot.sees("THIRTY SECONDS FLAT")
    assert pilot.sees("Right puts 3 seconds on the clock, wrong takes 5 off.")
