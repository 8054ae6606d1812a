"""Busted: the heat has reached 100 and now the bags are dropped; knows the sums, not the rules."""

from __future__ import annotations

from collections.abc import Hashable

from quizgame.quiz.sums import Sums
from quizgame.screen.band import dollars
from quizgame.screen.canvas import TOP, Canvas
from quizgame.screen.ease import counted, ease_in, ease_in_out, ease_out, progress
from quizgame.screen.layout import Rect
from quizgame.screen.menu import FocusScene
from quizgame.screen.moving import SETTLED, age_of
from quizgame.screen.scene import Finished, Mood, Page
from quizgame.screen.stamp import BUSTED
from quizgame.screen.widgets import Chosen, Hint, Spot, body, button, hints, write

RED = 0.14  # of the light
BAGS = 4  # a quarter of the take is kept
FALL_AT, FALL_MS, BETWEEN_MS = 420, 460, 160
BAG, GAP = 80.0, 26.0  # units
COUNT_MS = FALL_MS + (BAGS - 2) * BETWEEN_MS
DROPPED_MS = FALL_AT + COUNT_MS
TOLD_MS = 200


class BustedScene(FocusScene[None]):
    """Gives back nothing: there is only one way on."""

    def __init__(self, sums: Sums, round_title: str, place: str = "") -> None:
        """`place` is where in the city the last round was."""
        super().__init__("on")
        self._sums, self._round, self._place = sums, round_title, place
        self._since: int | None = None
        self._thumped = 0

    def arrive(self, page: Page) -> None:
        self._since = page.now if self._since is None else self._since

    def tick(self, page: Page) -> None:
        """A bag is heard as it hits the road; where nothing moves, none falls."""
        lands = FALL_AT + FALL_MS + self._thumped * BETWEEN_MS
        if self._dropped and lands <= DROPPED_MS and lands <= age_of(page, self._since) < SETTLED:
            self._thumped += 1
            self.cue("drop")

    def spots(self, page: Page) -> list[Spot]:
        room = body(page)
        height = min(72, 58 * (0.5 + page.theme.text / 2))
        return [Spot("on", Rect(room.x, room.bottom - height, min(360, room.w), height))]

    def chosen(self, choice: Chosen, page: Page) -> Finished[None]:
        return Finished(None)

    def mood(self) -> Mood:
        return Mood(hushed=True)

    def still(self, page: Page) -> Hashable:
        return self.focus.id, self._moves(page)

    def live(self, page: Page) -> Hashable:
        return page.now if self._moves(page) else None

    def _moves(self, page: Page) -> bool:
        """Whether the bags or the sentence are still on their way."""
        return age_of(page, self._since) < DROPPED_MS + TOLD_MS

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
        canvas.scrim(Rect(room.x, room.y + room.h * 0.1, min(room.w, 1060), room.h * 0.9), 0.9)
        hints(canvas, page, [Hint("see the sums", "Enter", "A", "click")])
        button(canvas, page, self.spots(page)[0].rect, "See the sums", True)
        if not self._moves(page):
            self._draw_all(canvas, page)

    def draw_live(self, canvas: Canvas, page: Page) -> None:
        if self._moves(page):
            self._draw_all(canvas, page)

    def _draw_all(self, canvas: Canvas, page: Page) -> None:
        p, age = page.theme.palette, age_of(page, self._since)
        word, place, sums, more = self._rows(page)
        write(canvas, page, BUSTED, word, "poster", p.alarm, glow=True)
        told = f"The heat reached 100 in {self._round}."
        write(canvas, page, told, place, "question", p.paper, valign=TOP)
        self._draw_take(canvas, page, sums, age)
        with canvas.faded(ease_out(progress(age, DROPPED_MS, TOLD_MS))):
            write(canvas, page, self._told, more, "question", p.sodium, valign=TOP)

    @property
    def _told(self) -> str:
        """What it came to, once it has been seen."""
        if not self._dropped:
            return "There was nothing in the bags to drop."
        return f"{dollars(self._dropped)} dropped with the bags. {dollars(self._sums.take)} kept."

    def _draw_take(self, canvas: Canvas, page: Page, row: Rect, age: int) -> None:
        """What is left of the take, and beside it the bags: three of four fall, one is kept."""
        p, before = page.theme.palette, self._sums.take + self._dropped
        take = counted(before, self._sums.take, ease_in_out(progress(age, FALL_AT, COUNT_MS)))
        widest = page.ruler.size(dollars(before), page.theme.style("title")).w + 10
        write(canvas, page, dollars(take), row.left(widest), "title", p.paper)
        side = min(BAG, row.h * 0.95, (row.w - widest) / (BAGS + 1) - GAP)
        bags = row.after(widest + GAP)
        for bag in range(BAGS if self._dropped else 0):
            place = bags.after((BAGS - 1 - bag) * (side + GAP)).left(side).centred(side, side)
            fallen = progress(age, FALL_AT + bag * BETWEEN_MS, FALL_MS) if bag < BAGS - 1 else 0.0
            if fallen < 1:
                self._draw_bag(canvas, page, place, bag, fallen)

    def _draw_bag(self, canvas: Canvas, page: Page, place: Rect, bag: int, fallen: float) -> None:
        """It flies across the picture and out at its foot, the first the farthest; its light goes with it."""
        far = (page.stage.right - place.right) * (1 - bag / (BAGS - 1))
        depth = (page.stage.bottom - place.y) * ease_in(fallen)
        with canvas.faded(1 - ease_in(ease_in(fallen)), x=far * fallen, y=depth):
            canvas.shape("bag", place, page.theme.palette.sodium)
