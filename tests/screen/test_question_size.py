"""A short question is large, its answers follow it, and nothing leaps when they come."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from quizgame.quiz import view
from quizgame.quiz.card import card_of
from quizgame.quiz.deal import Deal
from quizgame.quiz.events import Begin, Open
from quizgame.quiz.modes import THE_SCORE
from quizgame.quiz.question import Question
from quizgame.quiz.session import after
from quizgame.quiz.state import Session, start
from quizgame.quiz.tasks import Choice, Kind
from quizgame.screen.answering.kinds import answering_for
from quizgame.screen.asking import CARDS, LARGER, WRITTEN, Places, Placing
from quizgame.screen.cards import MOST_HEIGHT
from quizgame.screen.crew import LOCK
from quizgame.screen.manners.base import Manner
from quizgame.screen.scene import Page
from tests.kind_samples import QUESTIONS
from tests.screen.looks import page
from tests.screen.survey import surveyed
from tests.screen.test_real_bank import questions, screens

SIZES = [(1280, 720), (1920, 1080), (1024, 768), (640, 360)]
SOME = [each for each in questions()[:: len(questions()) // 120] if each.picture is None]
CLOSE = 60.0  # units
SHORT = Question("short", "What is Eady to Neil McCauley?", Choice("A", ("B", "C", "D")))
LONG = replace(SHORT, text="What does he say to him there? " * 8)

at_every_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


def reading(question: Question) -> Session:
    rounds = ((card_of(question, "fit"),) * 5,) * 5
    return after(start(THE_SCORE, Deal("fit", "a bank", rounds, ((None,) * 5,) * 5)), Begin(0))


@cache
def sessions(question: Question) -> tuple[Session, Session]:
    """The question alone, and open."""
    alone = reading(question)
    return alone, after(alone, Open(alone.at))


def placed(question: Question, looks: Page) -> tuple[Places, Places]:
    """Where all stands while the question is alone, and when it is open."""
    placing = Placing(Manner(), lambda asked: answering_for(asked, lambda cue: None))
    alone, opened = (placing.places(looks, view.asked(each, each.at)) for each in sessions(question))
    return alone, opened


def cards(question: Question, looks: Page) -> list[tuple[float, float]]:
    """Top and foot of every card."""
    survey = surveyed(screens(question)[0], looks)
    found = [rect for name, rect in survey.shapes if name.startswith("panel") and rect.h > 60]
    return [(rect.y, rect.bottom) for rect in found]


@at_every_size
@pytest.mark.parametrize("text", [100, 150, 200])
def test_the_words_do_not_leap_when_the_options_come(size: tuple[int, int], text: int) -> None:
    looks, leaps = page(size, text), []
    for question in (each for each in SOME if each.kind in CARDS + WRITTEN):
        alone, opened = placed(question, looks)
        if alone.style.size > looks.theme.style("question").size and (alone.question, alone.style) != (
            opened.question,
            opened.style,
        ):
            leaps.append(question.id)
    assert leaps == []


@pytest.mark.parametrize("size", SIZES[:3], ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_short_question_is_large_and_its_cards_stay_as_high(size: tuple[int, int]) -> None:
    looks = page(size)
    assert placed(SHORT, looks)[1].style.size == LARGER[0]
    assert {foot - top for top, foot in cards(SHORT, looks)} == {MOST_HEIGHT}
    assert placed(LONG, looks)[1].style.size <= looks.theme.style("question").size


def test_no_large_question_takes_more_than_two_lines_or_makes_its_cards_lower() -> None:
    looks, sizes = page((1280, 720)), []
    for question in SOME:
        opened = placed(question, looks)[1]
        sizes.append(opened.style.size)
        if opened.style.size in LARGER:
            assert len(looks.ruler.lines(question.text, opened.style, opened.question.w)) <= 2
            if question.kind is Kind.CHOICE:
                assert opened.table.h >= 2 * MOST_HEIGHT
    assert sum(size in LARGER for size in sizes) > 0.4 * len(sizes)


@pytest.mark.parametrize("size", SIZES[:3], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("kind", ["choice", *QUESTIONS])
def test_what_is_answered_with_follows_the_question(kind: str, size: tuple[int, int]) -> None:
    looks, question = page(size), QUESTIONS.get(kind, SHORT)
    spots = screens(question)[0].spots(looks)
    own = [spot.rect for spot in spots if spot.id != LOCK and not spot.id.startswith("crew")]
    row = min(spot.rect.y for spot in spots if spot.id.startswith("crew"))
    above = min(rect.y for rect in own) - placed(question, looks)[1].question.bottom
    below = row - max(rect.bottom for rect in own)
    assert above <= 1.4 * below or above < CLOSE  # the pane of the dial is higher than its buttons
