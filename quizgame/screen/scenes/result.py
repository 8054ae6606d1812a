"""The end of a run: how it ended and the sums, line by line; knows no file and no rules."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from quizgame.quiz.run import Ending
from quizgame.quiz.sums import Sums
from quizgame.screen.band import THE_SCORE, dollars
from quizgame.screen.canvas import MIDDLE, TOP, Canvas
from quizgame.screen.ease import ease_in, ease_out, progress
from quizgame.screen.guard import Guard
from quizgame.screen.layout import Rect, stack
from quizgame.screen.menu import FocusScene
from quizgame.screen.moving import SETTLED, age_of, button_lit
from quizgame.screen.scene import Action, Click, Finished, Input, Mood, Page, Press, pressed
from quizgame.screen.sum_lines import Counted, draw_sums, sums_rect
from quizgame.screen.terms import Terms
from quizgame.screen.theme import SPACE
from quizgame.screen.widgets import CHOOSE, MOVE_ACROSS, MOVE_ROUND, Chosen, Spot, body, heading, hints, write

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
RECORD = "RECORD"
FALL_MS, LARGER, STEPS = 160, 0.35, 6  # the word lands with the last dollar: so much larger before, in steps
BEATEN_MS = 300  # after it, for what it has beaten to come
CITY_VEIL, PLACE_VEIL = 0.15, 0.45
SHADE = 1.1  # behind the words


class Words(NamedTuple):
    """Where the take stands large, and below it what is to be said of it."""

    figure: Rect
    record: Rect
    note: Rect
    fair: Rect


class ResultScene(FocusScene[str]):
    """Gives back one of the choices."""

    def __init__(
        self,
        sums: Sums,
        note: str,
        choices: Sequence[str],
        first: str = "",
        terms: Terms = THE_SCORE,
        beaten: str = "",
        place: str = "",
    ) -> None:
        """`note` is a sentence about the table (a place, or why the run is not on it).

        `place` is where in the city it ended; who got away has the whole city before them. `beaten` says
        what the best take was until now, where the run is a record. Whoever comes back to a choice, `first`,
        has seen the counting.
        """
        super().__init__(first or choices[0])
        self._beaten, self._counts, self._place = beaten, not first, place
        self._since: int | None = None
        self._guard = Guard()
        self._sums, self._note, self._choices, self._terms = sums, note, choices, terms
        self._counted = Counted(sums, terms.money)
        self._heard = 0
        self._due = [(self._counted.lines_ms, "count")] if self._counted.counts else []
        self._due += [(self._counted.whole_ms, "record")] if beaten else []

    def arrive(self, page: Page) -> None:
        self._guard.begin(page.now)
        if self._counts and self._since is None:
            self._since = page.now
        super().arrive(page)

    def tick(self, page: Page) -> None:
        """Each line is heard as it comes, the take as it counts, and a record on the last dollar."""
        age = age_of(page, self._since)
        if age < self._counted.lines_ms and self._heard < self._counted.begun(age):
            self._heard = self._counted.begun(age)
            self.cue("sum")
        elapsed = page.now - self._since if self._since is not None else 0
        for at, sound in [due for due in self._due if due[0] <= elapsed]:
            self._due.remove((at, sound))
            if sound == "record" or age < self._counted.whole_ms:
                self.cue(sound)

    def handle(self, input: Input, page: Page) -> Finished[str] | None:
        """Whoever does something wants no more to be counted: the sums are complete at once.

        Nobody leaves a record unseen: what would leave does only that, then.
        """
        if self._guard.stops(input, page.now):
            return None
        if isinstance(input, Press | Click) and self._since is not None:
            unseen = bool(self._beaten) and self._moving(page)[0]
            self._since = min(self._since, page.now - self._whole_ms)
            if unseen and (isinstance(input, Click) or pressed(input, Action.ACCEPT, Action.BACK)):
                self._guard.begin(page.now)
                return None
        return super().handle(input, page)

    def still(self, page: Page) -> Hashable:
        return self.focus.id, self._moving(page)

    @property
    def _whole_ms(self) -> int:
        """When all has come, in ms."""
        return self._counted.whole_ms + (BEATEN_MS if self._beaten else 0)

    def live(self, page: Page) -> Hashable:
        return page.now if any(self._moving(page)) else None

    def holds_back(self, page: Page) -> bool:
        return self._moving(page)[0]

    def _moving(self, page: Page) -> tuple[bool, bool]:
        """Whether the sums are still being counted, and the light on its way between the choices."""
        return age_of(page, self._since) < self._whole_ms, self._lamp.moves(page)

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

    def mood(self) -> Mood:
        return Mood()

    def draw(self, canvas: Canvas, page: Page) -> None:
        p = page.theme.palette
        busted = self._sums.ending is Ending.BUSTED
        canvas.backdrop(1.0 if busted else 0.0, PLACE_VEIL if self._place else CITY_VEIL, self._place)
        rows = len({spot.rect.y for spot in self.spots(page)})
        left, pane = self._parts(page)
        canvas.scrim(left.top(self._words(page).fair.bottom - left.y), SHADE)
        hints(canvas, page, [MOVE_ACROSS if rows == 1 else MOVE_ROUND, CHOOSE])
        heading(canvas, page, self._title, p.alarm if busted else None)
        if self._terms.money:
            canvas.panel(pane)
        sums, light = self._moving(page)
        self._draw_words(canvas, page)
        if not sums:
            self._draw_counted(canvas, page, rest=True)
        if not light:
            self._draw_ways(canvas, page)

    def draw_live(self, canvas: Canvas, page: Page) -> None:
        sums, light = self._moving(page)
        if sums:
            self._draw_counted(canvas, page, rest=False)
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
        """What came of it at the left and the pane of the sums, between the title and the choices."""
        area, title = body(page), page.theme.style("title")
        style = page.ruler.fit(self._title, title, area.top(title.size * 1.1), 24)
        room = area.below(style.size * 1.1 + 14).above(area.bottom - self.spots(page)[0].rect.y + SPACE.lg)
        if not self._terms.money:
            return room.left(900), room.left(0)
        share = 0.46 if page.theme.large else 0.54
        pane = room.after(room.w * share + SPACE.xl)
        return room.left(room.w * share), sums_rect(pane, self._sums)

    def _words(self, page: Page) -> Words:
        """Below each other; the note stands beside the title where the text is large."""
        left, style = self._parts(page)[0], page.theme.style
        figure, record = min(style("poster").size * 1.1, left.h * 0.4), 0.0
        if self._beaten:
            record = min(style("title").size * 1.25, left.h * 0.24)
        note = min(page.ruler.size(self._note, style("question"), left.w).h + SPACE.sm, left.h * 0.26)
        if page.theme.large:
            note = 0.0
        large, line, told = stack(left, [figure, record, note], SPACE.sm)
        rest = left.below(told.bottom - left.y + SPACE.sm).top(style("body").size * 5)
        if page.theme.large:
            title = body(page).top(left.y - body(page).y - 14)
            told = title.after(page.ruler.size(self._title, style("title")).w + SPACE.wide)
        return Words(large, line, told, rest)

    def _draw_counted(self, canvas: Canvas, page: Page, rest: bool) -> None:
        """The sums, the take and what it has beaten; the take shines only at rest."""
        age, p, words = age_of(page, self._since), page.theme.palette, self._words(page)
        if self._terms.money:
            draw_sums(canvas, page, self._parts(page)[1], self._counted, age)
        tint = p.sodium if self._beaten and age >= self._counted.whole_ms else p.paper
        figure = words.figure
        style = page.ruler.fit(self._counted.figure(SETTLED), page.theme.style("poster"), figure, 24)
        canvas.text(self._counted.figure(age), figure, style, tint, valign=MIDDLE, glow=rest)
        if self._beaten:
            self._draw_record(canvas, page, words, age - self._counted.whole_ms)

    def _draw_record(self, canvas: Canvas, page: Page, words: Words, age: int) -> None:
        """The word comes down in the colour of gold, so many ms after the last dollar; then what was beaten.

        That stands beside the word; where the text is large, in the place of the last sentence.
        """
        if age < -FALL_MS:
            return
        p, line = page.theme.palette, words.record
        style = page.ruler.fit(RECORD, page.theme.style("title"), line, 14)
        told = line.after(page.ruler.size(RECORD, style).w + SPACE.xl)
        fallen = progress(age, -FALL_MS, FALL_MS)
        above = round(STEPS * (1 - ease_in(fallen))) / STEPS
        with canvas.faded(fallen):
            large = style.at(style.size * (1 + LARGER * above))
            canvas.text(RECORD, line, large, p.sodium, valign=MIDDLE, glow=fallen == 1)
        with canvas.faded(ease_out(progress(age, 0, BEATEN_MS))):
            if page.theme.large:
                write(canvas, page, self._beaten, words.fair, "option", p.paper, valign=TOP)
            else:
                write(canvas, page, self._beaten, told, "option", p.paper)

    def _draw_words(self, canvas: Canvas, page: Page) -> None:
        """The note, and the word about speed."""
        words, p = self._words(page), page.theme.palette
        middle = MIDDLE if page.theme.large else TOP
        write(canvas, page, self._note, words.note, "question", p.paper, valign=middle)
        if not (self._beaten and page.theme.large):
            write(canvas, page, self._fair(), words.fair, "body", p.dim, valign=TOP)

    def _fair(self) -> str:
        """What speed was worth beside knowing."""
        s = self._sums
        if not self._terms.money:
            return "Nothing was at stake. What you missed comes first next time."
        least = dollars(s.cheapest_answer)
        if self._terms.one_clock:
            return f"Every right answer paid at least {least}, and no quick one more than a slow one."
        if not s.speed:
            return f"One more right answer would have paid at least {least}."
        return (
            f"Speed paid {dollars(s.speed)} in all. One more right answer would have paid at least "
            f"{least}: knowing beats hurrying, always."
        )
