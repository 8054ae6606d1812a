"""The card that opens a round: its number, its name, where it is and one line; knows no question."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from contextlib import contextmanager

from quizgame.quiz.view import Standing
from quizgame.screen.band import THE_SCORE, dollars, heat_meter, heat_of, mood_of, place_of
from quizgame.screen.canvas import MIDDLE, TOP, Canvas
from quizgame.screen.ease import ease_out, progress
from quizgame.screen.layout import Rect
from quizgame.screen.menu import FocusScene
from quizgame.screen.moving import age_of
from quizgame.screen.scene import Action, Finished, Input, Mood, Page, pressed
from quizgame.screen.seats import Lit, draw_plates
from quizgame.screen.terms import Terms
from quizgame.screen.widgets import PAUSE as PAUSE_HINT
from quizgame.screen.widgets import Chosen, Hint, Spot, body, button, hints, write

BEGIN, PAUSE = "begin", "pause"
APART_MS, COME_MS = 80, 280  # between one part's beginning and the next one's, and how long each takes
PARTS = 5
RISE = 18.0  # units
RULE = 440.0  # units: how long the line below the name is
ROWS, PLACELESS_ROWS = (0.12, 0.34, 0.12, 0.21, 0.21), (0.13, 0.36, 0.05, 0.23, 0.20)


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
        self._since: int | None = None
        self.cue("card")

    def arrive(self, page: Page) -> None:
        self._since = page.now if self._since is None else self._since

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

    def mood(self) -> Mood:
        return mood_of(self._standing)

    def still(self, page: Page) -> Hashable:
        return self.focus.id, self._moves(page)

    def live(self, page: Page) -> Hashable:
        return page.now if self._moves(page) else None

    def _moves(self, page: Page) -> bool:
        return age_of(page, self._since) < APART_MS * (PARTS - 1) + COME_MS

    def draw(self, canvas: Canvas, page: Page) -> None:
        s = self._standing
        canvas.backdrop(heat_of(s), 0.15, place_of(s))
        number, *_, facts = self._rows(page)
        canvas.scrim(Rect(number.x, number.y, min(number.w, 900), facts.bottom - number.y), 0.7)
        hints(canvas, page, [Hint("go in", "Enter", "A", "click"), PAUSE_HINT])
        if not self._moves(page):
            self._draw_words(canvas, page)
        button(canvas, page, self.spots(page)[0].rect, "Go in", True)

    def draw_live(self, canvas: Canvas, page: Page) -> None:
        if self._moves(page):
            self._draw_words(canvas, page)

    def _draw_words(self, canvas: Canvas, page: Page) -> None:
        s, p, accent = self._standing, page.theme.palette, page.theme.accent(self._standing.place)
        number, name, where, line, facts = self._rows(page)
        label = f"ROUND {s.round} OF {s.rounds}" if s.rounds > 1 else s.mode.upper() * (s.mode != s.title)
        with self._coming(canvas, page, 0):
            write(canvas, page, label, number, "heading", accent)
        with self._coming(canvas, page, 1):
            write(canvas, page, s.title.upper(), name, "poster", p.paper, glow=True)
        self._draw_where(canvas, page, where)
        with self._coming(canvas, page, 3):
            write(canvas, page, s.line, line, "question", p.paper, valign=TOP)
        with self._coming(canvas, page, 4):
            self._draw_facts(canvas, page, facts)

    def _draw_where(self, canvas: Canvas, page: Page, rect: Rect) -> None:
        """A rule that is drawn from the left, and where and when as a script would have it."""
        accent, share = page.theme.accent(self._standing.place), self._come(page, 2)
        width = min(rect.w, RULE) * share
        if width:
            canvas.fill(rect.top(page.theme.palette.line * 2).left(width), accent)
        if self._standing.slug:
            with self._coming(canvas, page, 2):
                write(canvas, page, self._standing.slug, rect.below(rect.h * 0.2), "label", accent)

    def _come(self, page: Page, part: int) -> float:
        """How far a part has come, from 0 to 1."""
        return ease_out(progress(age_of(page, self._since), APART_MS * part, COME_MS))

    @contextmanager
    def _coming(self, canvas: Canvas, page: Page, part: int) -> Iterator[None]:
        share = self._come(page, part)
        with canvas.faded(share, y=RISE * (1 - share)):
            yield

    def _rows(self, page: Page) -> list[Rect]:
        """Number, name, place, line and facts, from top to bottom."""
        room = body(page).above(90)
        rows, y = [], room.y
        for share in ROWS if self._standing.slug else PLACELESS_ROWS:
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
