"""How a choice went: the cards, with a tick or a cross and a word on those that matter; judges nothing."""

from __future__ import annotations

from contextlib import nullcontext
from typing import NamedTuple

from quizgame.quiz.tasks import Kind
from quizgame.quiz.view import Reveal
from quizgame.screen.canvas import Canvas
from quizgame.screen.cards import LEAST, Grid, Tone, draw_bolt, draw_card, faces, grid, text_room
from quizgame.screen.layout import Rect, Size
from quizgame.screen.revealing.base import (
    Shown,
    draw_tag,
    places,
    pressed_in,
    roomy,
    tag_width,
    turned,
)
from quizgame.screen.suspense import dimmed, flash, shaken
from quizgame.screen.theme import Colour, Style

TAGS = {
    "both": ("tick", "RIGHT, YOURS", "right"),
    "right": ("tick", "RIGHT", "right"),
    "wrong": ("cross", "YOURS", "wrong"),
    "picked": ("tick", "PICKED", "right"),
    "missed": ("box", "MISSED", "right"),
    "too many": ("cross", "TOO MANY", "wrong"),
}
"""What a card can have been: icon, word and tone."""

LOW, AIR = 80.0, 8.0  # units
BACK = (6.0, 6.0)  # units at each side
FLASH_LIGHT = 110  # of 255
FLASH_INSET = 3.0  # units: within the round corners of a card


def share_of_cards(shown: Shown) -> float:
    """How much of the room under the question the cards get."""
    count = len(_cards(shown))
    if count > 4 and shown.page.theme.large:
        return 0.58
    if count > 4 or (shown.reveal.kind is Kind.SEVERAL and not roomy(shown.page)):
        return 0.52
    return 0.42 if count > 2 else 0.34 if shown.page.theme.large else 0.24


def height_of_cards(shown: Shown, room: Rect) -> float:
    """How high all cards together stand in a room, in units; high ones leave some air round them."""
    rects = _layout(shown, room, _mark(shown)).rects
    air = AIR if rects[0].h > LOW else 0
    return min(rects[-1].bottom - rects[0].y, room.h - 2 * air)


def _mark(shown: Shown) -> float:
    """The room for the widest tag of those cards that are shown."""
    return tag_width(shown.page, *{_tag(shown, place)[1] for place in _cards(shown)})


def _layout(shown: Shown, room: Rect, mark: float) -> Grid:
    """Where those cards lie."""
    return grid(shown.page, room, [shown.reveal.options[place] for place in _cards(shown)], mark)


def _stepped_back(shown: Shown, layout: Grid, mark: float) -> Grid:
    """Where there is room the right ones are the largest: the others make themselves a little smaller."""
    if layout.rects[0].h < LOW:
        return layout
    rects, style = list(layout.rects), layout.style
    for number, place in enumerate(_cards(shown)):
        if not _is_right(shown.reveal, place):
            rects[number] = rects[number].inset(*BACK)
            words = shown.reveal.options[place]
            style = shown.page.ruler.fit(words, style, text_room(rects[number], mark), LEAST)
    return Grid(tuple(rects), style)


def draw_cards(canvas: Canvas, shown: Shown, room: Rect) -> None:
    """The cards: all, or where room is short only those that matter; on their way from where they lay."""
    page, r, cards, mark = shown.page, shown.reveal, _cards(shown), _mark(shown)
    layout = _stepped_back(shown, _layout(shown, room, mark), mark)
    ends = dict(zip(cards, layout.rects, strict=True))
    before = shown.left.cards(page) if shown.left and shown.glide < 1 else None
    hops = len(ends) < len(r.options)
    for place in range(len(r.options)):
        if place in ends or before:
            at = _At(ends.get(place), before.rects[place] if before else ends[place], hops)
            share = round(shown.glide) if hops else shown.glide
            style = _between(before.style, layout.style, share) if before else layout.style
            _draw_card(canvas, shown, place, at, style, mark)


class _At(NamedTuple):
    """Where a card will lie, if it is one of those that stay, and where it lay.

    It `hops` where gliding would lead it across others: it goes out here, and comes there.
    """

    end: Rect | None
    start: Rect
    hops: bool = False

    def rect(self, share: float) -> Rect:
        """Where it is on its way."""
        end = self.end or self.start
        share = round(share) if self.hops else share
        return Rect(*(a + (b - a) * share for a, b in zip(self.start, end, strict=True)))

    def shows(self, share: float) -> float:
        """How much of it shows through on its way."""
        if self.hops and self.end and self.end != self.start:
            return abs(1 - 2 * share)
        return 1 if self.end else 1 - min(1, 2 * share if self.hops else share)

    @property
    def full(self) -> Size:
        """As large as it is anywhere on its way."""
        end = self.end or self.start
        return Size(max(self.start.w, end.w), max(self.start.h, end.h))


def _between(before: Style, after: Style, share: float) -> Style:
    """Words on their way from one size to another: in whole units, for each size is drawn anew."""
    return after if share >= 1 else before.at(round(before.size + (after.size - before.size) * share))


def _draw_card(canvas: Canvas, shown: Shown, place: int, at: _At, style: Style, mark: float) -> None:
    """A card on its way to how it went: the given one is let go, the right one locks, the rest goes dim."""
    page, r, rect = shown.page, shown.reveal, at.rect(shown.glide)
    icon, word, tone = _tag(shown, place)
    letter = str(place + 1) if r.kind is Kind.SEVERAL else faces(page, shown.digits)[place]
    given = place in places(r.given) if r.kind is Kind.SEVERAL else place == r.given
    turning = Tone("pressed" if given else "glass", tone, turned(shown))
    aside = shaken(shown.age) if given and tone == "wrong" and shown.left else 0.0
    with (
        pressed_in(canvas, shown) if given else nullcontext(),
        canvas.faded(at.shows(shown.glide) * _shows(shown, given, tone), x=aside),
    ):
        free = mark if shown.glide >= 0.5 else 0  # until then its words break as they did
        words = "" if _was_gone(shown, place) else r.options[place]
        draw_card(canvas, page, rect, letter, words, style, turning, free, at.full)
    if icon:
        colour = page.theme.palette.right if tone == "right" else page.theme.palette.alarm
        _draw_fate(canvas, shown, rect, icon, word, colour, tone == "right")


def _was_gone(shown: Shown, place: int) -> bool:
    """Whether its words had been taken off a card before the answer; they come back when the cards glide."""
    options = shown.left.asked.options if shown.left and shown.glide < 0.5 else ()
    return place < len(options) and options[place] is None


def _shows(shown: Shown, given: bool, tone: str) -> float:
    """How much of a card shows through: what was not given steps back until it is known how it went."""
    if shown.left is None or given:
        return 1.0
    back = dimmed(shown.locked)
    lit = 1 if tone == "right" and shown.age >= 0 else shown.glide
    return back + (1 - back) * lit


def _draw_fate(
    canvas: Canvas, shown: Shown, rect: Rect, icon: str, word: str, colour: Colour, right: bool
) -> None:
    """The tick or the cross of a card, and the light that strikes the right one."""
    with canvas.faded(min(turned(shown, 1), 2 * shown.glide - 1)):
        draw_tag(canvas, shown.page, rect, icon, word, colour)
    if right:
        light = flash(shown.age)
        if light and shown.left:
            canvas.fill(rect.inset(FLASH_INSET), colour, round(FLASH_LIGHT * light))
        draw_bolt(canvas, rect, shown.age, colour)


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


def _is_right(r: Reveal, place: int) -> bool:
    return place in places(r.right) if r.kind is Kind.SEVERAL else place == r.right


def _fate(r: Reveal, place: int) -> str:
    """What became of a card; "" where it was neither right nor given."""
    if r.kind is Kind.SEVERAL:
        right, given = place in places(r.right), place in places(r.given)
        return ("picked" if given else "missed") if right else "too many" if given else ""
    right, given = place == r.right, place == r.given
    return ("both" if given else "right") if right else "wrong" if given else ""
