"""Take and heat on their way from what they were to what they are; knows no rules and no scene."""

from __future__ import annotations

from typing import NamedTuple

from quizgame.quiz.rules import MAX_HEAT
from quizgame.quiz.state import NOBODY
from quizgame.quiz.view import Reveal, Standing
from quizgame.screen.band import band_figures
from quizgame.screen.canvas import Canvas
from quizgame.screen.cues import HEAT_MS, TAKE_MS, WAIT_MS
from quizgame.screen.ease import counted, ease_in_out, ease_out, progress, settle
from quizgame.screen.scene import Page
from quizgame.screen.terms import Terms
from quizgame.screen.theme import Colour, mixed

FADE_MS = 350
COUNTED_MS = WAIT_MS + TAKE_MS + 100  # the take keeps its colour a little longer than it counts


class Figures(NamedTuple):
    """Dollars, and heat from 0 to 100."""

    take: int
    heat: int


class Counting(NamedTuple):
    """Two figures of a run and what they were before the last answer."""

    before: Figures
    after: Figures

    @property
    def changes(self) -> bool:
        return self.before != self.after

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
        """Where the meter stands: like a needle it runs a little beyond its place and back."""
        share = settle(progress(age, WAIT_MS, HEAT_MS))
        return min(MAX_HEAT, max(0.0, self.before.heat + (self.after.heat - self.before.heat) * share))

    def degrees(self, age: int) -> int:
        """The number beside the meter, which never says more than is true."""
        return counted(self.before.heat, self.after.heat, ease_out(progress(age, WAIT_MS, HEAT_MS)))

    def colour(self, page: Page, age: int) -> Colour:
        """The colour of the take: of gain or loss while it counts."""
        p = page.theme.palette
        if self.before.take == self.after.take:
            return p.paper
        moved = p.sodium if self.after.take > self.before.take else p.alarm
        come = ease_out(progress(age, WAIT_MS // 2, WAIT_MS))
        gone = ease_in_out(progress(age, COUNTED_MS - FADE_MS, FADE_MS))
        return mixed(p.paper, moved, come * (1 - gone))


def counting(standing: Standing, reveal: Reveal) -> Counting:
    """From what the figures were before a settled question to what they are."""
    heat = min(MAX_HEAT, max(0, standing.heat - reveal.heat + reveal.cooled))
    before = Figures(standing.take - reveal.answer_money - reveal.speed_money, heat)
    return Counting(before, Figures(standing.take, standing.heat))


def takes_on_the_way(standing: Standing, reveal: Reveal, counting: Counting, age: int) -> list[int]:
    """What several players have, in dollars: on its way for the one whose answer it was."""
    paid = reveal.answer_money + reveal.speed_money
    takes = list(standing.takes)
    if paid and reveal.seat != NOBODY:
        takes[reveal.seat] -= round(paid * (1 - counting.share(age)))
    return takes


def draw_counting(canvas: Canvas, page: Page, counting: Counting, age: int, terms: Terms) -> None:
    """Take and heat at their place in the band."""
    colour = counting.colour(page, age)
    shown = Figures(counting.take(age), counting.degrees(age))
    band_figures(canvas, page, *shown, terms, colour, counting.heat(age))
