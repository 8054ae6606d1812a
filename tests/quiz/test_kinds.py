"""Every kind of question through a session: what is right, partly right, wrong, and no answer at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.quiz import view
from quizgame.quiz.card import Card, Given, card_of
from quizgame.quiz.crew import callable_crew
from quizgame.quiz.events import Answer, Call, TimeUp, from_json, to_json
from quizgame.quiz.question import Kind
from quizgame.quiz.rules import Assist, Crew
from quizgame.quiz.session import after, allowed
from quizgame.quiz.simulate import wrong_answer
from quizgame.quiz.state import Asking, NotAllowed, Result, Session, due, open_options
from tests.quiz.guesses import mistakes, places
from tests.quiz.samples import FURTHER, asking, card, of_kind, reach, table, to_options

every_kind = pytest.mark.parametrize("kind", Kind)
MONEY, HEAT = 100_000, 10  # of the first round, at the lowest level


def result(session: Session, given: Given, took_ms: int = 10_000) -> Result:
    """What an answer comes to."""
    return after(session, Answer(session.at + took_ms, given)).results[-1]


def picks(dealt: Card, *words: str) -> tuple[int, ...]:
    """Where options stand that end in these words."""
    return tuple(sorted(place for place, text in enumerate(dealt.options) if text.endswith(words)))


@every_kind
def test_being_right_pays_in_full_and_fast_answers_pay_more(kind: Kind) -> None:
    session = asking(kind)
    found = result(session, session.card.right)
    assert (found.right, found.given) == (True, session.card.right)
    assert (found.answer_money, found.speed_money, found.heat) == (MONEY, 2_000, 0)


@every_kind
def test_what_the_bot_gives_wrongly_pays_nothing_and_costs_all_the_heat(kind: Kind) -> None:
    session = asking(kind)
    found = result(session, wrong_answer(session.card))
    assert (found.right, found.answer_money, found.speed_money, found.heat) == (False, 0, 0, HEAT)


@every_kind
def test_no_mistake_is_paid_like_being_right_or_free_of_heat(kind: Kind) -> None:
    session = asking(kind)
    tried = mistakes(session)
    assert tried
    for given_ in tried:
        found = result(session, given_, 0)
        assert not found.right
        assert found.speed_money == 0
        assert found.answer_money <= MONEY * 5 // 100
        assert 0 < found.heat <= HEAT


@every_kind
def test_no_answer_in_time_is_wrong_altogether(kind: Kind) -> None:
    session = asking(kind)
    late = after(session, TimeUp(due(session) or 0))
    assert (late.results[0].given, late.take, late.heat) == (None, 0, HEAT)
    assert view.reveal(late).answered == ""


def test_a_match_with_two_of_four_right_pays_nothing_and_costs_half_the_heat() -> None:
    session = asking(Kind.MATCH)
    right = places(session.card)
    found = result(session, (right[1], right[0], *right[2:]))
    assert (found.right, found.answer_money, found.speed_money, found.heat) == (False, 0, 0, 5)


@pytest.mark.parametrize("kind", [Kind.ORDER, Kind.MATCH])
def test_three_of_four_out_of_place_cost_three_quarters_of_forty(kind: Kind) -> None:
    session = after(asking(kind), Call(2_000, Crew.MICHAEL))
    one, two, three, four = places(session.card)
    assert result(session, (two, three, one, four)).heat == 30


@pytest.mark.parametrize(
    ("words", "heat"),
    [
        (("right 1", "right 2"), 3),
        (("right 1", "right 2", "right 3", "wrong 1"), 3),
        (("right 1", "right 2", "wrong 1"), 6),
        (("wrong 2",), HEAT),
        (("1", "2", "3"), HEAT),
    ],
)
def test_of_several_each_missed_or_too_many_costs_a_share(words: tuple[str, ...], heat: int) -> None:
    session = asking(Kind.SEVERAL)
    found = result(session, picks(session.card, *words))
    assert (found.right, found.answer_money, found.heat) == (False, 0, heat)


@pytest.mark.parametrize(
    ("year", "money", "heat"),
    [(1996, 1_000, 1), (1993, 1_000, 2), (1990, 0, 7), (2001, 0, 8), (2002, 0, HEAT), (1960, 0, HEAT)],
)
def test_a_near_number_pays_a_little_and_burns_less(year: int, money: int, heat: int) -> None:
    found = result(asking(Kind.NUMBER), year, took_ms=0)
    assert (found.right, found.answer_money, found.speed_money, found.heat) == (False, money, 0, heat)


def test_michael_doubles_what_a_near_number_pays() -> None:
    session = after(asking(Kind.NUMBER), Call(2_000, Crew.MICHAEL))
    found = result(session, 1996)
    assert (found.answer_money, found.heat) == (2_000, 5)  # of forty


def test_a_part_mark_breaks_the_streak() -> None:
    session = to_options(table([[card("a"), card_of(of_kind(Kind.NUMBER, "n"), "1"), card("b")]]))
    session = to_options(after(session, Answer(0, 0)))
    assert session.streak == 1
    assert after(session, Answer(session.at, 1996)).streak == 0


def test_less_heat_halves_a_part_of_the_heat_as_well() -> None:
    session = asking(Kind.MATCH, Assist(less_heat=True))
    right = places(session.card)
    assert result(session, (right[1], right[0], *right[2:])).heat == 2


@pytest.mark.parametrize(
    "typed", ["the typed name", "THE  TYPED NAME!", "typed nane", " The Typed Whole Name"]
)
def test_typed_words_are_taken_as_they_are_meant(typed: str) -> None:
    assert result(asking(Kind.TYPED), typed).right


# What is no answer


BOOLS: list[Given] = [True, False]
NO_PLACES: list[Given] = [
    0,
    "first",
    (),
    (0, 1, 2),
    (0, 1, 2, 2),
    (1, 2, 3, 4),
    (-1, 0, 1, 2),
    (0, 1, 2, 3, 4),
]
NO_ANSWERS: dict[Kind, list[Given]] = {
    Kind.CHOICE: [-1, 4, 99, "0", "the choice right", (0,), *BOOLS],
    Kind.TRUE_FALSE: [-1, 2, "True", (0,), *BOOLS],
    Kind.TYPED: ["", "   ", "\t\n", "x" * 101, 0, (0,), *BOOLS],
    Kind.NUMBER: [1959, 2021, -1995, "1995", "", (1995,), *BOOLS],
    Kind.ORDER: [*NO_PLACES, *BOOLS],
    Kind.MATCH: [*NO_PLACES, *BOOLS],
    Kind.SEVERAL: [(), (6,), (-1,), (0, 0), (1, 0), 0, "0", *BOOLS],
}


@pytest.mark.parametrize(
    ("kind", "given_"), [(kind, given_) for kind, some in NO_ANSWERS.items() for given_ in some]
)
def test_what_is_no_answer_is_refused_and_changes_nothing(kind: Kind, given_: Given) -> None:
    session = asking(kind)
    was = repr(session)
    with pytest.raises(NotAllowed, match="is no answer to this question"):
        after(session, Answer(session.at, given_))
    assert repr(session) == was
    assert allowed(session, Answer(session.at, session.card.right))


ANYTHING = (
    st.booleans()
    | st.integers(-3, 2_100)
    | st.text(max_size=5)
    | st.lists(st.integers(-1, 6), max_size=6).map(tuple)
    | st.permutations(range(4)).map(tuple)
)


@every_kind
@given(given_=ANYTHING)
def test_nothing_at_all_makes_an_answer_fall_over(kind: Kind, given_: Given) -> None:
    session = ASKED[kind]
    if allowed(session, Answer(session.at, given_)):
        settled = after(session, Answer(session.at, given_))
        assert len(settled.results) == 1
        assert view.reveal(settled).answered


ASKED = {kind: asking(kind) for kind in Kind}


@every_kind
def test_answers_of_every_kind_are_written_into_the_log_and_read_back(kind: Kind) -> None:
    session = asking(kind)
    log = tuple(Answer(at, given_) for at, given_ in enumerate([session.card.right, *mistakes(session)]))
    again = from_json(to_json(log))
    assert again == log
    assert [type(event.given) for event in again if isinstance(event, Answer)] == [
        type(event.given) for event in log
    ]


# The crew


def test_chris_covers_two_wrong_options_of_several() -> None:
    session = asking(Kind.SEVERAL)
    covered = after(session, Call(session.at, Crew.CHRIS))
    left = open_options(covered)
    assert set(places(session.card)) < set(left)
    assert len(left) == len(session.card.options) - 2
    assert view.asked(covered, covered.at).options.count(None) == 2
    assert after(covered, Answer(covered.at, session.card.right)).results[-1].right


def test_what_chris_covers_can_no_longer_be_picked() -> None:
    session = asking(Kind.SEVERAL)
    gone = session.card.covered[0]
    covered = after(session, Call(session.at, Crew.CHRIS))
    for given_ in ((gone,), tuple(sorted({gone, *places(session.card)}))):
        assert allowed(session, Answer(session.at, given_))
        with pytest.raises(NotAllowed, match="no answer"):
            after(covered, Answer(covered.at, given_))


@pytest.mark.parametrize("kind", [kind for kind in FURTHER if kind is not Kind.SEVERAL])
def test_chris_has_nothing_to_cover_where_nothing_is_chosen(kind: Kind) -> None:
    session = asking(kind)
    assert callable_crew(session) == {Crew.NATE, Crew.TREJO, Crew.MICHAEL}
    with pytest.raises(NotAllowed, match="nothing that Chris"):
        after(session, Call(session.at, Crew.CHRIS))


@every_kind
def test_nate_brings_a_choice_instead_of_any_kind(kind: Kind) -> None:
    session = asking(kind)
    session = reach(after(session, Call(session.at, Crew.NATE)), Asking)
    assert session.card.question.kind is Kind.CHOICE
    assert result(session, 0).right


@every_kind
def test_trejo_gives_time_for_any_kind(kind: Kind) -> None:
    session = asking(kind)
    driven = after(session, Call(session.at, Crew.TREJO))
    assert result(driven, session.card.right, 44_000).right


# What is seen


@pytest.mark.parametrize(
    ("kind", "options", "labels", "span"),
    [
        (Kind.CHOICE, 4, (), None),
        (Kind.TRUE_FALSE, 2, (), None),
        (Kind.TYPED, 0, (), None),
        (Kind.NUMBER, 0, (), (1960, 2020)),
        (Kind.ORDER, 4, ("1", "2", "3", "4"), None),
        (Kind.MATCH, 4, tuple(f"the match actor {n}" for n in "ABCD"), None),
        (Kind.SEVERAL, 6, (), None),
    ],
)
def test_a_question_shows_what_is_needed_to_answer_it(
    kind: Kind, options: int, labels: tuple[str, ...], span: tuple[int, int] | None
) -> None:
    session = asking(kind)
    shown = view.asked(session, session.at)
    assert (shown.kind, shown.open, len(shown.options)) == (kind, True, options)
    assert (shown.labels, shown.span) == (labels, span)


@every_kind
def test_a_reveal_tells_what_is_right_and_what_was_given_in_words(kind: Kind) -> None:
    session = asking(kind)
    answer, key = session.card.question.answer, session.card.right
    right = view.reveal(after(session, Answer(session.at, key)))
    assert (right.answer, right.right, right.given) == (answer, key, key)
    wrong = view.reveal(after(session, Answer(session.at, wrong_answer(session.card))))
    assert (wrong.answer, wrong.right) == (answer, key)
    assert wrong.answered not in ("", right.answered)


def test_words_of_a_reveal_by_kind() -> None:
    told = {
        kind: view.reveal(after(s, Answer(s.at, wrong_answer(s.card)))).answered for kind, s in ASKED.items()
    }
    assert told[Kind.NUMBER] == "1960"
    assert told[Kind.TRUE_FALSE] == "False"
    assert told[Kind.TYPED] == "?" * 40
    assert sorted(told[Kind.SEVERAL].split(", ")) == [f"the several wrong {n}" for n in (1, 2, 3)]
    assert told[Kind.ORDER] == "; ".join(
        f"{place} – the order comes {when}" for place, when in enumerate(("then", "next", "last", "first"), 1)
    )
