"""Whether a run's score follows from what was dealt and answered: it is played again; knows no file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from quizgame.quiz import rules
from quizgame.quiz.bank import Bank
from quizgame.quiz.deal import Deal, Wish, deal
from quizgame.quiz.events import from_json
from quizgame.quiz.modes import MODES, Mode
from quizgame.quiz.record import Circumstances, record
from quizgame.quiz.rules import assist_of
from quizgame.quiz.run import Run
from quizgame.quiz.session import replay
from quizgame.quiz.state import Session, start

LONGEST = 1_000_000  # characters of a deal or a log; real ones have some thousand
MOST_EVENTS = 10_000


class Verdict(StrEnum):
    """What checking a run came to."""

    CHECKED = "checked"
    WRONG = "does not add up"
    OTHER_BANK = "other bank"


@dataclass(frozen=True, slots=True)
class Verified:
    """A verdict with the reason in a sentence; `end` is the session as it was played again, if it was."""

    verdict: Verdict
    why: str = ""
    end: Session | None = None


class _NotSo(ValueError):
    """Something in a run contradicts the rest of it."""


def verify(run: Run, bank: Bank) -> Verified:
    """Deal and play a run again; never raises, whatever the run holds."""
    mode = MODES.get(run.mode)
    if mode is None:
        return Verified(Verdict.OTHER_BANK, f"This game has no mode {run.mode!r}.")
    if run.rules != rules.VERSION:
        return Verified(Verdict.OTHER_BANK, f"It was played by rules {run.rules}; these are {rules.VERSION}.")
    if run.bank != bank.fingerprint:
        return Verified(Verdict.OTHER_BANK, "It was played with other questions than these.")
    try:
        return Verified(Verdict.CHECKED, end=_played_again(run, mode, bank))
    except (ValueError, LookupError, TypeError, ArithmeticError, RecursionError, AttributeError) as error:
        return Verified(Verdict.WRONG, str(error) if isinstance(error, _NotSo) else "Its log makes no sense.")


def wish_of(run: Run) -> Wish:
    """The wish that a run's deal came from.

    Raises ValueError, LookupError, TypeError, AttributeError or RecursionError where it tells none.
    """
    if len(run.deal) > LONGEST:
        raise _NotSo("Its deal is too long.")
    told = json.loads(run.deal).get("wish")
    if told is None:  # as the first runs by rules 1 were kept
        return Wish(run.seed)
    passed, first = tuple(map(_whole, told["passed"])), tuple(map(_text, told["first"]))
    return Wish(run.seed, _yes_or_no(told["spoilers"]), _whole(told["players"]), passed, first)


def _played_again(run: Run, mode: Mode, bank: Bank) -> Session:
    """The end of the run; raises where it differs from what was kept."""
    if len(run.log) > LONGEST:
        raise _NotSo("Its log is too long.")
    log = from_json(run.log)
    if len(log) > MOST_EVENTS:
        raise _NotSo("Its log is too long.")
    dealt, assist = _dealt_again(run, mode, bank), assist_of(run.assist)
    if not 0 <= run.seat < dealt.players:
        raise _NotSo("Nobody played on its seat.")
    end = replay(start(mode, dealt, assist), log)
    about = Circumstances(run.player, run.started, run.finished, run.game)
    again = record(end, log, assist, about, run.seat)
    _compare(run, again)
    return end


def _dealt_again(run: Run, mode: Mode, bank: Bank) -> Deal:
    wish = wish_of(run)
    if mode.dated and run.seed != daily_seed(run.started[:10]):
        raise _NotSo("It was not dealt for the date on which it was played.")
    if wish.first and mode.ranked:
        raise _NotSo("Its questions were chosen.")
    if not mode.fewest <= wish.players <= mode.most:
        raise _NotSo(f"This mode is not for {wish.players} players.")
    dealt = deal(bank, mode, wish)
    if not _is_same_deal(dealt, run.deal):
        raise _NotSo("Its questions are not those that its seed deals.")
    return dealt


def daily_seed(date: str) -> str:
    """The seed of the Daily Job of a date (ISO 8601, the player's own)."""
    return f"daily/{date}"


def _is_same_deal(dealt: Deal, kept: str) -> bool:
    again, told = json.loads(dealt.to_json()), json.loads(kept)
    return all(again[part] == told[part] for part in ("cards", "spares"))


def _compare(kept: Run, again: Run) -> None:
    for name, what in (
        ("take", "take"),
        ("correct", "number of right answers"),
        ("asked", "number of questions"),
        ("played_ms", "time"),
        ("ended", "ending"),
        ("answers", "list of answers"),
    ):
        if getattr(kept, name) != getattr(again, name):
            raise _NotSo(f"Played again, its {what} is another.")


def _whole(value: Any) -> int:
    if type(value) is not int or not 0 <= value < 2**31:
        raise _NotSo("Its deal makes no sense.")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _NotSo("Its deal makes no sense.")
    return value


def _yes_or_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise _NotSo("Its deal makes no sense.")
    return value
