"""Questions about several rows of a table, and typed or numbered ones about one: made alike everywhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.content.facts.factfile import (
    Asked,
    Column,
    Evidence,
    Fact,
    FactFile,
    Row,
    SingleFact,
    Table,
    Tasked,
    TaskedRow,
    TaskedRows,
)
from quizgame.content.generating.generate import questions
from quizgame.content.kinds import Posed
from quizgame.content.problems import Problem
from quizgame.quiz.question import Kind, Question
from quizgame.quiz.tasks import Match, Number, Order, Several, Task, Typed
from tests.content.facts.fact_samples import SOURCES, text, texts

FACT = Fact(text("f"), text("So it is."), 1, False, (Evidence(text("guide"), texts("x")),))
FILMS = {
    "godfather": ("The Godfather Part II", "1974"), "takedown": ("L.A. Takedown", "1989"),
    "heat": ("Heat", "1995"), "batman": ("Batman Forever", "1995"), "collateral": ("Collateral", "2004"),
    "knight": ("The Dark Knight", "2008"), "enemies": ("Public Enemies", "2009"),
}  # fmt: skip
COLUMNS = (Column(text("film"), "film"), Column(text("year"), "year"))
ORDER = TaskedRows(
    text("in-order", 5), Kind.ORDER, text("The oldest first?"), text("film"), text("By year: {}."),
    text("year"), most=4, groups=4,
)  # fmt: skip
PAIRS = replace(ORDER, name=text("pairs"), kind=Kind.MATCH)
THESE = TaskedRows(
    text("these", 6), Kind.SEVERAL, text("Which?"), text("film"), text("{}."), most=4, groups=4
)
YEAR = TaskedRow(text("year"), text("When was {film} made?"), text("year"), (1950, 2020))
TYPE = TaskedRow(text("type"), text("Type the film of {year}."), text("film"))
MORE = tuple(("film", one) for one in texts("Se7en", "The Town", "Ronin", "Speed"))


def row(name: str, film: str, year: str, level: int = 1, **changes: object) -> Row:
    fact = replace(FACT, id=text(name), level=level, **changes)  # type: ignore[arg-type]
    return Row(fact, (("film", text(film)), ("year", text(year))))


ROWS = tuple(row(name, *pair) for name, pair in FILMS.items())
TABLE = Table(text("films"), COLUMNS, (), ROWS, MORE)


def of(*tables: Table, singles: tuple[SingleFact, ...] = ()) -> tuple[dict[str, Question], list[Problem]]:
    found, problems = questions("heat", [FactFile("t.yaml", "trivia", singles, tables)], SOURCES)
    return {question.id: question for question in found}, problems


def of_wording(posed: Posed, fact: Fact = FACT, **changes: object) -> tuple[list[Question], list[Problem]]:
    wording = replace(Tasked(text("w"), text("Which is it?"), posed), **changes)  # type: ignore[arg-type]
    found, problems = of(singles=(SingleFact(fact, (wording,)),))
    return list(found.values()), problems


def items(question: Question) -> tuple[str, ...]:
    assert isinstance(question.task, Order)
    return question.task.items


def test_an_order_of_rows_rises_and_never_holds_a_tie() -> None:
    found, problems = of(replace(TABLE, groups=(ORDER,)))
    assert problems == []
    assert len(found) >= 2
    for question in found.values():
        years = [int(year) for film in items(question) for name, year in FILMS.values() if name == film]
        assert years == sorted(set(years))
        assert len(years) == 4


def test_a_question_about_rows_is_about_the_table_and_explains_itself() -> None:
    found, _ = of(replace(TABLE, groups=(ORDER,)))
    question = found["heat/trivia/films/in-order/1"]
    assert (question.fact, question.template, question.level) == ("heat/trivia/films", "in-order", 1)
    assert question.source == "A guide"
    listed = [f"{film} ({year})" for film, year in FILMS.values()]
    assert question.explain.startswith("By year: ")
    assert all(
        any(entry in question.explain for entry in listed if item in entry) for item in items(question)
    )


def test_the_questions_about_rows_never_change() -> None:
    found, _ = of(replace(TABLE, groups=(ORDER,)))
    assert items(found["heat/trivia/films/in-order/1"]) == EXPECTED


EXPECTED = ("The Godfather Part II", "Heat", "Collateral", "The Dark Knight")


@settings(max_examples=30)
@given(st.permutations(ROWS))
def test_the_order_of_the_file_decides_nothing(shuffled: list[Row]) -> None:
    table = replace(TABLE, groups=(ORDER, PAIRS, THESE))
    assert of(replace(table, rows=tuple(shuffled)))[0] == of(table)[0]


def test_no_two_questions_of_a_template_have_the_same_rows() -> None:
    table = replace(TABLE, rows=ROWS[:3], groups=(replace(ORDER, most=3),))
    assert list(of(table)[0]) == ["heat/trivia/films/in-order/1"]


def test_every_row_gets_its_turn() -> None:
    many = tuple(row(f"r{n}", f"Film {n}", str(1950 + n)) for n in range(12))
    found, _ = of(replace(TABLE, rows=many, groups=(replace(ORDER, groups=3),)))
    assert len({item for question in found.values() for item in items(question)}) == 12


def test_rows_that_are_harder_than_the_question_take_no_part() -> None:
    rows = tuple(replace(one, fact=replace(one.fact, level=1 + n // 4)) for n, one in enumerate(ROWS))
    easy = replace(ORDER, level=1, most=3)
    found, _ = of(replace(TABLE, rows=rows, groups=(easy,)))
    assert found
    assert {q.level for q in found.values()} == {1}
    hard = {film for film, _ in list(FILMS.values())[4:]}
    assert not {item for question in found.values() for item in items(question)} & hard


def test_rows_may_skip_a_question_about_several_of_them() -> None:
    rows = (replace(ROWS[0], skip=texts("in-order")), *ROWS[1:])
    found, _ = of(replace(TABLE, rows=rows, groups=(ORDER,)))
    assert not any("The Godfather Part II" in items(question) for question in found.values())


def test_too_few_rows_are_reported_at_the_template() -> None:
    found, problems = of(replace(TABLE, rows=ROWS[2:5], groups=(ORDER,)))
    assert found == {}
    assert [(problem.code, problem.line) for problem in problems] == [("few-rows", 5)]


def test_a_match_never_pairs_what_another_fact_pairs_otherwise() -> None:
    second = replace(row("again", "Heat", "2004"), skip=texts("pairs"))
    found, _ = of(replace(TABLE, rows=(*ROWS, second), groups=(replace(PAIRS, groups=12),)))
    pairings = [dict(q.task.pairs) for q in found.values() if isinstance(q.task, Match)]
    assert len(pairings) > 5
    assert not any("Heat" in pairs and "2004" in pairs.values() for pairs in pairings)


def test_the_wrong_ones_of_several_are_wrong_for_every_row() -> None:
    table = replace(TABLE, groups=(THESE,), rows=(replace(ROWS[0], fact=barring("Ronin")), *ROWS[1:]))
    found, problems = of(table)
    assert problems == []
    films, sizes = {film for film, _ in FILMS.values()}, set()
    for question in found.values():
        assert isinstance(question.task, Several)
        sizes.add(len(question.task.answers))
        assert set(question.task.answers) <= films
        assert len(question.wrong) >= 3
        assert not set(question.wrong) & films
        assert not {"Ronin", "The Godfather Part II"} <= {*question.task.answers, *question.wrong}
    assert len(sizes) > 1, "a player need only count"


def barring(value: str) -> Fact:
    return replace(ROWS[0].fact, never=texts(value))


def test_several_without_wrong_values_is_reported() -> None:
    found, problems = of(replace(TABLE, more=MORE[:2], groups=(THESE,)))
    assert found == {}
    assert [(problem.code, problem.line) for problem in problems] == [("few-rows", 6)]


def test_a_year_is_asked_on_a_slider() -> None:
    found, problems = of(replace(TABLE, templates=(YEAR,)))
    assert problems == []
    question = found["heat/trivia/films/knight/year"]
    assert (question.text, question.task) == ("When was The Dark Knight made?", Number(2008, 1950, 2020))
    assert question.fact == "heat/trivia/films/knight"


def test_a_typed_row_takes_short_forms_and_knows_the_other_answers() -> None:
    accept = ((text("The Dark Knight"), texts("Dark Knight", "TDK")),)
    found, _ = of(replace(TABLE, templates=(TYPE,), accept=accept))
    task = found["heat/trivia/films/knight/type"].task
    assert isinstance(task, Typed)
    assert task.accept == ("The Dark Knight", "Dark Knight", "TDK")
    assert set(task.others) == {film for film, _ in FILMS.values()} - {"The Dark Knight"} | {
        "Se7en", "The Town", "Ronin", "Speed",
    }  # fmt: skip


def test_a_typed_answer_beside_which_another_is_right_is_refused() -> None:
    found, problems = of(replace(TABLE, templates=(TYPE,)))
    assert "heat/trivia/films/heat/type" not in found
    assert "heat/trivia/films/batman/type" not in found
    assert [problem.code for problem in problems] == ["also-right"] * 2


def test_a_known_answer_in_other_letters_is_not_known_to_be_wrong() -> None:
    more = (("film", text("the dark KNIGHT")), ("film", text("Knight, the Dark")))
    found, _ = of(replace(TABLE, templates=(TYPE,), more=more))
    task = found["heat/trivia/films/knight/type"].task
    assert isinstance(task, Typed)
    assert not [other for other in task.others if "knight" in other.casefold()]


def test_two_facts_about_the_same_thing_never_meet() -> None:
    other = SingleFact(
        replace(FACT, id=text("other"), about=text("trivia/films/knight")),
        (Asked(text("q"), text("Who?"), text("A"), texts("B", "C", "D")),),
    )
    found, problems = of(replace(TABLE, templates=(YEAR,)), singles=(other,))
    assert problems == []
    assert found["heat/trivia/other/q"].fact == "heat/trivia/films/knight"


def test_a_fact_about_nothing_that_is_there_is_reported() -> None:
    fact = replace(FACT, about=text("trivia/nothing", 9))
    _, problems = of_wording(Posed(Typed(("A",)), texts("A")), fact)
    assert [(problem.code, problem.line) for problem in problems] == [("unknown-fact", 9)]


GOOD: list[tuple[Task, tuple[str, ...], tuple[str, ...]]] = [
    (Typed(("A", "B")), ("A", "B"), ()),
    (Order(("A", "B", "C")), ("A", "B", "C"), ()),
    (Number(3, 1, 9), ("3",), ()),
    (Match((("A", "X"), ("B", "Y"), ("C", "Z"))), ("A", "B", "C", "X", "Y", "Z"), ()),
    (Several(("A", "B"), ("C", "D", "E")), ("A", "B"), ("C", "D", "E")),
]


@pytest.mark.parametrize(("task", "right", "wrong"), GOOD)
def test_a_single_fact_may_ask_in_every_kind(
    task: Task, right: tuple[str, ...], wrong: tuple[str, ...]
) -> None:
    (question,), problems = of_wording(Posed(task, texts(*right), texts(*wrong)), level=3)
    assert problems == []
    assert question.task == task
    assert (question.id, question.fact, question.level) == ("heat/trivia/f/w", "heat/trivia/f", 3)
    assert (question.explain, question.source) == ("So it is.", "A guide")


def test_several_with_too_few_or_barred_wrong_options_is_refused() -> None:
    short = Posed(Several(("A", "B"), ("C", "D")), texts("A", "B"), texts("C", "D"))
    assert [problem.code for problem in of_wording(short)[1]] == ["few-wrong"]
    wrong = (*texts("C", "D"), text("E", 8))
    barred = Posed(Several(("A", "B"), ("C", "D", "E")), texts("A", "B"), wrong)
    problems = of_wording(barred, replace(FACT, never=texts("e")))[1]
    assert [(problem.code, problem.line) for problem in problems] == [("barred-option", 8)]


@pytest.mark.parametrize(
    ("words", "posed"),
    [
        ("Was it Kevin Gage?", Posed(Typed(("Kevin Gage",)), texts("Kevin Gage"))),
        ("Was it in 1995?", Posed(Number(1995, 1980, 2000), texts("1995"))),
    ],
)
def test_an_answer_that_stands_in_the_question_is_refused(words: str, posed: Posed) -> None:
    found, problems = of_wording(posed, question=text(words))
    assert found == []
    assert [problem.code for problem in problems] == ["given-away"]


def test_known_answers_of_a_type_come_from_all_tables() -> None:
    posed = Posed(Typed(("Heat",)), texts("Heat"))
    wording = Tasked(text("w"), text("Which is it?"), posed, others_from="film")
    found, _ = of(TABLE, singles=(SingleFact(FACT, (wording,)),))
    task = found["heat/trivia/f/w"].task
    assert isinstance(task, Typed)
    assert {"Collateral", "Se7en"} <= set(task.others)
    assert "Heat" not in task.others
