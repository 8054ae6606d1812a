"""A process of its own that saves runs and says so; started by the tests, and killed by some of them."""

from __future__ import annotations

import sys
from pathlib import Path

from quizgame.quiz.run import Answered, Ending, Run
from quizgame.store.paths import Places
from quizgame.store.scores import Scores


def sample(number: int, player: str = "Neil") -> Run:
    """A run unlike that of any other number; greater numbers rank higher."""
    answers = tuple(
        Answered(f"heat/cast/{n}", "cast", 1 + n % 3, "Val Kilmer", n % 4 > 0, 9_000) for n in range(25)
    )
    return Run(
        player=player,
        mode="score",
        assist="",
        game="0.1.0",
        rules=1,
        bank="b" * 64,
        seed=f"seed-{number}",
        started="2026-01-31T20:00:00+01:00",
        finished="2026-01-31T20:09:30+01:00",
        ended=Ending.CLEAR,
        take=100_000 + number,
        correct=19,
        asked=25,
        played_ms=400_000,
        deal='["' + "d" * 1_500 + '"]',
        log='["' + "l" * 3_000 + '"]',
        answers=answers,
    )


def main(home: str, first: int, count: int) -> None:
    """Save `count` runs, naming each on standard output once the store has acknowledged it."""
    scores = Scores.open(Places(Path(home), Path(home)))
    for number in range(first, first + count):
        scores.add(sample(number))
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
