"""The focus: how arrows, Tab, pointer and clicks move it among things to press, and how far lists scroll."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.screen.layout import Rect
from quizgame.screen.scene import Action, Click, Point, Press
from quizgame.screen.scrolling import Scroller
from quizgame.screen.widgets import Chosen, Focus, Spot, Turned

ARROWS = (Action.UP, Action.DOWN, Action.LEFT, Action.RIGHT)
AREA = Rect(0, 0, 400, 200)
CELLS = dict(zip("abcd", [cell for row in AREA.rows(2) for cell in row.columns(2)], strict=True))
SQUARE = [Spot(id, rect) for id, rect in CELLS.items()]  # a b above c d
MENU = [Spot(id, rect) for id, rect in zip("xyz", AREA.rows(3), strict=True)]


def after(focus: Focus, spots: list[Spot], *actions: Action) -> str:
    for action in actions:
        assert focus.handle(Press(action), spots) is None
    return focus.on(spots).id


@pytest.mark.parametrize(
    ("start", "arrow", "end"),
    [
        ("a", Action.RIGHT, "b"),
        ("a", Action.DOWN, "c"),
        ("d", Action.UP, "b"),
        ("d", Action.LEFT, "c"),
    ],
)
def test_arrows_go_where_they_point(start: str, arrow: Action, end: str) -> None:
    assert after(Focus(start), SQUARE, arrow) == end


def test_left_and_right_stay_in_their_row() -> None:
    upper, lower = AREA.rows(2)
    spots = [Spot(f"up {n}", cell) for n, cell in enumerate(upper.columns(2))]
    spots += [Spot(f"low {n}", cell) for n, cell in enumerate(lower.columns(4))]
    focus = Focus("low 0")
    assert [after(focus, spots, Action.RIGHT) for _ in range(4)] == ["low 1", "low 2", "low 3", "low 3"]
    assert after(Focus("up 0"), spots, Action.RIGHT) == "up 1"
    assert after(Focus("up 1"), spots, Action.RIGHT) == "up 1"


def test_up_and_down_come_round_in_the_same_column() -> None:
    assert after(Focus("d"), SQUARE, Action.DOWN) == "b"
    assert after(Focus("a"), SQUARE, Action.UP) == "c"
    assert after(Focus("x"), MENU, Action.UP) == "z"
    assert after(Focus("z"), MENU, Action.DOWN) == "x"


def test_left_and_right_stop_at_the_edge() -> None:
    assert after(Focus("b"), SQUARE, Action.RIGHT) == "b"
    assert after(Focus("y"), MENU, Action.LEFT) == "y"


def test_tab_goes_through_everything_and_round_both_ways() -> None:
    focus = Focus("a")
    assert [after(focus, SQUARE, Action.NEXT) for _ in SQUARE] == ["b", "c", "d", "a"]
    assert [after(focus, SQUARE, Action.PREVIOUS) for _ in SQUARE] == ["d", "c", "b", "a"]


def test_home_and_end_go_to_the_first_and_last() -> None:
    focus = Focus("b")
    assert after(focus, SQUARE, Action.LAST) == "d"
    assert after(focus, SQUARE, Action.FIRST) == "a"


def test_what_is_out_of_order_never_gets_the_focus_nor_a_click() -> None:
    spots = [Spot("a", CELLS["a"]), Spot("b", CELLS["b"], enabled=False), Spot("d", CELLS["d"])]
    focus = Focus("a")
    assert after(focus, spots, Action.NEXT) == "d"
    x, y = CELLS["b"].middle
    assert focus.handle(Click(x, y), spots) is None
    assert focus.handle(Point(x, y), spots) is None
    assert focus.on(spots).id == "d"


def test_where_the_focus_was_has_gone_the_first_has_it() -> None:
    focus = Focus("gone")
    assert focus.on(SQUARE).id == "a"
    assert focus.handle(Press(Action.ACCEPT), SQUARE) == Chosen("a")


def test_with_nothing_to_press_nothing_happens() -> None:
    assert Focus("a").handle(Press(Action.ACCEPT), []) is None
    assert Focus("a").handle(Press(Action.ACCEPT), [Spot("a", AREA, enabled=False)]) is None


def test_a_pointer_beside_everything_leaves_the_focus_where_it_is() -> None:
    focus = Focus("c")
    assert focus.handle(Point(-5, -5), SQUARE) is None
    assert focus.handle(Click(1000, 1000), SQUARE) is None
    assert focus.id == "c"


def test_a_click_chooses_and_tells_where_across() -> None:
    focus = Focus("a")
    rect = CELLS["d"]
    assert focus.handle(Click(rect.x + rect.w / 4, rect.middle[1]), SQUARE) == Chosen("d", 0.25)
    assert focus.id == "d"


def test_a_slider_keeps_left_and_right_for_itself() -> None:
    spots = [Spot("x", MENU[0].rect, slider=True), *MENU[1:]]
    focus = Focus("x")
    assert focus.handle(Press(Action.LEFT), spots) == Turned("x", -1)
    assert focus.handle(Press(Action.RIGHT), spots) == Turned("x", 1)
    assert after(focus, spots, Action.DOWN) == "y"


ROOM = Rect(0, 0, 900, 500)


@st.composite
def grids(draw: st.DrawFn) -> list[Spot]:
    """Rows of things to press, each row of its own number of columns, some out of order."""
    rows = ROOM.rows(draw(st.integers(1, 5)))
    cells = [cell for row in rows for cell in row.columns(draw(st.integers(1, 5)))]
    off = draw(st.sets(st.integers(1, len(cells)), max_size=len(cells) - 1))
    return [Spot(str(n), cell, n not in off) for n, cell in enumerate(cells, 1)]


@st.composite
def tables(draw: st.DrawFn) -> list[Spot]:
    """Four cards, two abreast or one, over four of the crew, with any of them out of order."""
    cards, crew = ROOM.top(400), ROOM.foot(60)
    abreast = draw(st.sampled_from([1, 2]))
    cells = [cell for row in cards.rows(4 // abreast) for cell in row.columns(abreast, 18)]
    off = draw(st.sets(st.integers(1, 8), max_size=7))
    return [Spot(str(n), cell, n not in off) for n, cell in enumerate([*cells, *crew.columns(4)], 1)]


def unreached(spots: list[Spot]) -> set[tuple[str, str]]:
    """Pairs of spots of which arrows do not lead from the first to the second."""
    enabled = {spot.id for spot in spots if spot.enabled}
    steps = {id: {after(Focus(id), spots, arrow) for arrow in ARROWS} for id in enabled}
    return {(id, other) for id in enabled for other in enabled - reached(id, steps)}


def reached(start: str, steps: dict[str, set[str]]) -> set[str]:
    found, line = {start}, [start]
    while line:
        new = steps[line.pop()] - found
        line += new
        found |= new
    return found


@given(st.lists(st.integers(1, 7), min_size=1, max_size=4))
def test_arrows_lead_from_everywhere_to_everything(columns: list[int]) -> None:
    rows = zip(ROOM.rows(len(columns)), columns, strict=True)
    cells = [cell for row, count in rows for cell in row.columns(count)]
    assert unreached([Spot(str(n), cell) for n, cell in enumerate(cells)]) == set()


@given(tables())
def test_arrows_lead_past_what_is_out_of_order(spots: list[Spot]) -> None:
    assert unreached(spots) == set()


@given(grids(), st.lists(st.sampled_from([*ARROWS, Action.NEXT, Action.PREVIOUS, Action.FIRST, Action.LAST])))
def test_the_focus_is_always_on_something_that_can_be_pressed(
    spots: list[Spot], actions: list[Action]
) -> None:
    focus = Focus("nowhere")
    for action in actions:
        focus.handle(Press(action), spots)
        assert focus.on(spots) in [spot for spot in spots if spot.enabled] or not any(
            spot.enabled for spot in spots
        )


LENGTHS = st.floats(1, 5_000, allow_nan=False)


@given(st.lists(st.floats(-3_000, 3_000)), st.floats(10, 800), LENGTHS)
def test_a_list_never_scrolls_past_its_ends(moves: list[float], height: float, length: float) -> None:
    area, scroller = Rect(0, 100, 300, height), Scroller()
    for move in moves:
        scroller.move(move, area, length)
        assert 0 <= scroller.offset <= max(0, length - height)


@given(st.integers(1, 60), st.lists(st.integers(0, 59), min_size=1))
def test_a_list_follows_the_focus_into_sight(rows: int, visits: list[int]) -> None:
    area, scroller = Rect(0, 100, 300, 200), Scroller()
    for visit in visits:
        row = Rect(0, 100 + 30 * min(visit, rows - 1), 300, 30)
        scroller.follow(row, area, 30 * rows)
        shown = row.moved(y=-scroller.offset)
        assert area.y - 1e-6 <= shown.y
        assert shown.bottom <= area.bottom + 1e-6
