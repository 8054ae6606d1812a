"""The card that opens a round: its number, its name and one line; knows no question."""

from __future__ import annotations

from quizgame.quiz.view import Standing
from quizgame.screen.band import THE_SCORE, dollars, heat_meter
from quizgame.screen.canvas import MIDDLE, TOP, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.menu import FocusScene
from quizgame.screen.scene import Action, Finished, Input, Page, pressed
from quizgame.screen.seats import Lit, draw_plates
from quizgame.screen.terms import Terms
from quizgame.screen.widgets import PAUSE as PAUSE_HINT
from quizgame.screen.widgets import Chosen, Hint, Spot, body, button, hints, write

BEGIN, PAUSE = "begin", "pause"


class RoundCard(FocusScene[str]):
    """Gives back BEGIN or PAUSE."""

    def __init__(
        self, standing: Standing, pays: int, risk: int, terms: Terms = THE_SCORE, told: str = ""
    ) -> None:
        """`pays` is dollars for a level 1 answer in this round, `risk` the heat of a miss.

        `told` is what else there is to know of the round.
        """
        super().__init__(BEGIN)
        self._standing, self._terms = standing, terms
        self._facts = _facts(pays, risk, terms, told)
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
        label = f"ROUND {s.round} OF {s.rounds}" if s.rounds > 1 else s.mode.upper() * (s.mode != s.title)
        write(canvas, page, label, number, "heading", p.sodium)
        write(canvas, page, s.title.upper(), name, "poster", p.paper, glow=True)
        write(canvas, page, s.line, line, "question", p.paper, valign=TOP)
        self._draw_facts(canvas, page, facts)
        button(canvas, page, self.spots(page)[0].rect, "Go in", True)

    def _rows(self, room: Rect) -> list[Rect]:
        heights = (0.13, 0.36, 0.26, 0.20)
        rows, y = [], room.y
        for share in heights:
            rows.append(Rect(room.x, y, min(room.w, 1060), room.h * share))
            y += room.h * share
        return rows

    def _draw_facts(self, canvas: Canvas, page: Page, rect: Rect) -> None:
        """The facts, and below them where everybody stands, if there is something to tell."""
        if self._terms.players:
            line, plates = rect.top(rect.h * 0.42), rect.below(rect.h * 0.46)
            takes = [dollars(take) for take in self._standing.takes]
            draw_plates(canvas, page, plates, self._terms.players, takes, Lit())
        elif self._terms.heat:
            line, meter = rect.rows(2, 4)
            self._draw_heat(canvas, page, meter)
        else:
            line = rect
        write(canvas, page, self._facts, line, "body", page.theme.palette.paper)

    def _draw_heat(self, canvas: Canvas, page: Page, rect: Rect) -> None:
        take, style = f"TAKE {dollars(self._standing.take)}", page.theme.style("label")
        width = page.ruler.size(take, style).w + 30
        canvas.text(take, rect, style, page.theme.palette.paper, valign=MIDDLE)
        heat_meter(canvas, page, rect.after(width), self._standing.heat)


def _facts(pays: int, risk: int, terms: Terms, told: str) -> str:
    """What an answer pays and a miss brings, in a line."""
    parts = [f"An answer pays {dollars(pays)} times its level."] if terms.money else []
    if terms.heat:
        parts.append(f"A miss: +{risk} heat.")
    return " ".join([*parts, told]).strip()
