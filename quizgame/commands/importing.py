"""`quizgame import`: makes packs of other programs' question files; knows no format and no screen."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from quizgame.commands.words import DONE, MISUSED, Commands, sorry, style
from quizgame.quiz.amounts import counted

if TYPE_CHECKING:
    from quizgame.commands.bringing import Brought, Wish

FORMATS = ("opentdb", "opentriviaqa", "aiken", "gift", "csv", "red", "kahoot", "quizizz")


def add(commands: Commands) -> None:
    """The words of the command."""
    words = commands.add_parser(
        "import",
        help="make a pack of another program's questions",
        description=(
            "Make a pack of the questions of other programs: Open Trivia DB, OpenTriviaQA, Aiken, "
            "Moodle GIFT, tables as saved from Kahoot and Quizizz, Red-DiscordBot trivia. What is in a "
            "file tells its format. What cannot be read is named with its line and the reason."
        ),
        epilog="Exit code: 0 questions were read, 1 none was, 2 wrong words.",
    )
    words.add_argument("files", nargs="+", metavar="FILE", help="a file, a folder of them, or - for a pipe")
    words.add_argument("--to", metavar="PACK", help="the pack to write, for instance my-pack.yaml")
    words.add_argument(
        "--in-game",
        action="store_true",
        help="put it into the folder that the game reads; --to names it there",
    )
    words.add_argument("--from", dest="form", choices=FORMATS, metavar="FORMAT", help=", ".join(FORMATS))
    words.add_argument("--encoding", metavar="NAME", help="what the files are saved in, for instance cp1251")
    words.add_argument("--topic", metavar="T", help="the topic of all questions (default: the file's)")
    words.add_argument("--level", type=int, choices=(1, 2, 3), help="the level of all (default: the file's)")
    words.add_argument("--source", metavar="S", help="what the reveal names as their source")
    words.add_argument("--title", metavar="T", help="the pack's title")
    words.add_argument("--author", metavar="A", help="who wrote them")
    words.add_argument("--licence", metavar="L", help="the terms they are under (default: the format's)")
    words.add_argument("--report", metavar="FILE", help="write every problem into this file")
    words.add_argument("--force", action="store_true", help="write over what is there")
    words.set_defaults(command=run)


def run(options: argparse.Namespace) -> int:
    """Read every question that can be read, write the packs, and say what came of it."""
    from quizgame.commands.bringing import Misused, bring, wish_of
    from quizgame.commands.writing import NotWritten

    try:
        wish = wish_of(options)
        brought = bring(wish)
        return _tell(brought, wish)
    except Misused as misused:
        return sorry(misused, MISUSED)
    except NotWritten as error:
        return sorry(f"{error}; nothing was written")
    except KeyboardInterrupt:
        sorry("stopped; nothing was written")
        raise


def _tell(brought: Brought, wish: Wish) -> int:
    """Print every problem, the sums, and what to do next."""
    from quizgame.content.telling import bulk
    from quizgame.content.telling.excerpt import safe

    gathered = brought.gathered
    if gathered.problems:
        print(bulk.render(gathered.problems, brought.lines_of, style()), end="\n\n")
    if brought.forms:
        print(_sums(brought))
        left_out = [problem for problem in gathered.problems if problem.severity == "error"]
        for kind, found in bulk.by_reason(left_out).items():
            print(f"{len(found):>9,}  {safe(kind)}")
    if wish.report and gathered.problems:
        print(f"{wish.report} has every one of them in full")
    if not brought.written:
        return sorry("there was no question to write, so no pack was written")
    for path, number in brought.written.items():
        print(f"{path}: {counted(number, 'question')}")
    print(_next(brought, wish))
    return _faulty(brought) if brought.faults else DONE


def _sums(brought: Brought) -> str:
    gathered = brought.gathered
    read = len(gathered.placed)
    left = gathered.found - read - gathered.doubled
    said = f"{read:,} read" + (f" ({gathered.changed:,} of them changed)" if gathered.changed else "")
    said += f", {gathered.doubled:,} doubled" if gathered.doubled else ""
    said += f", {left:,} left out" if left else ""
    return f"{counted(gathered.found, 'question')} in {counted(len(brought.forms), 'file')}: {said}"


def _next(brought: Brought, wish: Wish) -> str:
    lines = []
    if brought.stale is not None:
        lines.append(f"{brought.stale} is from an earlier import: take it away, or its questions stay")
    if wish.in_game:
        lines.append("they are in the next game")
    else:
        them = "it" if len(brought.written) == 1 else "them"
        lines.append(f"to play {them}, copy {them} into {wish.folder}, or import with --in-game")
    return "\n".join(lines)


def _faulty(brought: Brought) -> int:
    first = brought.faults[0]
    sorry(f"{first.file} cannot be played as it was written (line {first.line}: {first.what})")
    return sorry("that is a mistake of the game and not of your files: it was kept as a .faulty file")
