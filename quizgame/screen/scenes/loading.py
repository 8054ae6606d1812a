"""A moment of waiting while the questions are read; knows only how far that is, and whether one may play."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from quizgame.screen.canvas import CENTRE, MIDDLE, RIGHT, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.menu import FocusScene
from quizgame.screen.scene import Finished, Mood, Page
from quizgame.screen.theme import SPACE
from quizgame.screen.widgets import BACK, CHOOSE, Chosen, Spot, body, button, heading, hints, write

STEP_MS = 400
PLAY = "play"

Progress = Callable[[], tuple[int, int] | None]


class LoadingScene(FocusScene[bool]):
    """Gives back whether the player waited until all was ready, or wants to play with what is."""

    def __init__(self, ready: Callable[[], bool], progress: Progress = lambda: None) -> None:
        """`ready()`: whether one may play. `progress()`: while more is read, how much is done of how much."""
        super().__init__(PLAY)
        self._ready, self._progress = ready, progress

    def tick(self, page: Page) -> Finished[bool] | None:
        return Finished(True) if self._ready() and self._progress() is None else None

    def spots(self, page: Page) -> list[Spot]:
        if not self._ready():
            return []
        height = min(76, 58 * (0.5 + page.theme.text / 2))
        return [Spot(PLAY, body(page).foot(height).left(min(page.area.w, 380 * page.theme.text)))]

    def chosen(self, choice: Chosen, page: Page) -> Finished[bool]:
        return Finished(True)

    def back(self) -> Finished[bool]:
        return Finished(False)

    def still(self, page: Page) -> Hashable:
        return self._percent(), self._ready(), page.now // STEP_MS % 4 if self._percent() is None else 0

    def mood(self) -> Mood:
        return Mood()

    def draw(self, canvas: Canvas, page: Page) -> None:
        canvas.backdrop(0, 0.4)
        room, percent = heading(canvas, page, "CASING THE PLACE"), self._percent()
        line, bar = self._places(page, room)
        if percent is not None:
            canvas.panel(Rect(line.x, line.y, line.w, line.h + bar.h).inset(-SPACE.xl, -SPACE.lg))
            self._draw_bar(canvas, page, bar, percent)
        write(canvas, page, self._words(page), line, "body", page.theme.palette.paper)
        # The shadow of the hints would fall on the button.
        hints(canvas, page, [CHOOSE, BACK] if self.spots(page) else [BACK])
        for spot in self.spots(page):
            button(canvas, page, spot.rect, "Play what was there", focused=True, align=CENTRE)

    def _places(self, page: Page, room: Rect) -> tuple[Rect, Rect]:
        """Where the words and the bar stand."""
        style = page.theme.style("body")
        inner = room.left(900).inset(SPACE.xl, SPACE.lg)
        height = page.ruler.size(self._words(page), style, inner.w).h
        return inner.top(height), inner.below(height).top(style.size * 2.4)

    def _words(self, page: Page) -> str:
        if self._percent() is None:
            return f"Reading the questions {'.' * (page.now // STEP_MS % 4)}"
        if self._ready():
            return "New questions are being read. Wait for them, or play what was there."
        return "The questions are being read. This is needed once."

    def _percent(self) -> int | None:
        progress = self._progress()
        return None if progress is None else 100 * progress[0] // max(1, progress[1])

    def _draw_bar(self, canvas: Canvas, page: Page, room: Rect, percent: int) -> None:
        p, style = page.theme.palette, page.theme.style("strong")
        words = room.end(page.ruler.size("100 %", style).w + SPACE.xs)
        bar = Rect(room.x, room.middle[1] - 6, room.w - words.w - SPACE.lg, SPACE.md)
        canvas.fill(bar, p.ring)
        canvas.fill(bar.left(bar.w * percent / 100), p.cyan)
        canvas.text(f"{percent} %", words, style, p.paper, RIGHT, MIDDLE)
