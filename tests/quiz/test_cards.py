"""Cards of every kind: the same for a seed, never dealt as solved, and nothing stands where it tells."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.quiz.card import Card, card_of
from quizgame.quiz.grade import fits, grade
from quizgame.quiz.question import Kind, Question
from quizgame.quiz.tasks import MOST_CARDS, Match, Number, Order, Several, Task, TrueFalse, Typed
from tests.quiz.guesses import places
from tests.quiz.samples import of_kind

SEEDS = range(3_000)
THREE = Order(("one", "two", "three"))
PAIRS = Match((("A", "one"), ("B", "two"), ("C", "three")))
SEVERAL = Several(("r1", "r2"), ("w1", "w2", "w3", "w4", "w5", "w6"))


def dealt(task: Task, seed: object = "1995") -> Card:
    return card_of(Question("it", "Which?", task), str(seed))


def even(counts: Counter[object], ways: int) -> bool:
    """Whether so many ways are all taken, and equally often but for chance (4 standard deviations)."""
    expected = counts.total() / ways
    return len(counts) == ways and all(
        abs(count - expected) < 4 * (expected * (1 - 1 / ways)) ** 0.5 for count in counts.values()
    )


@pytest.mark.parametrize("kind", Kind)
@given(seed=st.text(max_size=8))
@settings(max_examples=20)
def test_a_card_is_the_same_for_a_seed_and_what_is_right_on_it_is_right(kind: Kind, seed: str) -> None:
    question = of_kind(kind, "it")
    card = card_of(question, seed)
    assert card == card_of(question, seed)
    assert fits(card, card.right, tuple(range(len(card.options))))
    assert grade(card, card.right).right


@pytest.mark.parametrize("kind", [Kind.CHOICE, Kind.ORDER, Kind.MATCH, Kind.SEVERAL])
def test_another_seed_deals_otherwise(kind: Kind) -> None:
    question = of_kind(kind, "it")
    assert len({card_of(question, str(seed)).options for seed in range(40)}) > 10


def test_what_is_only_said_or_written_has_nothing_to_deal() -> None:
    assert dealt(TrueFalse(False)) == Card(Question("it", "Which?", TrueFalse(False)), ("True", "False"), 1)
    number, typed = dealt(Number(1995, 1960, 2020)), dealt(Typed(("Gage", "Kevin Gage"), ("Voight",)))
    assert (number.options, number.right, number.covered, number.labels) == ((), 1995, (), ())
    assert (typed.options, typed.right, typed.covered, typed.labels) == ((), "Gage", (), ())


@pytest.mark.parametrize("task", [THREE, PAIRS])
def test_things_are_never_dealt_in_their_right_order_and_in_every_other_alike(task: Task) -> None:
    """Else who leaves all as it lies, or always turns it by one, would be right more often than others."""
    orders = Counter[object](places(dealt(task, seed)) for seed in SEEDS)
    assert set(orders) == set(permutations(range(3))) - {(0, 1, 2)}
    assert even(orders, 5)


@pytest.mark.parametrize("task", [THREE, PAIRS])
def test_a_thing_goes_beside_the_label_that_it_belongs_to(task: Order | Match) -> None:
    card = dealt(task)
    put = dict(zip(card.labels, (card.options[place] for place in places(card)), strict=True))
    if isinstance(task, Match):
        assert put == dict(task.pairs)
    else:
        assert put == dict(zip("123", task.items, strict=True))


def test_the_right_ones_of_several_are_all_dealt_and_stand_anywhere() -> None:
    cards = [dealt(SEVERAL, seed) for seed in SEEDS]
    for card in cards[:200]:
        assert len(card.options) == MOST_CARDS
        assert {card.options[place] for place in places(card)} == set(SEVERAL.answers)
        assert set(card.options) <= {*SEVERAL.answers, *SEVERAL.wrong}
    assert {option for card in cards for option in card.options} == {*SEVERAL.answers, *SEVERAL.wrong}
    assert even(Counter[object](places(card) for card in cards), len(list(combinations(range(6), 2))))


def test_chris_covers_two_wrong_ones_of_several_anywhere() -> None:
    cards = [dealt(SEVERAL, seed) for seed in SEEDS]
    assert all(not set(card.covered) & set(places(card)) for card in cards)
    assert even(Counter[object](card.covered for card in cards), len(list(combinations(range(6), 2))))


@pytest.mark.parametrize(("wrong", "goes"), [(1, 0), (2, 1), (3, 2), (4, 2)])
def test_a_wrong_one_of_several_always_stays(wrong: int, goes: int) -> None:
    task = Several(("r1", "r2"), tuple(f"w{number}" for number in range(wrong)))
    for seed in range(40):
        assert len(dealt(task, seed).covered) == goes


def test_five_right_ones_leave_room_for_one_wrong() -> None:
    card = dealt(Several(tuple("abcde"), ("x", "y", "z")))
    assert (len(card.options), len(places(card)), card.covered) == (6, 5, ())


def test_yes_and_no_are_no_numbers() -> None:
    card = dealt(Number(1, 0, 9))
    assert fits(card, 1, ())
    assert not fits(card, True, ())
