"""The keys and buttons: what each does, and the way to give it another; knows no file and no SDL."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from quizgame.screen.canvas import CENTRE, TOP, Canvas
from quizgame.screen.control_row import KEY, USUAL, action_of, draw_heads, draw_row, row_of, row_spots
from quizgame.screen.keymap import (
    BINDINGS,
    DEALT,
    Change,
    Keymap,
    as_usual,
    is_usual,
    key_cap,
    pad_cap,
    with_button,
    with_key,
)
from quizgame.screen.layout import Rect
from quizgame.screen.menu import FocusScene
from quizgame.screen.moving import Light, button_lit
from quizgame.screen.scene import (
    KEYBOARD,
    Action,
    Away,
    Button,
    Click,
    Finished,
    Input,
    Page,
    Press,
    Pushed,
    Scroll,
    pressed,
)
from quizgame.screen.scrolling import Column, Scroller
from quizgame.screen.widgets import (
    BACK,
    CHOOSE,
    MOVE_ROUND,
    Chosen,
    Hint,
    Spot,
    body,
    heading,
    hints,
    write,
)

DONE, RESET = "done", "reset"
FEET = {DONE: "Done", RESET: "All as usual"}
ALWAYS = "Arrows, Enter, Esc, the digits and F1 to F5 always work, and so do a pad’s cross, A and B."
ASKED_KEY = "Press the new key for “{does}”. Esc leaves it as it is."
ASKED_PAD = "Press the new button for “{does}”. B leaves it as it is."
GAP = 5


class ControlsScene(FocusScene[str]):
    """Gives back DONE, or RESET where the player wants all keys as usual."""

    def __init__(self, look: Callable[[], Keymap], change: Callable[[Keymap], None]) -> None:
        """`look()` is what is in force, `change(keymap)` puts another in force at once."""
        super().__init__(KEY + BINDINGS[0].action)
        self._look, self._change = look, change
        self._listening = ""
        self._said = ""
        self._scroller = Scroller()

    # --- a key for an action ---

    def claims(self, button: Button) -> bool:
        return self._listening != ""

    def handle(self, input: Input, page: Page) -> Finished[str] | None:
        if self._listening:
            self._hear(input)
            return None
        if isinstance(input, Scroll):
            self._column(page).turn(self._scroller, input.steps)
            return None
        if pressed(input, Action.ERASE) and (action := action_of(self.focused(page))):
            self._take(as_usual(self._look(), action))
            return None
        before = self.focused(page)
        finished = super().handle(input, page)
        if self.focused(page) != before and not self._listening:
            self._said = ""
        self._follow(page)
        return finished

    def _hear(self, input: Input) -> None:
        """The next key or button is the new one; anything else than a key leaves all as it is."""
        match input:
            case Pushed(button):
                self._pushed(button)
            case Press() | Click() | Away():
                self._leave()

    def _pushed(self, button: Button) -> None:
        keyboard, action = button.source == KEYBOARD, action_of(self._listening)
        if button.name == ("escape" if keyboard else Action.BACK):
            self._leave()
        elif keyboard != self._listening.startswith(KEY):
            self._said = f"That is on the {'keyboard' if keyboard else 'pad'}. {self._asking()}"
        elif keyboard:
            self._take(with_key(self._look(), action, button.name))
        else:  # a button that means something comes by that meaning
            name = self._look().button_of.get(button.name, button.name)
            self._take(with_button(self._look(), action, name))

    def _take(self, change: Change) -> None:
        self._said = change.said
        if change.done:
            self._listening = ""
            self._change(change.keymap)
        self.cue("choose" if change.done else "back")

    def _leave(self) -> None:
        self._listening, self._said = "", "Nothing was changed."
        self.cue("back")

    def _asking(self) -> str:
        asked = ASKED_KEY if self._listening.startswith(KEY) else ASKED_PAD
        return asked.format(does=DEALT[action_of(self._listening)].does)

    def chosen(self, choice: Chosen, page: Page) -> Finished[str] | None:
        if choice.id in FEET:
            return Finished(choice.id)
        if choice.id.startswith(USUAL):
            self.focus.id = KEY + action_of(choice.id)
            self._take(as_usual(self._look(), action_of(choice.id)))
        else:
            self._listening = choice.id
            self._said = self._asking()
        return None

    def back(self) -> Finished[str]:
        return Finished(DONE)

    def still(self, page: Page) -> Hashable:
        return self.lit(page), self._look(), self._listening, self._said, self._scroller.offset

    # --- places ---

    def spots(self, page: Page) -> list[Spot]:
        column, keymap, spots = self._column(page), self._look(), list[Spot]()
        for binding, row in zip(BINDINGS, column.rows(self._scroller), strict=True):
            spots += row_spots(binding, row, column.shows(row), is_usual(keymap, binding.action))
        return spots + self._buttons(page)

    def _buttons(self, page: Page) -> list[Spot]:
        feet = self._feet(page).columns(4, 14)
        return [Spot(id, rect) for id, rect in zip(FEET, feet, strict=False)]

    def _feet(self, page: Page) -> Rect:
        return body(page).foot(min(64, 46 * (0.5 + page.theme.text / 2)))

    def _note(self, page: Page) -> Rect:
        feet, height = self._feet(page), page.theme.style("small").size * 1.6
        return Rect(feet.x, feet.y - height - 6, feet.w, height)

    def _area(self, page: Page) -> Rect:
        room = body(page)
        top = room.y + min(page.theme.style("title").size * 1.1 + 14, room.h * 0.28)
        return Rect(room.x, top, room.w - 26, max(40, self._note(page).y - 6 - top))

    def _column(self, page: Page) -> Column:
        return Column(self._area(page), page.theme.style("body").size * 1.7, GAP, len(BINDINGS))

    def _follow(self, page: Page) -> None:
        row = row_of(self.focused(page))
        if row is not None:
            self._column(page).follow(self._scroller, row)

    # --- drawing ---

    def draw(self, canvas: Canvas, page: Page) -> None:
        note = self._note(page)
        canvas.backdrop(0, 0.45)
        canvas.scrim(note.left(note.w * 0.7), 0.8)
        usual = Hint("as usual", "Backspace", "{erase}")
        hints(canvas, page, [] if self._listening else [MOVE_ROUND, CHOOSE, usual, BACK])
        heading(canvas, page, "KEYS AND BUTTONS")
        draw_heads(canvas, page, self._area(page))
        write(canvas, page, self._said or ALWAYS, note, "small", page.theme.palette.sodium, valign=TOP)
        self._column(page).draw_marks(canvas, page, self._scroller)
        self.draw_spots_at_rest(canvas, page)

    def draw_spots(self, canvas: Canvas, page: Page, light: Light) -> None:
        column, keymap = self._column(page), self._look()
        for number, row in column.in_sight(self._scroller):
            draw_row(canvas, page, BINDINGS[number], row, keymap, light, self._listening)
        for spot in self._buttons(page):
            button_lit(canvas, page, spot.rect, FEET[spot.id], light.on(spot.id), CENTRE)

    def spoken(self, page: Page, asked: bool = False) -> str:
        """What was just said, or the row with the focus."""
        action = action_of(self.focused(page))
        if self._said or not action:
            return self._said or f"Keys and buttons. {FEET[self.focused(page)]}."
        does, keymap = DEALT[action].does, self._look()
        key, button = keymap.key_of.get(action, ""), keymap.button_of[action]
        return f"{does}: key {key_cap(key)}, button {pad_cap(button) if button else 'none'}."
