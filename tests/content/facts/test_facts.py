"""Fact files and the list of sources as their author writes them: what is read, and what is refused where."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.content.facts.factfile import Asked, AskRow, Claimed, ClaimRow, FactFile, Source
from quizgame.content.facts.read import read_facts, read_sources
from quizgame.content.generating.generate import questions
from quizgame.content.problems import Problem
from quizgame.content.reader import read

SHA = "0123456789abcdef" * 4

SOURCES = f"""
    sources:
    - id: guide
      title: A guide
      kind: guide
      file: guide.txt
      sha256: {SHA}
    """

FACTS = """
    topic: trivia
    facts:
    - id: rank
      says: A magazine counted it in, at number 28.
      level: 2
      spoiler: yes
      sources:
        guide: [Rolling Stone, "28"]
      also: {essay: Mann}
      spelling: {No. 28: number 28}
      not: [50]
      questions:
        place:
          question: Where did the magazine rank it?
          answer: Number 28
          wrong: [Number 3, Number 12, Number 51]
          level: 3
        claim:
          claim: The magazine ranked it at number {}.
          value: "28"
          instead: ["8"]
    tables:
    - id: played-by
      columns: {character: character, actor: actor}
      templates:
        who-plays: {question: "Who plays {character}?", answer: actor}
        claim: {claim: "{actor} plays {character}.", swap: actor, level: 2}
      more: {actor: [Ted Levine]}
      rows:
      - id: nate
        character: Nate
        actor: Jon Voight
        group: men
        level: 1
        says: He makes the calls.
        sources: {guide: [Jon Voight, Nate]}
        skip: [claim]
    """


def facts_of(text: str) -> tuple[FactFile, list[Problem]]:
    node, problems = read(dedent(text).strip().encode(), "trivia.yaml")
    assert node is not None
    assert not problems
    return read_facts(node, "trivia.yaml")


def sources_of(text: str) -> tuple[tuple[Source, ...], list[Problem]]:
    node, problems = read(dedent(text).strip().encode(), "sources.yaml")
    assert node is not None
    assert not problems
    return read_sources(node, "sources.yaml")


def line_of(text: str, part: str) -> int:
    """The line in the file; the text here begins with one line break more."""
    return text.split(part, 1)[0].count("\n")


def test_a_source_keeps_all_it_says() -> None:
    (source,), problems = sources_of(SOURCES)
    assert not problems
    assert (source.id.value, source.title.value, source.kind) == ("guide", "A guide", "guide")
    assert (source.name.value, source.sha256.value, source.file) == ("guide.txt", SHA, "sources.yaml")


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("file: guide.txt", "file: ../guide.txt", "name"),
        (f"sha256: {SHA}", "sha256: beef", "sha256"),
        ("title: A guide", "titel: A guide", "unknown-key"),
        ("id: guide", "id: The Guide", "name"),
        ("kind: guide", "kind: [guide]", "shape"),
    ],
)
def test_a_source_with_a_mistake_is_refused_at_its_line(right: str, wrong: str, code: str) -> None:
    text = SOURCES.replace(right, wrong)
    found, problems = sources_of(text)
    assert not found
    assert (problems[0].code, problems[0].line) == (code, line_of(text, wrong))


def test_two_sources_of_one_id_are_one_and_a_problem() -> None:
    twice = dedent(SOURCES).strip() + "\n" + dedent(SOURCES).strip().partition("\n")[2]
    found, problems = sources_of(twice)
    assert len(found) == 1
    assert [(p.code, p.line) for p in problems] == [("same-id", 7)]


def test_a_single_fact_keeps_all_it_says() -> None:
    file, problems = facts_of(FACTS)
    assert not problems
    (single,) = file.singles
    fact = single.fact
    assert (file.topic, fact.id.value, fact.level, fact.spoiler) == ("trivia", "rank", 2, True)
    assert [(e.source.value, [t.value for t in e.terms]) for e in fact.evidence] == [
        ("guide", ["Rolling Stone", "28"])
    ]
    assert [(e.source.value, [t.value for t in e.terms]) for e in fact.also] == [("essay", ["Mann"])]
    assert [(ours.value, theirs.value) for ours, theirs in fact.spelling] == [("No. 28", "number 28")]
    assert [value.value for value in fact.never] == ["50"]


def test_a_single_fact_keeps_its_wordings_with_their_places() -> None:
    (single,) = facts_of(FACTS)[0].singles
    asked, claimed = single.wordings
    assert isinstance(asked, Asked)
    assert isinstance(claimed, Claimed)
    assert (asked.template.value, asked.answer.value, asked.level) == ("place", "Number 28", 3)
    assert asked.answer.line == line_of(FACTS, "Number 28")
    assert [value.value for value in asked.wrong] == ["Number 3", "Number 12", "Number 51"]
    assert (claimed.value.value, [value.value for value in claimed.instead]) == ("28", ["8"])


def test_a_table_keeps_templates_rows_and_further_values() -> None:
    (table,) = facts_of(FACTS)[0].tables
    ask, claim = table.templates
    (row,) = table.rows
    assert isinstance(ask, AskRow)
    assert isinstance(claim, ClaimRow)
    assert (ask.answer.value, claim.swap.value, claim.level) == ("actor", "actor", 2)
    assert [(name, value.value) for name, value in row.values] == [
        ("character", "Nate"),
        ("actor", "Jon Voight"),
    ]
    assert (row.group, [name.value for name in row.skip]) == ("men", ["claim"])
    assert [(kind, value.value) for kind, value in table.more] == [("actor", "Ted Levine")]


def test_a_row_may_leave_a_column_out() -> None:
    file, problems = facts_of(FACTS.replace("        character: Nate\n", ""))
    assert not problems
    assert file.tables[0].rows[0].get("character") is None


MISTAKES = [
    ("level: 2\n      spoiler", "level: 4\n      spoiler", "number"),
    ("spoiler: yes", "spoiler: perhaps", "flag"),
    ("id: rank", "id: The Rank", "name"),
    ("says: A magazine counted it in, at number 28.", "says: ''", "empty"),
    ("answer: Number 28", "anwser: Number 28", "unknown-key"),
    ("number {}.", "number 28.", "template"),
    ('instead: ["8"]', "instead: []", "empty"),
    ("[Number 3, Number 12, Number 51]", "[A1, A2, A3, A4, A5, A6, A7]", "too-many-wrong"),
    ("Who plays {character}?", "Who plays {charakter}?", "unknown-column"),
    ("answer: actor}", "answer: actress}", "unknown-column"),
    ("answer: actor}", "answer: character}", "template"),
    ("swap: actor", "swap: star", "unknown-column"),
    ('claim: "{actor} plays', 'claim: "He plays', "template"),
    ("more: {actor:", "more: {star:", "unknown-type"),
    ("skip: [claim]", "skip: [claims]", "unknown-template"),
    ("character: Nate", "charakter: Nate", "unknown-key"),
    ("columns: {character: character,", "columns: {level: level, character: character,", "name"),
]


@pytest.mark.parametrize(("right", "wrong", "code"), MISTAKES, ids=[wrong for _, wrong, _ in MISTAKES])
def test_every_mistake_is_reported_at_its_line(right: str, wrong: str, code: str) -> None:
    assert right in FACTS
    text = FACTS.replace(right, wrong, 1)
    problems = facts_of(text)[1]
    line = line_of(FACTS, right)
    assert (code, line) in {(p.code, p.line) for p in problems}
    assert all(p.column > 0 and p.help for p in problems)


def test_a_fact_with_a_mistake_is_left_out_and_the_others_stay() -> None:
    file, problems = facts_of(FACTS.replace("level: 2\n      spoiler", "level: 4\n      spoiler"))
    assert len(problems) == 1
    assert not file.singles
    assert len(file.tables[0].rows) == 1


def test_a_wording_with_a_mistake_leaves_the_other_wordings() -> None:
    file, _ = facts_of(FACTS.replace("answer: Number 28", "anwser: Number 28"))
    assert [wording.template.value for wording in file.singles[0].wordings] == ["claim"]


def test_a_fact_without_sources_is_refused() -> None:
    file, problems = facts_of(FACTS.replace('sources:\n        guide: [Rolling Stone, "28"]', "sources: {}"))
    assert not file.singles
    assert [p.code for p in problems] == ["empty"]


@pytest.mark.parametrize("text", ["just words", "- a list", "topic: Not A Name"])
def test_a_file_of_another_shape_is_a_problem_and_holds_nothing(text: str) -> None:
    file, problems = facts_of(text)
    assert file == FactFile("trivia.yaml", "")
    assert len(problems) == 1


LINES = dedent(FACTS).strip().splitlines()
VALUES = ("", "[]", "{}", "[a, [b]]", "{a: b}", "x{}y", "{x}", "'\\u0000'", "yes", "7", "é" * 500)
slips = st.tuples(st.integers(0, len(LINES) - 1), st.sampled_from(VALUES) | st.none())


def slipped(line: str, value: str | None) -> str:
    """The line with another value, or without one, or gone."""
    head, colon, _ = line.partition(":")
    return "" if value is None else f"{head}{colon} {value}"


@settings(max_examples=150)
@given(st.lists(slips, min_size=1, max_size=3))
def test_whatever_an_author_writes_nothing_is_raised_and_problems_have_places(
    some: list[tuple[int, str | None]],
) -> None:
    lines = list(LINES)
    for at, value in some:
        lines[at] = slipped(lines[at], value)
    node, _ = read("\n".join(lines).encode(), "trivia.yaml")
    if node is not None:
        file, problems = read_facts(node, "trivia.yaml")
        made, more = questions("heat", [file], ())
        assert all(problem.line > 0 and problem.what for problem in (*problems, *more))
        assert len({question.id for question in made}) == len(made)
