"""`quizgame export`: writes questions in the formats of other programs; changes no pack."""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.commands.words import DONE, FAILED, MISUSED, Commands, sorry
from quizgame.quiz.amounts import counted

if TYPE_CHECKING:
    from quizgame.content.formats.base import Left
    from quizgame.quiz.question import Question

FORMATS = ("gift", "aiken", "opentdb", "csv")


def add(commands: Commands) -> None:
    """The words of the command."""
    words = commands.add_parser(
        "export",
        help="write questions for another program",
        description=(
            "Write the questions of packs in the format of another program. Kinds of question that it cannot "
            "hold are left out, and named."
        ),
        epilog="Exit code: 0 questions were written, 1 none was, 2 wrong words.",
    )
    words.add_argument(
        "packs",
        nargs="+",
        metavar="PACK",
        help="a file, a folder, a pack of the game (heat) or a topic (cast)",
    )
    words.add_argument("--to", required=True, choices=FORMATS, metavar="FORMAT", help=", ".join(FORMATS))
    words.add_argument("--output", metavar="FILE", help="the file to write (default: print it)")
    words.add_argument("--topic", metavar="T", help="only the questions of this topic")
    words.add_argument("--force", action="store_true", help="write over what is there")
    words.set_defaults(command=run)


def run(options: argparse.Namespace) -> int:
    """Write what the format can hold, and say what it cannot."""
    from quizgame import resources
    from quizgame.commands.writing import NotWritten
    from quizgame.content.formats.base import Left
    from quizgame.content.formats.registry import by_name, writer

    try:
        questions = _questions(options.packs)
    except resources.Incomplete as error:
        return sorry(error)
    except LookupError as error:
        return sorry(error.args[0], MISUSED)
    chosen = [one for one in questions if options.topic in (None, one.topic)]
    text, left = writer(by_name(options.to))([one for one in chosen if one.picture is None])
    left += [Left(one.id, "the format holds no pictures") for one in chosen if one.picture is not None]
    written = len(chosen) - len(left)
    _tell(left, written)
    if not written:
        return FAILED
    try:
        _write(text, options.to, options.output, options.force)
    except NotWritten as error:
        return sorry(error)
    return DONE


def _write(text: str, form: str, output: str | None, force: bool) -> None:
    from quizgame.commands.writing import put

    if output is None:
        # Bytes, for a terminal's encoding may not have every letter, and Windows would change the line ends.
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())
        return
    # Spreadsheets take a table without this mark for something older than UTF-8.
    put({Path(output): text.encode("utf-8-sig" if form == "csv" else "utf-8")}, force)


def _tell(left: Sequence[Left], written: int) -> None:
    """What came of it, beside the text itself."""
    import textwrap

    from quizgame.content.telling.excerpt import safe

    print(f"{counted(written, 'question')} written, {len(left):,} left out", file=sys.stderr)
    reasons: defaultdict[str, list[str]] = defaultdict(list)
    for one in left:
        reasons[one.why].append(one.id)
    for why, ids in sorted(reasons.items(), key=lambda reason: -len(reason[1])):
        print(safe(f"{len(ids):>7,}  {why}:"), file=sys.stderr)
        named = textwrap.wrap(safe(", ".join(ids)), 90, break_on_hyphens=False, break_long_words=False)
        print(textwrap.indent("\n".join(named), " " * 9), file=sys.stderr)


def _questions(names: Sequence[str]) -> list[Question]:
    """The questions of what was named, each once; raises LookupError with a sentence, and Incomplete."""
    found: dict[tuple[Path, str], Question] = {}
    for name in names:
        path = Path(name)
        if path.exists():
            found |= {(path.resolve(), question.id): question for question in _of_path(path)}
        else:
            found |= {(Path(), question.id): question for question in _of_game(name)}
    return list(found.values())


def _of_path(path: Path) -> Sequence[Question]:
    from quizgame.commands.words import style
    from quizgame.content import library
    from quizgame.content.problems import Severity
    from quizgame.content.telling import bulk, messages

    loaded = library.load([path]) if path.is_dir() else library.load_files([path])
    errors = [problem for problem in loaded.problems if problem.severity is Severity.ERROR]
    if errors:
        print(bulk.summed(errors, messages.read_lines, style()), file=sys.stderr)
    return loaded.questions()


def _of_game(name: str) -> list[Question]:
    """Those of a pack that the game reads, by the beginning of its ids, or of a topic."""
    from quizgame.commands import content

    bank = content.bank()
    every = list(content.questions(bank))
    found = [one for one in every if one.id.startswith(f"{name}/")] or [
        one for one in every if one.topic == name
    ]
    if not found:
        packs = sorted({one.id.rpartition("/")[0].split("/")[0] for one in every})
        raise LookupError(
            f"there is no file, pack or topic '{name}'; there are the packs {', '.join(packs)} "
            f"and the topics {', '.join(bank.topics())}"
        )
    return found
