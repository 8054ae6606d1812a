"""The score file's rows as lines of the tables on the screen; knows neither SQL nor pixels."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date

from quizgame import dates
from quizgame.checking import Checks
from quizgame.quiz.bank import Bank
from quizgame.quiz.modes import MODES, Mode
from quizgame.quiz.rules import ASSISTS
from quizgame.screen.band import dollars
from quizgame.screen.scenes.scores import Table
from quizgame.screen.score_lines import Line
from quizgame.screen.steppers import Axis
from quizgame.store.scores import Scores
from quizgame.store.tables import Around, Board, Period, ScoreRow

FULL = "full game"
PERIODS = (Period.EVER, Period.MONTH, Period.WEEK, Period.TODAY)
RANKED = tuple(mode for mode in MODES.values() if mode.ranked)
SHOWN = 100
REACH = 2  # neighbours on either side of a line that is not among those shown


class Tables:
    """All tables of a score file, with the ticks of those runs that have been checked."""

    def __init__(
        self, scores: Scores, checks: Checks, bank: Bank | None, today: date, run_id: int | None = None
    ) -> None:
        """With a `run_id` that run is marked as the player's own."""
        self._scores, self._checks, self._bank, self._today = scores, checks, bank, today
        self._run_id = run_id
        self._banks = (bank.fingerprint, None) if bank else (None,)
        self._assists = tuple(label for label in ASSISTS if not label or self._used(label))
        self._seen: dict[Hashable, tuple[list[ScoreRow], Around | None]] = {}
        self._made: dict[Hashable, tuple[Hashable, Table]] = {}

    def axes(self, mode: Mode, assist: str) -> tuple[Axis, ...]:
        """What there is to step through, beginning with the table of a mode and its assistance."""
        banks = ("this bank", "all banks") if self._bank else ("all banks",)
        labels = tuple(label or FULL for label in self._assists)
        at = self._assists.index(assist) if assist in self._assists else 0
        return (
            Axis("mode", tuple(mode.title for mode in RANKED), RANKED.index(mode) if mode in RANKED else 0),
            Axis("assist", labels, at),
            Axis("bank", banks),
            Axis("period", tuple(PERIODS)),
        )

    def look(self, shown: tuple[int, ...]) -> Table:
        """The table for what is shown of each axis."""
        if shown not in self._seen:
            self._seen[shown] = self._read(self._board(shown))
        version = self.version()
        if shown not in self._made or self._made[shown][0] != version:
            self._made[shown] = version, self._table(*self._seen[shown])
        return self._made[shown][1]

    def _table(self, rows: list[ScoreRow], around: Around | None) -> Table:
        told = "" if self._scores.writable else "Scores cannot be kept here."
        if around is None:
            return Table(tuple(map(self._line, rows)), told=told)
        shown_ids = {row.run_id for row in rows}
        below = around.mine.run_id not in shown_ids
        near = [row for row in around.rows if below and row.run_id not in shown_ids]
        return Table(tuple(map(self._line, rows)), tuple(map(self._line, near)), told or _told(around))

    def version(self) -> Hashable:
        """Changes when a tick has come."""
        return self._checks.version

    def _board(self, shown: tuple[int, ...]) -> Board:
        mode, assist, bank, period = shown
        return Board(RANKED[mode].id, self._assists[assist], self._banks[bank], PERIODS[period], self._today)

    def _read(self, board: Board) -> tuple[list[ScoreRow], Around | None]:
        rows = self._scores.standings(board, SHOWN)
        around = self._scores.around(self._run_id, board, REACH) if self._run_id is not None else None
        if self._bank:
            self._checks.ask([*rows, *(around.rows if around else ())], self._bank)
        return rows, around

    def _used(self, assist: str) -> bool:
        return any(self._scores.standings(Board(mode.id, assist), 1) for mode in RANKED)

    def _line(self, row: ScoreRow) -> Line:
        return Line(
            place=row.place,
            name=row.player or "nobody",
            take=row.take,
            right=row.correct,
            asked=row.asked,
            ending=row.ended,
            date=dates.in_words(row.started),
            mine=row.run_id == self._run_id,
            checked=self._bank is not None and self._checks.ticked(row, self._bank),
        )


def _told(around: Around) -> str:
    """What there is to say of the player's new line beside their earlier ones."""
    if around.best is None:
        return ""
    best = f"{dollars(around.best.take)}, {dates.in_words(around.best.started)}"
    if around.beaten:
        return f"Your best so far. It was {best}."
    hidden = " Three better runs of yours stand here." if around.hidden_by else ""
    return f"You did not beat your best: {best}.{hidden}"
