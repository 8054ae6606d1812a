"""Answering in words: typed, or picked from a board of letters, then locked in; knows no rules."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import NamedTuple

from quizgame.quiz.question import MAX_OPTION
from quizgame.quiz.view import Asked
from quizgame.screen.answering.base import Answering, Gave, Table
from quizgame.screen.canvas import MIDDLE, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.letters import ERASE, LETTERS, SPACE, blink, draw_caret, draw_letters, letter_spots
from quizgame.screen.moving import Light, coming, panel_turning
from quizgame.screen.scene import Action, Device, Input, Page, Press, Typed
from quizgame.screen.theme import Style
from quizgame.screen.widgets import LEAST, Chosen, Focus, Hint, Spot, write

FIELD = "field"
KEY_WORDS = {SPACE: "Space", ERASE: "Erase"}
JOINERS = "\u200c\u200d"  # some scripts cannot be written without them


class Places(NamedTuple):
    """The line to write on, and the board."""

    field: Rect
    board: Rect


class Write(Answering):
    """Some words; while they are written, letters call nobody and stop nothing."""

    wants_text = True

    def __init__(self, cue: Callable[[str], None]) -> None:
        super().__init__(cue)
        self._text = ""

    def spots(self, table: Table) -> list[Spot]:
        places = _places(table)
        return [Spot(FIELD, places.field), *_keys(places.board)]

    def handle(self, input: Input, table: Table, focus: Focus) -> Gave | bool:
        match input:
            case Typed(text):
                self._add(text)
            case Press(Action.ERASE):
                self._erase()
            case _:
                return False
        focus.id = FIELD  # so that Enter locks in what was typed, wherever the pointer lay
        return True

    def _add(self, text: str) -> None:
        letters = "".join(letter for letter in text if letter.isprintable() or letter in JOINERS)
        kept = (self._text + letters).lstrip()[:MAX_OPTION]
        if kept != self._text:
            self._text = kept
            self.cue("type")

    def _erase(self) -> None:
        self._text = self._text[:-1]
        self.cue("type")

    def chosen(self, choice: Chosen, table: Table, focus: Focus) -> Gave | None:
        if choice.id == FIELD:
            at_once = choice.x is None and self.ready(table.asked)  # a click only puts the caret there
            return Gave(self.answer(table.asked)) if at_once else None
        if choice.id == ERASE:
            self._erase()
        else:
            self._add(" " if choice.id == SPACE else choice.id.lower() if self._text else choice.id)
        return None

    def ready(self, asked: Asked) -> bool:
        return bool(self._text.strip())

    def answer(self, asked: Asked) -> str:
        return " ".join(self._text.split())

    def state(self) -> Hashable:
        return self._text

    def size(self, table: Table) -> float:
        page, places = table.page, _places(table)
        key = page.ruler.fit("W", page.theme.style("strong"), _keys(places.board)[0].rect.inset(4), 10)
        return min(_style(page, _words(places.field), "").size, 1.2 * key.size)

    def parts(self, asked: Asked) -> int:
        return 2

    def draw(self, canvas: Canvas, table: Table, light: Light) -> None:
        places = _places(table)
        with coming(canvas, table.opened, 0, 2):
            self._draw_field(canvas, table, places.field, light.on(FIELD))
        with coming(canvas, table.opened, 1, 2):
            draw_letters(canvas, table.page, _keys(places.board), light, KEY_WORDS)

    def _draw_field(self, canvas: Canvas, table: Table, field: Rect, lit: float) -> None:
        page, p, words = table.page, table.page.theme.palette, _words(field)
        panel_turning(canvas, field, "glass", "focus", lit)
        if self._text:
            style = _style(page, words, self._text)
            canvas.text(self._text, words, style, p.paper, valign=MIDDLE)
        else:
            write(canvas, page, "Spelling is forgiven, within reason.", words, "option", p.dim)

    def live(self, page: Page) -> Hashable:
        return blink(page)

    def draw_live(self, canvas: Canvas, table: Table, focused: str) -> None:
        words = _words(_places(table).field)
        draw_caret(canvas, table.page, self._text, words, _style(table.page, words, self._text))

    def hints(self, table: Table, focused: str) -> Sequence[Hint]:
        typing = table.page.device is Device.KEYS and focused in (FIELD, "lock")
        first = Hint("lock in", "Enter") if typing else Hint("choose", "Enter", "A", "click")
        erase = Hint("erase", "Backspace", "{erase}")
        return Hint("write", "letters"), first, erase, Hint("move", "", "<up><down><left><right>")


def _places(table: Table) -> Places:
    room = table.room.foot(min(table.room.h, 290 * (table.page.theme.text * 0.25 + 0.75)))
    field = room.top(room.h * 0.30)
    return Places(field, room.below(field.h + min(14, room.h * 0.04)))


def _keys(board: Rect) -> tuple[Spot, ...]:
    return letter_spots(board, len(LETTERS) // 2, (SPACE, ERASE), 6)


def _words(field: Rect) -> Rect:
    return field.inset(22, 3)


def _style(page: Page, words: Rect, text: str) -> Style:
    """Large while it is short; what is long gets several lines, or smaller."""
    style = page.ruler.fit("Mg", page.theme.style("question"), words, 12)
    return page.ruler.fit(text, style, Rect(words.x, words.y, words.w - 4, words.h), LEAST) if text else style
