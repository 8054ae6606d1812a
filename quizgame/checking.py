"""Replays runs beside the game to see which scores follow from their answers; knows no screen."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from queue import Queue
from typing import TYPE_CHECKING

from quizgame.quiz.bank import Bank
from quizgame.quiz.run import Run
from quizgame.quiz.verify import Verdict, verify

if TYPE_CHECKING:
    from quizgame.store.tables import ScoreRow

BREATH_S = 0.004  # after each run: the frames of the game come first


class Checks:
    """Which runs have been checked against which bank. A run is replayed once, in a thread of its own."""

    def __init__(self, fetch: Callable[[int], Run]) -> None:
        """`fetch` gives a run by its number, or raises LookupError."""
        self._fetch = fetch
        self._found: dict[tuple[str, str], Verdict] = {}
        self._asked: set[tuple[str, str]] = set()
        self._queue: Queue[tuple[int, str, Bank]] = Queue()
        self._thread: threading.Thread | None = None
        self._pause = threading.Event()

    @property
    def version(self) -> int:
        """Rises whenever a run more has been checked."""
        return len(self._found)

    def ask(self, rows: Iterable[ScoreRow], bank: Bank) -> None:
        """Have runs checked that have not been; returns at once."""
        for row in rows:
            wanted = (row.key, bank.fingerprint)
            if row.sealed and wanted not in self._asked:
                self._asked.add(wanted)
                self._queue.put((row.run_id, row.key, bank))
        if self._thread is None and not self._queue.empty():
            self._thread = threading.Thread(target=self._work, name="checks", daemon=True)
            self._thread.start()

    def ticked(self, row: ScoreRow, bank: Bank) -> bool:
        """Whether a run is as the game wrote it and its score is known to follow from its answers."""
        return row.sealed and self._found.get((row.key, bank.fingerprint)) is Verdict.CHECKED

    def wait(self) -> None:
        """Return when all that was asked for has been looked at."""
        self._queue.join()

    def _work(self) -> None:
        while True:
            run_id, key, bank = self._queue.get()
            self._found[key, bank.fingerprint] = self._verdict(run_id, bank)
            self._queue.task_done()
            self._pause.wait(BREATH_S)

    def _verdict(self, run_id: int, bank: Bank) -> Verdict:
        try:
            return verify(self._fetch(run_id), bank).verdict
        except Exception:  # a bank whose file is gone, a run that is gone: no tick, and no end of the thread
            return Verdict.OTHER_BANK
