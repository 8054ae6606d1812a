"""The statistics on the screen: every picture can be seen in any window, and none needs its colour."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from quizgame.quiz.bank import MemoryBank
from quizgame.screen.canvas import PlainRuler
from quizgame.screen.charts import DAYS_LEGEND, MONTHS, in_short
from quizgame.screen.layout import stage_of
from quizgame.screen.scene import Action, Click, Page, Press
from quizgame.screen.scenes.statistics import TITLES, StatisticsScene
from quizgame.screen.theme import theme_of
from tests.gallery_beside import figures
from tests.pilot import Pilot
from tests.screen.hands import Hand, Keys, Mouse, Pad
from tests.screen.match import Plan, play
from tests.screen.survey import faults, surveyed

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


def test_it_is_said_which_of_the_pictures_is_shown() -> None:
    scene, looks = StatisticsScene(figures()), page((640, 360), 100)
    for number in range(1, 5):
        assert f"{number} OF 4" in surveyed(scene, looks).lines
        scene.handle(Press(Action.RIGHT), looks)
    assert "1 OF 4" not in surveyed(scene, page((1280, 720), 100)).lines


def test_the_line_of_takes_has_amounts_at_its_side() -> None:
    lines = surveyed(StatisticsScene(figures()), page((1280, 720), 100)).lines
    assert {"$0", "$1.8M", "$3.7M"} <= set(lines)


@pytest.mark.parametrize(
    ("amount", "short"),
    [(0, "$0"), (900, "$900"), (1_400, "$1k"), (850_300, "$850k"), (12_451_300, "$12.5M")],
)
def test_amounts_in_short(amount: int, short: str) -> None:
    assert in_short(amount) == short


def test_days_stand_below_the_names_of_their_months() -> None:
    lines = surveyed(StatisticsScene(figures()), page((1280, 720), 100)).lines
    months = [line for line in lines if line in MONTHS]
    assert months == ["Jun", "Jul", "Aug", "Sep", "Oct", "Nov"]
    assert DAYS_LEGEND in lines


@pytest.mark.parametrize("today", [date(2024, 2, 29), date(2026, 1, 1), date(2026, 12, 31)])
@pytest.mark.parametrize(("size", "text"), [*NARROW, ((1280, 720), 100), ((3840, 2160), 100)])
def test_no_month_stands_on_another(today: date, size: tuple[int, int], text: int) -> None:
    scene, looks = StatisticsScene(replace(figures(), today=today)), page(size, text)
    for _ in TITLES:
        assert faults(scene, looks) == []
        scene.handle(Press(Action.RIGHT), looks)


def test_one_run_is_told_where_it_is_not_a_line_yet() -> None:
    one = replace(figures(), takes=figures().takes[:1])
    lines = surveyed(StatisticsScene(one), page((1280, 720), 100)).lines
    assert "$900,000 on 1 Nov 2026. The next run makes it a line." in lines


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
