"""What saving a run costs beside one bare commit of the same bytes; knows no rules."""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.measuring import Figure, clocked, main, spread
from quizgame import resources
from quizgame.content.library import load
from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.deal import Wish, deal
from quizgame.quiz.modes import THE_SCORE
from quizgame.quiz.record import Circumstances, record
from quizgame.quiz.rules import Assist
from quizgame.quiz.run import Run
from quizgame.quiz.simulate import Bot, played
from quizgame.store.paths import Places
from quizgame.store.scores import Scores

BUDGET = 2.0
BEGAN = datetime(2026, 1, 1, 20, tzinfo=UTC)


def measure(runs: int) -> Iterator[Figure]:
    """Four times so many runs saved, and as many bare commits, in turn; by the clock, for the disk counts."""
    run = _run_of_a_bot()
    ours, bare = [], []
    with tempfile.TemporaryDirectory() as folder:
        places = Places(Path(folder), Path(folder) / "cache")
        scores, raw = Scores.open(places), places.data / "raw.sqlite3"
        scores.add(run)  # makes the file, and the day's backup
        _make(raw)
        for number in range(1, 4 * max(runs, 2)):
            later = replace(run, started=(BEGAN + timedelta(minutes=number)).isoformat())
            bare.append(clocked(partial(_commit, raw, run)))
            ours.append(clocked(partial(scores.add, later)))
    yield spread("a bare commit of the same bytes", bare, "ms")
    yield spread("a run saved", ours, "ms")
    ratios = [slow / fast for slow, fast in zip(ours, bare, strict=True)]
    yield Figure("saved / bare, median of pairs", median(ratios), "x", BUDGET)


def _run_of_a_bot() -> Run:
    bank = MemoryBank(load([resources.questions()]).questions())
    end, log = played(THE_SCORE, Bot(0.8), deal(bank, THE_SCORE, Wish("benchmark")))
    about = Circumstances("Bot", "0", BEGAN.isoformat(), (BEGAN + timedelta(minutes=9)).isoformat())
    return record(end, log, Assist(), about)


def _make(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bare (bytes BLOB)")


def _commit(path: Path, run: Run) -> None:
    """Open, write and commit as durably as the score file does."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = TRUNCATE")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("INSERT INTO bare VALUES (?)", [repr(run).encode()])


if __name__ == "__main__":
    sys.exit(main({"saving": measure}))
