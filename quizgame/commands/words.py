"""What all commands share: exit codes, the words of their help, and how they print; knows no command."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:  # what one command alone needs is imported when it runs
    import argparse

    from quizgame.content.telling.messages import Style

DONE, FAILED, MISUSED = 0, 1, 2
"""Exit codes: all is well; something is wrong with the content or the machine; the words were wrong."""

CODES = "Exit code: 0 all is well, 1 something is wrong, 2 the command was not understood."
FILES = "Files lie where your system keeps them; set QUIZGAME_HOME to a folder to keep them there."

CALLED_VARIABLE = "QUIZGAME_CALLED"  # how the game was started by a program that wraps it

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - it has no other name


def called() -> str:
    """What the player types to call the game: what is printed for copying must work as it stands."""
    return os.environ.get(CALLED_VARIABLE) or "quizgame"


def sorry(what: object, code: int = FAILED) -> int:
    """Say in a sentence why it did not work; gives back the exit code."""
    print(f"quizgame: {what}", file=sys.stderr)
    return code


def style() -> Style:
    """Colours for a terminal whose owner has not forbidden them; file names as seen from here."""
    from quizgame.content.telling.messages import Style

    return Style(colour=_wants_colour(), base=_here())


def _wants_colour() -> bool:
    """NO_COLOR and FORCE_COLOR are customs of many programs; the first is the stronger one."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (sys.stdout.isatty() and os.environ.get("TERM") != "dumb")


def _here() -> Path | None:
    try:
        return Path.cwd()
    except OSError:  # the folder we were started in has been deleted
        return None


def as_json(value: object) -> str:
    """One line; where the output cannot carry every letter, those beyond ASCII are escaped and not lost."""
    return json.dumps(value, ensure_ascii=not sys.stdout.encoding.lower().startswith("utf"))
