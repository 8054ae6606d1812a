"""A bot that plays runs without a screen, to see whether the rules are balanced; knows no clock."""

from __future__ import annotations

from dataclasses import dataclass

from quizgame.quiz.bank import Bank
from quizgame.quiz.card import Card, Given, draw
from quizgame.quiz.deal import Wish, deal
from quizgame.quiz.events import Answer, Begin, Event, Next, Open, Stay, Walk
from quizgame.quiz.modes import Mode
from quizgame.quiz.run import Ending
from quizgame.quiz.session import after
from quizgame.quiz.state import Asking, Briefing, Deciding, Over, Reading, Revealed, Session, start
from quizgame.quiz.tasks import Match, Number, Order, Several, Typed

LEVEL_BONUS = {1: 0.15, 2: 0.0, 3: -0.20}
THINKS_MS = 10_000


@dataclass(frozen=True, slots=True)
class Bot:
    """Knows level 2 with probability `skill`; walks after a round at `walk_at` heat or more."""

    skill: float
    walk_at: int = 101  # never

    def knows(self, level: int, chance: bytes) -> bool:
        """Whether the bot knows an answer, decided by eight bytes of chance."""
        return int.from_bytes(chance[:8]) / 2**64 < self.skill + LEVEL_BONUS[level]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What many runs came to; takes are in dollars."""

    runs: int
    mean_take: float
    busted: int
    walked: int
    clear: int


def simulate(bank: Bank, mode: Mode, bot: Bot, runs: int, seed: str) -> Outcome:
    """Play `runs` runs; the same arguments always come to the same outcome."""
    ends = [play(bank, mode, bot, f"{seed}/{number}") for number in range(runs)]
    endings = [end.phase.ending for end in ends if isinstance(end.phase, Over)]
    return Outcome(
        runs=runs,
        mean_take=sum(end.take for end in ends) / runs,
        busted=endings.count(Ending.BUSTED),
        walked=endings.count(Ending.WALKED),
        clear=endings.count(Ending.CLEAR),
    )


def play(bank: Bank, mode: Mode, bot: Bot, seed: str) -> Session:
    """One run of the bot, to its end."""
    session = start(mode, deal(bank, mode, Wish(seed)))
    while not isinstance(session.phase, Over):
        session = after(session, _move(session, bot))
    return session


def _move(session: Session, bot: Bot) -> Event:
    at = session.at
    match session.phase:
        case Briefing():
            return Begin(at)
        case Reading():
            return Open(at)
        case Asking():
            return Answer(at + THINKS_MS, _given(session, bot))
        case Revealed():
            return Next(at)
        case Deciding():
            return Walk(at) if session.heat >= bot.walk_at else Stay(at)
        case _:
            raise AssertionError(f"the bot never meets {session.phase}")


def _given(session: Session, bot: Bot) -> Given:
    card = session.card
    chance = draw(session.deal.seed, "bot", card.question.id)
    return card.right if bot.knows(card.question.level, chance) else wrong_answer(card)


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
