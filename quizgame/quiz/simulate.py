"""A bot that plays runs without a screen, to see whether the rules are balanced; knows no clock."""

from __future__ import annotations

from dataclasses import dataclass

from quizgame.quiz.bank import Bank
from quizgame.quiz.card import Card, Given, draw
from quizgame.quiz.deal import Deal, Wish, deal
from quizgame.quiz.events import Answer, Begin, Buzz, Event, Next, Open, Stay, TimeUp, Walk
from quizgame.quiz.modes import Mode
from quizgame.quiz.run import Ending
from quizgame.quiz.session import after
from quizgame.quiz.state import (
    Asking,
    Briefing,
    Buzzing,
    Deciding,
    Over,
    Reading,
    Revealed,
    Session,
    open_options,
    start,
)
from quizgame.quiz.tasks import Match, Number, Order, Several, Typed

LEVEL_BONUS = {1: 0.15, 2: 0.0, 3: -0.20}
THINKS_MS = 10_000


@dataclass(frozen=True, slots=True)
class Bot:
    """Knows level 2 with probability `skill`; walks after a round at `walk_at` heat or more.

    It takes `thinks_ms` for each answer, or all the time there is.
    """

    skill: float
    walk_at: int = 101  # never
    thinks_ms: int = THINKS_MS

    def knows(self, level: int, chance: bytes) -> bool:
        """Whether the bot knows an answer, decided by eight bytes of chance."""
        return int.from_bytes(chance[:8]) / 2**64 < self.skill + LEVEL_BONUS[level]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What many runs came to; takes are in dollars, those of several players each for itself.

    `mean_asked` and `mean_right` are questions of a whole run, whoever answered them.
    """

    runs: int
    mean_take: float
    mean_asked: float
    mean_right: float
    busted: int
    walked: int
    clear: int
    time: int


def simulate(bank: Bank, mode: Mode, bot: Bot, runs: int, seed: str) -> Outcome:
    """Play `runs` runs with as few players as the mode takes; the same arguments always come to the same."""
    ends = [play(bank, mode, bot, f"{seed}/{number}") for number in range(runs)]
    endings = [end.phase.ending for end in ends if isinstance(end.phase, Over)]
    return Outcome(
        runs=runs,
        mean_take=sum(seat.take for end in ends for seat in end.seats) / runs / mode.fewest,
        mean_asked=sum(len(end.results) for end in ends) / runs,
        mean_right=sum(result.right for end in ends for result in end.results) / runs,
        busted=endings.count(Ending.BUSTED),
        walked=endings.count(Ending.WALKED),
        clear=endings.count(Ending.CLEAR),
        time=endings.count(Ending.TIME),
    )


def play(bank: Bank, mode: Mode, bot: Bot, seed: str) -> Session:
    """One run, with the bot on every seat, to its end."""
    return played(mode, bot, deal(bank, mode, Wish(seed, players=mode.fewest)))[0]


def played(mode: Mode, bot: Bot, dealt: Deal) -> tuple[Session, list[Event]]:
    """The end of a run of this deal, and its log."""
    session, log = start(mode, dealt), list[Event]()
    while not isinstance(session.phase, Over):
        log.append(_move(session, bot))
        session = after(session, log[-1])
    return session, log


def _move(session: Session, bot: Bot) -> Event:
    at = session.at
    match session.phase:
        case Briefing():
            return Begin(at)
        case Reading():
            return Open(at)
        case Buzzing(_, until):
            return _in_time(Buzz(at + bot.thinks_ms, _quickest(session)), until)
        case Asking(_, until):
            thinks = 0 if session.rules.buzzers else bot.thinks_ms  # who buzzes has thought
            return _in_time(Answer(at + thinks, _given(session, bot)), until)
        case Revealed():
            return Next(at)
        case Deciding():
            return Walk(at) if session.heat >= bot.walk_at else Stay(at)
        case _:
            raise AssertionError(f"the bot never meets {session.phase}")


def _in_time(event: Event, until: int | None) -> Event:
    return event if until is None or event.at < until else TimeUp(until)


def _quickest(session: Session) -> int:
    """Which of those who have not tried yet buzzes: on every question that is left to chance anew."""
    free = [seat for seat in range(len(session.seats)) if seat not in session.hand.out]
    return min(free, key=lambda seat: draw(session.deal.seed, "quick", f"{session.card.question.id}/{seat}"))


def _given(session: Session, bot: Bot) -> Given:
    """Right where the bot of this seat knows it, else wrong."""
    card, seat = session.card, f"/{session.turn}" if session.turn else ""
    chance = draw(session.deal.seed, "bot", f"{card.question.id}{seat}")
    if bot.knows(card.question.level, chance):
        return card.right
    wrong = wrong_answer(card)
    if wrong not in session.hand.tried:
        return wrong
    return next(place for place in open_options(session) if place != card.right)


def wrong_answer(card: Card) -> Given:
    """An answer that is as wrong as can be."""
    task = card.question.task
    match task:
        case Typed():
            return "?" * 40
        case Number():
            return task.low if task.value - task.low > task.high - task.value else task.high
        case Several():
            assert isinstance(card.right, tuple)
            return tuple(place for place in range(len(card.options)) if place not in card.right)
        case Order() | Match():
            assert isinstance(card.right, tuple)
            return (*card.right[1:], card.right[0])
        case _:
            assert isinstance(card.right, int)
            return (card.right + 1) % len(card.options)
