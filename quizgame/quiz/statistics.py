"""What many runs say of their player: by topic, by level, over time; knows no file and no pixels."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import itemgetter
from typing import TypeVar

from quizgame.quiz.run import Answered, Ending, Run

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Share:
    """So many right of so many asked."""

    right: int
    asked: int

    @property
    def percent(self) -> int:
        """Of a hundred, to the nearest; 0 where nothing was asked."""
        return (200 * self.right + self.asked) // (2 * self.asked) if self.asked else 0


@dataclass(frozen=True, slots=True)
class Missed:
    """A question that was missed: how often, of how many times."""

    question: str
    missed: int
    asked: int


@dataclass(frozen=True, slots=True)
class Point:
    """A run on the line of takes over time: its local date (ISO 8601), its mode and its take in dollars."""

    day: str
    mode: str
    take: int


@dataclass(frozen=True, slots=True)
class Days:
    """Days in a row with a run: `now` is the row that reaches to today or yesterday; `played` is of all."""

    now: int
    longest: int
    played: int


@dataclass(frozen=True, slots=True)
class Statistics:
    """What the runs came to; `played` are the days, `answer_ms` is the mean time of an answer, 0 for none."""

    runs: int
    all: Share
    topics: tuple[tuple[str, Share], ...]
    levels: tuple[tuple[int, Share], ...]
    takes: tuple[Point, ...]
    missed: tuple[Missed, ...]
    days: Days
    played: frozenset[date]
    answer_ms: int


def statistics(runs: Iterable[Run], today: date, most_missed: int = 10) -> Statistics:
    """What runs, in the order in which they were played, come to on a date; each is looked at once."""
    tally = _Tally()
    for run in runs:
        tally.add(run)
    return tally.statistics(today, most_missed)


class _Tally:
    """What is kept of runs while they are counted: far less than the runs."""

    def __init__(self) -> None:
        self._runs = self._answer_ms = 0
        self._takes: list[Point] = []
        self._moments: set[str] = set()
        self._topics: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
        self._levels: defaultdict[int, list[int]] = defaultdict(lambda: [0, 0])
        self._asked: Counter[str] = Counter()
        self._missed: Counter[str] = Counter()

    def add(self, run: Run) -> None:
        """Count a run."""
        self._runs += 1
        self._moments.add(run.started[:10])
        if run.ended is not Ending.ABANDONED:
            self._takes.append(Point(run.started[:10], run.mode, run.take))
        for answer in run.answers:
            self._add(answer)

    def _add(self, answer: Answered) -> None:
        self._answer_ms += answer.took_ms
        for share in (self._topics[answer.topic], self._levels[answer.level]):
            share[0] += answer.right
            share[1] += 1
        self._asked[answer.question] += 1
        if not answer.right:
            # Taken out and put in again, so that what was missed last stands last.
            self._missed[answer.question] = self._missed.pop(answer.question, 0) + 1

    def statistics(self, today: date, most_missed: int) -> Statistics:
        """What it all comes to."""
        asked = self._asked.total()
        return Statistics(
            runs=self._runs,
            all=Share(asked - self._missed.total(), asked),
            topics=_shares(self._topics),
            levels=_shares(self._levels),
            takes=tuple(self._takes),
            missed=self._most_missed(most_missed),
            days=days(self._moments, today),
            played=frozenset(filter(None, map(_day, self._moments))),
            answer_ms=self._answer_ms // asked if asked else 0,
        )

    def _most_missed(self, most: int) -> tuple[Missed, ...]:
        """The questions that were missed, the most often missed first, then those missed last."""
        latest_first = reversed(self._missed.items())
        order = sorted(latest_first, key=itemgetter(1), reverse=True)
        return tuple(Missed(id, count, self._asked[id]) for id, count in order[:most])


def _shares(tallied: Mapping[K, Sequence[int]]) -> tuple[tuple[K, Share], ...]:
    return tuple(sorted(((name, Share(*share)) for name, share in tallied.items()), key=lambda p: str(p[0])))


def days(moments: Iterable[str], today: date) -> Days:
    """The days of local dates and times (ISO 8601); what is no date, or lies after today, does not count."""
    found = sorted({day for moment in moments if (day := _day(moment)) and day <= today})
    rows: list[int] = []
    for at, day in enumerate(found):
        in_a_row = at and day - found[at - 1] == timedelta(days=1)
        rows = [*rows[:-1], rows[-1] + 1] if in_a_row else [*rows, 1]
    reaches = bool(found) and today - found[-1] <= timedelta(days=1)
    return Days(rows[-1] if reaches else 0, max(rows, default=0), len(found))


def _day(moment: str) -> date | None:
    try:
        return date.fromisoformat(moment[:10])
    except ValueError:
        return None
