"""Players by the dice of SHA-256: random legal games, and the same games with pauses; know no test."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.crew import callable_crew
from quizgame.quiz.deal import Deal, Wish, deal
from quizgame.quiz.events import (
    Abandon,
    Answer,
    Begin,
    Buzz,
    Call,
    Event,
    Next,
    Open,
    Pass,
    Pause,
    Resume,
    Stay,
    TimeUp,
    Walk,
)
from quizgame.quiz.modes import THE_SCORE, Mode
from quizgame.quiz.rules import Assist
from quizgame.quiz.session import after
from quizgame.quiz.state import (
    Asking,
    Briefing,
    Buzzing,
    Deciding,
    Over,
    Paused,
    Reading,
    Revealed,
    Session,
    Timed,
    due,
    start,
)
from tests.quiz.guesses import mistakes
from tests.quiz.samples import full_bank

CLOCKS = ("x1", "x2", "x4", "off")
DEALS = 40


class Dice:
    """Numbers that look like chance and are the same on every machine."""

    def __init__(self, seed: str) -> None:
        self._numbers = self._stream(seed)

    def below(self, limit: int) -> int:
        """A whole number from 0, less than `limit` (at most 65,536)."""
        return next(self._numbers) % limit

    def chance(self, percent: int) -> bool:
        """True in so many of a hundred cases."""
        return self.below(100) < percent

    @staticmethod
    def _stream(seed: str) -> Iterator[int]:
        block = seed.encode()
        while True:
            block = hashlib.sha256(block).digest()
            for place in range(0, 32, 4):
                yield int.from_bytes(block[place : place + 4], "big")


@dataclass(frozen=True, slots=True)
class Game:
    """A game from its beginning to its end."""

    start: Session
    log: tuple[Event, ...]
    end: Session


@cache
def bank() -> MemoryBank:
    """The bank that all random games are dealt from."""
    return full_bank()


@cache
def deal_of(number: int) -> Deal:
    """One of a few deals: what differs from game to game is mostly how they are played."""
    return deal(bank(), THE_SCORE, Wish(f"deal {number}"))


def beginning(seed: str) -> Session:
    """The beginning of a random game, any assistance included."""
    dice = Dice(f"{seed}/beginning")
    assist = Assist(CLOCKS[dice.below(4)], less_heat=dice.chance(25))
    return start(THE_SCORE, deal_of(dice.below(DEALS)), assist)


@cache
def deal_in(mode: Mode, number: int, players: int) -> Deal:
    """One of a few deals of a mode."""
    return deal(bank(), mode, Wish(f"deal {number}", players=players))


def beginning_in(mode: Mode, seed: str) -> Session:
    """The beginning of a random game of any mode: any assistance, as many players as may be."""
    dice = Dice(f"{seed}/beginning")
    assist = Assist(CLOCKS[dice.below(4)], less_heat=dice.chance(25))
    players = mode.fewest + dice.below(mode.most - mode.fewest + 1)
    return start(mode, deal_in(mode, dice.below(3), players), assist)


def game(seed: str, first: Session | None = None, pauses: bool = True) -> Game:
    """A random legal game; some players know much, some little, some give up."""
    dice = Dice(f"{seed}/play")
    session = first = first or beginning(seed)
    skill = 20 + dice.below(80)
    log = []
    while not isinstance(session.phase, Over):
        log.append(_move(session, dice, skill, pauses))
        session = after(session, log[-1])
    return Game(first, tuple(log), session)


def _move(session: Session, dice: Dice, skill: int, pauses: bool) -> Event:
    limit = due(session)
    if dice.below(300) == 0:
        return Abandon(session.at + dice.below(60_000))
    if limit is not None and dice.chance(7):
        return TimeUp(limit + dice.below(2) * dice.below(500))
    at = session.at + dice.below(20_000 if limit is None else min(limit - session.at, 60_000))
    if pauses and dice.chance(10) and isinstance(session.phase, Timed):
        return Pause(at)
    return _act(session, dice, at, skill)


def _act(session: Session, dice: Dice, at: int, skill: int) -> Event:
    match session.phase:
        case Briefing():
            return Begin(at)
        case Reading():
            return Open(at)
        case Asking():
            return _call_or_answer(session, dice, at, skill)
        case Buzzing(until=None) if dice.chance(10):
            return Pass(at)
        case Buzzing():
            free = [seat for seat in range(len(session.seats)) if seat not in session.hand.out]
            return Buzz(at, free[dice.below(len(free))])
        case Revealed():
            return Next(at)
        case Deciding():
            return Walk(at) if dice.chance(8) else Stay(at)
        case Paused():
            return Resume(at)
        case Over():
            raise AssertionError("nothing happens after the end")


def _call_or_answer(session: Session, dice: Dice, at: int, skill: int) -> Event:
    crew = sorted(callable_crew(session))
    if crew and dice.chance(15):
        return Call(at, crew[dice.below(len(crew))])
    if dice.chance(skill):
        return Answer(at, session.card.right)
    others = mistakes(session)
    return Answer(at, others[dice.below(len(others))])


def with_pauses(first: Session, log: Sequence[Event], seed: str) -> tuple[Event, ...]:
    """The same moves with pauses between them; what comes after a pause comes as much later."""
    dice = Dice(f"{seed}/pauses")
    session, lost, found = first, 0, list[Event]()
    for event in log:
        moved = replace(event, at=event.at + lost)
        if isinstance(session.phase, Timed) and dice.chance(60):
            pause, resume = _break(session, moved.at, dice)
            lost += resume.at - pause.at
            moved = replace(event, at=event.at + lost)
            found += [pause, resume]
            session = after(after(session, pause), resume)
        found.append(moved)
        session = after(session, moved)
    return tuple(found)


def _break(session: Session, before: int, dice: Dice) -> tuple[Pause, Resume]:
    limit = due(session)
    last = before if limit is None else min(before, limit - 1)
    at = session.at + dice.below(last - session.at + 1)
    return Pause(at), Resume(at + dice.below(60_000))
