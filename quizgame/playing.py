"""The storyboard of a run, from the choice of a mode to its place on the table; knows no pixels."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from quizgame import afterwards, dates, dealing, offers, rounds, seating
from quizgame.attempt import Attempt, was_cut_off
from quizgame.game import Game
from quizgame.parts import Parts
from quizgame.quiz.deal import Deal, Wish
from quizgame.quiz.ghost import Ghost
from quizgame.quiz.modes import MODES, STAKEOUT, THE_DAILY_JOB, Mode
from quizgame.quiz.state import start
from quizgame.screen.scene import Scene, show
from quizgame.screen.scenes.howto import HowToScene
from quizgame.screen.scenes.message import MessageScene
from quizgame.screen.scenes.modes import Explain, ModesScene
from quizgame.screen.terms import Player
from quizgame.sitting import Sitting
from quizgame.waiting import wait_for

if TYPE_CHECKING:
    from quizgame.quiz.bank import Bank
    from quizgame.store.rows import SavedRun

Part = Generator[Scene[Any], Any, None]
Answering = Generator[Scene[Any], Any, bool]


def choose_and_play(parts: Parts) -> Part:
    """The choice of a mode, and runs of it for as long as the player wants another."""
    chosen = ""
    while True:
        choice = yield from show(ModesScene(offers.Offers(parts).look, chosen))
        match choice:
            case None:
                return
            case Explain(chosen):
                yield from show(HowToScene(MODES[chosen]))
            case str(chosen):
                if (yield from _play_on(parts, MODES[chosen])):
                    return


def play_daily(parts: Parts) -> Part:
    """The job of the day, without a choice of modes before it."""
    yield from _play_on(parts, THE_DAILY_JOB)


def _play_on(parts: Parts, mode: Mode) -> Answering:
    """Runs of a mode; gives back whether one was played, and not only thought of."""
    players: tuple[Player, ...] = ()
    again, played = True, False
    while again:
        if mode.most > 1:
            seated = yield from seating.seat_players(mode, players, parts.settings.player)
            if seated is None:
                return played
            players = seated
        again = yield from play_run(parts, mode, players=players)
        played = True
    return played


def play_stakeout(parts: Parts, first: Iterable[str]) -> Part:
    """Questions of these ids without a clock, and more of the kind for as long as the player likes."""
    ids = tuple(first)
    while (yield from play_run(parts, STAKEOUT, first=ids)):
        ids = ()


def play_run(
    parts: Parts,
    mode: Mode,
    wish: Wish | None = None,
    ghost: Ghost | None = None,
    players: tuple[Player, ...] = (),
    first: Iterable[str] = (),
    bank: Callable[[], Bank | None] | None = None,
) -> Answering:
    """One run, from `bank` or from all that is there; gives back whether the player wants another at once.

    With a `wish` it is a challenge, perhaps against a `ghost`. `first` are ids of questions to begin with.
    """
    progress = parts.content.progress if bank is None else lambda: None
    if not (yield from wait_for(parts.content.ready, progress)):
        return False
    if wish and wish.players > 1 and not players:
        players = (yield from seating.seat_players(mode, (), parts.settings.player, wish.players)) or ()
        if not players:
            return False
    moment = parts.world.today()
    asked_for = wish or dealing.wish_for(parts, mode, moment, max(1, len(players)), first)
    dealt = dealing.dealt(parts, mode, asked_for, wish is not None, bank() if bank else parts.content.bank)
    made = _game(parts, mode, dealt, wish is not None, players, ghost, moment) if dealt else None
    if made is None:
        yield from show(MessageScene("NO QUESTIONS", _why_none(parts), [("back", "Back")]))
        return False
    game, attempt = made
    parts.at_stake, parts.place = game.at_stake, lambda: game.standing.place
    try:
        yield from rounds.play_rounds(game)
    finally:
        attempt.save()
        game.write_seen()
    return (
        yield from afterwards.show_end(game, attempt, lambda ids: play_stakeout(parts, ids), wish is None)
    )


def _game(
    parts: Parts,
    mode: Mode,
    dealt: Deal,
    challenge: bool,
    players: tuple[Player, ...],
    ghost: Ghost | None,
    moment: datetime,
) -> tuple[Game, Attempt]:
    """What is played and how it will be kept."""
    assist = replace(parts.assist(), challenge=challenge)
    sitting = Sitting(start(mode, dealt, assist), parts.world.clock)
    attempt = Attempt(parts, sitting, assist, moment, [player.name for player in players])
    told = ""
    if mode.dated:
        before = dealing.todays_attempt(parts, moment)
        attempt.counts = before is None
        told = _whose_day(parts, moment, before)
    return Game(parts, sitting, players, ghost, told, attempt.counts, attempt.begin), attempt


def _whose_day(parts: Parts, moment: datetime, before: SavedRun | None) -> str:
    """Which day's job it is, and whether it counts."""
    day = dates.in_words(moment.date().isoformat())
    first = dealing.gone_back(parts, moment) or f"The job of {day}."
    if before is None:
        return f"{first} This attempt counts."
    if was_cut_off(before.run):
        return f"{first} It was begun at {before.run.started[11:16]} and cut off. Practice: that one counts."
    return f"{first} Practice: it does not count again."


def _why_none(parts: Parts) -> str:
    if parts.content.failure:
        return parts.content.failure
    return (
        "There is not one question that could be asked. Look at Question packs on the title screen: what is "
        "switched off there, and what is wrong."
    )
