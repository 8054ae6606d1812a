"""The card that opens a round: its number, its name and one line; knows no question."""

from __future__ import annotations

from quizgame.quiz.view import Standing
from quizgame.screen.band import dollars, heat_meter
from quizgame.screen.canvas import MIDDLE, TOP, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.menu import FocusScene
from quizgame.screen.scene import Action, Finished, Input, Page, pressed
from quizgame.screen.widgets import PAUSE as PAUSE_HINT
from quizgame.screen.widgets import Chosen, Hint, Spot, body, button, hints, write

BEGIN, PAUSE = "begin", "pause"


class RoundCard(FocusScene[str]):
    """Gives back BEGIN or PAUSE."""

    def __init__(self, standing: Standing, pays: int, risk: int) -> None:
        """`pays` is dollars for a level 1 answer in this round, `risk` the heat of a miss."""
        super().__init__(BEGIN)
        self._standing, self._pays, self._risk = standing, pays, risk
        self.cue("card")

    def spots(self, page: Page) -> list[Spot]:
        room = body(page)
        height = min(64, 56 * page.theme.text)
        return [Spot(BEGIN, Rect(room.x, room.bottom - height, min(320, room.w), height))]

    def chosen(self, choice: Chosen, page: Page) -> Finished[str]:
        return Finished(BEGIN)

    def handle(self, input: Input, page: Page) -> Finished[str] | None:
        if pressed(input, Action.PAUSE, Action.BACK):
            return Finished(PAUSE)
        return super().handle(input, page)

    def draw(self, canvas: Canvas, page: Page) -> None:
        s, p = self._standing, page.theme.palette
        canvas.backdrop(s.heat / 100, 0.25)
        room = body(page).above(90)
        number, name, line, facts = self._rows(room)
        canvas.scrim(Rect(room.x, number.y, min(room.w, 900), facts.bottom - number.y), 0.7)
        hints(canvas, page, [Hint("go in", "Enter", "A", "click"), PAUSE_HINT])
        label = f"ROUND {s.round} OF {s.rounds}"
        write(canvas, page, label, number, "heading", p.sodium)
        write(canvas, page, s.title.upper(), name, "poster", p.paper, glow=True)
        write(canvas, page, s.line, line, "question", p.paper, valign=TOP)
        self._facts(canvas, page, facts)
        button(canvas, page, self.spots(page)[0].rect, "Go in", True)

    def _rows(self, room: Rect) -> list[Rect]:
        heights = (0.13, 0.36, 0.26, 0.20)
        rows, y = [], room.y
        for share in heights:
            rows.append(Rect(room.x, y, min(room.w, 1060), room.h * share))
            y += room.h * share
        return rows

    def _facts(self, canvas: Canvas, page: Page, rect: Rect) -> None:
        theme, p, s = page.theme, page.theme.palette, self._standing
        text = f"An answer pays {dollars(self._pays)} times its level. A miss: +{self._risk} heat."
        line, meter = rect.rows(2, 4)
        write(canvas, page, text, line, "body", p.paper)
        take = f"TAKE {dollars(s.take)}"
        style = theme.style("label")
        width = page.ruler.size(take, style).w + 30
        canvas.text(take, meter, style, p.paper, valign=MIDDLE)
        heat_meter(canvas, page, meter.after(width), s.heat)
