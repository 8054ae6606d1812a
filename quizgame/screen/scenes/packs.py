"""The list of question packs: what is in each, what is wrong with it, and its switch; knows no file."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from quizgame.quiz.amounts import counted
from quizgame.screen.canvas import CENTRE, MIDDLE, Canvas
from quizgame.screen.cutting import cut
from quizgame.screen.layout import Rect
from quizgame.screen.listed import Listed
from quizgame.screen.menu import FocusScene
from quizgame.screen.moving import Light, button_lit
from quizgame.screen.pack_row import SWITCH_FROM, draw_pack_row
from quizgame.screen.scene import Action, Dropped, Finished, Input, Page, Press, Scroll
from quizgame.screen.scrolling import Column, Scroller
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

FOLDER, HOWTO, LEAVE = "folder", "howto", "leave"
BUTTONS = {FOLDER: "Open the folder", HOWTO: "How to write one", LEAVE: "Back"}
PACK = "pack "  # begins the id of a pack's spot
LOOK_MS = 200  # how often the packs are asked for anew: a save shows at once, a still screen costs nothing
GAP = 6
LEAST_INVITATION = 90  # units
STEPS = {Action.DOWN: 1, Action.NEXT: 1, Action.UP: -1, Action.PREVIOUS: -1}
LEAPS = {Action.PAGE_DOWN: 1, Action.PAGE_UP: -1}

ALL_OFF = "EVERYTHING IS SWITCHED OFF: NOTHING CAN BE ASKED. SWITCH A PACK ON."
NOTHING = "THERE IS NOT ONE QUESTION THAT COULD BE ASKED."
INVITATION = (
    "None of these is yours yet. A pack is a text file: put one into the folder and the next game asks it. "
    "How to write one shows the way, and takes five minutes."
)


class PacksScene(FocusScene[str | Dropped]):
    """Gives back FOLDER, HOWTO, LEAVE, PACK and the id of the pack to be looked at, or a dropped file.

    Shown again, it keeps its focus and its place.
    """

    def __init__(
        self,
        look: Callable[[], Sequence[Listed]],
        switch: Callable[[str, bool], None],
        note: Callable[[], str],
    ) -> None:
        """`look()` is what there is now, `switch(id, on)` takes effect at once, `note()` is a sentence."""
        super().__init__()
        self._look, self._switch, self._note = look, switch, note
        self._packs, self._looked = tuple(look()), 0
        self._scroller = Scroller()

    def tick(self, page: Page) -> Finished[str | Dropped] | None:
        if page.now - self._looked >= LOOK_MS:
            self._packs, self._looked = tuple(self._look()), page.now
        return None

    def spots(self, page: Page) -> list[Spot]:
        listed = [Spot(PACK + pack.id, row, slider=True) for pack, row in self._in_sight(page)]
        return listed + self._buttons(page)

    def _buttons(self, page: Page) -> list[Spot]:
        feet = self._feet(page).columns(len(BUTTONS), 14)
        return [Spot(id, rect) for id, rect in zip(BUTTONS, feet, strict=True)]

    def handle(self, input: Input, page: Page) -> Finished[str | Dropped] | None:
        if isinstance(input, Dropped):
            return Finished(input)
        if isinstance(input, Scroll):
            self._column(page).turn(self._scroller, input.steps)
            return None
        there = self._goal(input, page)
        if there is None:
            return super().handle(input, page)
        self.focus.id = PACK + self._packs[there].id
        self._column(page).follow(self._scroller, there)
        self._lamp.turn(self.focus.id, page.now)
        self.cue("focus")
        return None

    def _goal(self, input: Input, page: Page) -> int | None:
        """The row that a press leads to from a row, be it in sight or not; None where it leads elsewhere."""
        here, last = self._place(self.focused(page)), len(self._packs) - 1
        if not isinstance(input, Press) or last < 0:
            return None
        if input.action is Action.FIRST:
            return 0
        if here is None:
            return None
        if input.action in LEAPS:
            return min(max(0, here + LEAPS[input.action] * self._abreast(page)), last)
        there = here + STEPS.get(input.action, 0)
        return there if there != here and 0 <= there <= last else None

    def _abreast(self, page: Page) -> int:
        """How many rows are in sight at once."""
        return max(1, len(self._in_sight(page)))

    def _place(self, id: str) -> int | None:
        """The row of a spot, None for the buttons."""
        found = (n for n, pack in enumerate(self._packs) if PACK + pack.id == id)
        return next(found, None)

    def chosen(self, choice: Chosen, page: Page) -> Finished[str | Dropped] | None:
        if choice.id.startswith(PACK) and choice.x is not None and choice.x >= SWITCH_FROM:
            self._turn(choice.id)
            return None
        return Finished(choice.id)

    def turned(self, turn: Turned, page: Page) -> None:
        self._turn(turn.id)
        self.cue("focus")

    def _turn(self, id: str) -> None:
        place = self._place(id)
        if place is not None:
            self._switch(self._packs[place].id, not self._packs[place].on)
            self._packs = tuple(self._look())

    def back(self) -> Finished[str | Dropped]:
        return Finished(LEAVE)

    def still(self, page: Page) -> Hashable:
        return self.lit(page), self._packs, self._scroller.offset, self._note()

    # --- places ---

    def _label(self, page: Page) -> Rect:
        """The line that sums up."""
        room = body(page)
        title = min(page.theme.style("title").size * 1.1 + 14, room.h * 0.24)
        return room.below(title).top(page.theme.style("label").size * 1.6)

    def _feet(self, page: Page) -> Rect:
        return body(page).foot(min(64, 50 * (0.5 + page.theme.text / 2)))

    def _told(self, page: Page) -> Rect:
        """The line for a sentence, above the buttons."""
        feet, height = self._feet(page), page.theme.style("small").size * 1.6
        return Rect(feet.x, feet.y - height - 6, feet.w, height)

    def _area(self, page: Page) -> Rect:
        top = self._label(page).bottom + 6
        room = body(page)
        low = self._told(page).y if self._note() else self._feet(page).y - 6
        return Rect(room.x, top, room.w, max(40, low - 6 - top))

    def _column(self, page: Page) -> Column:
        area, lines = self._area(page), page.theme.style("strong").size + page.theme.style("small").size
        height = min(1.35 * lines + (6 if page.theme.large else 16), area.h)
        return Column(area, height, GAP, len(self._packs))

    def _in_sight(self, page: Page) -> list[tuple[Listed, Rect]]:
        """The rows that are drawn, and their places."""
        rows = self._column(page).in_sight(self._scroller)
        return [(self._packs[number], row) for number, row in rows]

    # --- drawing ---

    def draw(self, canvas: Canvas, page: Page) -> None:
        canvas.backdrop(0, 0.45)
        focused, note = self.focused(page), self._note()
        if note:
            canvas.scrim(self._told(page))
        hints(canvas, page, _hints(on_row=focused.startswith(PACK)))
        heading(canvas, page, "QUESTION PACKS")
        self._draw_sum(canvas, page)
        self.draw_spots_at_rest(canvas, page)
        self._column(page).draw_marks(canvas, page, self._scroller)
        self._draw_invitation(canvas, page)
        self._draw_note(canvas, page, note)

    def draw_spots(self, canvas: Canvas, page: Page, light: Light) -> None:
        for pack, row in self._in_sight(page):
            draw_pack_row(canvas, page, row, pack, light.on(PACK + pack.id))
        for spot in self._buttons(page):
            button_lit(canvas, page, spot.rect, BUTTONS[spot.id], light.on(spot.id), CENTRE)

    def _draw_sum(self, canvas: Canvas, page: Page) -> None:
        """What can be asked all in all; in the colour of alarm where that is nothing."""
        p, on = page.theme.palette, [pack for pack in self._packs if pack.on]
        number = sum(pack.questions for pack in on)
        told = f"{counted(number, 'question')} from {counted(len(on), 'pack')}".upper()
        if not number:
            told = ALL_OFF if any(pack.questions for pack in self._packs) else NOTHING
        write(canvas, page, told, self._label(page), "label", p.cyan if number else p.alarm)

    def _draw_note(self, canvas: Canvas, page: Page, note: str) -> None:
        if note:
            room, style = self._told(page), page.theme.style("small")
            words = cut(page.ruler, note, style, room.w)
            canvas.text(words, room, style, page.theme.palette.sodium, valign=MIDDLE)

    def _draw_invitation(self, canvas: Canvas, page: Page) -> None:
        """A word to a player without packs of their own, where the list leaves room for it."""
        area = self._area(page)
        room = area.below(self._column(page).length + 14)
        if any(pack.own for pack in self._packs) or room.h < LEAST_INVITATION:
            return
        box = room.top(160 if page.theme.large else 110)
        canvas.panel(box)
        write(canvas, page, INVITATION, box.inset(24, 12), "body", page.theme.palette.paper)


def _hints(on_row: bool) -> list[Hint]:
    if not on_row:
        return [MOVE, CHOOSE, BACK]
    switch = Hint("on, off", "<left><right>", "<left><right>", "click the switch")
    return [MOVE, switch, Hint("look inside", "Enter", "A", "click"), BACK]
