"""What the first rounds ask: people, plot, places and lines of the film, not what was written about it."""

from __future__ import annotations

import re

import pytest

from quizgame import resources
from quizgame.content.library import load
from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.deal import deal
from quizgame.quiz.modes import OFFERED, THE_SCORE, THIRTY_SECONDS, TURNS, Mode
from quizgame.quiz.question import Question
from quizgame.quiz.wish import Wish

WRITERS = re.compile(
    r"\b(one (viewer|guide|essay|feature)|essay|guide|article|headline|review(s|er|ed)?|critics?|Letterboxd"
    r"|D.Angelo|Das|Gilman|Hayes|lewis|Nelson|Lawson|Romney|Wrathall)\b",
    re.IGNORECASE,
)
TWICE = re.compile(r"\b([A-Za-z]+) \1\b", re.IGNORECASE)
SEEDS = range(20)


@pytest.fixture(scope="module")
def bank() -> tuple[Question, ...]:
    return load([resources.questions()]).questions()


def test_who_has_seen_the_film_once_is_not_asked_what_somebody_wrote(bank: tuple[Question, ...]) -> None:
    first = [question for question in bank if question.level == 1]
    assert len(first) >= 250
    assert {q.id: q.text for q in first if WRITERS.search(q.text)} == {}


def test_opinions_are_no_question_of_the_first_two_levels(bank: tuple[Question, ...]) -> None:
    """What one viewer saw is for those who know everything else; a claim in dispute names its source."""
    viewers = re.compile(r"\bviewer", re.IGNORECASE)
    asked = [q for q in bank if q.level < 3 and viewers.search(q.text)]
    assert [q.id for q in asked] == []
    named = [q for q in bank if q.level < 3 and WRITERS.search(q.text)]
    assert len(named) / sum(q.level < 3 for q in bank) <= 0.03


@pytest.mark.parametrize("mode", [THE_SCORE, THIRTY_SECONDS, TURNS], ids=lambda mode: mode.id)
def test_the_warm_up_is_about_the_film_and_hardly_about_its_sequel(
    mode: Mode, bank: tuple[Question, ...]
) -> None:
    dealt = [deal(MemoryBank(bank), mode, Wish(f"warm-up {seed}", players=2)) for seed in SEEDS]
    cards = [card.question for one in dealt for card in one.rounds[0] if card.question.level == 1]
    assert [q.id for q in cards if WRITERS.search(q.text)] == []
    assert sum(q.topic == "heat2" for q in cards) / len(cards) <= 0.15


def test_no_word_stands_twice_in_a_row(bank: tuple[Question, ...]) -> None:
    """As it does where a claim and the value that fills its gap both bring the word."""
    assert {q.id: q.text for q in bank if TWICE.search(q.text)} == {}


@pytest.mark.parametrize("mode", OFFERED, ids=lambda mode: mode.id)
def test_the_very_first_question_is_about_the_people_of_the_film(
    mode: Mode, bank: tuple[Question, ...]
) -> None:
    dealt = [deal(MemoryBank(bank), mode, Wish(f"first {seed}", players=mode.fewest)) for seed in SEEDS]
    first = [next(one.cards).question for one in dealt]
    assert {(question.topic, question.level) for question in first} == {("cast", 1)}
    assert len({question.fact for question in first}) > len(SEEDS) / 2


def test_a_run_asks_once_at_most_what_the_novel_is_and_who_wrote_it(bank: tuple[Question, ...]) -> None:
    novel = re.compile(r"Gardiner|a novel\b|novel\?|prequel|before and after", re.IGNORECASE)
    for seed in range(60):
        asked = [card.question for card in deal(MemoryBank(bank), THE_SCORE, Wish(f"novel {seed}")).cards]
        about = [q for q in asked if q.topic == "heat2" and novel.search(f"{q.text} {q.answer}")]
        assert [q.id for q in about[1:]] == []
