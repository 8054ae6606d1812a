"""What answers of every kind are worth: right, part marks and wrong, and what is no answer at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.quiz.card import Card, Given, card_of
from quizgame.quiz.grade import NEAR_PAYS, RIGHT, WRONG, Mark, fits, grade
from quizgame.quiz.question import Question
from quizgame.quiz.tasks import Choice, Match, Number, Order, Several, Task, TrueFalse, Typed

CHOICE = Choice("Oslo", ("Rome", "Bonn", "Bern"))
TYPED = Typed(("Robert De Niro", "De Niro"), ("Al Pacino",))
ORDER = Order(("One", "Two", "Three", "Four"))
MATCH = Match((("Pacino", "Hanna"), ("De Niro", "McCauley"), ("Kilmer", "Chris"), ("Voight", "Nate")))
YEAR = Number(1995, 1960, 2020)  # one part in ten: six years are near
SEVERAL = Several(("Heat", "Ali", "Thief"), ("Se7en", "Ronin", "Speed"))
TASKS = (CHOICE, TrueFalse(True), TrueFalse(False), TYPED, ORDER, MATCH, YEAR, SEVERAL)


def card(task: Task) -> Card:
    return card_of(Question("q", "Which?", task), "seed")


def places(task: Task) -> tuple[int, ...]:
    right = card(task).right
    assert isinstance(right, tuple)
    return right


def swapped(order: tuple[int, ...], one: int, other: int) -> tuple[int, ...]:
    moved = list(order)
    moved[one], moved[other] = moved[other], moved[one]
    return tuple(moved)


@pytest.mark.parametrize("task", TASKS)
def test_what_is_right_earns_all_and_costs_nothing(task: Task) -> None:
    dealt = card(task)
    assert grade(dealt, dealt.right) == RIGHT == Mark(True, 100, 0)


@pytest.mark.parametrize("task", TASKS)
def test_no_answer_is_wrong(task: Task) -> None:
    assert grade(card(task), None) == WRONG == Mark(False, 0, 100)


@pytest.mark.parametrize("task", TASKS)
def test_what_is_right_is_an_answer(task: Task) -> None:
    dealt = card(task)
    assert fits(dealt, dealt.right, tuple(range(len(dealt.options))))


def test_another_option_is_wrong() -> None:
    dealt = card(CHOICE)
    assert isinstance(dealt.right, int)
    assert grade(dealt, (dealt.right + 1) % 4) == WRONG
    assert grade(card(TrueFalse(True)), 1) == WRONG


@pytest.mark.parametrize(("typed", "mark"), [("de niro", RIGHT), ("Pacino", WRONG), ("nobody", WRONG)])
def test_typed_words_are_right_or_wrong(typed: str, mark: Mark) -> None:
    assert grade(card(TYPED), typed) == mark


def test_a_match_with_two_of_four_right_earns_nothing_and_costs_half_the_heat() -> None:
    assert grade(card(MATCH), swapped(places(MATCH), 0, 3)) == Mark(False, 0, 50)


@pytest.mark.parametrize("task", [ORDER, MATCH])
def test_each_one_out_of_place_costs_its_share(task: Task) -> None:
    right = places(task)
    turned = (right[1], right[2], right[0], right[3])
    assert grade(card(task), turned) == Mark(False, 0, 75)
    assert grade(card(task), (*right[1:], right[0])) == WRONG


@pytest.mark.parametrize(
    ("year", "mark"),
    [
        (1995, RIGHT),
        (1994, Mark(False, 1, 14)),
        (1996, Mark(False, 1, 14)),
        (1992, Mark(False, 1, 42)),
        (2001, Mark(False, 0, 85)),
        (2002, WRONG),
        (1960, WRONG),
    ],
)
def test_a_number_earns_by_closeness(year: int, mark: Mark) -> None:
    assert grade(card(YEAR), year) == mark


@given(st.integers(1960, 2020), st.integers(1960, 2020))
def test_the_nearer_of_two_numbers_is_never_worse(one: int, other: int) -> None:
    near, far = sorted((one, other), key=lambda year: abs(year - YEAR.value))
    better, worse = grade(card(YEAR), near), grade(card(YEAR), far)
    assert better.money >= worse.money
    assert better.heat <= worse.heat
    assert better.right or better.money <= NEAR_PAYS


@given(st.integers(-50, 50), st.integers(2, 500), st.data())
def test_near_is_never_right_and_never_free(low: int, width: int, data: st.DataObject) -> None:
    value, given_ = (data.draw(st.integers(low, low + width)) for _ in range(2))
    mark = grade(card(Number(value, low, low + width)), given_)
    assert mark.right is (value == given_)
    assert 0 <= mark.money <= 100
    assert mark.right or mark.heat > 0


def picked(*names: str) -> tuple[int, ...]:
    options = card(SEVERAL).options
    return tuple(sorted(options.index(name) for name in names))


@pytest.mark.parametrize(
    ("names", "mark"),
    [
        (("Heat", "Ali", "Thief"), RIGHT),
        (("Heat", "Ali"), Mark(False, 0, 33)),
        (("Heat", "Ali", "Thief", "Speed"), Mark(False, 0, 33)),
        (("Heat", "Ali", "Speed"), Mark(False, 0, 66)),
        (("Se7en",), WRONG),
        (("Heat", "Ali", "Thief", "Se7en", "Ronin", "Speed"), WRONG),
    ],
)
def test_each_answer_missed_or_too_many_costs_its_share(names: tuple[str, ...], mark: Mark) -> None:
    assert grade(card(SEVERAL), picked(*names)) == mark


@pytest.mark.parametrize(
    ("task", "given_"),
    [
        (CHOICE, 4),
        (CHOICE, -1),
        (CHOICE, True),
        (CHOICE, "Oslo"),
        (CHOICE, (0,)),
        (TYPED, ""),
        (TYPED, "   "),
        (TYPED, "x" * 101),
        (TYPED, 3),
        (YEAR, 1959),
        (YEAR, 2021),
        (YEAR, "1995"),
        (YEAR, True),
        (ORDER, (0, 1, 2)),
        (ORDER, (0, 1, 2, 2)),
        (ORDER, (1, 2, 3, 4)),
        (ORDER, 0),
        (MATCH, (0, 0, 0, 0)),
        (SEVERAL, ()),
        (SEVERAL, (1, 0)),
        (SEVERAL, (0, 0)),
        (SEVERAL, (6,)),
        (SEVERAL, 0),
    ],
)
def test_what_is_no_answer_is_told_from_a_wrong_one(task: Task, given_: Given) -> None:
    dealt = card(task)
    assert not fits(dealt, given_, tuple(range(len(dealt.options))))


def test_a_covered_option_is_no_answer() -> None:
    assert fits(card(CHOICE), 1, (0, 1))
    assert not fits(card(CHOICE), 2, (0, 1))
    assert not fits(card(SEVERAL), (0, 2), (0, 1))


@given(st.permutations(range(4)))
def test_every_way_to_place_things_is_an_answer(order: list[int]) -> None:
    assert fits(card(ORDER), tuple(order), (0, 1, 2, 3))
    mark = grade(card(ORDER), tuple(order))
    assert mark.right is (tuple(order) == places(ORDER))
    assert mark.money in (0, 100)
