"""What counts in a game, as far as a screen shows it; knows no session and no pixels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizgame.quiz.rules import Rules
from quizgame.screen.scene import KEYBOARD, Action, Button


@dataclass(frozen=True, slots=True)
class Player:
    """One of several: their name, and the button they joined with; None where they share what is there."""

    name: str
    button: Button | None = None

    @property
    def pad(self) -> str:
        """The pad they hold, or ""."""
        return self.button.source if self.button and self.button.source != KEYBOARD else ""

    @property
    def cap(self) -> str:
        """Their button as it is printed: a letter, or the number of their pad."""
        if self.button is None:
            return ""
        return self.pad.upper() or self.button.name.upper()


def is_letter(button: Button) -> bool:
    """Whether a button is a letter of the keyboard: one that a player may have for their own."""
    return button.source == KEYBOARD and len(button.name) == 1 and button.name.isalpha()


def seat_of(players: Sequence[Player], button: Button) -> int | None:
    """Whose button it is, from 0; of a pad every button is its player's."""
    for seat, player in enumerate(players):
        if player.button == button or (player.pad and player.pad == button.source):
            return seat
    return None


def is_strange(players: Sequence[Player], turn: int, button: Button) -> bool:
    """Whether it is on another pad than that of the player whose turn it is; Start is everybody's."""
    own = players[turn].pad
    return own != "" and button.source not in (KEYBOARD, own) and button.name != Action.PAUSE


@dataclass(frozen=True, slots=True)
class Terms:
    """Whether there are money, heat and a crew, and who plays where several do.

    With `buzzers`, letters of the keyboard are the players' own.
    `right_ms` and `wrong_ms` are what an answer puts on the one clock and takes off it, where there is one.
    """

    money: bool = True
    heat: bool = True
    crew: bool = True
    one_clock: bool = False
    buzzers: bool = False
    right_ms: int = 0
    wrong_ms: int = 0
    players: tuple[Player, ...] = ()


def terms_of(rules: Rules, players: Sequence[Player] = ()) -> Terms:
    """What counts under these rules."""
    return Terms(
        money=rules.answer_dollars > 0,
        heat=any(rules.wrong_heat),
        crew=bool(rules.crew),
        one_clock=rules.one_clock,
        buzzers=rules.buzzers,
        right_ms=rules.moved_ms(True),
        wrong_ms=-rules.moved_ms(False),
        players=tuple(players),
    )
