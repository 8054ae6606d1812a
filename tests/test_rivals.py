"""What is said of a rival after a question and at the end."""

from __future__ import annotations

import pytest

from quizgame import rivals
from quizgame.quiz.ghost import Ghost, Step
from quizgame.quiz.run import Ending

STEPS = (Step("a", True, "yes", 100_000), Step("b", False, "no", 100_000))
GHOST = Ghost("M.", STEPS, Ending.WALKED, 100_000)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "M. had it  ·  they stand at $100,000, you at $5"),
        (2, "M. missed it  ·  they stand at $100,000, you at $5"),
        (3, "M. walked with $100,000  ·  you stand at $5"),
    ],
)
def test_after_a_question(number: int, said: str) -> None:
    assert rivals.beside(GHOST, number, 5) == said


@pytest.mark.parametrize("ending", Ending)
def test_every_way_to_leave_has_words(ending: Ending) -> None:
    assert rivals.beside(Ghost("", (), ending, 7), 1, 5).startswith("Your rival ")


@pytest.mark.parametrize(
    ("take", "said"),
    [
        (150_000, "You beat M. by $50,000. Theirs was $100,000."),
        (100_000, "Dead even with M.: $100,000 each."),
        (0, "M. stays ahead by $100,000, with $100,000."),
    ],
)
def test_at_the_end(take: int, said: str) -> None:
    assert rivals.beside_the_end(GHOST, take) == said
