"""A session as a value: its phases, its results and what is on the table; nothing here changes it."""

from __future__ import annotations

from dataclasses import dataclass

from quizgame.quiz.card import Card, Given
from quizgame.quiz.deal import Deal
from quizgame.quiz.modes import Mode
from quizgame.quiz.rules import Assist, Crew, Rules
from quizgame.quiz.run import Ending


class NotAllowed(ValueError):
    """This event may not happen now; the session is as it was."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """The round card is on the table."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The question stands alone until `until`."""

    until: int


@dataclass(frozen=True, slots=True)
class Asking:
    """The options are open and the clock runs until `until` (None: no clock)."""

    since: int
    until: int | None


@dataclass(frozen=True, slots=True)
class Revealed:
    """The answer is shown; the last of the session's results says how it went."""


@dataclass(frozen=True, slots=True)
class Deciding:
    """Walk or stay, until `until` (None: no clock)."""

    until: int | None


@dataclass(frozen=True, slots=True)
class Paused:
    """Time stands still since `since`; `phase` goes on afterwards."""

    phase: Reading | Asking | Deciding
    since: int


@dataclass(frozen=True, slots=True)
class Over:
    """The run has ended."""

    ending: Ending


Phase = Briefing | Reading | Asking | Revealed | Deciding | Paused | Over


@dataclass(frozen=True, slots=True)
class Result:
    """How one question went: dollars, heat points and milliseconds; `given` is None when the time ran out."""

    card: Card
    round: int  # from 1
    given: Given | None
    right: bool
    took_ms: int
    answer_money: int
    speed_money: int
    heat: int
    cooled: int
    doubled: bool


@dataclass(frozen=True, slots=True)
class Hand:
    """What the crew has done about the question on the table."""

    swapped: bool = False
    covered: bool = False
    driven: bool = False
    doubled: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """One game being played. `round` and `index` count from 0; `at` is the time of the last event."""

    mode: Mode
    rules: Rules
    deal: Deal
    phase: Phase = Briefing()
    at: int = 0
    round: int = 0
    index: int = 0
    take: int = 0
    heat: int = 0
    streak: int = 0
    used: frozenset[Crew] = frozenset()
    hand: Hand = Hand()
    results: tuple[Result, ...] = ()

    @property
    def card(self) -> Card:
        """The question on the table."""
        if self.hand.swapped:
            spare = self.deal.spares[self.round][self.index]
            assert spare is not None  # Nate was allowed only with a spare
            return spare
        return self.deal.rounds[self.round][self.index]

    @property
    def number(self) -> int:
        """The round's number, from 1: what money is multiplied by."""
        return self.round + 1

    @property
    def last_of_round(self) -> bool:
        return self.index + 1 == len(self.deal.rounds[self.round])

    @property
    def last_round(self) -> bool:
        return self.round + 1 == len(self.deal.rounds)


def start(mode: Mode, deal: Deal, assist: Assist | None = None) -> Session:
    """A session before its first event."""
    rules = assist.apply(mode.rules) if assist else mode.rules
    return Session(mode=mode, rules=rules, deal=deal)


def due(session: Session) -> int | None:
    """When something happens by itself, or None where the game waits for the player."""
    match session.phase:
        case Reading(until) | Deciding(until) | Asking(_, until):
            return until
        case _:
            return None


def open_options(session: Session) -> tuple[int, ...]:
    """The options that can be chosen: all but those that Chris covers."""
    covered = session.card.covered if session.hand.covered else ()
    return tuple(place for place in range(len(session.card.options)) if place not in covered)
