"""The Daily Job on the screen: one attempt a day counts, by the date at which it began."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.modes import THE_DAILY_JOB
from quizgame.quiz.run import Ending
from quizgame.quiz.verify import Verdict, verify
from quizgame.screen.scene import OPTIONS, Action
from quizgame.store.errors import NotSaved
from quizgame.store.scores import Scores
from tests.pilot import Pilot
from tests.screen.hands import Hand, Keys, Mouse, Pad

Start = Callable[..., Pilot]
KEYS = Keys()
by_every_device = pytest.mark.parametrize("hand", [Keys(), Mouse(), Pad()], ids=["keys", "mouse", "pad"])
NIGHT = "2026-11-20T23:59:30-08:00"


def at(pilot: Pilot, moment: str) -> None:
    """The player's clock on the wall shows a moment, and goes on from there."""
    began, then = pilot.clock.now, datetime.fromisoformat(moment)
    pilot.parts.world = pilot.parts.world._replace(
        today=lambda: datetime.fromtimestamp(
            then.timestamp() + (pilot.clock.now - began) / 1000, tz=then.tzinfo
        )
    )


def chosen(pilot: Pilot, hand: Hand = KEYS) -> None:
    if pilot.at == "TitleScene":
        hand.choose(pilot, "play")
    hand.choose(pilot, THE_DAILY_JOB.id)
    assert pilot.at == "RoundCard"


def questions(pilot: Pilot, hand: Hand = KEYS) -> list[str]:
    """Play it to its result, with the first option or what stands there; what was asked."""
    hand.choose(pilot, "begin")
    asked = []
    while pilot.at == "QuestionScene":
        asked.append(next(line for line in pilot.survey().lines if line.endswith(("?", "holds."))))
        hand.open(pilot)
        pilot.wait(300)
        hand.answer(pilot, 0)
        hand.choose(pilot, "next")
    assert pilot.at == "ResultScene"
    return asked


@by_every_device
def test_the_title_leads_to_it_without_a_choice_of_modes(hand: Hand, start: Start) -> None:
    pilot = start()
    pilot.device = hand.device
    hand.choose(pilot, "daily")
    assert pilot.at == "RoundCard"
    assert pilot.sees("This attempt counts.")
    questions(pilot, hand)
    hand.choose(pilot, "title")
    assert pilot.at == "TitleScene"
    pilot.press(Action.ACCEPT)
    assert pilot.at == "RoundCard", "the focus is where it was"


def on_the_modes(pilot: Pilot) -> list[str]:
    """What the choice of modes says of the job."""
    KEYS.choose(pilot, "play")
    for _ in range(2):
        pilot.press(Action.DOWN)
    return pilot.survey().lines


@by_every_device
def test_one_device_alone_plays_it_to_the_table(hand: Hand, start: Start, bank: MemoryBank) -> None:
    pilot = start()
    pilot.device = hand.device
    chosen(pilot, hand)
    assert len(questions(pilot, hand)) == THE_DAILY_JOB.questions
    run = pilot.parts.scores.runs()[0].run
    assert (run.seed, run.ended) == ("daily/2026-02-01", Ending.CLEAR)
    assert verify(run, bank).verdict is Verdict.CHECKED


def test_everybody_gets_the_same_ten_whatever_they_have_seen(start: Start) -> None:
    one, other = start(home="one"), start(home="other", seed="another")
    KEYS.choose(other, "play")
    KEYS.choose(other, "stakeout")
    KEYS.choose(other, "begin")
    for _ in range(3):
        pilot_answers(other)
    other.press(Action.BACK)
    KEYS.choose(other, "give up")
    KEYS.choose(other, "go")
    KEYS.choose(other, "title")
    chosen(one)
    chosen(other)
    assert questions(one) == questions(other)


def pilot_answers(pilot: Pilot) -> None:
    KEYS.open(pilot)
    pilot.wait(300)
    pilot.press(OPTIONS[0])
    KEYS.choose(pilot, "next")


def test_the_second_attempt_is_practice_and_not_kept(start: Start) -> None:
    pilot = start()
    chosen(pilot)
    assert pilot.sees("This attempt counts.")
    first = questions(pilot)
    kept = pilot.parts.scores.runs()
    KEYS.choose(pilot, "again")
    assert pilot.sees("Practice: it does not count again.")
    assert questions(pilot) == first
    assert pilot.sees("Practice: the first attempt of the day is the one that counts.")
    assert [spot.id for spot in pilot.spots()] == ["review", "again", "title"]
    assert pilot.parts.scores.runs() == kept


def test_the_modes_say_that_it_is_done_and_for_how_much(start: Start) -> None:
    pilot = start()
    assert any("NOT DONE YET" in line for line in on_the_modes(pilot))
    pilot.press(Action.BACK)
    chosen(pilot)
    questions(pilot)
    take = pilot.parts.scores.runs()[0].run.take
    KEYS.choose(pilot, "title")
    assert any(
        f"TODAY DONE: ${take:,}. AGAIN IS PRACTICE, NOT RANKED" in line for line in on_the_modes(pilot)
    )


def test_an_attempt_that_was_called_off_was_the_attempt(start: Start) -> None:
    pilot = start()
    chosen(pilot)
    KEYS.choose(pilot, "begin")
    pilot.show.close()
    again = start()
    chosen(again)
    assert again.sees("Practice")


def test_one_that_was_killed_was_the_attempt_and_the_player_is_told(start: Start, bank: MemoryBank) -> None:
    chosen(killed := start())
    KEYS.choose(killed, "begin")
    pilot_answers(killed)  # and now the power goes: nothing is closed, nothing is saved
    run = killed.parts.scores.runs()[0].run
    assert (run.ended, run.asked) == (Ending.ABANDONED, 0)
    assert verify(run, bank).verdict is Verdict.CHECKED
    again = start()
    assert any("TODAY CALLED OFF. AGAIN IS PRACTICE" in line for line in on_the_modes(again))
    KEYS.choose(again, THE_DAILY_JOB.id)
    assert again.sees("It was begun at 12:00 and cut off. Practice: that one counts.")
    questions(again)
    assert [saved.run for saved in again.parts.scores.runs()] == [run]


def test_what_was_kept_of_the_beginning_goes_when_the_end_is_kept(start: Start) -> None:
    pilot = start()
    chosen(pilot)
    KEYS.choose(pilot, "begin")
    [begun] = pilot.parts.scores.runs()
    for _ in range(3):
        pilot_answers(pilot)
    pilot.show.close()
    [ended] = pilot.parts.scores.runs()
    assert (ended.run_id, ended.run.ended, ended.run.asked) == (begun.run_id, Ending.ABANDONED, 3)
    again = start()
    chosen(again)
    assert again.sees("Practice: it does not count again.")


def test_where_nothing_can_be_written_the_job_is_played_all_the_same(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Scores, run: object) -> int:
        raise NotSaved("Scores will not be kept: the disk is full.")

    pilot = start()
    chosen(pilot)
    with monkeypatch.context() as patch:
        patch.setattr(Scores, "add", refuse)
        KEYS.choose(pilot, "begin")
    while pilot.at == "QuestionScene":
        pilot_answers(pilot)
    assert "Scores will not be kept: the disk is full." in pilot.parts.notices()
    assert [saved.run.ended for saved in pilot.parts.scores.runs()] == [Ending.CLEAR]


def test_one_given_up_on_its_card_was_none(start: Start) -> None:
    pilot = start()
    chosen(pilot)
    pilot.show.close()
    again = start()
    chosen(again)
    assert again.sees("This attempt counts.")


def test_midnight_in_the_middle_changes_nothing(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    at(pilot, NIGHT)
    chosen(pilot)
    KEYS.choose(pilot, "begin")
    pilot.press(Action.PAUSE)
    pilot.wait(120_000)
    pilot.press(Action.PAUSE)
    while pilot.at == "QuestionScene":
        pilot_answers(pilot)
    run = pilot.parts.scores.runs()[0].run
    assert run.seed == "daily/2026-11-20"
    assert (run.started[:10], run.finished[:10]) == ("2026-11-20", "2026-11-21")
    assert verify(run, bank).verdict is Verdict.CHECKED


def test_after_midnight_another_attempt_counts(start: Start) -> None:
    pilot = start()
    at(pilot, NIGHT)
    chosen(pilot)
    questions(pilot)
    at(pilot, "2026-11-21T00:10:00-08:00")
    KEYS.choose(pilot, "again")
    assert pilot.sees("The job of 21 Nov 2026. This attempt counts.")
    questions(pilot)
    assert [saved.run.seed for saved in pilot.parts.scores.runs()] == [
        "daily/2026-11-20",
        "daily/2026-11-21",
    ]


def test_a_clock_that_was_set_back_is_told_and_that_days_job_is_played(start: Start) -> None:
    pilot = start()
    at(pilot, NIGHT)
    chosen(pilot)
    questions(pilot)
    KEYS.choose(pilot, "title")
    at(pilot, "2026-11-18T12:00:00-08:00")
    told = "The calendar has gone back: you have played on 20 Nov 2026, and this is the job of 18 Nov 2026."
    assert any(told.upper() in line for line in on_the_modes(pilot))
    KEYS.choose(pilot, THE_DAILY_JOB.id)
    assert pilot.sees(f"{told} This attempt counts.")
    questions(pilot)
    assert [saved.run.seed for saved in pilot.parts.scores.runs()][-1] == "daily/2026-11-18"


@pytest.mark.parametrize("moment", ["2026-03-08T01:59:59-08:00", "2026-11-01T01:30:00-07:00"])
def test_a_day_on_which_the_clocks_change_has_one_job(moment: str, start: Start, bank: MemoryBank) -> None:
    pilot = start()
    at(pilot, moment)
    chosen(pilot)
    questions(pilot)
    assert verify(pilot.parts.scores.runs()[0].run, bank).verdict is Verdict.CHECKED
    at(pilot, moment[:11] + "23:00:00" + ("-07:00" if "03-08" in moment else "-08:00"))
    KEYS.choose(pilot, "again")
    assert pilot.sees("Practice")
