"""The panel of a reveal: why it is so, where that is from, and the picture; judges nothing."""

from __future__ import annotations

from quizgame.screen.asking import framed
from quizgame.screen.canvas import Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.revealing.base import Shown, roomy
from quizgame.screen.scene import Page
from quizgame.screen.theme import SPACE, Style
from quizgame.screen.widgets import LEAST

LOWEST, FRAME = 90, 8  # units: a panel that is lower has no picture in it, and the air round one
SHARES = tuple(1 - step / 40 for step in range(33))
"""Of the full sizes of text: what is tried, one after the other."""

UNTOLD = "No explanation was given for this one."
ASIDE, ABOVE, AIR = 24.0, 14.0, 10.0  # units: round the words, and between both where there is room


def needed(shown: Shown, width: float) -> float:
    """How high a panel must be for its words at their full size, and for its picture, in units."""
    room = Rect(0, 0, width, shown.page.stage.h)
    picture = _picture_rect(shown, room)
    words = (room.left(picture.x) if picture else room).inset(ASIDE, 0)
    high = _high(shown.page, *_words(shown), words, _smaller(shown.page, 1)) + 2 * ABOVE + AIR
    return max(high, picture.h + 2 * FRAME) if picture else high


def draw_panel(canvas: Canvas, shown: Shown, box: Rect) -> None:
    """The pane, with the picture at its end."""
    canvas.panel(box)
    place = _picture_rect(shown, box)
    if place and shown.reveal.picture:
        canvas.picture(shown.reveal.picture, place, shown.page.theme.style("small"))


def draw_explanation(canvas: Canvas, shown: Shown, box: Rect) -> None:
    """The explanation and the source, beside the picture."""
    page, theme = shown.page, shown.page.theme
    picture = _picture_rect(shown, box)
    room = (box.left(picture.x - box.x) if picture else box).inset(ASIDE, ABOVE)
    why, source = _words(shown)
    large, small = _styles(page, why, source, room)
    canvas.text(why, room, large, theme.palette.paper)
    if source:
        canvas.text(source, room.foot(page.ruler.size(source, small, room.w).h), small, theme.palette.dim)


def _words(shown: Shown) -> tuple[str, str]:
    """The explanation, and where that is from; "" where nobody said."""
    r = shown.reveal
    return r.explain or UNTOLD, f"Source: {r.source}" if r.source else ""


def _styles(page: Page, why: str, source: str, room: Rect) -> tuple[Style, Style]:
    """The largest sizes in which both stand in a room; where it is short, both give way."""
    styles = [_smaller(page, share) for share in SHARES]
    return next((both for both in styles if _high(page, why, source, room, both) <= room.h), styles[-1])


def _smaller(page: Page, share: float) -> tuple[Style, Style]:
    """That share of the size of an explanation; its source, which is small as it is, gives way less."""
    why, source = (page.theme.style(name) for name in ("option", "small"))
    return why.at(max(LEAST, why.size * share)), source.at(max(LEAST, source.size * share**0.75))


def _high(page: Page, why: str, source: str, room: Rect, styles: tuple[Style, Style]) -> float:
    """The height of both with the gap between them."""
    high, low = (
        page.ruler.size(text, style, room.w).h for text, style in zip((why, source), styles, strict=True)
    )
    return high + (SPACE.sm + low if source else 0)


def _picture_rect(shown: Shown, box: Rect) -> Rect | None:
    """The end of the panel, where there is a picture and room for it."""
    picture = shown.reveal.picture
    if picture is None or not roomy(shown.page) or box.h < LOWEST:
        return None
    return framed(picture, box.inset(FRAME).end(box.w * 0.3))
