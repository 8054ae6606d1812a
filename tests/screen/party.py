"""Several people round one machine: who joins with which button, and how they answer; knows no file."""

from __future__ import annotations

from collections.abc import Sequence

from quizgame.quiz.bank import MemoryBank
from quizgame.quiz.modes import BUZZERS, TURNS, Mode
from quizgame.screen.guard import GUARD_MS
from quizgame.screen.scene import KEYBOARD, OPTIONS, Action, Button
from tests.pilot import Pilot
from tests.screen.hands import Keys
from tests.screen.match import right_place

KEYS = Keys()


def key(letter: str) -> Button:
    return Button(KEYBOARD, letter)


def pad(number: int, button: str = "accept") -> Button:
    return Button(f"pad {number}", button)


def to_players(pilot: Pilot, mode: Mode) -> None:
    KEYS.choose(pilot, "play")
    KEYS.choose(pilot, mode.id)
    assert pilot.at == "PlayersScene"


def joined(pilot: Pilot, mode: Mode, buttons: Sequence[Button]) -> None:
    """Everybody joins in that order, and the game begins."""
    to_players(pilot, mode)
    for button in buttons:
        if button.source != KEYBOARD and button.source not in pilot.pads:
            pilot.plug(button.source)
        pilot.push(button)
    KEYS.choose(pilot, "begin")
    assert pilot.at == "RoundCard"


def buzzing(pilot: Pilot, *buttons: Button) -> None:
    """Up to the options of the first question on buzzers."""
    joined(pilot, BUZZERS, buttons or (key("a"), key("l"), pad(1)))
    KEYS.choose(pilot, "begin")
    pilot.wait(5_000)


def turns(pilot: Pilot, *buttons: Button) -> None:
    """Up to the card that hands over to the first."""
    joined(pilot, TURNS, buttons or (key("a"), pad(1), pad(2)))
    KEYS.choose(pilot, "begin")
    assert pilot.at == "TurnCard"


def answer(pilot: Pilot, bank: MemoryBank, right: bool = True) -> None:
    """Answer with a digit, some time after the options have opened."""
    pilot.wait(GUARD_MS)
    place = right_place(pilot, bank)
    others = [spot.id for spot in pilot.spots() if spot.id not in (f"option {place}", "lock")]
    pilot.press(OPTIONS[place if right else int(others[0][-1])])


def on(pilot: Pilot) -> None:
    """From whatever stands between two questions to the next one."""
    while pilot.at in ("RevealScene", "RoundCard", "TurnCard"):
        go_on(pilot)


def go_on(pilot: Pilot) -> None:
    """Past a screen that waits, once everybody has let go of the buttons."""
    pilot.wait(500)
    pilot.press(Action.ACCEPT)


def takes(pilot: Pilot) -> list[str]:
    """What the plates say, from the first seat on; on other screens all dollars."""
    return [line for line in pilot.survey().lines if line.startswith("$")]
