"""Where a question, its picture and the room to answer it stand on the screen; draws nothing."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import replace
from typing import NamedTuple

from quizgame.quiz.question import Picture
from quizgame.quiz.tasks import Kind
from quizgame.quiz.view import Asked
from quizgame.screen.answering.base import Table
from quizgame.screen.answering.kinds import locks
from quizgame.screen.band import band_rect
from quizgame.screen.crew import Row, row_in
from quizgame.screen.layout import Rect, Size
from quizgame.screen.manners.base import Manner
from quizgame.screen.scene import Page
from quizgame.screen.theme import Style
from quizgame.screen.widgets import body

WIDEST = 1000  # units: longer lines are hard to read
GAP = 28  # between a picture and what stands beside it
SHARES = (0.40, 0.34, 0.28, 0.22)  # of the height for the question
BESIDE = (0.48, 0.42, 0.36, 0.30, 0.24, 0.18)  # of the width for a picture at the right
BETWEEN = (0.44, 0.36, 0.28, 0.20)  # of the height for one between question and answers
COMFORT = 15.0  # units: larger words may become a quarter smaller for the sake of a picture
ENLARGED = 2  # units for one pixel of a picture at most
SMALLEST = 200  # units: up to here a small picture is enlarged further
USUAL = {Kind.CHOICE: 4, Kind.TRUE_FALSE: 2, Kind.SEVERAL: 5, Kind.ORDER: 5, Kind.MATCH: 4}  # options


class Room(NamedTuple):
    """All between the band and the hints, how much at its foot is taken by others, and by the first line."""

    rect: Rect
    foot: float
    line: float


class Places(NamedTuple):
    """Where the line above a question, the question, its picture and its answering stand."""

    label: Rect
    question: Rect
    style: Style
    picture: Rect | None
    table: Rect


Sized = Callable[[Table], float] | None
"""How large the words of an answering can stand in a room, in units; None where none can be given yet."""


class Placing:
    """Keeps where all stands, because finding room for a picture means trying many."""

    def __init__(self, manner: Manner, sized: Callable[[Asked], Sized]) -> None:
        """`sized` is asked for the size of the words of an answering only where there is one."""
        self._manner, self._sized = manner, sized
        self._kept: tuple[Hashable, Places] | None = None

    def row(self, page: Page, asked: Asked) -> Row:
        """Where the crew and the lock stand."""
        return row_in(page, _between(page), locks(asked.kind), self._manner.terms.crew)

    def places(self, page: Page, asked: Asked) -> Places:
        """Where the question, its picture and its answering stand."""
        foot, line = self.row(page, asked).height + 14, self._manner.line_height(page)
        room, shows = Room(_between(page), foot, line), asked.open or asked.buzzing
        put = (asked.kind, asked.text, asked.picture, shows, asked.options, asked.labels, asked.span)
        key = (page.stage, page.theme, page.ruler, room, put)
        if self._kept is None or self._kept[0] != key:
            shown = expected(asked) if asked.picture and not shows else asked
            sized = self._sized(shown) if shown.open or shows else None
            self._kept = key, places(page, room, shown, sized)
        return self._kept[1]


def _between(page: Page) -> Rect:
    """The room between the band and the hints."""
    return body(page).below(band_rect(page).h + 8)


def places(page: Page, room: Room, asked: Asked, sized: Sized) -> Places:
    """Where all stands: a picture as large as can be while words stay nearly as large as without it."""
    plain = _column(page, room, asked, sized)
    if asked.picture is None:
        return plain
    before = _sizes(page, asked, sized, plain)
    tried = [(each, _sizes(page, asked, sized, each)) for each in _pictured(page, room, asked, sized)]
    easy = [(each, _kept(sizes, before)) for each, sizes in tried if _is_easy(sizes, before)]
    if easy:
        # Words that shrink by a tenth weigh as much as a picture that loses a third of its area.
        return max(easy, key=lambda pair: _area(pair[0]) * pair[1] ** 4)[0]
    return max(tried, key=lambda pair: _kept(pair[1], before))[0]


def framed(picture: Picture, room: Rect) -> Rect:
    """The largest rectangle of a picture's shape in a room, at its top and right end."""
    longest = max(ENLARGED * max(picture.width, picture.height), SMALLEST)
    w = min(room.w, room.h * picture.shape, longest * min(1.0, picture.shape))
    return Rect(room.right - w, room.y, w, w / picture.shape)


def expected(asked: Asked) -> Asked:
    """A question that cannot be answered yet as it will probably look then: its picture will not leap."""
    options = ("Some words",) * USUAL.get(asked.kind, 0)
    labels = options if asked.kind in (Kind.ORDER, Kind.MATCH) else ()
    return replace(asked, open=True, options=options, labels=labels, span=(1980, 2000))


def _pictured(page: Page, room: Room, asked: Asked, sized: Sized) -> Iterator[Places]:
    """With the picture beside the words or between them, in several sizes."""
    assert asked.picture
    whole = room.rect
    top = room.line + 6
    for share in BESIDE:
        frame = framed(asked.picture, whole.below(top).above(room.foot).end(whole.w * share))
        beside = Room(whole.left(whole.w - frame.w - GAP), room.foot, room.line)
        found = _column(page, beside, asked, sized)
        yield found._replace(label=whole.top(room.line), picture=frame)
    for share in BETWEEN:
        frame = framed(asked.picture, whole.top(whole.h * share))
        found = _column(page, room, asked, sized, frame.h + 12)
        yield found._replace(picture=Rect(whole.x, found.question.bottom + 14, frame.w, frame.h))


def _column(page: Page, room: Room, asked: Asked, sized: Sized, between: float = 0) -> Places:
    """One below the other; the question is as large as can be beside answers of a fair size."""
    rect = room.rect
    width = rect.w if page.theme.large else min(WIDEST, rect.w)
    label = rect.left(width).top(room.line)
    found = None
    for share in SHARES:
        style = page.ruler.fit(asked.text, page.theme.style("question"), Size(width, rect.h * share), 15)
        height = page.ruler.size(asked.text, style, width).h
        question = Rect(rect.x, label.bottom + 6, width, height)
        table = rect.above(room.foot).below(label.h + height + between + 26)
        found = Places(label, question, style, None, table)
        if sized is None or sized(Table(page, table, asked)) >= 0.66 * style.size:
            break
    assert found
    return found


def _sizes(page: Page, asked: Asked, sized: Sized, places: Places) -> tuple[float, ...]:
    """How large the words stand: the question's, and those of its answers."""
    answers = () if sized is None else (sized(Table(page, places.table, asked)),)
    return places.style.size, *answers


def _is_easy(sizes: tuple[float, ...], before: tuple[float, ...]) -> bool:
    pairs = zip(sizes, before, strict=True)
    return all(size >= max(0.75 * full, min(full, COMFORT)) for size, full in pairs)


def _kept(sizes: tuple[float, ...], before: tuple[float, ...]) -> float:
    """The share of their size that the words keep which lose most."""
    return min(size / full for size, full in zip(sizes, before, strict=True))


def _area(places: Places) -> float:
    return places.picture.w * places.picture.h if places.picture else 0
