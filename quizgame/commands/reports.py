"""`quizgame reports`: prints the questions that were flagged, ready to be sent; changes no question."""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.commands.words import CODES, DONE, MISUSED, Commands, as_json, sorry, style
from quizgame.quiz.amounts import counted

if TYPE_CHECKING:
    from quizgame.commands.report_text import Standing
    from quizgame.content.index.catalogue import Catalogue
    from quizgame.quiz.report import Report
    from quizgame.store.paths import Places

NONE_YET = "Nothing has been flagged. After an answer, F flags the question (Y on a pad)."


def add(commands: Commands) -> None:
    """The words of the command."""
    reports = commands.add_parser(
        "reports",
        help="print the questions you have flagged",
        description="Print the questions that you have flagged in the game, pack by pack and the newest "
        "last, ready to be pasted into an e-mail or an issue.",
        epilog=CODES,
    )
    reports.add_argument(
        "--pack",
        metavar="P",
        help="only of this pack: its title, its file's name, or how its questions' ids begin",
    )
    reports.add_argument("--json", action="store_true", help="one JSON object a line")
    reports.add_argument(
        "--clear", action="store_true", help="begin anew; what was flagged stays in a file beside"
    )
    reports.set_defaults(command=run)


def run(options: argparse.Namespace) -> int:
    """Print the reports, or put them aside."""
    from quizgame import resources
    from quizgame.commands import content
    from quizgame.store import reports
    from quizgame.store.paths import find_places

    places = find_places()
    if options.clear:
        together = options.json or options.pack is not None
        return sorry("--clear goes with nothing else", MISUSED) if together else _clear(places)
    found, notices = reports.load(places)
    for notice in notices:
        print(f"quizgame: {notice}", file=sys.stderr)
    try:
        standings = _standings(content.bank(), found) if found else []
    except resources.Incomplete as error:
        return sorry(error)
    shown = [pair for pair in standings if options.pack is None or _is_of(options.pack, *pair)]
    _print(sorted(shown, key=lambda pair: pair[0].pack.casefold()), options, len(found))
    return DONE


def _standings(bank: Catalogue, reports: tuple[Report, ...]) -> list[tuple[Report, Standing]]:
    """Each report with what has become of its question."""
    from quizgame import resources
    from quizgame.commands.report_text import Standing
    from quizgame.quiz.bank import UnknownQuestion
    from quizgame.quiz.report import changes

    shipped = resources.questions()
    found = []
    for report in reports:
        try:
            placed = bank.placed(report.question)
        except UnknownQuestion:
            found.append((report, Standing("")))
        else:
            place = f"{_short(Path(placed.file), shipped)}:{placed.line}:{placed.column}"
            found.append((report, Standing(place, changes(report, placed.question))))
    return found


def _short(file: Path, shipped: Path) -> str:
    """A path that can be followed from here and tells strangers nothing about whose machine this is."""
    home = Path(os.path.expanduser("~"))  # noqa: PTH111 - Path.expanduser fails where there is no home
    for base, name in ((shipped, shipped.name), (style().base, ""), (home, "~")):
        if base is not None and file.is_relative_to(base):
            return (Path(name) / file.relative_to(base)).as_posix()
    return str(file)


def _is_of(pack: str, report: Report, standing: Standing) -> bool:
    """Whether a report is on a question of this pack."""
    name, file = pack.casefold(), standing.place.rsplit(":", 2)[0].casefold()
    return (
        report.pack.casefold() == name
        or f"{report.question.casefold()}/".startswith(f"{name.rstrip('/')}/")
        or f"/{file}".endswith(f"/{name}")
    )


def _print(shown: list[tuple[Report, Standing]], options: argparse.Namespace, flagged: int) -> None:
    from quizgame import __version__
    from quizgame.commands.report_text import block
    from quizgame.quiz.report import WORDS

    if options.json:
        for report, standing in shown:
            print(as_json(asdict(report) | {"words": WORDS[report.reason], "now": asdict(standing)}))
    elif not flagged:
        print(NONE_YET)
    elif not shown:
        print(f"Nothing of {options.pack!r} has been flagged.")
    else:
        print(f"Thirty Seconds Flat {__version__}: {counted(len(shown), 'question')} flagged\n")
        print("\n\n".join(block(report, standing) for report, standing in shown))


def _clear(places: Places) -> int:
    from datetime import datetime

    from quizgame.store import reports
    from quizgame.store.errors import NotSaved

    try:
        aside = reports.clear(places, datetime.now())  # noqa: DTZ005 - the player's own local time
    except NotSaved as error:
        return sorry(error)
    if aside is None:
        print(NONE_YET)
    else:
        print(f"Begun anew. What was flagged is in {aside}; rename it to {places.reports.name} to undo this.")
    return DONE
