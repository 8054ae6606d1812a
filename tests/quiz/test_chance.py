"""The deal's chance is fair, gives nothing away, and a new question disturbs nothing it does not meet."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.card import card_of
from quizgame.quiz.deal import Deal, Wish, deal
from quizgame.quiz.modes import THE_SCORE
from quizgame.quiz.question import Question
from tests.quiz.samples import TOPICS, choice, statement

MANY = 4_000
CARDS = [card_of(choice(f"question {number % 40}"), f"seed {number // 40}") for number in range(MANY)]

# Few facts asked in many ways, so that new questions often belong to a fact that is in the deal.
ROWS = st.lists(
    st.tuples(st.sampled_from(TOPICS[:2]), st.integers(1, 3), st.integers(0, 9), st.booleans()),
    min_size=2,
    max_size=40,
)


def made(row: tuple[str, int, int, bool], id: str) -> Question:
    topic, level, fact, is_choice = row
    make = choice if is_choice else statement
    return make(id, topic, level, f"fact {fact}")


def ids(found: Deal) -> set[str]:
    spares = [spare for round in found.spares for spare in round if spare]
    return {card.question.id for card in [*found.cards, *spares]}


@settings(max_examples=100)
@given(ROWS, st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_new_question_appears_or_disturbs_nothing(
    rows: list[tuple[str, int, int, bool]], seed: int, name: int
) -> None:
    """The new one's id may come anywhere in the alphabet, before or after the others."""
    *old, new = [made(row, f"{(number * 7919 + name) % 10007}") for number, row in enumerate(rows)]
    before = deal(MemoryBank(old), THE_SCORE, Wish(str(seed)))
    after = deal(MemoryBank([*old, new]), THE_SCORE, Wish(str(seed)))
    if new.id not in ids(after):
        assert (after.rounds, after.spares) == (before.rounds, before.spares)


@pytest.mark.parametrize("length", [1, 2, 5])
def test_looking_only_at_the_first_of_many_changes_no_deal(
    length: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    ways = product(TOPICS, (1, 2, 3), range(6), range(3))
    some = [choice(f"{t}/{n}/{f}/{way}", t, n, f"{t}/{f}") for t, n, f, way in ways]
    bank = MemoryBank(some)
    wishes = [Wish(str(seed)) for seed in range(25)]
    whole = [deal(bank, THE_SCORE, wish) for wish in wishes]
    monkeypatch.setattr("quizgame.quiz.shuffled.SHORTLIST", length)
    assert [deal(bank, THE_SCORE, wish) for wish in wishes] == whole


def test_a_fact_asked_in_many_ways_is_not_likelier() -> None:
    """Of two facts, one asked in 60 ways: it comes first in about half of the deals."""
    bank = MemoryBank([choice("once"), *(choice(f"way {number}", fact="often") for number in range(60))])
    firsts = [next(deal(bank, THE_SCORE, Wish(str(seed))).cards).question.fact for seed in range(200)]
    assert 70 <= firsts.count("often") <= 130


def test_the_right_option_stands_everywhere_alike() -> None:
    places = Counter(card.right for card in CARDS)
    assert sorted(places) == [0, 1, 2, 3]
    assert all(abs(count - MANY / 4) < 4 * (MANY * 3 / 16) ** 0.5 for count in places.values())


def test_chris_covers_two_wrong_options_of_four() -> None:
    for card in CARDS:
        assert len(set(card.covered)) == 2
        assert set(card.covered) < {0, 1, 2, 3} - {card.right}


@pytest.mark.parametrize(("wrong", "goes"), [(1, 0), (2, 1), (3, 2), (6, 2)])
def test_a_wrong_option_is_always_left_beside_the_right_one(wrong: int, goes: int) -> None:
    for seed in range(50):
        card = card_of(choice("few", wrong=wrong), str(seed))
        assert len(card.covered) == goes
        assert card.right not in card.covered


def test_nothing_is_covered_of_a_statement() -> None:
    card = card_of(statement("said"), "seed")
    assert (card.options, card.right, card.covered) == (("True", "False"), 0, ())


def test_what_chris_leaves_gives_nothing_away() -> None:
    """Each pair of places is left equally often, and in each the right option is either one alike."""
    left = Counter[tuple[int, int]]()
    first = Counter[tuple[int, int]]()
    for card in CARDS:
        one, other = (place for place in range(4) if place not in card.covered)
        left[one, other] += 1
        first[one, other] += card.right == one
    assert len(left) == 6
    for pair, count in left.items():
        assert abs(count - MANY / 6) < 4 * (MANY * 5 / 36) ** 0.5
        assert abs(first[pair] - count / 2) < 4 * (count / 4) ** 0.5
    assert abs(first.total() / MANY - 0.5) < 0.03


def test_wrong_options_change_places_from_seed_to_seed() -> None:
    orders = {card_of(choice("same"), str(seed)).options for seed in range(400)}
    assert len(orders) == 24
