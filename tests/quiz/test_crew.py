"""The crew: what each of the four does for a question, once a run, and when he cannot."""

from __future__ import annotations

import pytest

from quizgame.quiz.card import card_of
from quizgame.quiz.crew import callable_crew
from quizgame.quiz.events import Answer, Call, Next, Open, Pause, TimeUp
from quizgame.quiz.rules import Assist, Crew
from quizgame.quiz.session import after
from quizgame.quiz.state import Asking, Hand, NotAllowed, Reading, Session, due, open_options
from tests.quiz.samples import card, choice, job, reach, said, table, to_options, without_spares

ASKING = to_options(job(3, 3))
STATEMENT = to_options(table([[said("it"), card("next")]]))
NO_CLOCK = to_options(job(2, assist=Assist("off")))
EVERYBODY = frozenset(Crew)


def called(session: Session, *crew: Crew, at: int = 0) -> Session:
    for one in crew:
        session = after(session, Call(max(at, session.at), one))
    return session


@pytest.mark.parametrize("crew", Crew)
def test_each_of_the_crew_helps_once_a_run(crew: Crew) -> None:
    session = to_options(called(ASKING, crew))
    assert callable_crew(session) == EVERYBODY - {crew}
    later = to_options(after(session, Answer(session.at, 0)))
    for now in (session, later):
        with pytest.raises(NotAllowed, match="done his part"):
            called(now, crew, at=now.at)


@pytest.mark.parametrize("crew", Crew)
def test_nobody_helps_while_a_question_is_only_read_or_already_settled(crew: Crew) -> None:
    reading, settled = reach(job(2), Reading), after(ASKING, Answer(5, 0))
    for session in (reading, settled, after(ASKING, Pause(1))):
        assert callable_crew(session) == frozenset()
        with pytest.raises(NotAllowed):
            called(session, crew, at=session.at)


@pytest.mark.parametrize("crew", Crew)
def test_a_refused_call_is_not_used_up(crew: Crew) -> None:
    session = without_spares(to_options(table([[said("it")]], Assist("off"))))
    assert callable_crew(session) == {Crew.MICHAEL}
    if crew is not Crew.MICHAEL:
        with pytest.raises(NotAllowed):
            called(session, crew)
        assert crew not in session.used


def test_all_four_can_work_on_one_question() -> None:
    session = to_options(called(ASKING, Crew.NATE))
    session = called(session, Crew.CHRIS, Crew.TREJO, Crew.MICHAEL)
    assert session.used == EVERYBODY
    assert session.hand == Hand(swapped=True, covered=True, driven=True, doubled=True)


def test_what_the_crew_did_ends_with_the_question() -> None:
    session = called(ASKING, Crew.CHRIS, Crew.TREJO, Crew.MICHAEL)
    after_it = after(after(session, Answer(1, 0)), Next(1))
    assert after_it.hand == Hand()
    assert open_options(to_options(after_it)) == (0, 1, 2, 3)


# Chris


def test_chris_takes_two_wrong_options_away() -> None:
    session = called(ASKING, Crew.CHRIS)
    assert open_options(session) == (0, 1)
    with pytest.raises(NotAllowed, match="2 is no answer"):
        after(session, Answer(0, 2))
    assert after(session, Answer(0, 0)).take == 103_000


def test_chris_costs_no_time() -> None:
    assert called(ASKING, Crew.CHRIS, at=900).phase == ASKING.phase


@pytest.mark.parametrize("session", [STATEMENT, to_options(table([[card_of(choice("two", wrong=1), "1")]]))])
def test_chris_cannot_cover_where_only_two_options_are(session: Session) -> None:
    assert Crew.CHRIS not in callable_crew(session)
    with pytest.raises(NotAllowed, match="nothing that Chris"):
        called(session, Crew.CHRIS)


# Nate


def test_nate_brings_another_question_to_be_read_and_a_fresh_clock() -> None:
    session = called(ASKING, Crew.NATE, at=25_000)
    assert session.card.question.id == "1.0 spare"
    assert session.phase == Reading(27_000)
    assert after(session, Open(26_000)).phase == Asking(26_000, 56_000)


def test_nates_question_is_the_one_that_counts() -> None:
    session = to_options(called(ASKING, Crew.NATE, at=25_000))
    settled = after(session, Answer(25_000, 0))
    assert [result.card.question.id for result in settled.results] == ["1.0 spare"]
    assert (settled.take, settled.results[0].took_ms) == (103_000, 0)
    assert to_options(settled).card.question.id == "1.1"


def test_nate_undoes_what_was_done_for_the_other_question_but_not_the_doubling() -> None:
    session = called(ASKING, Crew.CHRIS, Crew.TREJO, Crew.MICHAEL, Crew.NATE)
    assert session.hand == Hand(swapped=True, doubled=True)
    assert open_options(to_options(session)) == (0, 1, 2, 3)
    assert due(to_options(session)) == 30_000


def test_nate_cannot_help_without_a_spare() -> None:
    session = without_spares(ASKING)
    assert callable_crew(session) == EVERYBODY - {Crew.NATE}
    with pytest.raises(NotAllowed, match="nothing else"):
        called(session, Crew.NATE)


# Trejo


@pytest.mark.parametrize(("clock", "until"), [("x1", 45_000), ("x2", 90_000), ("x4", 180_000)])
def test_trejo_gives_half_the_clock_again(clock: str, until: int) -> None:
    session = called(to_options(job(2, assist=Assist(clock))), Crew.TREJO, at=10_000)
    assert session.phase == Asking(0, until)
    assert after(session, Answer(until - 1, 0)).results[0].right


def test_with_trejo_there_is_no_speed_money() -> None:
    session = after(called(ASKING, Crew.TREJO), Answer(1, 0))
    assert (session.take, session.results[0].speed_money) == (100_000, 0)
    following = to_options(session)
    assert after(following, Answer(following.at, 0)).results[1].speed_money == 3_000


def test_trejo_cannot_drive_without_a_clock() -> None:
    assert callable_crew(NO_CLOCK) == EVERYBODY - {Crew.TREJO}
    with pytest.raises(NotAllowed, match="no clock"):
        called(NO_CLOCK, Crew.TREJO)


# Michael


def test_michael_doubles_all_the_money_of_a_right_answer() -> None:
    session = after(called(ASKING, Crew.MICHAEL), Answer(10_000, 0))
    result = session.results[0]
    assert (result.answer_money, result.speed_money, result.doubled) == (200_000, 4_000, True)
    assert session.take == 204_000


@pytest.mark.parametrize("event", [Answer(10_000, 1), TimeUp(30_000)])
def test_michael_burns_forty_where_it_goes_wrong(event: Answer | TimeUp) -> None:
    session = after(called(ASKING, Crew.MICHAEL), event)
    assert (session.take, session.heat) == (0, 40)


def test_michael_and_trejo_double_the_answer_only() -> None:
    assert after(called(ASKING, Crew.TREJO, Crew.MICHAEL), Answer(0, 0)).take == 200_000
