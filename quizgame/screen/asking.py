"""Where a question, its picture and the room to answer it stand on the screen; draws nothing."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import replace
from typing import NamedTuple

from quizgame.quiz.question import Picture
from quizgame.quiz.tasks import Kind
from quizgame.quiz.view import Asked
from quizgame.screen.answering.base import Answering, Table
from quizgame.screen.answering.dial import MOST_HEIGHT as HIGHEST_DIAL
from quizgame.screen.answering.kinds import locks
from quizgame.screen.band import band_rect
from quizgame.screen.cards import MOST_HEIGHT
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
ROWS_APART = 14  # units between two rows of cards
BETWEEN = (0.44, 0.36, 0.28, 0.20)  # of the height for one between question and answers
LARGER, LINES = (52.0, 44.0), 2  # units: a question that takes no more lines than these may be set so large
CARDS, WRITTEN = (Kind.CHOICE, Kind.TRUE_FALSE), (Kind.NUMBER, Kind.TYPED)  # all others fill the room
ABOVE = 0.4  # of the height that cards leave: so much stands between them and the question
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

    def __init__(self, manner: Manner, answering: Callable[[Asked], Answering]) -> None:
        """`answering` is asked for the way to answer only where there is one."""
        self._manner, self._answering = manner, answering
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
            answering = self._answering(shown) if shown.open or shows else None
            found = places(page, room, shown, answering.size if answering else None)
            self._kept = key, _balanced(page, found, asked, answering) if answering and shows else found
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


def _balanced(page: Page, found: Places, asked: Asked, answering: Answering) -> Places:
    """What is answered with follows the question: what it leaves of the height is shared out round it."""
    room = found.table
    if asked.kind is Kind.NUMBER:  # the dial lies on a pane that is higher than what can be pressed
        left = max(0.0, room.h - HIGHEST_DIAL * (page.theme.text * 0.25 + 0.75))
    else:
        spots = answering.spots(Table(page, room, asked))
        left = min((spot.rect.y for spot in spots), default=room.y) - room.y
    return found._replace(table=room.above(left * (1 - ABOVE)))


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
    found, usual = None, page.theme.style("question")
    largest = usual if asked.picture else _largest(page, room, asked, Size(width, label.h))
    for share in SHARES:
        style = page.ruler.fit(asked.text, largest, Size(width, rect.h * share), 15)
        height = page.ruler.size(asked.text, style, width).h
        question = Rect(rect.x, label.bottom + 6, width, height)
        table = rect.above(room.foot).below(label.h + height + between + 26)
        found = Places(label, question, style, None, table)
        if sized is None or sized(Table(page, table, asked)) >= 0.66 * min(style.size, usual.size):
            break
    assert found
    return found


def _largest(page: Page, room: Room, asked: Asked, line: Size) -> Style:
    """The size that words may have: larger than usual where they are few and two rows of cards stay as high.

    That hangs on nothing that is only known when the options open: the words would leap.
    """
    usual = page.theme.style("question")
    free = room.rect.h - room.foot - line.h - 26 - (2 * MOST_HEIGHT + ROWS_APART)
    if asked.kind in WRITTEN:  # what it is written with may want all that a question can leave
        free = min(free, room.rect.h * SHARES[-1])
    for size in LARGER if asked.kind in CARDS + WRITTEN else ():
        style = usual.at(size * (0.5 + page.theme.text / 2))
        most = min(free, LINES * page.ruler.size("A", style).h)
        if style.size > usual.size and page.ruler.size(asked.text, style, line.w).h <= most + 1:
            return style
    return usual


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
