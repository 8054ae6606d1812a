"""Whatever is typed, a name in the table is short, visible and stays on its line."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.store.names import MAX_NAME, clean_name

# Letters that Hypothesis would seldom put side by side: overrides, joiners, fillers, lone surrogates.
HOSTILE = st.text(
    st.sampled_from("ab \t\n\u202e\u2066\u200b\u200d\ufeff\u3164\ufe0f\u0301e\ud800\x00\u2028\U000e0101")
)


@given(st.text(st.characters(), max_size=80) | HOSTILE)
def test_names_are_composed_short_and_visible(text: str) -> None:
    name = clean_name(text)
    assert len(name) <= MAX_NAME
    assert unicodedata.is_normalized("NFC", name)
    assert {unicodedata.category(c) for c in name}.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})
    assert name == " ".join(name.split())
    assert clean_name(name) == name


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Neil   McCauley ", "Neil McCauley"),
        ("Zoe\u0308", "Zoë"),
        ("e\u200d\u0301", "é"),
        ("abc\u202ecba", "abccba"),
        ("one\ntwo", "one two"),
        ("\u200b\u2060\ufeff\u3164 ", ""),
        ("x" * 23 + " tail", "x" * 23),
        ("Ирина 李", "Ирина 李"),
    ],
)
def test_examples(typed: str, kept: str) -> None:
    assert clean_name(typed) == kept
