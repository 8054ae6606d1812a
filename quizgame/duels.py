"""What a challenge asks for, from a code or from a file: mode, deal and rival; knows no screen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from quizgame import ordinary
from quizgame.quiz import challenge, runfile
from quizgame.quiz.bank import Bank
from quizgame.quiz.deal import Wish
from quizgame.quiz.ghost import Ghost, NoGhost, ghost_of
from quizgame.quiz.modes import MODES, Mode
from quizgame.quiz.run import Run
from quizgame.quiz.verify import wish_of
from quizgame.store.errors import plain
from quizgame.store.names import clean_name

SUFFIX = ".score"
LARGEST = 4_000_000  # bytes: a run has some ten thousand


class NoDuel(ValueError):
    """A challenge that cannot be played here; the message is for the player and says what to do."""


@dataclass(frozen=True, slots=True)
class Duel:
    """What is to be played, and against whom if the rival's answers are known."""

    mode: Mode
    wish: Wish
    ghost: Ghost | None = None


def is_file(what: str) -> bool:
    """Whether a word names a file of a challenge rather than being a code."""
    if what.lower().endswith(SUFFIX) or "/" in what or "\\" in what:
        return True
    try:
        return Path(what).is_file()
    except OSError:  # longer than any name
        return False


def duel_of(what: str, bank: Bank) -> Duel:
    """The challenge that a code or a file's name stands for; raises NoDuel."""
    return of_file(Path(what), bank) if is_file(what) else of_code(what, bank)


def of_code(text: str, bank: Bank) -> Duel:
    """The challenge of a code, however it was typed; raises NoDuel."""
    try:
        found = challenge.decode(text)
    except challenge.BadCode as error:
        raise NoDuel(str(error)) from None
    why = challenge.differs(found, bank)
    if why:
        raise NoDuel(why)
    return Duel(MODES[found.mode], found.wish)


def of_file(path: Path, bank: Bank) -> Duel:
    """The challenge of a file with its rival; raises NoDuel."""
    run = _only_run(path)
    try:
        ghost = ghost_of(replace(run, player=clean_name(run.player)), bank)
        return Duel(MODES[run.mode], wish_of(run), ghost)
    except NoGhost as error:
        raise NoDuel(str(error)) from None


def code_of(run: Run) -> str:
    """The code that deals a run again; raises NoCode."""
    return challenge.encode(challenge.challenge_of(run))


def _only_run(path: Path) -> Run:
    try:
        runs = runfile.from_json(_read(path).decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise NoDuel("This is no file of runs, or it is damaged.") from None
    except runfile.BadFile as error:
        raise NoDuel(str(error)) from None
    if len(runs) != 1:
        raise NoDuel(f"A challenge is one run; this file holds {len(runs):,}. Import it: scores --import.")
    return runs[0]


def _read(path: Path) -> bytes:
    try:
        content = ordinary.read(path, LARGEST + 1)
    except OSError as error:
        raise NoDuel(f"{path.name} cannot be read: {plain(error)}.") from None
    except ValueError:  # what no system takes for a name
        raise NoDuel("This is no name of a file.") from None
    if len(content) > LARGEST:
        raise NoDuel("This file is too large to hold one run.")
    return content
