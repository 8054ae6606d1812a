"""Rectangles and how they are divided: nothing leaves what it was cut from, at any size of window."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from quizgame.screen.layout import HEIGHT, WIDTH, Rect, scale_of, stack, stage_of
from quizgame.screen.menu import column

SIDES = st.floats(0, 4_000, allow_nan=False)
RECTS = st.builds(Rect, st.floats(-500, 500), st.floats(-500, 500), SIDES, SIDES)
AMOUNTS = st.floats(0, 5_000, allow_nan=False)
COUNTS = st.integers(1, 12)
PIXELS = st.tuples(st.integers(1, 7_680), st.integers(1, 4_320))
NEAR = 1e-6


def inside(inner: Rect, outer: Rect) -> bool:
    return (
        inner.x >= outer.x - NEAR
        and inner.y >= outer.y - NEAR
        and inner.right <= outer.right + NEAR
        and inner.bottom <= outer.bottom + NEAR
    )


@given(RECTS, AMOUNTS)
def test_every_cut_stays_inside(rect: Rect, amount: float) -> None:
    for cut in (rect.top, rect.below, rect.foot, rect.above, rect.left, rect.after, rect.end):
        piece = cut(amount)
        assert piece.w >= 0
        assert piece.h >= 0
    for piece in (rect.top(amount), rect.foot(amount), rect.left(amount), rect.end(amount)):
        assert inside(piece, rect)


@given(RECTS, AMOUNTS)
def test_a_cut_and_its_rest_are_the_whole(rect: Rect, amount: float) -> None:
    assert abs(rect.top(amount).h + rect.below(amount).h - rect.h) < NEAR
    assert abs(rect.foot(amount).h + rect.above(amount).h - rect.h) < NEAR
    assert abs(rect.left(amount).w + rect.after(amount).w - rect.w) < NEAR


@given(RECTS, AMOUNTS, AMOUNTS)
def test_what_is_centred_is_inside_and_in_the_middle(rect: Rect, w: float, h: float) -> None:
    piece = rect.centred(w, h)
    assert inside(piece, rect)
    assert abs(piece.middle[0] - rect.middle[0]) < NEAR
    assert abs(piece.middle[1] - rect.middle[1]) < NEAR


@given(st.builds(Rect, st.just(0.0), st.just(0.0), st.floats(300, 4_000), st.floats(300, 4_000)), COUNTS)
def test_rows_and_columns_stay_inside_and_apart(rect: Rect, count: int) -> None:
    for cells in (rect.rows(count), rect.columns(count)):
        assert len(cells) == count
        assert all(inside(cell, rect) for cell in cells)
    assert all(a.bottom < b.y for a, b in pairwise(rect.rows(count)))
    assert all(a.right < b.x for a, b in pairwise(rect.columns(count)))


@given(RECTS, COUNTS, st.floats(1, 200))
def test_a_column_of_buttons_stays_in_its_room(rect: Rect, count: int, height: float) -> None:
    places = column(rect, ["id"] * count, height)
    assert len(places) == count
    assert all(inside(place, rect) and place.h <= height + NEAR for place in places)


@given(RECTS, st.lists(st.floats(0, 300), min_size=1, max_size=8))
def test_a_stack_keeps_its_heights_and_order(rect: Rect, heights: list[float]) -> None:
    places = stack(rect, heights)
    assert [place.h for place in places] == heights
    assert all(a.bottom <= b.y for a, b in pairwise(places))


@given(PIXELS)
def test_the_stage_is_the_whole_window_at_any_size(size: tuple[int, int]) -> None:
    stage, scale = stage_of(*size), scale_of(*size)
    assert scale > 0
    assert abs(stage.w * scale - size[0]) < 1e-3
    assert abs(stage.h * scale - size[1]) < 1e-3


@given(PIXELS)
def test_there_is_never_less_room_than_the_smallest_layout_needs(size: tuple[int, int]) -> None:
    stage = stage_of(*size)
    assert stage.w >= 1_066
    assert stage.h >= 600


@given(PIXELS, st.floats(1, 4))
def test_a_larger_window_never_has_smaller_words(size: tuple[int, int], times: float) -> None:
    larger = (round(size[0] * times), round(size[1] * times))
    assert scale_of(*larger) >= scale_of(*size) - NEAR


def test_the_design_size_is_its_own_measure() -> None:
    assert scale_of(WIDTH, HEIGHT) == 1
    assert stage_of(WIDTH, HEIGHT) == Rect(0, 0, WIDTH, HEIGHT)
