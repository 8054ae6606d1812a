"""How typed words went: what was typed beside what was right; judges nothing."""

from __future__ import annotations

from quizgame.screen.canvas import MIDDLE, TOP, Canvas
from quizgame.screen.cards import common_style
from quizgame.screen.layout import Rect
from quizgame.screen.moving import panel_turning
from quizgame.screen.revealing.base import Shown, turned
from quizgame.screen.theme import Style
from quizgame.screen.widgets import write


def share_of_words(shown: Shown) -> float:
    """How much of the room under the question the words get."""
    return 0.42 if shown.page.theme.large else 0.34


def draw_words(canvas: Canvas, shown: Shown, room: Rect) -> None:
    """Two cards, or one where nothing was typed."""
    r, typed = shown.reveal, shown.whose("YOU TYPED")
    cards = [("right", "tick", "RIGHT", r.answer)]
    if r.given is not None:
        tone, icon = ("right", "tick") if r.correct else ("wrong", "cross")
        cards.append((tone, icon, typed, r.answered))
    rects = room.columns(len(cards), 18)
    rooms = [_words(rect) for rect in rects]
    style = common_style(shown.page, [card[3] for card in cards], rooms, shown.page.theme.style("option"))
    for card, rect in zip(cards, rects, strict=True):
        _draw_card(canvas, shown, rect, card, style)


def _words(rect: Rect) -> Rect:
    inner = rect.inset(20, 6)
    return inner.below(inner.h * 0.40)


def _draw_card(
    canvas: Canvas, shown: Shown, rect: Rect, card: tuple[str, str, str, str], style: Style
) -> None:
    tone, icon, label, words = card
    p = shown.page.theme.palette
    colour = p.right if tone == "right" else p.alarm
    panel_turning(canvas, rect, "glass", tone, turned(shown))
    top = rect.inset(20, 6)
    top = top.top(top.h * 0.36)
    side = min(1.25 * shown.page.theme.style("label").size, top.h)
    canvas.shape(icon, Rect(top.x, top.middle[1] - side / 2, side, side), colour)
    write(canvas, shown.page, label, top.after(side + 10), "label", colour, valign=MIDDLE)
    canvas.text(words, _words(rect), style, p.paper, valign=TOP)
