"""The statistics on the screen: every picture can be seen in any window, and none needs its colour."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from quizgame.quiz.bank import MemoryBank
from quizgame.screen.canvas import PlainRuler
from quizgame.screen.layout import stage_of
from quizgame.screen.scene import Action, Click, Page, Press
from quizgame.screen.scenes.statistics import TITLES, StatisticsScene
from quizgame.screen.theme import theme_of
from tests.gallery_beside import figures
from tests.pilot import Pilot
from tests.screen.hands import Hand, Keys, Mouse, Pad
from tests.screen.match import Plan, play
from tests.screen.survey import surveyed

Start = Callable[..., Pilot]
NARROW = [((640, 360), 100), ((1280, 720), 200), ((600, 1000), 150)]


def page(size: tuple[int, int], text: int) -> Page:
    return Page(stage_of(*size), theme_of(text, False, False), PlainRuler())


def titles(scene: StatisticsScene, page: Page) -> list[str]:
    lines = surveyed(scene, page).lines
    return [title for title in TITLES if any(line.startswith(title) for line in lines)]


def test_a_wide_window_shows_all_pictures_at_once() -> None:
    assert titles(StatisticsScene(figures()), page((1280, 720), 100)) == list(TITLES)


@pytest.mark.parametrize(("size", "text"), NARROW)
@pytest.mark.parametrize(
    "turn", [Press(Action.RIGHT), Press(Action.NEXT), Click(300, 300)], ids=["arrow", "tab", "click"]
)
def test_where_there_is_less_room_they_come_one_after_the_other(
    size: tuple[int, int], text: int, turn: Press | Click
) -> None:
    scene, looks = StatisticsScene(figures()), page(size, text)
    seen = []
    for _ in TITLES:
        seen += titles(scene, looks)
        scene.handle(turn, looks)
    assert seen == list(TITLES)
    assert titles(scene, looks) == [TITLES[0]]


def test_every_bar_says_its_share_in_words() -> None:
    lines = surveyed(StatisticsScene(figures()), page((1280, 720), 100)).lines
    for bar in figures().bars:
        if bar.label:
            assert bar.label in lines
            assert f"{round(100 * bar.right / bar.asked)} %  ·  {bar.right} of {bar.asked}" in lines


@pytest.mark.parametrize("hand", [Keys(), Mouse(), Pad()], ids=["keys", "mouse", "pad"])
def test_a_run_is_counted_and_the_page_can_be_left(hand: Hand, start: Start, bank: MemoryBank) -> None:
    pilot = start()
    play(pilot, Keys(), bank, Plan(wrong=frozenset({1}), walk_after=1))
    Keys().choose(pilot, "title")
    hand.choose(pilot, "statistics")
    while pilot.at == "LoadingScene":
        pilot.wait(50)
    assert pilot.sees("1 run  ·  4 of 5 right, 80 %")
    assert pilot.sees("1 of 1")
    hand.leave(pilot)
    assert pilot.at == "TitleScene"


def test_nobody_who_has_played_nothing_waits_or_sees_a_picture(start: Start) -> None:
    pilot = start()
    Keys().choose(pilot, "statistics")
    while pilot.at == "LoadingScene":
        pilot.wait(50)
    assert pilot.sees("Nothing to count yet")
