"""Lines: nothing is lost, nothing too wide, no lonely last word, and what belongs together stays together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.screen.breaking import LONELY, SHORT, broken

WORDS = st.lists(st.text("abcdefghij’-.", min_size=1, max_size=12), min_size=1, max_size=30)


def lines(text: str, width: int) -> list[str]:
    """As on a typewriter: every letter is one wide."""
    return broken(text, width, len)


@given(WORDS, st.integers(12, 60))
@settings(max_examples=150)
def test_lines_hold_all_the_words_in_their_order_and_fit(words: list[str], width: int) -> None:
    found = lines(" ".join(words), width)
    assert " ".join(found).split() == words
    assert max(map(len, found)) <= width


@given(WORDS, st.integers(12, 60))
@settings(max_examples=150)
def test_company_for_the_last_word_costs_no_line(words: list[str], width: int) -> None:
    """As many lines as when each takes all it can."""
    greedy, room = 1, width
    for number, word in enumerate(words):
        if number and len(word) + 1 > room:
            greedy, room = greedy + 1, width
        room -= len(word) + (room < width)
    assert len(lines(" ".join(words), width)) == greedy


@pytest.mark.parametrize("width", [30, 36, 42, 50])
@pytest.mark.parametrize(
    "text",
    [
        "Which actor plays the police lieutenant Vincent Hanna?",
        "Who wrote and directed the film that this game is about?",
        "To what are both Neil and Vincent addicted, as one essay has it?",
        "Which of these is the one thing that McCauley says a man should never have in his life?",
    ],
)
def test_a_question_does_not_end_with_next_to_nothing(text: str, width: int) -> None:
    *_, last = lines(text, width)
    assert len(last) >= (SHORT if " " in last else LONELY) * width


def test_lines_that_end_well_are_left_as_they_are() -> None:
    assert lines("aaaa bbbb cccc dddd", 9) == ["aaaa bbbb", "cccc dddd"]
    assert lines("a long line goes on to the end of it with company", 30) == [
        "a long line goes on to the end",
        "of it with company",
    ]


def test_only_the_end_of_a_long_text_is_set_anew() -> None:
    text = "one two three four five six seven eight nine ten eleven twelve thirteen up"
    first, *_ = lines(text, 20)
    assert first == "one two three four"


@pytest.mark.parametrize(
    ("together", "text"),
    [
        ("30 seconds", "You have only 30 seconds flat to answer it"),
        ("Heat 2", "It is a story that Heat 2 tells of Chicago"),
        ("Mr. Pacino", "What does it say of Mr. Pacino and the film"),
        ("says –", "He looks up and says – after a while – nothing"),
        ("$12.1 million", "The crew is after $12.1 million in bearer bonds"),
        ("+3 s.", "There is but one clock. Right: +3 s. Wrong: it costs"),
        ("−5 s.", "There is but one clock. Wrong: −5 s. Right: it pays"),
    ],
)
def test_what_belongs_together_stays_on_a_line(together: str, text: str) -> None:
    for width in range(len(together) + 4, len(text)):
        assert any(together in line for line in lines(text, width)), (width, lines(text, width))


def test_a_word_wider_than_the_line_is_cut_and_loses_nothing() -> None:
    assert lines("abcdefghijklmno", 6) == ["abcdef", "ghijkl", "mno"]
    assert "".join(lines("see abcdefghijklmno z", 6)).replace(" ", "") == "seeabcdefghijklmnoz"


def test_a_pair_wider_than_the_line_is_parted() -> None:
    assert lines("30 seconds", 8) == ["30", "seconds"]
