"""Busted: the heat reached 100 and the bags are dropped; knows the sums, not the rules."""

from __future__ import annotations

from collections.abc import Hashable

from quizgame.quiz.sums import Sums
from quizgame.screen.band import dollars
from quizgame.screen.canvas import TOP, Canvas
from quizgame.screen.ease import counted, ease_in, ease_in_out, progress
from quizgame.screen.layout import Rect
from quizgame.screen.menu import FocusScene
from quizgame.screen.moving import age_of
from quizgame.screen.scene import Finished, Mood, Page
from quizgame.screen.widgets import Chosen, Hint, Spot, body, button, hints, write

RED = 0.14  # of the light
BAGS = 4  # a quarter of the take is kept
FALL_AT, FALL_MS, BETWEEN_MS, DEPTH = 350, 420, 160, 28.0  # units; they fade above the line below
COUNT_MS = FALL_MS + 2 * BETWEEN_MS
DROPPED_MS = FALL_AT + COUNT_MS


class BustedScene(FocusScene[None]):
    """Gives back nothing: there is only one way on."""

    def __init__(self, sums: Sums, round_title: str, place: str = "") -> None:
        """`place` is where in the city the last round was."""
        super().__init__("on")
        self._sums, self._round, self._place = sums, round_title, place
        self._since: int | None = None
        self.cue("busted")

    def arrive(self, page: Page) -> None:
        self._since = page.now if self._since is None else self._since

    def spots(self, page: Page) -> list[Spot]:
        room = body(page)
        height = min(72, 58 * (0.5 + page.theme.text / 2))
        return [Spot("on", Rect(room.x, room.bottom - height, min(360, room.w), height))]

    def chosen(self, choice: Chosen, page: Page) -> Finished[None]:
        return Finished(None)

    def mood(self) -> Mood:
        return Mood(hushed=True)

    def still(self, page: Page) -> Hashable:
        return self.focus.id, self._drops(page)

    def live(self, page: Page) -> Hashable:
        return page.now if self._drops(page) else None

    def _drops(self, page: Page) -> bool:
        """Whether the bags are still falling."""
        return age_of(page, self._since) < DROPPED_MS

    @property
    def _dropped(self) -> int:
        """Dollars."""
        return -sum(line.dollars for line in self._sums.lines if line.dollars < 0)

    def _rows(self, page: Page) -> list[Rect]:
        """The word, where it happened, what is left, and the same in words."""
        room = body(page).above(100)
        tops, heights = (0, 0.38, 0.56, 0.73), (0.36, 0.17, 0.16, 0.26)
        return [room.below(room.h * y).top(room.h * h) for y, h in zip(tops, heights, strict=True)]

    def draw(self, canvas: Canvas, page: Page) -> None:
        p = page.theme.palette
        canvas.backdrop(1.0, 0.30, self._place)
        canvas.flood(p.alarm, RED)
        room = body(page).above(100)
        word, place, _, more = self._rows(page)
        canvas.scrim(Rect(room.x, room.y + room.h * 0.1, min(room.w, 1060), room.h * 0.9), 0.9)
        hints(canvas, page, [Hint("see the sums", "Enter", "A", "click")])
        write(canvas, page, "BUSTED", word, "poster", p.alarm, glow=True)
        told = f"The heat reached 100 in {self._round}."
        write(canvas, page, told, place, "question", p.paper, valign=TOP)
        lost = f"The bags stay behind: {dollars(self._dropped)} dropped, {dollars(self._sums.take)} kept."
        write(canvas, page, lost, more, "question", p.sodium, valign=TOP)
        button(canvas, page, self.spots(page)[0].rect, "See the sums", True)
        if not self._drops(page):
            self._draw_bags(canvas, page)

    def draw_live(self, canvas: Canvas, page: Page) -> None:
        if self._drops(page):
            self._draw_bags(canvas, page)

    def _draw_bags(self, canvas: Canvas, page: Page) -> None:
        """What is left of the take, and beside it the bags: three of four fall."""
        row, p, age = self._rows(page)[2], page.theme.palette, age_of(page, self._since)
        share = ease_in_out(progress(age, FALL_AT, COUNT_MS))
        take = dollars(counted(self._sums.take + self._dropped, self._sums.take, share))
        widest = page.ruler.size(dollars(self._sums.take + self._dropped), page.theme.style("title")).w + 10
        write(canvas, page, take, row.left(widest), "title", p.paper)
        side = min(54.0, row.h * 0.7)
        for bag in range(BAGS if self._dropped else 0):
            fallen = progress(age, FALL_AT + bag * BETWEEN_MS, FALL_MS) if bag < BAGS - 1 else 0.0
            x = row.x + widest + 30 + (BAGS - 1 - bag) * (side + 16)
            if fallen < 1:
                with canvas.faded(1 - fallen, y=DEPTH * ease_in(fallen)):
                    canvas.shape("bag", Rect(x, row.middle[1] - side / 2, side, side), p.sodium)
