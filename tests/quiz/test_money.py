"""One more right answer always beats any speed."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from quizgame.quiz.crew import callable_crew
from quizgame.quiz.events import Answer, Call
from quizgame.quiz.question import Kind
from quizgame.quiz.rules import Assist, Crew
from quizgame.quiz.session import after
from quizgame.quiz.state import Asking, Over, Session
from tests.quiz.guesses import mistakes
from tests.quiz.players import deal_of
from tests.quiz.samples import job, reach, start_of, to_options

QUESTIONS = 25
Place = tuple[int, int]


@dataclass(frozen=True)
class Way:
    """How a run is played: what is known, how fast each is answered, and which mistake is made where."""

    known: tuple[bool, ...]
    takes_ms: tuple[int, ...]
    mistakes: tuple[int, ...] = (99,) * QUESTIONS  # the worst there is


KNOWN = st.tuples(*[st.booleans()] * QUESTIONS)
PACES = st.sampled_from((0, 0, 999, 15_000, 29_999)) | st.integers(0, 29_999)
TIMES = st.tuples(*[PACES] * QUESTIONS)
MISTAKES = st.tuples(*[st.integers(0, 5)] * QUESTIONS)
CREW = st.dictionaries(st.sampled_from(Crew), st.integers(0, QUESTIONS - 1))


def played(session: Session, way: Way, crew: dict[Crew, int], rounds: int) -> Session:
    """Play so many rounds, or until busted; each of the crew is called on at his question, if he can."""
    for number in range(5 * rounds):
        session = reach(session, Asking, Over)
        if isinstance(session.phase, Over):
            break
        for one in sorted(crew):
            if crew[one] == number and one in callable_crew(session):
                session = to_options(after(session, Call(session.at, one)))
        wrong = mistakes(session)
        given = session.card.right if way.known[number] else wrong[min(way.mistakes[number], len(wrong) - 1)]
        session = after(session, Answer(session.at + way.takes_ms[number], given))
    return session


def rights(session: Session) -> set[Place]:
    return {(result.round, place) for place, result in enumerate(session.results) if result.right}


def gross(session: Session) -> int:
    """The money won, before a quarter of it is kept."""
    return sum(result.answer_money + result.speed_money for result in session.results)


@settings(max_examples=80)
@given(
    first=st.builds(Way, KNOWN, TIMES, MISTAKES),
    more=KNOWN,
    one_more=st.integers(0, QUESTIONS - 1),
    times=TIMES,
    crew=CREW,
    number=st.integers(0, 39),
    rounds=st.integers(1, 5),
    clock=st.sampled_from(("x1", "x2", "x4", "off")),
)
def test_one_more_right_answer_always_beats_any_speed(
    first: Way,
    more: tuple[bool, ...],
    one_more: int,
    times: tuple[int, ...],
    crew: dict[Crew, int],
    number: int,
    rounds: int,
    clock: str,
) -> None:
    """The theorem: more knowledge always beats more speed.

    Take two runs of The Score

    - of the same deal and under the same rules,
    - in which each of the crew is called on, if at all, for the same questions in both,
    - and in which what is wrong in both is answered alike: a near number is paid alike in both.

    If every question that is right in the first run is right in the second, and at least one more is,
    then the money won in the second (answers and speed, before a busted player drops the bags) is
    greater, however fast the first and however slow the second was played.

    Both runs end in the same round here, or earlier where they are busted; the theorem does not mind.
    """
    begin, extra = start_of(deal_of(number), Assist(clock)), one_more % (5 * rounds)
    fewer = tuple(known and place != extra for place, known in enumerate(first.known))
    known = tuple(a or b or place == extra for place, (a, b) in enumerate(zip(fewer, more, strict=True)))
    fast = played(begin, Way(fewer, first.takes_ms, first.mistakes), crew, rounds)
    slow = played(begin, Way(known, times, first.mistakes), crew, rounds)
    assume(rights(fast) < rights(slow))  # not so where both are busted before the extra one
    assert gross(fast) < gross(slow)


def test_the_closest_that_speed_can_come() -> None:
    """All right at once but the cheapest question, doubled where it pays; against all right at the bell."""
    doubled = {Crew.MICHAEL: 24}
    fastest = Way((False, *[True] * 24), (0,) * 25)
    slowest = Way((True,) * 25, (29_999,) * 25)
    begin = job(5, 5, 5, 5, 5)
    fast, slow = played(begin, fastest, doubled, 5), played(begin, slowest, doubled, 5)
    assert (len(rights(fast)), len(rights(slow))) == (24, 25)
    assert sum(result.speed_money for result in fast.results) == 75_000
    assert gross(slow) - gross(fast) == 25_000


@pytest.mark.parametrize("number", range(8))
def test_a_near_number_never_earns_what_being_right_does_however_fast(number: int) -> None:
    """The nearest miss of all, doubled and at once, against the value itself at the bell."""
    session = to_options(start_of(deal_of(number)))
    while session.card.question.kind is not Kind.NUMBER:
        session = reach(after(session, Answer(session.at, session.card.right)), Asking)
    value = session.card.right
    assert isinstance(value, int)
    doubled = after(session, Call(session.at, Crew.MICHAEL))
    near = after(doubled, Answer(doubled.at, value + 1)).results[-1]
    right = after(session, Answer(session.at + 29_999, value)).results[-1]
    assert not near.right
    assert near.speed_money == 0
    assert 0 < near.answer_money <= 2 * right.answer_money * 5 // 100


def test_a_perfect_run_is_paid_as_promised() -> None:
    session = played(start_of(deal_of(0)), Way((True,) * 25, (10_000,) * 25), {}, 5)
    levels = [[card.question.level for card in round] for round in session.deal.rounds]
    answers = sum(number * 100_000 * sum(round) for number, round in enumerate(levels, 1))
    assert gross(session) == session.take == answers + 25 * 2_000
    assert not isinstance(session.phase, Over)
