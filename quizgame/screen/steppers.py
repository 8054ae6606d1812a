"""A row of things to step through with arrows at both ends, such as which table is shown; knows no table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quizgame.screen.canvas import CENTRE, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Action, Click, Input, Page, Point, Press
from quizgame.screen.widgets import write

GAP = 10


@dataclass(frozen=True, slots=True)
class Axis:
    """Something with several settings, of which one is shown at a time."""

    name: str
    labels: tuple[str, ...]
    shown: int = 0


class Steppers:
    """Which of each axis is shown, and on which axis left and right work."""

    def __init__(self, axes: Sequence[Axis]) -> None:
        self._axes = axes
        self.shown = tuple(axis.shown for axis in axes)
        self.focus = 0

    @property
    def names(self) -> tuple[str, str]:
        """What left and right change, and what they would change one further on."""
        return self._axes[self.focus].name, self._axes[(self.focus + 1) % len(self._axes)].name

    def height(self, page: Page) -> float:
        """How high the row is, or the rows where the text is large."""
        return self._step(page) * self._rows(page) + GAP * (self._rows(page) - 1)

    def handle(self, input: Input, page: Page, area: Rect) -> bool:
        """Follow an input; whether something else is shown or in focus now."""
        before = (self.shown, self.focus)
        match input:
            case Press(Action.NEXT | Action.PREVIOUS):
                self.focus = (self.focus + (1 if input.action is Action.NEXT else -1)) % len(self._axes)
            case Press(Action.LEFT | Action.RIGHT):
                self._turn(self.focus, 1 if input.action is Action.RIGHT else -1)
            case Point(x, y) | Click(x, y):
                self._pointed(x, y, page, area, clicked=isinstance(input, Click))
        return (self.shown, self.focus) != before

    def _pointed(self, x: float, y: float, page: Page, area: Rect, clicked: bool) -> None:
        for number, place in enumerate(self._places(page, area)):
            if place.holds(x, y):
                self.focus = number
                if clicked:
                    self._turn(number, 1 if x > place.middle[0] else -1)

    def _turn(self, number: int, step: int) -> None:
        shown = list(self.shown)
        shown[number] = (shown[number] + step) % len(self._axes[number].labels)
        self.shown = tuple(shown)

    def _rows(self, page: Page) -> int:
        return 2 if page.theme.text > 1.2 and len(self._axes) > 2 else 1

    def _step(self, page: Page) -> float:
        return page.theme.style("label").size * 1.9

    def _places(self, page: Page, area: Rect) -> list[Rect]:
        rows = self._rows(page)
        columns = -(-len(self._axes) // rows)
        lines = area.top(self.height(page)).rows(rows, GAP)
        return [place for line in lines for place in line.columns(columns, GAP)][: len(self._axes)]

    def draw(self, canvas: Canvas, page: Page, area: Rect) -> None:
        """The axes with what is shown of each."""
        p = page.theme.palette
        for number, place in enumerate(self._places(page, area)):
            axis, focused = self._axes[number], number == self.focus
            canvas.panel(place, "focus" if focused else "glass")
            side = min(place.h * 0.42, 22.0)
            for name, end in (("left", place.inset(8, 0).left(side)), ("right", place.inset(8, 0).end(side))):
                if len(axis.labels) > 1:
                    canvas.shape(name, end.centred(side, side), p.cyan if focused else p.dim)
            label = axis.labels[self.shown[number]].upper()
            write(canvas, page, label, place.inset(14 + side, 0), "label", p.paper, CENTRE)
