"""The settings: things with values to step through, in groups; knows no file and no meaning."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from quizgame.screen.canvas import TOP, Canvas
from quizgame.screen.grouped import Grouped
from quizgame.screen.layout import Rect
from quizgame.screen.menu import FocusScene
from quizgame.screen.moving import Light
from quizgame.screen.option_row import Option, draw_row
from quizgame.screen.scene import Finished, Input, Mood, Page, Scroll
from quizgame.screen.scrolling import Scroller
from quizgame.screen.widgets import (
    BACK,
    CHOOSE,
    MOVE,
    Chosen,
    Hint,
    Spot,
    Turned,
    body,
    heading,
    hints,
    write,
)

DONE = "done"
LAST = Option(DONE, "Done")
GAP = 5


class SettingsScene(FocusScene[str]):
    """Gives back DONE, or the id of an option that leads to another page.

    Every change takes effect, and is saved, at once. Shown again, it keeps its focus and its place.
    """

    def __init__(
        self, options: Callable[[], Sequence[Option]], change: Callable[[str, int], None], notice: str = ""
    ) -> None:
        """`change(id, index)` sets a value; `notice` is a sentence, say that nothing will be kept."""
        super().__init__("")
        self._look, self._change, self._notice = options, change, notice
        self._scroller = Scroller()
        self._enters = True

    def _options(self) -> list[Option]:
        return [*self._look(), LAST]

    def spots(self, page: Page) -> list[Spot]:
        column = self._column(page)
        rows = column.rows(self._scroller)
        return [
            Spot(option.id, row, slider=bool(option.values), seen=column.shows(row))
            for option, row in zip(self._options(), rows, strict=True)
        ]

    def handle(self, input: Input, page: Page) -> Finished[str] | None:
        if isinstance(input, Scroll):
            self._column(page).turn(self._scroller, input.steps)
            return None
        before = self.focused(page)
        finished = super().handle(input, page)
        focused = self.focused(page)
        if focused != before:
            self._enters = self._option(focused).group != self._option(before).group
        for number, option in enumerate(self._options()):
            if option.id == focused:
                self._column(page).follow(self._scroller, number)
        return finished

    def chosen(self, choice: Chosen, page: Page) -> Finished[str] | None:
        option = self._option(choice.id)
        if not option.values:
            return Finished(option.id)
        if option.bar and choice.x is not None:
            self._set(option, option.at(choice.x))
        else:
            self._set(option, (option.index + 1) % len(option.values))
        return None

    def turned(self, turn: Turned, page: Page) -> None:
        option = self._option(turn.id)
        index = option.index + turn.step
        self._set(
            option, min(max(index, 0), len(option.values) - 1) if option.bar else index % len(option.values)
        )

    def _set(self, option: Option, index: int) -> None:
        if index != option.index:
            self._change(option.id, index)
            self._enters = False
            self.cue("focus")

    def _option(self, id: str) -> Option:
        return next(option for option in self._options() if option.id == id)

    def back(self) -> Finished[str]:
        return Finished(DONE)

    def still(self, page: Page) -> Hashable:
        return self.lit(page), tuple(self._options()), self._scroller.offset

    # --- places ---

    def _area(self, page: Page) -> Rect:
        room = body(page)
        room = room.below(min(page.theme.style("title").size * 1.1 + 14, room.h * 0.28))
        return room.left(room.w - 26).above(self._note_height(page) + 8)

    def _note_height(self, page: Page) -> float:
        return page.theme.style("small").size * 1.6

    def _column(self, page: Page) -> Grouped:
        """All at once where they can be read with ease, and otherwise a list that scrolls."""
        area, size, head = self._area(page), page.theme.style("body").size, page.theme.style("label").size * 2
        groups = tuple(option.group for option in self._options())
        room = (area.h - head * len(set(groups))) / len(groups)
        return Grouped(area, max(size * 1.6, min(size * 1.9, room - GAP)), GAP, head, groups)

    # --- drawing ---

    def mood(self) -> Mood:
        """Never hushed: who sets its volume hears the music as it is."""
        return Mood()

    def draw(self, canvas: Canvas, page: Page) -> None:
        area, focused = self._area(page), self.focused(page)
        line = Rect(area.x, area.bottom + 6, area.w, self._note_height(page))
        canvas.backdrop(0, 0.45)
        canvas.scrim(line.left(area.w * 0.7), 0.8)
        canvas.scrim(area.left(area.w * 0.2), 0.8)
        change = Hint("change", "<left><right>", "<left><right>")
        hints(canvas, page, [MOVE, *([change] if self._option(focused).values else []), CHOOSE, BACK])
        heading(canvas, page, "SETTINGS")
        self.draw_spots_at_rest(canvas, page)
        note = self._option(focused).note or self._notice
        write(canvas, page, note, line, "small", page.theme.palette.sodium, valign=TOP)
        self._column(page).draw_heads(canvas, page, self._scroller)
        self._column(page).draw_marks(canvas, page, self._scroller)

    def draw_spots(self, canvas: Canvas, page: Page, light: Light) -> None:
        with canvas.clip(self._area(page).inset(-20, -3)):
            for spot, option in zip(self.spots(page), self._options(), strict=True):
                if spot.seen:
                    draw_row(canvas, page, spot.rect, option, light.on(spot.id))

    def spoken(self, page: Page, asked: bool = False) -> str:
        """The row with the focus and what it does: the whole list would take minutes.

        Its group is named when the focus comes into it, and to who asks.
        """
        option = self._option(self.focused(page))
        value = f": {option.values[option.index]}" if option.values else ""
        group = f"{option.group}. " if option.group and (asked or self._enters) else ""
        return f"Settings. {group}{option.label}{value}. {option.note}"
