"""Flagging a question at its reveal: by keys, mouse and pad; kept at once, and the run is as it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizgame.quiz.report import WORDS, Reason
from quizgame.screen.flag import flag_rect
from quizgame.screen.scene import OPTIONS, Action
from quizgame.screen.scenes.report import TAKE_OFF, ReportScene
from quizgame.store import reports
from quizgame.store.paths import Places
from quizgame.store.seen import Seen
from tests.pilot import Pilot
from tests.screen.hands import Hand, Keys, Mouse, Pad
from tests.screen.ways import answered

Start = Callable[..., Pilot]
NOTED = "Noted. “quizgame reports” prints it."

by_every_device = pytest.mark.parametrize("hand", [Keys(), Mouse(), Pad()], ids=["keys", "mouse", "pad"])


def opened(pilot: Pilot, hand: Hand) -> None:
    """From the reveal to the reasons."""
    assert pilot.at == "RevealScene"
    if isinstance(hand, Mouse):
        pilot.click_at(*flag_rect(pilot.page()).middle)
    else:
        pilot.press(Action.FLAG)
    assert pilot.at == "ReportScene"


def flagged(pilot: Pilot, hand: Hand, reason: str) -> None:
    opened(pilot, hand)
    hand.choose(pilot, reason)
    assert pilot.at == "RevealScene"


@by_every_device
def test_each_device_can_flag_a_question_and_go_on(hand: Hand, start: Start, places: Places) -> None:
    pilot = start()
    answered(pilot)
    pilot.device = hand.device
    flagged(pilot, hand, Reason.UNCLEAR)
    assert {NOTED, "FLAGGED"} <= set(pilot.survey().lines)
    [kept] = reports.load(places).reports
    assert kept.reason is Reason.UNCLEAR
    assert pilot.sees(kept.text)
    assert kept.game == pilot.parts.world.version
    hand.choose(pilot, "next")
    assert pilot.at == "QuestionScene"


@pytest.mark.parametrize(("option", "reason"), list(zip(OPTIONS, Reason, strict=False)))
def test_a_digit_chooses_its_reason(option: Action, reason: Reason, start: Start, places: Places) -> None:
    pilot = start()
    answered(pilot)
    opened(pilot, Keys())
    assert pilot.sees(WORDS[reason])
    pilot.press(option)
    assert [kept.reason for kept in reports.load(places).reports] == [reason]


@pytest.mark.parametrize("way", [Action.BACK, Action.FLAG, Action.OPTION_6])
def test_leaving_the_reasons_reports_nothing(way: Action, start: Start, places: Places) -> None:
    pilot = start()
    answered(pilot)
    opened(pilot, Keys())
    pilot.press(way)
    if way is Action.OPTION_6:  # there is no sixth reason
        assert pilot.at == "ReportScene"
        pilot.click("Back")
    assert pilot.at == "RevealScene"
    assert not pilot.sees(NOTED)
    assert not places.reports.exists()


def test_enter_goes_on_at_once_whatever_the_pointer_is_over(start: Start) -> None:
    pilot = start()
    answered(pilot)
    opened(pilot, Mouse())
    pilot.press(Action.BACK, Action.ACCEPT)
    assert pilot.at == "QuestionScene"


@by_every_device
def test_another_reason_replaces_the_first_and_the_flag_comes_off(
    hand: Hand, start: Start, places: Places
) -> None:
    pilot = start()
    answered(pilot)
    flagged(pilot, Keys(), Reason.WRONG)
    flagged(pilot, hand, Reason.TYPO)
    assert [kept.reason for kept in reports.load(places).reports] == [Reason.TYPO]
    flagged(pilot, hand, TAKE_OFF)
    assert reports.load(places).reports == ()
    assert pilot.sees("The flag is off again.")
    assert "FLAGGED" not in pilot.survey().lines


@pytest.fixture
def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that was asked is remembered: the same seed deals the same run again."""
    monkeypatch.setattr(Seen, "seen", lambda self, player: {})


@pytest.mark.usefixtures("forgetful")
def test_a_question_that_was_flagged_once_shows_it_in_the_next_run(start: Start) -> None:
    first = start(seed="same")
    answered(first)
    flagged(first, Keys(), Reason.TYPO)
    first.show.close()
    second = start(seed="same")
    answered(second)
    assert "FLAGGED" in second.survey().lines
    opened(second, Keys())
    assert second.sees("Take the flag off")
    assert isinstance(second.scene, ReportScene)
    assert second.scene.focused(second.page()) == Reason.TYPO


@pytest.mark.usefixtures("forgetful")
def test_a_flag_leaves_the_run_as_it_was(start: Start) -> None:
    logs = []
    for flags in (False, True):
        pilot = start()
        answered(pilot)
        if flags:
            flagged(pilot, Keys(), Reason.WRONG)
        pilot.show.close()
        logs.append([(saved.run.log, saved.run.take) for saved in pilot.parts.scores.runs()][-1])
    assert logs[0] == logs[1]


def test_the_verdict_is_heard_once(start: Start) -> None:
    pilot = start()
    answered(pilot)
    pilot.scene.sounds()
    flagged(pilot, Keys(), Reason.WRONG)
    assert not {"right", "wrong"} & set(pilot.scene.sounds())


def test_where_nothing_can_be_kept_one_sentence_says_so_and_the_game_goes_on(
    start: Start, places: Places
) -> None:
    places.data.parent.mkdir(parents=True, exist_ok=True)
    places.data.write_text("a file where the folder should be")
    pilot = start()
    answered(pilot)
    flagged(pilot, Keys(), Reason.WRONG)
    assert pilot.sees("The report is not kept: its folder cannot be made.")
    assert "FLAGGED" not in pilot.survey().lines
    pilot.press(Action.ACCEPT)
    assert pilot.at == "QuestionScene"


def test_the_hints_name_the_flag_for_the_device_in_use(start: Start) -> None:
    pilot = start()
    answered(pilot)
    for hand, cap in ((Keys(), "F"), (Pad(), "Y"), (Mouse(), "click the flag")):
        pilot.device = hand.device
        lines = pilot.survey().lines
        assert lines[lines.index("flag it") - 1] == cap


def test_giving_up_from_the_menu_of_a_flagged_reveal_ends_the_run(start: Start) -> None:
    pilot = start()
    answered(pilot)
    flagged(pilot, Keys(), Reason.WRONG)
    pilot.press(Action.BACK)
    Keys().choose(pilot, "give up")
    Keys().choose(pilot, "go")
    assert pilot.at in ("TitleScene", "ModesScene")
