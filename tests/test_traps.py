"""Where the documents disagree or speak of a date: no shipped question may be contested; knows no screen."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from quizgame import resources
from quizgame.content.library import load
from quizgame.quiz.question import Question
from quizgame.quiz.tasks import Kind

CLAIMANTS = re.compile(
    r"\b(guide|essay|article|review\w*|critic|text|account|Mann|Nelson|Das|D.Angelo|Gilman|heading)\b"
)


@pytest.fixture(scope="module")
def bank() -> tuple[Question, ...]:
    return load([resources.questions()]).questions()


def about(bank: tuple[Question, ...], *words: str) -> Iterator[Question]:
    """Questions that have one of the words in what is asked or offered."""
    wanted = re.compile("|".join(words), re.IGNORECASE)
    return (q for q in bank if wanted.search(" ".join((q.text, q.answer, *q.wrong))))


def test_the_reload_names_whose_claim_it_is_and_offers_nobody_elses(bank: tuple[Question, ...]) -> None:
    found = list(about(bank, "magazine change", "Delta Force", "US Marine Corps"))
    assert len(found) >= 4
    for question in found:
        assert CLAIMANTS.search(question.text), question.id
        offered = f"{question.answer} {question.wrong}"
        assert not ("Delta Force" in offered and "Marine" in offered), question.id


def test_prequel_or_both_is_asked_as_somebodys_word(bank: tuple[Question, ...]) -> None:
    found = list(about(bank, "prequel"))
    assert len(found) >= 4
    for question in found:
        assert CLAIMANTS.search(question.text), question.id
        assert not any(re.search("prequel|sequel", wrong, re.IGNORECASE) for wrong in question.wrong), (
            question.id
        )


def test_a_true_story_is_asked_as_somebodys_word(bank: tuple[Question, ...]) -> None:
    found = list(about(bank, "true story", "Adamson", "real life inspired", "real events and people"))
    assert len(found) >= 4
    assert [q.id for q in found if not CLAIMANTS.search(q.text)] == []


def test_no_wording_of_the_rule_is_held_against_another(bank: tuple[Question, ...]) -> None:
    """The documents quote it with "walk out on", "walk out in" and "walk away from"."""
    wordings = re.compile(r"walk out on|walk out in|walk away from", re.IGNORECASE)
    for question in bank:
        if question.kind is not Kind.TRUE_FALSE and wordings.search(question.answer):
            assert not any(wordings.search(wrong) for wrong in question.wrong), question.id


def test_the_name_is_spelt_as_the_film_has_it(bank: tuple[Question, ...]) -> None:
    assert list(about(bank, "McCaulay", "Mc Cauley", "DeNiro")) == []


def test_what_was_true_at_a_date_keeps_it(bank: tuple[Question, ...]) -> None:
    dated = re.compile(r"\b20\d\d\b")
    for what in ("stay on Netflix", "Netflix until", "passed on making", "had (not )?been made"):
        found = list(about(bank, what))
        assert found, what
        assert [q.id for q in found if not dated.search(f"{q.text} {q.answer}")] == []
