"""`quizgame preview`: opens the game on the questions of one file; keeps no score and changes no file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.commands.words import CODES, DONE, MISUSED, Commands, sorry

if TYPE_CHECKING:
    import argparse


def add(commands: Commands) -> None:
    """The words of the command."""
    preview = commands.add_parser(
        "preview",
        help="try out the questions of one file",
        description="Open the game on just the questions of one pack, in the order of the file. No score is "
        "kept, no clock runs. Whenever the file is saved, the screen shows the question as it was saved.",
        epilog=f"Page Up and Page Down go through the questions, Esc leaves. {CODES}",
    )
    preview.add_argument(
        "file", metavar="FILE", help="the pack; it may lie anywhere, and '.yaml' be left out"
    )
    preview.add_argument("id", metavar="ID", nargs="?", help="begin with the question of this id")
    preview.set_defaults(command=run)


def run(options: argparse.Namespace) -> int:
    """Show the file's questions until the window is closed."""
    from quizgame import proof, resources
    from quizgame.commands.content import pack_file
    from quizgame.watching import Watcher

    path = pack_file(options.file).absolute()
    try:
        first = proof.first_proof(path)
        place = 0 if options.id is None else proof.place_of(first, options.id)
    except proof.Unreadable as error:
        return sorry(error)
    except proof.NoSuchQuestion as error:
        return sorry(error, MISUSED)
    from quizgame.screen import lean

    lean.bring_in()
    from quizgame import app
    from quizgame.screen.display import NoDisplay

    try:
        app.preview(proof.Proofs(path, first, Watcher), place)
    except (NoDisplay, resources.Incomplete) as error:
        return sorry(error)
    return DONE
