"""A run on its way into the score file: it is saved once, whatever ends it; knows no screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from quizgame.dealing import player_of
from quizgame.parts import Parts
from quizgame.quiz.record import Circumstances, record
from quizgame.quiz.rules import Assist
from quizgame.quiz.run import Run
from quizgame.sitting import Sitting
from quizgame.store.errors import NotSaved


class Attempt:
    """A run, or those of several players of one game: all of them are saved, or none."""

    def __init__(
        self, parts: Parts, sitting: Sitting, assist: Assist, started: datetime, names: Sequence[str] = ()
    ) -> None:
        """`started` is the player's local date and time; it dates the run whenever that ends."""
        self.sitting, self.assist = sitting, assist
        self.counts = True  # a second attempt at a day's job is practice, and not kept
        self.runs: tuple[Run, ...] = ()
        self.run_ids: tuple[int, ...] = ()
        self.trouble = ""
        self._parts, self._started, self._names = parts, started, tuple(names)
        self._saved = False

    @property
    def run_id(self) -> int | None:
        """The number of a single player's run, where it was kept."""
        return self.run_ids[0] if self.run_ids else None

    def save(self) -> None:
        """Save the run; one that is not over is called off here and recorded as such."""
        if self._saved:
            return
        self._saved = True
        self.sitting.abandon()
        if len(self.sitting.log) <= 1:
            return  # given up on the first round card: nothing was asked, there is nothing to keep
        names = self._names or (player_of(self._parts),)
        self.runs = tuple(self._run(name, seat) for seat, name in enumerate(names))
        if not self.counts:
            return
        try:
            self.run_ids = self._parts.scores.add_all(self.runs)
        except NotSaved as error:
            self.trouble = str(error)
            self._parts.tell(self.trouble)

    def _run(self, name: str, seat: int) -> Run:
        about = Circumstances(
            player=name,
            started=self._started.isoformat(timespec="seconds"),
            finished=self._parts.world.today().isoformat(timespec="seconds"),
            game=self._parts.world.version,
        )
        return record(self.sitting.session, self.sitting.log, self.assist, about, seat)
