"""`quizgame simulate`: lets a bot play many runs, to see whether the rules are balanced; shows no screen."""

from __future__ import annotations

import argparse
import time

from quizgame.commands.words import CODES, DONE, Commands, as_json, sorry

NEVER = 101  # more heat than there is


def add(commands: Commands) -> None:
    """The words of the command."""
    simulate = commands.add_parser(
        "simulate",
        help="let a bot play many runs",
        description="Let a bot play many runs without a screen, to see whether the rules are balanced. It "
        "answers level 2 right with probability P, level 1 with P+0.15 and level 3 with P-0.20.",
        epilog=CODES,
    )
    simulate.add_argument(
        "--runs", type=_count, default=1000, metavar="N", help="how many runs (default 1000)"
    )
    simulate.add_argument("--skill", type=_share, default=0.65, metavar="P", help="0 to 1 (default 0.65)")
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


def _number(text: str, kind: type[int] | type[float]) -> float:
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
    """Let a bot play The Score and print what came of it."""
    from quizgame import resources
    from quizgame.commands import content
    from quizgame.quiz.bank import MemoryBank
    from quizgame.quiz.deal import EmptyBank
    from quizgame.quiz.modes import THE_SCORE
    from quizgame.quiz.simulate import Bot, simulate

    runs, skill, walk_at, seed = options.runs, options.skill, options.walk_at, options.seed
    bot = Bot(skill, NEVER if walk_at is None else walk_at)
    began = time.perf_counter()
    try:
        # In memory, for a simulation asks for the questions many thousand times.
        found = simulate(MemoryBank(content.questions(content.bank())), THE_SCORE, bot, runs, seed)
    except (EmptyBank, resources.Incomplete) as error:
        return sorry(error)
    rate = runs / (time.perf_counter() - began)
    result = {
        "mode": THE_SCORE.id, "runs": found.runs, "skill": skill, "walk_at": walk_at, "seed": seed,
        "mean_take": round(found.mean_take), "busted": found.busted, "walked": found.walked,
        "clear": found.clear, "busted_share": found.busted / runs, "runs_per_second": round(rate),
    }  # fmt: skip
    if options.json:
        print(as_json(result))
        return DONE
    print(f"{THE_SCORE.title}: {runs} runs, skill {skill}, {_walks(walk_at)}, seed {seed}")
    print(f"mean take  ${found.mean_take:,.0f}")
    for name in ("busted", "walked", "clear"):
        print(f"{name:9}  {result[name]:6}  {100 * getattr(found, name) / runs:5.1f} %")
    print(f"{rate:,.0f} runs a second")
    return DONE


def _walks(walk_at: int | None) -> str:
    return "never walks" if walk_at is None else f"walks at heat {walk_at}"
