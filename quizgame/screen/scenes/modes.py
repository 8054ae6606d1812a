"""The choice of a mode, with what awaits the player in it; knows no rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizgame.screen.canvas import RIGHT, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.menu import FocusScene, column
from quizgame.screen.scene import Finished, Page
from quizgame.screen.widgets import BACK, CHOOSE, MOVE, Chosen, Spot, body, button, heading, hints, write


@dataclass(frozen=True, slots=True)
class Offer:
    """A mode as it is offered: what is said of it, its rounds, and lines such as the best take so far."""

    id: str
    title: str
    line: str
    rounds: tuple[tuple[str, str], ...]
    notes: tuple[str, ...] = ()


class ModesScene(FocusScene[str | None]):
    """Gives back the id of a mode, or None."""

    def __init__(self, offers: Sequence[Offer], first: str = "") -> None:
        super().__init__(first)
        self._offers = offers

    def spots(self, page: Page) -> list[Spot]:
        left, _ = self._parts(page)
        ids = [offer.id for offer in self._offers]
        return [
            Spot(id, rect)
            for id, rect in zip(ids, column(left, ids, 60 * min(1.5, page.theme.text)), strict=True)
        ]

    def chosen(self, choice: Chosen, page: Page) -> Finished[str | None]:
        return Finished(choice.id)

    def back(self) -> Finished[str | None]:
        return Finished(None)

    def _parts(self, page: Page) -> tuple[Rect, Rect]:
        """Where the modes stand, and where the one with the focus is described."""
        room = body(page)
        room = room.below(min(page.theme.style("title").size * 1.1 + 24, room.h * 0.3))
        return room.left(room.w * 0.3), room.after(room.w * 0.3 + 24)

    def draw(self, canvas: Canvas, page: Page) -> None:
        canvas.backdrop(0, 0.35)
        hints(canvas, page, [MOVE, CHOOSE, BACK])
        heading(canvas, page, "CHOOSE THE JOB")
        focused = self.focused(page)
        for offer, spot in zip(self._offers, self.spots(page), strict=True):
            button(canvas, page, spot.rect, offer.title, offer.id == focused)
        shown = next((offer for offer in self._offers if offer.id == focused), None)
        if shown:
            self._describe(canvas, page, shown)

    def _describe(self, canvas: Canvas, page: Page, offer: Offer) -> None:
        _, box = self._parts(page)
        theme, p = page.theme, page.theme.palette
        canvas.panel(box)
        room = box.inset(28, 22)
        style = page.ruler.fit(offer.line, theme.style("body"), room.top(room.h * 0.3), 13)
        height = page.ruler.size(offer.line, style, room.w).h
        canvas.text(offer.line, room, style, p.paper)
        room = room.below(height + 16)
        notes = room.foot(len(offer.notes) * theme.style("label").size * 1.6)
        rows = room.above(notes.h + 8).rows(len(offer.rounds), 6)
        for number, ((name, worth), row) in enumerate(zip(offer.rounds, rows, strict=True), start=1):
            self._row(canvas, page, row, number, name, worth)
        for note, row in zip(offer.notes, notes.rows(len(offer.notes), 4), strict=True):
            write(canvas, page, note, row, "label", p.sodium)

    def _row(self, canvas: Canvas, page: Page, row: Rect, number: int, name: str, worth: str) -> None:
        p = page.theme.palette
        row = row.top(64)
        canvas.fill(Rect(row.x, row.bottom + 2, row.w, 1), p.edge, 120)
        write(canvas, page, str(number), row.left(50), "heading", p.cyan)
        write(canvas, page, name, row.after(50).left(row.w * 0.5), "button", p.paper)
        end = row.end(row.w * 0.42)
        write(canvas, page, worth, end, "small", p.dim, RIGHT)
