"""The game's one function, `after(session, event) -> session`, and replay; reads no clock.

The session names the time at which something happens by itself (`due`); whoever has the clock then
sends `TimeUp` with just that time, so that 30 and 144 frames a second come to the same score.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from typing import assert_never

from quizgame.quiz.card import Given
from quizgame.quiz.crew import call
from quizgame.quiz.events import (
    Abandon,
    Answer,
    Begin,
    Buzz,
    Call,
    Event,
    Next,
    Open,
    Pass,
    Pause,
    Resume,
    Stay,
    TimeUp,
    Walk,
)
from quizgame.quiz.grade import fits
from quizgame.quiz.reckon import nobody, reckoned
from quizgame.quiz.rules import MAX_HEAT
from quizgame.quiz.run import Ending
from quizgame.quiz.state import (
    Asking,
    Briefing,
    Buzzing,
    Deciding,
    Hand,
    NotAllowed,
    Over,
    Paused,
    Phase,
    Reading,
    Revealed,
    Session,
    Timed,
    due,
    open_options,
    seated,
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
        case Buzz() | Pass():
            return _buzz(session, event)
        case TimeUp():
            return _time_up(session, event.at)
        case Next():
            _expect(session, Revealed)
            return _next(session, event.at)
        case Walk() | Stay():
            return _decide(session, event)
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
    """Put the question on the table; it stands alone first, where the rules give it time."""
    ms, turn = session.rules.reading_ms(session.card.question.text), _turn(session)
    if not ms:
        return _ask(session._replace(turn=turn), at)
    return session._replace(phase=Reading(at + ms), at=at, turn=turn)


def _turn(session: Session) -> int:
    """Whose question it is: one after the other, and another one first in each round."""
    return (session.nth + session.round) % len(session.seats)


def _ask(session: Session, at: int) -> Session:
    rules = session.rules
    clock = session.clock_ms if rules.one_clock else rules.question_ms()
    until = None if clock is None else at + clock
    return session._replace(phase=Buzzing(at, until) if rules.buzzers else Asking(at, until), at=at)


def _buzz(session: Session, event: Buzz | Pass) -> Session:
    if not isinstance(session.phase, Buzzing):
        raise NotAllowed(f"not while {type(session.phase).__name__.lower()}")
    if isinstance(event, Pass):
        return _pass(session, event.at)
    if not 0 <= event.seat < len(session.seats):
        raise NotAllowed(f"there is no seat {event.seat}")
    if event.seat in session.hand.out:
        raise NotAllowed("who was wrong is out of this question")
    clock, until = session.rules.answering_ms(), session.phase.until
    asking = Asking(
        event.at, None if clock is None else event.at + clock, None if until is None else until - event.at
    )
    return session._replace(phase=asking, turn=event.seat, at=event.at)


def _pass(session: Session, at: int) -> Session:
    if due(session) is not None:
        raise NotAllowed("the clock says how long there is to buzz")
    return nobody(session, at)


def _answer(session: Session, event: Answer) -> Session:
    _expect(session, Asking)
    if not fits(session.card, event.given, open_options(session)):
        raise NotAllowed(f"{event.given!r} is no answer to this question")
    return _settle(session, event.at, event.given)


def _settle(session: Session, at: int, given: Given | None) -> Session:
    """Reckon an answer, or its absence, and go where the rules go from there."""
    asked, session = session.phase, reckoned(session, at, given)
    assert isinstance(asked, Asking)
    right = session.results[-1].right
    if session.rules.one_clock:
        return _move_clock(session, asked, right)
    if session.rules.buzzers and not right:
        return _let_others(session, asked, given)
    return session


def _move_clock(session: Session, asked: Asking, right: bool) -> Session:
    """Set the one clock after an answer and put the next question, or end the run."""
    assert asked.until is not None
    left = max(0, asked.until - session.at + session.rules.moved_ms(right))
    session = session._replace(clock_ms=left)
    if not left:
        return _end(session, Ending.TIME, session.at)
    if session.last_of_round:
        return _end(session, Ending.CLEAR, session.at)
    return _read(session._replace(nth=session.nth + 1, hand=Hand()), session.at)


def _let_others(session: Session, asked: Asking, given: Given | None) -> Session:
    """After a wrong buzz: the others may buzz for what is left of the question's clock.

    Where there is only one option left to choose, nothing is left to know.
    """
    tried = session.hand.tried | ({given} if isinstance(given, int) and session.card.options else set())
    hand = session.hand._replace(out=session.hand.out | {session.turn}, tried=tried)
    session = session._replace(hand=hand)
    given_away = bool(hand.tried) and len(open_options(session)) < 2
    if given_away or len(hand.out) == len(session.seats):
        return session
    until = None if asked.left is None else session.at + asked.left
    return session._replace(phase=Buzzing(session.at, until))


def _time_up(session: Session, at: int) -> Session:
    limit = due(session)
    if limit is None or at < limit:
        raise NotAllowed("the time is not up")
    match session.phase:
        case Reading():
            return _ask(session, limit)
        case Buzzing():
            return nobody(session, limit)
        case Asking() if session.rules.one_clock:
            return _end(session._replace(clock_ms=0), Ending.TIME, limit)
        case Asking():
            return _settle(session, limit, None)
        case _:
            return _end(session, Ending.WALKED, limit)


def _next(session: Session, at: int) -> Session:
    if session.heat >= MAX_HEAT:
        return _end(session, Ending.BUSTED, at)
    if not session.last_of_round:
        return _read(session._replace(nth=session.nth + 1, hand=Hand()), at)
    if session.last_round:
        return _end(session, Ending.CLEAR, at)
    if not session.rules.walk:
        return _next_round(session, at)
    limit = session.rules.decision_ms()
    return session._replace(phase=Deciding(None if limit is None else at + limit), at=at, hand=Hand())


def _next_round(session: Session, at: int) -> Session:
    return session._replace(phase=Briefing(), at=at, round=session.round + 1, nth=0, hand=Hand())


def _decide(session: Session, event: Walk | Stay) -> Session:
    _expect(session, Deciding)
    return (
        _next_round(session, event.at) if isinstance(event, Stay) else _end(session, Ending.WALKED, event.at)
    )


def _pause(session: Session, at: int) -> Session:
    if not isinstance(session.phase, Timed):
        raise NotAllowed("there is no clock to stop")
    return session._replace(phase=Paused(session.phase, at), at=at)


def _resume(session: Session, at: int) -> Session:
    if not isinstance(session.phase, Paused):
        raise NotAllowed("the game is not paused")
    return session._replace(phase=_later(session.phase.phase, at - session.phase.since), at=at)


def _later(phase: Timed, ms: int) -> Timed:
    match phase:
        case Reading(until):
            return Reading(until + ms)
        case Asking(since, until, left):
            return Asking(since + ms, None if until is None else until + ms, left)
        case Buzzing(since, until):
            return Buzzing(since + ms, None if until is None else until + ms)
        case Deciding(until):
            return Deciding(None if until is None else until + ms)


def _end(session: Session, ending: Ending, at: int) -> Session:
    """The end; who is busted drops the bags."""
    seats = session.seats
    if ending is Ending.BUSTED:
        seats = seated(session, session.seat._replace(take=session.take // session.rules.busted_keeps))
    return session._replace(phase=Over(ending), at=at, seats=seats)
