"""The score file's rows as lines of the tables on the screen; knows neither SQL nor pixels."""

from __future__ import annotations

from datetime import datetime

from quizgame.quiz.modes import Mode
from quizgame.screen.scenes.scores import Line, Table
from quizgame.store.scores import Scores
from quizgame.store.tables import ScoreRow

ASSISTS = tuple(
    ", ".join(part for part in (clock, heat) if part)
    for clock in ("", "clock x2", "clock x4", "no clock")
    for heat in ("", "less heat")
)
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def of(scores: Scores, mode: Mode, run_id: int | None = None) -> list[tuple[str, Table]]:
    """The tables of a mode with their assists' labels: the full game, and those assists that have runs."""
    found = []
    for assist in ASSISTS:
        rows = scores.table(mode.id, assist)
        if rows or not assist:
            title = f"{mode.title}, {assist}" if assist else mode.title
            found.append((assist, Table(title, tuple(_line(row, run_id) for row in rows))))
    return found


def _line(row: ScoreRow, run_id: int | None) -> Line:
    return Line(
        place=row.place,
        name=row.player or "nobody",
        take=row.take,
        right=row.correct,
        asked=row.asked,
        ending=row.ended,
        date=date(row.finished),
        mine=row.run_id == run_id,
    )


def date(moment: str) -> str:
    """A date as it is read: 20 Nov 2026; the text itself where it is none."""
    try:
        then = datetime.fromisoformat(moment)
    except ValueError:
        return moment[:10]
    return f"{then.day} {MONTHS[then.month - 1]} {then.year}"
