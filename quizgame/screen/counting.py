"""Take and heat on their way from what they were to what they are; knows no rules and no scene."""

from __future__ import annotations

from typing import NamedTuple

from quizgame.quiz.rules import MAX_HEAT
from quizgame.quiz.state import NOBODY
from quizgame.quiz.view import Reveal, Standing
from quizgame.screen.band import Gauge, band_figures, meter_rect
from quizgame.screen.canvas import Canvas
from quizgame.screen.cues import HEAT_MS, HIGHEST_MS, STAMP_MS, TAKE_MS, WAIT_MS
from quizgame.screen.ease import counted, ease_in, ease_in_out, ease_out, progress, settle
from quizgame.screen.scene import Page
from quizgame.screen.stamp import FALL_MS, SHAKE_MS, draw_stamp, shaken, trembling
from quizgame.screen.streak import turning
from quizgame.screen.terms import Terms
from quizgame.screen.theme import Colour, mixed

FADE_MS = 350
JERK = 5.2  # units: so hard the needle of a miss sets off that its meter is thrown four units aside
COUNTED_MS = WAIT_MS + TAKE_MS + 100  # the take keeps its colour a little longer than it counts
STAMPED_MS = STAMP_MS + FALL_MS
"""When the word has come down on a meter that is full, in ms after the answer."""


class Figures(NamedTuple):
    """Dollars, heat from 0 to 100, and right answers in a row."""

    take: int
    heat: int
    streak: int = 0


class Counting(NamedTuple):
    """Two figures of a run and what they were before the last answer."""

    before: Figures
    after: Figures

    @property
    def changes(self) -> bool:
        return self.before != self.after

    @property
    def busts(self) -> bool:
        """Whether the heat has come to its end."""
        return self.before.heat < self.after.heat >= MAX_HEAT

    def moves(self, age: int) -> bool:
        """Whether anything is still on its way so many ms after the answer."""
        return self.changes and age < max(COUNTED_MS, STAMPED_MS + SHAKE_MS if self.busts else 0)

    @property
    def pays(self) -> bool:
        """Whether the take counts, upward or downward."""
        return self.before.take != self.after.take

    def take(self, age: int) -> int:
        """The take so many ms after the answer; exact at the end."""
        return counted(self.before.take, self.after.take, self.share(age))

    def share(self, age: int) -> float:
        """How far (0 to 1) the take has counted so many ms after the answer."""
        return ease_out(progress(age, WAIT_MS, TAKE_MS))

    def heat(self, age: int) -> float:
        """Where the meter stands: as a needle a little beyond its place and back, or hard on the end."""
        if self.busts:
            return self.before.heat + (MAX_HEAT - self.before.heat) * _driven(age)
        share = settle(progress(age, WAIT_MS, HEAT_MS))
        return min(MAX_HEAT, max(0.0, self.before.heat + (self.after.heat - self.before.heat) * share))

    def degrees(self, age: int) -> int:
        """The number beside the meter, which never says more than is true."""
        share = _driven(age) if self.busts else ease_out(progress(age, WAIT_MS, HEAT_MS))
        return counted(self.before.heat, self.after.heat, share)

    def gauge(self, age: int) -> Gauge:
        """The meter: what a miss adds to it burns for a moment, and makes it jerk."""
        pips = turning(self.before.streak, self.after.streak, age)
        if self.after.heat <= self.before.heat:
            return Gauge(self.heat(age), pips=pips)
        burns = 1 - ease_in_out(progress(age, COUNTED_MS - FADE_MS, FADE_MS))
        jerk = 0.0 if self.busts else trembling(age - WAIT_MS, JERK)
        return Gauge(self.heat(age), since=self.before.heat, burns=burns, aside=jerk, pips=pips)

    def colour(self, page: Page, age: int) -> Colour:
        """The colour of the take: of gain or loss while it counts."""
        p = page.theme.palette
        if self.before.take == self.after.take:
            return p.paper
        moved = p.sodium if self.after.take > self.before.take else p.alarm
        come = ease_out(progress(age, WAIT_MS // 2, WAIT_MS))
        gone = ease_in_out(progress(age, COUNTED_MS - FADE_MS, FADE_MS))
        return mixed(p.paper, moved, come * (1 - gone))


def _driven(age: int) -> float:
    """How far (0 to 1) a needle has come that nothing holds up before the end."""
    return ease_in(progress(age, WAIT_MS, HIGHEST_MS - WAIT_MS))


def counting(standing: Standing, reveal: Reveal, streak: int = 0) -> Counting:
    """From what the figures were before a settled question to what they are; a miss ends the `streak`."""
    heat = min(MAX_HEAT, max(0, standing.heat - reveal.heat + reveal.cooled))
    streak = max(0, standing.streak - 1) if reveal.correct else streak
    before = Figures(standing.take - reveal.answer_money - reveal.speed_money, heat, streak)
    return Counting(before, Figures(standing.take, standing.heat, standing.streak))


def takes_on_the_way(standing: Standing, reveal: Reveal, counting: Counting, age: int) -> list[int]:
    """What several players have, in dollars: on its way for the one whose answer it was."""
    paid = reveal.answer_money + reveal.speed_money
    takes = list(standing.takes)
    if paid and reveal.seat != NOBODY:
        takes[reveal.seat] -= round(paid * (1 - counting.share(age)))
    return takes


def draw_counting(canvas: Canvas, page: Page, counting: Counting, age: int, terms: Terms) -> None:
    """Take and heat at their place in the band, and the word on a meter that is full."""
    colour, stamped = counting.colour(page, age), age - STAMP_MS if counting.busts else -1
    take = counting.take(age)
    with canvas.faded(1, x=shaken(stamped)):
        band_figures(canvas, page, take, counting.degrees(age), terms, counting.gauge(age), colour)
        draw_stamp(canvas, page, meter_rect(page, take), stamped)
