"""Words cut to one line: as much as fits, never too wide, and the place that is meant stays in sight."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quizgame.screen.canvas import PlainRuler
from quizgame.screen.cutting import MORE, cut, cut_round
from quizgame.screen.theme import READING, Style

RULER, STYLE = PlainRuler(), Style(READING, 20)  # a letter is 10 units wide
LINES = st.text(st.characters(codec="ascii", categories=("L", "N", "P")), max_size=120)


def test_what_fits_stays_as_it_is() -> None:
    assert cut(RULER, "twelve words", STYLE, 120) == "twelve words"


@given(LINES, st.integers(2, 60))
def test_a_line_is_never_wider_than_its_room_and_no_shorter_than_it_need_be(text: str, letters: int) -> None:
    shown = cut(RULER, text, STYLE, letters * 10)
    assert len(shown) == min(len(text), letters)
    assert shown == text or (shown.endswith(MORE) and text.startswith(shown[:-1]))


@given(LINES, st.integers(0, 120), st.integers(12, 60))
def test_the_place_that_is_meant_is_in_sight(text: str, place: int, letters: int) -> None:
    shown, x = cut_round(RULER, text, place, STYLE, letters * 10)
    assert RULER.size(shown, STYLE).w <= letters * 10
    assert 0 <= x <= letters * 10
    if place < len(text):
        assert shown[round(x / 10)] == text[place]
