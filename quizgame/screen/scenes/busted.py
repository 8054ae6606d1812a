"""Busted: the heat reached 100 and the bags are dropped; knows the sums, not the rules."""

from __future__ import annotations

from quizgame.quiz.sums import Sums
from quizgame.screen.band import dollars
from quizgame.screen.canvas import TOP, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.menu import FocusScene
from quizgame.screen.scene import Finished, Page
from quizgame.screen.widgets import Chosen, Hint, Spot, body, button, hints, write


class BustedScene(FocusScene[None]):
    """Gives back nothing: there is only one way on."""

    def __init__(self, sums: Sums, round_title: str) -> None:
        super().__init__("on")
        self._sums, self._round = sums, round_title
        self.cue("busted")

    def spots(self, page: Page) -> list[Spot]:
        room = body(page)
        height = min(72, 58 * (0.5 + page.theme.text / 2))
        return [Spot("on", Rect(room.x, room.bottom - height, min(360, room.w), height))]

    def chosen(self, choice: Chosen, page: Page) -> Finished[None]:
        return Finished(None)

    def draw(self, canvas: Canvas, page: Page) -> None:
        p = page.theme.palette
        canvas.backdrop(1.0, 0.30)
        room = body(page).above(100)
        word, place, more = (
            room.top(room.h * 0.46),
            room.below(room.h * 0.48).top(room.h * 0.2),
            room.below(room.h * 0.7),
        )
        canvas.scrim(Rect(room.x, room.y + room.h * 0.1, min(room.w, 900), room.h * 0.85), 0.7)
        hints(canvas, page, [Hint("see the sums", "Enter", "A", "click")])
        write(canvas, page, "BUSTED", word, "poster", p.alarm, glow=True)
        dropped = -sum(line.dollars for line in self._sums.lines if line.dollars < 0)
        told = f"The heat reached 100 in {self._round}."
        write(canvas, page, told, place, "question", p.paper, valign=TOP)
        lost = f"The bags stay behind: {dollars(dropped)} dropped, {dollars(self._sums.take)} kept."
        write(canvas, page, lost, more, "question", p.sodium, valign=TOP)
        button(canvas, page, self.spots(page)[0].rect, "See the sums", True)
