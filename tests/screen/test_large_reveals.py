"""How an answer went, in text twice as large: tags, explanations and sources grow with all the rest."""

from __future__ import annotations

from statistics import median

import pytest

from quizgame.quiz.question import Question
from quizgame.screen.scene import Page
from tests.screen.looks import page
from tests.screen.survey import faults, surveyed
from tests.screen.test_places import SCENES
from tests.screen.test_real_bank import questions, screens

SIZES = [(1280, 720), (1920, 1080), (1024, 768)]
REVEALS = [name for name in SCENES if "reveal" in name]
TAGS = {"RIGHT", "YOURS", "RIGHT, YOURS", "PICKED", "MISSED", "TOO MANY"}
SOME = questions()[:: len(questions()) // 60]

at_every_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


def tags(name: str, looks: Page) -> dict[str, float]:
    """The words beside ticks and crosses, with their sizes in units."""
    words = surveyed(SCENES[name], looks).words
    return {
        each.text: each.style.size for each in words if each.text in TAGS and each.style.face != "display"
    }


@at_every_size
@pytest.mark.parametrize("name", REVEALS)
def test_tags_are_twice_as_large(name: str, size: tuple[int, int]) -> None:
    small, large = tags(name, page(size, 100)), tags(name, page(size, 200))
    assert {word: large[word] / small[word] for word in small} == pytest.approx(dict.fromkeys(small, 2.0))
    assert faults(SCENES[name], page(size, 200)) == []


def read(question: Question, looks: Page) -> tuple[float, float]:
    """The sizes of an explanation and of its source, in units."""
    words = surveyed(screens(question)[1], looks).words
    (why,) = [each.style.size for each in words if each.text == question.explain]
    (source,) = [each.style.size for each in words if each.text == f"Source: {question.source}"]
    return why, source


@at_every_size
def test_what_is_read_under_an_answer_is_larger_whatever_was_asked(size: tuple[int, int]) -> None:
    found = [(read(each, page(size, 100)), read(each, page(size, 200))) for each in SOME]
    sources = [large[1] / small[1] for small, large in found]
    assert min(sources) >= 1.05
    assert median(sources) >= 1.5
    assert median(large[0] / small[0] for small, large in found) >= 1.4


@pytest.mark.parametrize("text", [100, 150, 200])
@at_every_size
def test_the_verdict_is_read_before_what_it_paid_or_cost(size: tuple[int, int], text: int) -> None:
    words = surveyed(SCENES["reveal-wrong"], page(size, text)).words
    (verdict,) = [each.style.size for each in words if each.text == "WRONG"]
    (cost,) = [each.style.size for each in words if each.text == "+20 heat"]
    assert verdict >= 1.5 * cost


def test_where_room_is_short_a_source_does_not_vanish_beside_what_it_backs() -> None:
    for question in SOME:
        why, source = read(question, page((1280, 720), 200))
        assert source >= 0.6 * why
        assert source >= 16.5
