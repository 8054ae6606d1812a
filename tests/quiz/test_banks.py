"""A bank counts, finds and names its questions; its fingerprint notices every changed word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.quiz.bank import Entry, MemoryBank, UnknownQuestion, Want, digest, fingerprint
from quizgame.quiz.question import LEVELS, Choice, Kind, Question, TrueFalse
from tests.quiz.samples import TOPICS, choice, questions, statement

SOME = questions(facts=2)
WANTS = st.builds(
    Want,
    topic=st.none() | st.sampled_from((*TOPICS, "wine")),
    level=st.none() | st.sampled_from(LEVELS),
    spoilers=st.booleans(),
    kind=st.none() | st.sampled_from(Kind),
)
CITY = Question(
    id="city", text="Where?", task=Choice("Los Angeles", ("Chicago", "Miami")), topic="trivia",
    level=2, explain="By night.", source="A review", fact="place", spoiler=False,
)  # fmt: skip


@settings(max_examples=60)
@given(st.permutations(SOME), st.sets(st.sampled_from(range(len(SOME)))), WANTS)
def test_a_bank_finds_just_the_questions_that_are_meant(
    order: Sequence[Question], secret: set[int], want: Want
) -> None:
    bank = MemoryBank(replace(q, spoiler=number in secret) for number, q in enumerate(order))
    found = [bank.question(entry.id) for entry in bank.entries(want)]
    assert [q.id for q in found] == sorted(q.id for q in found)
    assert bank.count(want) == len(found)
    for question in map(bank.question, (q.id for q in SOME)):
        meant = (
            want.topic in (None, question.topic)
            and want.level in (None, question.level)
            and want.kind in (None, question.kind)
            and (want.spoilers or not question.spoiler)
        )
        assert (question in found) is meant


def test_entries_name_the_fact_a_question_is_about() -> None:
    bank = MemoryBank([statement("b"), choice("a", fact="door")])
    assert bank.entries(Want()) == (Entry("a", "door"), Entry("b", "b"))


def test_topics_are_those_that_have_questions() -> None:
    assert MemoryBank([choice("a", "quotes"), choice("b", "cast"), choice("c", "cast")]).topics() == (
        "cast",
        "quotes",
    )
    assert MemoryBank([]).topics() == ()


def test_a_question_that_is_not_there_is_a_named_error() -> None:
    with pytest.raises(UnknownQuestion, match="nowhere"):
        MemoryBank(SOME).question("nowhere")


def test_two_questions_cannot_share_an_id() -> None:
    with pytest.raises(ValueError, match="'twice'"):
        MemoryBank([choice("twice"), statement("twice")])


@settings(max_examples=20)
@given(st.permutations(SOME))
def test_the_order_of_questions_does_not_change_the_fingerprint(order: Sequence[Question]) -> None:
    assert MemoryBank(order).fingerprint == MemoryBank(SOME).fingerprint
    assert fingerprint(map(digest, order)) == MemoryBank(SOME).fingerprint


@pytest.mark.parametrize(
    "changed",
    [
        replace(CITY, id="town"),
        replace(CITY, text="Where ?"),
        replace(CITY, task=Choice("Los angeles", ("Chicago", "Miami"))),
        replace(CITY, task=Choice("Los Angeles", ("Chicago", "Miami", "New York"))),
        replace(CITY, task=Choice("Los Angeles", ("Chicago Miami",))),
        replace(CITY, task=TrueFalse(True)),
        replace(CITY, topic="cast"),
        replace(CITY, level=3),
        replace(CITY, explain="By day."),
        replace(CITY, source="A guide"),
        replace(CITY, fact="places"),
        replace(CITY, spoiler=True),
    ],
)
def test_every_change_of_a_question_changes_the_fingerprint(changed: Question) -> None:
    assert MemoryBank([*SOME, changed]).fingerprint != MemoryBank([*SOME, CITY]).fingerprint


def test_one_question_more_or_less_changes_the_fingerprint() -> None:
    prints = {MemoryBank(SOME[:count]).fingerprint for count in range(len(SOME) + 1)}
    assert len(prints) == len(SOME) + 1
