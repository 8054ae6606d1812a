"""Ways into every phase of a run, by keys; knows no file."""

from __future__ import annotations

from quizgame.screen.scene import OPTIONS, Action
from tests.pilot import Pilot
from tests.screen.hands import Keys

KEYS = Keys()


def to_first_question(pilot: Pilot) -> None:
    KEYS.choose(pilot, "play")
    KEYS.choose(pilot, "the-score")
    KEYS.choose(pilot, "begin")
    assert pilot.at == "QuestionScene"


def answered(pilot: Pilot, count: int = 1) -> None:
    """Answer questions, rightly or not, and stop at the reveal of the last."""
    to_first_question(pilot)
    for number in range(count):
        KEYS.open(pilot)
        pilot.press(OPTIONS[0])
        assert pilot.at == "RevealScene"
        if number < count - 1:
            KEYS.choose(pilot, "next")


def reading(pilot: Pilot) -> None:
    answered(pilot)
    KEYS.choose(pilot, "next")


def asking(pilot: Pilot) -> None:
    reading(pilot)
    KEYS.open(pilot)


def paused_while_reading(pilot: Pilot) -> None:
    reading(pilot)
    pilot.press(Action.PAUSE)


def paused_while_asking(pilot: Pilot) -> None:
    asking(pilot)
    pilot.away()


def settings_in_the_pause(pilot: Pilot) -> None:
    paused_while_asking(pilot)
    KEYS.choose(pilot, "settings")


def rules_in_the_pause(pilot: Pilot) -> None:
    paused_while_asking(pilot)
    KEYS.choose(pilot, "howto")


def giving_up(pilot: Pilot) -> None:
    paused_while_asking(pilot)
    KEYS.choose(pilot, "give up")


def menu_at_the_reveal(pilot: Pilot) -> None:
    answered(pilot)
    pilot.press(Action.BACK)


def deciding(pilot: Pilot) -> None:
    answered(pilot, 5)
    KEYS.choose(pilot, "next")


def paused_while_deciding(pilot: Pilot) -> None:
    deciding(pilot)
    pilot.press(Action.PAUSE)


def second_round(pilot: Pilot) -> None:
    deciding(pilot)
    KEYS.choose(pilot, "stay")
