"""The end of a run: how it ended and the sums, line by line; knows no file and no rules."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace

from quizgame.quiz.run import Ending
from quizgame.quiz.sums import Sum, Sums
from quizgame.screen.band import THE_SCORE, dollars
from quizgame.screen.canvas import RIGHT, TOP, Canvas
from quizgame.screen.ease import counted, ease_out, progress
from quizgame.screen.guard import is_slip
from quizgame.screen.layout import Rect, stack
from quizgame.screen.menu import FocusScene
from quizgame.screen.moving import age_of, button_lit
from quizgame.screen.scene import Click, Finished, Input, Page, Press
from quizgame.screen.terms import Terms
from quizgame.screen.widgets import CHOOSE, MOVE, Chosen, Spot, body, heading, hints, write

SIGN, REVIEW, SHARE, CHALLENGE = "sign", "review", "share", "challenge"
AGAIN, TITLE = "again", "title"
LABELS = {
    SIGN: "Sign the table",
    REVIEW: "Review",
    SHARE: "Share",
    CHALLENGE: "Challenge",
    AGAIN: "Play again",
    TITLE: "Title screen",
}
HEADINGS = {
    Ending.CLEAR: "THE GETAWAY",
    Ending.WALKED: "WALKED AWAY",
    Ending.BUSTED: "BUSTED",
    Ending.TIME: "TIME",
    Ending.ABANDONED: "CALLED OFF",
}


LINE_MS, COUNT_MS, FADE_MS = 90, 360, 160  # from line to line, for its dollars, for its words
SLIDE = 14.0  # units
FEW = 2  # lines of sums beside which there is room for a large figure


class ResultScene(FocusScene[str]):
    """Gives back one of the choices."""

    def __init__(
        self,
        sums: Sums,
        note: str,
        choices: Sequence[str],
        first: str = "",
        terms: Terms = THE_SCORE,
        record: bool = False,
        place: str = "",
    ) -> None:
        """`note` is a sentence about the table (a place, or why the run is not on it).

        `place` is where in the city it ended; who got away has the whole city before them.
        The note shines where the run is a `record`. Whoever comes back to a choice, `first`, has seen the
        counting.
        """
        super().__init__(first or choices[0])
        self._record, self._counts, self._place = record, not first, place
        self._since: int | None = None
        self._came: int | None = None
        self._sums, self._note, self._choices, self._terms = sums, note, choices, terms

    def arrive(self, page: Page) -> None:
        self._came = page.now
        if self._counts and self._since is None:
            self._since = page.now
        super().arrive(page)

    def handle(self, input: Input, page: Page) -> Finished[str] | None:
        """Whoever does something wants no more to be counted: the sums are complete at once."""
        if is_slip(input, self._came, page.now):
            return None
        if isinstance(input, Press | Click) and self._since is not None:
            self._since = min(self._since, page.now - self._summed_ms)
        return super().handle(input, page)

    @property
    def _summed_ms(self) -> int:
        """When all sums stand there, in ms."""
        return len(self._sums.lines) * LINE_MS + COUNT_MS

    def still(self, page: Page) -> Hashable:
        return self.focus.id, self._moving(page)

    def live(self, page: Page) -> Hashable:
        return page.now if any(self._moving(page)) else None

    def _moving(self, page: Page) -> tuple[bool, bool]:
        """Whether the sums are still being counted, and the light on its way between the choices."""
        return age_of(page, self._since) < self._summed_ms, self._lamp.moves(page)

    def spots(self, page: Page) -> list[Spot]:
        height, across, rows = min(76, 56 * (0.5 + page.theme.text / 2)), max(3, len(self._choices)), 1
        if across > 4 and (page.theme.large or page.stage.w < 1200):
            height, across, rows = height * 0.72, -(-across // 2), 2
        lines = body(page).foot(height * rows + 10 * (rows - 1)).rows(rows, 10)
        places = [place for line in lines for place in line.columns(across, 14)]
        return [Spot(id, rect) for id, rect in zip(self._choices, places, strict=False)]

    def chosen(self, choice: Chosen, page: Page) -> Finished[str]:
        return Finished(choice.id)

    def back(self) -> Finished[str]:
        return Finished(TITLE)

    def draw(self, canvas: Canvas, page: Page) -> None:
        p = page.theme.palette
        busted = self._sums.ending is Ending.BUSTED
        canvas.backdrop(1.0 if busted else 0.0, 0.55 if self._place else 0.40, self._place)
        hints(canvas, page, [MOVE, CHOOSE])
        heading(canvas, page, self._title, p.alarm if busted else None)
        table, words = self._parts(page)
        canvas.panel(table)
        sums, light = self._moving(page)
        if not sums:
            self._draw_table(canvas, page, table)
        self._draw_words(canvas, page, words)
        if not light:
            self._draw_ways(canvas, page)

    def draw_live(self, canvas: Canvas, page: Page) -> None:
        sums, light = self._moving(page)
        if sums:
            self._draw_table(canvas, page, self._parts(page)[0])
        if light:
            self._draw_ways(canvas, page)

    def _draw_ways(self, canvas: Canvas, page: Page) -> None:
        light = self._lamp.light(page, self.focused(page))
        for spot in self.spots(page):
            button_lit(canvas, page, spot.rect, LABELS[spot.id], light.on(spot.id), "centre")

    @property
    def _title(self) -> str:
        return HEADINGS[self._sums.ending] if self._terms.money else "CALL IT A NIGHT"

    def _parts(self, page: Page) -> tuple[Rect, Rect]:
        """The sums and the words, between the title and the choices."""
        area, title = body(page), page.theme.style("title")
        style = page.ruler.fit(self._title, title, area.top(title.size * 1.1), 24)
        room = area.below(style.size * 1.1 + 14).above(area.bottom - self.spots(page)[0].rect.y + 16)
        if page.theme.large:
            return room.top(room.h * 0.76), room.below(room.h * 0.78)
        return room.left(room.w * 0.6), room.after(room.w * 0.6 + 20)

    def _draw_table(self, canvas: Canvas, page: Page, box: Rect) -> None:
        """The sums, line after line, and the take, which grows with them."""
        age = age_of(page, self._since)
        counted_lines = [self._counted(line, number, age) for number, line in enumerate(self._sums.lines)]
        take = self._sums.take if age >= self._summed_ms else sum(line.dollars for line in counted_lines)
        if len(self._sums.lines) <= FEW and not page.theme.large:
            box = self._draw_figure(canvas, page, box, take)
        total = "Take" if self._terms.money else "Right"
        lines = [*counted_lines, Sum(total, f"{self._sums.right} of {self._sums.asked}", take)]
        room = box.inset(26, 14 if page.stage.h >= 700 and not page.theme.large else 4)
        height = min(62, room.h / (len(lines) + 0.4))
        rows = stack(room, [height] * (len(lines) - 1) + [height * 1.4], 0)
        for number, (line, row) in enumerate(zip(lines, rows, strict=True)):
            last = number == len(lines) - 1
            come = 1.0 if last else ease_out(progress(age, number * LINE_MS, FADE_MS))
            with canvas.faded(come, x=-SLIDE * (1 - come)):
                self._draw_sum(canvas, page, row, line, total=last)

    @staticmethod
    def _counted(line: Sum, number: int, age: int) -> Sum:
        """A line with as many of its dollars as have been counted."""
        share = ease_out(progress(age, number * LINE_MS, COUNT_MS))
        return replace(line, dollars=counted(0, line.dollars, share))

    def _draw_figure(self, canvas: Canvas, page: Page, box: Rect, take: int) -> Rect:
        """Where the sums are short: what came of it, large. Gives back the room below."""
        s, p = self._sums, page.theme.palette
        text = dollars(take) if self._terms.money else f"{s.right} OF {s.asked}"
        write(canvas, page, text, box.top(box.h * 0.5).inset(26, 10), "poster", p.paper, glow=True)
        return box.below(box.h * 0.5)

    def _draw_sum(self, canvas: Canvas, page: Page, row: Rect, line: Sum, total: bool) -> None:
        p = page.theme.palette
        if total:
            canvas.fill(Rect(row.x, row.y, row.w, 2), p.sodium)
        colour = p.alarm if line.dollars < 0 else p.sodium if total else p.paper
        count = row.after(row.w * 0.48).left(row.w * 0.18)
        words, figures = ("button", "heading") if total else ("strong", "button")
        write(canvas, page, line.label, row.left(row.w * 0.46), words, p.paper)
        write(canvas, page, line.count, count, words, p.dim)
        if self._terms.money:
            write(canvas, page, dollars(line.dollars), row.end(row.w * 0.32), figures, colour, RIGHT)

    def _draw_words(self, canvas: Canvas, page: Page, room: Rect) -> None:
        """The note and the word about speed: below each other, or with large text apart."""
        p = page.theme.palette
        canvas.panel(room, "focus" if self._record else "glass")
        room = room.inset(24, 4 if page.theme.large else 16)
        note, rest = room.top(room.h * 0.40), room.below(room.h * 0.44)
        if page.theme.large:
            note, rest = body(page).top(page.theme.style("title").size * 1.1).after(page.area.w * 0.5), room
        colour = p.sodium if self._record else p.paper
        write(canvas, page, self._note, note, "question", colour, valign=TOP, glow=self._record)
        write(canvas, page, self._fair(), rest, "body", p.dim, valign=TOP)

    def _fair(self) -> str:
        """What speed was worth beside knowing."""
        s = self._sums
        if not self._terms.money:
            return "Nothing was at stake. What you missed comes first next time."
        least = dollars(s.cheapest_answer)
        if self._terms.one_clock:
            return f"Every right answer paid at least {least}, and no quick one more than a slow one."
        return (
            f"Speed paid {dollars(s.speed)} in all. One more right answer would have paid at least "
            f"{least}: knowing beats hurrying, always."
        )
