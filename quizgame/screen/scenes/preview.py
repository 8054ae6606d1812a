"""A strip above any screen of a question: which it is, the way to the next, what is wrong; knows no file."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, NamedTuple

from quizgame.screen.band import band_rect
from quizgame.screen.canvas import MIDDLE, Canvas
from quizgame.screen.cutting import cut
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Action, Away, Click, Device, Finished, Input, Page, Scene, pressed
from quizgame.screen.widgets import Hint

NEXT, PREVIOUS, PROBLEMS, CHANGED = "next", "previous", "problems", "changed"
TURN = Hint("previous, next", "PgUp|PgDn", "{previous}|{next}", "click an arrow")
LEAVE = Hint("leave", "Esc", "B", "right click")


class Strip(NamedTuple):
    """What the strip says. `number` counts from 1; `notice` is one line about what is wrong, or "".

    `problems` says whether there is a list of them, `grave` that the notice is of an error.
    """

    title: str
    number: int
    of: int
    notice: str = ""
    grave: bool = False
    problems: bool = False


def ways(strip: Strip, writing: bool) -> list[Hint]:
    """The hints of the strip; while words are written, P is one of their letters."""
    problems = Hint("problems", "F1" if writing else "{pause}", "{pause}", "click the notice")
    return [TURN, *([problems] if strip.problems else []), LEAVE]


class PreviewScene(Scene[Any]):
    """Gives back what the screen below gives back, or NEXT, PREVIOUS, PROBLEMS or CHANGED."""

    def __init__(self, below: Scene[Any], strip: Strip, changed: Callable[[], bool]) -> None:
        """`changed()` says that there is something else to be shown."""
        super().__init__()
        self.below = below
        self._strip, self._has_changed = strip, changed

    @property
    def wants_text(self) -> bool:
        return self.below.wants_text

    def arrive(self, page: Page) -> None:
        self.below.arrive(page)

    def tick(self, page: Page) -> Finished[Any] | None:
        return Finished(CHANGED) if self._has_changed() else self.below.tick(page)

    def handle(self, input: Input, page: Page) -> Finished[Any] | None:
        turned = self._turned(input, page)
        if turned:
            self.cue("focus")
            return Finished(turned)
        if self._wants_problems(input, page):
            return Finished(PROBLEMS) if self._strip.problems else None
        if isinstance(input, Away):  # whoever writes a pack goes to and fro between the windows
            return None
        return self.below.handle(input, page)

    def _turned(self, input: Input, page: Page) -> str:
        shoulders = page.device is Device.PAD
        if pressed(input, Action.PAGE_DOWN) or (shoulders and pressed(input, Action.NEXT)):
            return NEXT
        if pressed(input, Action.PAGE_UP) or (shoulders and pressed(input, Action.PREVIOUS)):
            return PREVIOUS
        for way, arrow in zip((PREVIOUS, NEXT), self.arrows(page), strict=True):
            if _hits(input, arrow):
                return way
        return ""

    def _wants_problems(self, input: Input, page: Page) -> bool:
        if self.wants_text and pressed(input, Action.CREW_1):
            return True
        return pressed(input, Action.PAUSE) or (
            bool(self._strip.notice) and _hits(input, self.notice_rect(page))
        )

    def still(self, page: Page) -> Hashable:
        return self.below.still(page)

    def live(self, page: Page) -> Hashable:
        return self.below.live(page)

    def sounds(self) -> list[str]:
        return [*super().sounds(), *self.below.sounds()]

    # --- places ---

    def arrows(self, page: Page) -> list[Rect]:
        """Where the pointer turns to the previous and the next question."""
        band = band_rect(page)
        side = min(64.0, band.h * 0.62)
        room = band.top(side).end(2 * side + 12)
        return room.columns(2, 12)

    def notice_rect(self, page: Page) -> Rect:
        """Where what is wrong is told."""
        band = band_rect(page)
        return band.below(band.h * 0.44).left(self._room(page).w).top(46)

    def _room(self, page: Page) -> Rect:
        band = band_rect(page)
        return band.left(self.arrows(page)[0].x - band.x - 24)

    # --- drawing ---

    def draw(self, canvas: Canvas, page: Page) -> None:
        self.below.draw(canvas, page)
        p, room = page.theme.palette, self._room(page)
        label = room.top(room.h * 0.38)
        style = page.ruler.fit("X", page.theme.style("label"), label, 10)
        told = f"PREVIEW {self._strip.number:,} OF {self._strip.of:,}  ·  {self._strip.title.upper()}"
        words = cut(page.ruler, told, style, label.w)
        canvas.text(words, label, style, p.sodium, valign=MIDDLE)
        for name, arrow in zip(("left", "right"), self.arrows(page), strict=True):
            canvas.panel(arrow)
            canvas.shape(name, arrow.centred(arrow.h * 0.45, arrow.h * 0.45), p.cyan)
        if self._strip.notice:
            self._draw_notice(canvas, page)

    def _draw_notice(self, canvas: Canvas, page: Page) -> None:
        rect, p = self.notice_rect(page), page.theme.palette
        colour = p.alarm if self._strip.grave else p.sodium
        canvas.panel(rect, "solid" if page.theme.contrast else "glass")
        side = min(22, rect.h * 0.5)
        icon = Rect(rect.x + 12, rect.middle[1] - side / 2, side, side)
        canvas.shape("cross" if self._strip.grave else "dot", icon, colour)
        room = rect.after(side + 24).inset(0, 4)
        room = room.left(room.w - 12)
        style = page.ruler.fit("X", page.theme.style("strong"), room, 10)
        canvas.text(cut(page.ruler, self._strip.notice, style, room.w), room, style, colour, valign=MIDDLE)

    def draw_live(self, canvas: Canvas, page: Page) -> None:
        self.below.draw_live(canvas, page)


def _hits(input: Input, rect: Rect) -> bool:
    return isinstance(input, Click) and rect.holds(input.x, input.y)
