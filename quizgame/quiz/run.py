"""A run: a finished session with its log, as the score file keeps it; knows no file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Ending(StrEnum):
    """How a run came to its end."""

    CLEAR = "clear"  # every round played: the getaway
    WALKED = "walked"
    BUSTED = "busted"
    TIME = "time"  # the one clock of the run is at nought
    ABANDONED = "abandoned"  # the window was closed, or the player gave up


@dataclass(frozen=True, slots=True)
class Answered:
    """One question of a run; `took_ms` is time on its clock, `given` is empty when the time ran out."""

    question: str
    topic: str
    level: int
    given: str
    right: bool
    took_ms: int


@dataclass(frozen=True, slots=True)
class Run:
    """A finished session.

    `take` is in dollars, `played_ms` in milliseconds. `started` and `finished` are the player's
    local date and time with offset (ISO 8601). `assist` is "" for the full game, else its label.
    `deal` and `log` are JSON texts: with the bank of that fingerprint they replay to the same take.
    Of several players each has a run of their own, with the same deal and log; `seat` tells them apart.
    """

    player: str
    mode: str
    assist: str
    game: str
    rules: int
    bank: str
    seed: str
    started: str
    finished: str
    ended: Ending
    take: int
    correct: int
    asked: int
    played_ms: int
    deal: str
    log: str
    answers: tuple[Answered, ...]
    seat: int = 0
