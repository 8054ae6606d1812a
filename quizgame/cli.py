"""The command line: turns words into calls, and problems into text and an exit code; knows no screen."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from quizgame import __version__
from quizgame.commands import play
from quizgame.commands.words import CODES, DONE, FAILED, FILES, MISUSED, Commands, called, sorry

if TYPE_CHECKING:  # the game itself is started without words, and should not wait for them
    import argparse

INTERRUPTED = 130


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
        return sorry(f"the output could not be written: {error.strerror or error}")


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
    if not arguments:
        return _guarded(play.play)
    try:
        options = _parser().parse_args(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else MISUSED
    command: Callable[[argparse.Namespace], int] = options.command
    return _guarded(lambda: command(options))


def _guarded(command: Callable[[], int]) -> int:
    """The exit code of a command, whatever goes wrong in it; a pipe or disk that is gone is the caller's."""
    try:
        return command()
    except Exception as error:
        if isinstance(error, OSError) and error.errno in (errno.EPIPE, errno.ENOSPC) and not error.filename:
            raise
        return _crashed(error)


def _crashed(error: Exception) -> int:
    """Say in a sentence what nobody foresaw, and keep the details for a report."""
    from quizgame import crash

    print(f"quizgame: {crash.report(error)}", file=sys.stderr)
    return FAILED


def _parser() -> argparse.ArgumentParser:
    import argparse

    parser = argparse.ArgumentParser(
        prog=called(),
        description="Thirty Seconds Flat: a trivia quiz about the film Heat (1995). Without a command, play.",
        epilog=f"{FILES} {CODES}",
    )
    parser.add_argument("-V", "--version", action="version", version=f"Thirty Seconds Flat {__version__}")
    _add_commands(parser.add_subparsers(title="commands", metavar="COMMAND"))
    return parser


def _add_commands(commands: Commands) -> None:
    """Every command with its words, in the order in which the help names them."""
    from quizgame.commands import (
        challenge,
        check,
        exporting,
        facts,
        importing,
        listing,
        new,
        packs,
        preview,
        reports,
        schema,
        scores,
        simulate,
    )

    for command in (
        play,
        challenge,
        new,
        check,
        schema,
        preview,
        packs,
        importing,
        exporting,
        listing,
        facts,
        scores,
        reports,
        simulate,
    ):
        command.add(commands)
