"""Answering with a number: slid, stepped, clicked or typed, then locked in; knows no rules."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

from quizgame.quiz.view import Asked
from quizgame.screen.answering.base import Answering, Gave, Table
from quizgame.screen.canvas import CENTRE, MIDDLE, Canvas
from quizgame.screen.crew import LOCK
from quizgame.screen.layout import Rect
from quizgame.screen.moving import Light, button_lit, coming, panel_turning
from quizgame.screen.scale import Scale, draw_scale, end_style, figure, scale_in, steps_of
from quizgame.screen.scene import OPTIONS, Action, Input, Page, Press, Scroll, Typed, pressed
from quizgame.screen.widgets import LEAST, Chosen, Focus, Hint, Spot, Turned

DIAL = "dial"
MOST_HEIGHT = 250
KNOB = 30
BUTTON = 104  # units: the widest a step's button gets


class Places(NamedTuple):
    """Where things are: the steps down, the value, the steps up, the bar's line, and the panel round all."""

    panel: Rect
    down: list[Rect]
    value: Rect
    up: list[Rect]
    line: Rect


class Dial(Answering):
    """A number from one end of a range to the other; it starts in the middle."""

    def __init__(self, cue: Callable[[str], None], span: tuple[int, int]) -> None:
        super().__init__(cue)
        self._low, self._high = span
        self._value = sum(span) // 2
        self._steps = steps_of(*span)
        self._figures = ""  # what has been typed and is not a number of the range yet

    def spots(self, table: Table) -> list[Spot]:
        places = self._places(table.page, table.room)
        bar = self._scale(table.page, places).bar
        down = zip(reversed(self._steps), places.down, strict=True)
        return [
            Spot(DIAL, Rect(bar.x, places.line.y, bar.w, places.line.h), slider=True),
            *(Spot(f"step -{step}", rect) for step, rect in down),
            *(Spot(f"step {step}", rect) for step, rect in zip(self._steps, places.up, strict=True)),
        ]

    def handle(self, input: Input, table: Table, focus: Focus) -> Gave | bool:
        match input:
            case Typed(text):
                self._type(text, focus)
            case Press(Action.ERASE):
                self._type("", focus)
            case Press(Action.PAGE_UP | Action.PAGE_DOWN):
                self._step(self._steps[-1] * (1 if input.action is Action.PAGE_UP else -1))
            case Scroll(turns):
                self._step(round(turns))
            case _:
                return pressed(input, *OPTIONS)  # digits come as text as well
        return True

    def _type(self, text: str, focus: Focus) -> None:
        """Figures build up a number; "" takes the last one away. A full one is followed by a new one."""
        if text and text not in "0123456789-":
            return
        longest = max(len(str(self._low)), len(str(self._high)))
        figures = self._figures or ("" if text else str(self._value))
        figures = figures + text if text else figures[:-1]
        if len(figures) > longest or "-" in figures[1:]:
            figures = text
        self._set_figures(figures)
        focus.id = LOCK if not self._figures or self._is_number(figures) else DIAL
        self.cue("type")

    def _set_figures(self, figures: str) -> None:
        self._figures = figures
        if self._is_number(figures):
            self._value = int(figures)

    def _is_number(self, figures: str) -> bool:
        digits = figures.removeprefix("-")
        return digits.isdecimal() and self._low <= int(figures) <= self._high

    def _step(self, by: int) -> None:
        self._set(self._value + by)
        self.cue("focus")

    def _set(self, value: int) -> None:
        self._value, self._figures = min(max(value, self._low), self._high), ""

    def chosen(self, choice: Chosen, table: Table, focus: Focus) -> None:
        if choice.id != DIAL:
            self._set(self._value + int(choice.id.removeprefix("step ")))
        elif choice.x is not None:
            self._set(Scale(table.room, self._low, self._high).at(choice.x))
        else:
            focus.id = LOCK

    def turned(self, turn: Turned, table: Table) -> None:
        self._step(turn.step)

    def ready(self, asked: Asked) -> bool:
        return not self._figures or self._is_number(self._figures)

    def answer(self, asked: Asked) -> int:
        return self._value

    def state(self) -> Hashable:
        return self._value, self._figures

    def size(self, table: Table) -> float:
        page, places = table.page, self._places(table.page, table.room)
        step = places.down[0]
        room = step.inset(step.w * 0.06, 2)
        words = page.ruler.fit(f"+{figure(self._steps[-1])}", page.theme.style("button"), room, LEAST)
        return min(end_style(page, places.line.inset(0, 6)).size, words.size)

    def _places(self, page: Page, room: Rect) -> Places:
        panel = room.foot(min(room.h, MOST_HEIGHT * (page.theme.text * 0.25 + 0.75)))
        inner = panel.inset(26, min(18, panel.h * 0.07))
        top, line = inner.top(inner.h * 0.56), inner.below(inner.h * 0.60)
        middle = min(300, top.w * 0.3)
        count, side = len(self._steps), (top.w - middle) / 2
        wide = min(count * (BUTTON + 10), side)
        buttons = Rect(top.x, top.y, wide, top.h).centred(wide, min(top.h, 64 * (page.theme.text / 2 + 0.5)))
        value = Rect(top.middle[0] - middle / 2, top.y, middle, top.h)
        gap = min(10.0, 0.1 * wide / count)
        down = buttons.moved(value.x - wide - top.x).columns(count, gap)
        up = buttons.moved(value.right - top.x).columns(count, gap)
        return Places(panel, down, value, up, line)

    def _scale(self, page: Page, places: Places) -> Scale:
        return scale_in(page, places.line, self._low, self._high)

    def draw(self, canvas: Canvas, table: Table, light: Light) -> None:
        with coming(canvas, table.opened):
            self._draw(canvas, table, light)

    def _draw(self, canvas: Canvas, table: Table, light: Light) -> None:
        page, p = table.page, table.page.theme.palette
        places = self._places(page, table.room)
        scale = self._scale(page, places)
        panel_turning(canvas, places.panel, "glass", "focus", light.on(DIAL))
        self._draw_value(canvas, page, places.value)
        x = scale.x(self._value)
        draw_scale(canvas, page, places.line, scale, x)
        canvas.shape("dot", Rect(x - KNOB / 2, scale.bar.middle[1] - KNOB / 2, KNOB, KNOB), p.paper)
        for spot in self.spots(table)[1:]:
            step = int(spot.id.removeprefix("step "))
            words = f"{'+' if step > 0 else '-'}{figure(abs(step))}"
            button_lit(canvas, page, spot.rect, words, light.on(spot.id), CENTRE)

    def _draw_value(self, canvas: Canvas, page: Page, rect: Rect) -> None:
        """The number, or where figures are being typed, these with a line for the next."""
        p, ready = page.theme.palette, not self._figures or self._is_number(self._figures)
        text = figure(self._value) if ready else f"{self._figures}_"
        style = page.ruler.fit(text, page.theme.style("title"), rect, 16)
        canvas.text(text, rect, style, p.paper if ready else p.sodium, CENTRE, MIDDLE, glow=ready)

    def hints(self, table: Table, focused: str) -> Sequence[Hint]:
        if focused == LOCK:
            first = Hint("lock in", "Enter", "A", "click")
        elif focused == DIAL:
            first = Hint("by one", "<left><right>", "<left><right>", "click the bar")
        else:
            first = Hint("step", "Enter", "A", "click")
        more = [Hint("type it", "0-9"), Hint("move", "<up><down>", "<up><down>")]
        if not table.page.theme.large:  # the line is short then, and the buttons do the same
            more.insert(1, Hint(f"by {figure(self._steps[-1])}", "PgUp|PgDn"))
        return first, *more
