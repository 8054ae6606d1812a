"""Renders every screen to PNG so that anyone can look: `python -m tests.shots DIR [NAME ...]`."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from quizgame import resources
from quizgame.content.library import load
from quizgame.quiz.bank import MemoryBank
from quizgame.screen.backdrop import Backdrop
from quizgame.screen.images import Images
from quizgame.screen.layout import scale_of, stage_of
from quizgame.screen.paint import PixelCanvas
from quizgame.screen.painter import Painter
from quizgame.screen.scene import Page, Scene
from quizgame.screen.theme import Theme, theme_of
from tests.gallery import scenes
from tests.screen.looks import faces


@dataclass(frozen=True, slots=True)
class Look:
    """A way to see the screens: a window's size in pixels and the player's settings."""

    name: str
    size: tuple[int, int]
    text: int = 100
    contrast: bool = False


LOOKS = (
    Look("1280x720", (1280, 720)),
    Look("2560x1440", (2560, 1440)),
    Look("1024x768", (1024, 768)),
    Look("text-200", (1280, 720), 200),
    Look("contrast", (1280, 720), 100, True),
    Look("640x360", (640, 360)),
    Look("2560x1080", (2560, 1080)),
)


class Camera:
    """Takes pictures of scenes."""

    def __init__(self, theme: Theme, size: tuple[int, int]) -> None:
        pygame.display.init()
        self.surface = pygame.Surface(size)
        self._theme = theme
        self._backdrop = Backdrop(resources.assets() / "pictures", theme.palette)
        self._backdrop.load()
        self._images = Images()
        self._painter = Painter(faces(), scale_of(*size), theme.palette)

    def page(self, now: int = 0) -> Page:
        return Page(stage_of(*self.surface.get_size()), self._theme, self._painter.ruler, now=now)

    def take(self, scene: Scene[Any]) -> pygame.Surface:
        """The scene as the window would show it."""
        canvas = PixelCanvas(self.surface, self._painter, self._backdrop, self._images)
        before = self._images.version
        scene.draw(canvas, self.page())
        self._images.finish()
        if self._images.version != before:
            scene.draw(canvas, self.page())
        scene.draw_live(canvas, self.page())
        return self.surface


def main(arguments: list[str]) -> None:
    if not arguments or arguments[0].startswith("-"):
        sys.exit(__doc__)
    folder, wanted = Path(arguments[0]), arguments[1:]
    bank = MemoryBank(load([resources.questions()]).questions())
    for look in LOOKS:
        camera = Camera(theme_of(look.text, look.contrast, reduced_motion=False), look.size)
        (folder / look.name).mkdir(parents=True, exist_ok=True)
        for name, scene in scenes(bank):
            if not wanted or name in wanted:
                pygame.image.save(camera.take(scene), folder / look.name / f"{name}.png")
    print(f"{folder}: {', '.join(look.name for look in LOOKS)}")


if __name__ == "__main__":
    main(sys.argv[1:])
