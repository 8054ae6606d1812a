"""The settings in their groups: headings, the way of the focus through them, a list that scrolls, a voice."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame import choices
from quizgame.screen.grouped import Grouped
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Action, Page, Press, Scroll
from quizgame.screen.scenes.settings import DONE, SettingsScene
from quizgame.screen.scrolling import Scroller
from quizgame.store.settings import Settings
from tests.screen import looks
from tests.screen.survey import faults, surveyed

HEADS = ["SOUND", "PICTURE", "GAME"]
OPTIONS = choices.options(Settings())
AREA = Rect(60, 100, 800, 300)
GROUPS = st.lists(st.sampled_from(["", "a", "b"]), min_size=1, max_size=30).map(tuple)
LISTS = st.builds(Grouped, st.just(AREA), st.floats(20, 120), st.floats(0, 12), st.floats(10, 60), GROUPS)
SIZES = [(1280, 720), (1920, 1080), (1024, 768), (640, 360), (600, 1000)]


def scene() -> SettingsScene:
    return SettingsScene(lambda: OPTIONS, lambda id, index: None)


def heads(scene: SettingsScene, page: Page) -> list[str]:
    return [line for line in surveyed(scene, page).lines if line in HEADS]


def test_every_setting_has_a_group_and_each_group_stands_together() -> None:
    groups = [option.group for option in OPTIONS]
    assert all(groups)
    assert sorted(set(groups), key=groups.index) == [head.capitalize() for head in HEADS]
    assert sum(one != other for one, other in pairwise(groups)) == len(HEADS) - 1


def test_all_headings_are_in_sight_at_first_where_there_is_room() -> None:
    assert heads(scene(), looks.page((1280, 720))) == HEADS


@pytest.mark.parametrize("text", [100, 150, 200])
@pytest.mark.parametrize("size", SIZES)
def test_the_focus_passes_every_row_in_order_and_is_in_sight_with_its_heading(
    size: tuple[int, int], text: int
) -> None:
    shown, page = scene(), looks.page(size, text)
    passed = []
    for action in (Action.DOWN, Action.UP):
        for _ in range(len(OPTIONS) + 1):
            focused = next(spot for spot in shown.spots(page) if spot.id == shown.focused(page))
            assert focused.seen
            assert faults(shown, page) == []
            passed.append(focused.id)
            first = next((option for option in OPTIONS if option.group == group_of(focused.id)), None)
            if first and first.id == focused.id:
                assert first.group.upper() in heads(shown, page)
            shown.handle(Press(action), page)
    there = [*(option.id for option in OPTIONS), DONE]
    assert passed == [*there, there[0], *there[:0:-1]]


def group_of(id: str) -> str:
    return next((option.group for option in OPTIONS if option.id == id), "")


def test_the_wheel_brings_every_heading_into_sight_with_large_text() -> None:
    shown, page = scene(), looks.page((1280, 720), 200)
    seen = set(heads(shown, page))
    for _ in range(len(OPTIONS)):
        shown.handle(Scroll(-1), page)
        seen |= set(heads(shown, page))
    assert seen == set(HEADS)


def test_a_voice_names_a_group_once() -> None:
    shown, page = scene(), looks.page((1280, 720))
    said = [shown.spoken(page)]
    for _ in OPTIONS:
        shown.handle(Press(Action.DOWN), page)
        said.append(shown.spoken(page))
    for head in HEADS:
        assert sum(f" {head.capitalize()}. " in each for each in said) == 1
    assert said[0].startswith("Settings. Sound. Music: 60 %.")
    shown.handle(Press(Action.UP), page)
    shown.handle(Press(Action.UP), page)
    assert " Game. " not in shown.spoken(page)
    assert " Game. " in shown.spoken(page, asked=True)


def test_a_voice_does_not_name_the_group_again_for_each_step_of_a_value() -> None:
    volume = [12]

    def change(id: str, index: int) -> None:
        volume[0] = index

    shown = SettingsScene(lambda: choices.options(Settings(music=volume[0] * choices.STEP)), change)
    page = looks.page((1280, 720))
    assert shown.spoken(page).startswith("Settings. Sound. Music: 60 %.")
    shown.handle(Press(Action.RIGHT), page)
    assert shown.spoken(page).startswith("Settings. Music: 65 %.")


@given(LISTS, st.lists(st.integers(-9, 9), max_size=6), st.data())
def test_rows_of_a_grouped_list_are_found_and_never_overlap(
    column: Grouped, turns: list[int], data: st.DataObject
) -> None:
    scroller = Scroller()
    for steps in turns:
        column.turn(scroller, steps)
    column.follow(scroller, data.draw(st.integers(0, len(column.groups) - 1)))
    things = [*column.rows(scroller), *(place for _, place in column.heads(scroller))]
    things.sort(key=lambda rect: rect.y)
    assert all(one.bottom <= other.y + 1e-6 for one, other in pairwise(things))
    assert things[-1].bottom >= min(AREA.bottom, AREA.y + column.length) - 1e-6


@given(LISTS, st.data())
def test_the_first_row_of_a_group_comes_into_sight_with_its_name(
    column: Grouped, data: st.DataObject
) -> None:
    scroller, number = Scroller(), data.draw(st.integers(0, len(column.groups) - 1))
    column.follow(scroller, number)
    assert column.shows(column.rows(scroller)[number])
    begins = number == 0 or column.groups[number - 1] != column.groups[number]
    if column.groups[number] and begins and column.head + column.height <= AREA.h:
        row = column.rows(scroller)[number]
        assert any(place.bottom == pytest.approx(row.y) for _, place in column.heads(scroller))
