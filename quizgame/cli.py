"""The command line: turns words into calls, and problems into text and an exit code; knows no screen."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Callable, Sequence
from typing import TypeAlias

from quizgame import __version__

DONE, FAILED, MISUSED = 0, 1, 2
"""Exit codes: all is well; something is wrong with the content or the machine; the words were wrong."""
INTERRUPTED = 130

CODES = "Exit code: 0 all is well, 1 something is wrong, 2 the command was not understood."
FILES = "Files lie where your system keeps them; set QUIZGAME_HOME to a folder to keep them there."


def run(arguments: Sequence[str]) -> int:
    """Run one command and give back its exit code; no error reaches the caller."""
    _ready_streams()
    try:
        code = _run(arguments)
        # What cannot be written is to be known here: at the very end Python would complain in its own words.
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _discard_output()
        return DONE
    except OSError as error:
        _discard_output()
        return _sorry(f"the output could not be written: {error.strerror or error}")


def _ready_streams() -> None:
    """Make sure that there is something to print to, and that no letter is too strange for it."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # closed by whoever started us, or a Windows program without a console
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115 - no path
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _discard_output() -> None:
    """Let what is still to be printed go nowhere: whoever read it has gone, or its disk is full."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(arguments: Sequence[str]) -> int:
    parser = _parser()
    try:
        options = parser.parse_args(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else MISUSED
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except Exception as error:
        if isinstance(error, OSError) and error.errno in (errno.EPIPE, errno.ENOSPC) and not error.filename:
            raise
        return _crashed(error)


def _crashed(error: Exception) -> int:
    """Say in a sentence what nobody foresaw, and keep the details for a report."""
    from quizgame import crash

    print(f"quizgame: {crash.report(error)}", file=sys.stderr)
    return FAILED


def _sorry(error: Exception | str) -> int:
    print(f"quizgame: {error}", file=sys.stderr)
    return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quizgame",
        description="Thirty Seconds Flat: a trivia quiz about the film Heat (1995). Without a command, play.",
        epilog=f"{FILES} {CODES}",
    )
    parser.add_argument("--version", action="version", version=f"Thirty Seconds Flat {__version__}")
    parser.set_defaults(command=_play)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    _add_play(commands)
    _add_check(commands)
    _add_list(commands)
    _add_facts(commands)
    _add_scores(commands)
    _add_simulate(commands)
    return parser


Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def _add_play(commands: Commands) -> None:
    play = commands.add_parser(
        "play",
        help="play the game (the same as no command)",
        description="Open the window and play. A run is saved when it ends, and when the window is closed.",
        epilog=f"{FILES} {CODES}",
    )
    play.set_defaults(command=_play)


def _add_check(commands: Commands) -> None:
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
    check.set_defaults(command=_check)


def _add_list(commands: Commands) -> None:
    listing = commands.add_parser(
        "list",
        help="list the questions",
        description="List all questions that can be played: topic, level, question and answer.",
        epilog=CODES,
    )
    listing.add_argument("--topic", metavar="T", help="only this topic, for instance cast")
    listing.add_argument("--json", action="store_true", help="one JSON object a line")
    listing.set_defaults(command=_list)


def _add_facts(commands: Commands) -> None:
    facts = commands.add_parser(
        "facts",
        help="check every fact against the documents",
        description="Check the evidence of every fact of the Heat bank against the documents themselves.",
        epilog="Exit code: 0 every fact holds, 1 one does not, 2 there is no such folder.",
    )
    facts.add_argument("--documents", metavar="DIR", required=True, help="the folder with the five documents")
    facts.set_defaults(command=_facts)


def _add_scores(commands: Commands) -> None:
    scores = commands.add_parser(
        "scores", help="print the high scores", description="Print the high scores.", epilog=CODES
    )
    scores.add_argument("--json", action="store_true", help="every run, one JSON object a line")
    scores.set_defaults(command=_scores)


def _add_simulate(commands: Commands) -> None:
    simulate = commands.add_parser(
        "simulate",
        help="let a bot play many runs",
        description="Let a bot play many runs without a screen, to see whether the rules are balanced. It "
        "answers level 2 right with probability P, level 1 with P+0.15 and level 3 with P-0.20.",
        epilog=CODES,
    )
    simulate.add_argument(
        "--runs", type=_count, default=1000, metavar="N", help="how many runs (default 1000)"
    )
    simulate.add_argument("--skill", type=_share, default=0.65, metavar="P", help="0 to 1 (default 0.65)")
    simulate.add_argument(
        "--walk-at",
        type=_heat,
        default=None,
        metavar="H",
        help="walk after a round at this heat or more (default, and above 100: never)",
    )
    simulate.add_argument("--seed", default="heat", metavar="S", help="the same seed gives the same runs")
    simulate.add_argument("--json", action="store_true", help="one JSON object")
    simulate.set_defaults(command=_simulate)


def _count(text: str) -> int:
    number = _number(text, int)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is no number of runs; it must be 1 or more")
    return int(number)


def _share(text: str) -> float:
    number = _number(text, float)
    if not 0 <= number <= 1:
        raise argparse.ArgumentTypeError(f"{text} is no probability; it must lie between 0 and 1")
    return number


def _heat(text: str) -> int:
    number = _number(text, int)
    if number < 0:
        raise argparse.ArgumentTypeError(f"{text} is no heat; it must be 0 or more")
    return int(number)


def _number(text: str, kind: type[int] | type[float]) -> float:
    try:
        return kind(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from None


def _play(options: argparse.Namespace) -> int:
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # pygame would greet us when it is imported
    from quizgame import app, resources
    from quizgame.screen.window import NoDisplay

    try:
        app.play()
    except (NoDisplay, resources.Incomplete) as error:
        return _sorry(error)
    return DONE


def _check(options: argparse.Namespace) -> int:
    from quizgame import desk

    return desk.check(options.files, options.strict)


def _list(options: argparse.Namespace) -> int:
    from quizgame import desk

    return desk.list_questions(options.topic, options.json)


def _facts(options: argparse.Namespace) -> int:
    from quizgame import desk

    return desk.facts(options.documents)


def _scores(options: argparse.Namespace) -> int:
    from quizgame import desk

    return desk.scores(options.json)


def _simulate(options: argparse.Namespace) -> int:
    from quizgame import desk

    return desk.simulate(options.runs, options.skill, options.walk_at, options.seed, options.json)
