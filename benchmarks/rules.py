"""How many whole runs of The Score a bot plays in a second; knows no screen and no file but the questions."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from statistics import median
from typing import TypeVar

from benchmarks.measuring import Figure, main
from quizgame import resources
from quizgame.content.library import load
from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.deal import Deal, Wish, deal
from quizgame.quiz.modes import THE_SCORE
from quizgame.quiz.simulate import Bot, played

T = TypeVar("T")

BUDGET_MS = 0.5  # 2,000 runs a second
RUNS_A_ROUND = 100
BOT = Bot(skill=0.65)


def measure(runs: int) -> Iterator[Figure]:
    """A hundred runs, so many times over: dealt, and then played; processor time, not the clock's."""
    bank = MemoryBank(load([resources.questions()]).questions())
    seeds = [f"benchmark/{number}" for number in range(RUNS_A_ROUND)]
    deals: Sequence[Deal] = [deal(bank, THE_SCORE, Wish(seed)) for seed in seeds]
    playing = [_each(lambda dealt: played(THE_SCORE, BOT, dealt), deals) for _ in range(max(runs, 2))]
    dealing = [_each(lambda seed: deal(bank, THE_SCORE, Wish(seed)), seeds) for _ in range(max(runs // 5, 2))]
    yield _figure("a run of The Score, 25 questions", playing, BUDGET_MS)
    yield _figure("its deal", dealing)


def _each(do: Callable[[T], object], things: Iterable[T]) -> float:
    """Milliseconds of processor time that one of them takes on average."""
    count, began = 0, time.process_time_ns()
    for thing in things:
        do(thing)
        count += 1
    return (time.process_time_ns() - began) / 1e6 / count


def _figure(name: str, samples: list[float], budget: float | None = None) -> Figure:
    return Figure(name, median(samples), "ms", budget, f"{1000 / median(samples):,.0f} a second")


if __name__ == "__main__":
    sys.exit(main({"rules": measure}))
