"""The panel of a reveal: why it is so, where that is from, and the picture; judges nothing."""

from __future__ import annotations

from quizgame.screen.asking import framed
from quizgame.screen.canvas import TOP, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.revealing.base import Shown, roomy
from quizgame.screen.revealing.kinds import is_high
from quizgame.screen.widgets import write

LOWEST = 90  # units: a panel that is lower has no picture in it
UNTOLD = "No explanation was given for this one."


def draw_panel(canvas: Canvas, shown: Shown, box: Rect) -> None:
    """The pane, with the picture at its end."""
    canvas.panel(box)
    place = _picture_rect(shown, box)
    if place and shown.reveal.picture:
        canvas.picture(shown.reveal.picture, place, shown.page.theme.style("small"))


def draw_explanation(canvas: Canvas, shown: Shown, box: Rect) -> None:
    """The explanation and the source, beside the picture."""
    r, page, theme = shown.reveal, shown.page, shown.page.theme
    picture = _picture_rect(shown, box)
    room = (box.left(picture.x - box.x) if picture else box).inset(24, 14)
    source = f"Source: {r.source}" if r.source else ""
    part = 0.22 if is_high(shown) else 0.35
    small = page.ruler.fit(source, theme.style("small"), room.top(room.h * part), 11)
    low = page.ruler.size(source, small, room.w).h if source else 0
    write(canvas, page, r.explain or UNTOLD, room.above(low + 8), "option", theme.palette.paper, valign=TOP)
    if source:
        canvas.text(source, room.foot(low), small, theme.palette.dim)


def _picture_rect(shown: Shown, box: Rect) -> Rect | None:
    """The end of the panel, where there is a picture and room for it."""
    picture = shown.reveal.picture
    if picture is None or not roomy(shown.page) or box.h < LOWEST:
        return None
    return framed(picture, box.inset(8).end(box.w * 0.3))
