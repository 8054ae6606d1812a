"""A moment of waiting while the questions are read; knows only whether they are ready."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from quizgame.screen.canvas import Canvas
from quizgame.screen.scene import Action, Finished, Input, Page, Scene, pressed
from quizgame.screen.widgets import BACK, heading, hints

STEP_MS = 400


class LoadingScene(Scene[bool]):
    """Gives back whether the player waited until all was ready."""

    def __init__(self, ready: Callable[[], bool]) -> None:
        super().__init__()
        self._ready = ready

    def tick(self, page: Page) -> Finished[bool] | None:
        return Finished(True) if self._ready() else None

    def handle(self, input: Input, page: Page) -> Finished[bool] | None:
        return Finished(False) if pressed(input, Action.BACK) else None

    def still(self, page: Page) -> Hashable:
        return page.now // STEP_MS % 4

    def draw(self, canvas: Canvas, page: Page) -> None:
        canvas.backdrop(0, 0.4)
        room = heading(canvas, page, "CASING THE PLACE")
        dots = "." * (page.now // STEP_MS % 4)
        canvas.text(f"Reading the questions {dots}", room, page.theme.style("body"), page.theme.palette.paper)
        hints(canvas, page, [BACK])
