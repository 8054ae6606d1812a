"""The storyboard of a file dropped on the window: a pack, a run, another program's; knows no pixels."""

from __future__ import annotations

from collections.abc import Generator
from itertools import count
from pathlib import Path
from typing import Any

from quizgame import challenges, duels, ordinary, preview, proof, troubles
from quizgame.commands.words import called
from quizgame.content.formats.base import Unreadable
from quizgame.content.formats.detect import detect
from quizgame.content.formats.registry import Format
from quizgame.parts import Parts
from quizgame.proof import Proof, Proofs
from quizgame.quiz.amounts import counted
from quizgame.screen.scene import Scene, show
from quizgame.screen.scenes.message import MessageScene
from quizgame.screen.scenes.problems import ProblemsScene
from quizgame.store.errors import plain
from quizgame.store.files import write_whole
from quizgame.watching import Watcher

Part = Generator[Scene[Any], Any, None]
Answering = Generator[Scene[Any], Any, str]

PACKS = (".yaml", ".yml")
LOOKED_AT = 200_000  # bytes: enough to see the form of a file
KEEP, LOOK, REPLACE, BOTH, BACK = "keep", "look", "replace", "both", "back"
NOT_NOW = (BACK, "Not now")


def take(parts: Parts, name: str) -> Part:
    """Do what a dropped file is good for, or say what it is and which way it can be used."""
    path = Path(name)
    try:
        is_folder = path.is_dir()
    except (OSError, ValueError):  # longer than any name, or none
        is_folder = False
    ending = path.suffix.casefold()
    if is_folder:
        told = f"A folder cannot be taken in here. Packs in folders go into {parts.places.questions}."
        yield from _say("A FOLDER", told)
    elif ending in PACKS:
        yield from _take_pack(parts, path)
    elif ending != duels.SUFFIX and (form := _foreign(path)):
        yield from _import(path, form)
    else:
        yield from challenges.take_up(parts, name)


def _foreign(path: Path) -> Format | None:
    """Which other program's format a file is in, if it can be read and is in any."""
    try:
        return detect(ordinary.read(path, LOOKED_AT).decode("utf-8-sig", "replace"), path.name)
    except (OSError, ValueError, Unreadable):
        return None


def _import(path: Path, form: Format) -> Part:
    told = f"{path.name} is {form.title}. A command in a terminal makes a pack of it, and the game asks it:"
    yield from _say("QUESTIONS OF ANOTHER PROGRAM", f'{told}\n\n{called()} import --in-game "{path}"')


def _take_pack(parts: Parts, path: Path) -> Part:
    """A pack can be tried as it lies there, and kept."""
    try:
        found = proof.first_proof(path)
    except proof.Unreadable as error:
        yield from _say("NOT TAKEN IN", f"{error}.")
        return
    form = None if found.questions else _foreign(path)
    if form:
        yield from _import(path, form)
        return
    if not found.questions:
        told = f"{counted(len(found.problems), 'problem')} in {path.name}: nothing in it can be asked yet."
        yield from show(
            ProblemsScene(troubles.of(found.problems, (path.parent,)), told, "NOTHING TO ASK YET")
        )
        return
    while (choice := (yield from _offer(parts, path, found))) == LOOK:
        yield from preview.story(Proofs(path, found, Watcher), 0)
    if choice == KEEP:
        yield from _keep(parts, path)


def _offer(parts: Parts, path: Path, found: Proof) -> Answering:
    problems = f" and {counted(len(found.problems), 'problem')}" if found.problems else ""
    told = f"{found.title}: {counted(len(found.questions), 'question')}{problems}."
    ways = [(LOOK, "Look at it"), NOT_NOW]
    if found.beside:
        more = "It has pictures, which lie beside it: put its whole folder into"
        told = f"{told} {more} {parts.places.questions}."
    else:
        told = f"{told} Keep it, and a copy goes to your own packs. Look at it, and nothing is kept."
        ways = [(KEEP, "Keep it"), *ways]
    return (yield from show(MessageScene(f"A PACK: {path.name}", told, ways)))


def _keep(parts: Parts, path: Path) -> Part:
    """Copy a pack to the player's own; nothing is written over unasked."""
    try:
        content, target = path.read_bytes(), parts.places.questions / path.name
        if target.exists():
            if target.read_bytes() == content:
                yield from _say("KEPT ALREADY", f"Just this is one of your packs: {target}.")
                return
            choice = yield from _which(target)
            if choice == BACK:
                return
            target = _beside(target) if choice == BOTH else target
        write_whole(target, content)
    except OSError as error:
        yield from _say("NOT KEPT", f"{path.name} could not be copied: {plain(error)}.")
        return
    parts.content.look_again()
    yield from _say("KEPT", f"Your copy is {target}. The next run asks from it.")


def _which(target: Path) -> Answering:
    told = f"Another {target.name} is one of your packs. Which of the two is to stay?"
    ways = [(BOTH, "Keep both"), (REPLACE, "The new one alone"), (BACK, "The old one alone")]
    return (yield from show(MessageScene("THERE IS ONE OF THAT NAME", told, ways, safe=BACK)))


def _beside(target: Path) -> Path:
    """The first free name with a number."""
    names = (target.with_name(f"{target.stem}-{number}{target.suffix}") for number in count(2))
    return next(name for name in names if not name.exists())


def _say(title: str, told: str) -> Part:
    yield from show(MessageScene(title, told, [(BACK, "Back")]))
