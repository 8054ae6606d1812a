"""What is at hand where a settled question is shown, and the marks that all kinds share; knows no kind."""

from __future__ import annotations

from typing import NamedTuple

from quizgame.quiz.view import Reveal
from quizgame.screen.canvas import MIDDLE, RIGHT, Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Page
from quizgame.screen.theme import Colour, Style

ICON = 24  # units


class Shown(NamedTuple):
    """A settled question and the room to show its answer in."""

    page: Page
    reveal: Reveal


def places(given: object) -> tuple[int, ...]:
    """An answer that is made of places; none where there is none."""
    return given if isinstance(given, tuple) else ()


def tag_style(page: Page) -> Style:
    """How the words beside a tick or a cross are set."""
    return page.theme.style("small").at(13 * min(1.5, page.theme.text))


def tag_width(page: Page, *words: str) -> float:
    """The room for the widest of them, with its icon beside it where cards are low."""
    return max(page.ruler.size(word, tag_style(page)).w for word in words) + (0 if roomy(page) else ICON + 8)


def draw_tag(canvas: Canvas, page: Page, rect: Rect, icon: str, word: str, colour: Colour) -> None:
    """An icon with a word below it, at the right end of a card; beside it where the card is too low."""
    style = tag_style(page)
    high = style.size * 1.4
    below = rect.h > ICON * 0.7 + high + 8
    side = min(ICON, (rect.h - high - 8) if below else rect.h * 0.6)
    y = rect.y + (rect.h - side - high) / 2 if below else rect.middle[1] - side / 2
    place = Rect(rect.right - side - 12, y, side, side)
    canvas.shape(icon, place, colour)
    if below:
        canvas.text(word, Rect(rect.x, place.bottom, rect.w - 12, high), style, colour, RIGHT)
    else:
        line = Rect(rect.x, rect.y, rect.w - side - 20, rect.h)
        canvas.text(word, line, style, colour, RIGHT, MIDDLE)


def roomy(page: Page) -> bool:
    """Whether all cards can be shown at a size that is read with ease."""
    return not page.theme.large and page.stage.h >= 660
