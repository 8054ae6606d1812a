"""The storyboard of the statistics: a player's runs as the numbers of the screen; knows no pixels."""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterable, Sequence
from datetime import date
from typing import Any

from quizgame import dates
from quizgame.parts import Parts
from quizgame.quiz.bank import Bank
from quizgame.quiz.modes import MODES
from quizgame.quiz.question import LEVEL_NAMES
from quizgame.quiz.run import Run
from quizgame.quiz.statistics import Days, Point, Share, Statistics, statistics
from quizgame.screen.charts import Bar, Day
from quizgame.screen.scene import Scene, show
from quizgame.screen.scenes.statistics import Figures, StatisticsScene
from quizgame.waiting import wait_for

Part = Generator[Scene[Any], Any, None]

MOST_TAKES = 60  # the latest: more would be a line of dots
TOPICS = {"cast": "Cast", "quotes": "Quotes", "trivia": "Trivia", "heat2": "Heat 2"}


class _Counting:
    """The figures, made beside the game: a player may have many runs."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self.figures: Figures | None = None
        threading.Thread(target=self._count, name="statistics", daemon=True).start()

    def ready(self) -> bool:
        return self.figures is not None

    def _count(self) -> None:
        player, today = self._parts.settings.player, self._parts.world.today().date()
        try:
            runs = (saved.run for saved in self._parts.scores.each(player=player or None))
            self.figures = figures_of(runs, player, today, self._parts.content.bank)
        except Exception:  # what cannot be counted is nothing; the thread must never leave the player waiting
            self.figures = Figures("The runs cannot be read.")


def show_statistics(parts: Parts) -> Part:
    """The statistics of whoever plays here."""
    counting = _Counting(parts)
    if (yield from wait_for(lambda: parts.content.ready() and counting.ready())):
        yield from show(StatisticsScene(counting.figures or Figures("")))


def figures_of(runs: Iterable[Run], player: str, today: date, bank: Bank | None) -> Figures:
    """What runs come to on a date; questions are named by their words where the bank still has them."""
    found = statistics(runs, today)
    if not found.all.asked:
        return Figures(player or "No runs yet", today=today)
    takes = _takes(found.takes)
    return Figures(
        told=_told(found, player),
        bars=_bars(found),
        takes=tuple(Day(dates.in_words(point.day), point.take) for point in takes),
        takes_of=MODES[takes[0].mode].title if takes and takes[0].mode in MODES else "",
        missed=tuple((f"{one.missed} of {one.asked}", _words(one.question, bank)) for one in found.missed),
        days=_days(found.days),
        played=found.played,
        today=today,
    )


def _told(found: Statistics, player: str) -> str:
    parts = [
        player,
        f"{found.runs:,} run{'s' if found.runs != 1 else ''}",
        f"{found.all.right:,} of {found.all.asked:,} right, {found.all.percent} %",
        f"{found.answer_ms / 1000:.1f} s an answer",
    ]
    return "  ·  ".join(part for part in parts if part)


def _bars(found: Statistics) -> tuple[Bar, ...]:
    """The topics, a gap, the levels."""
    topics = [_bar(TOPICS.get(topic, topic or "Other"), share) for topic, share in found.topics]
    levels = [_bar(LEVEL_NAMES.get(level, f"Level {level}").capitalize(), s) for level, s in found.levels]
    return (*topics, Bar("", 0, 0), *levels)


def _bar(label: str, share: Share) -> Bar:
    return Bar(label, share.right, share.asked)


def _takes(points: Sequence[Point]) -> list[Point]:
    """The latest takes of the ranked mode that was played last: those of others are no measure for it."""
    ranked = [point for point in points if (mode := MODES.get(point.mode)) and mode.ranked]
    return [point for point in ranked if point.mode == ranked[-1].mode][-MOST_TAKES:]


def _words(question: str, bank: Bank | None) -> str:
    try:
        return bank.question(question).text if bank else question
    except LookupError:
        return question


def _days(days: Days) -> str:
    row = f"{days.now} day{'s' if days.now != 1 else ''} in a row"
    return f"{row}  ·  longest {days.longest}  ·  {days.played} in all"
