"""The statistics as the screen is given them, made of runs."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.figures import MOST_TAKES, figures_of
from quizgame.quiz.modes import STAKEOUT, THE_DAILY_JOB, THE_SCORE
from quizgame.quiz.run import Answered, Ending, Run
from tests.screen.small_bank import small_bank

TODAY = date(2026, 11, 20)
BANK = small_bank()


def answered(topic: str, level: int, right: bool, number: int = 1) -> Answered:
    return Answered(f"small/{topic}/{level}/{number}", topic, level, "an answer", right, 8_000)


def played(day: str, take: int, *answers: Answered, mode: str = THE_SCORE.id) -> Run:
    return Run(
        player="Zoë",
        mode=mode,
        assist="",
        game="0",
        rules=1,
        bank="b",
        seed="s",
        started=f"{day}T21:00:00-08:00",
        finished=f"{day}T21:09:00-08:00",
        ended=Ending.CLEAR,
        take=take,
        correct=sum(answer.right for answer in answers),
        asked=len(answers),
        played_ms=8_000 * len(answers),
        deal="{}",
        log="[]",
        answers=answers,
    )


RIGHT, MISS = answered("cast", 1, True), answered("heat2", 3, False, 2)


def test_bars_are_by_topic_and_by_level_with_a_gap_between_them() -> None:
    found = figures_of([played("2026-11-20", 5, RIGHT, MISS, MISS)], "Zoë", TODAY, BANK)
    assert [(bar.label, bar.right, bar.asked) for bar in found.bars] == [
        ("Cast", 1, 1),
        ("Heat 2", 0, 2),
        ("", 0, 0),
        ("Seen it once", 1, 1),
        ("Behind the camera", 0, 2),
    ]


def test_takes_are_of_the_ranked_mode_played_last_and_in_order() -> None:
    runs = [
        played("2026-11-17", 900, RIGHT, mode=THE_DAILY_JOB.id),
        played("2026-11-18", 100, RIGHT),
        played("2026-11-19", 300, RIGHT),
        played("2026-11-20", 0, RIGHT, mode=STAKEOUT.id),
    ]
    found = figures_of(runs, "", TODAY, BANK)
    assert found.takes_of == "The Score"
    assert [(day.date, day.take) for day in found.takes] == [("18 Nov 2026", 100), ("19 Nov 2026", 300)]


def test_of_very_many_takes_the_latest_are_shown() -> None:
    found = figures_of([played("2026-11-20", take, RIGHT) for take in range(500)], "", TODAY, BANK)
    assert [day.take for day in found.takes] == list(range(500 - MOST_TAKES, 500))


def test_missed_questions_are_named_by_their_words_while_the_bank_has_them() -> None:
    gone = Answered("gone", "cast", 1, "", False, 30_000)
    found = figures_of([played("2026-11-20", 5, MISS, MISS, gone)], "Zoë", TODAY, BANK)
    assert found.missed[0] == ("2 of 2", BANK.question(MISS.question).text)
    assert found.missed[1] == ("1 of 1", "gone")
    assert figures_of([played("2026-11-20", 5, MISS)], "", TODAY, None).missed == (("1 of 1", MISS.question),)


def test_days_in_a_row_are_counted_and_marked() -> None:
    runs = [played(f"2026-11-{day}", 5, RIGHT) for day in (15, 18, 19, 20)]
    found = figures_of(runs, "Zoë", TODAY, BANK)
    assert found.days == "3 days in a row  ·  longest 3  ·  4 in all"
    assert found.played == {date(2026, 11, day) for day in (15, 18, 19, 20)}


def test_nothing_played_is_nothing_to_count() -> None:
    assert figures_of([], "", TODAY, BANK).bars == ()
    assert figures_of([], "Zoë", TODAY, BANK).told == "Zoë"


@settings(max_examples=60)
@given(st.lists(st.tuples(st.text(max_size=12), st.integers(0, 10**9), st.booleans()), max_size=20))
def test_whatever_the_file_holds_there_are_figures(rows: list[tuple[str, int, bool]]) -> None:
    runs = [played(day, take, answered("cast", 1, right), mode=day or "?") for day, take, right in rows]
    found = figures_of(runs, "Zoë", TODAY, BANK)
    assert sum(bar.asked for bar in found.bars) == 2 * len(rows)  # by topic and by level
