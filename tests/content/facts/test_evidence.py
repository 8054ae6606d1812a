"""Facts held against documents: what passes, and what a changed word, number or document costs."""

from __future__ import annotations

import hashlib
from pathlib import Path
from textwrap import dedent

import pytest

from quizgame.content.facts.evidence import Checked, check
from quizgame.content.facts.read import read_facts, read_sources
from quizgame.content.problems import Problem
from quizgame.content.reader import read

DOCUMENT = """
Heat, by Nobody in Particular

Rolling Stone later ranked it at number 28 in their list of the 90s. Terry Lawson praised Val Kilmer.

The coffee shop’s scene has Al Pacino and Robert De Niro. In The Godfather: Part 2 (1974) they never met;
Twelve officers were hurt in 1997, and Lieutenant of police Vincent Hanna gleefully left for Chicago.
"""

FACTS = """
topic: trivia
facts:
- id: rank
  says: Rolling Stone counted it in. Terry Lawson praised an actor.
  level: 2
  sources:
    guide: [Rolling Stone, "28"]
  questions:
    place:
      question: Where did Rolling Stone rank Heat in a list of the 90s?
      answer: Number 28
      wrong: [Number 3, Number 12, Number 51]
    claim:
      claim: The Rolling Stone ranked it at number {}.
      value: "28"
      instead: ["8"]
- id: officers
  says: Gleeful Lieutenant Hanna left. Few followed.
  level: 1
  sources:
    guide: [Twelve officers, "1997"]
  also:
    guide: [Robert De Niro]
  spelling: {a dozen: twelve}
  questions:
    hurt:
      question: How many were hurt in 1997, if Robert De Niro knows?
      answer: A dozen
      wrong: [Ten, Six, Eight]
tables:
- id: films
  columns: {film: film, star: actor}
  templates:
    star: {question: "Who of the two in {film} is there?", answer: star}
  rows:
  - id: godfather
    film: The Godfather Part II
    star: Al Pacino
    level: 2
    says: They never met.
    sources:
      guide: ["The Godfather: Part 2", "1974", Al Pacino]
    spelling: {The Godfather Part II: "The Godfather: Part 2"}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "guide.txt").write_text(DOCUMENT, "utf-8")
    return tmp_path


def checked(folder: Path, text: str = FACTS, name: str = "guide.txt") -> tuple[list[Problem], list[Checked]]:
    sha = hashlib.sha256(DOCUMENT.encode()).hexdigest()
    about = f"- {{id: guide, title: A guide, kind: guide, file: {name}, sha256: {sha}}}"
    sources_node, _ = read(f"sources:\n{about}\n".encode(), "sources.yaml")
    facts_node, _ = read(dedent(text).encode(), "trivia.yaml")
    assert sources_node is not None
    assert facts_node is not None
    file, problems = read_facts(facts_node, "trivia.yaml")
    assert not problems
    return check([file], read_sources(sources_node, "sources.yaml")[0], folder)


def test_facts_that_stand_pass_and_are_listed(folder: Path) -> None:
    problems, found = checked(folder)
    assert not problems
    assert [(one.fact, one.sources, one.evidence) for one in found] == [
        ("heat/trivia/rank", ("guide",), 2),
        ("heat/trivia/officers", ("guide",), 2),
        ("heat/trivia/films/godfather", ("guide",), 3),
    ]
    assert found[0].says.startswith("Rolling Stone counted")


CHANGES = [
    ("[Rolling Stone,", "[Rolling Stones,", "evidence"),
    ("[Twelve officers,", "[Terry Lawson, Twelve officers,", "evidence"),
    ("guide: [Robert De Niro]", "guide: [Robert De Nero]", "evidence"),
    ("answer: Number 28", "answer: Number 29", "not-in-evidence"),
    ('value: "28"', 'value: "27"', "not-in-evidence"),
    ("answer: A dozen", "answer: Eleven", "not-in-evidence"),
    ("answer: A dozen", "answer: The four", "not-in-evidence"),
    ("star: Al Pacino", "star: Robert De Niro", "not-in-evidence"),
    ("film: The Godfather Part II", "film: The Godfather Part III", "not-in-evidence"),
    ("of the 90s?", "of the 80s?", "not-in-evidence"),
    ("hurt in 1997,", "hurt in 1998,", "not-in-evidence"),
    ("says: They never", "says: In 1975 they never", "not-in-evidence"),
    ("says: They never", "says: They in Paris never", "not-in-evidence"),
    ("Terry Lawson praised an", "Vincent Hanna praised an", "not-in-evidence"),
    ("if Robert De Niro knows", "if Terry Lawson knows", "not-in-evidence"),
    ("Who of the two in", "Who of the 3 in", "not-in-evidence"),
]


@pytest.mark.parametrize(("old", "new", "code"), CHANGES, ids=[new for _, new, _ in CHANGES])
def test_a_change_is_caught_at_its_place(folder: Path, old: str, new: str, code: str) -> None:
    before = FACTS.split(old, 1)[0]
    problems, _ = checked(folder, FACTS.replace(old, new, 1))
    assert (code, "trivia.yaml", before.count("\n") + 1) in {(p.code, p.file, p.line) for p in problems}
    assert all(p.column > 1 and p.help for p in problems)


@pytest.mark.parametrize("word", ["Gleeful", "Few", "Nobody", "Asked why, "])
def test_a_word_that_only_opens_a_sentence_is_no_name(folder: Path, word: str) -> None:
    assert not checked(folder, FACTS.replace("Few followed", f"{word} followed"))[0]


def test_the_films_own_title_needs_no_evidence(folder: Path) -> None:
    assert not checked(folder, FACTS.replace("answer: A dozen", "answer: Heat"))[0]


def test_terms_of_two_paragraphs_are_refused_at_the_term_that_is_elsewhere(folder: Path) -> None:
    problems, _ = checked(folder, FACTS.replace('Stone, "28"]', 'Stone, "28", Al Pacino]'))
    (problem,) = problems
    assert (problem.code, problem.line) == ("evidence", 8)
    assert "Al Pacino" in problem.what
    assert "in one paragraph" in problem.what


def test_a_missing_document_is_one_problem_and_its_facts_are_not_listed(folder: Path) -> None:
    problems, found = checked(folder, name="gone.txt")
    assert [(p.code, p.file, p.line) for p in problems] == [("no-document", "sources.yaml", 2)]
    assert not found


def test_a_document_that_is_no_text_is_a_problem(folder: Path) -> None:
    (folder / "guide.txt").write_bytes(b"\xff\xfe\x00")
    problems, found = checked(folder)
    assert [p.code for p in problems] == ["no-document"]
    assert not found


def test_a_changed_document_is_a_problem_though_every_fact_still_stands(folder: Path) -> None:
    (folder / "guide.txt").write_text(DOCUMENT + "\nMore.\n", "utf-8")
    problems, found = checked(folder)
    assert [(p.code, p.file) for p in problems] == [("sha256", "sources.yaml")]
    assert len(found) == 3
