"""The game's one function, `after(session, event) -> session`, and replay; reads no clock.

The session names the time at which something happens by itself (`due`); whoever has the clock then
sends `TimeUp` with just that time, so that 30 and 144 frames a second come to the same score.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from typing import assert_never

from quizgame.quiz.card import Given
from quizgame.quiz.crew import call
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
from quizgame.quiz.grade import Mark, fits, grade
from quizgame.quiz.rules import MAX_HEAT
from quizgame.quiz.run import Ending
from quizgame.quiz.state import (
    Asking,
    Briefing,
    Deciding,
    Hand,
    NotAllowed,
    Over,
    Paused,
    Phase,
    Reading,
    Result,
    Revealed,
    Session,
    due,
    open_options,
)


def after(session: Session, event: Event) -> Session:
    """The session after an event; raises NotAllowed where the event may not happen now."""
    _check_time(session, event)
    match event:
        case Begin():
            _expect(session, Briefing)
            return _read(session, event.at)
        case Open():
            _expect(session, Reading)
            return _ask(session, event.at)
        case Answer():
            return _answer(session, event)
        case Call():
            _expect(session, Asking)
            return call(session, event, _read)
        case TimeUp():
            return _time_up(session, event.at)
        case Next():
            _expect(session, Revealed)
            return _next(session, event.at)
        case Walk():
            _expect(session, Deciding)
            return _end(session, Ending.WALKED, event.at)
        case Stay():
            _expect(session, Deciding)
            return replace(session, phase=Briefing(), at=event.at, round=session.round + 1, index=0)
        case Pause():
            return _pause(session, event.at)
        case Resume():
            return _resume(session, event.at)
        case Abandon():
            return _end(session, Ending.ABANDONED, event.at)
        case _:
            assert_never(event)


def replay(session: Session, log: Iterable[Event]) -> Session:
    """The session after all events of a log; raises NotAllowed."""
    return reduce(after, log, session)


def allowed(session: Session, event: Event) -> bool:
    """Whether the event may happen now."""
    try:
        after(session, event)
    except NotAllowed:
        return False
    return True


def _check_time(session: Session, event: Event) -> None:
    if event.at < session.at:
        raise NotAllowed(f"the event is at {event.at} ms, the session already at {session.at} ms")
    if isinstance(session.phase, Over):
        raise NotAllowed("the run is over")
    limit = due(session)
    if limit is not None and event.at >= limit and not isinstance(event, TimeUp | Abandon):
        raise NotAllowed(f"too late: the time was up at {limit} ms")


def _expect(session: Session, phase: type[Phase]) -> None:
    if not isinstance(session.phase, phase):
        raise NotAllowed(f"not while {type(session.phase).__name__.lower()}")


def _read(session: Session, at: int) -> Session:
    until = at + session.rules.reading_ms(session.card.question.text)
    return replace(session, phase=Reading(until), at=at)


def _ask(session: Session, at: int) -> Session:
    clock = session.rules.question_ms()
    return replace(session, phase=Asking(at, None if clock is None else at + clock), at=at)


def _answer(session: Session, event: Answer) -> Session:
    _expect(session, Asking)
    if not fits(session.card, event.given, open_options(session)):
        raise NotAllowed(f"{event.given!r} is no answer to this question")
    return _settle(session, event.at, event.given)


def _settle(session: Session, at: int, given: Given | None) -> Session:
    """Reckon an answer, or its absence."""
    mark = grade(session.card, given)
    streak = session.streak + 1 if mark.right else 0
    result = _result(session, at, given, mark, streak)
    return replace(
        session,
        phase=Revealed(),
        at=at,
        take=session.take + result.answer_money + result.speed_money,
        heat=min(MAX_HEAT, session.heat + result.heat - result.cooled),
        streak=streak,
        results=(*session.results, result),
    )


def _result(session: Session, at: int, given: Given | None, mark: Mark, streak: int) -> Result:
    assert isinstance(session.phase, Asking)
    rules, card, doubled = session.rules, session.card, session.hand.doubled
    times = 2 if doubled else 1
    answer = times * rules.answer_money(card.question.level, session.number) * mark.money // 100
    speed = times * _speed(session, at) if mark.right else 0
    heat = min(MAX_HEAT - session.heat, rules.heat_for_wrong(session.number, doubled) * mark.heat // 100)
    cooled = min(session.heat, rules.streak_cools) if streak and streak % rules.streak == 0 else 0
    took = at - session.phase.since
    return Result(card, session.number, given, mark.right, took, answer, speed, heat, cooled, doubled)


def _speed(session: Session, at: int) -> int:
    assert isinstance(session.phase, Asking)
    if session.phase.until is None or session.hand.driven:
        return 0
    return session.rules.speed_money(session.phase.until - at)


def _time_up(session: Session, at: int) -> Session:
    limit = due(session)
    if limit is None or at < limit:
        raise NotAllowed("the time is not up")
    match session.phase:
        case Reading():
            return _ask(session, limit)
        case Asking():
            return _settle(session, limit, None)
        case _:
            return _end(session, Ending.WALKED, limit)


def _next(session: Session, at: int) -> Session:
    if session.heat >= MAX_HEAT:
        return _end(session, Ending.BUSTED, at)
    if not session.last_of_round:
        return _read(replace(session, index=session.index + 1, hand=Hand()), at)
    if session.last_round:
        return _end(session, Ending.CLEAR, at)
    limit = session.rules.decision_ms()
    return replace(session, phase=Deciding(None if limit is None else at + limit), at=at, hand=Hand())


def _pause(session: Session, at: int) -> Session:
    if not isinstance(session.phase, Reading | Asking | Deciding):
        raise NotAllowed("there is no clock to stop")
    return replace(session, phase=Paused(session.phase, at), at=at)


def _resume(session: Session, at: int) -> Session:
    if not isinstance(session.phase, Paused):
        raise NotAllowed("the game is not paused")
    return replace(session, phase=_later(session.phase.phase, at - session.phase.since), at=at)


def _later(phase: Reading | Asking | Deciding, ms: int) -> Reading | Asking | Deciding:
    match phase:
        case Reading(until):
            return Reading(until + ms)
        case Asking(since, until):
            return Asking(since + ms, None if until is None else until + ms)
        case Deciding(until):
            return Deciding(None if until is None else until + ms)


def _end(session: Session, ending: Ending, at: int) -> Session:
    take = session.take // session.rules.busted_keeps if ending is Ending.BUSTED else session.take
    return replace(session, phase=Over(ending), at=at, take=take)
