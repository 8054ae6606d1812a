"""What becomes of an error that nobody foresaw: a sentence for the player, the details in a file."""

from __future__ import annotations

import os
import tempfile
import traceback
from pathlib import Path

from quizgame import __version__


def report(error: BaseException) -> str:
    """Write the details to a file and give back a sentence that says where they are."""
    what = f"something went wrong that should not have ({type(error).__name__}: {error})"
    try:
        handle, name = tempfile.mkstemp(prefix="quizgame-", suffix=".txt")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(f"Thirty Seconds Flat {__version__}\n\n")
            file.write("".join(traceback.format_exception(error)))
    except OSError:
        return f"{what}."
    return f"{what}; the details are in {Path(name)}, please send them with your report."
