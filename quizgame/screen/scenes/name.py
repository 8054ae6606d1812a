"""The name for the table: typed, clicked or picked with a pad; knows no file."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from quizgame.screen.canvas import MIDDLE, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.letters import CASE, ERASE, SPACE, blink, draw_caret, draw_letters, letter_spots
from quizgame.screen.menu import FocusScene
from quizgame.screen.moving import Light
from quizgame.screen.scene import Action, Device, Finished, Input, Page, Press, Typed
from quizgame.screen.theme import Style
from quizgame.screen.widgets import (
    BACK,
    CHOOSE,
    MOVE,
    MOVE_ROUND,
    Chosen,
    Hint,
    Spot,
    body,
    heading,
    hints,
    write,
)

COLUMNS = 10
DONE = "done"
MOST = 24
NAMELESS = "A name needs at least one letter. Write one, or go back."


class NameScene(FocusScene[str | None]):
    """Gives back the name, or None where the player would rather not sign."""

    def __init__(self, take: str, name: str, clean: Callable[[str], str], title: str = "") -> None:
        """`clean` makes what is typed fit for the table. With a `title` it is no run that is signed."""
        super().__init__(DONE)
        self._title, self._name, self._clean = title or "SIGN THE TABLE", name, clean
        self._told = f"Up to {MOST} letters." if title else f"{take}. Whose is it? Up to {MOST} letters."
        self._done = "Done" if title else "Sign"
        self._capitals = True
        self._asked = False  # whether it was to be signed without a name

    @property
    def wants_text(self) -> bool:
        return True

    def handle(self, input: Input, page: Page) -> Finished[str | None] | None:
        match input:
            case Typed(text):
                self._write(text)
                return None
            case Press(Action.ERASE):
                self._erase()
                return None
        return super().handle(input, page)

    def _write(self, text: str) -> None:
        kept = self._clean(self._name + text)
        if text.isspace() and self._name and len(self._name) < MOST:
            kept = self._name.rstrip() + " "
        if kept != self._name:
            self._name, self._asked = kept, False
            self.cue("type")

    def _erase(self) -> None:
        self._name = self._name[:-1]
        self.cue("type")

    def chosen(self, choice: Chosen, page: Page) -> Finished[str | None] | None:
        if choice.id == DONE:
            name = self._clean(self._name).strip()
            self._asked = not name
            return Finished(name) if name else None
        if choice.id == CASE:
            self._capitals = not self._capitals
        elif choice.id == ERASE:
            self._erase()
        else:
            self._write(" " if choice.id == SPACE else self._face(choice.id))
        return None

    def back(self) -> Finished[str | None]:
        return Finished(None)

    def _face(self, letter: str) -> str:
        return letter if self._capitals else letter.lower()

    def still(self, page: Page) -> Hashable:
        return self.lit(page), self._name, self._capitals, self._asked

    def live(self, page: Page) -> Hashable:
        passing = super().live(page)
        return blink(page) if passing is None else passing

    def spots(self, page: Page) -> Sequence[Spot]:
        return letter_spots(self._board(page), COLUMNS, (CASE, SPACE, ERASE, DONE))

    def _parts(self, page: Page) -> tuple[Rect, Rect]:
        """The line to write on, and the letters below."""
        room = body(page)
        room = room.below(min(page.theme.style("title").size * 1.1 + 20, room.h * 0.25))
        field = room.top(min(150, room.h * 0.32))
        return field, room.below(field.h + 14)

    def _board(self, page: Page) -> Rect:
        _, room = self._parts(page)
        return room.left(min(room.w, 900)).top(min(room.h, 380))

    def _field(self, page: Page) -> Rect:
        field, _ = self._parts(page)
        return field.below(field.h * 0.38).left(min(field.w, 900))

    def draw(self, canvas: Canvas, page: Page) -> None:
        p = page.theme.palette
        canvas.backdrop(0, 0.45)
        erase = Hint("erase", "Backspace", "{erase}")
        typing = page.device is Device.KEYS and self.focused(page) == DONE
        move = MOVE if page.theme.large else MOVE_ROUND  # room for the rest
        sign = Hint(self._done.lower(), "Enter") if typing else CHOOSE
        hints(canvas, page, [Hint("write", "letters"), move, sign, erase, BACK])
        heading(canvas, page, self._title)
        field, _ = self._parts(page)
        told, colour = (NAMELESS, p.alarm) if self._asked else (self._told, p.sodium)
        write(canvas, page, told, field.top(field.h * 0.34), "body", colour)
        canvas.panel(self._field(page), "focus")
        canvas.text(self._name, self._words(page), self._style(page), p.paper, valign=MIDDLE)
        self.draw_spots_at_rest(canvas, page)

    def _words(self, page: Page) -> Rect:
        return self._field(page).inset(22, 6)

    def _style(self, page: Page) -> Style:
        return page.ruler.fit("Mg", page.theme.style("question"), self._words(page), 12)

    def draw_spots(self, canvas: Canvas, page: Page, light: Light) -> None:
        words = {CASE: "abc" if self._capitals else "ABC", SPACE: "Space", ERASE: "Erase", DONE: self._done}
        draw_letters(canvas, page, self.spots(page), light, words, self._capitals)

    def draw_live(self, canvas: Canvas, page: Page) -> None:
        super().draw_live(canvas, page)
        draw_caret(canvas, page, self._name, self._words(page), self._style(page))
