"""What a mode makes of asking, beside the question itself; this is one player alone. Knows no scene."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from quizgame.quiz.question import LEVEL_NAMES
from quizgame.quiz.view import Asked, Standing
from quizgame.screen.band import THE_SCORE, band, clock, dollars
from quizgame.screen.canvas import Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.scene import OPTIONS, Action, Button, Click, Input, Page, pressed
from quizgame.screen.terms import Terms
from quizgame.screen.widgets import Hint, Spot, hints, write


@dataclass(frozen=True, slots=True)
class Buzzed:
    """One of several players wants to answer; seats count from 0."""

    seat: int


@dataclass(frozen=True, slots=True)
class Stopped:
    """The player wants a pause, or cannot go on."""


Heard = Buzzed | Stopped | bool
"""What the table did with an input: True where it has been dealt with, False where it is the question's."""


class Manner:
    """One player who takes what time there is: the line above the question says what it is worth.

    `skips` says whether a key ends the time to read, and `stop` which key pauses.
    """

    skips = True
    stop = "{pause}"

    def __init__(self, terms: Terms = THE_SCORE) -> None:
        self.terms = terms

    def claims(self, button: Button, asked: Asked) -> bool:
        """Whether this button is one of the players' own now."""
        return False

    def heard(self, input: Input, page: Page, asked: Asked) -> Heard:
        """What an input means before the question hears of it."""
        return False

    def spots(self, page: Page, asked: Asked) -> Sequence[Spot]:
        """What can be pressed while nobody may answer yet."""
        return ()

    def chosen(self, id: str) -> Buzzed | None:
        """One of these spots was pressed."""
        return None

    def waiting(self, asked: Asked) -> Sequence[Hint]:
        """What the hands can do before the question can be answered."""
        return (Hint("show the options now", "any key", "A", "click"),)

    def state(self) -> Hashable:
        """What may have changed between two pictures of the same question."""
        return None

    def live(self, page: Page) -> Hashable:
        """What moves, as a value to compare; None where nothing does."""
        return None

    def draw_band(self, canvas: Canvas, page: Page, standing: Standing | None, asked: Asked) -> None:
        """The band at the top."""
        band(canvas, page, standing, terms=self.terms, risk=asked.risk)

    def line_height(self, page: Page) -> float:
        """How high the line above the question is, in units."""
        return page.theme.style("label").size * 1.5

    def draw_line(self, canvas: Canvas, page: Page, asked: Asked, rect: Rect) -> None:
        """The line above the question."""
        write(canvas, page, self.worth(asked), rect, "label", page.theme.palette.cyan)

    def draw_hints(self, canvas: Canvas, page: Page, items: Sequence[Hint]) -> None:
        """The line at the foot."""
        hints(canvas, page, items)

    def counts(self, page: Page) -> bool:
        """Whether the take is on its way to what it is: it is drawn with what moves, then."""
        return False

    def draw_live(self, canvas: Canvas, page: Page, standing: Standing | None, asked: Asked) -> None:
        """What moves: the clock."""
        clock(canvas, page, asked.left_ms, asked.full_ms)

    def worth(self, asked: Asked) -> str:
        """The level, and what there is to win and to lose."""
        parts = [LEVEL_NAMES[asked.level].upper()]
        if self.terms.money:
            parts.append(f"PAYS {dollars(asked.worth)}")
        if self.terms.heat:
            parts.append(f"A MISS +{asked.risk} HEAT")
        if asked.price:
            parts.append(f"A MISS COSTS {dollars(asked.price)}")
        if asked.doubled:
            parts.append("MICHAEL IS IN")
        if asked.driven:
            parts.append("NO SPEED MONEY")
        return "  ·  ".join(parts)


def answers(input: Input) -> bool:
    """Whether an input could answer a question at a touch."""
    return isinstance(input, Click) or pressed(input, Action.ACCEPT, *OPTIONS)
