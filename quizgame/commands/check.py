"""`quizgame check`: says what is wrong in question files, where, and what to do; decides nothing itself."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.commands.progress import Progress
from quizgame.commands.words import DONE, FAILED, Commands, as_json, sorry, style
from quizgame.quiz.amounts import counted

if TYPE_CHECKING:
    from quizgame.content.library import Library

_FORMATS = ("text", "json", "github")


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
    check.add_argument(
        "--format",
        choices=_FORMATS,
        default="text",
        help="for people (text), for programs (json), or for GitHub's annotations (github)",
    )
    check.add_argument(
        "--fix",
        action="store_true",
        help="first correct misspelt keys and add missing ids (default: in your own packs); "
        "each file as it was is kept as FILE.bak",
    )
    check.add_argument("--diff", action="store_true", help="only show what --fix would change")
    check.set_defaults(command=run)


def run(options: argparse.Namespace) -> int:
    """Print every problem of the files, or of all that the game reads."""
    from quizgame import resources
    from quizgame.commands import content, fix

    fixed = DONE
    if options.diff:
        return fix.show(options.files)
    if options.fix:
        fixed = fix.fix(options.files, sys.stdout if options.format == "text" else sys.stderr)
    try:
        found = _named(options.files) if options.files else _all(content.folders())
    except resources.Incomplete as error:
        return sorry(error)
    _print(found, options.format)
    worst = {problem.severity.value for problem in found.problems}
    return FAILED if fixed or "error" in worst or (options.strict and worst) else DONE


def _all(folders: Sequence[Path]) -> Library:
    from quizgame.content import library

    with Progress(sys.stderr) as progress:
        return library.load(folders, progress.showing("checking"))


def _named(names: Sequence[str]) -> Library:
    """What lies in the folders and files that were named."""
    from quizgame.commands import content
    from quizgame.content import library

    paths = [content.pack_file(name) for name in names]
    with Progress(sys.stderr) as progress:
        report = progress.showing("checking")
        inside = library.load([path for path in paths if path.is_dir()], report)
        single = library.load_files([path for path in paths if not path.is_dir()], report)
    return library.Library((*inside.packs, *single.packs), (*inside.problems, *single.problems))


def _print(found: Library, form: str) -> None:
    from quizgame.content.telling import annotations, bulk, messages

    look = style()
    if form == "json":
        rows = (as_json(annotations.row(problem, look.base)) for problem in found.problems)
        print(annotations.document(rows))
        return
    if form == "text":
        print(bulk.summed(found.problems, messages.read_lines, look))
    else:
        for problem in found.problems:
            print(annotations.annotation(problem, look.base))
        print(messages.summary(found.problems))
    packs = counted(len(found.packs), "pack")
    print(f"{counted(len(found.questions()), 'question')} in {packs} can be played")
