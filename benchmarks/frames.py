"""What a frame of every screen takes: while things move, when a key is pressed, after another, drawn anew."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from statistics import median, quantiles
from typing import Any, NamedTuple

os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import pygame

from benchmarks.measuring import Figure, main
from quizgame import resources
from quizgame.content.library import load
from quizgame.quiz.bank import MemoryBank
from quizgame.screen.backdrop import Backdrop
from quizgame.screen.images import Images
from quizgame.screen.layout import scale_of, stage_of
from quizgame.screen.painter import Painter
from quizgame.screen.projector import Projector
from quizgame.screen.scene import Action, Page, Press, Scene
from quizgame.screen.text import Faces
from quizgame.screen.theme import Theme
from quizgame.screen.ticks import TICK_MS
from tests.gallery import scenes

SIZES = {"720p": ((1280, 720), 4.0), "1440p": ((2560, 1440), 10.0), "4K": ((3840, 2160), 16.0)}
FRAME_MS = 1000 / 60
ENTRANCE_FRAMES = 20
DOWN_AND_UP = (Action.DOWN, Action.DOWN, Action.UP, Action.UP)
AFTER_MS = 5_000  # nothing moves from one screen into the next measurement
BETWEEN_MS = 250  # two keys of somebody who is in no hurry


ANEW = "all drawn anew"
WAYS = ("things move", "a key is pressed", "one after another", ANEW)


class Took(NamedTuple):
    """What the frames of one screen took, in ms."""

    screen: str
    frames: list[float]


class Reel:
    """A projector on a surface of one size, and the time that passes on it."""

    def __init__(self, size: tuple[int, int]) -> None:
        self._surface, self._theme, self._now = pygame.Surface(size, depth=32), Theme(), 0.0
        backdrop = Backdrop(resources.assets() / "pictures", self._theme.palette)
        backdrop.load()
        self._painter = Painter(Faces(resources.assets() / "fonts"), scale_of(*size), self._theme.palette)
        self._projector, self._revision = Projector(backdrop, Images()), 0

    def pressed(self, scene: Scene[Any], frames: int) -> list[float]:
        """The frame that shows what a key has done, and the next: down the screen, and up again."""
        return [took for number in range(frames) for took in self._after_key(scene, number)]

    def _after_key(self, scene: Scene[Any], number: int) -> Iterator[float]:
        yield self._frame(scene, BETWEEN_MS, partial(self._press, scene, number))
        yield self._frame(scene, FRAME_MS)

    def _press(self, scene: Scene[Any], number: int) -> None:
        self._revision += 1
        scene.handle(Press(DOWN_AND_UP[number % len(DOWN_AND_UP)]), self._page())

    def anew(self, scene: Scene[Any], frames: int) -> list[float]:
        """The whole screen, each time."""
        return [self._frame(scene, TICK_MS, self._projector.forget) for _ in range(frames)]

    def moving(self, scene: Scene[Any], frames: int) -> list[float]:
        """What moves on a screen that stands, each time with other lights."""
        return [self._frame(scene, TICK_MS) for _ in range(frames)]

    def entrance(self, before: Scene[Any], scene: Scene[Any]) -> list[float]:
        """One screen follows another: it is drawn, its parts move in, and the picture before fades."""
        self._frame(before, AFTER_MS)
        self._frame(before, AFTER_MS)
        scene.arrive(self._page())
        return [self._frame(scene, FRAME_MS) for _ in range(ENTRANCE_FRAMES)]

    def _frame(self, scene: Scene[Any], later: float, first: Callable[[], None] | None = None) -> float:
        self._now += later
        page = self._page()
        if first:
            first()
        # Processor time: what other programs do meanwhile is not the game's.
        began = time.thread_time_ns()
        self._projector.show(scene, page, self._revision, self._surface, self._painter, awake=True)
        return (time.thread_time_ns() - began) / 1e6

    def _page(self) -> Page:
        size = self._surface.get_size()
        return Page(stage_of(*size), self._theme, self._painter.ruler, now=round(self._now))


def measure(runs: int) -> Iterator[Figure]:
    """Every screen of the game at three sizes, drawn so many times each."""
    pygame.display.init()
    bank = MemoryBank(load([resources.questions()]).questions())
    for name, (size, budget) in SIZES.items():
        gallery = list(scenes(bank))
        reel, title = Reel(size), gallery[0][1]
        ways: dict[str, list[Took]] = {way: [] for way in WAYS}
        for screen, scene in gallery:
            reel.entrance(title, scene)  # once seen, its words and lights are ready
            entering = [took for _ in range(max(2, runs // 7)) for took in reel.entrance(title, scene)]
            each = max(4, runs)
            took = reel.moving(scene, each), reel.pressed(scene, each), entering, reel.anew(scene, each)
            for way, frames in zip(WAYS, took, strict=True):
                ways[way].append(Took(screen, frames))
        for way, screens in ways.items():
            # A window of a new size is drawn once: that frame is no part of anything that moves.
            yield from _figures(f"{name}, {way}", screens, None if way == ANEW else budget)


def _figures(name: str, screens: list[Took], budget: float | None) -> Iterator[Figure]:
    """The slowest screen, and the slowest frames of all screens."""
    slowest = max(screens, key=lambda took: median(took.frames))
    yield Figure(f"{name}: slowest screen", median(slowest.frames), "ms", note=slowest.screen)
    frames = [frame for took in screens for frame in took.frames]
    yield Figure(f"{name}: 99 of 100", quantiles(frames, n=100, method="inclusive")[98], "ms", budget)


if __name__ == "__main__":
    sys.exit(main({"frames": measure}))
