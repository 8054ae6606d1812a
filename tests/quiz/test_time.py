"""Time: pausing costs nothing, a late frame changes nothing, and no clock means no hurry."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from quizgame.quiz.card import Given
from quizgame.quiz.events import (
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
from quizgame.quiz.rules import Assist, Crew
from quizgame.quiz.session import after, allowed, replay
from quizgame.quiz.state import Deciding, Paused, Reading, Session, due
from tests.quiz.players import Dice, game, with_pauses
from tests.quiz.samples import dealt, job, reach, to_options

Intent = tuple[int, Callable[[int], Event]]
SECOND = 1_000
RUNNING = [
    pytest.param(reach(job(1, 1), Reading), id="reading"),
    pytest.param(to_options(job(1, 1)), id="asking"),
    pytest.param(reach(after(to_options(job(1, 1)), Answer(500, 0)), Deciding), id="deciding"),
]


@pytest.mark.parametrize("block", range(4))
def test_pausing_anywhere_costs_nothing(block: int) -> None:
    """The same moves with pauses between them: all but the time on the wall is the same."""
    paused = 0
    for number in range(block * 60, block * 60 + 60):
        played = game(f"paused {number}", pauses=False)
        log = with_pauses(played.start, played.log, f"{number}")
        end = replay(played.start, log)
        paused += len(log) - len(played.log)
        assert end.results == played.end.results
        assert (end.take, end.heat, end.streak, end.used, end.phase) == (
            played.end.take, played.end.heat, played.end.streak, played.end.used, played.end.phase,
        )  # fmt: skip
    assert paused > 60 * 20


@pytest.mark.parametrize("session", RUNNING)
def test_a_paused_session_waits_for_ever_and_goes_on_where_it_was(session: Session) -> None:
    limit = due(session)
    assert limit is not None
    paused = after(session, Pause(limit - 1))
    assert isinstance(paused.phase, Paused)
    assert due(paused) is None
    assert not allowed(paused, TimeUp(limit + 10**9))
    assert due(after(paused, Resume(10**9))) == 10**9 + 1


def test_a_pause_is_no_part_of_the_time_an_answer_took() -> None:
    session = replay(to_options(job(1)), [Pause(4_000), Resume(60_000), Answer(61_000, 0)])
    assert (session.results[0].took_ms, session.results[0].speed_money) == (5_000, 2_500)


@pytest.mark.parametrize("clock", ["x1", "x2", "x4"])
def test_thirty_or_144_frames_a_second_come_to_the_same(clock: str) -> None:
    ends = set()
    for number in range(25):
        first, inputs = dealt(f"frames {number % 5}", Assist(clock)), list(fumbling(f"{clock}/{number}"))
        sessions = [shown(first, inputs, frames) for frames in (30, 60, 144)]
        assert sessions[0] == sessions[1] == sessions[2]
        ends.add((sessions[0].take, sessions[0].heat, len(sessions[0].results)))
    assert len(ends) > 15
    assert max(asked for _, _, asked in ends) >= 10


TRIED: tuple[Given, ...] = (0, 1, 2, 3, 1_990, "nobody", (0, 2), (1, 0, 3, 2))


def fumbling(seed: str) -> Iterator[Intent]:
    """Keys pressed at random moments of ten minutes; most of them mean nothing when they come."""
    dice, at = Dice(seed), 0
    answers = [lambda at, given=given: Answer(at, given) for given in TRIED]
    crew = [lambda at, one=one: Call(at, one) for one in Crew]
    intents: list[Callable[[int], Event]] = [Begin, Open, Next, Next, Stay, *answers, *crew, Walk]
    while at < 600 * SECOND:
        at += dice.below(3_000) + (dice.below(60_000) if dice.chance(5) else 0)
        yield at, intents[dice.below(len(intents) if dice.chance(10) else len(intents) - 1)]


def shown(session: Session, inputs: list[Intent], frames: int) -> Session:
    """A screen that looks at keys and clock once a frame; frames in which nothing happens are left out."""
    waiting = list(reversed(inputs))
    while waiting:
        moments = [moment for moment in (waiting[-1][0], due(session)) if moment is not None]
        frame = -(-min(moments) * frames // SECOND)
        now = -(-frame * SECOND // frames)
        while waiting and waiting[-1][0] <= now:
            at, make = waiting.pop()
            session = run_out(session, at)
            session = after(session, make(at)) if allowed(session, make(at)) else session
        session = run_out(session, now)
    return run_out(session, 700 * SECOND)


def run_out(session: Session, now: int) -> Session:
    limit = due(session)
    while limit is not None and limit <= now:
        session = after(session, TimeUp(now))
        limit = due(session)
    return session


@pytest.mark.parametrize("session", RUNNING)
@pytest.mark.parametrize("late", [1, 33, 10**6])
def test_time_is_up_when_it_was_due_however_late_it_is_told(session: Session, late: int) -> None:
    limit = due(session)
    assert limit is not None
    assert after(session, TimeUp(limit + late)) == after(session, TimeUp(limit))
    assert after(session, TimeUp(limit + late)).at == limit


def test_without_a_clock_there_is_all_the_time_in_the_world() -> None:
    session = to_options(job(1, 1, assist=Assist("off")))
    assert due(session) is None
    assert not allowed(session, TimeUp(10**9))
    session = after(session, Answer(10**9, 0))
    assert (session.take, session.results[0].speed_money) == (100_000, 0)
    deciding = after(session, Next(10**9))
    assert deciding.phase == Deciding(None)
    assert allowed(deciding, Stay(10**12))


@pytest.mark.parametrize(("clock", "limit"), [("x2", 60_000), ("x4", 120_000)])
def test_a_slower_clock_gives_more_time_to_answer_and_to_decide(clock: str, limit: int) -> None:
    session = to_options(job(1, 1, assist=Assist(clock)))
    assert due(session) == limit
    assert due(reach(after(session, Answer(limit - 1, 0)), Deciding)) == 2 * limit - 1
