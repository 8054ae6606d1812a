"""The tables: who stands where, on which days, and what the player's new line has for neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.quiz.modes import STAKEOUT, THE_SCORE
from quizgame.quiz.run import Ending, Run
from quizgame.store.paths import Places
from quizgame.store.rows import key_of
from quizgame.store.scores import Scores
from quizgame.store.tables import Board, Period, ScoreRow
from tests.memory import folder_in_memory
from tests.store.handing import bring, exported

MakeRun = Callable[..., Run]

MODE = THE_SCORE.id
EVER = Board(MODE)


class Rival(NamedTuple):
    """What decides where a run stands; few values, so that ties are common and each decides some."""

    name: str
    assist: str
    bank: str
    day: int
    take: int
    correct: int
    played: int
    hour: int
    ended: Ending


RIVALS = st.builds(
    Rival,
    st.sampled_from(["Neil", "NEIL", "ne il", "Vincent", ""]),
    st.sampled_from(["", "", "clock x2"]),
    st.sampled_from(["a", "b"]),
    st.integers(1, 15),
    st.integers(0, 2),
    st.integers(0, 1),
    st.integers(0, 1),
    st.integers(10, 12),
    st.sampled_from(Ending),
)
BOARDS = st.builds(
    Board,
    st.just(MODE),
    st.sampled_from(["", "clock x2"]),
    st.sampled_from([None, None, "a"]),
    st.sampled_from(Period),
    st.integers(1, 15).map(lambda day: date(2026, 6, day)),
)


def run_of(number: int, rival: Rival) -> Run:
    # Ten o'clock in Los Angeles is later than eleven in London.
    start, zone = f"2026-06-{rival.day:02}T", ("+00:00", "-08:00")[number % 2]
    return Run(
        player=rival.name,
        mode=MODE,
        assist=rival.assist,
        game="",
        rules=1,
        bank=rival.bank,
        seed=f"{number}",
        started=f"{start}09:00:00{zone}",
        finished=f"{start}{rival.hour}:00:00{zone}",
        ended=rival.ended,
        take=rival.take,
        correct=rival.correct,
        asked=9,
        played_ms=rival.played,
        deal="",
        log="",
        answers=(),
    )


def expected(board: Board, rivals: list[Rival]) -> list[int]:
    """The numbers of the runs on a table, found the long way."""
    ranked = []
    for at, rival in enumerate(rivals):
        day = date(2026, 6, rival.day)
        shown = board.days is None or board.days[0] <= day <= board.days[1]
        shown = shown and rival.assist == board.assist and board.bank in (None, rival.bank)
        if shown and rival.ended is not Ending.ABANDONED:
            moment = (rival.day, rival.hour + 8 * (at % 2))
            last = key_of(run_of(at, rival))
            ranked.append(((-rival.take, -rival.correct, rival.played, moment, last), at + 1, rival.name))
    names: Counter[str] = Counter()
    kept = []
    for _, number, name in sorted(ranked):
        folded = name.lower().replace(" ", "")
        names[folded] += 1
        if names[folded] <= 3:
            kept.append(number)
    return kept


@settings(max_examples=60)
@given(st.lists(RIVALS, min_size=1, max_size=14), st.lists(BOARDS, min_size=1, max_size=4))
def test_a_table_ranks_by_take_right_answers_time_and_date_with_three_of_a_name(
    rivals: list[Rival], boards: list[Board]
) -> None:
    with folder_in_memory() as folder:
        scores = Scores.open(Places(Path(folder), Path(folder)))
        scores.add_all(run_of(number, rival) for number, rival in enumerate(rivals))
        for board in boards:
            ids = expected(board, rivals)
            table = scores.standings(board)
            assert [row.run_id for row in table] == ids
            assert [row.place for row in table] == list(range(1, len(ids) + 1))
            assert [row.run_id for row in scores.standings(board, 2)] == ids[:2]
            for number in range(1, len(rivals) + 1):
                place = ids.index(number) + 1 if number in ids else None
                assert scores.place_of(number, board) == place
                check_around(scores, board, number, table)


@settings(max_examples=20)
@given(st.lists(RIVALS, min_size=1, max_size=6), st.lists(RIVALS, min_size=1, max_size=6))
def test_tables_are_the_same_on_two_machines_once_merged(mine: list[Rival], theirs: list[Rival]) -> None:
    with folder_in_memory() as folder:
        here, there = (Scores.open(Places(Path(folder, name), Path(folder))) for name in ("a", "b"))
        here.add_all(run_of(number, rival) for number, rival in enumerate(mine))
        there.add_all(run_of(10 + number, rival) for number, rival in enumerate(theirs))
        bring(here, exported(there))
        bring(there, exported(here))
        assert [(row.place, row.key) for row in here.standings(EVER)] == [
            (row.place, row.key) for row in there.standings(EVER)
        ]


def check_around(scores: Scores, board: Board, number: int, table: list[ScoreRow]) -> None:
    """A line on the table stands among its neighbours; one that is hidden, where it would stand."""
    around = scores.around(number, board, reach=2)
    on_table = [row for row in table if row.run_id == number]
    if around is None:
        assert not on_table
        return
    rows = list(around.rows)
    at = rows.index(around.mine)
    if on_table:
        place = on_table[0].place
        assert rows == table[max(0, place - 3) : place + 2]
        assert around.hidden_by == ()
    else:
        assert around.mine.place == 0
        assert len(around.hidden_by) == 3
        assert {row.place for row in around.hidden_by} <= {row.place for row in table}
        assert all(row.take >= around.mine.take for row in (*rows[:at], *around.hidden_by))
        assert all(row.take <= around.mine.take for row in rows[at + 1 :])


@pytest.fixture
def scores(places: Places) -> Scores:
    return Scores.open(places)


def played(make_run: MakeRun, number: int, **changes: object) -> Run:
    return replace(make_run(number), mode=MODE, **changes)  # type: ignore[arg-type]


def test_a_day_is_the_players_own(scores: Scores, make_run: MakeRun) -> None:
    starts = [
        "2026-03-28T23:59:59+01:00",  # ends after midnight, and belongs to the day before
        "2026-03-29T00:00:00+01:00",  # the day on which the clocks go forward
        "2026-03-29T23:59:59+02:00",
        "2026-03-29T23:30:00-08:00",  # elsewhere it is the 30th already
        "2026-03-30T00:00:00+02:00",
    ]
    finished = "2026-03-30T08:00:00+02:00"
    for number, started in enumerate(starts):
        scores.add(played(make_run, number, player=f"{number}", started=started, finished=finished))
    today = scores.standings(Board(MODE, period=Period.TODAY, today=date(2026, 3, 29)))
    assert sorted(row.run_id for row in today) == [2, 3, 4]


@pytest.mark.parametrize(
    ("today", "period", "first", "last"),
    [
        (date(2026, 3, 29), Period.WEEK, date(2026, 3, 23), date(2026, 3, 29)),  # a Sunday
        (date(2026, 3, 30), Period.WEEK, date(2026, 3, 30), date(2026, 4, 5)),  # a Monday
        (date(2025, 12, 31), Period.WEEK, date(2025, 12, 29), date(2026, 1, 4)),
        (date(2028, 2, 10), Period.MONTH, date(2028, 2, 1), date(2028, 2, 29)),
        (date(2026, 12, 31), Period.MONTH, date(2026, 12, 1), date(2026, 12, 31)),
    ],
)
def test_weeks_begin_on_monday_and_months_end_when_they_end(
    today: date, period: Period, first: date, last: date
) -> None:
    assert Board(MODE, period=period, today=today).days == (first, last)


def test_a_period_needs_a_day() -> None:
    with pytest.raises(ValueError, match="of which day"):
        Board(MODE, period=Period.TODAY)


def test_a_clock_that_was_set_back_moves_no_earlier_run(scores: Scores, make_run: MakeRun) -> None:
    tomorrow = {"started": "2026-06-02T10:00:00+00:00", "finished": "2026-06-02T10:09:00+00:00"}
    today = {"started": "2026-06-01T10:00:00+00:00", "finished": "2026-06-01T10:09:00+00:00"}
    scores.add(played(make_run, 5, **tomorrow))
    number = scores.add(played(make_run, 4, **today))
    board = Board(MODE, period=Period.TODAY, today=date(2026, 6, 1))
    assert [row.run_id for row in scores.standings(board)] == [number]
    around = scores.around(number, EVER)
    assert around
    assert around.best
    # What was saved before is what was to be beaten, whatever the clock said.
    assert (around.best.run_id, around.beaten) == (1, False)


def test_the_new_line_knows_the_players_best_before_it(scores: Scores, make_run: MakeRun) -> None:
    for number in (50, 90, 70):
        scores.add(played(make_run, number))
    scores.add(played(make_run, 99, player="Vincent"))
    best = [
        (around.best.run_id if around.best else None, around.beaten)
        for around in (scores.around(number, EVER) for number in (1, 2, 3, 4))
        if around
    ]
    assert best == [(None, True), (1, True), (2, False), (None, True)]


def test_a_line_below_the_hundredth_has_its_place_and_neighbours(scores: Scores, make_run: MakeRun) -> None:
    scores.add_all(played(make_run, number, player=f"Player {number}") for number in range(130))
    assert len(scores.standings(EVER)) == 100
    number = scores.standings(EVER, 130)[119].run_id
    around = scores.around(number, EVER)
    assert around
    assert [row.place for row in around.rows] == [118, 119, 120, 121, 122]
    assert (around.mine.run_id, scores.place_of(number)) == (number, 120)


def test_a_fourth_line_of_a_name_is_kept_and_told_what_hides_it(scores: Scores, make_run: MakeRun) -> None:
    names = ["Neil", "neil", "N e i l", "ＮＥＩＬ", "Vincent"]
    for number, name in zip((9, 8, 7, 6, 5), names, strict=True):
        scores.add(played(make_run, number, player=name))
    assert [row.run_id for row in scores.standings(EVER)] == [1, 2, 3, 5]
    around = scores.around(4, EVER, reach=1)
    assert around
    assert [(row.run_id, row.place) for row in around.rows] == [(3, 3), (4, 0), (5, 4)]
    assert [row.run_id for row in around.hidden_by] == [1, 2, 3]
    assert scores.place_of(4) is None
    assert len(scores.runs()) == 5


def test_another_name_moves_a_run_to_that_name(scores: Scores, make_run: MakeRun) -> None:
    for number in (9, 8, 7, 6):
        scores.add(played(make_run, number, player=""))
    assert scores.place_of(4) is None
    scores.rename(4, "Vincent")
    assert scores.place_of(4) == 4


def test_what_has_no_place_stands_on_no_table(scores: Scores, make_run: MakeRun) -> None:
    abandoned = scores.add(played(make_run, 1, ended=Ending.ABANDONED))
    practice = scores.add(replace(make_run(2), mode=STAKEOUT.id))
    for number, mode in ((abandoned, MODE), (practice, STAKEOUT.id)):
        assert scores.table(mode, "") == []
        assert scores.place_of(number) is None
        assert scores.around(number, Board(mode)) is None
    assert len(scores.runs()) == 2


def test_modes_assists_and_banks_have_tables_of_their_own(scores: Scores, make_run: MakeRun) -> None:
    scores.add(played(make_run, 1))
    scores.add(played(make_run, 2, assist="clock x2"))
    scores.add(replace(make_run(3), mode="thirty-seconds-flat"))
    scores.add(played(make_run, 4, bank="another"))
    assert [row.run_id for row in scores.table(MODE, "")] == [4, 1]
    assert [row.run_id for row in scores.standings(Board(MODE, bank="b" * 64))] == [1]
    assert [row.run_id for row in scores.table(MODE, "clock x2")] == [2]
    assert [scores.place_of(number) for number in (1, 2, 3, 4)] == [2, 1, 1, 1]
    assert scores.around(4, Board(MODE, bank="b" * 64)) is None
    assert scores.standings(Board(MODE), -1) == []
