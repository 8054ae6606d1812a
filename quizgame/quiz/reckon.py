"""What an answer comes to: its mark, its money and its heat, for the seat that gave it; moves no game on."""

from __future__ import annotations

from quizgame.quiz.card import Given
from quizgame.quiz.grade import Mark, grade
from quizgame.quiz.rules import MAX_HEAT
from quizgame.quiz.state import NOBODY, Asking, Buzzing, Result, Revealed, Session, seated


def reckoned(session: Session, at: int, given: Given | None) -> Session:
    """The session with an answer, or its absence, on the books and shown."""
    mark = grade(session.card, given)
    streak = session.streak + 1 if mark.right else 0
    result = _result(session, at, given, mark, streak)
    seat = session.seat._replace(
        take=session.take + result.answer_money + result.speed_money,
        heat=min(MAX_HEAT, session.heat + result.heat - result.cooled),
        streak=streak,
    )
    return session._replace(
        phase=Revealed(), at=at, seats=seated(session, seat), results=(*session.results, result)
    )


def nobody(session: Session, at: int) -> Session:
    """The session with a question on the books for which no one buzzed, and its answer shown."""
    assert isinstance(session.phase, Buzzing)
    took = at - session.phase.since
    result = Result(session.card, session.number, None, False, took, 0, 0, 0, 0, False, NOBODY)
    return session._replace(phase=Revealed(), at=at, results=(*session.results, result))


def _result(session: Session, at: int, given: Given | None, mark: Mark, streak: int) -> Result:
    assert isinstance(session.phase, Asking)
    rules, card, doubled = session.rules, session.card, session.hand.doubled
    level, times = card.question.level, 2 if doubled else 1
    answer = times * rules.answer_money(level, session.number) * mark.money // 100
    if not mark.right:
        answer -= min(session.take, rules.price(level, session.number))
    speed = times * _speed(session, at) if mark.right else 0
    heat = min(MAX_HEAT - session.heat, rules.heat_for_wrong(session.number, doubled) * mark.heat // 100)
    cooled = min(session.heat, rules.streak_cools) if streak and streak % rules.streak == 0 else 0
    took = at - session.phase.since
    return Result(
        card, session.number, given, mark.right, took, answer, speed, heat, cooled, doubled, session.turn
    )


def _speed(session: Session, at: int) -> int:
    assert isinstance(session.phase, Asking)
    if session.phase.until is None or session.hand.driven:
        return 0
    return session.rules.speed_money(session.phase.until - at)
