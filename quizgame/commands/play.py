"""`quizgame play`: opens the window; knows nothing of what is shown there."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from quizgame.commands.words import CODES, DONE, FILES, Commands, sorry

if TYPE_CHECKING:
    import argparse


def add(commands: Commands) -> None:
    """The words of the command."""
    parser = commands.add_parser(
        "play",
        help="play the game (the same as no command)",
        description="Open the window and play. A run is saved when it ends, and when the window is closed.",
        epilog=f"{FILES} {CODES}",
    )
    parser.set_defaults(command=run)


def run(options: argparse.Namespace) -> int:
    """Play until the window is closed."""
    return play()


def play(opening: str = "", on_first_frame: Callable[[], None] | None = None) -> int:
    """Play until the window is closed, an `opening` challenge first; says why where there is no window."""
    gc.disable()  # until the first frame (see app): nearly all that is made by then stays
    from quizgame.screen import lean

    lean.bring_in()
    from quizgame import app, resources
    from quizgame.screen.display import NoDisplay

    try:
        app.play(on_first_frame, opening)
    except (NoDisplay, resources.Incomplete) as error:
        return sorry(error)
    finally:
        gc.enable()
    return DONE
