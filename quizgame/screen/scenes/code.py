"""A challenge is entered: a code typed, pasted or picked with a pad, or a file dropped; knows no game."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from quizgame.screen.canvas import MIDDLE, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.letters import ERASE, blink, draw_caret, draw_letters, letter_spots
from quizgame.screen.menu import FocusScene
from quizgame.screen.moving import Light
from quizgame.screen.scene import Action, Dropped, Finished, Input, Page, Press, Typed
from quizgame.screen.theme import Style
from quizgame.screen.widgets import BACK, CHOOSE, MOVE, Chosen, Hint, Spot, body, heading, hints, write

COLUMNS = 10
PASTE, DONE = "paste", "done"
MOST = 400  # characters; a code of a first run has some thirty
TOLD = "A friend’s code, as it was sent. Or drop their .score file on this window."
WHOLE = "The code is whole, and you have its questions. Play it."


class CodeScene(FocusScene[str | Dropped | None]):
    """Gives back a code that can be played, a file that was dropped, or None."""

    def __init__(self, judge: Callable[[str], str], paste: Callable[[], str]) -> None:
        """`judge` says in a sentence why a code cannot be played here, "" where it can."""
        super().__init__(DONE)
        self._judge, self._paste = judge, paste
        self._code, self._said, self._whole = "", "", False

    @property
    def wants_text(self) -> bool:
        return True

    def handle(self, input: Input, page: Page) -> Finished[str | Dropped | None] | None:
        match input:
            case Dropped():
                return Finished(input)
            case Typed(text):
                self._write(text)
                return None
            case Press(Action.PASTE):
                self._put(self._paste())
                return None
            case Press(Action.ERASE):
                self._erase()
                return None
        return super().handle(input, page)

    def _write(self, text: str) -> None:
        text = "".join(letter if letter.isprintable() else " " for letter in text)  # whatever was pasted
        kept = " ".join((self._code + text).upper().split())[:MOST]
        if text.isspace() and self._code:
            kept = self._code.rstrip() + " "
        self._code, self._said = kept, ""
        self.cue("type")
        self._look()

    def _look(self) -> None:
        """Whether what stands here could be played; a code that is not whole yet is no mistake."""
        self._whole = bool(self._code) and not self._judge(self._code)

    def _put(self, text: str) -> None:
        """What is pasted takes the place of what was there."""
        if text.strip():
            self._code = ""
            self._write(text)
        else:
            self._said = "There is no text on the clipboard."

    def _erase(self) -> None:
        self._code, self._said = self._code[:-1].rstrip(), ""
        self.cue("type")
        self._look()

    def chosen(self, choice: Chosen, page: Page) -> Finished[str | Dropped | None] | None:
        if choice.id == DONE:
            self._said = self._judge(self._code)
            return None if self._said else Finished(self._code)
        if choice.id == PASTE:
            self._put(self._paste())
        elif choice.id == ERASE:
            self._erase()
        else:
            self._write(choice.id)
        return None

    def back(self) -> Finished[str | Dropped | None]:
        return Finished(None)

    def still(self, page: Page) -> Hashable:
        return self.lit(page), self._code, self._said, self._whole

    def live(self, page: Page) -> Hashable:
        passing = super().live(page)
        return blink(page) if passing is None else passing

    def spots(self, page: Page) -> Sequence[Spot]:
        return letter_spots(self._board(page), COLUMNS, (PASTE, ERASE, DONE))

    def _parts(self, page: Page) -> tuple[Rect, Rect]:
        """The line to write on with what is said of it, and the letters below."""
        room = body(page)
        room = room.below(min(page.theme.style("title").size * 1.1 + 20, room.h * 0.25))
        field = room.top(min(190, room.h * 0.40))
        return field, room.below(field.h + 14)

    def _board(self, page: Page) -> Rect:
        _, room = self._parts(page)
        return room.left(min(room.w, 900)).top(min(room.h, 360))

    def _field(self, page: Page) -> Rect:
        field, _ = self._parts(page)
        return field.below(field.h * 0.42)

    def draw(self, canvas: Canvas, page: Page) -> None:
        p = page.theme.palette
        canvas.backdrop(0, 0.45)
        erase, paste = Hint("erase", "Backspace", "{erase}"), Hint("paste", "Ctrl V")
        hints(canvas, page, [Hint("write", "letters"), MOVE, CHOOSE, paste, erase, BACK])
        field, _ = self._parts(page)
        said, tint = (WHOLE, p.right) if self._whole else (TOLD, p.sodium)
        if self._said:
            said, tint = self._said, p.alarm
        line = field.top(field.h * 0.38)
        canvas.scrim(line.left(line.w * 0.7), 0.6)
        heading(canvas, page, "ENTER A CODE")
        write(canvas, page, said, line, "body", tint)
        canvas.panel(self._field(page), "focus")
        canvas.text(self._code, self._words(page), self._style(page), p.paper, valign=MIDDLE)
        self.draw_spots_at_rest(canvas, page)

    def draw_spots(self, canvas: Canvas, page: Page, light: Light) -> None:
        words = {PASTE: "Paste", ERASE: "Erase", DONE: "Play it"}
        draw_letters(canvas, page, self.spots(page), light, words)

    def _words(self, page: Page) -> Rect:
        return self._field(page).inset(22, 6)

    def _style(self, page: Page) -> Style:
        style = Style(page.theme.style("button").face, page.theme.style("question").size)
        return page.ruler.fit(self._code or "M", style, self._words(page), 10)

    def draw_live(self, canvas: Canvas, page: Page) -> None:
        super().draw_live(canvas, page)
        draw_caret(canvas, page, self._code, self._words(page), self._style(page))
