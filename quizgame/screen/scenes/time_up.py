"""The one clock of a run stands at nothing, for a moment and alone; knows no sums and no rules."""

from __future__ import annotations

from collections.abc import Hashable

from quizgame.screen.canvas import CENTRE, MIDDLE, Canvas
from quizgame.screen.ease import ease_out, progress
from quizgame.screen.layout import Rect
from quizgame.screen.moving import age_of
from quizgame.screen.scene import Click, Finished, Input, Mood, Page, Press, Scene
from quizgame.screen.widgets import write

SHOWN_MS = 700
RING, WORD = 0.46, 0.18  # of the height
LIT_MS, LEAST_LIT = 450, 0.25  # how long the ring's light sinks, and to what share of it


class TimeUpScene(Scene[None]):
    """Gives back nothing: it passes, or any key ends it."""

    def __init__(self) -> None:
        super().__init__()
        self._since: int | None = None
        self.cue("late")

    def arrive(self, page: Page) -> None:
        self._since = page.now if self._since is None else self._since

    def handle(self, input: Input, page: Page) -> Finished[None] | None:
        return Finished(None) if isinstance(input, Press | Click) else None

    def tick(self, page: Page) -> Finished[None] | None:
        over = self._since is not None and page.now - self._since >= SHOWN_MS
        return Finished(None) if over else None

    def mood(self) -> Mood:
        return Mood(hushed=True)

    def live(self, page: Page) -> Hashable:
        return page.now if age_of(page, self._since) < LIT_MS else None

    def spoken(self, page: Page, asked: bool = False) -> str:
        return "Time. The clock has run out."

    def draw(self, canvas: Canvas, page: Page) -> None:
        ring = self._ring(page)
        canvas.backdrop(0, 0.70)
        word = Rect(page.area.x, ring.bottom, page.area.w, page.stage.h * WORD)
        canvas.scrim(ring.inset(-ring.w * 0.3, -ring.h * 0.1), 1.2)
        write(canvas, page, "TIME", word, "title", page.theme.palette.alarm, CENTRE, glow=True)

    def draw_live(self, canvas: Canvas, page: Page) -> None:
        """The whole ring burns once more and goes down; the figure stands."""
        ring, p = self._ring(page), page.theme.palette
        sunk = ease_out(progress(age_of(page, self._since), 0, LIT_MS))
        canvas.ring(ring, 1.0, p.alarm, 1 - (1 - LEAST_LIT) * sunk)
        style = page.theme.style("poster").at(ring.h * 0.64)
        canvas.text("0", ring, style, p.paper, CENTRE, MIDDLE)

    def _ring(self, page: Page) -> Rect:
        stage, side = page.stage, page.stage.h * RING
        return Rect(stage.x + (stage.w - side) / 2, stage.y + stage.h * 0.16, side, side)
