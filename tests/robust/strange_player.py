"""A player who does whatever comes to mind, allowed or not, by the dice of SHA-256; knows no test."""

from __future__ import annotations

from quizgame.quiz.card import Given
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
from quizgame.quiz.rules import Crew
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
    due,
)
from tests.quiz.players import Dice

BARE = (Begin, Open, Pass, TimeUp, Next, Walk, Stay, Pause, Resume)
CREW = tuple(Crew)
HUGE = 2**40
TEXTS = ("", " ", "heat", "HEAT right", "é" * 101, "\0", "\u202e", "1995", "-1", "漢字", "nobody at all")
STEPS = (0, 0, 1, 40, 900, 4_000, 12_000, 29_999, 30_000, 61_000, HUGE)
FITTING: dict[type, tuple[type[Event], ...]] = {
    Briefing: (Begin,),
    Reading: (Open, Open, Pause),
    Asking: (Answer, Answer, Answer, Answer, Call, Pause),
    Buzzing: (Buzz, Buzz, Buzz, Pass, Pause),
    Revealed: (Next,),
    Deciding: (Stay, Stay, Stay, Stay, Walk, Pause),
    Paused: (Resume,),
    Over: (Begin, Next),
}


def something(session: Session, dice: Dice) -> Event:
    """An event: three in four may be meant, the others are of any kind, at any time, with any value."""
    if dice.chance(75):
        kinds = FITTING[type(session.phase)]
        return _event(kinds[dice.below(len(kinds))], session, dice, _soon(session, dice))
    if dice.below(400) == 0:
        return Abandon(_sometime(session, dice))
    kinds = (*BARE, Answer, Call, Buzz)
    return _event(kinds[dice.below(len(kinds))], session, dice, _sometime(session, dice))


def _event(kind: type[Event], session: Session, dice: Dice, at: int) -> Event:
    if kind is Answer:
        return Answer(at, _given(session, dice))
    if kind is Call:
        return Call(at, CREW[dice.below(len(CREW))])
    if kind is Buzz:
        return Buzz(at, dice.below(len(session.seats) + 2) - 1)
    return kind(at)  # type: ignore[call-arg]  # the three that hold more are made above


def _soon(session: Session, dice: Dice) -> int:
    limit = due(session)
    return session.at + dice.below(9_000 if limit is None else max(1, min(limit - session.at, 9_000)))


def _sometime(session: Session, dice: Dice) -> int:
    limit = due(session)
    if limit is not None and dice.chance(40):
        return limit + dice.below(3) - 1
    return session.at + STEPS[dice.below(len(STEPS))] * (-1 if dice.chance(10) else 1)


def _given(session: Session, dice: Dice) -> Given:
    """The right answer, or one that need not even be an answer to this kind of question."""
    match dice.below(6):
        case 0 | 1 | 2:
            return session.card.right
        case 3:
            return dice.below(9) - 2 if dice.chance(70) else (HUGE, -HUGE, 1_995, 2_000)[dice.below(4)]
        case 4:
            return TEXTS[dice.below(len(TEXTS))]
        case _:
            return tuple(dice.below(7) - (dice.below(20) == 0) for _ in range(dice.below(7)))
