"""What many runs say of their player: by topic and level, over time, what is missed, days in a row."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.quiz.run import Answered, Ending, Run
from quizgame.quiz.statistics import Days, Missed, Point, Share, days, statistics

TODAY = date(2026, 11, 20)


def run(
    *answers: Answered, started: str = "2026-11-20T20:00:00+01:00", take: int = 0, ended: str = "clear"
) -> Run:
    return Run(
        "Neil", "the-score", "", "1.0", 1, "bank", "seed", started, started, Ending(ended), take,
        sum(answer.right for answer in answers), len(answers), 0, "", "", answers,
    )  # fmt: skip


def answer(id: str, right: bool, topic: str = "cast", level: int = 1, ms: int = 4_000) -> Answered:
    return Answered(id, topic, level, "x", right, ms)


def test_nothing_played_is_nothing() -> None:
    found = statistics([], TODAY)
    assert (found.runs, found.all, found.topics, found.missed) == (0, Share(0, 0), (), ())
    assert (found.all.percent, found.answer_ms, found.days) == (0, 0, Days(0, 0, 0))


def test_right_answers_are_counted_by_topic_and_by_level() -> None:
    found = statistics(
        [
            run(answer("a", True), answer("b", False, "quotes", 3, 10_000)),
            run(answer("c", True, "quotes", 2), answer("d", True, "cast", 3, 2_000)),
        ],
        TODAY,
    )
    assert found.topics == (("cast", Share(2, 2)), ("quotes", Share(1, 2)))
    assert found.levels == ((1, Share(1, 1)), (2, Share(1, 1)), (3, Share(1, 2)))
    assert (found.all, found.all.percent, found.answer_ms) == (Share(3, 4), 75, 5_000)


@pytest.mark.parametrize(
    ("right", "asked", "percent"), [(1, 3, 33), (2, 3, 67), (1, 8, 13), (0, 4, 0), (5, 5, 100)]
)
def test_per_cent_are_rounded_to_the_nearest(right: int, asked: int, percent: int) -> None:
    assert Share(right, asked).percent == percent


def test_the_most_missed_come_first_and_of_equals_the_latest() -> None:
    found = statistics(
        [
            run(answer("once", False), answer("twice", False), answer("never", True)),
            run(answer("twice", False), answer("later", False), answer("twice", True)),
        ],
        TODAY,
    )
    assert found.missed == (Missed("twice", 2, 3), Missed("later", 1, 1), Missed("once", 1, 1))
    assert len(statistics([run(*(answer(f"{n}", False) for n in range(30)))], TODAY).missed) == 10


def test_takes_over_time_leave_out_what_was_called_off() -> None:
    runs = [run(take=5, started="2026-11-19T23:59:00+01:00"), run(take=7, ended="abandoned"), run(take=9)]
    assert statistics(runs, TODAY).takes == (
        Point("2026-11-19", "the-score", 5),
        Point("2026-11-20", "the-score", 9),
    )


class TestDays:
    def test_several_runs_of_a_day_are_one_day(self) -> None:
        moments = ["2026-11-20T08:00:00+01:00", "2026-11-20T23:59:59+01:00", "2026-11-19T00:00:00+01:00"]
        assert days(moments, TODAY) == Days(2, 2, 2)

    def test_a_row_goes_on_until_a_whole_day_was_missed(self) -> None:
        assert days(["2026-11-18", "2026-11-19"], TODAY).now == 2
        assert days(["2026-11-17", "2026-11-18"], TODAY) == Days(0, 2, 2)

    def test_the_longest_row_may_be_an_old_one(self) -> None:
        assert days(["2026-01-30", "2026-01-31", "2026-02-01", "2026-11-20"], TODAY) == Days(1, 3, 4)

    def test_days_of_23_and_25_hours_are_days(self) -> None:
        spring = ["2026-03-28T23:30:00+01:00", "2026-03-29T23:30:00+02:00", "2026-03-30T00:10:00+02:00"]
        autumn = ["2026-10-24T23:30:00+02:00", "2026-10-25T02:30:00+01:00", "2026-10-26T00:10:00+01:00"]
        assert days(spring, date(2026, 3, 30)).now == 3
        assert days(autumn, date(2026, 10, 26)).now == 3

    def test_the_players_own_date_counts_wherever_they_were(self) -> None:
        assert days(["2026-11-19T23:50:00-08:00", "2026-11-20T01:00:00+13:00"], TODAY).now == 2

    def test_a_clock_that_was_set_back_and_nonsense_do_no_harm(self) -> None:
        moments = ["2030-01-01T00:00:00+01:00", "2026-11-20", "", "yesterday", "2026-13-40", "2026-11-19"]
        assert days(moments, TODAY) == Days(2, 2, 2)

    @given(st.lists(st.integers(0, 60), max_size=40))
    def test_any_days_in_any_order(self, ago: list[int]) -> None:
        played = [(TODAY - timedelta(days=number)).isoformat() for number in ago]
        found = days(played, TODAY)
        assert found == days(sorted(played), TODAY)
        assert found.played == len(set(ago))
        assert 0 <= found.now <= found.longest <= found.played
        now, number = 0, 0 if 0 in ago else 1
        while number in ago:
            now, number = now + 1, number + 1
        assert found.now == now
