"""Turns a finished session and its log into the run that the score file keeps; knows no file and no clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizgame.quiz import events, rules
from quizgame.quiz.rules import Assist
from quizgame.quiz.run import Answered, Run
from quizgame.quiz.state import Over, Result, Session
from quizgame.quiz.view import in_words


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a session does not know of itself: who, when (ISO 8601, local, with offset), and which game."""

    player: str
    started: str
    finished: str
    game: str


def record(
    session: Session, log: Sequence[events.Event], assist: Assist, about: Circumstances, seat: int = 0
) -> Run:
    """The run of one of the players; raises ValueError while the session is not over."""
    if not isinstance(session.phase, Over):
        raise ValueError("the run is not over")
    results = [result for result in session.results if result.seat == seat]
    return Run(
        player=about.player,
        mode=session.mode.id,
        assist=assist.label,
        game=about.game,
        rules=rules.VERSION,
        bank=session.deal.bank,
        seed=session.deal.seed,
        started=about.started,
        finished=about.finished,
        ended=session.phase.ending,
        take=session.seats[seat].take,
        correct=sum(result.right for result in results),
        asked=len(results),
        played_ms=sum(result.took_ms for result in results),
        deal=session.deal.to_json(),
        log=events.to_json(log),
        answers=tuple(_answered(result) for result in results),
        seat=seat,
    )


def _answered(result: Result) -> Answered:
    return Answered(
        question=result.card.question.id,
        topic=result.card.question.topic,
        level=result.card.question.level,
        given=in_words(result.card, result.given),
        right=result.right,
        took_ms=result.took_ms,
    )
