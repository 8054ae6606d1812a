"""What 50,000 questions cost: to read, to open, to deal from, and when the game starts, beside 500."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from benchmarks.measuring import Figure, clocked, display, main, spread
from benchmarks.startup import GAME, start
from quizgame import resources
from quizgame.content.index.catalogue import Catalogue, refresh
from quizgame.content.index.indexer import index_in_child
from quizgame.content.index.indexing import Wish
from quizgame.quiz import deal as dealing
from quizgame.quiz.bank import Want
from quizgame.quiz.modes import THE_SCORE

LARGE, SMALL = 50_000, 500
IN_A_FILE = 2_500
TOPICS = ("general", "film", "science", "history", "music", "sports", "cast", "quotes", "trivia", "heat2")
STARTS_BUDGET = 1.1
REFRESH_BUDGET_MS = 300

MEMORY = """
import resource
def first_frame():
    import threading
    threading.Timer(6, leave).start()
def leave():
    print(int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize(), flush=True)
    os._exit(0)
"""


def measure(runs: int) -> Iterator[Figure]:
    """Everything once, but for the starts of the game: those so many times each, in turn."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        write_packs(home / "large" / "questions", LARGE)
        write_packs(home / "small" / "questions", SMALL)
        for name in ("small", "large"):
            yield from _reading(home / name, f"{name} bank")
        yield from _starts(home, max(runs, 2))
        yield from _memory(home)


def write_packs(folder: Path, number: int) -> None:
    """So many made-up questions, as an import would leave them."""
    folder.mkdir(parents=True)
    for first in range(0, number, IN_A_FILE):
        entries = (_entry(n) for n in range(first, min(number, first + IN_A_FILE)))
        text = f"pack: Import {first // IN_A_FILE + 1}\nlicence: CC0\nquestions:\n{''.join(entries)}"
        (folder / f"import-{first // IN_A_FILE + 1:03}.yaml").write_text(text, "utf-8")


def _entry(n: int) -> str:
    words = f"Which of these names belongs to place {n} in the great register of {n * 7919 % 10007}?"
    wrong = f"[Name {n + 1}a, Name {n + 2}b, Name {n + 3}c]"
    more = f"  topic: {TOPICS[n % 10]}\n  level: {n % 3 + 1}\n  source: A register\n"
    return f"- question: {words}\n  answer: Name {n}\n  wrong: {wrong}\n{more}"


def _reading(home: Path, name: str) -> Iterator[Figure]:
    path, wish = home / "cache" / "catalogue.sqlite3", Wish((resources.questions(), home / "questions"))
    yield _once(f"{name}: read in a child, cold", lambda: index_in_child(path, wish, lambda *_: None))
    yield _once(f"{name}: found up to date", lambda: refresh(path, wish))
    yield _once(f"{name}: opened, counted and ten drawn", lambda: _draw_ten(path))
    bank = Catalogue(path)
    yield _once(f"{name}: first deal of The Score", lambda: dealing.deal(bank, THE_SCORE, dealing.Wish("a")))
    yield _once(f"{name}: next deal", lambda: dealing.deal(bank, THE_SCORE, dealing.Wish("b")))
    (home / "questions" / "mine.yaml").write_text(f"pack: Mine\nquestions:\n{_entry(1_000_000)}", "utf-8")
    yield _once(f"{name}: refreshed after a small save", lambda: refresh(path, wish), REFRESH_BUDGET_MS)


def _draw_ten(path: Path) -> None:
    with Catalogue(path) as bank:
        count = bank.count(Want("cast", 2))
        for entry in bank.entries(Want("cast", 2))[: count : count // 10]:
            bank.question(entry.id)


def _once(name: str, do: Callable[[], object], budget: float | None = None) -> Figure:
    return Figure(name, clocked(do), "ms", budget)


def _starts(home: Path, runs: int) -> Iterator[Figure]:
    small: list[float] = []
    large: list[float] = []
    with display() as environment:
        for _ in range(runs + 1):
            small.append(start(GAME, environment | {"QUIZGAME_HOME": str(home / "small")}))
            large.append(start(GAME, environment | {"QUIZGAME_HOME": str(home / "large")}))
    yield spread("first frame, small bank", small[1:], "ms")
    yield spread("first frame, large bank", large[1:], "ms")
    ratios = [slow / fast for slow, fast in zip(large[1:], small[1:], strict=True)]
    yield Figure("large / small, median of pairs", median(ratios), "x", STARTS_BUDGET)


def _memory(home: Path) -> Iterator[Figure]:
    """What the game has in memory on the title when all has loaded; on Linux alone."""
    if not Path("/proc/self/statm").exists():
        return
    with display() as environment:
        for name in ("small", "large"):
            command = [sys.executable, "-P", "-c", "import os, sys\n" + MEMORY + GAME]
            done = subprocess.run(
                command,
                env=environment | {"QUIZGAME_HOME": str(home / name)},
                stdout=subprocess.PIPE,
                text=True,
                check=True,
                timeout=60,
            )
            yield Figure(f"memory on the title, {name} bank", int(done.stdout) / 1e6, "MB")


if __name__ == "__main__":
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    sys.exit(main({"large": measure}))
