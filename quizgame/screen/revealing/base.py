"""What is at hand where a settled question is shown, and the marks that all kinds share; knows no kind."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import NamedTuple

from quizgame.quiz.view import Reveal
from quizgame.screen.canvas import MIDDLE, RIGHT, Canvas
from quizgame.screen.ease import ease_out, progress
from quizgame.screen.layout import HEIGHT, Rect
from quizgame.screen.left import Left
from quizgame.screen.moving import SETTLED
from quizgame.screen.scene import Page
from quizgame.screen.seats import shortened
from quizgame.screen.suspense import glide
from quizgame.screen.theme import Colour, Style

ICON, TAG = 24, 13  # units: a tick or a cross, and the word with it
WIDEST_NAME = 10  # times the size of the letters


class Shown(NamedTuple):
    """A settled question, where it is shown, and whose answer it was where several play.

    `digits` says that digits answered, and no letters. `age` is that of the verdict in ms, less than 0
    through the `breath` before it; `left` is the question as it was left, where this goes on from there.
    """

    page: Page
    reveal: Reveal
    who: str = ""
    age: int = SETTLED
    digits: bool = False
    breath: int = 0
    left: Left | None = None

    @property
    def locked(self) -> int:
        """How long ago the answer was given, in ms."""
        return self.age + self.breath

    @property
    def glide(self) -> float:
        """How far (0 to 1) everything is on its way to its last place."""
        return glide(self.age) if self.left else 1.0

    def whose(self, word: str) -> str:
        """The word on an answer of one's own, or the name of the player whose it was."""
        if not self.who:
            return word
        style = tag_style(self.page)
        return shortened(self.page, self.who.upper(), style, style.size * WIDEST_NAME)


TURN_MS, NEXT_MS = 120, 60
"""How long a tone takes to turn, and from one thing to the next."""

TURNED_MS = 5 * NEXT_MS + TURN_MS
"""When the last of six things has turned."""

DEPTH = 4.0  # units


def turned(shown: Shown, number: int = 0) -> float:
    """How far (0 to 1) the thing of a number, counted from 0, has turned to how it went."""
    return ease_out(progress(shown.age, number * NEXT_MS, TURN_MS))


def pressed_in(canvas: Canvas, shown: Shown) -> AbstractContextManager[None]:
    """What the player chose, still pressed in, and coming back."""
    return canvas.faded(1, y=DEPTH * (1 - ease_out(progress(shown.age, 0, TURN_MS))))


def places(given: object) -> tuple[int, ...]:
    """An answer that is made of places; none where there is none."""
    return given if isinstance(given, tuple) else ()


def tag_style(page: Page) -> Style:
    """How the words beside a tick or a cross are set; in a low window not larger than the words they mark."""
    return page.theme.style("small").at(TAG * min(page.theme.text, 2 * page.stage.h / HEIGHT))


def tag_width(page: Page, *words: str) -> float:
    """The room for the widest of them, with its icon beside it where cards are low."""
    beside = 0 if roomy(page) else _icon(page) + 8
    return max(page.ruler.size(word, tag_style(page)).w for word in words) + beside


def _icon(page: Page) -> float:
    """How large the icon of a tag may be, in units: it takes on half of what its word does."""
    return ICON * (0.5 + page.theme.text / 2)


def draw_tag(canvas: Canvas, page: Page, rect: Rect, icon: str, word: str, colour: Colour) -> None:
    """An icon with a word below it, at the right end of a card; beside it where the card is too low."""
    style, most = tag_style(page), _icon(page)
    high = style.size * 1.4
    below = rect.h > most * 0.7 + high + 8
    side = min(most, (rect.h - high - 8) if below else rect.h * 0.6)
    y = rect.y + (rect.h - side - high) / 2 if below else rect.middle[1] - side / 2
    place = Rect(rect.right - side - 12, y, side, side)
    canvas.shape(icon, place, colour)
    if below:
        canvas.text(word, Rect(rect.x, place.bottom, rect.w - 12, high), style, colour, RIGHT)
    else:
        line = Rect(rect.x, rect.y, rect.w - side - 20, rect.h)
        canvas.text(word, line, style, colour, RIGHT, MIDDLE)


def draw_verdict_icon(canvas: Canvas, rect: Rect, icon: str, colour: Colour) -> None:
    """A tick, a cross, or for who came too late a clock."""
    if icon != "clock":
        canvas.shape(icon, rect, colour)
        return
    line, (x, y) = rect.h * 0.1, rect.middle
    canvas.ring(rect, 1.0, colour)
    canvas.fill(Rect(x - line / 2, y - rect.h * 0.28, line, rect.h * 0.28 + line / 2), colour)
    canvas.fill(Rect(x - line / 2, y - line / 2, rect.w * 0.24, line), colour)


def roomy(page: Page) -> bool:
    """Whether all cards can be shown at a size that is read with ease."""
    return not page.theme.large and page.stage.h >= 660
