"""A run in a few lines to send to friends: how it went, and nothing that was asked; knows no clipboard."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from quizgame.quiz.modes import MODES
from quizgame.quiz.run import Ending, Run

GAME = "Thirty Seconds Flat"
RIGHT, WRONG = "■", "□"


def headline(run: Run) -> str:
    """The run in a sentence that can be read aloud: mode, take, right answers, how it ended."""
    mode = MODES.get(run.mode)
    parts = [f"${run.take:,}"] if mode is None or mode.rules.answer_dollars else []
    parts += [f"{run.correct} of {run.asked}", ending(run)]
    title = mode.title if mode else run.mode
    when = f", {run.seed.removeprefix('daily/')}" if mode and mode.dated else ""
    assist = f" ({run.assist})" if run.assist else ""
    return f"{title}{when}{assist}: {', '.join(part for part in parts if part)}"


def ending(run: Run) -> str:
    """How a run ended, in words; "" where nothing needs to be said."""
    match run.ended:
        case Ending.WALKED:
            return f"walked after round {rounds_played(run)}"
        case Ending.BUSTED:
            return f"busted in round {rounds_played(run)}"
        case Ending.ABANDONED:
            return "called off"
        case Ending.TIME:
            return "time up"
        case Ending.CLEAR:
            return "got away clean" if (mode := MODES.get(run.mode)) and mode.rules.walk else ""


def share(run: Run, code: str = "") -> str:
    """The lines to send; `code` is the challenge, if there is one."""
    lines = [headline(run), *marks(run)]
    if code:
        lines.append(f"Same questions: {code}")
    return "\n".join([*lines, GAME])


def marks(run: Run) -> list[str]:
    """A row of marks, filled for right and empty for missed; round by round where there are several."""
    rounds = [chunk for chunk in _chunks(run) if chunk]
    rows = ["".join(RIGHT if right else WRONG for right in chunk) for chunk in rounds]
    if len(rows) == 1:
        return [rows[0][at : at + 25] for at in range(0, len(rows[0]), 25)]
    return [" ".join(f"{number} {row}" for number, row in enumerate(rows, start=1))] if rows else []


def rounds_played(run: Run) -> int:
    """The round, from 1, in which the last question was asked."""
    return max(1, sum(1 for chunk in _chunks(run) if chunk))


def _chunks(run: Run) -> Iterator[Sequence[bool]]:
    rest = [answer.right for answer in run.answers]
    for size in _sizes(run):
        yield rest[:size]
        rest = rest[size:]
    yield rest


def _sizes(run: Run) -> list[int]:
    """How many questions of each round are this player's; one round of all where the deal does not say."""
    try:
        told = json.loads(run.deal)
        rounds, players = told["cards"], told.get("wish", {}).get("players", 1)
        mode = MODES[run.mode]
        if mode.rules.buzzers:  # who was quicker answered, so the rounds cannot be told apart
            return [len(run.answers)]
        return [len(round) // (players if mode.rounds[0].turns else 1) for round in rounds]
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError, RecursionError):
        return [len(run.answers)]
