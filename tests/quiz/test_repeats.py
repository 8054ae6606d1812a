"""Nothing comes back until all has been seen, and a deal can be made again without knowing what was seen."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.quiz.bank import MemoryBank, Want
from quizgame.quiz.deal import Deal, Seen, Wish, deal
from quizgame.quiz.modes import MODES, STAKEOUT, THE_DAILY_JOB, THE_SCORE, Mode, Round
from quizgame.quiz.question import Kind
from quizgame.quiz.table import LOOK
from tests.quiz.players import bank
from tests.quiz.samples import TOPICS, choice, questions

EVERY = [pytest.param(mode, id=mode.id) for mode in MODES.values()]
IDS = [question.id for question in questions()]
SMALL = MemoryBank(question for number, question in enumerate(questions()) if number % 5 == 0)
SOME_SEEN = st.dictionaries(st.sampled_from(IDS), st.integers(0, 50), max_size=len(IDS))


def played(bank: MemoryBank, mode: Mode, runs: int) -> list[Deal]:
    """Runs in a row by one player, each of whose questions counts as seen."""
    seen: dict[str, int] = {}
    found = []
    for number in range(runs):
        found.append(deal(bank, mode, Wish(f"run {number}", players=mode.fewest), seen))
        for card in found[-1].cards:
            seen[card.question.id] = len(seen) + 1000 * number
    return found


def ids(some: list[Deal]) -> list[str]:
    return [card.question.id for one in some for card in one.cards]


def single(count: int, levels: int = 1) -> MemoryBank:
    """Questions that all suit each other."""
    return MemoryBank(choice(f"q{number:04}", level=1 + number % levels) for number in range(count))


@pytest.mark.parametrize("count", [30, 300])
def test_a_fresh_bank_repeats_nothing_until_it_is_exhausted_and_then_the_oldest_first(count: int) -> None:
    asked = ids(played(single(count), THE_DAILY_JOB, 2 * count // 10))
    assert len(set(asked[:count])) == count
    for number in range(count // 10):
        assert set(asked[count + 10 * number :][:10]) == set(asked[10 * number :][:10])


def test_several_levels_and_topics_are_used_up_before_anything_comes_back() -> None:
    some = [choice(f"{topic}/{n:02}", topic, 1 + n % 3) for topic in TOPICS for n in range(30)]
    asked = Counter(ids(played(MemoryBank(some), STAKEOUT, 12)))
    assert len(asked) == len(some) == 120
    assert set(asked.values()) == {1}


def test_a_topic_that_is_used_up_comes_back_while_others_are_fresh() -> None:
    cast = replace(THE_SCORE, rounds=(Round("Crew", "", "cast", (1, 1), (Kind.CHOICE,) * 2),))
    some = [choice(f"{topic} {n}", topic) for topic in ("cast", "trivia") for n in range(4)]
    asked = ids(played(MemoryBank(some), cast, 4))
    assert all(id.startswith("cast") for id in asked)
    assert set(asked[:4]) == set(asked[4:])


def test_runs_of_the_score_repeat_nothing_for_as_long_as_its_topics_last() -> None:
    asked = ids(played(bank(), THE_SCORE, 8))
    assert len(set(asked)) == len(asked) == 200


def test_what_was_seen_longest_ago_comes_first_even_where_very_much_was_seen() -> None:
    many = single(6 * LOOK)
    ages = {entry.id: number for number, entry in enumerate(many.entries(Want()))}
    fresh = "q0100"
    del ages[fresh]
    found = deal(many, THE_DAILY_JOB, Wish("much"), ages)
    assert [card.question.id for card in found.cards] == [fresh, *(f"q{n:04}" for n in range(9))]
    assert deal(many, THE_DAILY_JOB, found.wish) == found


@pytest.mark.parametrize("mode", EVERY)
@settings(max_examples=15)
@given(seen=SOME_SEEN, seed=st.text(max_size=5), small=st.booleans(), spoilers=st.booleans())
def test_a_deal_is_made_again_by_somebody_who_has_seen_other_things(
    mode: Mode, seen: Seen, seed: str, small: bool, spoilers: bool
) -> None:
    some = SMALL if small else bank()
    found = deal(some, mode, Wish(seed, spoilers, mode.most), seen)
    assert deal(some, mode, found.wish) == found
    shorter = found.passed
    while shorter and not shorter[-1]:
        shorter = shorter[:-1]
    assert deal(some, mode, replace(found.wish, passed=shorter)) == found


@pytest.mark.parametrize("mode", EVERY)
def test_whoever_has_seen_everything_equally_still_gets_a_whole_deal(mode: Mode) -> None:
    for some in (bank(), SMALL):
        wish = Wish("all", players=mode.fewest)
        fresh, again = deal(some, mode, wish), deal(some, mode, wish, dict.fromkeys(IDS, 7))
        assert [len(cards) for cards in again.rounds] == [len(cards) for cards in fresh.rounds]
        assert deal(some, mode, again.wish) == again


def test_what_was_seen_elsewhere_changes_no_deal() -> None:
    wish = Wish("1995")
    assert deal(bank(), THE_SCORE, wish, {"not of this bank": 3}) == deal(bank(), THE_SCORE, wish)


@given(st.lists(st.integers(0, 2**31), max_size=30))
@settings(max_examples=30)
def test_numbers_that_no_deal_has_come_to_some_deal_all_the_same(passed: list[int]) -> None:
    found = deal(SMALL, THE_SCORE, Wish("odd", passed=tuple(passed)))
    asked = [card.question.fact for card in found.cards]
    assert len(set(asked)) == len(asked)


def test_questions_that_were_asked_for_come_first_and_once() -> None:
    first = ("cast/1/0/0", "cast/1/0/1", "gone", "heat2/3/1/0")
    found = deal(bank(), STAKEOUT, Wish("again", first=first), dict.fromkeys(IDS, 1))
    assert [card.question.id for card in found.cards][:2] == ["cast/1/0/0", "heat2/3/1/0"]
    assert deal(bank(), STAKEOUT, found.wish) == found


def test_nate_finds_what_was_never_seen_and_then_what_was_seen_longest_ago() -> None:
    some, one = single(12), replace(THE_SCORE, rounds=(Round("One", "", None, (1,), (Kind.CHOICE,)),))
    for number in range(12):
        seen = {f"q{other:04}": 1 + (other - number) % 12 for other in range(12)}
        oldest, next_oldest, fresh = (f"q{(number + n) % 12:04}" for n in (0, 1, 5))
        found = deal(some, one, Wish(f"run {number}"), seen)
        assert [card.question.id for card in found.cards] == [oldest]
        assert spare_of(found) == next_oldest
        del seen[oldest], seen[fresh]
        found = deal(some, one, Wish(f"run {number}"), seen)
        assert {*ids([found]), spare_of(found)} == {oldest, fresh}


def spare_of(found: Deal) -> str:
    spare = found.spares[0][0]
    assert spare
    return spare.question.id


def test_with_nothing_seen_spares_are_those_of_old_deals() -> None:
    found = deal(bank(), THE_SCORE, Wish("old"))
    assert not any(found.passed)
    assert (
        deal(bank(), THE_SCORE, replace(found.wish, passed=found.passed[: len(list(found.cards))])) == found
    )
