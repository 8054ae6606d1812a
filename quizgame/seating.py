"""The storyboard of who plays: joining, naming, handing on the seat, a pad that is gone; knows no rules."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from typing import Any

from quizgame.game import Game
from quizgame.quiz.events import Event, Pause
from quizgame.quiz.modes import Mode
from quizgame.quiz.state import Asking, Reading
from quizgame.screen.scene import KEYBOARD, Button, Scene, show
from quizgame.screen.scenes import turn
from quizgame.screen.scenes.name import NameScene
from quizgame.screen.scenes.players import KEYS, WELCOME, PlayersScene, Ready, Rename, is_named
from quizgame.screen.scenes.turn import TurnCard
from quizgame.screen.scenes.vacant import MENU, Took, VacantScene
from quizgame.screen.terms import Player
from quizgame.store.names import clean_name

Part = Generator[Scene[Any], Any, None]
Seated = Generator[Scene[Any], Any, tuple[Player, ...] | None]


def seat_players(mode: Mode, before: Sequence[Player], first: str, exactly: int = 0) -> Seated:
    """Who plays; None where nobody does. `before` sat here last time, `first` names the first seat."""
    seated = list(before) or ([Player(first)] if first and not mode.rules.buzzers else [])
    scene = PlayersScene(mode.title.upper(), WELCOME, seated[: exactly or mode.most], exactly)
    while True:
        choice = yield from show(scene)
        match choice:
            case Ready(players):
                return players
            case Rename(seat):
                player, title = scene.players[seat], f"SEAT {seat + 1}"
                called = player.name if is_named(player) else ""
                name = yield from show(NameScene("", called, clean_name, title))
                if name:
                    scene.rename(seat, name)
            case None:
                return None


def hand_over(game: Game, event: Callable[[int], Event], menu: Callable[[], Part]) -> Part:
    """In turns: a card for whoever is next, before the event that puts their question.

    Returns when they are ready, or when the run was called off in the menu.
    """
    following = game.sitting.peek(event)
    put = isinstance(following.phase, Reading | Asking)
    if not game.players or following.rules.buzzers or not put:
        return
    while not game.sitting.over:
        if (yield from show(TurnCard(game.standing, game.terms, following.turn))) == turn.READY:
            return
        yield from menu()


def fill(game: Game, seat: int, menu: Callable[[], Part]) -> Part:
    """Wait for a pad that is gone, or for another button for its player; no time passes meanwhile."""
    game.sitting.send(Pause)
    spare = _free_key(game) if game.sitting.session.rules.buzzers else None
    choice = yield from show(VacantScene(game.players, seat, game.parts.world.pads, spare))
    if isinstance(choice, Took):
        game.give(seat, choice.button)
    elif choice == MENU:
        yield from menu()


def _free_key(game: Game) -> Button:
    """A letter that nobody has: there are as many as players, and one of those has a pad."""
    taken = {player.button for player in game.players}
    return next(key for letter in KEYS if (key := Button(KEYBOARD, letter)) not in taken)
