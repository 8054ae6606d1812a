"""What may happen when: every event in every phase, how a run goes on and how it ends."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.quiz.events import (
    Abandon,
    Answer,
    Begin,
    Call,
    Event,
    Next,
    Open,
    Pause,
    Resume,
    Stay,
    TimeUp,
    Walk,
)
from quizgame.quiz.rules import Crew
from quizgame.quiz.run import Ending
from quizgame.quiz.session import after, allowed, replay
from quizgame.quiz.state import (
    Asking,
    Briefing,
    Deciding,
    NotAllowed,
    Over,
    Paused,
    Reading,
    Revealed,
    Session,
    due,
)
from tests.quiz.players import game
from tests.quiz.samples import job, reach, to_options

RIGHT, WRONG = 0, 1
START = job(2, 1)
READING = reach(START, Reading)
ASKING = to_options(START)
REVEALED = after(ASKING, Answer(3_000, RIGHT))
DECIDING = reach(REVEALED, Asking)
DECIDING = reach(after(DECIDING, Answer(9_000, RIGHT)), Deciding)
PHASES = {
    "briefing": START,
    "reading": READING,
    "asking": ASKING,
    "revealed": REVEALED,
    "deciding": DECIDING,
    "reading paused": after(READING, Pause(100)),
    "asking paused": after(ASKING, Pause(100)),
    "deciding paused": after(DECIDING, Pause(9_500)),
    "over": after(DECIDING, Walk(9_000)),
}
MAY = {
    "briefing": {Begin, Abandon},
    "reading": {Open, Pause, Abandon},
    "asking": {Answer, Call, Pause, Abandon},
    "revealed": {Next, Abandon},
    "deciding": {Walk, Stay, Pause, Abandon},
    "reading paused": {Resume, Abandon},
    "asking paused": {Resume, Abandon},
    "deciding paused": {Resume, Abandon},
    "over": set[type[Event]](),
}
RUNNING = ("reading", "asking", "deciding")


def every_event(at: int) -> list[Event]:
    bare: list[Event] = [kind(at) for kind in (Begin, Open, TimeUp, Next, Walk, Stay, Pause, Resume, Abandon)]
    return [*bare, Answer(at, RIGHT), *(Call(at, crew) for crew in Crew)]


@pytest.mark.parametrize("phase", PHASES)
@pytest.mark.parametrize("later", [0, 1, 1_500])
def test_only_what_belongs_to_a_phase_may_happen_in_it(phase: str, later: int) -> None:
    session = PHASES[phase]
    may = {type(event) for event in every_event(session.at + later) if allowed(session, event)}
    assert may == MAY[phase]


@pytest.mark.parametrize("phase", PHASES)
def test_at_the_end_of_its_time_a_phase_is_only_over(phase: str) -> None:
    session = PHASES[phase]
    limit = due(session)
    assert (limit is not None) is (phase in RUNNING)
    at = session.at if limit is None else limit
    may = {type(event) for event in every_event(at) if allowed(session, event)}
    assert may == ({TimeUp, Abandon} if phase in RUNNING else MAY[phase])


@pytest.mark.parametrize("phase", RUNNING)
def test_the_time_is_not_up_a_moment_early(phase: str) -> None:
    limit = due(PHASES[phase])
    assert limit is not None
    with pytest.raises(NotAllowed, match="not up"):
        after(PHASES[phase], TimeUp(limit - 1))


@pytest.mark.parametrize("phase", PHASES)
def test_time_cannot_run_backwards(phase: str) -> None:
    session = PHASES[phase]._replace(at=PHASES[phase].at + 50)
    for event in every_event(session.at - 1):
        with pytest.raises(NotAllowed, match="already at"):
            after(session, event)


GIVEN = st.integers(-2, 5) | st.text(max_size=3) | st.lists(st.integers(-1, 6), max_size=6).map(tuple)
EVENTS = st.one_of(
    *(st.builds(kind, st.integers(-5, 80_000)) for kind in (Begin, Open, TimeUp, Next, Walk, Stay, Pause)),
    *(st.builds(kind, st.integers()) for kind in (Resume, Abandon, TimeUp)),
    st.builds(Answer, st.integers(-5, 80_000), GIVEN),
    st.builds(Call, st.integers(-5, 80_000), st.sampled_from(Crew)),
)


@settings(max_examples=120)
@given(st.integers(0, 30), st.integers(0, 200), st.lists(EVENTS, max_size=4))
def test_an_event_happens_or_leaves_the_session_as_it_was(seed: int, moves: int, tried: list[Event]) -> None:
    played = game(f"prefix {seed}")
    session = replay(played.start, played.log[:moves])
    for event in tried:
        was = repr(session)
        try:
            found = after(session, event)
        except NotAllowed:
            assert not allowed(session, event)
        else:
            assert found.at >= session.at
            assert found != session
        assert repr(session) == was


@pytest.mark.parametrize("option", [-1, 4, 99])
def test_an_option_that_is_not_there_cannot_be_chosen(option: int) -> None:
    with pytest.raises(NotAllowed, match=f"{option} is no answer"):
        after(ASKING, Answer(0, option))


def test_the_question_stands_alone_until_it_is_read() -> None:
    assert READING.phase == Reading(2_000)  # forty characters
    assert after(READING, TimeUp(2_000)).phase == Asking(2_000, 32_000)
    assert after(READING, Open(700)).phase == Asking(700, 30_700)


def test_a_late_answer_is_refused_and_counts_as_none() -> None:
    with pytest.raises(NotAllowed, match="too late"):
        after(ASKING, Answer(30_000, RIGHT))
    late = after(ASKING, TimeUp(30_000))
    assert (late.results[0].given, late.results[0].right, late.heat, late.take) == (None, False, 10, 0)


def test_the_last_millisecond_still_counts() -> None:
    assert after(ASKING, Answer(29_999, RIGHT)).take == 100_000


def test_an_answer_is_reckoned_once_with_its_time() -> None:
    result = REVEALED.results[0]
    assert (result.right, result.given, result.took_ms) == (True, RIGHT, 3_000)
    assert (result.answer_money, result.speed_money) == (100_000, 2_700)
    assert REVEALED.take == 102_700


def test_after_a_round_there_are_thirty_seconds_to_decide() -> None:
    assert DECIDING.phase == Deciding(DECIDING.at + 30_000)


def test_walking_keeps_the_whole_take() -> None:
    walked = after(DECIDING, Walk(20_000))
    assert (walked.phase, walked.take) == (Over(Ending.WALKED), DECIDING.take)


def test_not_deciding_is_walking() -> None:
    limit = DECIDING.at + 30_000
    assert after(DECIDING, TimeUp(limit)) == after(DECIDING, Walk(limit - 1))._replace(at=limit)


def test_staying_opens_the_next_round() -> None:
    stayed = after(DECIDING, Stay(10_000))
    assert (stayed.phase, stayed.number, stayed.nth) == (Briefing(), 2, 0)
    assert (stayed.take, stayed.results) == (DECIDING.take, DECIDING.results)


def test_the_last_round_ends_with_the_getaway() -> None:
    last = to_options(after(DECIDING, Stay(9_000)))
    end = after(after(last, Answer(10_000, WRONG)), Next(10_000))
    assert end.phase == Over(Ending.CLEAR)
    assert end.take == DECIDING.take


@pytest.mark.parametrize("phase", [phase for phase in PHASES if phase != "over"])
def test_a_run_can_be_abandoned_at_any_time_and_keeps_what_it_had(phase: str) -> None:
    session = PHASES[phase]
    end = after(session, Abandon(session.at + 10**7))
    assert end.phase == Over(Ending.ABANDONED)
    assert (end.take, end.results) == (session.take, session.results)


def in_phase(session: Session) -> str:
    return type(session.phase).__name__


def test_a_run_goes_through_its_phases_in_order() -> None:
    session, seen = job(1, 1), list[str]()
    log: list[Event] = [
        Begin(0), Open(0), Answer(0, 0), Next(0), Stay(0), Begin(0), TimeUp(2_000), Pause(2_001),
        Resume(2_002), Answer(2_003, 0), Next(2_003),
    ]  # fmt: skip
    for event in log:
        session = after(session, event)
        seen.append(in_phase(session))
    assert seen == [
        "Reading", "Asking", "Revealed", "Deciding", "Briefing", "Reading", "Asking", "Paused",
        "Asking", "Revealed", "Over",
    ]  # fmt: skip


def test_phases_are_all_there() -> None:
    kinds = {type(session.phase) for session in PHASES.values()}
    assert kinds == {Briefing, Reading, Asking, Revealed, Deciding, Paused, Over}
