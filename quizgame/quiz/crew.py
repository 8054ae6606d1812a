"""What the crew can do for the question on the table; knows no money and no rounds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from quizgame.quiz.events import Call
from quizgame.quiz.rules import Crew
from quizgame.quiz.state import Asking, Hand, NotAllowed, Session, seated


def callable_crew(session: Session) -> frozenset[Crew]:
    """Who of the crew could be called on now."""
    if not isinstance(session.phase, Asking):
        return frozenset()
    return frozenset(crew for crew in Crew if not _why_not(session, crew))


def call(session: Session, event: Call, read: Callable[[Session, int], Session]) -> Session:
    """The session after a call while a question is asked; `read` puts a question. Raises NotAllowed."""
    why_not = _why_not(session, event.crew)
    if why_not:
        raise NotAllowed(why_not)
    seat = session.seat._replace(used=session.used | {event.crew})
    session = session._replace(at=event.at, seats=seated(session, seat))
    match event.crew:
        case Crew.CHRIS:
            return session._replace(hand=session.hand._replace(covered=True))
        case Crew.MICHAEL:
            return session._replace(hand=session.hand._replace(doubled=True))
        case Crew.NATE:
            return read(session._replace(hand=Hand(swapped=True, doubled=session.hand.doubled)), event.at)
        case Crew.TREJO:
            return _drive(session)
        case _:
            assert_never(event.crew)


def _drive(session: Session) -> Session:
    assert isinstance(session.phase, Asking)
    assert session.phase.until is not None
    longer = session.phase.until + session.rules.drive_ms * session.rules.clock_factor
    return session._replace(
        phase=replace(session.phase, until=longer), hand=session.hand._replace(driven=True)
    )


def _why_not(session: Session, crew: Crew) -> str:
    """Why one of the crew cannot help with this question; "" where they can."""
    if crew not in session.rules.crew:
        return f"{crew} is not on this job"
    if crew in session.used:
        return f"{crew} has done his part in this run"
    if crew is Crew.CHRIS and not session.card.covered:
        return "there is nothing that Chris could cover"
    if crew is Crew.NATE and session.deal.spares[session.round][session.nth] is None:
        return "Nate has nothing else"
    if crew is Crew.TREJO and session.rules.clock_ms is None:
        return "there is no clock to drive against"
    return ""
