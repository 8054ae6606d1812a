"""Words cut to the room that one line has; knows nothing of what they say."""

from __future__ import annotations

from quizgame.screen.canvas import Ruler
from quizgame.screen.theme import Style

MORE = "…"


def cut(ruler: Ruler, text: str, style: Style, width: float) -> str:
    """A text, or as much of its beginning as fits the width, with a mark where the rest was."""
    if ruler.size(text, style).w <= width:
        return text
    return text[: _most(ruler, text, style, width)].rstrip() + MORE


def _most(ruler: Ruler, text: str, style: Style, width: float) -> int:
    """How many letters fit together with the mark, by binary search."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if ruler.size(text[:middle] + MORE, style).w <= width:
            low = middle
        else:
            high = middle - 1
    return low


def cut_round(ruler: Ruler, text: str, place: int, style: Style, width: float) -> tuple[str, float]:
    """One line of a text in which a place (counted from 0) is in sight, and how far to the right that is.

    Where the place lies beyond the room, the beginning is left out, for a mark.
    """
    place, start = min(place, len(text)), 0
    while start < place and _before(ruler, text, start, place, style) > width * 0.7:
        start += max(1, (place - start) // 4)
    shown = (MORE if start else "") + text[start:]
    return cut(ruler, shown, style, width), _before(ruler, text, start, place, style)


def _before(ruler: Ruler, text: str, start: int, place: int, style: Style) -> float:
    """How wide the words between the beginning that is shown and a place are."""
    return ruler.size((MORE if start else "") + text[start:place], style).w
