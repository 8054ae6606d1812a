"""The choice of a mode, with what awaits the player in it; knows no rules."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from quizgame.quiz.modes import MODES
from quizgame.screen.canvas import CENTRE, MIDDLE, RIGHT, Canvas
from quizgame.screen.cards import common_style
from quizgame.screen.layout import Rect, Size
from quizgame.screen.menu import FocusScene, column
from quizgame.screen.moving import Light, button_lit
from quizgame.screen.scene import Action, Finished, Input, Mood, Page, pressed
from quizgame.screen.theme import Style
from quizgame.screen.widgets import (
    BACK,
    CHOOSE,
    MOVE,
    Chosen,
    Hint,
    Spot,
    body,
    heading,
    hints,
    write,
)

HOWTO = "howto"
LINE, ROW, NUMBER = 64, 84, 50  # units: rows that are few do not drift apart
LEAST_LINE = 16.0  # units: smaller than that, what a round pays has two lines


@dataclass(frozen=True, slots=True)
class Offer:
    """A mode as it is offered: what is said of it, what it pays and costs, and lines such as the best take.

    `rounds` are rows of a name and what belongs to it; `numbered` where they are played in that order.
    """

    id: str
    title: str
    line: str
    rounds: tuple[tuple[str, str], ...]
    notes: tuple[str, ...] = ()
    numbered: bool = True


@dataclass(frozen=True, slots=True)
class Explain:
    """The player wants to know how a mode works."""

    mode: str


class ModesScene(FocusScene[str | Explain | None]):
    """Gives back the id of a mode, Explain, or None."""

    def __init__(self, look: Callable[[], Sequence[Offer]], first: str = "") -> None:
        """`look()` is what there is now: the same modes, while what can be dealt in them may change."""
        super().__init__(first)
        self._look, self._offers = look, look()
        self._shown = first or self._offers[0].id

    def tick(self, page: Page) -> Finished[str | Explain | None] | None:
        self._offers = self._look()
        return None

    def spots(self, page: Page) -> list[Spot]:
        left, _ = self._parts(page)
        ids = [offer.id for offer in self._offers]
        places = column(left, ids, 60 * min(1.5, page.theme.text))
        spots = [Spot(id, rect) for id, rect in zip(ids, places, strict=True)]
        return [*spots, Spot(HOWTO, self._howto(page))]

    def handle(self, input: Input, page: Page) -> Finished[str | Explain | None] | None:
        if pressed(input, Action.LEFT) and self.focused(page) == HOWTO:
            self.focus.id = self._shown
            return None
        finished = super().handle(input, page)
        focused = self.focused(page)
        if focused != HOWTO:
            self._shown = focused
        return finished

    def chosen(self, choice: Chosen, page: Page) -> Finished[str | Explain | None]:
        return Finished(Explain(self._shown) if choice.id == HOWTO else choice.id)

    def back(self) -> Finished[str | Explain | None]:
        return Finished(None)

    def still(self, page: Page) -> Hashable:
        return self.lit(page), tuple(self._offers), self._shown

    def _parts(self, page: Page) -> tuple[Rect, Rect]:
        """Where the modes stand, and where the one with the focus is described."""
        room = body(page)
        room = room.below(min(page.theme.style("title").size * 1.1 + 24, room.h * 0.3))
        return room.left(room.w * 0.3), room.after(room.w * 0.3 + 24)

    def _howto(self, page: Page) -> Rect:
        """The button for the rules, at the end of the title's line."""
        height = min(64, 46 * (0.5 + page.theme.text / 2))
        return body(page).top(height).end(min(210 * (0.5 + page.theme.text / 2), page.area.w * 0.32))

    def ahead(self, page: Page) -> str:
        return MODES[self._shown].rounds[0].place if self._shown in MODES else ""

    def mood(self) -> Mood:
        return Mood()

    def draw(self, canvas: Canvas, page: Page) -> None:
        canvas.backdrop(0, 0.35)
        hints(canvas, page, [MOVE, CHOOSE, Hint("how it works", "<right>", "<right>"), BACK])
        heading(canvas, page, "CHOOSE THE JOB")
        self.draw_spots_at_rest(canvas, page)
        self._describe(canvas, page, next(offer for offer in self._offers if offer.id == self._shown))

    def draw_spots(self, canvas: Canvas, page: Page, light: Light) -> None:
        *spots, howto = self.spots(page)
        button_lit(canvas, page, howto.rect, "How it works", light.on(HOWTO), CENTRE)
        titles = [offer.title for offer in self._offers]
        for title, spot in zip(titles, spots, strict=True):
            button_lit(canvas, page, spot.rect, title, light.on(spot.id), like=titles)

    def _describe(self, canvas: Canvas, page: Page, offer: Offer) -> None:
        _, box = self._parts(page)
        theme, p = page.theme, page.theme.palette
        canvas.panel(box)
        room = box.inset(28, 22)
        style = page.ruler.fit(offer.line, theme.style("body"), room.top(room.h * 0.3), 13)
        height = page.ruler.size(offer.line, style, room.w).h
        canvas.text(offer.line, room, style, p.paper)
        room = room.below(height + 16)
        notes = room.foot(min(room.h * 0.5, len(offer.notes) * theme.style("label").size * 1.6))
        table = room.above(notes.h + 8)
        rows = table.top(ROW * len(offer.rounds)).rows(len(offer.rounds), 6)
        worth = self._worth(page, offer, rows[0])
        called = self._called(page, offer, rows[0])
        for number, ((_, words), row) in enumerate(zip(offer.rounds, rows, strict=True), start=1):
            self._row(canvas, page, row, offer, number, called)
            canvas.text(words, row.top(LINE).end(row.w * _share(page, offer)), worth, p.dim, RIGHT, MIDDLE)
        for note, row in zip(offer.notes, notes.rows(len(offer.notes), 4), strict=True):
            write(canvas, page, note, row, "label", p.sodium)

    def _worth(self, page: Page, offer: Offer, row: Rect) -> Style:
        """One size for what all rounds pay: on one line, or on two where that would be too small to read."""
        style, room = page.theme.style("body"), Size(row.w * _share(page, offer), row.top(LINE).h)
        for _, words in offer.rounds:
            if not page.theme.large:
                line = Size(room.w, style.size * 1.4)
                style = page.ruler.fit(words, style, line, min(LEAST_LINE, style.size))
            style = page.ruler.fit(words, style, room, 11)
        return style

    def _called(self, page: Page, offer: Offer, row: Rect) -> Style:
        """One size for the names of all rounds."""
        names, room = [name for name, _ in offer.rounds], _named(page, row, offer)
        return common_style(page, names, [room] * len(names), page.theme.style("button"))

    def _row(self, canvas: Canvas, page: Page, row: Rect, offer: Offer, number: int, called: Style) -> None:
        p, line = page.theme.palette, row.top(LINE)
        canvas.fill(Rect(line.x, line.bottom + 2, line.w, 1), p.edge, 120)
        if offer.numbered:
            write(canvas, page, str(number), line.left(NUMBER), "heading", p.cyan)
        canvas.text(offer.rounds[number - 1][0], _named(page, row, offer), called, p.paper, valign=MIDDLE)


def _named(page: Page, row: Rect, offer: Offer) -> Rect:
    """Where the name of a round stands."""
    return row.top(LINE).left(row.w * (0.98 - _share(page, offer))).after(NUMBER if offer.numbered else 0)


def _share(page: Page, offer: Offer) -> float:
    """The share of a row for what a round pays; with large text as much as its words need."""
    if not page.theme.large:
        return 0.58
    name, words = (
        max(page.ruler.size(row[side], page.theme.style(step)).w for row in offer.rounds)
        for side, step in enumerate(("button", "body"))
    )
    return min(0.66, max(0.42, words / (name + words + NUMBER)))
