"""The storyboard of the end of a run: the sums or the standings, the name, the table; knows no rules."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import Any

from quizgame import debrief, pages, rivals
from quizgame.attempt import Attempt
from quizgame.game import Game
from quizgame.parts import Parts
from quizgame.quiz.modes import ONE_PACK
from quizgame.quiz.run import Ending, Run
from quizgame.quiz.state import Session
from quizgame.quiz.sums import sums_of
from quizgame.screen.band import dollars
from quizgame.screen.scene import Scene, show
from quizgame.screen.scenes import result
from quizgame.screen.scenes.busted import BustedScene
from quizgame.screen.scenes.message import MessageScene
from quizgame.screen.scenes.name import NameScene
from quizgame.screen.scenes.result import ResultScene
from quizgame.screen.scenes.standings import Standing, StandingsScene
from quizgame.screen.scenes.time_up import TimeUpScene
from quizgame.store.errors import NotSaved
from quizgame.store.names import clean_name
from quizgame.store.tables import Board

Part = Generator[Scene[Any], Any, None]
Answering = Generator[Scene[Any], Any, bool]
Stake = Callable[[tuple[str, ...]], Part]

SOUNDS = {Ending.CLEAR: "getaway", Ending.WALKED: "walk"}
"""How an ending sounds that has had no screen of its own."""


def show_end(game: Game, attempt: Attempt, stake: Stake, again: bool) -> Answering:
    """All that follows a run; gives back whether the player wants another at once.

    `stake` plays questions once more without a clock; `again` says whether another run can be offered. A run
    that was called off is not looked back on, but practice is: its misses are what it was for.
    """
    sums = sums_of(game.sitting.session)
    left = sums.ending is Ending.ABANDONED and (game.terms.money or not sums.asked)
    if left or not attempt.runs:
        return False
    if game.players:
        return (yield from _standings(game, attempt, stake, again))
    busted = sums.ending is Ending.BUSTED
    place = game.standing.place if busted else ""
    if busted:
        yield from show(BustedScene(sums, game.standing.title, place))
    elif sums.ending is Ending.TIME:
        yield from show(TimeUpScene())
    signed, choice = False, ""
    beaten = "" if busted else _beaten(game.parts, attempt)
    while True:
        choices = _choices(game, attempt, signed, again)
        scene = ResultScene(sums, _note(game, attempt), choices, choice, game.terms, beaten, place)
        if not choice and sums.ending in SOUNDS:
            scene.cue(SOUNDS[sums.ending])
        choice = yield from show(scene)
        if choice in (result.AGAIN, result.TITLE):
            return choice == result.AGAIN
        if choice != result.SIGN:
            yield from debrief.follow(game.parts, choice, _finish(game, attempt, 0, stake))
        elif (yield from _sign(game.parts, attempt, dollars(sums.take))):
            signed, choice = True, result.AGAIN if again else result.TITLE
            yield from pages.show_scores(game.parts, attempt.run_id)


def _choices(game: Game, attempt: Attempt, signed: bool, again: bool) -> list[str]:
    kept = attempt.run_id is not None
    choices = [result.SIGN] if kept and game.mode.ranked and not signed else []
    more = debrief.actions(attempt.runs[0]) if kept else [result.REVIEW]
    return [*choices, *more, *([result.AGAIN] if again else []), result.TITLE]


def _board(run: Run) -> Board:
    """The table that opens when a run is signed: that of the questions it was played with."""
    return Board(run.mode, run.assist, run.bank)


def _beaten(parts: Parts, attempt: Attempt) -> str:
    """The best take that this run has beaten, in words; "" where it leads no table, or was the first."""
    if attempt.run_id is None or not attempt.counts:
        return ""
    match parts.scores.standings(_board(attempt.runs[0]), 2):
        case [first, second] if first.run_id == attempt.run_id and first.take > second.take:
            return f"It was {dollars(second.take)}{f', {second.player}' if second.player else ''}."
    return ""


def _finish(game: Game, attempt: Attempt, seat: int, stake: Stake) -> debrief.Finish:
    names = tuple(player.name for player in game.players)
    return debrief.Finish(attempt.runs[seat], game.sitting.session.results, stake, names)


def _note(game: Game, attempt: Attempt) -> str:
    take = game.sitting.session.take
    beside = rivals.beside_the_end(game.ghost, take) if game.ghost else ""
    return " ".join(part for part in (_place(game, attempt), beside) if part)


def _place(game: Game, attempt: Attempt) -> str:
    """Where the run stands, or why it stands nowhere."""
    if not attempt.counts:
        return "Practice: the first attempt of the day is the one that counts."
    if attempt.run_id is None:
        return attempt.trouble or "This run is not on the table."
    if not game.mode.ranked:
        alone = game.mode is ONE_PACK
        return "A run of one pack alone stands on no table." if alone else "No table for practice."
    board = _board(attempt.runs[0])
    place = game.parts.scores.place_of(attempt.run_id, board)
    if not place:
        return "This run is not on the table."
    with_help = f" ({attempt.assist.label})" if attempt.assist.label else ""
    alone = len(game.parts.scores.standings(board, 2)) == 1
    return f"{'First' if alone else f'Place {place}'} on the table{with_help}."


def _sign(parts: Parts, attempt: Attempt, take: str) -> Answering:
    """The name for the table; gives back whether the player signed."""
    name = yield from show(NameScene(take, parts.settings.player, clean_name))
    if name is None or attempt.run_id is None:
        return False
    if name != parts.settings.player:
        parts.change(player=name)
    try:
        parts.scores.rename(attempt.run_id, name)
    except (NotSaved, LookupError) as error:
        parts.tell(str(error))
        yield from show(MessageScene("NOT SIGNED", str(error), [("on", "See the table")]))
    return True


def _standings(game: Game, attempt: Attempt, stake: Stake, again: bool) -> Answering:
    session = game.sitting.session
    rows = standings(session, [player.name for player in game.players])
    note = attempt.trouble or "Everybody’s run is kept under their name."
    winner = best_first(session)[0]
    more = debrief.actions(attempt.runs[winner]) if attempt.run_ids else [result.REVIEW]
    ids = [*([result.AGAIN] if again else []), *more, result.TITLE]
    ways, choice = [(id, result.LABELS[id]) for id in ids], ""
    while True:
        choice = yield from show(StandingsScene(rows, note, ways, choice))
        if choice in (result.AGAIN, result.TITLE):
            return choice == result.AGAIN
        yield from debrief.follow(game.parts, choice, _finish(game, attempt, winner, stake))


def standings(session: Session, names: Sequence[str]) -> list[Standing]:
    """Who stands where at the end, best first; equals share a place."""
    ranks = [_rank(session, seat) for seat in range(len(names))]
    return [
        Standing(
            place=1 + sum(other > ranks[seat] for other in ranks),
            shared=ranks.count(ranks[seat]) > 1,
            name=names[seat],
            take=ranks[seat][0],
            right=ranks[seat][1],
            tried=sum(found.seat == seat for found in session.results),
        )
        for seat in best_first(session)
    ]


def best_first(session: Session) -> list[int]:
    """The seats, from 0, by take, then by right answers."""
    return sorted(range(len(session.seats)), key=lambda seat: _rank(session, seat), reverse=True)


def _rank(session: Session, seat: int) -> tuple[int, int]:
    right = sum(found.right for found in session.results if found.seat == seat)
    return session.seats[seat].take, right
