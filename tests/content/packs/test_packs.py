"""The authors' contract: what a pack may say, and what is said about mistakes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.content.packs.read import MAX_QUESTIONS, Pack, prefix_of, read_pack
from quizgame.content.problems import Problem, Severity
from quizgame.content.reader import read
from quizgame.quiz.question import Choice, Kind, TrueFalse

GOOD = """\
pack: My heist night
author: A. N. Author
licence: CC BY 4.0
questions:
- question: Which city is Heat set in?
  answer: Los Angeles
  wrong: [Chicago, Miami, New York]
  topic: Trivia
  level: 2
  explain: Shown when the answer is revealed.
  source: Where you know it from.
  id: city
  spoiler: yes
- question: Heat was released in 1995.
  answer: true
- question: Which of these is a city?
  choices: [Chicago, Hanna, "2,000"]
  answer: chicago
- question: Type it.
  accept: [Gage, Kevin Gage]
- question: Put them in order.
  order: [One, Two, Three]
- question: Which year?
  number: 1989
  range: [1980, 2000]
- question: Match them.
  match: {a: x, b: y, c: z}
- question: Which of these?
  answers: [Heat, Ali]
  wrong: [Se7en]
"""


def pack(written: str, pure: bool = False) -> tuple[Pack, list[Problem]]:
    node, problems = read(written.encode(), "p.yaml", pure=pure)
    if node is None:
        return Pack("", "p.yaml"), problems
    found, more = read_pack(node, "p.yaml", "mine", "p")
    return found, [*problems, *more]


def one(fields: str) -> tuple[Pack, list[Problem]]:
    """A pack of one question with these lines."""
    lines = "\n".join(f"  {line}" for line in fields.strip().split("\n"))
    return pack(f"pack: P\nquestions:\n-{lines[1:]}\n")


def test_a_whole_question_is_read_field_by_field() -> None:
    found, problems = pack(GOOD)
    assert problems == []
    assert (found.title, found.author, found.licence) == ("My heist night", "A. N. Author", "CC BY 4.0")
    question = found.questions[0].question
    assert question.id == "mine/city"
    assert question.task == Choice("Los Angeles", ("Chicago", "Miami", "New York"))
    assert (question.topic, question.level, question.spoiler) == ("trivia", 2, True)
    assert question.explain == "Shown when the answer is revealed."
    assert (question.source, question.pack) == ("Where you know it from.", "My heist night")
    assert (found.questions[0].line, found.questions[0].column) == (5, 3)


def test_the_kind_follows_from_the_keys() -> None:
    found, _ = pack(GOOD)
    kinds = [placed.question.kind for placed in found.questions]
    assert kinds[:3] == [Kind.CHOICE, Kind.TRUE_FALSE, Kind.CHOICE]
    assert kinds[3:] == [Kind.TYPED, Kind.ORDER, Kind.NUMBER, Kind.MATCH, Kind.SEVERAL]
    assert found.questions[1].question.task == TrueFalse(True)
    assert found.questions[2].question.task == Choice("Chicago", ("Hanna", "2,000"))


def test_what_is_left_out_has_a_default() -> None:
    found, _ = one("question: Really?\nanswer: false")
    question = found.questions[0].question
    assert (question.topic, question.level, question.explain, question.spoiler) == ("trivia", 1, "", False)
    assert question.id.startswith("mine/really-")


def test_an_id_that_was_not_given_outlives_other_wrong_options_but_not_other_words() -> None:
    def id_of(fields: str) -> str:
        return one(fields)[0].questions[0].question.id

    first = id_of("question: Where?\nanswer: Here\nwrong: [There]")
    assert id_of("question: where?\nanswer: here\nwrong: [Nowhere, Elsewhere]\nlevel: 3") == first
    assert id_of("question: Where to?\nanswer: Here\nwrong: [There]") != first


@pytest.mark.parametrize(
    ("fields", "code", "line"),
    [
        ("answer: x\nwrong: [y]", "missing-key", 3),
        ("question: Q?\nwrong: [y]", "missing-key", 3),
        ("question: Q?\nanswer: x", "no-options", 3),
        ("question: Q?\nanswer: x\nwrong: []", "empty", 5),
        ("question: Q?\nanswer: x\nwrong: [y, X]", "same-option", 5),
        ("question: Q?\nanswer: x\nchoices: [y, z]", "answer", 4),
        ("question: Q?\nanswer: x\nchoices: [x]", "no-options", 5),
        ("question: Q?\nanswer: x\nchoices: [x, y, 'y ']", "same-option", 5),
        ("question: Q?\nanswer: x\nchoices: [x, y]\nwrong: [z]", "both", 6),
        ("question: Q?\nanswer: x\nwrong: [" + ", ".join(f"w{n}" for n in range(20)) + "]", "too-many", 5),
        ("question: '~'\nanswer: true", "empty", 3),
        ("question: " + "Q" * 301 + "\nanswer: true", "too-long", 3),
        ("question: Q?\nanswer: " + "x" * 101 + "\nwrong: [y]", "too-long", 4),
        ("question: Q?\nanswer: true\nexplain: " + "x" * 401, "too-long", 5),
        ("question: Q?\nanswer: true\nlevel: 4", "number", 5),
        ("question: Q?\nanswer: true\nspoiler: perhaps", "flag", 5),
        ("question: Q?\nanswer: true\nid: My Id", "id", 5),
        ("question: Q?\nanswer: true\nalt: A\nimage: ../x.png", "picture-name", 6),
        ("question: Q?\nanswer: true\nexplain: !x y", "tag", 5),
    ],
)
def test_a_mistake_is_named_and_the_question_left_out(fields: str, code: str, line: int) -> None:
    found, problems = one(fields)
    assert found.questions == ()
    assert [(problem.code, problem.line) for problem in problems] == [(code, line)]
    assert problems[0].help


def test_a_typing_error_in_the_answer_gets_a_suggestion() -> None:
    _, problems = one("question: Q?\nchoices: [Oslo, Bergen]\nanswer: Olso")
    assert problems[0].help == "did you mean 'Oslo'?"


def test_half_of_a_choice_with_a_comma_is_not_what_was_meant() -> None:
    _, problems = one('question: Q?\nchoices: [12,000, 9,500]\nanswer: "12,000"')
    assert [problem.help for problem in problems] == ["put quotes round a choice that contains a comma"]
    _, problems = one('question: Q?\nchoices: ["Paris, Texas", Oslo]\nanswer: "Pariss, Texas"')
    assert [problem.help for problem in problems] == ["did you mean 'Paris, Texas'?"]


def test_every_mistake_of_every_question_is_listed() -> None:
    bad = "- question: Q?\n  answer: x\n  wrong: [x]\n  level: 9\n"
    _, problems = pack("pack: P\nquestions:\n" + bad * 3)
    assert [problem.line for problem in problems] == [5, 6, 9, 10, 13, 14]


def test_the_same_id_twice_keeps_the_first() -> None:
    twice = "- question: {}?\n  answer: true\n  id: same\n"
    found, problems = pack("pack: P\nquestions:\n" + twice.format("A") + twice.format("B"))
    assert [placed.question.text for placed in found.questions] == ["A?"]
    assert [(problem.code, problem.line) for problem in problems] == [("same-id", 6)]


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("- a\n", "not-a-pack"),
        ("pack: P\n", "missing-key"),
        ("pack: P\nquestions: []\n", "empty"),
        ("pack: P\nquestions:\n", "shape"),
        ("pack: P\nquestions: {a: b}\n", "shape"),
        ("pack: P\nquestions: [x]\n", "shape"),
    ],
)
def test_what_is_no_pack_is_told_what_a_pack_is(written: str, code: str) -> None:
    found, problems = pack(written)
    assert found.questions == ()
    assert [problem.code for problem in problems] == [code]
    assert problems[0].help


def test_a_pack_without_a_title_plays_under_its_file_name() -> None:
    found, problems = pack("questions:\n- question: Q?\n  answer: true\n")
    assert (found.title, len(found.questions)) == ("p", 1)
    assert [problem.severity for problem in problems] == [Severity.WARNING]


def test_a_pack_that_is_too_long_plays_its_first_questions() -> None:
    entries = "".join(f"- question: Q{n}?\n  answer: true\n" for n in range(MAX_QUESTIONS + 1))
    found, problems = pack("pack: P\nquestions:\n" + entries)
    assert len(found.questions) == MAX_QUESTIONS
    assert [(problem.code, problem.line) for problem in problems] == [("too-many", 3 + 2 * MAX_QUESTIONS)]


def test_ids_begin_with_the_file_in_plain_letters() -> None:
    assert prefix_of("My Pack!.yaml") == "my-pack"
    assert prefix_of("folder/Näkki_2.YML") == "folder/näkki-2"
    assert prefix_of("???.yaml") == "pack"


@given(st.binary(max_size=200), st.booleans())
@settings(max_examples=150, deadline=None)
def test_arbitrary_bytes_never_raise(data: bytes, pure: bool) -> None:
    node, problems = read(data, "f.yaml", pure=pure)
    if node is not None:
        read_pack(node, "f.yaml", "mine", "p")
    assert node is not None or problems


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """The good pack with a few bytes changed, taken out, repeated or put in."""
    data = bytearray(GOOD.encode())
    for _ in range(draw(st.integers(1, 4))):
        at, to = sorted((draw(st.integers(0, len(data))), draw(st.integers(0, len(data)))))
        to = min(to, at + 20)
        signs = b"\"'[]{}:-*&!%@`|>#,\t\n \\?<\x00\xff\xc3"
        put_in = draw(st.binary(max_size=3) | st.sampled_from(signs).map(lambda sign: bytes([sign])))
        data[at:to] = draw(st.sampled_from([put_in, put_in + bytes(data[at:to]), bytes(data[at:to]) * 2]))
    return bytes(data)


@given(mutated())
@settings(max_examples=300, deadline=None)
def test_mutated_packs_never_raise_and_every_problem_has_a_place(data: bytes) -> None:
    for pure in (False, True):
        node, problems = read(data, "f.yaml", pure=pure)
        more: list[Problem] = []
        if node is not None:
            _, more = read_pack(node, "f.yaml", "mine", "p")
        assert all(problem.line >= 1 and problem.column >= 1 for problem in (*problems, *more))
