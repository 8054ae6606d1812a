"""Three ways to play the same game: by keys, by mouse, by pad; each knows only what its device can do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from quizgame.screen.guard import GUARD_MS
from quizgame.screen.menu import FocusScene
from quizgame.screen.scene import CREW, OPTIONS, Action, Device
from quizgame.screen.scenes.question import CREW_ORDER
from tests.pilot import Pilot

TOP_LEFT = (200.0, 250.0)  # somewhere on a question, beside everything that can be pressed


def board(name: str) -> list[str]:
    """The keys of the letter board that write a name in capitals, and the one that ends it."""
    return [{" ": "space"}.get(letter, letter) for letter in name] + ["done"]


def steps(way: int) -> list[str]:
    """The buttons beside a slider that go so far, by tens and ones."""
    sign, far = ("-", -way) if way < 0 else ("", way)
    return [f"step {sign}10"] * (far // 10) + [f"step {sign}1"] * (far % 10)


def look(pilot: Pilot) -> None:
    """Nobody chooses at the end of a round or a run before they have seen where they are."""
    if pilot.at in ("DecisionScene", "ResultScene", "StandingsScene"):
        pilot.wait(GUARD_MS)


class Hand(Protocol):
    """How a player with one device does things."""

    @property
    def device(self) -> Device:
        """What it is played with."""

    def choose(self, pilot: Pilot, id: str) -> None:
        """Press a spot."""

    def answer(self, pilot: Pilot, place: int) -> None:
        """Choose an option."""

    def touch(self, pilot: Pilot, id: str) -> None:
        """Press a card or a row where several things are done before the answer is locked in."""

    def set_to(self, pilot: Pilot, number: int, start: int) -> None:
        """Bring the slider from its start to a number."""

    def write(self, pilot: Pilot, words: str) -> None:
        """Write an answer."""

    def call(self, pilot: Pilot, crew: int) -> None:
        """Call on one of the crew, counted from 0."""

    def open(self, pilot: Pilot) -> None:
        """Ask for the options before the reading time is over."""

    def sign(self, pilot: Pilot, name: str) -> None:
        """Write a name and be done."""

    def leave(self, pilot: Pilot) -> None:
        """Leave a page that is only read."""


@dataclass(frozen=True, slots=True)
class Keys:
    """A keyboard: Tab, Enter, digits, letters."""

    device: Device = Device.KEYS

    def choose(self, pilot: Pilot, id: str) -> None:
        look(pilot)
        assert isinstance(pilot.scene, FocusScene)
        for _ in pilot.spots():
            if pilot.scene.focused(pilot.page()) == id:
                break
            pilot.press(Action.NEXT)
        assert pilot.scene.focused(pilot.page()) == id
        pilot.press(Action.ACCEPT)

    def answer(self, pilot: Pilot, place: int) -> None:
        pilot.press(OPTIONS[place])

    def touch(self, pilot: Pilot, id: str) -> None:
        pilot.press(OPTIONS[int(id.rpartition(" ")[2])])

    def set_to(self, pilot: Pilot, number: int, start: int) -> None:
        pilot.type(str(number))

    def write(self, pilot: Pilot, words: str) -> None:
        pilot.type(words)

    def call(self, pilot: Pilot, crew: int) -> None:
        pilot.press(CREW[crew])

    def open(self, pilot: Pilot) -> None:
        pilot.press(Action.ACCEPT)

    def sign(self, pilot: Pilot, name: str) -> None:
        pilot.type(name)
        pilot.press(Action.ACCEPT)

    def leave(self, pilot: Pilot) -> None:
        pilot.press(Action.BACK)


@dataclass(frozen=True, slots=True)
class Mouse:
    """A mouse: it clicks in the middle of things."""

    device: Device = Device.MOUSE

    def choose(self, pilot: Pilot, id: str) -> None:
        look(pilot)
        pilot.click_spot(id)

    def answer(self, pilot: Pilot, place: int) -> None:
        pilot.click_spot(f"option {place}")

    def touch(self, pilot: Pilot, id: str) -> None:
        pilot.click_spot(id)

    def set_to(self, pilot: Pilot, number: int, start: int) -> None:
        for id in steps(number - start):
            pilot.click_spot(id)

    def write(self, pilot: Pilot, words: str) -> None:
        for letter in words.upper():
            pilot.click_spot(letter)

    def call(self, pilot: Pilot, crew: int) -> None:
        pilot.click_spot(f"crew {CREW_ORDER[crew]}")

    def open(self, pilot: Pilot) -> None:
        pilot.click_at(*TOP_LEFT)

    def sign(self, pilot: Pilot, name: str) -> None:
        for id in board(name):
            pilot.click_spot(id)

    def leave(self, pilot: Pilot) -> None:
        pilot.click("Back")


@dataclass(frozen=True, slots=True)
class Pad:
    """A game controller: its cross, A, B and Start."""

    device: Device = Device.PAD

    def choose(self, pilot: Pilot, id: str) -> None:
        look(pilot)
        pilot.steer(id)
        pilot.press(Action.ACCEPT)

    def answer(self, pilot: Pilot, place: int) -> None:
        self.choose(pilot, f"option {place}")

    def touch(self, pilot: Pilot, id: str) -> None:
        self.choose(pilot, id)

    def set_to(self, pilot: Pilot, number: int, start: int) -> None:
        for id in steps(number - start):
            self.choose(pilot, id)

    def write(self, pilot: Pilot, words: str) -> None:
        for letter in words.upper():
            self.choose(pilot, letter)

    def call(self, pilot: Pilot, crew: int) -> None:
        self.choose(pilot, f"crew {CREW_ORDER[crew]}")

    def open(self, pilot: Pilot) -> None:
        pilot.press(Action.ACCEPT)

    def sign(self, pilot: Pilot, name: str) -> None:
        for id in board(name):
            self.choose(pilot, id)

    def leave(self, pilot: Pilot) -> None:
        pilot.press(Action.BACK)
