"""`quizgame check`: says what is wrong in question files, where, and what to do; changes none."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.commands.words import DONE, FAILED, Commands, counted, sorry, style

if TYPE_CHECKING:
    from quizgame.content.library import Library


def add(commands: Commands) -> None:
    """The words of the command."""
    check = commands.add_parser(
        "check",
        help="look for mistakes in question files",
        description="Look for mistakes in question files, and say where each is and what to do about it.",
        epilog="Exit code: 0 no errors, 1 errors (--strict: or warnings), 2 wrong words.",
    )
    check.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="packs to check, or folders of them (default: all that the game reads)",
    )
    check.add_argument("--strict", action="store_true", help="count warnings as errors")
    check.set_defaults(command=run)


def run(options: argparse.Namespace) -> int:
    """Print every problem of the files, or of all that the game reads."""
    from quizgame import resources
    from quizgame.commands.content import folders
    from quizgame.content import library, messages
    from quizgame.content.problems import Severity

    try:
        found = _named(options.files) if options.files else library.load(folders())
    except resources.Incomplete as error:
        return sorry(error)
    print(messages.render(found.problems, messages.read_lines, style()))
    packs = counted(len(found.packs), "pack")
    print(f"{counted(len(found.questions()), 'question')} in {packs} can be played")
    worst = {problem.severity for problem in found.problems}
    return FAILED if Severity.ERROR in worst or (options.strict and worst) else DONE


def _named(names: Sequence[str]) -> Library:
    """What lies in the folders and files that were named."""
    from quizgame.content import library

    paths = [Path(name) for name in names]
    inside = library.load([path for path in paths if path.is_dir()])
    single = library.load_files([path for path in paths if not path.is_dir()])
    return library.Library((*inside.packs, *single.packs), (*inside.problems, *single.problems))
