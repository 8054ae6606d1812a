"""`quizgame packs`: lists and switches the packs, opens the player's folder; shows no question."""

from __future__ import annotations

import argparse
import difflib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.commands.words import CODES, DONE, FAILED, MISUSED, Commands, as_json, sorry
from quizgame.quiz.amounts import counted

if TYPE_CHECKING:
    from quizgame.content.index.catalogue import PackInfo

OPENING_S = 20.0  # seconds to wait for the system's file manager before giving up on it


def add(commands: Commands) -> None:
    """The words of the command."""
    packs = commands.add_parser(
        "packs",
        help="list the question packs, and where your own belong",
        description="List all question packs: whether a pack is asked from, how many of its questions can be "
        "played, its key and title, and how many problems it has.",
        epilog=f"A key is a pack's name in this list. {CODES}",
    )
    packs.add_argument("--on", metavar="KEY", action="append", default=[], help="ask from this pack again")
    packs.add_argument("--off", metavar="KEY", action="append", default=[], help="ask nothing from this pack")
    packs.add_argument("--open", action="store_true", help="open the folder of your own packs")
    packs.add_argument("--json", action="store_true", help="one JSON object")
    packs.set_defaults(command=run)


def run(options: argparse.Namespace) -> int:
    """Switch what is to be switched, print the list, open the folder."""
    from quizgame import resources
    from quizgame.store import settings as settings_file
    from quizgame.store.errors import NotSaved
    from quizgame.store.paths import find_places

    places = find_places()
    settings, _ = settings_file.load(places)
    off = frozenset(settings.packs_off)
    try:
        packs = _packs(off)
    except resources.Incomplete as error:
        return sorry(error)
    if options.on or options.off:
        known = [pack.key for pack in packs]
        try:
            off = (off | _keys(options.off, known)) - _keys(options.on, known)
            settings_file.save(places, settings._replace(packs_off=tuple(sorted(off))))
        except LookupError as error:
            return sorry(error.args[0], MISUSED)
        except NotSaved as error:
            return sorry(error)
    _print(packs, places.questions, off, options.json)
    return _open(places.questions) if options.open else DONE


def _packs(off: frozenset[str]) -> Sequence[PackInfo]:
    """All packs as the game finds them, those that came with it first."""
    from quizgame.commands import content

    with content.catalogue(off) as catalogue:
        return catalogue.packs()


def _keys(named: Sequence[str], known: Sequence[str]) -> set[str]:
    """The keys that are meant, also without the ending of their file; raises LookupError."""
    return {_key(name, known) for name in named}


def _key(name: str, known: Sequence[str]) -> str:
    found = next((key for key in (name, f"{name}.yaml", f"{name}.yml") if key in known), None)
    if found is None:
        near = difflib.get_close_matches(name, known, n=3, cutoff=0.5) or known
        raise LookupError(f"there is no pack {name!r}; there is {', '.join(near) or 'none'}")
    return found


def _print(packs: Sequence[PackInfo], folder: Path, off: frozenset[str], json: bool) -> None:
    if json:
        listed = [_fields(pack, folder, off) for pack in packs]
        print(as_json({"folder": str(folder), "packs": listed}))
        return
    from quizgame.content.telling.excerpt import safe

    widest = max((len(pack.key) for pack in packs), default=0)
    for pack in packs:
        print(_line(pack, widest, folder, pack.key not in off))
    asked = [pack.questions for pack in packs if pack.key not in off]
    print(f"{counted(sum(asked), 'question')} in {counted(len(asked), 'pack')} can be asked")
    print(safe(f"Your own packs belong into {folder}{'' if folder.is_dir() else ' (--open makes it)'}"))


def _line(pack: PackInfo, widest: int, folder: Path, on: bool) -> str:
    from quizgame.content.telling.excerpt import safe

    kinds = ((pack.errors, "error"), (pack.warnings, "warning"))
    wrong = ", ".join(counted(number, what) for number, what in kinds if number)
    notes = [] if _is_own(pack, folder) else ["came with the game"]
    told = "; ".join([*notes, *([wrong] if wrong else [])])
    state = "on " if on else "off"
    line = f"{state}  {pack.questions:7,}  {pack.key:{widest}}  {pack.title}"
    return safe(f"{line}  [{told}]" if told else line)


def _fields(pack: PackInfo, folder: Path, off: frozenset[str]) -> dict[str, object]:
    return {
        "key": pack.key,
        "title": pack.title,
        "file": pack.file,
        "questions": pack.questions,
        "errors": pack.errors,
        "warnings": pack.warnings,
        "on": pack.key not in off,
        "own": _is_own(pack, folder),
    }


def _is_own(pack: PackInfo, folder: Path) -> bool:
    return Path(pack.file).is_relative_to(folder)


def _open(folder: Path) -> int:
    """Open the player's folder, which is made where it is missing."""
    import queue

    from quizgame.opening import open_folder
    from quizgame.store.files import make_folder

    try:
        make_folder(folder)
    except OSError as error:
        return sorry(f"the folder {folder} cannot be made: {(error.strerror or str(error)).lower()}")
    told: queue.Queue[str] = queue.Queue()
    open_folder(folder, told.put)
    try:
        why = told.get(timeout=OPENING_S)
    except queue.Empty:
        why = "nothing answered"
    return sorry(f"the folder {folder} could not be opened: {why}", FAILED) if why else DONE
