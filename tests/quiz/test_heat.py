"""Heat: what burns, what cools, and what is left of the take when it is too much."""

from __future__ import annotations

import pytest

from quizgame.quiz.events import Abandon, Answer, Call, Next, TimeUp
from quizgame.quiz.rules import Assist, Crew
from quizgame.quiz.run import Ending
from quizgame.quiz.session import after
from quizgame.quiz.state import Over, Revealed, Session, due
from tests.quiz.samples import job, to_options


def answered(session: Session, right: bool, crew: Crew | None = None) -> Session:
    """The next question, answered after ten seconds."""
    session = to_options(session)
    if crew:
        session = after(session, Call(session.at, crew))
    return after(session, Answer(session.at + 10_000, 0 if right else 1))


def answers(session: Session, pattern: str) -> Session:
    """A letter a question: R right, W wrong."""
    for letter in pattern:
        session = answered(session, letter == "R")
    return session


@pytest.mark.parametrize(
    ("pattern", "heat"),
    [
        ("W", 10),
        ("WW", 20),
        ("WRR", 10),
        ("WRRR", 0),
        ("WWRRR", 10),
        ("WWRRRR", 10),
        ("WWRRRRRR", 0),
        ("WWWRRRRRRRR", 10),
        ("WWWRRRRRRRRR", 0),
        ("WWRRWRR", 30),
        ("WWRRWRRR", 20),
        ("RRRW", 10),
        ("RRRRRW", 10),
    ],
)
def test_three_right_in_a_row_cool_and_so_does_every_further_three(pattern: str, heat: int) -> None:
    assert answers(job(15), pattern).heat == heat


def test_a_cooling_is_told_with_the_answer_that_brought_it() -> None:
    session = answers(job(15), "WWRRRRRRRRR")
    assert [result.cooled for result in session.results] == [0, 0, 0, 0, 10, 0, 0, 10, 0, 0, 0]
    assert [result.heat for result in session.results[:3]] == [10, 10, 0]
    assert session.streak == 9


def test_a_streak_goes_on_into_the_next_round() -> None:
    assert answers(job(3, 2), "WRRR").heat == 0


@pytest.mark.parametrize(("number", "heat"), [(1, 10), (2, 15), (3, 20), (4, 25), (5, 30)])
def test_a_wrong_answer_burns_by_round(number: int, heat: int) -> None:
    rights = "R" * (number - 1)
    assert answers(job(*([1] * number)), f"{rights}W").heat == heat


def test_too_late_burns_like_wrong_and_breaks_the_streak() -> None:
    session = to_options(answers(job(9), "RR"))
    late = after(session, TimeUp(due(session) or 0))
    assert (late.heat, late.streak) == (10, 0)


def test_michael_burns_forty_in_any_round() -> None:
    assert answered(job(5), False, Crew.MICHAEL).heat == 40
    last = answers(job(1, 1, 1, 1, 1), "RRRR")
    assert answered(last, False, Crew.MICHAEL).heat == 40


def test_fewer_heat_halves_it() -> None:
    session = answers(job(2, 2, assist=Assist(less_heat=True)), "WWW")
    assert [result.heat for result in session.results] == [5, 5, 7]


def test_a_hundred_is_the_end_and_a_quarter_is_kept() -> None:
    session = answers(job(15), "RR" + "W" * 10)
    assert isinstance(session.phase, Revealed)  # the answer is still shown
    assert session.heat == 100
    end = after(session, Next(session.at))
    assert end.phase == Over(Ending.BUSTED)
    assert session.take == 204_000
    assert end.take == 51_000


def test_a_hundred_on_the_very_last_question_is_no_getaway() -> None:
    session = answers(job(10), "W" * 10)
    assert after(session, Next(session.at)).phase == Over(Ending.BUSTED)


def test_ninety_is_not_the_end() -> None:
    session = answers(job(11), "W" * 9)
    assert session.heat == 90
    assert not isinstance(after(session, Next(session.at)).phase, Over)


def test_heat_stays_within_its_scale_and_adds_up() -> None:
    session = answered(answers(job(15), "W" * 8), False, Crew.MICHAEL)
    assert session.heat == 100
    assert sum(result.heat for result in session.results) == 100  # only 20 of the 40 fitted
    assert answers(job(9), "RRRRRR").heat == 0


def test_a_run_that_is_given_up_at_a_hundred_is_abandoned_and_nothing_else() -> None:
    session = answers(job(15), "R" + "W" * 10)
    assert after(session, Abandon(session.at)).phase == Over(Ending.ABANDONED)


def test_a_quarter_is_whole_dollars() -> None:
    session = to_options(job(15))
    session = after(session, Answer(session.at + 29_000, 0))
    end = answers(session, "W" * 10)
    assert after(end, Next(end.at)).take == 100_100 // 4
