"""The pulse of the last ten seconds: one beat a second, each its own, and none twice."""

from __future__ import annotations

import pytest

from quizgame.screen.countdown import Countdown


def beats(*left_ms: int | None) -> list[str]:
    countdown = Countdown()
    return [beat for beat in map(countdown.due, left_ms) if beat]


@pytest.mark.parametrize("step", [7, 16, 100, 250])
def test_ten_beats_at_any_frame_rate(step: int) -> None:
    assert beats(*range(30_000, -1, -step)) == [f"pulse_{second}" for second in range(10, 0, -1)]


def test_none_without_a_clock_and_none_once_it_is_over() -> None:
    assert beats(None, 0, -20, None) == []


def test_who_comes_in_the_middle_of_a_second_waits_for_the_next() -> None:
    assert beats(6_400, 6_100, 5_990) == ["pulse_6"]


def test_seconds_won_are_counted_down_again() -> None:
    assert beats(11_000, 9_980, 12_900, 10_000) == ["pulse_10", "pulse_10"]
