"""Which format a file is in: told by what stands in it, whatever it is called."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.content.formats.base import Unreadable
from quizgame.content.formats.detect import detect, refuse_binary
from quizgame.content.formats.registry import FORMATS

SAMPLES = {
    "opentdb": '{"response_code":0,"results":[{"question":"Who?","correct_answer":"A"}]}',
    "opentriviaqa": "#Q In this question, what is ANSWER: A?\n^ Yes\nA Yes\nB No\n\n#Q Who?\n^ A\nA A\nB B\n",
    "aiken": "Which question, if any, is this?\nA. One\nB) Two\nANSWER: B\n\nWho?\nA. X\nB. Y\nAnswer: a\n",
    "gift": "// a comment\n::one:: Who is it? {=A ~B}\n\nHeat is long. {T}\n\nWhen? {#1995}\n\nTell. {}\n",
    "csv": "Question,Answer 1,Answer 2,Correct\nWho?,A,B,1\n",
    "red": "AUTHOR: me\nWho directed Heat?:\n- Mann\n- Michael Mann\nWhen?:\n  - 1995\n",
}
MORE = [
    ("opentdb", '[{"category":"Film","question":"Who?","correct_answer":"A","incorrect_answers":["B"]}]'),
    ("opentdb", '{"question":"a","correct_answer":"b"}\n{"question":"c","correct_answer":"d"}\n'),
    ("opentdb", '{"response_code":1,"results":[]}'),
    ("gift", "[html]Who is it? {\n  =A\n  ~B\n}\n"),
    ("gift", "$CATEGORY: films\n\nHeat is long {FALSE#No.}\n"),
    ("csv", "sep=;\nquestion;answer;wrong 1\nWho?;A;B\n"),
    (
        "csv",
        "My quiz\t\t\nAdd\t\t\n#\tQuestion - max 120 characters\tAnswer 1 - max 75 characters\n1\tWho?\tA\n",
    ),
    ("csv", '"Question Text","Question Type","Option 1"\n"Who?","Multiple Choice","A"\n'),
    ("csv", "Prompt|Solution|Distractor 1\nWho?|A|B\n"),
    ("aiken", "Who?\nA. X\nB. Y\nC. Z\nAnswer: A, B\n"),
    ("aiken", "Who?\nA. X\nB. Y\nANSWER: B) Y\n"),
    ("aiken", "Who?\nA. X\nB. Y\nCorrect answer: b\n"),
    ("aiken", "Who?\nA. X\nB. Y\nANSWER B\n"),
    ("red", "Who?: [Mann, Michael Mann]\nWhen?: [1995]\n"),
]


@pytest.mark.parametrize("name", ["file", "file.txt", "file.json", "file.yaml", "file.csv", "file.gift"])
@pytest.mark.parametrize("form", SAMPLES)
def test_the_content_tells_whatever_the_name_says(form: str, name: str) -> None:
    assert detect(SAMPLES[form], name) is FORMATS[form]


@pytest.mark.parametrize(("form", "text"), MORE)
def test_every_way_to_write_a_format_is_known(form: str, text: str) -> None:
    assert detect(text, "file.txt") is FORMATS[form]


@pytest.mark.parametrize(
    ("name", "form"),
    [("x.CSV", "csv"), ("x.tsv", "csv"), ("x.gift", "gift"), ("x.yml", "red"), ("a/x.json", "opentdb")],
)
def test_where_the_content_says_nothing_the_name_does(name: str, form: str) -> None:
    assert detect("Just a line of text", name) is FORMATS[form]


def test_where_two_formats_stand_in_a_file_its_name_decides() -> None:
    both = SAMPLES["aiken"] + "\n" + SAMPLES["gift"]
    assert detect(both, "x.gift") is FORMATS["gift"]
    with pytest.raises(Unreadable, match=r"looks like (Aiken|Moodle GIFT) and (Aiken|Moodle GIFT) at once"):
        detect(both, "x.txt")


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "empty"),
        (" \n\n", "empty"),
        ("pack: Mine\nquestions:\n- question: Who?\n  answer: true\n", "pack of this game already"),
        ("questions: # mine\n  - {question: Who?, answer: true}\n", "pack of this game already"),
        ('<?xml version="1.0"?>\n<quiz></quiz>', "XML"),
        ("<!DOCTYPE html><html>", "web page"),
        ('{"name": "something", "version": 3}', "JSON"),
        ("Dear all,\n\nplease find below nothing at all.\n", "no format"),
    ],
)
def test_what_is_none_of_them_is_refused_with_the_reason(text: str, what: str) -> None:
    with pytest.raises(Unreadable, match=what):
        detect(text, "file.txt")


def test_the_refusal_lists_the_formats_and_how_to_force_one() -> None:
    with pytest.raises(Unreadable) as refusal:
        detect("nothing", "file.txt")
    assert all(f"--from {name}" in refusal.value.remedy for name in FORMATS)


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"PK\x03\x04xl/", "workbook"),
        (b"\xd0\xcf\x11\xe0", "old office"),
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG", "picture"),
    ],
)
def test_what_is_no_text_is_refused_by_its_first_bytes(data: bytes, what: str) -> None:
    with pytest.raises(Unreadable, match=what):
        refuse_binary(data + bytes(100))


@given(
    st.text(max_size=300)
    | st.lists(st.sampled_from(["{", "}", "=", "#Q", "\n", "[", "- ", ":", '"'])).map("".join)
)
@settings(max_examples=200, deadline=None)
def test_any_text_gets_a_format_or_a_refusal(text: str) -> None:
    with contextlib.suppress(Unreadable):
        assert detect(text, "x").name in FORMATS


@pytest.mark.parametrize(
    "piece", ["{", "{ ", "a:\n", "\n", "{T#", "[[", '{"question":', "questions:\n- ", ",", "question,"]
)
def test_no_text_takes_long(piece: str) -> None:
    """A search that goes back and forth would take minutes here, and this test with it."""
    with contextlib.suppress(Unreadable):
        detect(piece * 100_000, "x")
