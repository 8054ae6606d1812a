"""A run begins with the film, and no round ends with a statement, as far as the bank has anything else."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.deal import Deal, Wish, deal
from quizgame.quiz.modes import MODES, OFFERED, THE_DAILY_JOB, THE_SCORE, Mode, Round
from quizgame.quiz.question import LEVELS, Kind, Question
from quizgame.quiz.table import LOOK
from tests.quiz.players import bank
from tests.quiz.samples import TOPICS, choice, of_kind, statement

EVERY = [pytest.param(mode, id=mode.id) for mode in MODES.values()]
FILM = ("cast", "quotes", "trivia")
SEEDS = st.text(max_size=6)


@st.composite
def questions(draw: st.DrawFn) -> list[Question]:
    """A few questions, each about a fact of its own; hardly anything is there in every topic and level."""
    kinds = st.sampled_from([Kind.TRUE_FALSE, Kind.TRUE_FALSE, *Kind])
    one = st.tuples(kinds, st.sampled_from([*TOPICS, "wine"]), st.sampled_from(LEVELS), st.booleans())
    found = draw(st.lists(one, min_size=1, max_size=40))
    return [
        replace(of_kind(kind, f"{number} {kind}", topic, level), spoiler=spoiler)
        for number, (kind, topic, level, spoiler) in enumerate(found)
    ]


def memories(some: list[Question]) -> st.SearchStrategy[dict[str, int]]:
    """What of these questions was seen, and when."""
    return st.dictionaries(st.sampled_from([question.id for question in some]), st.integers(0, 50))


def is_statement(question: Question) -> bool:
    return question.kind is Kind.TRUE_FALSE


def guessed(dealt: Deal, mode: Mode) -> list[tuple[int, int]]:
    """Where a whole round ends with a statement: its number, and how many cards of the run came before."""
    found, before = [], 0
    for number, (round, cards) in enumerate(zip(mode.rounds, dealt.rounds, strict=False)):
        each = dealt.players if round.turns else 1
        for place, card in enumerate(cards):
            if place >= (len(round.levels) - 1) * each and is_statement(card.question):
                found.append((number, before + place))
        before += len(cards)
    return found


@pytest.mark.parametrize("mode", EVERY)
@settings(max_examples=10)
@given(seed=SEEDS)
def test_no_round_ends_with_a_statement(mode: Mode, seed: str) -> None:
    dealt = deal(bank(), mode, Wish(seed, players=mode.most))
    assert guessed(dealt, mode) == []


@pytest.mark.parametrize("mode", EVERY)
@settings(max_examples=25)
@given(st.data(), questions(), SEEDS)
def test_a_statement_ends_a_round_only_where_nothing_else_is_left(
    mode: Mode, data: st.DataObject, some: list[Question], seed: str
) -> None:
    small = MemoryBank([*some, statement("one at least")])
    dealt = deal(small, mode, Wish(seed, players=mode.fewest), data.draw(memories(some)))
    asked = [card.question for card in dealt.cards]
    for _, before in guessed(dealt, mode):
        rest = {question.id for question in some} - {question.id for question in asked[:before]}
        assert all(is_statement(question) for question in some if question.id in rest)
    assert deal(small, mode, dealt.wish) == dealt


@pytest.mark.parametrize("mode", [pytest.param(mode, id=mode.id) for mode in OFFERED])
@settings(max_examples=25)
@given(st.data(), questions(), SEEDS, st.booleans())
def test_the_first_question_of_a_run_is_about_the_film(
    mode: Mode, data: st.DataObject, some: list[Question], seed: str, spoilers: bool
) -> None:
    small = MemoryBank([*some, *(choice(f"sequel {number}", "heat2") for number in range(2))])
    wish = Wish(seed, spoilers, mode.fewest)
    first = next(deal(small, mode, wish, data.draw(memories(some))).cards).question
    film = [q for q in some if q.topic in FILM and (spoilers or not q.spoiler)]
    level = mode.rounds[0].levels[0]
    wanted = [q.topic for q in film if q.level == level] or [q.topic for q in film]
    assert not wanted or first.topic == min(wanted, key=FILM.index)


@pytest.mark.parametrize("count", [1, 4, 25, 40])
def test_a_bank_of_nothing_but_statements_is_dealt_all_the_same(count: int) -> None:
    small = MemoryBank(statement(f"said {number:02}", level=1 + number % 3) for number in range(count))
    seen = {f"said {number:02}": number for number in range(0, count, 2)}
    for known in ({}, seen):
        dealt = deal(small, THE_SCORE, Wish("only"), known)
        assert len(list(dealt.cards)) == min(count, 25)
        assert deal(small, THE_SCORE, dealt.wish) == dealt


def test_who_has_seen_everything_but_statements_ends_with_what_was_seen_longest_ago() -> None:
    seen = [choice(f"q{number:03}", level=3) for number in range(2 * LOOK)]
    some = MemoryBank([*seen, *(statement(f"new {number}", level=3) for number in range(20))])
    ages = {question.id: age for age, question in enumerate(seen)}
    dealt = deal(some, THE_DAILY_JOB, Wish("veteran"), ages)
    *before, last = (card.question.id for card in dealt.cards)
    assert all(id.startswith("new") for id in before)
    assert last == "q000"
    assert deal(some, THE_DAILY_JOB, dealt.wish) == dealt


def test_another_topic_serves_before_a_statement_ends_a_round() -> None:
    one = replace(THE_SCORE, rounds=(Round("One", "", "cast", (1, 3), (Kind.CHOICE,) * 2),))
    some = MemoryBank([*(statement(f"cast {n}", "cast", 3) for n in range(9)), choice("wine", "wine")])
    for seed in range(9):
        asked = [card.question.id for card in deal(some, one, Wish(str(seed))).cards]
        assert asked[0].startswith("cast")
        assert asked[1] == "wine"


def test_what_a_veteran_got_in_place_of_a_statement_is_dealt_again_to_anybody() -> None:
    """The number that names a question of all topics is not taken for one of the statements of the topic."""
    one = replace(THE_SCORE, rounds=(Round("One", "", "cast", (3,), (Kind.CHOICE,)),))
    wine = [choice(f"a{number:03}", "wine", 3) for number in range(2 * LOOK)]
    some = MemoryBank([*wine, *(statement(f"cast {n:03}", "cast", 3) for n in range(2 * LOOK))])
    ages = {question.id: (number - 5) % len(wine) for number, question in enumerate(wine)}
    dealt = deal(some, one, Wish("veteran"), ages)
    assert [card.question.id for card in dealt.cards] == ["a005"]
    assert deal(some, one, dealt.wish) == dealt


def test_a_round_of_nothing_but_statements_may_ask_for_them() -> None:
    said = replace(THE_SCORE, rounds=(Round("Said", "", None, (1, 1), (Kind.TRUE_FALSE,) * 2),))
    dealt = deal(bank(), said, Wish("said"))
    assert [card.question.kind for card in dealt.cards] == [Kind.TRUE_FALSE] * 2


def test_a_statement_stands_at_every_other_place_equally_often() -> None:
    many = 800
    places = Counter[int]()
    for number in range(many):
        cards = deal(bank(), THE_SCORE, Wish(f"places {number}")).rounds[1]
        places[[card.question.kind for card in cards].index(Kind.TRUE_FALSE)] += 1
    assert set(places) == {0, 1, 2, 3}
    assert all(abs(count - many / 4) < 4 * (many * 3 / 16) ** 0.5 for count in places.values())


def test_nate_brings_no_statement_and_nothing_that_tells_while_there_is_something_else() -> None:
    one = replace(THE_SCORE, rounds=(Round("One", "", None, (1,), (Kind.NUMBER,)),))
    asked = of_kind(Kind.NUMBER, "1995 told")
    told = replace(choice("told"), text="What came out in 1995?")
    typed, said = of_kind(Kind.TYPED, "typed"), statement("said")
    for some, brought in (([told, typed, said], "typed"), ([told, said], "told"), ([said], None)):
        spares = chain(*deal(MemoryBank([asked, *some]), one, Wish("nate")).spares)
        assert [spare and spare.question.id for spare in spares] == [brought]
