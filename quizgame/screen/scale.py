"""A bar from one whole number to another, and places on it; knows no question."""

from __future__ import annotations

from typing import NamedTuple

from quizgame.screen.canvas import LEFT, MIDDLE, RIGHT, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Page
from quizgame.screen.theme import Style

THICK = 10  # units
MOST_MARKS = 60


class Scale(NamedTuple):
    """The bar's place and the numbers at its ends."""

    bar: Rect
    low: int
    high: int

    def x(self, value: int) -> float:
        """Where on the bar a number is."""
        return self.bar.x + self.bar.w * (value - self.low) / (self.high - self.low)

    def at(self, share: float) -> int:
        """The number at a share (0 to 1) of the bar."""
        return self.low + round(min(1.0, max(0.0, share)) * (self.high - self.low))


def figure(value: int) -> str:
    """A number as it is shown: years without a comma, large numbers with."""
    return f"{value:,}" if abs(value) >= 10_000 else str(value)


def scale_in(page: Page, room: Rect, low: int, high: int) -> Scale:
    """A bar between the two numbers at its ends, in the middle of a room."""
    style = end_style(page, room)
    ends = [page.ruler.size(figure(value), style).w + 20 for value in (low, high)]
    bar = Rect(room.x + ends[0], room.middle[1] - THICK / 2, room.w - sum(ends), THICK)
    return Scale(bar, low, high)


def end_style(page: Page, room: Rect) -> Style:
    """How the numbers at the ends are set."""
    return page.ruler.fit("0", page.theme.style("strong"), room, 12)


def steps_of(low: int, high: int) -> tuple[int, ...]:
    """By how much a number of that range is changed at a touch: one, and powers of ten up to half of it."""
    steps = [1]
    while steps[-1] * 10 <= (high - low) / 2:
        steps.append(steps[-1] * 10)
    return tuple(steps)


def draw_scale(canvas: Canvas, page: Page, room: Rect, scale: Scale, lit: float | None = None) -> None:
    """The bar with its ends in figures; it is lit from its beginning up to `lit`."""
    p, bar = page.theme.palette, scale.bar
    canvas.fill(bar, p.ring)
    if lit is not None:
        canvas.fill(Rect(bar.x, bar.y, lit - bar.x, bar.h), p.cyan)
    _draw_marks(canvas, page, scale)
    style = end_style(page, room)
    canvas.text(figure(scale.low), Rect(room.x, room.y, bar.x - room.x, room.h), style, p.dim, LEFT, MIDDLE)
    rest = Rect(bar.right, room.y, room.right - bar.right, room.h)
    canvas.text(figure(scale.high), rest, style, p.dim, RIGHT, MIDDLE)


def _draw_marks(canvas: Canvas, page: Page, scale: Scale) -> None:
    """A small line below the bar at every step, the round ones longer."""
    small, *rest = steps_of(scale.low, scale.high)[-2:]
    round_ = rest[0] if rest else 5 * small
    every = small if scale.high - scale.low <= MOST_MARKS * small else round_
    first = -(-scale.low // every) * every
    for value in range(first, scale.high + 1, every):
        tall = 12 if value % round_ == 0 else 6
        canvas.fill(Rect(scale.x(value) - 0.75, scale.bar.bottom + 4, 1.5, tall), page.theme.palette.edge)
