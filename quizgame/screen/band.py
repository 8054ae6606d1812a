"""The band at the top of every screen of a run: round, take, heat and clock; knows no rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from quizgame.quiz.rules import MAX_HEAT
from quizgame.quiz.view import Standing
from quizgame.screen.canvas import CENTRE, MIDDLE, Canvas
from quizgame.screen.ease import ease_in_out, progress
from quizgame.screen.last_seconds import URGENT_MS, grown
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Mood, Page
from quizgame.screen.seats import Lit, draw_plates
from quizgame.screen.streak import Pips, draw_pips, pips
from quizgame.screen.streak import width as pips_width
from quizgame.screen.terms import Terms
from quizgame.screen.theme import Colour, mixed
from quizgame.screen.widgets import write

TURN_MS, TURNS = 500, 5  # how long the clock takes to turn to the colour of alarm, and in how many steps
FAINT = 0.35  # how little the ring shines between two pulses
STEP_MS, BREATH_STEP_MS = 100, 40
LEAN, STRIPS = 0.35, 11  # of its height the bar leans over; what burns of it is drawn in so many strips
BURNING = 200  # of 255
THE_SCORE = Terms()


class Gauge(NamedTuple):
    """What a meter shows beside its heat: where it stands while it moves, and what the next miss would bring.

    What was added since it stood `since` burns so brightly (0 to 1), and the meter is so many units `aside`.
    Without `pips` nothing is said of right answers in a row.
    """

    at: float | None = None
    risk: int = 0
    since: float = 0.0
    burns: float = 0.0
    aside: float = 0.0
    pips: Pips = ()


def dollars(amount: int) -> str:
    """An amount as it is shown: $1,200,000."""
    return f"-${-amount:,}" if amount < 0 else f"${amount:,}"


def heat_of(standing: Standing | None) -> float:
    """How hot the city looks, from 0 to 1."""
    return standing.heat / 100 if standing else 0


def place_of(standing: Standing | None) -> str:
    """The place in the city to be shown, by the name of its picture."""
    return standing.place if standing else ""


def mood_of(standing: Standing | None) -> Mood:
    """What a screen of a run sounds like."""
    return Mood(heat_of(standing), standing is not None)


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
    figures: bool = True,
    risk: int = 0,
) -> None:
    """The band without its clock; of several players everybody's take, and `lit` says who stands out.

    Only its shade where there is no run to tell of. Without `figures` takes and heat are left out. `risk` is
    the heat that the next miss would bring.
    """
    rect = band_rect(page)
    room = rect.left(rect.w - rect.h - 30)
    canvas.scrim(room.left(620), 0.8)
    if standing is None:
        return
    label = _label(standing, question, terms)
    write(canvas, page, label, room.top(room.h * 0.38), "label", page.theme.accent(standing.place))
    if figures and terms.players:
        band_plates(canvas, page, terms, standing.takes, lit or Lit(standing.turn))
    elif figures:
        gauge = Gauge(risk=risk, pips=pips(standing.streak))
        band_figures(canvas, page, standing.take, standing.heat, terms, gauge)


def band_plates(canvas: Canvas, page: Page, terms: Terms, takes: Sequence[int], lit: Lit) -> None:
    """The plates of several players with what they have, in dollars."""
    draw_plates(canvas, page, plates_rect(page), terms.players, [dollars(take) for take in takes], lit)


def _label(standing: Standing, question: bool, terms: Terms) -> str:
    parts = [standing.title.upper()]
    if standing.rounds > 1:
        parts.insert(0, f"ROUND {standing.round} OF {standing.rounds}")
    if question:
        of_how_many = "" if terms.one_clock else f" OF {standing.questions}"
        parts.append(f"QUESTION {standing.question}{of_how_many}")
    return "  ·  ".join(parts)


def band_figures(
    canvas: Canvas,
    page: Page,
    take: int,
    heat: int,
    terms: Terms,
    gauge: Gauge,
    colour: Colour | None = None,
) -> None:
    """Take and heat of one player, as far as they count; the take may have a colour of its own."""
    if not terms.money:
        return
    low, style = plates_rect(page), page.theme.style("money")
    money_w = _money_width(page, take)
    canvas.text(dollars(take), low.left(money_w), style, colour or page.theme.palette.paper, valign=MIDDLE)
    if terms.heat:
        heat_meter(canvas, page, low.after(money_w), heat, gauge)


def _money_width(page: Page, take: int) -> float:
    """The room for a take, with the air up to the meter; all usual takes have the same."""
    style, ruler = page.theme.style("money"), page.ruler
    return max(ruler.size("$0,000,000", style).w, ruler.size(dollars(take), style).w) + 30


def meter_rect(page: Page, take: int) -> Rect:
    """Where the bar of the meter lies beside so many dollars."""
    return _bar(page, plates_rect(page).after(_money_width(page, take)))


def heat_meter(canvas: Canvas, page: Page, rect: Rect, heat: int, gauge: Gauge | None = None) -> None:
    """The meter with its number: colour never speaks alone."""
    p, gauge = page.theme.palette, gauge or Gauge()
    bar, at = _bar(page, rect), heat if gauge.at is None else gauge.at
    with canvas.faded(1, x=gauge.aside):
        canvas.meter(bar, at / 100, max(0.0, min(MAX_HEAT - at, gauge.risk)) / 100)
        if gauge.burns > 0 and at > gauge.since:
            _draw_burning(canvas, page, bar, gauge.since / 100, min(1.0, at / 100), gauge.burns)
    colour = p.alarm if heat >= 70 else p.sodium if heat >= 40 else p.dim
    words = Rect(bar.right + 18, rect.y, _number_width(page) + 20, rect.h)
    canvas.text(f"HEAT {heat}", words, page.theme.style("label"), colour, valign=MIDDLE)
    draw_pips(canvas, page, rect.after(words.x - rect.x + _number_width(page)), gauge.pips)


def _draw_burning(canvas: Canvas, page: Page, bar: Rect, first: float, last: float, share: float) -> None:
    """What has just been added, in the colour of alarm; it leans as the bar does."""
    part = bar.after(bar.w * first).left(bar.w * (last - first))
    for number, strip in enumerate(part.rows(STRIPS, 0)):
        over = bar.h * LEAN * (1 - (number + 0.5) / STRIPS)
        canvas.fill(strip.moved(over), page.theme.palette.alarm, round(BURNING * share))


def _bar(page: Page, rect: Rect) -> Rect:
    """The bar of a meter, with room beside it for its number and the pips."""
    room = rect.w - _number_width(page) - 20 - pips_width(page)
    return Rect(rect.x, rect.middle[1] - 11, max(60, min(300, room)), 22)


def _number_width(page: Page) -> float:
    return page.ruler.size("HEAT 100", page.theme.style("label")).w + 14


def clock(canvas: Canvas, page: Page, left_ms: int | None, full_ms: int | None) -> None:
    """The ring with the seconds left; nothing where no clock runs. More than the full time fills it."""
    if left_ms is None or not full_ms:
        return
    rect, colour = clock_rect(page), clock_colour(page, left_ms)
    canvas.ring(grown(page, rect, left_ms), min(1.0, left_ms / full_ms), colour, _breath(page, left_ms))
    text = str(-(-left_ms // 1000))
    style = page.ruler.fit(text, page.theme.style("clock"), rect.inset(rect.w * 0.22), 12)
    digits = _turned(page, page.theme.palette.paper, left_ms)
    canvas.text(text, rect, style, digits, CENTRE, MIDDLE)


def clock_colour(page: Page, left_ms: int) -> Colour:
    """Cyan, and the colour of alarm in the last ten seconds; it turns within half a second."""
    return _turned(page, page.theme.palette.cyan, left_ms)


def _turned(page: Page, usual: Colour, left_ms: int) -> Colour:
    """A colour of the clock on its way to that of alarm."""
    alarm = page.theme.palette.alarm
    if not page.theme.motion:
        return alarm if left_ms <= URGENT_MS else usual
    turned = progress(URGENT_MS - left_ms, 0, TURN_MS)
    return mixed(usual, alarm, round(turned * TURNS) / TURNS)


def _breath(page: Page, left_ms: int) -> float:
    """How brightly the ring shines: in the last ten seconds it breathes, once a second, with the pulse."""
    if left_ms > URGENT_MS or not left_ms or not page.theme.motion:
        return 1.0
    since_pulse = -left_ms % 1000
    return FAINT + (1 - FAINT) * ease_in_out(abs(1 - since_pulse / 500))


def clock_key(page: Page, left_ms: int | None) -> tuple[int, int] | None:
    """What of a clock can be seen: the whole seconds, and the ring in steps of a tenth of a second.

    While it breathes the steps are shorter.
    """
    if left_ms is None:
        return None
    breathes = page.theme.motion and left_ms <= URGENT_MS
    return -(-left_ms // 1000), left_ms // (BREATH_STEP_MS if breathes else STEP_MS)
