"""The settings: a list of things with values to step through; knows no file and no meaning."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from quizgame.screen.canvas import MIDDLE, RIGHT, TOP, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.menu import FocusScene
from quizgame.screen.scene import Finished, Input, Page, Scroll
from quizgame.screen.widgets import (
    BACK,
    CHOOSE,
    MOVE,
    Chosen,
    Hint,
    Scroller,
    Spot,
    Turned,
    body,
    heading,
    hints,
    scroll_marks,
    slider,
    write,
)

DONE = "done"


@dataclass(frozen=True, slots=True)
class Option:
    """One setting: the words for its values, which of them is set, and a note on what it does."""

    id: str
    label: str
    values: tuple[str, ...]
    index: int
    note: str = ""
    bar: bool = False


class SettingsScene(FocusScene[None]):
    """Gives back nothing: every change takes effect, and is saved, at once."""

    def __init__(
        self, options: Callable[[], Sequence[Option]], change: Callable[[str, int], None], notice: str = ""
    ) -> None:
        """`change(id, index)` sets a value; `notice` is a sentence, say that nothing will be kept."""
        super().__init__("")
        self._options, self._change, self._notice = options, change, notice
        self._scroller = Scroller()

    def spots(self, page: Page) -> list[Spot]:
        ids = [*(option.id for option in self._options()), DONE]
        area, offset = self._area(page), self._offset(page)
        rows = [row.moved(y=-offset) for row in self._rows(page)]
        return [
            Spot(id, row, slider=id != DONE, seen=_whole(row, area))
            for id, row in zip(ids, rows, strict=True)
        ]

    def handle(self, input: Input, page: Page) -> Finished[None] | None:
        if isinstance(input, Scroll):
            self._scroller.move(-input.steps * self._row_height(page), self._area(page), self._length(page))
            return None
        finished = super().handle(input, page)
        focused = self.focused(page)
        for id, rect in zip(
            [*(option.id for option in self._options()), DONE], self._rows(page), strict=True
        ):
            if id == focused:
                self._scroller.follow(rect, self._area(page), self._length(page))
        return finished

    def chosen(self, choice: Chosen, page: Page) -> Finished[None] | None:
        if choice.id == DONE:
            return Finished(None)
        option = self._option(choice.id)
        if option.bar and choice.x is not None:
            self._set(option, self._clicked(option, choice.x))
        else:
            self._set(option, (option.index + 1) % len(option.values))
        return None

    def _clicked(self, option: Option, x: float) -> int:
        """The value of a bar that was clicked at `x` (0 to 1) of its row."""
        share = (x - BAR_FROM) / (BAR_TO - BAR_FROM)
        return round(min(1.0, max(0.0, share)) * (len(option.values) - 1))

    def turned(self, turn: Turned, page: Page) -> None:
        option = self._option(turn.id)
        index = option.index + turn.step
        self._set(
            option, min(max(index, 0), len(option.values) - 1) if option.bar else index % len(option.values)
        )

    def _set(self, option: Option, index: int) -> None:
        if index != option.index:
            self._change(option.id, index)
            self.cue("focus")

    def _option(self, id: str) -> Option:
        return next(option for option in self._options() if option.id == id)

    def back(self) -> Finished[None]:
        return Finished(None)

    def still(self, page: Page) -> Hashable:
        return self.focus.id, tuple(self._options()), self._scroller.offset

    # --- places ---

    def _area(self, page: Page) -> Rect:
        room = body(page)
        room = room.below(min(page.theme.style("title").size * 1.1 + 14, room.h * 0.28))
        return room.left(room.w - 26).above(self._note_height(page) + 8)

    def _note_height(self, page: Page) -> float:
        return page.theme.style("small").size * 1.6

    def _row_height(self, page: Page) -> float:
        wanted = page.theme.style("body").size * 1.9
        rows = len(self._options()) + 1
        return max(page.theme.style("body").size * 1.6, min(wanted, self._area(page).h / rows - 5))

    def _rows(self, page: Page) -> list[Rect]:
        area, height = self._area(page), self._row_height(page)
        return [
            Rect(area.x, area.y + n * (height + 5), area.w, height) for n in range(len(self._options()) + 1)
        ]

    def _length(self, page: Page) -> float:
        return self._rows(page)[-1].bottom - self._area(page).y

    def _offset(self, page: Page) -> float:
        return min(self._scroller.offset, max(0.0, self._length(page) - self._area(page).h))

    # --- drawing ---

    def draw(self, canvas: Canvas, page: Page) -> None:
        canvas.backdrop(0, 0.45)
        hints(canvas, page, [MOVE, Hint("change", "<left><right>", "<left><right>"), CHOOSE, BACK])
        heading(canvas, page, "SETTINGS")
        area, focused = self._area(page), self.focused(page)
        note = self._notice
        with canvas.clip(area.inset(-20, -3)):
            for spot, option in zip(self.spots(page), [*self._options(), None], strict=True):
                if spot.seen:
                    self._draw_row(canvas, page, spot.rect, option, spot.id == focused)
        for option in self._options():
            note = option.note if option.id == focused and option.note else note
        line = Rect(area.x, area.bottom + 6, area.w, self._note_height(page))
        write(canvas, page, note, line, "small", page.theme.palette.sodium, valign=TOP)
        scroll_marks(canvas, page, area, self._offset(page), self._length(page))

    def _draw_row(self, canvas: Canvas, page: Page, rect: Rect, option: Option | None, focused: bool) -> None:
        theme, p = page.theme, page.theme.palette
        canvas.panel(rect, "focus" if focused else "quiet")
        room = rect.inset(20, 2)
        label = option.label if option else "Done"
        name = room.left(room.w * 0.5)
        write(canvas, page, label, name, "body", p.paper)
        if option is None:
            return
        value = option.values[option.index]
        if option.bar:
            bar = Rect(
                rect.x + rect.w * BAR_FROM, rect.y, rect.right - 20 - rect.x - rect.w * BAR_FROM, rect.h
            )
            slider(canvas, page, bar, option.index / (len(option.values) - 1), value, focused)
            return
        end = room.end(room.w * 0.48)
        side = rect.h * 0.36
        arrow = Rect(end.right - side, rect.middle[1] - side / 2, side, side)
        canvas.shape("right", arrow, p.cyan if focused else p.edge)
        words = end.left(end.w - side - 14)
        style = page.ruler.fit(value, theme.style("strong"), words.left(words.w - side - 20), 10)
        canvas.text(value, words, style, p.cyan if focused else p.paper, RIGHT, MIDDLE)
        wide = page.ruler.size(value, style).w
        canvas.shape(
            "left", Rect(words.right - wide - side - 14, arrow.y, side, side), p.cyan if focused else p.edge
        )


def _whole(row: Rect, area: Rect) -> bool:
    """Whether a row lies wholly in the list's room: only such rows are drawn."""
    return row.y >= area.y - 2 and row.bottom <= area.bottom + 2


BAR_FROM, BAR_TO = 0.52, 0.90
