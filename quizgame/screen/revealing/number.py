"""How a number went: the bar with the right one above it and the player's below; judges nothing."""

from __future__ import annotations

from quizgame.screen.canvas import CENTRE, MIDDLE, Canvas
from quizgame.screen.ease import ease_out, progress
from quizgame.screen.layout import Rect
from quizgame.screen.revealing.base import Shown, turned
from quizgame.screen.scale import Scale, draw_scale, figure, scale_in
from quizgame.screen.theme import Colour

GAP_MS = 300


def share_of_number(shown: Shown) -> float:
    """How much of the room under the question the bar gets."""
    return 0.48 if shown.page.theme.large else 0.46


def draw_number(canvas: Canvas, shown: Shown, room: Rect) -> None:
    """Both marks on the bar; where the player was right they are one."""
    r, page, p = shown.reveal, shown.page, shown.page.theme.palette
    assert isinstance(r.right, int)
    low, high = shown.reveal.span or (r.right - 1, r.right + 1)
    canvas.panel(room)
    inner = room.inset(24, 6)
    line = Rect(inner.x, inner.y + inner.h * 0.36, inner.w, inner.h * 0.28)
    scale = scale_in(page, line, low, high)
    draw_scale(canvas, page, line, scale)
    words = f"{figure(r.right)}  RIGHT" + (f", {shown.whose('YOURS')}" if r.correct else "")
    with canvas.faded(turned(shown, 2)):
        _mark(canvas, shown, inner.top(inner.h * 0.36), scale, r.right, "tick", words, p.right)
    if isinstance(r.given, int) and not r.correct:
        below = inner.foot(inner.h * 0.36)
        _gap(canvas, scale, r.right, r.given, p.alarm, ease_out(progress(shown.age, 0, GAP_MS)))
        words = f"{figure(r.given)}  {shown.whose('YOURS')}"
        _mark(canvas, shown, below, scale, r.given, "cross", words, p.alarm)


def _gap(canvas: Canvas, scale: Scale, right: int, given: int, colour: Colour, share: float) -> None:
    """The distance between the two, on the bar, as far (0 to 1) as it has grown from what was given."""
    start = scale.x(given)
    first, last = sorted((start, start + (scale.x(right) - start) * share))
    canvas.fill(Rect(first, scale.bar.y, last - first, scale.bar.h), colour)


def _mark(
    canvas: Canvas, shown: Shown, room: Rect, scale: Scale, value: int, icon: str, words: str, colour: Colour
) -> None:
    """An icon and words at a number, kept inside the room, and a stroke across the bar."""
    page, x = shown.page, scale.x(value)
    style = page.ruler.fit(words, page.theme.style("strong"), room.inset(0, 2), 12)
    side = style.size
    width = side + 10 + page.ruler.size(words, style).w + 4
    start = min(max(x - width / 2, room.x), room.right - width)
    canvas.fill(Rect(x - 2, scale.bar.y - 6, 4, scale.bar.h + 12), colour)
    canvas.shape(icon, Rect(start, room.middle[1] - side / 2, side, side), colour)
    canvas.text(
        words, Rect(start + side + 10, room.y, width - side - 10, room.h), style, colour, CENTRE, MIDDLE
    )
