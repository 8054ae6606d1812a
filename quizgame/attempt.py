"""A run on its way into the score file: it is saved whatever ends it, a killed game too; knows no screen."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from quizgame.dealing import player_of
from quizgame.parts import Parts
from quizgame.quiz.events import Abandon, Begin, BrokenLog, Event, from_json
from quizgame.quiz.record import Circumstances, record
from quizgame.quiz.rules import Assist
from quizgame.quiz.run import Run
from quizgame.quiz.state import Session
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
        self._begun: Run | None = None

    @property
    def run_id(self) -> int | None:
        """The number of a single player's run, where it was kept."""
        return self.run_ids[0] if self.run_ids else None

    def begin(self) -> None:
        """Keep a day's job from its beginning, as called off until it has ended: it is the one attempt."""
        if not (self.counts and self.sitting.session.mode.dated):
            return
        left = Abandon(self.sitting.session.at)
        begun = self._run(self.sitting.peek(Abandon), [*self.sitting.log, left], player_of(self._parts), 0)
        try:
            self._parts.scores.add(begun)
            self._begun = begun
        except NotSaved as error:
            self._parts.tell(str(error))

    def save(self) -> None:
        """Save the run; one that is not over is called off here and recorded as such."""
        if self._saved:
            return
        self._saved = True
        self.sitting.abandon()
        if len(self.sitting.log) <= 1:
            return  # given up on the first round card: nothing was asked, there is nothing to keep
        names = self._names or (player_of(self._parts),)
        session, log = self.sitting.session, self.sitting.log
        self.runs = tuple(self._run(session, log, name, seat) for seat, name in enumerate(names))
        if not self.counts:
            return
        try:
            self.run_ids = self._kept()
        except NotSaved as error:
            self.trouble = str(error)
            self._parts.tell(self.trouble)

    def _kept(self) -> tuple[int, ...]:
        scores = self._parts.scores
        return (scores.finish(self._begun, *self.runs),) if self._begun else scores.add_all(self.runs)

    def _run(self, session: Session, log: Sequence[Event], name: str, seat: int) -> Run:
        about = Circumstances(
            player=name,
            started=self._started.isoformat(timespec="seconds"),
            finished=self._parts.world.today().isoformat(timespec="seconds"),
            game=self._parts.world.version,
        )
        return record(session, log, self.assist, about, seat)


def was_cut_off(run: Run) -> bool:
    """Whether a run is the beginning of one that never ended: the game was killed, or the power went."""
    with suppress(BrokenLog):
        match from_json(run.log):
            case (Begin(begun), Abandon(left)):
                return begun == left
    return False
