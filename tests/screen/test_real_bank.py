"""The shipped questions on the screen, in the real fonts, and in the rounds of a run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest

from quizgame import resources
from quizgame.content.library import load
from quizgame.quiz import view
from quizgame.quiz.bank import MemoryBank, Want
from quizgame.quiz.card import card_of
from quizgame.quiz.deal import Deal, Wish, deal
from quizgame.quiz.events import Answer, Begin, Open
from quizgame.quiz.modes import THE_SCORE, Round
from quizgame.quiz.question import (
    MAX_EXPLANATION,
    MAX_OPTION,
    MAX_QUESTION,
    Choice,
    Kind,
    Question,
)
from quizgame.quiz.session import after
from quizgame.quiz.simulate import wrong_answer
from quizgame.quiz.state import Session, start
from quizgame.screen.scene import Page
from quizgame.screen.scenes.question import QuestionScene
from quizgame.screen.scenes.reveal import RevealScene
from tests.screen.looks import page
from tests.screen.survey import Survey, faults, surveyed

SIZES = [(1280, 720), (1024, 768), (640, 360)]
LONGEST = 30  # of each sort of text
SEEDS = 300
LEAST = {"question": 20.0, "option": 16.0, "explanation": 16.0}  # units at 100 per cent
BELOW_ROWS = 13.0  # an explanation below a table of what went where; 18 pixels at 1080p are 12 units
ANY = 999.0  # what is not shown is large enough
LARGER = 1.3  # at 200 per cent


class Set(NamedTuple):
    """The size in units in which the parts of a question are set."""

    question: float
    option: float
    explanation: float


@cache
def questions() -> tuple[Question, ...]:
    return load([resources.questions()]).questions()


@cache
def bank() -> MemoryBank:
    return MemoryBank(questions())


@cache
def the_score(seed: int, spoilers: bool = True) -> Deal:
    """A run of The Score as the shipped questions fill it."""
    return deal(bank(), THE_SCORE, Wish(str(seed), spoilers))


@cache
def longest() -> tuple[Question, ...]:
    """The questions with the longest words, options and explanations of all."""
    sorts = (
        lambda q: len(q.text),
        lambda q: max(map(len, (*card_of(q, "fit").options, *card_of(q, "fit").labels)), default=0),
        lambda q: len(q.explain),
        lambda q: len(q.source),
    )
    found = {q.id: q for key in sorts for q in sorted(questions(), key=key, reverse=True)[:LONGEST]}
    return tuple(found.values())


def put(question: Question) -> Session:
    """A session with this question on the table and its options open."""
    card = card_of(question, "fit")
    rounds = ((card,) * 5,) * 5
    session = start(THE_SCORE, Deal("fit", "a bank", rounds, ((None,) * 5,) * 5))
    return after(after(session, Begin(0)), Open(0))


def screens(question: Question) -> tuple[QuestionScene, RevealScene]:
    """The question asked, and revealed after a wrong answer: the reveal with the most on it."""
    session = put(question)
    asked = view.asked(session, 3_000)
    over = after(session, Answer(3_000, wrong_answer(session.card)))
    return (
        QuestionScene(view.standing(session), lambda _: asked, lambda: None),
        RevealScene(view.standing(over), view.reveal(over), "Next question"),
    )


def wrongly_placed(question: Question, looks: Page) -> list[str]:
    return [fault for scene in screens(question) for fault in faults(scene, looks)]


def sizes(question: Question, looks: Page) -> Set:
    asked, revealed = (surveyed(scene, looks) for scene in screens(question))
    card = card_of(question, "fit")
    texts = (*card.options, *card.labels)
    answers = [min(size_of(asked, text, ANY), size_of(revealed, text, ANY)) for text in texts]
    return Set(
        min(size_of(asked, question.text), size_of(revealed, question.text)),
        min(answers, default=ANY),
        size_of(revealed, question.explain),
    )


def size_of(survey: Survey, text: str, otherwise: float = 0) -> float:
    """The smallest size in which a text is set; `otherwise` where it is not shown."""
    return min((words.style.size for words in survey.words if words.text == text), default=otherwise)


def too_small(text: int) -> Iterator[str]:
    for question in longest():
        found = sizes(question, page((1280, 720), text))
        for part, size in found._asdict().items():
            rows = part == "explanation" and question.kind in (Kind.ORDER, Kind.MATCH, Kind.SEVERAL)
            least = (BELOW_ROWS if rows else LEAST[part]) * (LARGER if text == 200 else 1)
            if size < least:
                yield f"{question.id}: {part} at {size:g}, not {least:g}"


@pytest.mark.parametrize("text", [100, 200])
def test_the_longest_questions_are_set_large_enough(text: int) -> None:
    assert list(too_small(text)) == []


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("size", SIZES[1:], ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_longest_questions_stand_in_their_boxes(size: tuple[int, int], text: int) -> None:
    found = {q.id: some for q in longest() if (some := wrongly_placed(q, page(size, text)))}
    assert found == {}


def test_every_question_stands_in_its_box() -> None:
    looks = page((1280, 720), 200)
    assert {q.id: some for q in questions() if (some := wrongly_placed(q, looks))} == {}


def filled(length: int) -> str:
    return ("Nothing but the longest words that may be written " * 20)[:length].strip()


LARGEST = Question(
    "largest",
    filled(MAX_QUESTION),
    Choice(filled(MAX_OPTION), tuple(f"{n}{filled(MAX_OPTION - 1)}" for n in "123")),
    explain=filled(MAX_EXPLANATION),
    source=filled(80),
)
UNBROKEN = Question("unbroken", "W" * 120, Choice("M" * 60, ("W" * 60, "N" * 60, "O" * 60)), explain="M" * 99)


@pytest.mark.parametrize("text", [100, 150, 200])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("question", [LARGEST, UNBROKEN], ids=lambda question: question.id)
def test_the_largest_question_an_author_may_write_fits(
    question: Question, size: tuple[int, int], text: int
) -> None:
    assert wrongly_placed(question, page(size, text)) == []


@pytest.mark.parametrize("spoilers", [True, False])
def test_every_round_is_filled_exactly_as_the_mode_says(spoilers: bool) -> None:
    wrong = [
        f"seed {seed}: {strange}"
        for seed in range(SEEDS)
        for strange in strangers(the_score(seed, spoilers), spoilers)
    ]
    assert wrong == []


def strangers(dealt: Deal, spoilers: bool) -> Iterator[str]:
    """What a deal has that the mode did not ask for."""
    facts = [card.question.fact for card in dealt.cards]
    if len(set(facts)) < THE_SCORE.questions:
        yield f"{len(set(facts))} facts"
    for wanted, cards in zip(THE_SCORE.rounds, dealt.rounds, strict=True):
        asked = [card.question for card in cards]
        if tuple(question.level for question in asked) != wanted.levels:
            yield f"{wanted.title}: levels {[question.level for question in asked]}"
        if wanted.topic and {question.topic for question in asked} != {wanted.topic}:
            yield f"{wanted.title}: topics {[question.topic for question in asked]}"
        if unasked(wanted, [question.kind for question in asked]) > 1:
            yield f"{wanted.title}: kinds {[question.kind.value for question in asked]}"
        if not spoilers and any(question.spoiler for question in asked):
            yield f"{wanted.title}: gives the story away"


def unasked(wanted: Round, kinds: list[Kind]) -> int:
    """For how many of a round's kinds a choice had to serve; 99 where something else did."""
    missing, instead = Counter(wanted.kinds) - Counter(kinds), Counter(kinds) - Counter(wanted.kinds)
    return missing.total() if set(instead) <= {Kind.CHOICE} else 99


def test_nearly_every_round_has_all_its_kinds() -> None:
    deals = [the_score(seed) for seed in range(100)]
    missing = sum(
        unasked(wanted, [card.question.kind for card in cards])
        for dealt in deals
        for wanted, cards in zip(THE_SCORE.rounds, dealt.rounds, strict=True)
    )
    assert missing <= 0.05 * len(deals) * len(THE_SCORE.rounds)


def test_nate_always_finds_another_question() -> None:
    without = [seed for seed in range(50) for spare in nothing_spare(the_score(seed))]
    assert without == []


def nothing_spare(dealt: Deal) -> list[object]:
    return [spare for spares in dealt.spares for spare in spares if spare is None]


def test_leaving_spoilers_out_leaves_most_of_the_bank() -> None:
    assert bank().count(Want(spoilers=False)) > 0.7 * bank().count(Want())
