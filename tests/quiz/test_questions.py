"""A question that could not be asked or answered cannot be built."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.quiz.question import Choice, ImpossibleQuestion, Kind, Question, TrueFalse
from quizgame.quiz.tasks import Match, Number, Order, Several, Typed

GOOD = Choice("Los Angeles", ("Chicago", "Miami"))


def test_a_choice_keeps_its_words_as_they_were_written() -> None:
    question = Question("city", "Where?", Choice("Los  Angeles", ("CHICAGO", "Miami ")))
    assert (question.answer, question.wrong) == ("Los  Angeles", ("CHICAGO", "Miami "))
    assert question.kind is Kind.CHOICE


@pytest.mark.parametrize(("value", "answer", "wrong"), [(True, "True", "False"), (False, "False", "True")])
def test_a_statement_is_answered_in_words(value: bool, answer: str, wrong: str) -> None:
    question = Question("year", "It was 1995.", TrueFalse(value))
    assert (question.answer, question.wrong, question.kind) == (answer, (wrong,), Kind.TRUE_FALSE)


@pytest.mark.parametrize(
    ("answer", "wrong", "why"),
    [
        ("Heat", (), "at least one wrong"),
        ("", ("Thief",), "empty"),
        ("Heat", ("Thief", " \t"), "empty"),
        ("Heat", ("Heat",), "the same"),
        ("Heat", ("Thief", "THIEF"), "the same"),
        ("Los Angeles", ("  los   angeles ",), "the same"),
        ("Straße", ("STRASSE",), "the same"),
    ],
)
def test_a_choice_without_a_fair_choice_is_impossible(answer: str, wrong: tuple[str, ...], why: str) -> None:
    with pytest.raises(ImpossibleQuestion, match=why):
        Choice(answer, wrong)


@pytest.mark.parametrize(
    ("build", "why"),
    [
        (lambda: Typed(()), "something to accept"),
        (lambda: Typed(("Gage",), ("gage",)), "the same"),
        (lambda: Order(("Thief", "Heat")), "3 to 6 things"),
        (lambda: Order(("Thief", "Heat", "HEAT")), "the same"),
        (lambda: Number(1995, 1996, 2000), "1995 does not lie between 1996 and 2000"),
        (lambda: Number(1995, 1995, 1996), "a range is 2 to"),
        (lambda: Match((("a", "x"), ("b", "y"))), "3 to 6 pairs"),
        (lambda: Match((("a", "x"), ("b", "X"), ("c", "z"))), "the same"),
        (lambda: Several(("Heat",), ("Thief",)), "2 to 5 right options"),
        (lambda: Several(("Heat", "Ali"), ()), "no wrong option"),
        (lambda: Several(("Heat", "Ali"), ("heat",)), "the same"),
    ],
)
def test_no_kind_of_question_is_built_that_could_not_be_asked(build: Callable[[], object], why: str) -> None:
    with pytest.raises(ImpossibleQuestion, match=why):
        build()


@pytest.mark.parametrize(
    ("id", "text", "level", "why"),
    [("", "Where?", 1, "no id"), ("city", " \n", 1, "no words"), ("city", "Where?", 0, "level is 0")],
)
def test_a_question_without_id_words_or_level_is_impossible(id: str, text: str, level: int, why: str) -> None:
    with pytest.raises(ImpossibleQuestion, match=why):
        Question(id, text, GOOD, level=level)


@given(st.integers().filter(lambda level: level not in (1, 2, 3)))
def test_there_are_three_levels(level: int) -> None:
    with pytest.raises(ImpossibleQuestion, match=r"must be 1, 2 or 3"):
        Question("city", "Where?", GOOD, level=level)


def test_a_question_without_a_fact_stands_for_itself() -> None:
    assert Question("city", "Where?", GOOD).fact == "city"
    assert Question("city", "Where?", GOOD, fact="heat/city").fact == "heat/city"


def test_a_question_cannot_be_changed() -> None:
    question = Question("city", "Where?", GOOD)
    with pytest.raises(FrozenInstanceError):
        question.text = "When?"  # type: ignore[misc]
