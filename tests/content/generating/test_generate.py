"""Questions made from facts: what they say, which options they get, and that they never change."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.content.facts.factfile import (
    Asked,
    AskRow,
    Claimed,
    ClaimRow,
    Column,
    Evidence,
    Fact,
    FactFile,
    Row,
    SingleFact,
    Table,
)
from quizgame.content.generating.generate import questions
from quizgame.content.problems import Problem
from quizgame.content.wording import plain
from quizgame.quiz.question import Kind, Question
from tests.content.facts.fact_samples import SOURCES, text, texts

EVIDENCE = (Evidence(text("guide"), texts("28")), Evidence(text("essay"), texts("28")))
FACT = Fact(text("rank"), text("It was counted in."), 2, False, EVIDENCE)
ASKED = Asked(
    text("place"),
    text("Where was it ranked?"),
    text("Number 28", 7),
    texts("Number 3", "Number 8", "Number 51"),
)
CLAIMED = Claimed(text("claim"), text("It was ranked at {}."), text("28"), texts("8"))

PEOPLE = {
    "nate": ("Nate", "Jon Voight"),
    "hanna": ("Vincent Hanna", "Al Pacino"),
    "chris": ("Chris Shiherlis", "Val Kilmer"),
    "michael": ("Michael", "Tom Sizemore"),
    "neil": ("Neil McCauley", "Robert De Niro"),
}
ASK = AskRow(text("who-plays"), text("Who plays {character}?"), text("actor"))
WHOM = AskRow(text("plays-whom"), text("Which character does {actor} play?"), text("character"))
CLAIM = ClaimRow(text("claim"), text("{actor} plays {character}."), text("actor"))
COLUMNS = (Column(text("character"), "character"), Column(text("actor"), "actor"))


def row(name: str, character: str, actor: str, group: str = "", skip: tuple[str, ...] = ()) -> Row:
    values = (("character", text(character)), ("actor", text(actor)))
    return Row(replace(FACT, id=text(name)), values, group, texts(*skip))


ROWS = tuple(row(name, *pair) for name, pair in PEOPLE.items())
TABLE = Table(text("played-by"), COLUMNS, (ASK, WHOM, CLAIM), ROWS)


def of_single(*wordings: Asked | Claimed, fact: Fact = FACT) -> tuple[list[Question], list[Problem]]:
    return questions("heat", [FactFile("t.yaml", "trivia", (SingleFact(fact, wordings),))], SOURCES)


def of_tables(*tables: Table, topic: str = "cast") -> tuple[list[Question], list[Problem]]:
    return questions("heat", [FactFile("c.yaml", topic, (), tables)], SOURCES)


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def by_id(found: list[Question]) -> dict[str, Question]:
    return {question.id: question for question in found}


def test_a_single_fact_becomes_a_question_that_says_all() -> None:
    (question,), problems = of_single(ASKED)
    assert not problems
    assert question.id == "heat/trivia/rank/place"
    assert (question.fact, question.template, question.topic) == ("heat/trivia/rank", "place", "trivia")
    assert (question.text, question.answer) == ("Where was it ranked?", "Number 28")
    assert question.wrong == ("Number 3", "Number 8", "Number 51")
    assert (question.level, question.explain, question.pack) == (2, "It was counted in.", "Heat")
    assert question.source == "A guide; An essay"


def test_a_claim_becomes_a_true_and_a_false_statement() -> None:
    found, problems = of_single(CLAIMED)
    assert not problems
    assert [(q.id, q.text, q.answer) for q in found] == [
        ("heat/trivia/rank/claim-true", "It was ranked at 28.", "True"),
        ("heat/trivia/rank/claim-false", "It was ranked at 8.", "False"),
    ]


def test_a_wording_may_have_a_level_of_its_own_and_the_spoiler_is_kept() -> None:
    (question,), _ = of_single(replace(ASKED, level=3), fact=replace(FACT, spoiler=True))
    assert (question.level, question.spoiler) == (3, True)


def test_a_table_is_asked_both_ways_and_claimed() -> None:
    found, problems = of_tables(TABLE)
    assert not problems
    assert len(found) == 5 * 4
    question = by_id(found)["heat/cast/played-by/nate/plays-whom"]
    assert (question.text, question.answer) == ("Which character does Jon Voight play?", "Nate")
    assert question.fact == "heat/cast/played-by/nate"
    assert set(question.wrong) == {pair[0] for pair in PEOPLE.values()} - {"Nate"}


def test_a_false_claim_of_a_table_is_false_for_every_row() -> None:
    false = [q for q in of_tables(TABLE)[0] if q.id.endswith("-false")]
    true = {f"{actor} plays {character}." for character, actor in PEOPLE.values()}
    assert len(false) == 5
    assert not true & {q.text for q in false}


def test_a_skipped_template_and_a_missing_column_ask_nothing() -> None:
    short = Row(replace(FACT, id=text("eady")), (("character", text("Eady")),))
    table = replace(TABLE, rows=(*ROWS, row("waingro", "Waingro", "Kevin Gage", skip=("claim",)), short))
    ids = by_id(of_tables(table)[0])
    assert "heat/cast/played-by/waingro/who-plays" in ids
    assert "heat/cast/played-by/waingro/claim-true" not in ids
    assert not [id for id in ids if "/eady/" in id]
    assert any("Eady" in question.wrong for question in ids.values())


def test_options_come_from_the_rows_own_group_where_it_is_large_enough() -> None:
    women = tuple(row(f"w{n}", f"Woman {n}", f"Actress {n}", "women") for n in range(4))
    men = tuple(replace(one, group="men") for one in ROWS)
    found = by_id(of_tables(replace(TABLE, rows=(*men, *women)))[0])
    assert all(w.startswith("Actress") for w in found["heat/cast/played-by/w1/who-plays"].wrong)
    assert not any(w.startswith("Actress") for w in found["heat/cast/played-by/nate/who-plays"].wrong)


def test_more_values_fill_up_and_at_most_six_are_kept() -> None:
    table = replace(
        TABLE, rows=ROWS[:2], more=tuple(("actor", one) for one in texts("A", "B", "C", "D", "E", "F", "G"))
    )
    found = by_id(of_tables(replace(table, templates=(ASK,)))[0])
    wrong = found["heat/cast/played-by/nate/who-plays"].wrong
    assert len(wrong) == 6
    assert "Al Pacino" in wrong


def test_a_value_that_is_right_in_another_row_is_never_offered() -> None:
    second = row("nate-again", "Nate", "Danny Trejo", skip=("who-plays", "claim"))
    found = by_id(of_tables(replace(TABLE, rows=(*ROWS, second)))[0])
    assert "Danny Trejo" not in found["heat/cast/played-by/nate/who-plays"].wrong
    assert "Danny Trejo" in found["heat/cast/played-by/hanna/who-plays"].wrong


def test_a_value_that_is_right_in_another_table_is_never_offered() -> None:
    other = Table(text("cameos"), COLUMNS, (), (row("cameo", "Nate", "Tom Sizemore"),))
    found = by_id(of_tables(TABLE, other)[0])
    assert "Tom Sizemore" not in found["heat/cast/played-by/nate/who-plays"].wrong


def test_what_another_fact_answers_to_the_same_words_is_never_offered() -> None:
    columns = (Column(text("role"), "character"), Column(text("star"), "actor"))
    ask = AskRow(text("who"), text("Who plays {role}?"), text("star"))
    values = (("role", text("Nate")), ("star", text("Val Kilmer")))
    other = Table(text("cameos"), columns, (ask,), (Row(FACT, values, "", texts("who")),))
    assert "Val Kilmer" not in by_id(of_tables(TABLE, other)[0])["heat/cast/played-by/nate/who-plays"].wrong


def test_a_statement_that_another_fact_makes_is_never_called_false() -> None:
    values = [("Al Pacino", "x"), ("Val Kilmer", "y"), ("Tom Sizemore", "z")]
    claims = [Claimed(text(n), text("{} plays Nate."), text(actor), texts("Nobody")) for actor, n in values]
    singles = (SingleFact(replace(FACT, id=text("odd")), tuple(claims)),)
    found = by_id(questions("heat", [FactFile("c.yaml", "cast", singles, (TABLE,))], SOURCES)[0])
    assert found["heat/cast/played-by/nate/claim-false"].text == "Robert De Niro plays Nate."


def test_a_template_may_have_a_level_of_its_own() -> None:
    table = replace(TABLE, templates=(replace(ASK, level=3), replace(CLAIM, level=1), WHOM))
    levels = {question.template: question.level for question in of_tables(table)[0]}
    assert levels == {"who-plays": 3, "claim-true": 1, "claim-false": 1, "plays-whom": 2}


def test_a_second_right_value_of_the_same_row_is_never_offered() -> None:
    columns = (Column(text("film"), "film"), Column(text("star"), "actor"), Column(text("second"), "actor"))
    rows = tuple(
        Row(
            replace(FACT, id=text(f"f{n}")),
            tuple((column, text(f"{column} {n}")) for column in ("film", "star", "second")),
        )
        for n in range(4)
    )
    ask = AskRow(text("star"), text("Who leads in {film}?"), text("star"))
    found = by_id(of_tables(Table(text("films"), columns, (ask,), rows))[0])
    assert "second 1" not in found["heat/cast/films/f1/star"].wrong
    assert len(found["heat/cast/films/f1/star"].wrong) == 6


def test_values_under_not_and_values_in_the_question_are_never_offered() -> None:
    barred = replace(ROWS[0], fact=replace(ROWS[0].fact, never=texts("al  PACINO")))
    ask = replace(ASK, question=text("Val Kilmer apart, who plays {character}?"))
    table = replace(TABLE, templates=(ask,), rows=(barred, *ROWS[1:]), more=(("actor", text("Ted Levine")),))
    wrong = by_id(of_tables(table)[0])["heat/cast/played-by/nate/who-plays"].wrong
    assert set(wrong) == {"Tom Sizemore", "Robert De Niro", "Ted Levine"}


def test_a_table_too_small_for_three_wrong_options_is_refused() -> None:
    assert codes(of_tables(replace(TABLE, rows=ROWS[:3], templates=(ASK,)))[1]) == ["few-wrong"] * 3


def test_a_claim_that_nothing_can_make_false_is_reported() -> None:
    found, problems = of_tables(replace(TABLE, rows=ROWS[:1], templates=(CLAIM,)))
    assert [q.answer for q in found] == ["True"]
    assert codes(problems) == ["few-wrong"]


def test_a_question_too_long_for_the_screen_is_refused() -> None:
    long = row("long", "x" * 295, "Ted Levine")
    found, problems = of_tables(replace(TABLE, templates=(ASK,), rows=(*ROWS, long)))
    assert codes(problems) == ["too-long"]
    assert "heat/cast/played-by/long/who-plays" not in by_id(found)


def test_a_further_value_that_is_some_rows_own_is_reported() -> None:
    _, problems = of_tables(replace(TABLE, more=(("actor", text("jon voight", 30)),)))
    assert [(p.code, p.line) for p in problems] == [("also-right", 30)]


names = st.text("abcdefghij ", min_size=1, max_size=6).filter(str.strip)
pairs = st.lists(st.tuples(names, names), min_size=1, max_size=12)
groups = st.sampled_from(["", "a", "b"])


@settings(max_examples=60)
@given(pairs, st.lists(groups, min_size=12, max_size=12), st.lists(names, max_size=5))
def test_whatever_the_table_no_question_can_be_contested(
    given_pairs: list[tuple[str, str]], given_groups: list[str], more: list[str]
) -> None:
    rows = tuple(
        row(f"r{n}", character, actor, group)
        for n, ((character, actor), group) in enumerate(zip(given_pairs, given_groups, strict=False))
    )
    table = replace(TABLE, rows=rows, more=tuple(("actor", one) for one in texts(*more)))
    found, _ = of_tables(table)
    facts = {(plain(character), plain(actor)) for character, actor in given_pairs}
    for question in found:
        character, actor = given_pairs[int(question.fact.rpartition("/r")[2])]
        if question.template == "who-plays":
            assert not {(plain(character), plain(wrong)) for wrong in question.wrong} & facts
        elif question.template == "plays-whom":
            assert not {(plain(wrong), plain(actor)) for wrong in question.wrong} & facts
        elif question.template == "claim-false":
            said = question.text.removesuffix(f" plays {character}.")
            assert (plain(character), plain(said)) not in facts
        if question.kind is Kind.CHOICE:
            assert 3 <= len(question.wrong) <= 6


@settings(max_examples=30)
@given(st.permutations(range(5)))
def test_the_order_of_the_file_decides_no_option(order: list[int]) -> None:
    straight, shuffled = of_tables(TABLE)[0], of_tables(replace(TABLE, rows=tuple(ROWS[n] for n in order)))[0]
    assert by_id(straight) == by_id(shuffled)


def test_options_are_the_same_on_every_machine_and_year() -> None:
    question = by_id(of_tables(TABLE)[0])["heat/cast/played-by/nate/who-plays"]
    assert question.wrong == ("Tom Sizemore", "Val Kilmer", "Robert De Niro", "Al Pacino")
