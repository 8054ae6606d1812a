"""Type on the screen: numbers whose digits keep their places, on the faces that ship with the game."""

from __future__ import annotations

import pygame
import pytest

from quizgame import resources
from quizgame.screen.text import Faces, PixelRuler
from quizgame.screen.theme import DISPLAY, READING, STRONG, Style

FACES = [DISPLAY, READING, STRONG]
WHITE = (255, 255, 255)


@pytest.fixture(scope="module")
def faces() -> Faces:
    return Faces(resources.assets() / "fonts")


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(
    "numbers", [("$1,111,111", "$4,888,400"), ("11", "97"), ("9.1", "0.0"), ("11 %", "48 %")]
)
def test_numbers_of_one_shape_are_equally_wide(faces: Faces, face: str, numbers: tuple[str, str]) -> None:
    ruler = PixelRuler(faces, 1.5)
    one, other = (ruler.size(number, Style(face, 22)).w for number in numbers)
    assert one == other


@pytest.mark.parametrize("face", FACES)
def test_a_digit_that_changes_moves_no_other(faces: Faces, face: str) -> None:
    first, second = (faces.rendered(text, face, 40, WHITE) for text in ("$712,009", "$112,009"))
    assert first.get_size() == second.get_size()
    rest = pygame.Rect(first.get_width() // 3, 0, first.get_width() * 2 // 3, first.get_height())
    parts = [pygame.image.tobytes(picture.subsurface(rest), "RGBA") for picture in (first, second)]
    assert parts[0] == parts[1]
    assert pygame.image.tobytes(first, "RGBA") != pygame.image.tobytes(second, "RGBA")


def test_a_number_is_drawn_as_wide_as_it_is_measured(faces: Faces) -> None:
    for text in ("$1,412,300", "1995", "+10", "42 %"):
        assert faces.rendered(text, READING, 33, WHITE).get_width() == faces.width(text, READING, 33)


def test_years_in_a_sentence_are_set_as_words_are(faces: Faces) -> None:
    sentence = "Heat was released in 1995."
    assert faces.width(sentence, READING, 30) == faces.font(READING, 30).size(sentence)[0]
