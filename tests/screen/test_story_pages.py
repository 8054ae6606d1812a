"""The pages around a run: the title's menu, settings that take effect, what is said when content fails."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizgame.content.problems import Problem, Severity
from quizgame.quiz.bank import MemoryBank
from quizgame.screen.scene import Action, Click
from quizgame.store import settings as settings_file
from quizgame.store.paths import Places
from tests.pilot import Clock, Given, Pilot, parts_of
from tests.screen.hands import Hand, Keys, Mouse, Pad
from tests.screen.match import Plan, play

Start = Callable[..., Pilot]
by_every_device = pytest.mark.parametrize("hand", [Keys(), Mouse(), Pad()], ids=["keys", "mouse", "pad"])

TYPO = Problem(
    "questions/my-heist.yaml", 12, 7, "unknown-key", "unknown key 'anwser'", "did you mean 'answer'?"
)
LOST = Problem("questions/lost.yaml", 0, 0, "unreadable", "this file cannot be read", "see who may read it")
HINT = Problem("questions/x.yaml", 3, 1, "no-source", "there is no source", "name one", Severity.WARNING)


@by_every_device
@pytest.mark.parametrize(
    ("id", "scene", "words"),
    [
        ("scores", "ScoresScene", "HIGH SCORES"),
        ("credits", "CreditsScene", "The book of everything"),
        ("problems", "ProblemsScene", "questions/my-heist.yaml:12:7"),
    ],
)
def test_every_page_can_be_opened_read_and_left(
    hand: Hand, id: str, scene: str, words: str, start: Start, bank: MemoryBank
) -> None:
    pilot = start(Given(bank, [TYPO]))
    pilot.size = (1280, 4000)
    hand.choose(pilot, id)
    assert pilot.at == scene
    assert pilot.sees(words)
    hand.leave(pilot)
    assert pilot.at == "TitleScene"


@by_every_device
def test_quit_ends_the_game(hand: Hand, start: Start) -> None:
    pilot = start()
    hand.choose(pilot, "quit")
    assert pilot.at == ""


def test_escape_on_the_title_only_points_to_quit(start: Start) -> None:
    pilot = start()
    pilot.press(Action.BACK, Action.BACK)
    assert pilot.at == "TitleScene"
    pilot.press(Action.ACCEPT)
    assert pilot.at == ""


def test_problems_are_offered_only_where_there_are_some(start: Start, bank: MemoryBank) -> None:
    assert "problems" not in [spot.id for spot in start().spots()]
    pilot = start(Given(bank, [TYPO, LOST, HINT]))
    assert pilot.sees("(3)")


@pytest.mark.parametrize("problems", [(), (TYPO,)])
def test_quit_is_the_last_thing_on_the_title(
    problems: tuple[Problem, ...], start: Start, bank: MemoryBank
) -> None:
    assert [spot.id for spot in start(Given(bank, problems)).spots()][-1] == "quit"


def test_the_problems_page_says_where_and_what_and_what_to_do(start: Start, bank: MemoryBank) -> None:
    pilot = start(Given(bank, [TYPO, LOST]))
    Keys().choose(pilot, "problems")
    lines = set(pilot.survey().lines)
    assert {"questions/my-heist.yaml:12:7", TYPO.what, TYPO.help} <= lines
    assert {"questions/lost.yaml", LOST.what, LOST.help} <= lines


def test_an_empty_bank_says_so_instead_of_playing(start: Start) -> None:
    pilot = start(Given(MemoryBank([])))
    Keys().choose(pilot, "play")
    Keys().choose(pilot, "the-score")
    assert pilot.at == "MessageScene"
    assert pilot.sees("not one question")
    pilot.press(Action.ACCEPT)
    assert pilot.at in ("TitleScene", "ModesScene")


def test_content_that_cannot_be_read_is_told_on_the_title_and_in_the_way(start: Start) -> None:
    why = "The questions could not be read: no such folder."
    pilot = start(Given(None, failure=why))
    assert pilot.sees(why)
    Keys().choose(pilot, "play")
    Keys().choose(pilot, "the-score")
    assert pilot.sees(why)
    pilot.press(Action.BACK)
    assert pilot.at in ("TitleScene", "ModesScene")


def test_questions_that_are_still_being_read_are_waited_for(start: Start, bank: MemoryBank) -> None:
    content = Given(bank, ready=False)
    pilot = start(content)
    Keys().choose(pilot, "play")
    Keys().choose(pilot, "the-score")
    pilot.wait(5_000)
    assert pilot.at == "LoadingScene"
    content.is_ready = True
    pilot.wait(50)
    assert pilot.at == "RoundCard"


def test_who_does_not_want_to_wait_can_leave(start: Start, bank: MemoryBank) -> None:
    pilot = start(Given(bank, ready=False))
    Keys().choose(pilot, "play")
    Keys().choose(pilot, "the-score")
    pilot.press(Action.BACK)
    assert pilot.at in ("TitleScene", "ModesScene")


def changed(pilot: Pilot, hand: Hand, id: str) -> None:
    """Step a setting to its next value and leave."""
    hand.choose(pilot, "settings")
    hand.choose(pilot, id)
    pilot.press(Action.BACK)


@by_every_device
@pytest.mark.parametrize(
    ("id", "value"),
    [
        ("text_size", 125),
        ("high_contrast", True),
        ("reduced_motion", True),
        ("full_screen", True),
        ("clock", "x2"),
        ("heat_assist", True),
        ("spoilers", False),
        ("muted", True),
    ],
)
def test_every_setting_takes_effect_and_outlives_the_game(
    hand: Hand, id: str, value: object, start: Start, places: Places
) -> None:
    pilot = start()
    pilot.size = (1280, 1200)
    changed(pilot, hand, id)
    assert getattr(pilot.parts.settings, id) == value
    assert getattr(settings_file.load(places)[0], id) == value


def test_volumes_are_turned_by_arrows_and_set_by_a_click(start: Start) -> None:
    pilot = start()
    Keys().choose(pilot, "settings")
    pilot.press(Action.LEFT, Action.LEFT)
    assert pilot.parts.settings.music == 50
    music = next(spot for spot in pilot.spots() if spot.id == "music").rect
    pilot.do(Click(music.x + music.w * 0.95, music.middle[1]))
    assert pilot.parts.settings.music == 100
    pilot.do(Click(music.x + music.w * 0.53, music.middle[1]))
    assert pilot.parts.settings.music <= 5
    for _ in range(5):
        pilot.press(Action.LEFT)
    assert pilot.parts.settings.music == 0


def test_settings_that_cannot_be_saved_are_told(start: Start, places: Places) -> None:
    places.data.parent.mkdir(parents=True, exist_ok=True)
    places.data.write_text("a file where the folder should be")
    pilot = start()
    changed(pilot, Keys(), "high_contrast")
    assert pilot.parts.settings.high_contrast
    assert pilot.sees("settings are not saved")


def test_a_broken_settings_file_is_told_on_the_title(places: Places, bank: MemoryBank) -> None:
    places.data.mkdir(parents=True)
    places.settings.write_text("{")
    clock = Clock()
    assert Pilot(parts_of(places, Given(bank), clock), clock).sees("settings file was broken")


def test_a_run_with_an_assist_stands_on_a_table_of_its_own(start: Start, bank: MemoryBank) -> None:
    pilot = start()
    changed(pilot, Keys(), "clock")
    Keys().choose(pilot, "play")
    assert pilot.sees("CLOCK X2: A TABLE OF ITS OWN")
    pilot.press(Action.BACK)
    play(pilot, Keys(), bank, Plan(walk_after=1))
    assert pilot.sees("clock x2")
    assert pilot.parts.scores.table("the-score", "") == []
    assert len(pilot.parts.scores.table("the-score", "clock x2")) == 1


def test_the_settings_change_in_the_middle_of_a_run(start: Start) -> None:
    pilot = start()
    Keys().choose(pilot, "play")
    Keys().choose(pilot, "the-score")
    Keys().choose(pilot, "begin")
    pilot.press(Action.PAUSE)
    Keys().choose(pilot, "settings")
    Keys().choose(pilot, "text_size")
    pilot.press(Action.BACK, Action.BACK)
    assert pilot.at == "QuestionScene"
    assert pilot.page().theme.text == 1.25
