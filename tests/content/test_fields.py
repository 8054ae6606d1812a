"""Fields of a map by type, and what is said about those that do not fit."""

from __future__ import annotations

from quizgame.content.fields import Fields
from quizgame.content.likeness import nearest
from quizgame.content.nodes import Map
from quizgame.content.problems import Problem
from quizgame.content.reader import read


def fields(written: str, *known: str) -> tuple[Fields, list[Problem]]:
    node, _ = read(written.encode(), "f.yaml")
    assert isinstance(node, Map)
    problems: list[Problem] = []
    return Fields(node, "f.yaml", problems, known or ("a", "b", "answer")), problems


def said(problems: list[Problem]) -> list[tuple[str, int, int, str]]:
    return [(problem.what, problem.line, problem.column, problem.help) for problem in problems]


def test_an_unknown_key_is_named_with_the_likely_one() -> None:
    taken, problems = fields("a: 1\nanwser: 2")
    assert said(problems) == [("unknown key 'anwser'", 2, 1, "did you mean 'answer'?")]
    assert not taken.ok


def test_of_a_flood_of_unknown_keys_only_the_first_are_named() -> None:
    taken, problems = fields("".join(f"z{number}: x\n" for number in range(1_000)))
    assert len(problems) == 11
    assert (problems[-1].what, problems[-1].line) == ("990 more unknown keys from here on", 11)
    assert not taken.ok


def test_of_a_flood_of_entries_that_are_none_only_the_first_are_named() -> None:
    taken, problems = fields("a:\n- {b: c}\n" + "- x\n" * 1_000)
    assert len(taken.maps("a")) == 1
    assert len(problems) == 11
    assert problems[-1].what.startswith("990 more entries of 'a'")


def test_a_text_that_nobody_can_see_is_empty() -> None:
    taken, problems = fields("a: \"\\u200d\"\nb: '\ufe0f'\nanswer: '\u0915\u094d\u200d'")
    assert taken.text("a") is taken.text("b") is None
    assert taken.text("answer") is not None
    assert [problem.code for problem in problems] == ["empty", "empty"]


def test_a_text_is_shown_on_one_line() -> None:
    _, problems = fields("? |\n  a\n  b\n: 1")
    assert problems[0].what == "unknown key 'a b '"


def test_a_misspelt_key_is_not_reported_as_missing_too() -> None:
    taken, problems = fields("Answer: 2")
    assert taken.text("answer", required=True) is None
    assert len(problems) == 1


def test_an_unknown_key_like_no_other_lists_the_known_ones() -> None:
    _, problems = fields("zzz: 2")
    assert problems[0].help == "these are known: a, answer, b"


def test_texts_lose_line_breaks_and_outer_blanks_only() -> None:
    taken, problems = fields("a: |\n  one\n  two  three\n")
    text = taken.text("a")
    assert text is not None
    assert text.value == "one two  three"
    assert not problems


def test_a_text_must_be_there_be_a_text_and_fit() -> None:
    taken, problems = fields("a: [x]\nb: ''\nanswer: " + "x" * 11)
    assert taken.text("a") is taken.text("b") is taken.text("answer", limit=10) is None
    assert taken.text("c") is None
    assert taken.text("c", required=True) is None
    assert [problem.code for problem in problems] == ["shape", "empty", "too-long", "missing-key"]
    assert (problems[-1].line, problems[-1].column) == (1, 1)


def test_one_text_counts_as_a_list_of_one() -> None:
    taken, problems = fields("a: x\nb: [y, z]")
    assert [text.value for text in taken.texts("a") + taken.texts("b")] == ["x", "y", "z"]
    assert not problems


def test_a_list_with_something_wrong_in_it_is_empty() -> None:
    taken, problems = fields("a: [x, [y], '']\nb: {x: y}\nanswer: []")
    assert [taken.texts(key) for key in ("a", "b", "answer")] == [[], [], []]
    assert [(problem.code, problem.line) for problem in problems] == [
        ("shape", 1),
        ("empty", 1),
        ("shape", 2),
        ("empty", 3),
    ]


def test_whole_numbers_have_bounds() -> None:
    taken, problems = fields("a: 3\nb: 4\nanswer: 2.0")
    assert [taken.integer(key, 1, 3) for key in ("a", "b", "answer")] == [3, None, None]
    assert problems[0].what == "'b' must be a whole number from 1 to 3, but it is '4'"


def test_flags_are_words() -> None:
    taken, problems = fields("a: Yes\nb: false\nanswer: 1")
    assert [taken.flag(key) for key in ("a", "b", "answer")] == [True, False, None]
    assert [problem.line for problem in problems] == [3]


def test_lists_and_maps_are_told_apart() -> None:
    taken, problems = fields("a: {x: y}\nb: [{x: y}, z]")
    assert taken.map("a") is not None
    assert taken.list("b") is not None
    assert taken.map("b") is None
    assert taken.list("a") is None
    assert len(taken.maps("b")) == 1
    assert [problem.line for problem in problems] == [2, 1, 2]


def test_what_the_reader_has_refused_is_not_reported_twice() -> None:
    taken, problems = fields('a: "\\x07"\nb: *x')
    assert taken.text("a") is None
    assert taken.integer("b", 1, 3) is None
    assert not taken.ok
    assert not problems


def test_the_nearest_word_must_be_near() -> None:
    assert nearest("Questoin", ("question", "answer")) == "question"
    assert nearest("image", ("range", "answer")) is None
