"""Three thousand inputs without sense, through the real story: nothing raises or contradicts itself."""

from __future__ import annotations

import hashlib
from collections.abc import Hashable
from typing import TypeVar

from quizgame.quiz.bank import MemoryBank
from quizgame.screen.canvas import Notes
from quizgame.screen.scene import (
    KEYBOARD,
    Action,
    Away,
    Button,
    Click,
    Input,
    Point,
    Press,
    Scroll,
    Show,
    Typed,
)
from quizgame.store.paths import Places
from quizgame.story import story
from tests.pilot import Clock, Given, Pilot, parts_of

T = TypeVar("T")

INPUTS = 3_000
SIZES = ((1280, 720), (640, 360), (320, 240), (1, 1), (2560, 1080), (600, 1000), (7680, 4320))
LETTERS = ("a", "É", "漢", "\u202e", "\u200d", " ", "\t", "’", "🂡", "x" * 50, "back", "")
SWITCHES = ("full_screen", "muted", "reduced_motion", "high_contrast")


class Dice:
    """Chance that is the same every time: SHA-256 of a counter."""

    def __init__(self, seed: str) -> None:
        self._seed, self._thrown = seed, 0

    def below(self, most: int) -> int:
        self._thrown += 1
        return int.from_bytes(hashlib.sha256(f"{self._seed}/{self._thrown}".encode()).digest()[:6]) % most

    def one_of(self, things: tuple[T, ...]) -> T:
        return things[self.below(len(things))]


def test_nothing_that_can_be_pressed_breaks_the_game(places: Places, bank: MemoryBank) -> None:
    clock, dice = Clock(), Dice("monkey")
    pilot, met = Pilot(parts_of(places, Given(bank), clock), clock), set()
    for number in range(INPUTS):
        befall(pilot, dice)
        if not pilot.show.scene:
            pilot.show = Show(story(pilot.parts))
        met.add(pilot.at)
        if number % 2:
            assert drawn(pilot)
        elif number % 6 == 0:
            look_twice(pilot, dice)
            if not pilot.show.scene:
                pilot.show = Show(story(pilot.parts))
    pilot.show.close()
    assert len(met) >= 20, met  # the monkey has been nearly everywhere
    assert pilot.parts.scores.runs()


def befall(pilot: Pilot, dice: Dice) -> None:
    """Something happens: mostly an input, sometimes time, another window, another setting."""
    chance = dice.below(100)
    if chance < 8:
        pilot.clock.now += dice.one_of((16, 300, 5_000, 40_000))
    elif chance < 11:
        pilot.size = dice.one_of(SIZES)
    elif chance < 16 and pilot.show.scene:
        push(pilot, dice)
    elif chance < 18:
        name = dice.one_of(SWITCHES)
        pilot.parts.change(**{name: not getattr(pilot.parts.settings, name)})
    else:
        pilot.do(some_input(pilot, dice))


def push(pilot: Pilot, dice: Dice) -> None:
    """A pad comes or goes, or somebody presses a button of their own."""
    pad = dice.one_of(("pad 1", "pad 2", "pad 3"))
    if dice.below(4) == 0:
        (pilot.unplug if pad in pilot.pads else pilot.plug)(pad)
    elif dice.below(2):
        pilot.push(Button(KEYBOARD, dice.one_of(("a", "l", "m", "4", "key 13"))))
    elif pad in pilot.pads:
        pilot.push(Button(pad, dice.one_of(tuple(Action))))


def some_input(pilot: Pilot, dice: Dice) -> Input:
    chance, spots = dice.below(100), tuple(pilot.spots())
    if chance < 30:
        return Press(Action.ACCEPT)
    if chance < 55:
        return Press(dice.one_of(tuple(Action)))
    if chance < 80 and spots:
        x, y = dice.one_of(spots).rect.middle
        return Click(x, y) if chance < 70 else Point(x, y)
    others: tuple[Input, ...] = (
        Typed(dice.one_of(LETTERS)),
        Scroll(dice.below(41) / 4 - 5),
        Away(),
        Click(dice.below(4_000) - 1_000, dice.below(2_400) - 600),
    )
    return dice.one_of(others)


def drawn(pilot: Pilot) -> list[str]:
    canvas, page = Notes(), pilot.page()
    pilot.scene.draw(canvas, page)
    pilot.scene.draw_live(canvas, page)
    return canvas.lines


def key(pilot: Pilot) -> tuple[Hashable, ...]:
    """What the window looks at to see whether it must draw."""
    page = pilot.page()
    return pilot.show.revision, pilot.scene.still(page), pilot.scene.live(page)


def look_twice(pilot: Pilot, dice: Dice) -> None:
    """While the window sees no need to draw, a moment or a move of the pointer changes nothing to be seen."""
    before, first = key(pilot), drawn(pilot)
    pilot.clock.now += 700
    spots = tuple(pilot.spots())
    if spots:
        pilot.do(Point(*dice.one_of(spots).rect.middle))
    if pilot.show.scene and key(pilot) == before:
        assert drawn(pilot) == first
