"""The end of a run, line by line, so that everybody can add it up; knows no screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizgame.quiz.run import Ending
from quizgame.quiz.state import Over, Result, Session


@dataclass(frozen=True, slots=True)
class Sum:
    """One line of the sums: what, how often, dollars."""

    label: str
    count: str
    dollars: int


@dataclass(frozen=True, slots=True)
class Sums:
    """The end of a run, line by line; the lines add up to `take`."""

    ending: Ending
    take: int
    right: int
    asked: int
    round: int
    lines: tuple[Sum, ...]
    speed: int
    cheapest_answer: int


def sums_of(session: Session, seat: int = 0) -> Sums:
    """The end of a run for one of its players, line by line; raises ValueError before the end."""
    if not isinstance(session.phase, Over):
        raise ValueError("the run is not over")
    results = [result for result in session.results if result.seat == seat]
    take = session.seats[seat].take
    speed = sum(result.speed_money for result in results)
    gross = speed + sum(result.answer_money for result in results)
    lines = [*_round_lines(session, results)]
    if speed:
        lines.append(Sum("Speed", "", speed))
    if take != gross:
        lines.append(Sum("Dropped with the bags", "", take - gross))
    return Sums(
        ending=session.phase.ending,
        take=take,
        right=sum(result.right for result in results),
        asked=len(results),
        round=session.number,
        lines=tuple(lines),
        speed=speed,
        cheapest_answer=session.rules.answer_money(1, 1),
    )


def _round_lines(session: Session, all_results: Sequence[Result]) -> list[Sum]:
    lines = []
    for number, round in enumerate(session.mode.rounds, start=1):
        results = [result for result in all_results if result.round == number]
        if results:
            right = sum(result.right for result in results)
            money = sum(result.answer_money for result in results)
            lines.append(Sum(round.title, f"{right} of {len(results)}", money))
    return lines
