"""What many runs say of their player: by topic, by level, over time; knows no file and no pixels."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
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
    """What the runs came to; `seconds` is the mean time of an answer in milliseconds, 0 for none."""

    runs: int
    all: Share
    topics: tuple[tuple[str, Share], ...]
    levels: tuple[tuple[int, Share], ...]
    takes: tuple[Point, ...]
    missed: tuple[Missed, ...]
    days: Days
    answer_ms: int


def statistics(runs: Sequence[Run], today: date, most_missed: int = 10) -> Statistics:
    """What runs, in the order in which they were played, come to on a date."""
    answers = [answer for run in runs for answer in run.answers]
    return Statistics(
        runs=len(runs),
        all=_share(answers),
        topics=tuple(_by(answers, lambda answer: answer.topic)),
        levels=tuple(_by(answers, lambda answer: answer.level)),
        takes=tuple(
            Point(run.started[:10], run.mode, run.take) for run in runs if run.ended is not Ending.ABANDONED
        ),
        missed=tuple(_missed(answers)[:most_missed]),
        days=days((run.started for run in runs), today),
        answer_ms=sum(answer.took_ms for answer in answers) // len(answers) if answers else 0,
    )


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


def _share(answers: Sequence[Answered]) -> Share:
    return Share(sum(answer.right for answer in answers), len(answers))


def _by(answers: Sequence[Answered], key: Callable[[Answered], K]) -> list[tuple[K, Share]]:
    groups: defaultdict[K, list[Answered]] = defaultdict(list)
    for answer in answers:
        groups[key(answer)].append(answer)
    return sorted(((name, _share(some)) for name, some in groups.items()), key=lambda pair: str(pair[0]))


def _missed(answers: Sequence[Answered]) -> list[Missed]:
    """The questions that were missed, the most often missed first, then those missed last."""
    asked = Counter(answer.question for answer in answers)
    missed = Counter(answer.question for answer in answers if not answer.right)
    latest = {answer.question: at for at, answer in enumerate(answers) if not answer.right}
    order = sorted(missed, key=lambda id: (-missed[id], -latest[id]))
    return [Missed(id, missed[id], asked[id]) for id in order]
