"""The curves of movements: they begin and end where they should, and never turn back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.screen.ease import counted, ease_in, ease_in_out, ease_out, progress, settle

SHARES = st.floats(0, 1)
MONEY = st.integers(-50_000_000, 50_000_000)


@pytest.mark.parametrize("curve", [ease_in, ease_out, ease_in_out, settle])
def test_a_curve_begins_at_nothing_and_ends_exactly_at_the_whole(curve: Callable[[float], float]) -> None:
    assert curve(0) == pytest.approx(0)
    assert curve(1) == 1


@pytest.mark.parametrize("curve", [ease_in, ease_out, ease_in_out])
@given(first=SHARES, second=SHARES)
@settings(max_examples=60)
def test_a_curve_never_turns_back(curve: Callable[[float], float], first: float, second: float) -> None:
    low, high = sorted((first, second))
    assert 0 <= curve(low) <= curve(high) + 1e-12 <= 1 + 1e-9


def test_a_needle_goes_a_little_too_far_and_comes_back() -> None:
    way = [settle(step / 100) for step in range(101)]
    assert 1.01 < max(way) <= 1.06
    assert min(way) >= -1e-9


@given(start=MONEY, end=MONEY, first=SHARES, second=SHARES)
@settings(max_examples=100)
def test_counting_is_exact_at_both_ends_and_never_turns_back(
    start: int, end: int, first: float, second: float
) -> None:
    assert counted(start, end, 0) == start
    assert counted(start, end, 1) == end
    low, high = sorted((first, second))
    way = [start, counted(start, end, low), counted(start, end, high), end]
    assert way == sorted(way, reverse=end < start)


@given(now=st.integers(-1000, 1000), since=st.integers(-1000, 1000), length=st.integers(0, 1000))
@settings(max_examples=60)
def test_progress_stays_between_nothing_and_the_whole(now: int, since: int, length: int) -> None:
    share = progress(now, since, length)
    assert 0 <= share <= 1
    if now >= since + length:
        assert share == 1
