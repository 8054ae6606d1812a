"""No question of a run tells the answer of another, and no table asks the same way again and again."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import permutations

import pytest

from quizgame import resources
from quizgame.content import library
from quizgame.quiz.bank import MemoryBank, Want
from quizgame.quiz.deal import Deal, Wish, deal
from quizgame.quiz.modes import THE_SCORE
from quizgame.quiz.question import (
    Choice,
    Kind,
    Match,
    Number,
    Order,
    Question,
    Several,
    Task,
    TrueFalse,
    Typed,
)
from quizgame.quiz.variety import Company, tells

SEEDS = 100


def asked(text: str, task: Task, fact: str = "", template: str = "") -> Question:
    return Question(text, text, task, fact=fact, template=template)


WAINGRO = asked("Who plays Waingro?", Choice("Kevin Gage", ("Jon Voight", "Al Pacino")))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Which part does Kevin Gage play?", True),
        ("In which other film was KEVIN  GAGE?", True),
        ("What did Kevin-Gage’s agent say?", True),
        ("Who was Kevin?", False),
        ("Who are the Kevin Gages of this world?", False),
        ("Was Jon Voight Nate?", False),
    ],
)
def test_a_name_in_full_tells_and_a_part_of_it_does_not(text: str, told: bool) -> None:
    other = asked(text, TrueFalse(True))
    assert tells(other, WAINGRO) is told
    assert not tells(WAINGRO, other)


@pytest.mark.parametrize(
    ("task", "text", "told"),
    [
        (Number(1995, 1960, 2020), "What came out in 1995?", True),
        (Number(8, 0, 60), "What took 8 minutes?", True),
        (Number(8, 0, 60), "What took 80 minutes?", False),
        (Choice("30", ("20", "40")), "What must be left in 30 seconds?", True),
        (Choice("Ali", ("Heat", "Thief")), "Who was Ali?", False),  # too short a word to be noticed
        (Typed(("Gage", "Kevin Gage")), "Which part does Kevin Gage play?", True),
        (Typed(("Gage",), ("Jon Voight",)), "Which part does Jon Voight play?", False),
        (Several(("Heat", "Collateral"), ("Ronin",)), "When was Collateral shot?", True),
        (Several(("Heat", "Collateral"), ("Ronin",)), "When was Ronin shot?", False),
        (Order(("Thief", "Collateral", "Blackhat")), "When was Collateral shot?", False),
        (Match((("Pacino", "Hanna"), ("Kilmer", "Chris"), ("Voight", "Nate"))), "Who plays Hanna?", False),
        (TrueFalse(True), "Is that True?", False),
    ],
)
def test_what_tells_an_answer_of_each_kind(task: Task, text: str, told: bool) -> None:
    assert tells(asked(text, TrueFalse(True)), asked("Which?", task)) is told


def test_a_question_suits_only_where_neither_tells_the_other() -> None:
    company = Company()
    company.add(WAINGRO)
    assert not company.suits(asked("Which part does Kevin Gage play?", Choice("The driver", ("Nate",))))
    assert not company.suits(asked("Who is the villain?", Choice("Waingro", ("Nate",))))
    assert company.suits(asked("Which part does Jon Voight play?", Choice("Nate", ("Trejo",))))


def test_a_name_across_two_questions_is_none() -> None:
    company = Company()
    company.add(asked("Who was Kevin", TrueFalse(True)))
    company.add(asked("Gage is who?", TrueFalse(True)))
    assert company.suits(WAINGRO)


def row(number: int, template: str, table: str = "played-by") -> Question:
    fact = f"heat/cast/{table}/row-{number}"
    return asked(f"{table} {template} {number}?", TrueFalse(True), fact, template)


def test_a_table_asks_twice_in_the_same_words_at_most() -> None:
    company = Company()
    company.add(row(1, "who-plays"))
    assert company.suits(row(2, "who-plays"))
    company.add(row(2, "who-plays"))
    assert not company.suits(row(3, "who-plays"))
    assert company.suits(row(3, "plays-whom"))
    assert company.suits(row(3, "who-plays", "roles"))


def test_facts_of_their_own_may_share_the_name_of_a_wording() -> None:
    company = Company()
    for number in range(5):
        question = asked(f"{number}?", TrueFalse(True), f"heat/trivia/fact-{number}", "claim-true")
        assert company.suits(question)
        company.add(question)


def test_a_pack_in_folders_is_no_table() -> None:
    company = Company()
    for number in range(5):
        question = asked(f"{number}?", TrueFalse(True), f"my/own/folder/question-{number}")
        assert company.suits(question)
        company.add(question)


# The real questions


@cache
def shipped() -> MemoryBank:
    return MemoryBank(library.load([resources.questions()]).questions())


@cache
def deals() -> tuple[Deal, ...]:
    return tuple(deal(shipped(), THE_SCORE, Wish(f"variety {seed}", seed % 2 == 0)) for seed in range(SEEDS))


def test_no_question_of_a_run_tells_the_answer_of_another() -> None:
    told = {
        (one.id, other.id)
        for dealt in deals()
        for one, other in permutations([card.question for card in dealt.cards], 2)
        if tells(one, other)
    }
    assert told == set()


def test_no_run_asks_more_than_twice_by_one_template_of_a_table() -> None:
    for dealt in deals():
        rows = [card.question for card in dealt.cards if card.question.fact.count("/") == 3]
        templates = Counter((question.fact.rpartition("/")[0], question.template) for question in rows)
        assert max(templates.values(), default=0) <= 2


def test_what_nate_brings_tells_nothing_either() -> None:
    for dealt in deals():
        questions = [card.question for card in dealt.cards]
        spares = {spare.question for round in dealt.spares for spare in round if spare}
        assert [(a.id, b.id) for a in questions for b in spares if tells(a, b) or tells(b, a)] == []


def test_the_kinds_of_a_round_come_up_where_the_bank_has_them() -> None:
    """Of every kind that a round wants and its topic has at all, most deals have it."""
    for number, round in enumerate(THE_SCORE.rounds):
        for kind in set(round.kinds):
            if not shipped().count(Want(topic=round.topic, spoilers=False, kind=kind)):
                continue
            got = sum(_count(dealt, number, kind) for dealt in deals())
            assert got >= 0.8 * SEEDS * round.kinds.count(kind), (round.title, kind)


def _count(dealt: Deal, round: int, kind: Kind) -> int:
    return sum(card.question.kind is kind for card in dealt.rounds[round])
