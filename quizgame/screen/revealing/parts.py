"""Where the parts of a reveal stand, from the top down; draws nothing and judges nothing."""

from __future__ import annotations

from collections.abc import Hashable
from typing import NamedTuple

from quizgame.screen.band import band_rect
from quizgame.screen.layout import Rect
from quizgame.screen.revealing.base import Shown
from quizgame.screen.revealing.explanation import needed
from quizgame.screen.revealing.kinds import is_high, is_table, most, share
from quizgame.screen.widgets import body

BETWEEN = 14.0  # units between what was answered and the panel
SAID = 90.0  # units: what is said of a flag, above the button that stands beside the panel


class Parts(NamedTuple):
    """Verdict, question, what was answered, the explanation, and what is said of a flag."""

    verdict: Rect
    question: Rect
    answer: Rect
    panel: Rect
    said: Rect


class Parting:
    """Keeps the parts of one reveal, because to find them everything on it is measured."""

    def __init__(self) -> None:
        self._kept: tuple[Hashable, Parts] | None = None

    def parts(self, shown: Shown, on: Rect) -> Parts:
        """The parts round the button that leads on."""
        page = shown.page
        key = page.stage, page.theme, page.ruler, on
        if self._kept is None or self._kept[0] != key:
            self._kept = key, parts_of(shown, on)
        return self._kept[1]


def parts_of(shown: Shown, on: Rect) -> Parts:
    """The parts round the button that leads on; where height is short, the explanation stands beside it.

    The panel is as high as its words need and the answer has the rest; what neither needs is air round it.
    """
    high, whole = is_high(shown), body(shown.page)
    room = whole.below(band_rect(shown.page).h + 10)
    if not high:
        room = room.above(on.h + 12)
    verdict = room.top(min(64, room.h * 0.14))
    rest = room.below(verdict.h + 6)
    question = rest.top(_height_of_question(shown, rest))
    rest = rest.below(question.h + 8)
    panel = _panel(shown, rest, on, high)
    between = rest.above(panel.h + BETWEEN)
    answer = between.centred(between.w, most(shown, between))
    if high:
        said = Rect(on.x, panel.y, on.w, max(0, on.y - 6 - panel.y))
        return Parts(verdict, question, answer, panel, said)
    return Parts(verdict, question, answer, panel, Rect(whole.x, on.y, on.x - 20 - whole.x, on.h))


def _panel(shown: Shown, rest: Rect, on: Rect, high: bool) -> Rect:
    """As high as its words need, at the foot; where the button stands beside it, as high as that needs."""
    room = rest.left(rest.w - on.w - 14) if high else rest
    least = on.h + SAID if high else 0
    return room.foot(min(max(needed(shown, room.w), least), rest.h * (1 - share(shown)) - BETWEEN))


def _height_of_question(shown: Shown, rest: Rect) -> float:
    """As much as its words need, and no more than they get."""
    large, table = shown.page.theme.large, is_table(shown) and is_high(shown)
    most = rest.h * (0.15 if table else 0.24 if large else 0.16)
    style = shown.page.theme.style("option")
    return min(most, shown.page.ruler.size(shown.reveal.text, style, rest.w).h)
