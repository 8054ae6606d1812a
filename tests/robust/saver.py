"""A process of its own that writes to the score file and says so; tests start it, and some kill it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path

from quizgame.quiz.run import Answered, Ending, Run
from quizgame.store import checkup, exchange, rows, settings
from quizgame.store.paths import Places
from quizgame.store.scores import Scores
from quizgame.store.settings import Settings
from tests.robust.meanwhile import meanwhile

TOGETHER = 5  # runs in one imported text
PACKS = 7_919  # fewer than this are switched off, for settings have an end


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


def save(scores: Scores, home: Path, number: int) -> None:
    scores.add(sample(number))


def rename(scores: Scores, home: Path, number: int) -> None:
    scores.rename(1, f"Name {number}")


def bring(scores: Scores, home: Path, number: int) -> None:
    runs, file = (sample(number * TOGETHER + n) for n in range(TOGETHER)), home.parent / "friend.json"
    file.write_text("".join(exchange.write(rows.fresh(run) for run in runs)), "utf-8")
    scores.import_from(file)


def export(scores: Scores, home: Path, number: int) -> None:
    scores.export_to(home / "export.json")


def mark(scores: Scores, home: Path, number: int) -> None:
    scores.seen.mark("Neil", [f"{number}/{n}" for n in range(25)])


def choose(scores: Scores, home: Path, number: int) -> None:
    chosen = Settings(player=f"Name {number}", packs_off=("pack",) * (number % PACKS))
    settings.save(Places(home, home), chosen)


CHORES: dict[str, Callable[[Scores, Path, int], None]] = {
    chore.__name__: chore for chore in (save, rename, bring, export, mark, choose)
}


def work(told: Connection, home: Path, first: int, count: int, chore: str) -> None:
    """Do a chore `count` times, sending the number of each once the store has acknowledged it."""
    scores = Scores.open(Places(home, home))
    for number in range(first, first + count):
        CHORES[chore](scores, home, number)
        told.send_bytes(str(number).encode())


def work_watched(told: Connection, home: Path, first: int, count: int, chore: str) -> None:
    """The same, while another thread of this process looks at the file all the time."""
    with meanwhile(partial(checkup.examine, Places(home, home).scores)):
        work(told, home, first, count, chore)
