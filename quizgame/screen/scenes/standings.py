"""The end of a game of several: who stands where; knows no file and no rules."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from quizgame.screen.band import dollars
from quizgame.screen.canvas import CENTRE, MIDDLE, RIGHT, Canvas
from quizgame.screen.ease import counted, ease_in_out, ease_out, progress
from quizgame.screen.guard import Guard
from quizgame.screen.layout import Rect
from quizgame.screen.menu import FocusScene
from quizgame.screen.moving import Light, age_of, button_lit
from quizgame.screen.scene import Action, Click, Finished, Input, Mood, Page, Press, pressed
from quizgame.screen.theme import SPACE, Style
from quizgame.screen.widgets import CHOOSE, MOVE_ACROSS, Chosen, Spot, body, hints, write

AGAIN, TITLE = "again", "title"
TIES = "Of equal takes, the one with more right answers goes first."
WHO, NOBODY = "WHO TAKES IT?", "NOBODY TAKES IT ALONE"
ROW_MS, COME_MS, NAME_MS = 350, 140, 260  # a take counts, its row comes in, the name of the first comes


class Standing(NamedTuple):
    """One player at the end; those who share a place are equal."""

    place: int
    shared: bool
    name: str
    take: int
    right: int
    tried: int


class _Parts(NamedTuple):
    """The title, the pane of the table, and the sentence below it."""

    title: Rect
    table: Rect
    note: Rect


class StandingsScene(FocusScene[str]):
    """Gives back the id of one of the ways on; going back is the last of them.

    The takes count from the last place to the first, and the name of whoever takes it comes after them.
    """

    def __init__(
        self, rows: Sequence[Standing], note: str, ways: Sequence[tuple[str, str]], first: str = ""
    ) -> None:
        """`ways` are (id, label). Whoever comes back to one of them, `first`, has seen the counting."""
        super().__init__(first or ways[0][0])
        self._rows, self._note, self._ways = rows, note, ways
        self._guard = Guard()
        self._since: int | None = None
        self._counts, self._heard, self._crowned = not first, 0, bool(first)

    def arrive(self, page: Page) -> None:
        self._guard.begin(page.now)
        if self._counts and self._since is None:
            self._since = page.now
        super().arrive(page)

    def tick(self, page: Page) -> None:
        """Each take is heard as it counts, and who takes it when the name comes."""
        age = age_of(page, self._since)
        begun = min(len(self._rows), age // ROW_MS + 1)
        if age < self._counted_ms and self._heard < begun:
            self._heard = begun
            self.cue("sum")
        if age >= self._counted_ms and self._since is not None and not self._crowned:
            self._crowned = True
            self.cue("getaway")

    @property
    def _counted_ms(self) -> int:
        """When all takes have been counted."""
        return ROW_MS * len(self._rows)

    def handle(self, input: Input, page: Page) -> Finished[str] | None:
        """Any key has all of it there at once; one that would leave does only that: who won is to be seen."""
        if self._guard.stops(input, page.now):
            return None
        if isinstance(input, Press | Click) and self._since is not None and self._moving(page):
            self._since = page.now - self._counted_ms - NAME_MS
            if isinstance(input, Click) or pressed(input, Action.ACCEPT, Action.BACK):
                self._guard.begin(page.now)
                return None
        return super().handle(input, page)

    def still(self, page: Page) -> Hashable:
        return self.lit(page), self._moving(page)

    def live(self, page: Page) -> Hashable:
        return page.now if self._moving(page) else super().live(page)

    def holds_back(self, page: Page) -> bool:
        return self._moving(page)

    def _moving(self, page: Page) -> bool:
        return age_of(page, self._since) < self._counted_ms + NAME_MS

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
        parts = self._parts(page)
        canvas.scrim(parts.note.left(760), 0.8)
        hints(canvas, page, [MOVE_ACROSS, CHOOSE])
        canvas.panel(parts.table)
        if not self._moving(page):
            self._draw_come(canvas, page)
        told = f"{self._note} {TIES}" if self._tied else self._note
        write(canvas, page, told, parts.note, "body", page.theme.palette.paper)
        self.draw_spots_at_rest(canvas, page)

    def draw_live(self, canvas: Canvas, page: Page) -> None:
        if self._moving(page):
            self._draw_come(canvas, page)
        super().draw_live(canvas, page)

    def draw_spots(self, canvas: Canvas, page: Page, light: Light) -> None:
        for spot, (_, label) in zip(self.spots(page), self._ways, strict=True):
            button_lit(canvas, page, spot.rect, label, light.on(spot.id), CENTRE)

    @property
    def _tied(self) -> bool:
        """Whether equal takes have different places."""
        return len({row.take for row in self._rows}) < len({row.place for row in self._rows})

    @property
    def _title(self) -> str:
        first = [row for row in self._rows if row.place == 1]
        return f"{first[0].name.upper()} TAKES IT" if len(first) == 1 else NOBODY

    def _style(self, page: Page, title: str) -> Style:
        style = page.theme.style("title")
        return page.ruler.fit(title, style, body(page).top(style.size * 1.1), 24)

    def _parts(self, page: Page) -> _Parts:
        """From the top down; the sentence stands right below the table, however short that is."""
        foot = self.spots(page)[0].rect.h + SPACE.lg
        room = body(page).above(foot)
        title = room.top(self._style(page, self._title).size * 1.1)
        room = room.below(title.h + 14)
        note = min(page.theme.style("body").size * 2.6, room.h * 0.16)
        rows, rim = len(self._rows), self._rim(room)
        table = room.top(min(84 * rows + 2 * rim, room.h - note - SPACE.sm))
        return _Parts(title, table, room.below(table.h + SPACE.sm).top(note))

    def _rim(self, room: Rect) -> float:
        """The air above the first row and below the bar of the last."""
        return min(18.0, room.h * 0.04)

    def _draw_come(self, canvas: Canvas, page: Page) -> None:
        """What comes in: the rows from the last to the first, then the title."""
        age, parts, p = age_of(page, self._since), self._parts(page), page.theme.palette
        box = parts.table.inset(26, self._rim(body(page).above(self.spots(page)[0].rect.h + SPACE.lg)))
        for number, rect in enumerate(box.rows(len(self._rows), 0)):
            begins = ROW_MS * (len(self._rows) - 1 - number)
            with canvas.faded(ease_out(progress(age, begins, COME_MS))):
                share = ease_in_out(progress(age, begins, ROW_MS))
                self._draw_row(canvas, page, rect, self._rows[number], share)
        named = self._named(age)
        for title, colour, seen in (
            (WHO, p.dim, 1 - named),
            (self._title, p.paper if self._title == NOBODY else p.sodium, named),
        ):
            if seen > 0:
                with canvas.faded(seen):
                    style = self._style(page, title)
                    canvas.text(title, parts.title, style, colour, valign=MIDDLE, glow=seen == 1)

    def _named(self, age: int) -> float:
        """How far (0 to 1) the name of the first has come."""
        return ease_out(progress(age, self._counted_ms, NAME_MS))

    def _draw_row(self, canvas: Canvas, page: Page, rect: Rect, row: Standing, share: float) -> None:
        """A row of which that share (0 to 1) has been counted."""
        p, first = page.theme.palette, row.place == 1
        bar = min(5, rect.h * 0.07)
        self._draw_share(canvas, page, rect.foot(bar), row, share)
        rect = rect.above(bar)
        place = f"{row.place} =" if row.shared else str(row.place)
        write(canvas, page, place, rect.left(64), "button", p.sodium if first else p.dim)
        self._draw_name(canvas, page, rect.after(76).left(rect.w * 0.42), row)
        right = f"{row.right} of {row.tried} right"
        write(canvas, page, right, rect.after(76 + rect.w * 0.44).left(rect.w * 0.22), "body", p.dim)
        step, take = "money" if first else "button", dollars(counted(0, row.take, share))
        write(canvas, page, take, rect.end(rect.w * 0.22), step, p.sodium, RIGHT)

    def _draw_name(self, canvas: Canvas, page: Page, rect: Rect, row: Standing) -> None:
        """Of the first it comes last."""
        p, first = page.theme.palette, row.place == 1
        with canvas.faded(self._named(age_of(page, self._since)) if first else 1.0):
            colour = p.sodium if first and not row.shared else p.paper
            write(canvas, page, row.name, rect, "strong", colour)

    def _draw_share(self, canvas: Canvas, page: Page, line: Rect, row: Standing, share: float) -> None:
        """The line below a row is as long as its take is beside the largest."""
        p, most = page.theme.palette, max(1, *(other.take for other in self._rows))
        canvas.fill(line, p.ring)
        canvas.fill(line.left(line.w * row.take / most * share), p.sodium)
