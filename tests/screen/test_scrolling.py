"""Rows of a list that is longer than its room: in sight where they should be, and never past the ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizgame.screen.canvas import PlainRuler
from quizgame.screen.layout import Rect, stage_of
from quizgame.screen.scene import Page
from quizgame.screen.scrolling import FADE, STEPS, Column, Scroller, arrows, scroll_marks
from quizgame.screen.theme import Colour, theme_of
from tests.screen.survey import Survey

AREA = Rect(60, 100, 800, 300)
COLUMNS = st.builds(Column, st.just(AREA), st.floats(20, 120), st.floats(0, 12), st.integers(1, 40))
TURNS = st.lists(st.integers(-9, 9), max_size=8)


@given(COLUMNS, TURNS, st.data())
def test_the_row_of_the_focus_is_wholly_in_sight(
    column: Column, turns: list[int], data: st.DataObject
) -> None:
    scroller = Scroller()
    for steps in turns:
        column.turn(scroller, steps)
    number = data.draw(st.integers(0, column.entries - 1))
    column.follow(scroller, number)
    assert column.shows(column.rows(scroller)[number])


@given(COLUMNS, TURNS)
def test_a_list_shows_no_emptiness_while_it_has_rows_to_show(column: Column, turns: list[int]) -> None:
    scroller = Scroller()
    for steps in turns:
        column.turn(scroller, steps)
    first, *_, last = [*column.rows(scroller), column.rows(scroller)[-1]]
    assert first.y <= AREA.y + 1e-6
    assert last.bottom >= min(AREA.bottom, first.y + column.length) - 1e-6


def test_rows_lie_below_one_another_with_a_gap() -> None:
    rows = Column(AREA, 50, 5, 3).rows(Scroller())
    assert [row.y for row in rows] == [100, 155, 210]
    assert {(row.x, row.w, row.h) for row in rows} == {(60, 800, 50)}


def test_a_row_that_is_cut_off_is_not_shown() -> None:
    column = Column(AREA, 100, 0, 5)
    scroller = Scroller()
    scroller.move(50, AREA, column.length)
    assert [column.shows(row) for row in column.rows(scroller)] == [False, True, True, False, False]


def test_a_list_moved_in_a_low_room_starts_at_its_head_in_one_that_holds_it_all() -> None:
    scroller = Scroller()
    Column(AREA.top(100), 50, 5, 5).follow(scroller, 4)
    assert Column(AREA, 50, 5, 5).rows(scroller)[0].y == AREA.y


def marks(offset: float, text: int = 100) -> list[tuple[str, Rect]]:
    page = Page(stage_of(1280, 720), theme_of(text, False, False), PlainRuler())
    canvas = Survey(page)
    scroll_marks(canvas, page, AREA, offset, 600)
    return canvas.shapes


def test_arrows_say_where_a_list_goes_on() -> None:
    told = [[name for name, _ in marks(offset)] for offset in (0, 100, 300)]
    assert told == [["down"], ["up", "down"], ["up"]]


class Strips(Survey):
    """A survey that keeps plain rectangles with their opacity."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.strips: list[tuple[Rect, int]] = []

    def fill(self, rect: Rect, colour: Colour, opacity: int = 255) -> None:
        assert colour == self.page.theme.palette.glass
        self.strips.append((rect, opacity))


def strips(offset: float) -> list[tuple[Rect, int]]:
    canvas = Strips(Page(stage_of(1280, 720), theme_of(100, False, False), PlainRuler()))
    scroll_marks(canvas, canvas.page, AREA, offset, 600)
    return canvas.strips


def test_words_fade_where_they_go_on_and_only_there() -> None:
    for offset, ends in ((0, {"foot"}), (100, {"head", "foot"}), (300, {"head"})):
        found = {"head" if rect.y < AREA.middle[1] else "foot" for rect, _ in strips(offset)}
        assert found == ends
    assert all(AREA.y <= rect.y + 1e-6 and rect.bottom <= AREA.bottom + 1e-6 for rect, _ in strips(100))


def test_they_fade_more_towards_the_edge_and_are_gone_at_it() -> None:
    for offset in (0, 300):
        found = sorted(
            strips(offset), key=lambda strip: min(strip[0].y - AREA.y, AREA.bottom - strip[0].bottom)
        )
        thickness = [opacity for _, opacity in found]
        assert thickness == sorted(thickness, reverse=True)
        assert (thickness[0], len(found)) == (255, STEPS)
        assert sum(rect.h for rect, _ in found) == FADE


def test_whole_rows_do_not_fade() -> None:
    canvas = Strips(Page(stage_of(1280, 720), theme_of(100, False, False), PlainRuler()))
    arrows(canvas, canvas.page, AREA, 100, 600)
    Column(AREA, 50, 5, 40).draw_marks(canvas, canvas.page, Scroller())
    assert canvas.strips == []
    assert [name for name, _ in canvas.shapes] == ["up", "down", "down"]


def test_arrows_grow_with_the_text() -> None:
    assert marks(0, 200)[0][1].h > marks(0)[0][1].h


@given(COLUMNS, st.floats(0, 4000))
def test_the_rows_in_sight_are_those_that_lie_wholly_in_the_area(column: Column, moved: float) -> None:
    scroller = Scroller()
    scroller.move(moved, AREA, column.length)
    shown = [(number, row) for number, row in enumerate(column.rows(scroller)) if column.shows(row)]
    assert column.in_sight(scroller) == shown
