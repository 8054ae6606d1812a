"""Who has the room of a reveal: the answer above all, and an explanation as much as its words need."""

from __future__ import annotations

from statistics import median

import pytest

from quizgame.quiz.question import Question
from quizgame.quiz.tasks import Kind
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Page
from quizgame.screen.theme import SPACE
from tests.screen.looks import page
from tests.screen.survey import surveyed
from tests.screen.test_real_bank import questions, screens

SIZES = [(1280, 720), (1920, 1080), (1024, 768)]
SOME = [each for each in questions()[:: len(questions()) // 120] if each.picture is None]
CHOICES = [each for each in SOME if each.kind is Kind.CHOICE]
MUCH = 60.0  # units of a panel that nothing stands in

at_every_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


def panes(question: Question, looks: Page) -> dict[str, list[Rect]]:
    """The panes of a reveal after a wrong answer, by their tone."""
    found: dict[str, list[Rect]] = {}
    for name, rect in surveyed(screens(question)[1], looks).shapes:
        if name.startswith("panel"):
            found.setdefault(name.removeprefix("panel "), []).append(rect)
    return found


@at_every_size
def test_an_explanation_stands_in_a_panel_of_its_own_size(size: tuple[int, int]) -> None:
    looks = page(size)
    for question in SOME:
        words = surveyed(screens(question)[1], looks).words
        told = {question.explain, f"Source: {question.source}"}
        inks = [each.ink for each in words if each.text in told]
        panel = screens(question)[1]._parts(looks).panel
        empty = panel.h - sum(ink.h for ink in inks)
        assert empty <= MUCH, question.id


@at_every_size
def test_the_right_card_is_the_largest_and_hardly_lower_than_it_was(size: tuple[int, int]) -> None:
    looks, heights = page(size), []
    for question in CHOICES:
        found = panes(question, looks)
        (right,) = found["right"]
        heights.append(right.h)
        others = [*found.get("quiet", []), *found["wrong"]]
        assert all(right.h >= other.h and right.w >= other.w for other in others), question.id
    assert median(heights) >= 90


def test_where_an_explanation_is_short_no_room_is_left_beside_the_cards() -> None:
    looks = page((1280, 720))
    for question in CHOICES:
        parts = screens(question)[1]._parts(looks)
        assert parts.answer.y - parts.question.bottom <= SPACE.wide
        assert parts.panel.y - parts.answer.bottom <= SPACE.wide
