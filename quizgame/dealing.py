"""What is dealt in each mode: what was not seen yet, first what was missed; knows no screen."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from quizgame import dates
from quizgame.parts import Parts
from quizgame.quiz.bank import Bank
from quizgame.quiz.deal import Deal, EmptyBank, Wish, deal
from quizgame.quiz.modes import Mode
from quizgame.quiz.verify import daily_seed
from quizgame.store.rows import SavedRun

NOBODY = "Crew member"


def player_of(parts: Parts) -> str:
    """Whose runs are kept on this machine, until a run is signed by another name."""
    return parts.settings.player or NOBODY


def wish_for(parts: Parts, mode: Mode, moment: datetime, players: int = 1, first: Iterable[str] = ()) -> Wish:
    """What to deal in a mode that begins at a local date and time; `first` is to be asked before all else."""
    spoilers = parts.settings.spoilers
    if mode.dated:
        return Wish(daily_seed(moment.date().isoformat()), spoilers)
    chosen = tuple(first)
    if mode.missed_first:
        missed = parts.scores.missed(player_of(parts))
        chosen = tuple(dict.fromkeys((*chosen, *missed)))[: mode.questions]
    return Wish(parts.world.seed(), spoilers, players, first=chosen)


def dealt(parts: Parts, mode: Mode, wish: Wish, challenge: bool, bank: Bank | None) -> Deal | None:
    """The deal, or None where there is nothing to ask.

    What this player has seen is not dealt again while there is something else. A day's job and a challenge
    are the same for everybody: they look at nothing but the bank.
    """
    if bank is None:
        return None
    same_for_all = mode.dated or challenge
    seen = None if same_for_all else parts.scores.seen.seen(parts.settings.player)
    try:
        return deal(bank, mode, wish, seen)
    except EmptyBank:
        return None


def todays_attempt(parts: Parts, moment: datetime) -> SavedRun | None:
    """The attempt at the job of a day that counts; None where there is none yet."""
    if parts.content.bank is None:
        return None
    seed = daily_seed(moment.date().isoformat())
    return parts.scores.daily(seed, parts.content.bank.fingerprint, player_of(parts))


def gone_back(parts: Parts, moment: datetime) -> str:
    """A sentence where the calendar shows a day before one whose job was played; "" where it does not."""
    today = moment.date().isoformat()
    latest = parts.scores.latest_job().removeprefix("daily/")
    if latest <= today:
        return ""
    return (
        f"The calendar has gone back: you have played on {dates.in_words(latest)}, and this is the job of "
        f"{dates.in_words(today)}."
    )
