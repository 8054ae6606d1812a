"""The row of the crew under a question, and the button that locks an answer in; knows no rules."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from quizgame.quiz.rules import Crew
from quizgame.quiz.view import Asked
from quizgame.screen.calling import CALL_MS, draw_call
from quizgame.screen.canvas import CENTRE, MIDDLE, Canvas
from quizgame.screen.cards import common_style
from quizgame.screen.layout import Rect
from quizgame.screen.moving import SETTLED, Light, panel_turning
from quizgame.screen.scene import Page
from quizgame.screen.theme import Style
from quizgame.screen.widgets import Spot, write

CREW_ORDER = (Crew.CHRIS, Crew.NATE, Crew.TREJO, Crew.MICHAEL)
CREW_WORDS = {
    Crew.CHRIS: ("Chris", "two wrong go"),
    Crew.NATE: ("Nate", "another question"),
    Crew.TREJO: ("Trejo", "+15 seconds"),
    Crew.MICHAEL: ("Michael", "double or burn"),
}
CREW_KEYS = ("F1", "F2", "F3", "F4")
"""They call the crew always, where letters are written as well."""

LOCK, LOCK_WORDS = "lock", "Lock in"


CALLED_WORDS = {
    Crew.CHRIS: "two fewer",
    Crew.NATE: "another way in",
    Crew.TREJO: "at the wheel",
    Crew.MICHAEL: "all in",
}
"""What each says for the rest of the question on which he was called; as short as what he does."""


class Calls(NamedTuple):
    """Who was called on this question, who of them last, and how long ago that was, in ms.

    `hushed` says that the player has gone on since.
    """

    who: frozenset[Crew] = frozenset()
    last: Crew | None = None
    age: int = SETTLED
    hushed: bool = False

    @property
    def moves(self) -> bool:
        """Whether the light of the last call is on its way."""
        return self.age < CALL_MS

    @property
    def enters(self) -> bool:
        """Whether he who was called last is just coming in."""
        return self.moves and not self.hushed


class Row(NamedTuple):
    """Where the crew stands, and the lock where an answer is not given at a touch."""

    crew: tuple[Rect, ...]
    lock: Rect | None

    @property
    def height(self) -> float:
        """How high it is: all in it are of one height."""
        first = self.lock or (self.crew[0] if self.crew else None)
        return first.h if first else 0

    def spots(self, asked: Asked, ready: bool) -> list[Spot]:
        """The lock comes first: from what is answered, the way down leads to it."""
        lock = [Spot(LOCK, self.lock, ready)] if self.lock else []
        members = zip(CREW_ORDER, self.crew, strict=False)
        return lock + [Spot(f"crew {who}", rect, who in asked.crew_ready) for who, rect in members]


def row_in(page: Page, room: Rect, locks: bool, crew: bool = True) -> Row:
    """The row at the foot of a room; there may be no crew in it, or nothing at all."""
    return _row_in(room.foot(50 if page.theme.large else 42), locks, crew)


@lru_cache(maxsize=4)  # a question asks a dozen times while it is drawn
def _row_in(foot: Rect, locks: bool, crew: bool) -> Row:
    if not locks:
        return Row(tuple(foot.columns(4, 12)) if crew else (), None)
    lock = foot.end(min(190, foot.w * 0.18))
    if not crew:
        return Row((), lock)
    return Row(tuple(foot.left(foot.w - lock.w - 20).columns(4, 8)), lock)


def draw_row(
    canvas: Canvas,
    page: Page,
    row: Row,
    asked: Asked,
    light: Light,
    keys: Sequence[str],
    ready: bool,
    calls: Calls,
) -> None:
    """Whatever stands in the row; `ready` says that there is an answer to be locked in."""
    if row.crew:
        draw_crew(canvas, page, row, asked, light, keys, calls)
    if row.lock:
        draw_lock(canvas, page, row.lock, ready, light.on(LOCK))


def draw_crew(
    canvas: Canvas, page: Page, row: Row, asked: Asked, light: Light, keys: Sequence[str], calls: Calls
) -> None:
    """The four with the key that calls each; who has done his part stands back."""
    p = page.theme.palette
    cap = 24 + 5 * page.theme.text * max(len(key) for key in keys)
    rooms = [Rect(r.x + 10 + cap, r.y, r.w - 14 - cap, r.h) for r in row.crew]
    style, brief = _style(page, rooms)
    for place, (crew, rect, room) in enumerate(zip(CREW_ORDER, row.crew, rooms, strict=True)):
        ready = crew in asked.crew_ready or (not asked.open and crew in asked.crew_left)
        panel_turning(canvas, rect, "quiet", "focus", light.on(f"crew {crew}"))
        if crew is calls.last and calls.moves:
            draw_call(canvas, page, rect, crew, calls.age)
        if ready:
            write(canvas, page, keys[place], rect.inset(10, 2).left(cap - 4), "button", p.sodium)
        called = crew in calls.who
        text = _member(crew, brief) if ready or brief else _idle(crew, asked, called)
        canvas.text(text, room, style, p.sodium if called else p.paper if ready else p.dim, valign=MIDDLE)


def draw_lock(canvas: Canvas, page: Page, rect: Rect, ready: bool, lit: float) -> None:
    """The button that gives the answer; it lights up (0 to 1) when there is one to give."""
    p = page.theme.palette
    panel_turning(canvas, rect, "glass" if ready else "quiet", "focus", lit)
    colour = p.cyan if ready else p.dim
    room = rect.inset(12, 2)
    style = page.ruler.fit(LOCK_WORDS, page.theme.style("button"), room.after(34), 12)
    width = page.ruler.size(LOCK_WORDS, style).w
    side = min(24, room.h * 0.6)
    place = room.centred(side + 10 + width, room.h)
    canvas.shape("lock", Rect(place.x, place.middle[1] - side / 2, side, side), colour)
    words = place.after(side + 10)
    canvas.text(LOCK_WORDS, words, style, p.paper if ready else p.dim, CENTRE, MIDDLE)


def _style(page: Page, rooms: Sequence[Rect]) -> tuple[Style, bool]:
    """One size and one line for all four; where it would be too small, their names must do."""
    small = page.theme.style("small")
    rooms = [room.centred(room.w, small.size * 1.4) for room in rooms]
    whole, brief = (
        common_style(page, [_member(crew, short) for crew in CREW_ORDER], rooms, small)
        for short in (False, True)
    )
    return (whole, False) if whole.size >= 0.8 * small.size else (brief, True)


def _idle(crew: Crew, asked: Asked, called: bool) -> str:
    """Why one of the crew stands back, or what he is about."""
    if called:
        return f"{CREW_WORDS[crew][0]}: {CALLED_WORDS[crew]}"
    return f"{CREW_WORDS[crew][0]}: {'not this one' if crew in asked.crew_left else 'done'}"


def _member(crew: Crew, brief: bool) -> str:
    name, does = CREW_WORDS[crew]
    return name if brief else f"{name}: {does}"
