"""A session on the table with its log and its clock; knows no screen and no file."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from quizgame.quiz import view
from quizgame.quiz.events import Abandon, Event, TimeUp
from quizgame.quiz.session import after
from quizgame.quiz.state import Asking, Buzzing, NotAllowed, Over, Session, due


class Sitting:
    """A game being played. Times of the outside are milliseconds of `clock`; the session's own start at 0."""

    def __init__(self, session: Session, clock: Callable[[], int]) -> None:
        self.session = session
        self.log: list[Event] = []
        self._clock, self._began = clock, clock()
        self._seen: tuple[Session, int, view.Asked] | None = None

    @property
    def over(self) -> bool:
        return isinstance(self.session.phase, Over)

    def due(self) -> int | None:
        """When something happens by itself, on the outside clock."""
        limit = due(self.session)
        return None if limit is None else limit + self._began

    def since(self) -> int | None:
        """When the options were opened, or whoever buzzed may answer, on the outside clock."""
        phase = self.session.phase
        return phase.since + self._began if isinstance(phase, Asking | Buzzing) else None

    def peek(self, make: Callable[[int], Event]) -> Session:
        """What the session would be after an event; raises NotAllowed."""
        return after(self.session, make(self.session.at))

    def asked(self, now: int) -> view.Asked:
        """The question on the table, as the player may see it at an outside time."""
        seen = self._seen
        if seen is None or seen[0] is not self.session or seen[1] != now:  # a frame asks several times
            seen = self._seen = self.session, now, view.asked(self.session, now - self._began)
        return seen[2]

    def decision(self, now: int) -> view.Decision:
        """Walk or stay, at an outside time."""
        return view.decision(self.session, now - self._began)

    def send(self, make: Callable[[int], Event]) -> bool:
        """Let something happen now; False where it may not, or where the time was up before it."""
        at = max(self._clock() - self._began, self.session.at)
        if self._time_is_up(at):
            self._happen(TimeUp(due(self.session) or at))
            return False
        with suppress(NotAllowed):
            self._happen(make(at))
            return True
        return False

    def run_out(self) -> None:
        """Let happen what is due."""
        limit = due(self.session)
        if limit is not None:
            self._happen(TimeUp(limit))

    def abandon(self) -> None:
        """End a run that is not over."""
        if not self.over:
            self._happen(Abandon(max(self._clock() - self._began, self.session.at)))

    def _time_is_up(self, at: int) -> bool:
        limit = due(self.session)
        return limit is not None and at >= limit

    def _happen(self, event: Event) -> None:
        self.session = after(self.session, event)
        self.log.append(event)
