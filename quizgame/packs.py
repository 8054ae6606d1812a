"""The storyboard of the packs: their list, one of them, its problems, how to write one; knows no pixels."""

from __future__ import annotations

import re
from collections.abc import Generator
from pathlib import Path
from typing import Any

from quizgame import dropped, playing, troubles
from quizgame.commands.words import called
from quizgame.content.index.catalogue import PackInfo
from quizgame.opening import open_folder
from quizgame.parts import Parts
from quizgame.quiz.amounts import counted
from quizgame.quiz.modes import ONE_PACK
from quizgame.resources import questions
from quizgame.screen.listed import Listed
from quizgame.screen.scene import Dropped, Scene, show
from quizgame.screen.scenes import pack, packs
from quizgame.screen.scenes.problems import ProblemsScene, Trouble
from quizgame.screen.scenes.writing import WritingScene
from quizgame.store.files import make_folder
from quizgame.waiting import wait_for

Part = Generator[Scene[Any], Any, None]

SHIPPED = "came with the game"


class Shelf:
    """The packs as the screens ask for them, their switches, and the folder of the player's own."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._note = ""

    def packs(self) -> list[Listed]:
        """All packs, the player's own first: whoever writes one looks for it. Part 2 comes before part 10."""
        listed = [self._listed(info) for info in self._parts.content.packs()]
        return sorted(listed, key=lambda one: (not one.own, _counting(one.where)))

    def pack(self, id: str) -> Listed | None:
        return next((one for one in self.packs() if one.id == id), None)

    def switch(self, id: str, on: bool) -> None:
        """Switch a pack on or off, from the next game on."""
        keys = {info.key for info in self._parts.content.packs() if info.file == id}
        off = set(self._parts.settings.packs_off)
        off = off - keys if on else off | keys
        self._parts.change(packs_off=tuple(sorted(off)))
        self._parts.content.switch(frozenset(off))

    def note(self) -> str:
        """What became of the folder that was to be opened."""
        return self._note

    def open_folder(self) -> None:
        """Open the player's folder, which is made where it is missing."""
        folder = self._parts.places.questions
        try:
            make_folder(folder)
        except OSError as error:
            self._note = f"The folder cannot be made: {folder} ({(error.strerror or str(error)).lower()})"
            return
        self._note = f"Opening {folder} ..."
        open_folder(folder, self._told)

    def wrong_with(self, one: Listed) -> list[Trouble]:
        """What is wrong in a pack's files."""
        path = Path(one.id)
        found = [
            problem for problem in self._parts.content.problems if Path(problem.file).is_relative_to(path)
        ]
        return troubles.of(found, self.folders())

    def folders(self) -> list[Path]:
        return [self._parts.places.questions, questions()]

    def _told(self, why: str) -> None:
        """Hear from the opener's thread how it went."""
        folder = self._parts.places.questions
        self._note = f"It could not be opened ({why}). It is {folder}" if why else f"Opened {folder}"

    def _listed(self, info: PackInfo) -> Listed:
        path, own = Path(info.file), self._parts.places.questions
        is_own = path.is_relative_to(own)
        return Listed(
            id=info.file,
            title=info.title,
            where=str(path.relative_to(own)) if is_own else SHIPPED,
            questions=info.questions,
            errors=info.errors,
            warnings=info.warnings,
            on=info.key not in self._parts.settings.packs_off,
            own=is_own,
            held=info.held,
        )


def _counting(name: str) -> list[tuple[str, int]]:
    """A key that puts names in order by the numbers in them, where they differ by those."""
    return [(words, int(digits or 0)) for words, digits in re.findall(r"(\D*)([0-9]*)", name.casefold())]


def show_packs(parts: Parts) -> Part:
    """The list of packs, until the player has seen enough."""
    if not (yield from wait_for(parts.content.ready)):
        return
    shelf = Shelf(parts)
    scene = packs.PacksScene(shelf.packs, shelf.switch, shelf.note)
    while (choice := (yield from show(scene))) != packs.LEAVE:
        if isinstance(choice, Dropped):
            yield from dropped.take(parts, choice.path)
        elif choice == packs.FOLDER:
            shelf.open_folder()
        elif choice == packs.HOWTO:
            yield from show(
                WritingScene(str(parts.places.questions), str(questions() / "README.md"), called())
            )
        else:
            yield from _show_pack(parts, shelf, choice.removeprefix(packs.PACK))


def _show_pack(parts: Parts, shelf: Shelf, id: str) -> Part:
    scene = pack.PackScene(lambda: shelf.pack(id), lambda on: shelf.switch(id, on))
    while (choice := (yield from show(scene))) != pack.LEAVE:
        one = shelf.pack(id)
        if choice == pack.PLAY:
            yield from _play(parts, id)
        elif choice == pack.FOLDER:
            shelf.open_folder()
        elif one:
            found = shelf.wrong_with(one)
            intro = f"{counted(len(found), 'problem')} in {one.title}. {one.counted} can be played."
            yield from show(ProblemsScene(found, intro))


def _play(parts: Parts, id: str) -> Part:
    """Runs of one pack alone for as long as the player wants another; each deals from the pack as it is."""
    again = True
    while again:
        again = yield from playing.play_run(parts, ONE_PACK, bank=lambda: parts.content.only(id))
