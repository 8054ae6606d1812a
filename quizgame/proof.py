"""A pack on trial: its file as it was last saved, and what may be shown of it; knows no screen."""

from __future__ import annotations

import difflib
import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from quizgame.content import library
from quizgame.content.problems import Problem, Severity
from quizgame.quiz.question import Question

MOST_NEAR = 5


class Unreadable(Exception):
    """There is no such file, or it cannot be read; the message says which and why."""


class NoSuchQuestion(LookupError):
    """The file has no question of this id; the message names what is near."""


@dataclass(frozen=True, slots=True)
class Proof:
    """The questions of one file in its order, and everything that is wrong in it.

    `held` says that the last save is broken: the questions are those of the save before. `beside` are
    the pictures that they name, `lines` the line each begins at.
    """

    title: str
    questions: tuple[Question, ...]
    problems: tuple[Problem, ...] = ()
    held: bool = False
    beside: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()

    @property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(found for found in self.problems if found.severity is Severity.ERROR)

    @property
    def unreadable(self) -> Problem | None:
        """Why the file as a whole cannot be read; None where it can."""
        return next((found for found in self.problems if found.code == "unreadable" and not found.line), None)

    def of_question(self, place: int) -> tuple[Problem, ...]:
        """What is wrong with the question at a place, as far as its lines tell."""
        if self.held:
            return ()
        begins, ends = self.lines[place], min((n for n in self.lines if n > self.lines[place]), default=None)
        return tuple(p for p in self.problems if begins <= p.line and (ends is None or p.line < ends))


def read_proof(path: Path) -> Proof:
    """The file as it is now; one that cannot be read has no questions, and a problem that says why."""
    found = library.load_files([path])
    packs = found.packs
    return Proof(
        packs[0].title if packs else path.stem,
        found.questions(),
        found.problems,
        beside=packs[0].beside if packs else (),
        lines=tuple(placed.line for pack in packs for placed in pack.questions),
    )


def first_proof(path: Path) -> Proof:
    """The file as it is now; raises Unreadable."""
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir fails on names that are too long
        raise Unreadable(f"{path} is a folder; name one file in it")
    proof = read_proof(path)
    why = proof.unreadable
    if why is not None and not proof.questions:
        raise Unreadable(f"{path}: {why.what}; {why.help}")
    return proof


def after_save(before: Proof, now: Proof) -> Proof:
    """What is shown after a save: what was saved.

    Where errors have cost questions that were good before, those from before stay, with the new problems.
    """
    if now.errors and len(now.questions) < len(before.questions):
        return replace(before, problems=now.problems, held=True, beside=now.beside)
    return now


def place_of(proof: Proof, id: str) -> int:
    """Where a question stands (from 0), by its whole id or its own part of it; raises NoSuchQuestion."""
    ids = [question.id for question in proof.questions]
    own = [one.rpartition("/")[2] for one in ids]
    for names in (ids, own):
        if id in names:
            return names.index(id)
    near = difflib.get_close_matches(id, own, n=MOST_NEAR, cutoff=0.5) or own[:MOST_NEAR]
    more = ", ..." if len(own) > len(near) else ""
    told = f"its questions are {', '.join(near)}{more}" if near else "it has none that can be played yet"
    raise NoSuchQuestion(f"the file has no question {id!r}; {told}")


def followed(question: Question, place: int, questions: Sequence[Question]) -> int:
    """Where a question stands after a save: by its id, or else what stands in its place; one at least."""
    ids = [one.id for one in questions]
    return ids.index(question.id) if question.id in ids else min(place, len(questions) - 1)


class Watching(Protocol):
    """Who tells of changes from a thread of its own."""

    def start(self) -> None: ...

    def stop(self) -> None: ...


Watch = Callable[[Sequence[Path], Callable[[frozenset[Path]], None]], Watching]


class Proofs:
    """The newest proof of a file; it is read anew, beside the game, whenever the file is saved."""

    def __init__(self, path: Path, proof: Proof, watch: Watch) -> None:
        """`watch` makes a watcher of files; `proof` is what the file held when it was first read."""
        self._path, self._watch = path, watch
        self._now = proof
        self._lock = threading.Lock()
        self._watcher: Watching | None = None

    @property
    def now(self) -> Proof:
        """The proof to be shown: the same object for as long as nothing has changed."""
        return self._now

    @property
    def folder(self) -> Path:
        return self._path.parent

    def start(self) -> None:
        """Begin to watch the file and the pictures beside it."""
        with self._lock:
            self._watcher = self._watch([self._path, *map(Path, self._now.beside)], self._changed)
            self._watcher.start()
        self.look()  # what was saved between the first reading and now

    def stop(self) -> None:
        """Cease to watch."""
        with self._lock:
            watcher, self._watcher = self._watcher, None
        if watcher:
            watcher.stop()

    def look(self) -> None:
        """Read the file again."""
        found = after_save(self._now, read_proof(self._path))
        if found != self._now:
            self._now = found

    def _changed(self, files: frozenset[Path]) -> None:
        """Called by the watcher, from its thread; other pictures than before are watched from here on."""
        before = self._now.beside
        self.look()
        if self._now.beside == before:
            return
        with self._lock:
            if self._watcher is None:
                return
            old, self._watcher = self._watcher, None
            self._watcher = self._watch([self._path, *map(Path, self._now.beside)], self._changed)
            self._watcher.start()
        old.stop()
