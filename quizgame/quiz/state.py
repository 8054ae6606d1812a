"""A session as a value: its phases, its results and what is on the table; nothing here changes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

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
    """The options are open and the clock runs until `until` (None: no clock).

    `left` is what a buzzer stopped of the question's own clock: it goes on if the answer is wrong.
    """

    since: int
    until: int | None
    left: int | None = None


@dataclass(frozen=True, slots=True)
class Buzzing:
    """The options are open and whoever buzzes first may answer, until `until` (None: no clock)."""

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

    phase: Timed
    since: int


@dataclass(frozen=True, slots=True)
class Over:
    """The run has ended."""

    ending: Ending


Timed = Reading | Asking | Buzzing | Deciding
Phase = Briefing | Reading | Asking | Buzzing | Revealed | Deciding | Paused | Over
NOBODY = -1


class Result(NamedTuple):
    """How one question went for the one who answered: dollars, heat points and milliseconds.

    `given` is None when the time ran out. `seat` is NOBODY where no one of several players buzzed.
    `answer_money` is what was lost where it is below nought.
    """

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
    seat: int = 0


class Hand(NamedTuple):
    """What the crew, and players before this one, have done about the question on the table.

    `out` are the seats that have tried, `tried` the options that were wrong.
    """

    swapped: bool = False
    covered: bool = False
    driven: bool = False
    doubled: bool = False
    out: frozenset[int] = frozenset()
    tried: frozenset[int] = frozenset()


class Seat(NamedTuple):
    """What one player has: a game alone is the case of one."""

    take: int = 0
    heat: int = 0
    streak: int = 0
    used: frozenset[Crew] = frozenset()


class Session(NamedTuple):
    """One game being played. `round` and `nth`, the question of the round, count from 0.

    `at` is the time of the last event. `turn` is the seat whose turn it is, or who buzzed last.
    `clock_ms` is what is left of the one clock where there is just one for the whole run.

    A tuple and not a dataclass: a session is made anew for every event, in a third of the time.
    """

    mode: Mode
    rules: Rules
    deal: Deal
    phase: Phase = Briefing()
    at: int = 0
    round: int = 0
    nth: int = 0
    seats: tuple[Seat, ...] = (Seat(),)
    turn: int = 0
    clock_ms: int | None = None
    hand: Hand = Hand()
    results: tuple[Result, ...] = ()

    @property
    def seat(self) -> Seat:
        """The player whose turn it is."""
        return self.seats[self.turn]

    @property
    def take(self) -> int:
        return self.seat.take

    @property
    def heat(self) -> int:
        return self.seat.heat

    @property
    def streak(self) -> int:
        return self.seat.streak

    @property
    def used(self) -> frozenset[Crew]:
        return self.seat.used

    @property
    def card(self) -> Card:
        """The question on the table."""
        if self.hand.swapped:
            spare = self.deal.spares[self.round][self.nth]
            assert spare is not None  # Nate was allowed only with a spare
            return spare
        return self.deal.rounds[self.round][self.nth]

    @property
    def number(self) -> int:
        """The round's number, from 1: what money is multiplied by."""
        return self.round + 1

    @property
    def last_of_round(self) -> bool:
        return self.nth + 1 == len(self.deal.rounds[self.round])

    @property
    def last_round(self) -> bool:
        return self.round + 1 == len(self.deal.rounds)


def start(mode: Mode, deal: Deal, assist: Assist | None = None) -> Session:
    """A session before its first event."""
    rules = assist.apply(mode.rules) if assist else mode.rules
    clock = rules.question_ms() if rules.one_clock else None
    return Session(mode, rules, deal, seats=(Seat(),) * deal.players, clock_ms=clock)


def due(session: Session) -> int | None:
    """When something happens by itself, or None where the game waits for the player."""
    match session.phase:
        case Reading(until) | Deciding(until) | Asking(_, until) | Buzzing(_, until):
            return until
        case _:
            return None


def open_options(session: Session) -> tuple[int, ...]:
    """The options that can be chosen: all but those that Chris covers and those that were wrong."""
    if not (session.hand.covered or session.hand.tried):
        return tuple(range(len(session.card.options)))
    gone = {*(session.card.covered if session.hand.covered else ()), *session.hand.tried}
    return tuple(place for place in range(len(session.card.options)) if place not in gone)


def seated(session: Session, seat: Seat) -> tuple[Seat, ...]:
    """The seats with another in the place of the one whose turn it is."""
    return (*session.seats[: session.turn], seat, *session.seats[session.turn + 1 :])
