"""Somebody without sense at the controls of the whole game; knows no scene by name."""

from __future__ import annotations

import os
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pygame

from quizgame.screen.keys import Hands
from quizgame.screen.layout import scale_of
from quizgame.screen.scene import (
    KEYBOARD,
    Action,
    Away,
    Button,
    Click,
    Dropped,
    Input,
    Point,
    Press,
    Scroll,
    Typed,
)
from quizgame.screen.stories import Show
from quizgame.store.settings import CLOCKS, READINGS, TEXT_SIZES
from quizgame.story import story
from tests.pilot import Pilot
from tests.quiz.players import Dice

T = TypeVar("T")

SIZES = ((1280, 720), (640, 360), (320, 240), (1, 1), (2560, 1080), (600, 1000), (200, 150), (5000, 3000))
LETTERS = ("a", "É", "漢", "\u202e", "\u200d", " ", "\t", "’", "🂡", "x" * 50, "back", "", "\0", "1995", "-7")
MOMENTS = (1, 16, 300, 5_000, 40_000, 3_600_000)
SWITCHES = (
    *("full_screen", "muted", "reduced_motion", "high_contrast"),
    *("music_on", "spoilers", "heat_assist", "introduced"),
)
SETTINGS: dict[str, tuple[object, ...]] = {
    **dict.fromkeys(SWITCHES, (False, True)),
    "text_size": TEXT_SIZES,
    "clock": CLOCKS,
    "read_aloud": READINGS,
    "music": (0, 60, 100),
    "player": ("", "Neil", "N" * 24, "漢字"),
    "packs_off": ((), ("heat",), ("none.yaml",)),
    "keys": ((), (("option 1", "k"), ("option 2", "a"))),
}
PADS = ("pad 1", "pad 2", "pad 3")
KEYS = (
    *(pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT),
    *(pygame.K_TAB, pygame.K_SPACE, pygame.K_BACKSPACE, pygame.K_F11, pygame.K_KP_ENTER, pygame.K_HOME),
    *(pygame.K_0 + digit for digit in range(10)),
    *(pygame.K_a + letter for letter in range(26)),
)
MODS = (0, 0, 0, pygame.KMOD_SHIFT, pygame.KMOD_CTRL, pygame.KMOD_ALT, pygame.KMOD_META)
ODD_FILES = (
    "none.score",
    "rubbish.score",
    "empty.score",
    "folder.score",
    "pipe.score",
    "\0",
    "x" * 5_000,
    "",
)
BACK, LEAVING = "", ("give up", "go")  # the key, and buttons on which is written that this ends it
PATIENCE = 8  # times that these are tried before anything else is tried once more
STAYS = 15  # inputs on one screen, before it looks for another
LAST = 30  # inputs that are told when something breaks


class Monkey:
    """Plays a game with its hands, its settings and its window; the same game for the same seed."""

    def __init__(self, pilot: Pilot, seed: str, folder: Path) -> None:
        self.pilot, self.dice, self.seed, self._folder = pilot, Dice(seed), seed, folder
        self._hands = Hands()
        self._trail: deque[str] = deque(maxlen=LAST)
        self._done = self._stayed = 0
        self._was_at = ""
        lay_out(folder)

    def one_of(self, things: Sequence[T]) -> T:
        return things[self.dice.below(len(things))]

    def go_on(self) -> None:
        """Do something; whatever breaks is told with the seed and what was done last."""
        self.settle()
        with self.telling():
            self._befall()
        self.restart()

    @contextmanager
    def telling(self) -> Iterator[None]:
        """Tell of whatever breaks what was done before."""
        try:
            yield
        except Exception as error:
            error.add_note(self.told())
            raise

    def settle(self) -> None:
        """Wait for the thread that looks at runs: when it is ready must not decide what is on the screen."""
        self.pilot.parts.checks.wait()

    def restart(self) -> None:
        """Whoever has left the game starts it again."""
        if not self.pilot.show.scene:
            self.pilot.show = Show(story(self.pilot.parts))

    def told(self) -> str:
        """Where it stands, for whoever must do it again."""
        done = "\n  ".join(self._trail)
        return f"seed {self.seed!r}, input {self._done}, at {self.pilot.at}; the last of them:\n  {done}"

    def do(self, input: Input) -> None:
        """Hand over one input; the game may be over after it."""
        self._note(f"{self.pilot.at}: {input}")
        if self.pilot.show.scene:
            self.pilot.do(input)

    def _note(self, what: str) -> None:
        self._done += 1
        self._trail.append(what)

    def _befall(self) -> None:
        """Mostly an input, sometimes time, another window, another setting."""
        chance = self.dice.below(100)
        if self._is_bored():
            self.do(Press(Action.BACK))
        elif chance < 8:
            moment = self.one_of(MOMENTS)
            self._note(f"{moment} ms pass")
            self.pilot.clock.now += moment
        elif chance < 11:
            self._resize()
        elif chance < 15:
            self._push()
        elif chance < 18:
            self._change()
        elif chance < 30:
            self._use_hands()
        else:
            self.do(self._some_input())

    def _is_bored(self) -> bool:
        """Whether it has long been on one screen: it would spend its life among the settings."""
        self._stayed = self._stayed + 1 if self.pilot.at == self._was_at else 0
        self._was_at = self.pilot.at
        return self._stayed > STAYS and self.dice.chance(30)

    def _resize(self) -> None:
        some = (200 + self.dice.below(4_801), 150 + self.dice.below(2_851))
        self.pilot.size = some if self.dice.chance(50) else self.one_of(SIZES)
        self._note(f"a window of {self.pilot.size}")

    def _change(self) -> None:
        name = self.one_of(tuple(SETTINGS))
        value = self.one_of(SETTINGS[name])
        self._note(f"{name} = {value!r}")
        self.pilot.parts.change(**{name: value})

    def _push(self) -> None:
        """A pad comes or goes, or somebody presses a button of their own."""
        pad = self.one_of(PADS)
        if self.dice.chance(25):
            self._note(f"{pad} comes or goes")
            (self.pilot.unplug if pad in self.pilot.pads else self.pilot.plug)(pad)
            return
        button = Button(KEYBOARD, self.one_of(("a", "l", "m", "4", "key 13")))
        if pad in self.pilot.pads and self.dice.chance(50):
            button = Button(pad, self.one_of(tuple(Action)))
        self._note(f"{self.pilot.at}: {button}")
        self.pilot.push(button)

    def _use_hands(self) -> None:
        """An event of the system, as the window passes it on."""
        event = self._event()
        pilot, hands = self.pilot, self._hands
        hands.keymap = pilot.parts.keymap
        scale = scale_of(*pilot.size)
        for input in hands.inputs(event, scale, pilot.scene.wants_text, pilot.scene.claims):
            self.do(input)
        pilot.device = hands.device

    def _event(self) -> pygame.Event:
        x, y = self.dice.below(5_000), self.dice.below(3_000)
        match self.dice.below(7):
            case 0 | 1 | 2:
                key = {"key": self.one_of(KEYS), "mod": self.one_of(MODS), "scancode": 0, "unicode": ""}
                return pygame.Event(self.one_of((pygame.KEYDOWN, pygame.KEYDOWN, pygame.KEYUP)), key)
            case 3:
                button = 1 + self.dice.below(8)
                return pygame.Event(pygame.MOUSEBUTTONDOWN, pos=(x, y), button=button, touch=False)
            case 4:
                return pygame.Event(
                    pygame.MOUSEMOTION, pos=(x, y), rel=(3, 3), buttons=(0, 0, 0), touch=False
                )
            case 5:
                value = self.one_of((-32_768, -20_000, 0, 20_000, 32_767))
                axis = self.dice.below(6)
                return pygame.Event(pygame.CONTROLLERAXISMOTION, axis=axis, value=value, instance_id=0)
            case _:
                button = self.dice.below(24)
                return pygame.Event(
                    pygame.CONTROLLERBUTTONDOWN, button=button, instance_id=self.dice.below(3)
                )

    def _some_input(self) -> Input:
        chance, spots = self.dice.below(100), self.pilot.spots()
        if chance < 30:
            return Press(Action.ACCEPT)
        if chance < 55:
            return Press(self.one_of(tuple(Action)))
        if chance < 80 and spots:
            x, y = self.one_of(spots).rect.middle
            return Click(x, y) if chance < 70 else Point(x, y)
        others: tuple[Input, ...] = (
            Typed(self.one_of(LETTERS)),
            Scroll(self.dice.below(41) / 4 - 5),
            Away(),
            Click(self.dice.below(4_000) - 1_000, self.dice.below(2_400) - 600),
            Dropped(str(self._folder / self.one_of(sorted(path.name for path in self._folder.iterdir())))),
            Dropped(self.one_of(ODD_FILES)),
        )
        return self.one_of(others)

    def find_out(self, most: int = 200) -> bool:
        """Whether it comes back to the beginning when that is what it wants."""
        tried = Counter[tuple[str, str]]()
        for _ in range(most):
            if self.pilot.at in ("", self.first):
                return True
            self.pilot.clock.now += 300
            spots = {spot.id: spot for spot in self.pilot.spots()}
            ways = [*(way for way in LEAVING if way in spots), BACK, *spots]
            at = self.pilot.at
            way = min(ways, key=lambda way: tried[at, way] // (PATIENCE if way in (*LEAVING, BACK) else 1))
            tried[at, way] += 1
            self.do(Press(Action.BACK) if way == BACK else Click(*spots[way].rect.middle))
        return False

    @property
    def first(self) -> str:
        """The name of the scene that the game begins with."""
        return type(next(story(self.pilot.parts))).__name__


def lay_out(folder: Path) -> None:
    """Files that somebody may drop on the window."""
    folder.mkdir()
    (folder / "rubbish.score").write_bytes(bytes(range(256)))
    (folder / "empty.score").touch()
    (folder / "deep.score").write_text("[" * 100_000)
    (folder / "folder.score").mkdir()
    (folder / "loop.score").symlink_to("loop.score")
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "pipe.score")
