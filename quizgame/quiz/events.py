"""What can happen in a session, one small class each, and how a log is written down; knows no rules."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields

from quizgame.quiz.card import Given
from quizgame.quiz.rules import Crew


@dataclass(frozen=True, slots=True)
class Begin:
    """The round card has been read. `at`, here and below: milliseconds on the game's clock."""

    at: int


@dataclass(frozen=True, slots=True)
class Open:
    """The player has read the question and wants the options now."""

    at: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The player answered: with an option's place (from 0), a number, words, or places."""

    at: int
    given: Given


@dataclass(frozen=True, slots=True)
class Call:
    """The player called on one of the crew."""

    at: int
    crew: Crew


@dataclass(frozen=True, slots=True)
class Buzz:
    """One of several players wants to answer; seats count from 0."""

    at: int
    seat: int


@dataclass(frozen=True, slots=True)
class Pass:
    """Nobody wants to buzz; there is no clock that would end the waiting."""

    at: int


@dataclass(frozen=True, slots=True)
class TimeUp:
    """The time that the session itself named is over: reading, answering or deciding."""

    at: int


@dataclass(frozen=True, slots=True)
class Next:
    """The reveal has been read."""

    at: int


@dataclass(frozen=True, slots=True)
class Walk:
    """The player walks away."""

    at: int


@dataclass(frozen=True, slots=True)
class Stay:
    """The player stays for another round."""

    at: int


@dataclass(frozen=True, slots=True)
class Pause:
    """Time stands still from here."""

    at: int


@dataclass(frozen=True, slots=True)
class Resume:
    """Time goes on."""

    at: int


@dataclass(frozen=True, slots=True)
class Abandon:
    """The player gave up, or closed the window."""

    at: int


LARGEST = 2**53  # no time and no place is as large; larger numbers are not worth reckoning with

Event = Begin | Open | Answer | Call | Buzz | Pass | TimeUp | Next | Walk | Stay | Pause | Resume | Abandon

_NAMES: dict[str, type[Event]] = {
    kind.__name__.lower(): kind
    for kind in (Begin, Open, Answer, Call, Buzz, Pass, TimeUp, Next, Walk, Stay, Pause, Resume, Abandon)
}


class BrokenLog(ValueError):
    """A text that is no log of events."""


def to_json(log: Iterable[Event]) -> str:
    """A log as JSON: `[["begin",0],["answer",4100,2],...]`."""
    rows = [[type(event).__name__.lower(), *_values(event)] for event in log]
    return json.dumps(rows, separators=(",", ":"))


def from_json(text: str) -> tuple[Event, ...]:
    """The log that `to_json` wrote; raises BrokenLog."""
    try:
        rows = json.loads(text)
        if not isinstance(rows, list):
            raise BrokenLog("not a list of events")
        return tuple(_event(*row) for row in rows)
    except BrokenLog:
        raise
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise BrokenLog(f"not a log of events: {error}") from None


def _values(event: Event) -> list[Given]:
    return [getattr(event, field.name) for field in fields(event)]


def _event(name: str, at: int, *rest: int | str | list[int]) -> Event:
    kind = _NAMES[name]
    if kind is Call:
        (crew,) = rest
        return Call(_whole(at), Crew(str(crew)))
    if kind is Answer:
        (given,) = rest
        return Answer(_whole(at), _given(given))
    if kind is Buzz:
        (seat,) = rest
        return Buzz(_whole(at), _whole(seat))
    return kind(_whole(at), *rest)  # type: ignore[arg-type]  # too many values: TypeError


def _given(value: int | str | list[int]) -> Given:
    if isinstance(value, list):
        return tuple(_whole(place) for place in value)
    return value if isinstance(value, str) else _whole(value)


def _whole(value: int | str | list[int]) -> int:
    if type(value) is not int or abs(value) >= LARGEST:
        raise BrokenLog("not a log of events: something in it is no whole number, or a huge one")
    return value
