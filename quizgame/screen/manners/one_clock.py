"""Asking against one clock for the whole run: how the last one went stands beside it; knows no rules."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from quizgame.quiz.view import Asked, Reveal, Standing
from quizgame.screen.band import band, band_rect, clock_rect, plates_rect
from quizgame.screen.canvas import MIDDLE, RIGHT, Canvas
from quizgame.screen.counting import COUNTED_MS, counting, draw_counting
from quizgame.screen.guard import is_fresh
from quizgame.screen.layout import Rect
from quizgame.screen.manners.base import Manner, answers
from quizgame.screen.scene import Input, Page
from quizgame.screen.seats import shortened
from quizgame.screen.terms import Terms
from quizgame.screen.theme import SPACE
from quizgame.screen.widgets import LEAST, write

SHOWN_MS = 1_400  # what the clock gained or lost stands beside it so long
RISE_MS, RISE = 300, 14.0  # units


class OneClock(Manner):
    """The next question stands there at once; a key that comes too soon was meant for the last one."""

    def __init__(
        self, terms: Terms, since: Callable[[], int | None], last: Reveal | None, beside: str = ""
    ) -> None:
        """`since()` is when this question came, in ms; `last` is how the one before went.

        `beside` is what a rival did at it.
        """
        super().__init__(terms)
        self._since, self._last, self._beside = since, last, beside

    def _age(self, page: Page) -> int:
        since = self._since()
        return 0 if since is None else max(0, page.now - since)

    def heard(self, input: Input, page: Page, asked: Asked) -> bool:
        return self._last is not None and answers(input) and is_fresh(self._since(), page.now)

    def counts(self, page: Page) -> bool:
        since, last = self._since(), self._last
        if since is None or last is None or not last.answer_money + last.speed_money:
            return False
        return page.theme.motion and since <= page.now < since + COUNTED_MS

    def draw_band(self, canvas: Canvas, page: Page, standing: Standing | None, asked: Asked) -> None:
        if self._last is not None:
            canvas.scrim(self._verdict_rect(page, standing).end(420), 0.7)
        band(canvas, page, standing, terms=self.terms, figures=not self.counts(page))
        if self._last is not None:
            self._draw_verdict(canvas, page, self._verdict_rect(page, standing), self._last)
        if self._beside:
            take = page.ruler.size("$0,000,000", page.theme.style("money")).w + 30
            room = plates_rect(page).after(take)
            room = room.left(room.w - clock_rect(page).w)  # where the clock's gains stand
            write(canvas, page, self._beside, room, "strong", page.theme.palette.paper)

    def _verdict_rect(self, page: Page, standing: Standing | None) -> Rect:
        """At the head of the band, right up to the clock: far from the question that it is not about."""
        room = band_rect(page).top(min(40.0, page.theme.style("strong").size * 1.3))
        room = room.left(clock_rect(page).x - SPACE.md - room.x)
        label = f"{standing.title.upper()}  ·  QUESTION 000" if standing else ""
        return room.after(page.ruler.size(label, page.theme.style("label")).w + SPACE.lg)

    def _draw_verdict(self, canvas: Canvas, page: Page, rect: Rect, last: Reveal) -> None:
        p = page.theme.palette
        side = rect.h * 0.7
        colour = p.right if last.correct else p.alarm
        words = rect.after(side + SPACE.sm)
        style = page.ruler.fit(self._told(last), page.theme.style("strong"), words, LEAST)
        told = shortened(page, self._told(last), style, words.w)
        canvas.text(told, words, style, colour, RIGHT, MIDDLE)
        x = words.right - page.ruler.size(told, style).w - SPACE.sm - side
        canvas.shape(
            "tick" if last.correct else "cross", Rect(x, rect.middle[1] - side / 2, side, side), colour
        )

    def _told(self, last: Reveal) -> str:
        """The last one on one line: right or wrong, what it did to the clock, and what was right."""
        word = "RIGHT" if last.correct else "WRONG"
        said = last.answer if last.correct else f"It was: {last.answer}"
        return f"{word}  {self._moved(last)}  ·  {said}"

    def _moved(self, last: Reveal) -> str:
        """What the last answer did to the clock; the sign is a minus, not a hyphen."""
        seconds = (self.terms.right_ms if last.correct else self.terms.wrong_ms) // 1000
        return f"+{seconds} s" if last.correct else f"\N{MINUS SIGN}{seconds} s"

    def live(self, page: Page) -> Hashable:
        if self._last is None or self._age(page) >= SHOWN_MS:
            return None
        return self._risen(page), page.now if self.counts(page) else None

    def _risen(self, page: Page) -> int:
        """How far the figure has risen, in tenths of its way; at once where nothing may move."""
        return 10 if not page.theme.motion else min(10, self._age(page) * 10 // RISE_MS)

    def draw_live(self, canvas: Canvas, page: Page, standing: Standing | None, asked: Asked) -> None:
        super().draw_live(canvas, page, standing, asked)
        if self._last is None or self.live(page) is None:
            return
        if standing and self.counts(page):
            draw_counting(canvas, page, counting(standing, self._last), self._age(page), self.terms)
        p, ring = page.theme.palette, clock_rect(page)
        height = ring.h * 0.5
        below = RISE * (1 - self._risen(page) / 10)
        place = Rect(ring.x - 12 - ring.h, ring.middle[1] - height / 2 + below, ring.h, height)
        colour = p.right if self._last.correct else p.alarm
        write(canvas, page, self._moved(self._last), place, "money", colour, RIGHT)
