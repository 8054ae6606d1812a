"""What a short high-score table has room to say: which place is open, who is to be beaten; knows no file."""

from __future__ import annotations

from collections.abc import Sequence

from quizgame.screen.band import dollars
from quizgame.screen.canvas import CENTRE, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Page
from quizgame.screen.score_lines import Line
from quizgame.screen.theme import SPACE
from quizgame.screen.widgets import write

HIGH = 4.5  # lines: in a taller room it stands no lower


def open_place(lines: Sequence[Line]) -> str:
    """The place below the last line."""
    return f"PLACE {lines[-1].place + 1} IS OPEN"


def to_beat(lines: Sequence[Line]) -> str:
    """How far it is to whoever is next, for the player of a new line, and to the lead for everybody else."""
    mine = next((number for number, line in enumerate(lines) if line.mine), None)
    if mine is None:
        return f"More than {dollars(lines[0].take)} takes the lead from {lines[0].name}."
    if mine == 0 and len(lines) == 1:
        return f"You lead with {dollars(lines[0].take)}. Somebody will come for it."
    other = lines[mine - 1] if mine else lines[1]
    whom = "a run of your own" if other.name == lines[mine].name else other.name
    between = abs(lines[mine].take - other.take)
    if not between:
        return f"Level in dollars with {whom}."
    return f"{dollars(between)} behind {whom}." if mine else f"You lead, {dollars(between)} ahead of {whom}."


def draw_next(canvas: Canvas, page: Page, room: Rect, lines: Sequence[Line]) -> None:
    """Both at the head of the room below the lines; in little room what is to be beaten, or nothing."""
    label, body = (page.theme.style(step).size * 1.7 for step in ("label", "body"))
    if not lines or room.h < body + 2 * SPACE.sm:
        return
    p, both = page.theme.palette, room.h >= label + body + 2 * SPACE.md
    place = room.top(min(room.h, HIGH * body)).centred(room.w, body + (label if both else 0))
    if both:
        write(canvas, page, open_place(lines), place.top(label), "label", p.sodium, CENTRE)
    write(canvas, page, to_beat(lines), place.foot(body), "body", p.dim, CENTRE)
