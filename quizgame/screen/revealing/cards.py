"""How a choice went: the cards, with a tick or a cross and a word on those that matter; judges nothing."""

from __future__ import annotations

from contextlib import nullcontext

from quizgame.quiz.tasks import Kind
from quizgame.quiz.view import Reveal
from quizgame.screen.canvas import Canvas
from quizgame.screen.cards import LETTERS, Grid, Tone, draw_bolt, draw_card, grid
from quizgame.screen.layout import Rect
from quizgame.screen.revealing.base import (
    PRESS_MS,
    Shown,
    draw_tag,
    places,
    pressed_in,
    roomy,
    tag_width,
    turned,
)

TAGS = {
    "both": ("tick", "RIGHT, YOURS", "right"),
    "right": ("tick", "RIGHT", "right"),
    "wrong": ("cross", "YOURS", "wrong"),
    "picked": ("tick", "PICKED", "right"),
    "missed": ("box", "MISSED", "right"),
    "too many": ("cross", "TOO MANY", "wrong"),
}
"""What a card can have been: icon, word and tone."""


def share_of_cards(shown: Shown) -> float:
    """How much of the room under the question the cards get."""
    count = len(_cards(shown))
    if count > 4 or (shown.reveal.kind is Kind.SEVERAL and not roomy(shown.page)):
        return 0.52
    return 0.42 if count > 2 else 0.34 if shown.page.theme.large else 0.24


def draw_cards(canvas: Canvas, shown: Shown, room: Rect) -> None:
    """The cards: all, or where room is short only those that matter."""
    page, r, cards = shown.page, shown.reveal, _cards(shown)
    mark = tag_width(page, *(_tag(shown, place)[1] for place in cards))
    layout = grid(page, room, [r.options[place] for place in cards], mark)
    for place, rect in zip(cards, layout.rects, strict=True):
        _draw_card(canvas, shown, place, Grid((rect,), layout.style), mark)


def _draw_card(canvas: Canvas, shown: Shown, place: int, at: Grid, mark: float) -> None:
    """A card on its way to how it went: the given one is let go, the right one locks, the rest goes dim."""
    page, r, (rect,) = shown.page, shown.reveal, at.rects
    icon, word, tone = _tag(shown, place)
    letter = str(place + 1) if r.kind is Kind.SEVERAL else LETTERS[place]
    given = place in places(r.given) if r.kind is Kind.SEVERAL else place == r.given
    turning = Tone("pressed" if given else "glass", tone, turned(shown))
    with pressed_in(canvas, shown) if given else nullcontext():
        draw_card(canvas, page, rect, letter, r.options[place], at.style, turning, mark)
    if icon:
        colour = page.theme.palette.right if tone == "right" else page.theme.palette.alarm
        with canvas.faded(turned(shown, 1)):
            draw_tag(canvas, page, rect, icon, word, colour)
        if tone == "right":
            draw_bolt(canvas, rect, shown.age - PRESS_MS, colour)


def _tag(shown: Shown, place: int) -> tuple[str, str, str]:
    """Icon, word and tone of a card; of several players the word has the name of who chose it."""
    icon, word, tone = TAGS.get(_fate(shown.reveal, place), ("", "", "quiet"))
    return icon, word.replace("YOURS", shown.whose("YOURS")), tone


def _cards(shown: Shown) -> list[int]:
    r = shown.reveal
    all_of_them = list(range(len(r.options)))
    if roomy(shown.page) or len(r.options) <= 2:
        return all_of_them
    return [place for place in all_of_them if _fate(r, place)]


def _fate(r: Reveal, place: int) -> str:
    """What became of a card; "" where it was neither right nor given."""
    if r.kind is Kind.SEVERAL:
        right, given = place in places(r.right), place in places(r.given)
        return ("picked" if given else "missed") if right else "too many" if given else ""
    right, given = place == r.right, place == r.given
    return ("both" if given else "right") if right else "wrong" if given else ""
