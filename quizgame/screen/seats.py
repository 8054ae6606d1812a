"""Several players side by side: a plate for each with name, button and take; knows no rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quizgame.screen.canvas import CENTRE, MIDDLE, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Page
from quizgame.screen.terms import Player
from quizgame.screen.theme import Style
from quizgame.screen.widgets import write

WIDEST = 230


class Lit(NamedTuple):
    """Which plates stand out: whose turn it is (None: nobody's), who has tried, who could buzz now."""

    turn: int | None = None
    out: frozenset[int] = frozenset()
    ready: bool = False


def plates(room: Rect, count: int) -> list[Rect]:
    """Where the plates lie, side by side."""
    gap = 8 if count > 4 else 12
    width = min(WIDEST, (room.w - gap * (count - 1)) / max(1, count))
    return [Rect(room.x + place * (width + gap), room.y, width, room.h) for place in range(count)]


def draw_plates(
    canvas: Canvas, page: Page, room: Rect, players: Sequence[Player], takes: Sequence[str], lit: Lit
) -> None:
    """A plate for each; `takes` are the words below the names."""
    for seat, (player, rect) in enumerate(zip(players, plates(room, len(players)), strict=True)):
        tone = "focus" if seat == lit.turn else "quiet" if seat in lit.out else "glass"
        canvas.panel(rect, tone)
        _draw_plate(canvas, page, _words_in(rect), player, takes[seat], lit, seat)


def _words_in(plate: Rect) -> Rect:
    """Where the words on a plate stand: as far from its rim as there is room for."""
    return plate.inset(min(14.0, plate.w * 0.058), min(6.0, plate.h * 0.09))


def _draw_plate(
    canvas: Canvas, page: Page, room: Rect, player: Player, take: str, lit: Lit, seat: int
) -> None:
    p, out = page.theme.palette, seat in lit.out
    name, below = room.top(room.h * 0.46), room.below(room.h * 0.46)
    style = page.ruler.fit("Mg", page.theme.style("strong"), name, 10)
    colour = p.dim if out else p.paper
    canvas.text(shortened(page, player.name, style, name.w), name, style, colour, valign=MIDDLE)
    cap = _cap(page, player, below) if lit.ready or out else None
    money = below.left(below.w - (cap.w + 6 if cap else 0))
    write(canvas, page, take, money, "button", p.dim if out else p.sodium)
    if cap and out:
        side = min(cap.h, cap.w) * 0.7
        canvas.shape("cross", cap.centred(side, side), p.alarm)
    elif cap:
        whole = page.ruler.size(player.cap, page.theme.style("label").at(10)).w <= cap.w
        write(
            canvas,
            page,
            player.cap if whole else player.cap.replace("PAD ", "P"),
            cap,
            "label",
            p.cyan,
            CENTRE,
        )


def _cap(page: Page, player: Player, below: Rect) -> Rect | None:
    """The room at the right end for the button's name."""
    width = page.ruler.size(player.cap or "M", page.theme.style("label")).w + 8
    return below.end(min(width, below.w * 0.5))


def shortened(page: Page, text: str, style: Style, width: float) -> str:
    """A text on one line, cut with an ellipsis where it is too long."""
    if page.ruler.size(text, style).w <= width:
        return text
    for length in range(len(text) - 1, 0, -1):
        short = text[:length].rstrip() + "…"
        if page.ruler.size(short, style).w <= width:
            return short
    return "…"
