"""A process that does chores with the preloaded library while the n-th call fails; prints what went wrong."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quizgame.store import database
from quizgame.store.errors import NotSaved
from quizgame.store.paths import Places
from quizgame.store.scores import Scores
from tests.robust.chores import CHORES, NOON, Chore, Facts, facts, sentences
from tests.robust.saver import sample

# Which calls a system may answer so. The letters are the library's: (C)reate, (O)pen to write, (o)pen, open a
# fol(D)er, (r)ead, (w)rite, (s)ync, sync a fol(d)er, (t)runcate, re(n)ame, (l)ink, (u)nlink, (m)ake a folder,
# list a folder (k), ask (a)bout a file, lock (f).
SENSIBLE = {
    errno.EIO: "COoDrwsdtnlumkaf",
    errno.ENOSPC: "Cwsdnlm",
    errno.EDQUOT: "Cwsdnlm",
    errno.EROFS: "COtnlum",
    errno.EACCES: "COoDnlumka",
    errno.EPERM: "COtnlum",
    errno.EMFILE: "COoDk",
    errno.EINTR: "COorwsdtf",
    errno.ENOLCK: "f",
}
ONCE_ONLY = frozenset({errno.EINTR})  # a call that is interrupted for ever is tried for ever, by Python too


@dataclass(frozen=True, slots=True)
class Fault:
    """The call from 1 on that fails, how, and whether all later ones of such a kind do too."""

    at: int
    number: int
    always: bool

    def __str__(self) -> str:
        return f"call {self.at} {errno.errorcode[self.number]}{' and on' if self.always else ''}"


class Library:
    """The preloaded library, as seen from Python."""

    def __init__(self, folder: Path) -> None:
        self._calls = ctypes.CDLL(None)
        self._calls.shim_trace.restype = ctypes.c_char_p
        self._calls.shim_watch(os.fsencode(folder))

    def arm(self, fault: Fault | None) -> None:
        """Count from now on, and fail where `fault` says so."""
        if fault is None:
            self._calls.shim_arm(ctypes.c_long(0), 0, b"", 0)
        else:
            kinds = SENSIBLE[fault.number].encode()
            self._calls.shim_arm(ctypes.c_long(fault.at), fault.number, kinds, int(fault.always))

    def trace(self) -> str:
        """A letter for each call since."""
        found: bytes = self._calls.shim_trace()
        return found.decode()


class Trial:
    """One chore, done once for each fault in a fresh copy of the same files."""

    def __init__(self, chore: Chore, folder: Path) -> None:
        self._chore = chore
        self._folder = folder
        self._library = Library(folder / "case")
        self._good = Places(folder / "good", folder)
        chore.prepare(self._good)
        self._states = [facts(self._good), *self._after()]

    def faults(self) -> Iterator[Fault]:
        """Every call of the chore with every answer that a system may give to it."""
        places = self._fresh()
        self._library.arm(None)
        for step in self._chore.steps:
            step(places)
        for at, kind in enumerate(self._library.trace(), start=1):
            for number in (number for number, kinds in SENSIBLE.items() if kind in kinds):
                yield from (
                    Fault(at, number, on) for on in ({False} if number in ONCE_ONLY else (False, True))
                )

    def problems(self, fault: Fault) -> Iterator[str]:
        """What is not as it should be after the chore has met this fault."""
        places, handles = self._fresh(), open_handles()
        self._library.arm(fault)
        done, reason = self._do(places)
        self._library.arm(None)
        if open_handles() != handles:
            yield "a file is left open"
        if reason and not sentences(reason):
            yield f"the player reads: {reason}"
        yield from self._wrong_files(places, done, reason)
        yield from self._wrong_later(places, done)
        # Where nothing may be removed, what is not needed any more stays.
        if not fault.always and list(places.data.glob(".*.new")):
            yield "litter"

    def _do(self, places: Places) -> tuple[int, str]:
        """How many steps are done, and why it is not all of them."""
        for number, step in enumerate(self._chore.steps):
            try:
                step(places)
            except NotSaved as error:
                return number, error.reason
            except Exception as error:  # noqa: BLE001 - whatever it is, it would be a traceback
                return number, f"{error!r}"
        return len(self._chore.steps), ""

    def _wrong_files(self, places: Places, done: int, reason: str) -> Iterator[str]:
        found = facts(places)
        expected = self._states[done : done + 1 + bool(reason)]
        if found not in expected:
            yield f"after {done} steps ({reason}) found {sorted(found ^ expected[0])} too much or too little"
        if not self._chore.told and list(places.data.glob("*-damaged-*")):
            yield "good scores are taken for damaged"

    def _wrong_later(self, places: Places, done: int) -> Iterator[str]:
        """The fault is over: all of it works now."""
        try:
            for step in self._chore.steps[done:]:
                step(places)
            scores = Scores.open(places, now=lambda: NOON)
            scores.add(sample(50))
        except Exception as error:  # noqa: BLE001
            yield f"later: {error!r}"
            return
        if not {fact for fact in self._states[-1] if "exported" not in fact} <= facts(places):
            yield "later: something is missing"

    def _after(self) -> Iterator[Facts]:
        places = self._fresh()
        for step in self._chore.steps:
            step(places)
            yield facts(places)

    def _fresh(self) -> Places:
        places = Places(self._folder / "case" / "data", self._folder)
        shutil.rmtree(places.data.parent, ignore_errors=True)
        places.data.parent.mkdir()
        if self._good.data.exists():
            shutil.copytree(self._good.data, places.data)
        return places


def open_handles() -> set[str]:
    """The files this process has open, but for the one that lists them."""
    return {name for name in os.listdir("/proc/self/fd") if os.path.exists(f"/proc/self/fd/{name}")}  # noqa: PTH110, PTH208


def main(folder: str, every: int, *chores: str) -> None:
    """Try each `every`-th fault of some chores, or of all; print the problems, and how many were tried."""
    database.BUSY_SECONDS, database.PATIENCE = 0.0, 3
    tried = 0
    for name in chores or CHORES:
        place = Path(folder) / name
        place.mkdir()
        trial = Trial(CHORES[name], place)
        for fault in list(trial.faults())[::every]:
            tried += 1
            for problem in trial.problems(fault):
                sys.stdout.write(f"{name}, {fault}: {problem}\n")
    sys.stdout.write(f"{tried} faults tried\n")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:])
