"""What holds for a session at every moment, whatever has happened to it; knows no test."""

from __future__ import annotations

from collections import Counter

from quizgame.quiz.rules import MAX_HEAT
from quizgame.quiz.state import NOBODY, Session


def check(session: Session, told: str = "") -> None:
    """What can be seen after every event."""
    assert all(0 <= seat.heat <= MAX_HEAT and seat.streak >= 0 for seat in session.seats), told
    assert all(seat.take >= 0 for seat in session.seats), told
    assert 0 <= session.turn < len(session.seats), told
    assert 0 <= session.round < len(session.deal.rounds), told
    assert session.clock_ms is None or session.clock_ms >= 0, told
    for result in session.results[-1:]:
        assert result.took_ms >= 0, told
        assert result.seat == NOBODY or 0 <= result.seat < len(session.seats), told
        assert result.right or result.answer_money <= result.card.question.level * 10_000, told


def check_results(session: Session, told: str = "") -> None:
    """Nobody answers a question twice."""
    asked = Counter((result.round, result.card.question.id, result.seat) for result in session.results)
    assert set(asked.values()) <= {1}, told


def check_money(end: Session, told: str = "") -> None:
    """Thirty questions' speed is worth less than the cheapest right answer, and the take is their sum."""
    rights = [result.answer_money for result in end.results if result.right and result.answer_money]
    speed = [result.speed_money for result in end.results]
    single = [result.speed_money // (1 + result.doubled) for result in end.results]
    assert all(money >= 0 for money in speed), told
    if rights and len(end.seats) == 1:
        assert 30 * max(single) < min(rights), told
        assert sum(speed) < min(rights), told
    if all(result.right for result in end.results):
        won = sum(result.answer_money + result.speed_money for result in end.results)
        assert won == sum(seat.take for seat in end.seats), told
