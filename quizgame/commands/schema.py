"""`quizgame schema`: prints the JSON Schema of packs, for editors; reads no pack."""

from __future__ import annotations

import argparse

from quizgame.commands.words import CODES, DONE, Commands


def add(commands: Commands) -> None:
    """The words of the command."""
    schema = commands.add_parser(
        "schema",
        help="print the JSON Schema of packs, for editors",
        description="Print the JSON Schema (draft 7) of packs. Editors complete and check packs with it.",
        epilog=CODES,
    )
    schema.set_defaults(command=run)


def run(options: argparse.Namespace) -> int:
    """Print the schema."""
    from quizgame.content.authoring.schema import printed

    print(printed(), end="")
    return DONE
