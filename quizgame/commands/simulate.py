"""`quizgame simulate`: lets a bot play many runs, to see whether the rules are balanced; shows no screen."""

from __future__ import annotations

import argparse
import time
from dataclasses import asdict
from typing import TYPE_CHECKING

from quizgame.commands.words import CODES, DONE, Commands, as_json, sorry

if TYPE_CHECKING:
    from quizgame.quiz.simulate import Outcome

NEVER = 101  # more heat than there is


def add(commands: Commands) -> None:
    """The words of the command."""
    simulate = commands.add_parser(
        "simulate",
        help="let a bot play many runs",
        description="Let a bot play many runs without a screen, to see whether the rules are balanced. It "
        "answers level 2 right with probability P, level 1 with P+0.15 and level 3 with P-0.20. Where "
        "several play, there are as few as the mode takes, all alike.",
        epilog=CODES,
    )
    simulate.add_argument(
        "--mode", type=_mode, default="the-score", metavar="M", help="the mode (default the-score)"
    )
    simulate.add_argument(
        "--runs", type=_count, default=1000, metavar="N", help="how many runs (default 1000)"
    )
    simulate.add_argument("--skill", type=_share, default=0.65, metavar="P", help="0 to 1 (default 0.65)")
    simulate.add_argument(
        "--thinks", type=_seconds, default=10, metavar="S", help="seconds for each answer (default 10)"
    )
    simulate.add_argument(
        "--walk-at",
        type=_heat,
        default=None,
        metavar="H",
        help="walk after a round at this heat or more (default, and above 100: never)",
    )
    simulate.add_argument(
        "--seed", type=_seed, default="heat", metavar="S", help="the same seed gives the same runs"
    )
    simulate.add_argument("--json", action="store_true", help="one JSON object")
    simulate.set_defaults(command=run)


def _mode(text: str) -> str:
    from quizgame.quiz.modes import MODES

    if text not in MODES:
        raise argparse.ArgumentTypeError(f"there is no mode {text!r}; there are {', '.join(MODES)}")
    return text


def _seconds(text: str) -> float:
    number = _number(text, float)
    if not 0 <= number <= 3_600:
        raise argparse.ArgumentTypeError(f"{text} is no time to think; it must lie between 0 and 3600")
    return number


def _count(text: str) -> int:
    number = _number(text, int)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is no number of runs; it must be 1 or more")
    return int(number)


def _share(text: str) -> float:
    number = _number(text, float)
    if not 0 <= number <= 1:
        raise argparse.ArgumentTypeError(f"{text} is no probability; it must lie between 0 and 1")
    return number


def _heat(text: str) -> int:
    number = _number(text, int)
    if number < 0:
        raise argparse.ArgumentTypeError(f"{text} is no heat; it must be 0 or more")
    return int(number)


def _number(text: str, kind: type[int | float]) -> float:
    try:
        return kind(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from None


def _seed(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError:  # bytes that are no text in the system's encoding reach us so
        raise argparse.ArgumentTypeError(f"{text!r} is no text; use letters and digits") from None
    return text


def run(options: argparse.Namespace) -> int:
    """Let a bot play a mode and print what came of it."""
    from quizgame import resources
    from quizgame.quiz.deal import EmptyBank

    began = time.perf_counter()
    try:
        found = _simulated(options)
    except (EmptyBank, resources.Incomplete) as error:
        return sorry(error)
    rate = options.runs / (time.perf_counter() - began)
    if options.json:
        asked = {"mode": options.mode, "skill": options.skill, "walk_at": options.walk_at}
        words = asked | {"thinks": options.thinks, "seed": options.seed}
        shares = {"busted_share": found.busted / options.runs, "runs_per_second": round(rate)}
        print(as_json(words | asdict(found) | {"mean_take": round(found.mean_take)} | shares))
        return DONE
    _print(options, found)
    print(f"{rate:,.0f} runs a second")
    return DONE


def _simulated(options: argparse.Namespace) -> Outcome:
    from quizgame.commands import content
    from quizgame.quiz.bank import MemoryBank
    from quizgame.quiz.modes import MODES
    from quizgame.quiz.simulate import Bot, simulate

    walk_at = NEVER if options.walk_at is None else options.walk_at
    bot = Bot(options.skill, walk_at, round(1000 * options.thinks))
    # In memory, for a simulation asks for the questions many thousand times.
    bank = MemoryBank(content.questions(content.bank()))
    return simulate(bank, MODES[options.mode], bot, options.runs, options.seed)


def _print(options: argparse.Namespace, found: Outcome) -> None:
    from quizgame.quiz.modes import MODES

    mode, runs = MODES[options.mode], options.runs
    walks = f", {_walks(options.walk_at)}" if mode.rules.walk else ""
    print(f"{mode.title}: {runs} runs, skill {options.skill}{walks}, seed {options.seed}")
    print(f"mean take  ${found.mean_take:,.0f}{' a player' if mode.most > 1 else ''}")
    print(f"mean right  {found.mean_right:.1f} of {found.mean_asked:.1f}")
    ends = ("busted", "walked", "clear") if mode.rules.walk else ("clear", "time")
    for name in ends:
        count = getattr(found, name)
        print(f"{name:9}  {count:6}  {100 * count / runs:5.1f} %")


def _walks(walk_at: int | None) -> str:
    return "never walks" if walk_at is None else f"walks at heat {walk_at}"
