"""A projector with a surface and a clock, and a screen that is easy to look at."""

from __future__ import annotations

from collections.abc import Hashable

import pygame

from quizgame import resources
from quizgame.screen.backdrop import Backdrop
from quizgame.screen.canvas import Canvas
from quizgame.screen.images import Images
from quizgame.screen.layout import Rect, scale_of, stage_of
from quizgame.screen.painter import Painter
from quizgame.screen.projector import Projector
from quizgame.screen.scene import Finished, Input, Mood, Page, Scene
from quizgame.screen.text import Faces
from quizgame.screen.theme import Theme

SIZE = (640, 360)
PANE = Rect(400, 250, 700, 300)


class Plain(Scene[None]):
    """The city with a pane of one colour on it, and something that moves if it is told to."""

    def __init__(self, colour: tuple[int, int, int] = (0, 200, 0), place: str = "") -> None:
        super().__init__()
        self.colour, self.place, self.moves = colour, place, 0

    def mood(self) -> Mood:
        return Mood(playing=True)  # and so the palms stand

    def handle(self, input: Input, page: Page) -> Finished[None] | None:
        return None

    def draw(self, canvas: Canvas, page: Page) -> None:
        canvas.backdrop(0, 0, self.place)
        canvas.fill(PANE, self.colour)

    def live(self, page: Page) -> Hashable:
        return self.moves or None

    def draw_live(self, canvas: Canvas, page: Page) -> None:
        if self.moves:
            canvas.fill(Rect(10 * self.moves, 20, 30, 30), (200, 0, 200))


class Cinema:
    """A projector, a surface and a clock."""

    def __init__(self, theme: Theme | None = None, opening: bool = False) -> None:
        pygame.display.init()
        self.theme = theme or Theme()
        self.backdrop = Backdrop(resources.assets() / "pictures", self.theme.palette)
        self.backdrop.load()
        self.projector = Projector(self.backdrop, Images(), opening=opening)
        self.resize(SIZE)

    def resize(self, size: tuple[int, int]) -> None:
        self.surface = pygame.Surface(size, depth=32)
        self.painter = Painter(Faces(resources.assets() / "fonts"), scale_of(*size), self.theme.palette)

    def show(self, scene: Scene[None], now: int, awake: bool = True) -> bool:
        """Whether anything was drawn."""
        page = Page(stage_of(*self.surface.get_size()), self.theme, self.painter.ruler, now=now)
        return self.projector.show(scene, page, 0, self.surface, self.painter, awake)

    def pane(self) -> tuple[int, ...]:
        """The colour in the middle of the pane."""
        w, h = self.surface.get_size()
        return tuple(self.surface.get_at((w * 750 // 1280, h * 400 // 720)))[:3]

    def bytes(self) -> bytes:
        return pygame.image.tobytes(self.surface, "RGB")

    def pixels_changed(self, before: pygame.Surface) -> list[tuple[int, int]]:
        mask = pygame.mask.from_threshold(self.surface, (0, 0, 0), (1, 1, 1, 255), before)
        mask.invert()
        w, h = mask.get_size()
        return [(x, y) for x in range(w) for y in range(h) if mask.get_at((x, y))]
