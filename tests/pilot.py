"""Plays the whole game without a window: a clock of its own, canvases that are read, hands that press."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from quizgame.content.problems import Problem
from quizgame.parts import Parts, World
from quizgame.quiz.bank import Bank
from quizgame.reading import Content
from quizgame.screen.canvas import PlainRuler
from quizgame.screen.layout import stage_of
from quizgame.screen.leaving import Guarded
from quizgame.screen.menu import FocusScene
from quizgame.screen.scene import (
    KEYBOARD,
    Action,
    Away,
    Button,
    Click,
    Device,
    Input,
    Page,
    Plugged,
    Point,
    Press,
    Pushed,
    Scene,
    Typed,
)
from quizgame.screen.stories import Show
from quizgame.screen.theme import theme_of
from quizgame.screen.widgets import Focus, Spot
from quizgame.store import settings as settings_file
from quizgame.store.paths import Places
from quizgame.story import leaving, story
from tests.screen.survey import Survey, spots_of, surveyed

DAWN = datetime(2026, 2, 1, 12, 0, tzinfo=UTC)
FRAME_MS = 50
LETTERS = {"a": Action.OPTION_1, "b": Action.OPTION_2, "c": Action.OPTION_3, "d": Action.OPTION_4}
ARROWS = (Action.UP, Action.DOWN, Action.LEFT, Action.RIGHT)


class Given(Content):
    """Questions that need not be read: they are there, or will never be."""

    def __init__(
        self,
        bank: Bank | None,
        problems: Sequence[Problem] = (),
        failure: str = "",
        ready: bool = True,
    ) -> None:
        super().__init__(Path(), ())
        self._bank = bank
        self.problems, self.failure, self.is_ready = tuple(problems), failure, ready

    def start(self) -> None:
        pass

    def ready(self) -> bool:
        return self.is_ready


@dataclass(slots=True)
class Clock:
    """Time that passes only when it is told to; milliseconds."""

    now: int = 0

    def __call__(self) -> int:
        return self.now


def parts_of(
    places: Places, content: Content, clock: Clock, seed: str = "pilot", newcomer: bool = False
) -> Parts:
    """The parts of a game in these places, as the app would make them; only a `newcomer` has it explained."""
    settings, told = settings_file.load(places)
    settings = settings if newcomer else settings._replace(introduced=True)
    world = World(
        clock=clock,
        seed=lambda: seed,
        today=lambda: DAWN + timedelta(milliseconds=clock.now),
        applied=lambda _: None,
        version="0.0.0",
        sources=lambda: ["The book of everything"],
        assets=lambda: ["A font", "A picture"],
    )
    parts = Parts(places, content, settings, world)
    for notice in told:
        parts.tell(notice)
    return parts


@dataclass(slots=True)
class Pilot:
    """Somebody at the controls of a game."""

    parts: Parts
    clock: Clock
    size: tuple[int, int] = (1280, 720)
    device: Device = Device.KEYS
    pads: set[str] = field(default_factory=set)
    motion: bool = False
    show: Show = field(init=False)

    def __post_init__(self) -> None:
        self.parts.world = self.parts.world._replace(pads=lambda: frozenset(self.pads))
        self.show = Guarded(story(self.parts), lambda: leaving(self.parts))

    # --- what there is to see ---

    @property
    def scene(self) -> Scene[Any]:
        """The scene on the screen."""
        assert self.show.scene, "the game has ended"
        return self.show.scene

    @property
    def at(self) -> str:
        """The name of the scene on the screen, or "" after the end."""
        return type(self.show.scene).__name__ if self.show.scene else ""

    def page(self) -> Page:
        s = self.parts.settings
        theme = theme_of(s.text_size, s.high_contrast, s.reduced_motion or not self.motion)
        return Page(stage_of(*self.size), theme, PlainRuler(), self.device, self.clock.now)

    def survey(self) -> Survey:
        """The screen as it would be drawn now."""
        return surveyed(self.scene, self.page())

    def sees(self, words: str) -> bool:
        """Whether a text that is on the screen contains these words."""
        return any(words in line for line in self.survey().lines)

    def spots(self) -> list[Spot]:
        """What can have the focus now and is not out of order."""
        return [spot for spot in spots_of(self.scene, self.page()) if spot.enabled]

    # --- hands ---

    def close(self) -> bool:
        """Close the window as far as the game lets it: whether it is closed."""
        assert isinstance(self.show, Guarded)
        closed = self.show.leave(self.page())
        if closed:
            self.show.close()
        return closed

    def do(self, input: Input) -> None:
        """What the window does in a frame with one input."""
        self.show.tick(self.page())
        self.show.handle(input, self.page())
        self.show.tick(self.page())

    def press(self, *actions: Action) -> None:
        for action in actions:
            self.do(Press(action))

    def push(self, button: Button) -> None:
        """Press a key or a pad's button as the window would pass it on: claimed, or as what it means."""
        self.device = Device.KEYS if button.source == KEYBOARD else Device.PAD
        meant = LETTERS.get(button.name) if button.source == KEYBOARD else Action(button.name)
        if self.scene.claims(button):
            self.do(Pushed(button))
        elif meant:
            self.press(meant)

    def plug(self, pad: str) -> None:
        self.pads.add(pad)
        self.do(Plugged(pad, True))

    def unplug(self, pad: str) -> None:
        self.pads.discard(pad)
        self.do(Plugged(pad, False))

    def type(self, text: str) -> None:
        for letter in text:
            self.do(Typed(letter))

    def away(self) -> None:
        self.do(Away())

    def click_at(self, x: float, y: float) -> None:
        """The pointer is moved there and the main button pressed."""
        self.device = Device.MOUSE
        self.do(Point(x, y))
        self.do(Click(x, y))

    def click(self, label: str) -> None:
        """Click on the middle of words that are on the screen."""
        found = [words for words in self.survey().words if words.text == label]
        assert found, f"{label!r} is not on the {self.at}: {self.survey().lines}"
        x, y = found[0].ink.middle
        self.click_at(x, y)

    def click_spot(self, id: str) -> None:
        """Click in the middle of a spot."""
        self.click_at(*self._spot(id).rect.middle)

    def steer(self, id: str) -> None:
        """Move the focus to a spot with arrows alone, as a pad would, by the shortest way."""
        self.press(*self._way(self._spot(id).id))

    def wait(self, ms: int) -> None:
        """Let time pass in frames."""
        end = self.clock.now + ms
        while self.clock.now < end and self.show.scene:
            self.clock.now = min(end, self.clock.now + FRAME_MS)
            self.show.tick(self.page())

    def _spot(self, id: str) -> Spot:
        found = [spot for spot in self.spots() if spot.id == id]
        assert found, f"no {id!r} on the {self.at}: {[spot.id for spot in self.spots()]}"
        return found[0]

    def _way(self, goal: str) -> list[Action]:
        """The fewest arrows from where the focus is to a spot."""
        assert isinstance(self.scene, FocusScene)
        here = self.scene.focused(self.page())
        ways: dict[str, list[Action]] = {here: []}
        line = deque([here])
        while line and goal not in ways:
            here = line.popleft()
            for arrow in ARROWS:
                focus = Focus(here)
                if focus.handle(Press(arrow), self.spots()) is None and focus.id not in ways:
                    ways[focus.id] = [*ways[here], arrow]
                    line.append(focus.id)
        assert goal in ways, f"arrows do not lead to {goal!r} on the {self.at}"
        return ways[goal]
