"""Open Trivia DB's JSON: all four encodings read the same, broken files are read around the break."""

from __future__ import annotations

import base64
import html
import json
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.content.formats.base import Found, tidy
from quizgame.content.formats.opentdb import read, write
from quizgame.content.formats.opentdb_encoding import encoded, letters
from quizgame.content.problems import Problem, Severity
from quizgame.quiz.question import Question
from quizgame.quiz.tasks import Choice, Number, TrueFalse, Typed, folded

Encode = Callable[[str], str]

ENCODINGS: dict[str, Encode] = {
    "default": lambda text: html.escape(text).replace("&#x27;", "&#039;"),
    "twice": lambda text: html.escape(html.escape(text)),
    "urlLegacy": quote_plus,
    "url3986": lambda text: quote(text, safe=""),
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "plain": lambda text: text,
}


def entry(
    question: str = "Who is it?", right: Any = "Nate", wrong: Any = ("Chris",), **more: Any
) -> dict[str, Any]:
    return {"question": question, "correct_answer": right, "incorrect_answers": list(wrong), **more}


def answer(*entries: dict[str, Any], code: int = 0) -> str:
    return json.dumps({"response_code": code, "results": entries}, indent=1)


def written_in(name: str, *entries: dict[str, Any]) -> str:
    """The answer of the service, its names encoded too only in base64, as the service does."""
    encode = ENCODINGS[name]

    def field(key: str, value: Any) -> Any:
        if isinstance(value, list):
            return [encode(one) for one in value]
        return value if key in ("type", "difficulty") and name != "base64" else encode(value)

    return answer(*({key: field(key, value) for key, value in one.items()} for one in entries))


def found(text: str) -> list[Found]:
    return [one for one in read(text, "f") if isinstance(one, Found)]


def problems(text: str) -> list[tuple[int, int, str]]:
    return [(one.line, one.column, one.what) for one in read(text, "f") if isinstance(one, Problem)]


FILM = entry(
    'In HTML, what\'s "π" & <br> for 100%?',
    "<marquee></marquee>",
    ["A+B", "1/2"],
    type="multiple",
    difficulty="medium",
    category="Entertainment: Film",
)
TRUE = entry("Is it so?", "True", ["False"], type="boolean", difficulty="hard", category="Science & Nature")


@pytest.mark.parametrize("name", ENCODINGS)
def test_every_encoding_reads_the_same(name: str) -> None:
    first, second = found(written_in(name, FILM, TRUE))
    assert (first.text, first.task) == (FILM["question"], Choice("<marquee></marquee>", ("A+B", "1/2")))
    assert (first.topic, first.level) == ("film", 2)
    assert (second.task, second.topic, second.level) == (TrueFalse(True), "science & nature", 3)


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z", "M"], exclude_characters="&"), min_size=1
)
# A question has more than one word: without a blank nobody could tell one encoding from another.
SENTENCES = st.lists(WORDS, min_size=2, max_size=6).map(
    lambda words: tidy("So " + " ".join(words), markup=False)
)


@given(SENTENCES, WORDS, st.sampled_from(sorted(ENCODINGS)))
def test_any_text_survives_any_encoding(question: str, right: str, name: str) -> None:
    one = entry(question, "right " + right, ["wrong"], type="multiple", difficulty="easy", category="A: B")
    read_back = found(written_in(name, one))
    assert [(q.text, q.task.answer) for q in read_back] == [(question, tidy("right " + right, markup=False))]


@pytest.mark.parametrize("looking", ["abcd", "SGVsbG8gd29ybGQ=", "a+b", "100%25", "Nate", "%41%42"])
def test_plain_text_that_looks_encoded_stays(looking: str) -> None:
    text = answer(entry("What does this stand for?", looking, ["b c"]), entry("Nate", looking, ["efgh"]))
    assert [one.task.answer for one in found(text)] == [looking, looking]


def test_signs_of_an_encoding_in_plain_sentences_are_only_signs() -> None:
    text = answer(entry("What is 1+1?", "2+0", ["%20"]), entry("Is a+b %41?", "abcd", ["efgh"]))
    assert [(one.text, one.task.answer) for one in found(text)] == [
        ("What is 1+1?", "2+0"),
        ("Is a+b %41?", "abcd"),
    ]


def test_a_damaged_text_in_base64_costs_its_question_alone() -> None:
    text = written_in("base64", FILM, TRUE).replace(ENCODINGS["base64"]("True"), "VHJ1Z")
    assert len(found(text)) == 1
    assert problems(text) == [(15, 3, "'VHJ1Z' is not base64 as the rest of the file is")]


def test_base64_is_read_without_its_padding_too() -> None:
    assert found(written_in("base64", FILM, TRUE).replace("=", "")) == found(written_in("base64", FILM, TRUE))


def test_entities_of_entities_become_letters() -> None:
    assert letters("&quot;Tom &amp;amp; Jerry&amp;quot; caf&eacute; &#039;") == '"Tom & Jerry" café \''
    assert letters("AT&T; R&B &nosuchthing; &copy 100 &amp") == "AT&T; R&B &nosuchthing; &copy 100 &amp"


@pytest.mark.parametrize(
    "whole", [[FILM, TRUE], {"response_code": 0, "results": [FILM, TRUE]}, {"data": [FILM, TRUE]}]
)
def test_a_list_needs_no_answer_around_it(whole: Any) -> None:
    assert len(found(json.dumps(whole))) == 2


def test_questions_may_stand_one_on_a_line() -> None:
    text = f"{json.dumps(FILM)}\n{json.dumps(TRUE)}\n"
    assert [one.line for one in found(text)] == [1, 2]


def test_answers_of_the_service_may_follow_one_another() -> None:
    assert len(found(answer(FILM) + "\n" + answer(TRUE))) == 2
    assert len(found(json.dumps([json.loads(answer(FILM)), json.loads(answer(TRUE))]))) == 2


def test_notes_of_a_json_viewer_are_passed_over() -> None:
    assert len(found("// 20220706\n// https://opentdb.com\n\n" + answer(FILM))) == 1


def test_every_question_knows_its_line() -> None:
    text = answer(FILM, entry(), TRUE)
    starts = [n for n, line in enumerate(text.split("\n"), 1) if line == "  {"]
    assert [one.line for one in found(text)] == starts


@pytest.mark.parametrize(
    ("one", "why"),
    [
        ({"correct_answer": "a", "incorrect_answers": ["b"]}, "'question' is missing"),
        ({"category": "Art"}, "'question' and 'correct_answer' are missing"),
        (entry(wrong=[]), "there is no wrong option"),
        (entry() | {"incorrect_answers": "b, c"}, "'incorrect_answers' must be a list, but it is a text"),
        (entry() | {"question": 5}, "'question' must be a text, but it is a number"),
        (entry() | {"question": ["x"]}, "'question' must be a text, but it is a list"),
        (entry() | {"correct_answer": {"a": 1}}, "'correct_answer' must be a text, but it is an object"),
        (entry("x" * 301), "the question has 301 characters; at most 300 fit"),
        ("text", "this is not a question but a text"),
        (None, "this is not a question but nothing"),
    ],
)
def test_what_is_no_question_is_named_with_its_line(one: Any, why: str) -> None:
    text = answer(FILM, one)
    assert [what for _, _, what in problems(text)] == [why]
    assert problems(text)[0][0] == text.split("\n").index("  },") + 2
    assert len(found(text)) == 1


def test_numbers_and_truths_are_answers() -> None:
    assert [
        one.task for one in found('[{"question":"a?","correct_answer":1.50,"incorrect_answers":[7,1e5]}]')
    ] == [Choice("1.50", ("7", "1e5"))]
    assert [one.task for one in found('[{"question":"a?","correct_answer":true}]')] == [TrueFalse(True)]


def test_doubled_and_empty_options_are_left_out() -> None:
    text = answer(entry(wrong=["Chris", "", "nate", "CHRIS", "Trejo"]))
    assert [one.task for one in found(text)] == [Choice("Nate", ("Chris", "Trejo"))]
    assert len(problems(text)) == 3


def test_a_key_that_stands_twice_is_refused_where_its_values_differ() -> None:
    assert problems('[{"question":"a?","question":"b?","correct_answer":"x","incorrect_answers":["y"]}]') == [
        (1, 2, "'question' stands twice in this question, with different values")
    ]
    assert found('[{"question":"a?","question":"a?","correct_answer":"x","incorrect_answers":["y"]}]')


@pytest.mark.parametrize("code", [1, 2, 3, 4, 5, 99])
def test_a_refusal_of_the_service_is_explained(code: int) -> None:
    for text in (answer(code=code), json.dumps({"response_code": code})):
        (said,) = read(text, "f")
        assert isinstance(said, Problem)
        assert said.what.startswith(f"response_code {code}: ")


@pytest.mark.parametrize(
    "text", ["", " \n", "[]", '{"response_code":0,"results":[]}', "hello", "{", "[", "null", "[[]]"]
)
def test_a_file_without_questions_says_so(text: str) -> None:
    assert [one.severity for one in read(text, "f") if isinstance(one, Problem)] == [Severity.ERROR]


def test_before_a_break_everything_is_read_and_the_break_is_named() -> None:
    text = answer(FILM, TRUE)
    cut = text.index("Is it so")
    line = text.count("\n", 0, cut) + 1
    assert len(found(text[:cut])) == 1
    assert [(one[0], one[2]) for one in problems(text[:cut])] == [
        (line, "this is not JSON: unterminated string")
    ]


def test_after_a_break_reading_goes_on() -> None:
    broken = json.dumps(entry()).replace("Who is", 'Who "is')
    text = f"[{json.dumps(FILM)},\n{broken},\n{json.dumps(TRUE)}]"
    assert [one.line for one in found(text)] == [1, 3]
    assert [line for line, _, _ in problems(text)] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        '{"results":' * 50_000,
        "[{" * 50_000,
        "[NaN, -Infinity, " + "9" * 5000,
    ],
)
def test_nothing_hostile_raises(text: str) -> None:
    assert not found(text)
    assert len(problems(text)) <= 52


@given(st.text(alphabet='{}[]":,\\ \nquestion0.5-', max_size=60))
@settings(max_examples=300)
def test_no_text_raises(text: str) -> None:
    list(read(text, "f"))


@given(st.integers(0), st.sampled_from(['"', "{", "]", ",", "\\", "", "\0", "&", "%", "\ud800"]))
def test_no_damage_raises_and_all_but_one_question_survive(at: int, put: str) -> None:
    text = answer(*[entry(f"Question {number}?") for number in range(4)])
    at %= len(text)
    assert len(found(text[:at] + put + text[at + 1 :])) >= 2


NASTY = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=40),
    st.text(alphabet="&ampltqu;#38x27 <b>\"'+%=", min_size=1, max_size=30),
).map(lambda text: tidy("a" + text, markup=False))
QUESTIONS = st.builds(
    lambda text, task, level: Question("p/q", text, task, "film", level),
    NASTY,
    st.one_of(
        st.booleans().map(TrueFalse),
        st.lists(NASTY, min_size=2, max_size=5, unique_by=folded).map(
            lambda o: Choice("1" + o[0], tuple(o[1:]))
        ),
    ),
    st.sampled_from((1, 2, 3)),
)


@given(st.lists(QUESTIONS, min_size=1, max_size=4))
def test_what_is_written_reads_the_same(questions: list[Question]) -> None:
    text, left = write(questions)
    assert left == []
    assert [(q.text, q.task, q.topic, q.level) for q in found(text)] == [
        (q.text, q.task, q.topic, q.level) for q in questions
    ]


@given(NASTY)
def test_any_text_can_be_encoded(text: str) -> None:
    assert letters(encoded(text)) == text


def test_other_kinds_are_left_with_the_reason() -> None:
    text, left = write([Question("p/a", "a?", Typed(("x",))), Question("p/b", "b?", Number(1, 0, 9))])
    assert [(one.id, one.why) for one in left] == [
        ("p/a", "Open Trivia DB knows no typed questions"),
        ("p/b", "Open Trivia DB knows no number questions"),
    ]
    assert found(text) == []
