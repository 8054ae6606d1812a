"""A log is written down and read back whole; whatever else a file may hold is refused by name."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.quiz.card import Given
from quizgame.quiz.events import (
    LARGEST,
    Abandon,
    Answer,
    Begin,
    BrokenLog,
    Buzz,
    Call,
    Event,
    Next,
    Open,
    Pause,
    Resume,
    Stay,
    TimeUp,
    Walk,
    from_json,
    to_json,
)
from quizgame.quiz.rules import Crew

WHEN = st.integers(1 - LARGEST, LARGEST - 1)
BARE = st.sampled_from((Begin, Open, TimeUp, Next, Walk, Stay, Pause, Resume, Abandon))
GIVEN = WHEN | st.text(max_size=12) | st.lists(WHEN, max_size=6).map(tuple)
EVENTS = (
    st.builds(lambda kind, at: kind(at), BARE, WHEN)
    | st.builds(Answer, WHEN, GIVEN)
    | st.builds(Call, WHEN, st.sampled_from(Crew))
    | st.builds(Buzz, WHEN, WHEN)
)
ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(("begin", "answer", "call", "chris", "timeup")),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=12,
)


@settings(max_examples=60)
@given(st.lists(EVENTS).map(tuple))
def test_a_log_comes_back_as_it_was(log: tuple[Event, ...]) -> None:
    assert from_json(to_json(log)) == log


def test_a_log_is_short_and_readable() -> None:
    log = (Begin(0), Answer(4_100, 2), Call(5_000, Crew.TREJO), TimeUp(6_000))
    assert to_json(log) == '[["begin",0],["answer",4100,2],["call",5000,"trejo"],["timeup",6000]]'


@pytest.mark.parametrize(
    ("given_", "text"),
    [
        (2, "2"),
        (-40, "-40"),
        ("Kevin Gage", '"Kevin Gage"'),
        ("7", '"7"'),
        ((2, 0, 1), "[2,0,1]"),
        ((), "[]"),
    ],
)
def test_an_answer_of_every_kind_is_written_and_read(given_: Given, text: str) -> None:
    log = (Answer(5, given_),)
    assert to_json(log) == f'[["answer",5,{text}]]'
    assert from_json(to_json(log)) == log


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nothing",
        "null",
        "7",
        "{}",
        '""',
        '{"begin": 0}',
        "[",
        "[7]",
        "[[]]",
        '["begin"]',
        '[["begin"]]',
        '[["begin", "0"]]',
        '[["begin", 0.0]]',
        '[["begin", true]]',
        '[["begin", null]]',
        '[["begin", 0, 1]]',
        '[["Begin", 0]]',
        '[["sleep", 0]]',
        '[[["begin"], 0]]',
        '[["answer", 0]]',
        '[["answer", 0, null]]',
        '[["answer", 0, 1.0]]',
        '[["answer", 0, {}]]',
        '[["answer", 0, ["1"]]]',
        '[["answer", 0, [true]]]',
        '[["answer", 0, [1, [2]]]]',
        '[["answer", 0, true]]',
        '[["answer", 0, 1, 2]]',
        '[["call", 0]]',
        '[["call", 0, "waingro"]]',
        '[["call", 0, 3]]',
        '[["begin", NaN]]',
        '[["begin", 1e400]]',
        f'[["begin", {"9" * 5_000}]]',
        "[" * 100_000,
        '[["begin", 0]',
        '\ufeff[["begin", 0]]',
        "\0",
    ],
)
def test_what_is_no_log_is_refused(text: str) -> None:
    with pytest.raises(BrokenLog):
        from_json(text)


@settings(max_examples=200)
@given(st.text(max_size=30) | ANYTHING.map(json.dumps))
def test_rubbish_is_a_broken_log_and_no_other_error(text: str) -> None:
    try:
        log = from_json(text)
    except BrokenLog:
        return
    assert json.loads(to_json(log)) == json.loads(text)
