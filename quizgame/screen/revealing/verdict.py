"""The first line of a reveal: right or wrong by icon and word, and what that paid or cost; judges nothing."""

from __future__ import annotations

from quizgame.quiz.rules import MAX_HEAT
from quizgame.quiz.state import NOBODY
from quizgame.quiz.view import Reveal
from quizgame.screen.band import dollars
from quizgame.screen.canvas import MIDDLE, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.revealing.base import Shown, draw_verdict_icon
from quizgame.screen.revealing.kinds import part_marks
from quizgame.screen.theme import Colour
from quizgame.screen.widgets import LEAST

DETAILS = 0.62  # of the size of the word: whatever an answer paid or cost, the word is read first


def draw_verdict(canvas: Canvas, shown: Shown, rect: Rect, told: str, heat: int) -> None:
    """In one line; `told` is what there is to say of others, `heat` that of the run now."""
    r, p, page = shown.reveal, shown.page.theme.palette, shown.page
    icon, word = _mark(r)
    colour: Colour = p.right if r.correct else p.alarm
    draw_verdict_icon(canvas, rect.left(rect.h).inset(rect.h * 0.12), icon, colour)
    room = rect.after(rect.h + 10)
    style = page.ruler.fit(word, page.theme.style("title"), room, 14)
    canvas.text(word, room, style, colour, valign=MIDDLE, glow=True)
    text = "\n".join(line for line in (_consequence(shown, heat), told) if line)
    rest = room.after(page.ruler.size(word, style).w + 34)
    details = page.theme.style("strong")
    details = page.ruler.fit(text, details.at(min(details.size, DETAILS * style.size)), rest, LEAST)
    canvas.text(text, rest, details, p.sodium if r.correct else p.alarm, valign=MIDDLE)


def _mark(r: Reveal) -> tuple[str, str]:
    if r.correct:
        return "tick", "RIGHT"
    if r.seat == NOBODY:
        return "clock", "NOBODY BUZZED"
    return ("clock", "TOO LATE") if r.given is None else ("cross", "WRONG")


def _consequence(shown: Shown, heat: int) -> str:
    """What the answer paid or cost, and how much of it was right."""
    r = shown.reveal
    parts = [shown.who, part_marks(shown)]
    if r.answer_money:
        sign = "+" if r.answer_money > 0 else ""
        parts.append(f"{sign}{dollars(r.answer_money)}" + (" doubled" if r.doubled else ""))
    if r.speed_money:
        parts.append(f"+{dollars(r.speed_money)} speed")
    if r.heat:
        parts.append(f"+{_added(shown, heat)} heat")
    if r.cooled:
        parts.append(f"three in a row: -{r.cooled} heat")
    return "   ".join(part for part in parts if part)


def _added(shown: Shown, heat: int) -> int:
    """The heat of a miss as it was announced, though the meter had room for less of it."""
    whole = shown.left is not None and heat >= MAX_HEAT and not part_marks(shown)
    return shown.left.asked.risk if shown.left and whole else shown.reveal.heat
