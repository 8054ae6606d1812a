"""`quizgame challenge`: plays the questions of a friend's code or file; knows nothing of what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgame.commands.words import CODES, FILES, Commands, sorry

if TYPE_CHECKING:
    import argparse


def add(commands: Commands) -> None:
    """The words of the command."""
    challenge = commands.add_parser(
        "challenge",
        help="play the questions of a friend's code or .score file",
        description="Play just the questions of a friend: from a code, or from a .score file with answers.",
        epilog=f"{FILES} {CODES}",
    )
    challenge.add_argument("what", nargs="+", metavar="CODE|FILE", help="the code, or the name of the file")
    challenge.set_defaults(command=run)


def run(options: argparse.Namespace) -> int:
    """Open the window with the challenge, or say why it cannot be played here."""
    from quizgame import duels, resources
    from quizgame.commands import content, play

    what = " ".join(options.what)  # a code may have been typed with blanks
    try:
        with content.bank() as bank:
            duels.duel_of(what, bank)
    except resources.Incomplete as error:
        return sorry(error)
    except duels.NoDuel as error:
        return sorry(error)
    return play.play(what)
