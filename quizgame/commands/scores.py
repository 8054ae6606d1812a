"""`quizgame scores`: prints the high scores, or every run; knows no screen."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict

from quizgame.commands.words import CODES, DONE, Commands, as_json


def add(commands: Commands) -> None:
    """The words of the command."""
    scores = commands.add_parser(
        "scores", help="print the high scores", description="Print the high scores.", epilog=CODES
    )
    scores.add_argument("--json", action="store_true", help="every run, one JSON object a line")
    scores.set_defaults(command=run)


def run(options: argparse.Namespace) -> int:
    """Print the table of The Score, or every run."""
    from quizgame.quiz.modes import THE_SCORE
    from quizgame.store.paths import find_places
    from quizgame.store.scores import Scores

    kept = Scores.open(find_places())
    for notice in kept.notices:
        print(f"quizgame: {notice}", file=sys.stderr)
    if options.json:
        for saved in kept.runs():
            print(as_json({"id": saved.run_id, **asdict(saved.run)}))
        return DONE
    rows = kept.table(THE_SCORE.id, "")
    if not rows:
        print(f"Nobody is on the table of {THE_SCORE.title} yet.")
    for row in rows:
        print(
            f"{row.place:3}  {row.player:24}  ${row.take:>12,}  {row.correct:2} of {row.asked:2}  "
            f"{row.ended:9}  {row.finished[:10]}"
        )
    return DONE
