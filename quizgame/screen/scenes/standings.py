"""The end of a game of several: who stands where; knows no file and no rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quizgame.screen.band import dollars
from quizgame.screen.canvas import CENTRE, RIGHT, Canvas
from quizgame.screen.guard import Guard
from quizgame.screen.layout import Rect
from quizgame.screen.menu import FocusScene
from quizgame.screen.moving import Light, button_lit
from quizgame.screen.scene import Finished, Input, Mood, Page
from quizgame.screen.widgets import CHOOSE, MOVE_ACROSS, Chosen, Spot, body, heading, hints, write

AGAIN, TITLE = "again", "title"
TIES = "Of equal takes, the one with more right answers goes first."


class Standing(NamedTuple):
    """One player at the end; those who share a place are equal."""

    place: int
    shared: bool
    name: str
    take: int
    right: int
    tried: int


class StandingsScene(FocusScene[str]):
    """Gives back the id of one of the ways on; going back is the last of them."""

    def __init__(self, rows: Sequence[Standing], note: str, ways: Sequence[tuple[str, str]]) -> None:
        """`ways` are (id, label)."""
        super().__init__(ways[0][0])
        self._rows, self._note, self._ways = rows, note, ways
        self._guard = Guard()
        self.cue("getaway")

    def arrive(self, page: Page) -> None:
        self._guard.begin(page.now)
        super().arrive(page)

    def handle(self, input: Input, page: Page) -> Finished[str] | None:
        return None if self._guard.stops(input, page.now) else super().handle(input, page)

    def spots(self, page: Page) -> list[Spot]:
        height = min(76, 56 * (0.5 + page.theme.text / 2))
        places = body(page).foot(height).columns(max(3, len(self._ways)), 14)
        return [Spot(id, rect) for (id, _), rect in zip(self._ways, places, strict=False)]

    def chosen(self, choice: Chosen, page: Page) -> Finished[str]:
        return Finished(choice.id)

    def back(self) -> Finished[str]:
        return Finished(self._ways[-1][0])

    def mood(self) -> Mood:
        return Mood()

    def draw(self, canvas: Canvas, page: Page) -> None:
        canvas.backdrop(0, 0.20)
        foot = self.spots(page)[0].rect.h + 16
        whole = body(page).above(foot)
        note = whole.foot(min(page.theme.style("body").size * 2.6, whole.h * 0.14))
        canvas.scrim(note.left(760), 0.8)
        hints(canvas, page, [MOVE_ACROSS, CHOOSE])
        room = heading(canvas, page, self._title()).above(foot)
        self._draw_table(canvas, page, room.above(note.h + 10))
        told = f"{self._note} {TIES}" if self._tied else self._note
        write(canvas, page, told, note, "body", page.theme.palette.paper)
        self.draw_spots_at_rest(canvas, page)

    def draw_spots(self, canvas: Canvas, page: Page, light: Light) -> None:
        for spot, (_, label) in zip(self.spots(page), self._ways, strict=True):
            button_lit(canvas, page, spot.rect, label, light.on(spot.id), CENTRE)

    @property
    def _tied(self) -> bool:
        """Whether equal takes have different places."""
        return len({row.take for row in self._rows}) < len({row.place for row in self._rows})

    def _title(self) -> str:
        first = [row for row in self._rows if row.place == 1]
        return f"{first[0].name.upper()} TAKES IT" if len(first) == 1 else "NOBODY TAKES IT ALONE"

    def _draw_table(self, canvas: Canvas, page: Page, box: Rect) -> None:
        height = min(84, (box.h - 16) / len(self._rows))
        box = box.top(height * len(self._rows) + 16)
        canvas.panel(box)
        for row, rect in zip(self._rows, box.inset(26, 8).rows(len(self._rows), 0), strict=True):
            self._draw_row(canvas, page, rect, row)

    def _draw_row(self, canvas: Canvas, page: Page, rect: Rect, row: Standing) -> None:
        p, first = page.theme.palette, row.place == 1
        bar = min(5, rect.h * 0.07)
        self._draw_share(canvas, page, rect.foot(bar), row)
        rect = rect.above(bar)
        place = f"{row.place} =" if row.shared else str(row.place)
        write(canvas, page, place, rect.left(64), "button", p.sodium if first else p.dim)
        write(canvas, page, row.name, rect.after(76).left(rect.w * 0.42), "strong", p.paper)
        right = f"{row.right} of {row.tried} right"
        write(canvas, page, right, rect.after(76 + rect.w * 0.44).left(rect.w * 0.22), "body", p.dim)
        step = "money" if first else "button"
        write(canvas, page, dollars(row.take), rect.end(rect.w * 0.22), step, p.sodium, RIGHT)

    def _draw_share(self, canvas: Canvas, page: Page, line: Rect, row: Standing) -> None:
        """The line below a row is as long as its take is beside the largest."""
        p, most = page.theme.palette, max(1, *(other.take for other in self._rows))
        canvas.fill(line, p.ring)
        canvas.fill(line.left(line.w * row.take / most), p.sodium)
