"""Whatever happens to a session, in any mode: it raises NotAllowed or goes on, and always adds up."""

from __future__ import annotations

from collections import Counter

import pytest

from quizgame.quiz.events import Event, from_json, to_json
from quizgame.quiz.modes import MODES
from quizgame.quiz.session import after, replay
from quizgame.quiz.state import NotAllowed, Over, Session
from tests.quiz.players import Dice, beginning_in
from tests.robust.invariants import check, check_money, check_results
from tests.robust.strange_player import something

QUICK, LONG = 20_000, 2_000_000
LONGEST = 600  # events of one game; more of them end than not
AFTER_THE_END = 3  # events that are tried on a run that is over


@pytest.mark.parametrize("events", [QUICK, pytest.param(LONG, marks=pytest.mark.long)])
def test_every_event_is_allowed_or_refused_and_the_sums_are_right(events: int) -> None:
    modes, tried, number = tuple(MODES.values()), 0, 0
    ended, met, refused = Counter[str](), set[tuple[str, str]](), 0
    while tried < events:
        seed = f"strange {number}"
        first = beginning_in(modes[number % len(modes)], seed)
        log, end, fell = played(first, seed)
        tried, number, refused = tried + len(log) + fell, number + 1, refused + fell
        met |= {(first.mode.id, type(event).__name__) for event in log}
        check_end(first, log, end, seed)
        if isinstance(end.phase, Over):
            ended[f"{first.mode.id} {end.phase.ending}"] += 1
    assert refused > events // 10  # the player was strange enough
    assert len(met) >= 45, met  # and did everything that can be done, in every mode
    assert len(ended) >= 12, ended


def played(first: Session, seed: str) -> tuple[tuple[Event, ...], Session, int]:
    """The log and the end of a game, and how many events were refused."""
    session, log, refused, dice, over = first, list[Event](), 0, Dice(seed), 0
    while len(log) + refused < LONGEST and over < AFTER_THE_END:
        event = something(session, dice)
        over += isinstance(session.phase, Over)
        try:
            session = after(session, event)
        except NotAllowed:
            refused += 1
            continue
        except Exception as error:
            raise AssertionError(f"{seed}: {event} after {log[-30:]}") from error
        log.append(event)
        check(session, f"{seed}: {log[-30:]}")
    return tuple(log), session, refused


def check_end(first: Session, log: tuple[Event, ...], end: Session, seed: str) -> None:
    """A refused event has left no trace, and the log tells the whole game."""
    again = from_json(to_json(log))
    assert again == log, seed
    assert replay(first, again) == end, seed
    check_results(end, seed)
    check_money(end, seed)
