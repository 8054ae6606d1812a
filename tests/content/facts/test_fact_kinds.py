"""Fact files that ask in further kinds: what is read, what is refused, what documents must bear out."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.content.facts.evidence import Checked, check
from quizgame.content.facts.factfile import FactFile, Source, Tasked, TaskedRow
from quizgame.content.facts.read import read_facts, read_sources
from quizgame.content.generating.generate import questions
from quizgame.content.problems import Problem
from quizgame.content.reader import read
from quizgame.quiz.question import Kind, Question
from quizgame.quiz.tasks import Match, Number, Order, Several, Typed

DOCUMENT = """
Of which type is a match? Kevin Gage plays Waingro, and Jon Voight plays Nate. Al Pacino plays Hanna.

The Keep came in 1983, Manhunter in 1986, Heat in 1995 and Ali in 2001. Twelve officers were hurt.

Warner Bros. passed on it, said Mann. It was United Artists that did not.
"""

FACTS = """\
topic: trivia
facts:
- id: typed
  says: A hard man to like.
  level: 2
  about: trivia/roles/waingro
  sources: {guide: [Kevin Gage, plays Waingro]}
  questions:
    name:
      question: Type the name of Waingro's actor.
      accept: [Kevin Gage, Gage]
      others_from: actor
    hurt:
      question: Type the name of the part.
      accept: Waingro
      others: [Hanna, Nate]
- id: studios
  says: One did and one did not.
  level: 3
  sources:
    guide:
    - [Warner Bros. passed]
    - [United Artists]
    - [Twelve officers]
  questions:
    several:
      question: Which studios are named?
      answers: [Warner Bros., United Artists]
      wrong: [Paramount, Orion, Universal]
    number:
      question: How many were hurt?
      number: 12
      range: [0, 40]
    match:
      question: Match the studio to its part.
      match: {Warner Bros.: Passed, United Artists: Did not, Twelve: Hurt}
    order:
      question: Who comes first?
      order: [Warner Bros., United Artists, Twelve officers]
tables:
- id: roles
  columns: {actor: actor, part: character}
  templates:
    type: {question: "Type who plays {part}.", accept: actor}
    pairs: {question: Who is who?, match: actor, to: part, of: 3, says: "They are: {}."}
  accept: {Kevin Gage: [Gage], Jon Voight: [Voight]}
  rows:
  - {id: waingro,
     actor: Kevin Gage, part: Waingro, level: 1, says: One., sources: {guide: [Kevin Gage plays Waingro]}}
  - {id: nate, actor: Jon Voight, part: Nate, level: 1, says: Two., sources: {guide: [Jon Voight, Nate]}}
  - {id: hanna, actor: Al Pacino, part: Hanna, level: 1, says: Three., sources: {guide: [Al Pacino, Hanna]}}
- id: films
  columns: {film: film, year: year}
  templates:
    in-order:
      {question: The oldest first?, order: film, by: year, of: 3, groups: 2, says: "So said Mann: {}."}
    these: {question: Which are there?, several: film, of: 3, level: 2, says: All are.}
  more: {film: [Ronin, Speed, Casino]}
  also: {guide: [Mann]}
  rows:
  - {id: keep, film: The Keep, year: "1983", level: 1, sources: {guide: [The Keep, "1983"]}}
  - {id: manhunter, film: Manhunter, year: "1986", level: 1, sources: {guide: [Manhunter, "1986"]}}
  - {id: heat, film: Heat, year: "1995", level: 1, skip: [these], sources: {guide: ["1995"]}}
  - {id: ali, film: Ali, year: "2001", level: 1, sources: {guide: [Ali, "2001"]}}
- id: years
  columns: {film: film, year: year}
  templates:
    year: {question: "When did {film} come?", number: year, range: [1950, 2020]}
  rows:
  - {id: keep, film: The Keep, year: "1983", level: 1, says: One., sources: {guide: [The Keep, "1983"]}}
"""


def facts_of(text: str) -> tuple[FactFile, list[Problem]]:
    node, problems = read(text.encode(), "trivia.yaml")
    assert node is not None
    assert not problems
    return read_facts(node, "trivia.yaml")


def made_of(text: str) -> tuple[dict[str, Question], list[Problem]]:
    file, problems = facts_of(text)
    assert problems == []
    found, problems = questions("heat", [file], sources())
    return {question.id.removeprefix("heat/trivia/"): question for question in found}, problems


def sources() -> tuple[Source, ...]:
    sha = hashlib.sha256(DOCUMENT.encode()).hexdigest()
    about = f"sources:\n- {{id: guide, title: A guide, kind: guide, file: guide.txt, sha256: {sha}}}\n"
    node, _ = read(about.encode(), "sources.yaml")
    assert node is not None
    return read_sources(node, "sources.yaml")[0]


def test_every_kind_is_asked_from_a_fact_file() -> None:
    found, problems = made_of(FACTS)
    assert problems == []
    assert found["typed/name"].task == Typed(("Kevin Gage", "Gage"), ("Al Pacino", "Jon Voight", "Voight"))
    assert found["typed/hurt"].task == Typed(("Waingro",), ("Hanna", "Nate"))
    assert found["studios/several"].task == Several(
        ("Warner Bros.", "United Artists"), ("Paramount", "Orion", "Universal")
    )
    assert found["studios/number"].task == Number(12, 0, 40)
    assert isinstance(found["studios/match"].task, Match)
    assert isinstance(found["studios/order"].task, Order)
    assert found["roles/nate/type"].task == Typed(
        ("Jon Voight", "Voight"), ("Al Pacino", "Gage", "Kevin Gage")
    )
    assert found["years/keep/year"].task == Number(1983, 1950, 2020)
    assert {question.kind for question in found.values()} == set(Kind) - {Kind.CHOICE, Kind.TRUE_FALSE}


def test_levels_facts_and_explanations_are_kept() -> None:
    found, _ = made_of(FACTS)
    assert found["typed/name"].fact == "heat/trivia/roles/waingro"
    assert found["films/in-order/1"].fact == "heat/trivia/films"
    assert found["films/these/1"].level == 2
    assert found["films/in-order/1"].explain.startswith("So said Mann: ")
    assert found["studios/order"].source == "A guide"


def test_templates_keep_their_places() -> None:
    file, _ = facts_of(FACTS)
    (wording, _) = file.singles[0].wordings
    assert isinstance(wording, Tasked)
    assert [text.line for text in wording.posed.right] == [11, 11]
    (template,) = file.tables[0].templates
    assert isinstance(template, TaskedRow)
    assert template.question.line == FACTS.split("Type who plays", 1)[0].count("\n") + 1


MISTAKES = [
    ("others_from: actor", "others: [x]\n      others_from: actor", "mixed-kinds"),
    ("accept: Waingro", "answer: x\n      accept: Waingro", "mixed-kinds"),
    ("wrong: [Paramount, Orion, Universal]", "wrong: [P, O, U, Q, R, S, T]", "too-many-wrong"),
    ("range: [0, 40]", "range: [40]", "range"),
    ("number: 12", "number: twelve", "number"),
    ("order: [Warner Bros., United Artists, Twelve officers]", "order: [a, b]", "too-few"),
    ("accept: actor}", "accept: actress}", "unknown-column"),
    ("accept: actor}", "accept: part}", "template"),
    ("accept: actor}", "accept: actor, by: part}", "mixed-kinds"),
    ("to: part", "to: party", "unknown-column"),
    ("to: part, of: 3", "of: 3", "missing-key"),
    ("to: part, of: 3", "to: part, of: 2", "number"),
    ("Who is who?", '"Who is {part}?"', "template"),
    ('says: "They are: {}."', 'says: "They are: {part}."', "template"),
    ("groups: 2", "groups: 13", "number"),
    ("by: year, of: 3", "to: year, of: 3", "mixed-kinds"),
    (', says: "So said Mann: {}."', "", "missing-key"),
    ('year: "1986"', 'year: "86 or 7"', "number"),
    ("range: [1950, 2020]", "range: [1990, 2020]", "outside-range"),
    ("range: [1950, 2020]", "by: year", "mixed-kinds"),
    ("accept: {Kevin Gage: [Gage]", "accept: {Kevin Page: [Page]", "unknown-value"),
    ("- [Warner Bros. passed]", "- []", "empty"),
    ("says: Three., ", "", "missing-key"),
]


@pytest.mark.parametrize(
    ("right", "wrong", "code"), MISTAKES, ids=[wrong or code for _, wrong, code in MISTAKES]
)
def test_every_mistake_is_reported_with_its_place_and_a_remedy(right: str, wrong: str, code: str) -> None:
    assert right in FACTS
    _, problems = facts_of(FACTS.replace(right, wrong, 1))
    assert code in {problem.code for problem in problems}
    assert all(problem.line > 0 and problem.column > 0 and problem.help for problem in problems)


def test_a_fact_about_an_unknown_fact_is_reported_at_its_line() -> None:
    _, problems = made_of(FACTS.replace("about: trivia/roles/waingro", "about: trivia/roles/wayngro"))
    assert [(problem.code, problem.line) for problem in problems] == [("unknown-fact", 6)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "guide.txt").write_text(DOCUMENT, "utf-8")
    return tmp_path


def checked(folder: Path, text: str) -> tuple[list[Problem], list[Checked]]:
    file, problems = facts_of(text)
    assert problems == []
    return check([file], sources(), folder)


def test_facts_rows_and_tables_that_stand_pass_and_are_listed(folder: Path) -> None:
    problems, found = checked(folder, FACTS)
    assert problems == []
    names = [one.fact.removeprefix("heat/trivia/") for one in found]
    assert names[:2] == ["typed", "studios"]
    assert "films" in names
    assert "roles" in names
    assert "years" not in names, "nothing is asked about several of its rows"
    assert {question.fact for question in made_of(FACTS)[0].values()} <= {one.fact for one in found}
    assert next(one for one in found if one.fact.endswith("/studios")).sources == ("guide",)


CHANGES = [
    ("accept: [Kevin Gage, Gage]", "accept: [Kevin Page, Gage]"),
    ("accept: [Kevin Gage, Gage]", "accept: [Kevin Gage, Page]"),
    ("accept: Waingro", "accept: the driver"),
    ("answers: [Warner Bros., United Artists]", "answers: [Warner Bros., United Actors]"),
    ("number: 12", "number: 13"),
    ("match: {Warner Bros.: Passed,", "match: {Turner Bros.: Passed,"),
    ("United Artists: Did not", "United Artists: Did for Orion"),
    ("order: [Warner Bros., United Artists,", "order: [Warner Bros., United Actors,"),
    ("- [Warner Bros. passed]", "- [Warner Bros. hurt]"),
    ("accept: {Kevin Gage: [Gage]", "accept: {Kevin Gage: [Kev]"),
    ('film: Manhunter, year: "1986"', 'film: Manhunter, year: "1987"'),
    ("film: Ali,", "film: Ilya,"),
    ('says: "So said Mann: {}."', 'says: "So said Voltaire: {}."'),
    ("question: Which are there?", "question: Which of 17 are there?"),
    ("also: {guide: [Mann]}", "also: {guide: [Wayne]}"),
]


@pytest.mark.parametrize(("old", "new"), CHANGES, ids=[new for _, new in CHANGES])
def test_a_value_that_the_documents_do_not_have_is_caught_at_its_line(
    folder: Path, old: str, new: str
) -> None:
    assert old in FACTS
    problems, _ = checked(folder, FACTS.replace(old, new, 1))
    line = FACTS.split(old, 1)[0].count("\n") + 1
    assert line in {problem.line for problem in problems}
    assert all(problem.help for problem in problems)


LINES = FACTS.splitlines()
VALUES = ("", "[]", "{}", "[a, [b]]", "[[a], [b]]", "{a: b}", "x{}y", "{x}", "yes", "7", "[7, 9]", "é" * 500)
slips = st.tuples(st.integers(0, len(LINES) - 1), st.sampled_from(VALUES) | st.none())


@settings(max_examples=150, deadline=None)
@given(st.lists(slips, min_size=1, max_size=3))
def test_whatever_an_author_writes_nothing_is_raised_and_problems_have_places(
    some: list[tuple[int, str | None]],
) -> None:
    lines = list(LINES)
    for at, value in some:
        head, colon, _ = lines[at].partition(":")
        lines[at] = "" if value is None else f"{head}{colon} {value}"
    node, _ = read("\n".join(lines).encode(), "trivia.yaml")
    if node is not None:
        file, problems = read_facts(node, "trivia.yaml")
        made, more = questions("heat", [file], ())
        assert all(problem.line > 0 and problem.what for problem in (*problems, *more))
        assert len({question.id for question in made}) == len(made)
