"""A report holds the question as it was shown, and tells what has become of it since."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.quiz.events import Answer, TimeUp
from quizgame.quiz.question import Choice, Question
from quizgame.quiz.report import WORDS, Reason, Report, changes, places, report_of
from quizgame.quiz.session import after
from quizgame.quiz.state import Session, due
from tests.kind_samples import QUESTIONS, asking_of, other

CITY = Question(
    id="p/city",
    text="Which city is Heat set in?",
    task=Choice("Los Angeles", ("Chicago", "Miami", "New York", "Boston")),
    explain="Most of it was shot in the streets.",
    source="The film.",
    pack="A pack",
)


def reported(session: Session) -> Report:
    return report_of(session, Reason.UNCLEAR, "2026-02-01T12:00:00+01:00", "1.2.3")


def missed(question: Question) -> Session:
    session = asking_of(question)
    return after(session, Answer(session.at + 1, other(session.card)))


def test_it_holds_what_was_shown_and_given() -> None:
    session = missed(CITY)
    report = reported(session)
    assert (report.question, report.pack, report.text) == (CITY.id, CITY.pack, CITY.text)
    assert report.options == session.results[-1].card.options
    assert (report.answer, report.explain, report.source) == ("Los Angeles", CITY.explain, CITY.source)
    [right], [given] = places(report.right), places(report.given)
    assert report.options[right] == "Los Angeles"
    assert report.options[given] == report.answered != "Los Angeles"
    assert (report.mode, report.bank) == (session.mode.id, session.deal.bank)


def test_a_question_that_is_open_cannot_be_reported() -> None:
    with pytest.raises(ValueError, match="nothing to reveal"):
        reported(asking_of(CITY))


def test_the_time_that_ran_out_is_no_answer() -> None:
    session = asking_of(CITY)
    report = reported(after(session, TimeUp(due(session) or 0)))
    assert (report.given, report.answered) == (None, "")


@pytest.mark.parametrize("name", QUESTIONS)
def test_of_every_kind_nothing_has_changed_while_nothing_has(name: str) -> None:
    question = QUESTIONS[name]
    assert changes(reported(missed(question)), question) == ()


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (replace(CITY, text="In which city is it set?"), ("wording",)),
        (replace(CITY, explain=""), ("explanation",)),
        (replace(CITY, source="A book."), ("source",)),
        (replace(CITY, task=Choice("Chicago", ("Los Angeles", "Miami", "New York"))), ("answer", "options")),
        (replace(CITY, task=Choice("Los Angeles", ("Rome", "Paris", "Bonn"))), ("options",)),
        (replace(CITY, level=3, topic="cast"), ()),
    ],
)
def test_what_has_changed_since_is_named(now: Question, said: tuple[str, ...]) -> None:
    assert changes(reported(missed(CITY)), now) == said


def test_a_wrong_option_that_was_not_dealt_may_come_and_go() -> None:
    report = reported(missed(CITY))
    dealt = tuple(option for option in report.options if option != "Los Angeles")
    assert changes(report, replace(CITY, task=Choice("Los Angeles", (*dealt, "Rome")))) == ()


@given(st.integers() | st.lists(st.integers(), max_size=5).map(tuple))
def test_an_answer_that_was_no_option_makes_no_report(given: int | tuple[int, ...]) -> None:
    report = reported(missed(CITY))
    named = given if isinstance(given, tuple) else (given,)
    if all(0 <= place < 4 for place in named):
        assert replace(report, given=given).given == given
    else:
        with pytest.raises(ValueError, match="not among the options"):
            replace(report, given=given)


def test_there_are_five_reasons_in_different_words() -> None:
    assert len(set(WORDS.values())) == len(Reason) == 5
    assert WORDS.keys() == set(Reason)
