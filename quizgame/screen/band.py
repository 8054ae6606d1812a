"""The band at the top of every screen of a run: round, take, heat and clock; knows no rules."""

from __future__ import annotations

from quizgame.quiz.view import Standing
from quizgame.screen.canvas import CENTRE, MIDDLE, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Page
from quizgame.screen.seats import Lit, draw_plates
from quizgame.screen.terms import Terms
from quizgame.screen.theme import Colour
from quizgame.screen.widgets import write

URGENT_MS = 10_000
THE_SCORE = Terms()


def dollars(amount: int) -> str:
    """An amount as it is shown: $1,200,000."""
    return f"-${-amount:,}" if amount < 0 else f"${amount:,}"


def heat_of(standing: Standing | None) -> float:
    """How hot the city looks, from 0 to 1."""
    return standing.heat / 100 if standing else 0


def band_rect(page: Page) -> Rect:
    """Where the band lies."""
    return page.area.top(104)


def clock_rect(page: Page) -> Rect:
    """Where the clock lies, at the right end of the band."""
    band = band_rect(page)
    return band.end(band.h)


def plates_rect(page: Page) -> Rect:
    """Where the plates of several players lie."""
    rect = band_rect(page)
    return rect.left(rect.w - rect.h - 30).below(rect.h * 0.40)


def band(
    canvas: Canvas,
    page: Page,
    standing: Standing | None,
    question: bool = True,
    terms: Terms = THE_SCORE,
    lit: Lit | None = None,
) -> None:
    """The band without its clock; of several players everybody's take, and `lit` says who stands out.

    Only its shade where there is no run to tell of.
    """
    rect = band_rect(page)
    room, low = rect.left(rect.w - rect.h - 30), plates_rect(page)
    canvas.scrim(room.left(620), 0.8)
    if standing is None:
        return
    label = _label(standing, question, terms)
    write(canvas, page, label, room.top(room.h * 0.38), "label", page.theme.palette.sodium)
    if terms.players:
        takes = [dollars(take) for take in standing.takes]
        draw_plates(canvas, page, low, terms.players, takes, lit or Lit(standing.turn))
    elif terms.money:
        _draw_take(canvas, page, low, standing, terms)


def _label(standing: Standing, question: bool, terms: Terms) -> str:
    parts = [standing.title.upper()]
    if standing.rounds > 1:
        parts.insert(0, f"ROUND {standing.round} OF {standing.rounds}")
    if question:
        of_how_many = "" if terms.one_clock else f" OF {standing.questions}"
        parts.append(f"QUESTION {standing.question}{of_how_many}")
    return "  ·  ".join(parts)


def _draw_take(canvas: Canvas, page: Page, low: Rect, standing: Standing, terms: Terms) -> None:
    take, style, ruler = dollars(standing.take), page.theme.style("money"), page.ruler
    money_w = max(ruler.size("$0,000,000", style).w, ruler.size(take, style).w) + 30
    canvas.text(take, low.left(money_w), style, page.theme.palette.paper, valign=MIDDLE)
    if terms.heat:
        heat_meter(canvas, page, low.after(money_w), standing.heat)


def heat_meter(canvas: Canvas, page: Page, rect: Rect, heat: int) -> None:
    """The meter with its number: colour never speaks alone."""
    theme, p = page.theme, page.theme.palette
    label, value = theme.style("label"), f"HEAT {heat}"
    width = page.ruler.size("HEAT 100", label).w + 14
    bar = Rect(rect.x, rect.middle[1] - 11, max(60, min(300, rect.w - width - 20)), 22)
    canvas.meter(bar, heat / 100)
    colour = p.alarm if heat >= 70 else p.sodium if heat >= 40 else p.dim
    words = Rect(bar.right + 18, rect.y, width + 20, rect.h)
    canvas.text(value, words, label, colour, valign=MIDDLE)


def clock(canvas: Canvas, page: Page, left_ms: int | None, full_ms: int | None) -> None:
    """The ring with the seconds left; nothing where no clock runs. More than the full time fills it."""
    if left_ms is None or not full_ms:
        return
    rect = clock_rect(page)
    colour = clock_colour(page, left_ms)
    canvas.ring(rect, min(1.0, left_ms / full_ms), colour)
    text = str(-(-left_ms // 1000))
    style = page.ruler.fit(text, page.theme.style("clock"), rect.inset(rect.w * 0.22), 12)
    canvas.text(text, rect, style, page.theme.palette.paper, CENTRE, MIDDLE)


def clock_colour(page: Page, left_ms: int) -> Colour:
    """Cyan, and the colour of alarm in the last ten seconds."""
    p = page.theme.palette
    return p.alarm if left_ms <= URGENT_MS else p.cyan


def clock_key(left_ms: int | None) -> tuple[int, int] | None:
    """What of a clock can be seen: the whole seconds and the ring in steps of a twelfth of a second."""
    return None if left_ms is None else (-(-left_ms // 1000), left_ms // 83)
