"""What is dealt in each mode: what was not seen yet, first what was missed; knows no screen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from quizgame import dates
from quizgame.parts import Parts
from quizgame.quiz.bank import Bank, Want
from quizgame.quiz.deal import Deal, EmptyBank, Wish, deal
from quizgame.quiz.modes import Mode
from quizgame.quiz.question import LEVELS
from quizgame.quiz.verify import daily_seed
from quizgame.store.rows import SavedRun

NOBODY = "Crew member"
PLENTY = 250
"""With so many questions of each level every run is whole: the longest asks for a hundred."""


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


def levels(parts: Parts, mode: Mode) -> tuple[tuple[int, ...], ...]:
    """The level of each question, by rounds, that a player of a mode would be dealt; fewer from a small bank.

    While there is no bank yet, what the mode asks for.
    """
    bank, spoilers = parts.content.bank, parts.settings.spoilers
    if bank is None or all(bank.count(Want(level=level, spoilers=spoilers)) >= PLENTY for level in LEVELS):
        return tuple(round.levels for round in mode.rounds)
    alone = replace(mode, rules=replace(mode.rules, crew=()))  # spares are dealt for the crew
    try:
        tried = deal(bank, alone, Wish("offer", spoilers, mode.fewest))
    except EmptyBank:
        return ()
    each = [mode.fewest if round.turns else 1 for round in mode.rounds]
    return tuple(
        tuple(card.question.level for card in cards[::step])
        for cards, step in zip(tried.rounds, each, strict=False)
    )


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
