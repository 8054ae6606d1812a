"""`quizgame scores`: prints, checks and moves the high scores; knows no screen."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from quizgame.commands.words import CODES, DONE, FAILED, MISUSED, Commands, as_json, sorry
from quizgame.quiz.amounts import counted

if TYPE_CHECKING:
    from quizgame.quiz.bank import Bank
    from quizgame.quiz.verify import Verified
    from quizgame.store.rows import SavedRun
    from quizgame.store.scores import Scores

PERIODS = {"today": "today", "week": "this week", "month": "this month", "ever": "ever"}


def add(commands: Commands) -> None:
    """The words of the command."""
    scores = commands.add_parser(
        "scores",
        help="print, check and move the high scores",
        description="Print a table of high scores; or check all runs, move them, or print one in full.",
        epilog=f"{CODES} --verify ends with 1 where a run does not add up.",
    )
    scores.add_argument(
        "--mode", metavar="M", default="the-score", help="the mode, for instance the-daily-job"
    )
    scores.add_argument(
        "--assist", metavar="A", default="", help="the table of an assist: clock x2, challenge"
    )
    scores.add_argument(
        "--bank", choices=("this", "all"), default="all", help="runs with these questions only"
    )
    scores.add_argument("--period", choices=tuple(PERIODS), default="ever", help="runs of these days only")
    scores.add_argument("--json", action="store_true", help="every run, one JSON object a line")
    instead = scores.add_mutually_exclusive_group()
    instead.add_argument("--verify", action="store_true", help="play every run again and say if it adds up")
    instead.add_argument("--export", metavar="FILE", help="write all runs to a file")
    scores.add_argument("--force", action="store_true", help="with --export: write over what is there")
    instead.add_argument("--import", metavar="FILE", dest="bring", help="take in the runs of such a file")
    instead.add_argument(
        "--report", metavar="RUN", type=_run_number, help="print the run of this number in full"
    )
    scores.set_defaults(command=run)


def _run_number(text: str) -> int:
    number = int(text) if text.isascii() and text.isdigit() else 0
    if not 0 < number < 2**63:
        raise argparse.ArgumentTypeError(
            f"{text!r} is no run's number; `quizgame scores --verify` lists them"
        )
    return number


def run(options: argparse.Namespace) -> int:
    """Do what the words ask for."""
    from quizgame import resources
    from quizgame.store.paths import find_places
    from quizgame.store.scores import Scores

    kept = Scores.open(find_places())
    told = _tell(kept.notices)
    try:
        return _chosen(options, kept)
    except resources.Incomplete as error:
        return sorry(error)
    finally:
        _tell(kept.notices[told:])  # what came to light on the way


def _tell(notices: Sequence[str]) -> int:
    """Say what the player should know; returns how many sentences that were."""
    for notice in notices:
        print(f"quizgame: {notice}", file=sys.stderr, flush=True)
    return len(notices)


def _chosen(options: argparse.Namespace, kept: Scores) -> int:
    if options.verify:
        return _verify(kept, options.json)
    if options.export is not None:
        return _export(kept, Path(options.export), options.force)
    if options.bring is not None:
        return _bring(kept, Path(options.bring))
    if options.report is not None:
        return _report(kept, options.report)
    if options.json:
        for saved in kept.each():
            print(as_json({"id": saved.run_id, **asdict(saved.run)}))
        return DONE
    return _print_table(options, kept)


def _print_table(options: argparse.Namespace, kept: Scores) -> int:
    from datetime import datetime

    from quizgame.quiz.modes import MODES
    from quizgame.quiz.rules import ASSISTS
    from quizgame.store.tables import Board, Period

    mode = MODES.get(options.mode)
    if mode is None or not mode.ranked:
        ranked = ", ".join(mode.id for mode in MODES.values() if mode.ranked)
        return sorry(f"there is no table of {options.mode!r}; there are {ranked}", MISUSED)
    if options.assist not in ASSISTS:
        labels = ", ".join(repr(label) for label in ASSISTS if label)
        return sorry(f"there is no assist {options.assist!r}; there are {labels}", MISUSED)
    bank = _bank().fingerprint if options.bank == "this" else None
    today, period = datetime.now().astimezone().date(), Period(PERIODS[options.period])
    rows = kept.standings(Board(mode.id, options.assist, bank, period, today))
    if not rows:
        narrow = bank or options.assist or options.period != "ever"
        print(f"Nobody is on {'this' if narrow else 'the'} table of {mode.title} yet.")
    for row in rows:
        print(
            f"{row.place:3}  {row.player:24}  ${row.take:>12,}  {row.correct:2} of {row.asked:2}  "
            f"{row.ended:9}  {row.started[:10]}"
        )
    return DONE


def _verify(kept: Scores, json: bool) -> int:
    """Play every run again."""
    from quizgame.quiz.share import headline
    from quizgame.quiz.verify import Verdict, verify

    bank, found, unsealed = _bank(), Counter[Verdict](), 0
    for saved in kept.each():
        verified = verify(saved.run, bank)
        found[verified.verdict] += 1
        unsealed += not saved.sealed
        if json:
            print(as_json(_told(saved, verified)))
            continue
        edited = "" if saved.sealed else " (not as the game wrote it)"
        why = f"  {verified.why}" if verified.why else ""
        print(f"{saved.run_id:5}  {verified.verdict:15}  {headline(saved.run)}{edited}{why}")
    if not json:
        counts = ", ".join(f"{found[verdict]:,} {verdict}" for verdict in Verdict)
        edited = f"; {unsealed:,} not as the game wrote it, without a tick" if unsealed else ""
        print(f"{counted(found.total(), 'run')}: {counts}{edited}")
    return FAILED if found[Verdict.WRONG] else DONE


def _told(saved: SavedRun, verified: Verified) -> dict[str, object]:
    verdict, why = str(verified.verdict), verified.why
    return {"id": saved.run_id, "verdict": verdict, "why": why, "sealed": saved.sealed}


def _export(kept: Scores, file: Path, force: bool) -> int:
    from quizgame.store.errors import NotSaved

    if file.is_file() and not force:
        return sorry(f"{file} is there already; --force writes over what is there")
    try:
        count = kept.export_to(file)
    except NotSaved as error:
        return sorry(error)
    print(f"{counted(count, 'run')} written to {file}")
    return DONE


def _bring(kept: Scores, file: Path) -> int:
    from quizgame.quiz.runfile import BadFile
    from quizgame.store.errors import NotSaved

    try:
        brought = kept.import_from(file)
    except (BadFile, NotSaved) as error:
        return sorry(f"nothing is imported. {error}")
    print(f"{counted(brought.added, 'run')} imported, {brought.known:,} known before")
    if brought.unsealed:
        print(f"{counted(brought.unsealed, 'run')} of them not as the game wrote it: kept without a tick")
    return DONE


def _report(kept: Scores, number: int) -> int:
    """Print one run in full."""
    from quizgame.quiz.run_report import report
    from quizgame.quiz.verify import verify
    from quizgame.store.errors import UnknownRun

    try:
        run = kept.run(number)
    except UnknownRun:
        return sorry(f"there is no run {number}; `quizgame scores --verify` lists all with their numbers")
    print(report(run, verify(run, _bank())))
    return DONE


def _bank() -> Bank:
    from quizgame.commands import content

    return content.bank()
