"""The command line: turns words into calls, and problems into text and an exit code; knows no screen."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import TypeAlias

from quizgame import __version__

DONE, FAILED, MISUSED = 0, 1, 2
"""Exit codes: all is well; something is wrong with the content or the machine; the words were wrong."""


def run(arguments: Sequence[str]) -> int:
    """Run one command and give back its exit code; no error reaches the caller but KeyboardInterrupt's."""
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has gone; Python would complain again when it flushes at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _run(arguments: Sequence[str]) -> int:
    parser = _parser()
    try:
        options = parser.parse_args(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else MISUSED
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except BrokenPipeError:
        raise
    except Exception as error:
        return _crashed(error)


def _crashed(error: Exception) -> int:
    """Say in a sentence what nobody foresaw, and keep the details for a report."""
    from quizgame import crash

    print(f"quizgame: {crash.report(error)}", file=sys.stderr)
    return FAILED


def _sorry(error: Exception) -> int:
    print(f"quizgame: {error}", file=sys.stderr)
    return FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="quizgame",
        description="Thirty Seconds Flat: a trivia quiz about the film Heat (1995). Without a command, play.",
        epilog="Files lie where your system keeps them; set QUIZGAME_HOME to a folder to keep them there.",
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
    play = commands.add_parser("play", help="play the game (the same as no command)")
    play.set_defaults(command=_play)


def _add_check(commands: Commands) -> None:
    check = commands.add_parser(
        "check",
        help="look for mistakes in question files",
        description="Look for mistakes in question files.",
    )
    check.add_argument(
        "files", nargs="*", metavar="FILE", help="packs to check (default: all that the game reads)"
    )
    check.add_argument("--strict", action="store_true", help="count warnings as errors")
    check.set_defaults(command=_check)


def _add_list(commands: Commands) -> None:
    listing = commands.add_parser("list", help="list the questions", description="List all questions.")
    listing.add_argument("--topic", metavar="T", help="only this topic")
    listing.add_argument("--json", action="store_true", help="one JSON object a line")
    listing.set_defaults(command=_list)


def _add_facts(commands: Commands) -> None:
    facts = commands.add_parser(
        "facts",
        help="check every fact against the documents",
        description="Check the evidence of every fact of the Heat bank against the documents themselves.",
    )
    facts.add_argument("--documents", metavar="DIR", required=True, help="the folder with the five documents")
    facts.set_defaults(command=_facts)


def _add_scores(commands: Commands) -> None:
    scores = commands.add_parser("scores", help="print the high scores", description="Print the high scores.")
    scores.add_argument("--json", action="store_true", help="every run, one JSON object a line")
    scores.set_defaults(command=_scores)


def _add_simulate(commands: Commands) -> None:
    simulate = commands.add_parser(
        "simulate",
        help="let a bot play many runs",
        description="Let a bot play many runs without a screen, to see whether the rules are balanced. It "
        "answers level 2 right with probability P, level 1 with P+0.15 and level 3 with P-0.20.",
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
        help="walk after a round at this heat (default: never)",
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
    if not 0 <= number <= 101:
        raise argparse.ArgumentTypeError(f"{text} is no heat; it must lie between 0 and 100")
    return int(number)


def _number(text: str, kind: type[int] | type[float]) -> float:
    try:
        return kind(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from None


def _play(options: argparse.Namespace) -> int:
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
