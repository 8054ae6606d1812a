"""What a player would contest, and a careless author would write: each is refused at its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgame.content.facts.factfile import Asked, Claimed, Evidence, Fact, FactFile, SingleFact, Source
from quizgame.content.generating.generate import questions
from quizgame.content.problems import Problem
from quizgame.quiz.question import Question
from tests.content.facts.fact_samples import text, texts

SOURCES = (Source(text("guide"), text("A guide"), "guide", text("g.txt"), text("0"), "sources.yaml"),)
FACT = Fact(text("rank"), text("It was counted in."), 2, False, (Evidence(text("guide"), texts("28")),))
WRONG = texts("Number 3", "Number 8", "Number 51")
ASKED = Asked(text("place"), text("Where was it ranked?"), text("Number 28", 7), WRONG)
CLAIMED = Claimed(text("claim"), text("It was ranked at {}."), text("28"), texts("8"))


def of_single(*wordings: Asked | Claimed, fact: Fact = FACT) -> tuple[list[Question], list[Problem]]:
    return questions("heat", [FactFile("t.yaml", "trivia", (SingleFact(fact, wordings),))], SOURCES)


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def test_too_few_wrong_options_are_refused_at_the_answer() -> None:
    found, problems = of_single(replace(ASKED, wrong=ASKED.wrong[:2]))
    assert not found
    assert [(p.code, p.file, p.line) for p in problems] == [("few-wrong", "t.yaml", 7)]


@pytest.mark.parametrize("option", ["Number 28", "number  28", "Number: 28!"])
def test_an_option_equal_to_the_answer_is_refused(option: str) -> None:
    assert codes(of_single(replace(ASKED, wrong=(*ASKED.wrong, text(option))))[1]) == ["same-option"]


@pytest.mark.parametrize("barred", ["50", "Number 50"])
def test_a_value_under_not_is_refused_as_an_option_and_as_a_claim(barred: str) -> None:
    fact = replace(FACT, never=texts(barred))
    wrong = (*ASKED.wrong, text("Number 50", 9))
    problems = of_single(replace(ASKED, wrong=wrong), fact=fact)[1]
    assert [(p.code, p.line) for p in problems] == [("barred-option", 9)]
    claimed = replace(CLAIMED, instead=texts(barred))
    assert codes(of_single(claimed, fact=fact)[1]) == ["barred-option"]


def test_an_option_that_another_fact_calls_right_is_refused() -> None:
    rival = SingleFact(replace(FACT, id=text("rival")), (replace(ASKED, answer=text("Number 50")),))
    mine = SingleFact(FACT, (replace(ASKED, wrong=(*ASKED.wrong, text("Number 50", 9))),))
    _, problems = questions("heat", [FactFile("t.yaml", "trivia", (mine, rival))], SOURCES)
    assert ("also-right", 9) in {(p.code, p.line) for p in problems}


def test_the_same_words_with_different_answers_are_both_refused() -> None:
    rival = SingleFact(
        replace(FACT, id=text("rival")),
        (replace(ASKED, question=text("where was it RANKED"), answer=text("Number 29")),),
    )
    found, problems = questions(
        "heat", [FactFile("t.yaml", "trivia", (SingleFact(FACT, (ASKED, CLAIMED)), rival))], SOURCES
    )
    assert codes(problems) == ["disputed", "disputed"]
    assert [q.template for q in found] == ["claim-true", "claim-false"]


def test_a_false_claim_that_a_fact_makes_is_refused() -> None:
    rival = SingleFact(
        replace(FACT, id=text("rival")), (replace(CLAIMED, value=text("8"), instead=texts("3")),)
    )
    files = [FactFile("t.yaml", "trivia", (SingleFact(FACT, (CLAIMED,)), rival))]
    found, problems = questions("heat", files, SOURCES)
    assert codes(problems) == ["also-right"]
    assert "heat/trivia/rank/claim-false" not in {question.id for question in found}


@pytest.mark.parametrize(
    ("question", "answer", "wrong"),
    [
        ("Who shot the number 28 bus?", "Number 28", ("Number 3", "Number 8", "Number 51")),
        ("Where?", "In the hills above the city of Los Angeles", ("Chicago", "Miami", "New York")),
        ("Where?", "1995", ("Chicago", "Miami", "New York")),
        ("Where?", "Chicago", ("1995", "1996", "1997")),
        ("Where?", "“Chicago”", ("Miami", "Boston", "New York")),
        ("Where?", "chicago", ("Miami", "Boston", "New York")),
    ],
)
def test_an_answer_that_gives_itself_away_is_refused(
    question: str, answer: str, wrong: tuple[str, ...]
) -> None:
    asked = replace(ASKED, question=text(question), answer=text(answer), wrong=texts(*wrong))
    found, problems = of_single(asked)
    assert not found
    assert codes(problems) == ["given-away"]


@pytest.mark.parametrize(
    ("answer", "wrong"),
    [
        ("U2", ("Moby", "R.E.M.", "Radiohead")),
        ("Two", ("Three", "Four", "Six")),
        ("90 minutes, or seven hours", ("Two hours", "Ten minutes less", "An hour more")),
        ("★★★★", ("★★★★★", "★★★", "★★")),
    ],
)
def test_an_honest_answer_is_not_refused(answer: str, wrong: tuple[str, ...]) -> None:
    asked = replace(ASKED, answer=text(answer), wrong=texts(*wrong))
    assert not of_single(asked)[1]


def test_a_fact_that_stands_twice_and_a_source_nobody_named_are_reported() -> None:
    lost = replace(FACT, evidence=(Evidence(text("letter", 4), texts("28")),))
    file = FactFile("t.yaml", "trivia", (SingleFact(lost, (ASKED,)), SingleFact(FACT, (ASKED,))))
    assert set(codes(questions("heat", [file], SOURCES)[1])) == {"same-id", "unknown-source"}
