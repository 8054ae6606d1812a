"""Where the parts of a reveal stand, from the top down; draws nothing and judges nothing."""

from __future__ import annotations

from typing import NamedTuple

from quizgame.screen.band import band_rect
from quizgame.screen.layout import Rect
from quizgame.screen.revealing.base import Shown
from quizgame.screen.revealing.kinds import is_high, is_table, share
from quizgame.screen.widgets import body


class Parts(NamedTuple):
    """Verdict, question, what was answered, the explanation, and what is said of a flag."""

    verdict: Rect
    question: Rect
    answer: Rect
    panel: Rect
    said: Rect


def parts_of(shown: Shown, on: Rect) -> Parts:
    """The parts round the button that leads on; where height is short, the explanation stands beside it."""
    high, whole = is_high(shown), body(shown.page)
    room = whole.below(band_rect(shown.page).h + 10)
    if not high:
        room = room.above(on.h + 12)
    verdict = room.top(min(64, room.h * 0.14))
    rest = room.below(verdict.h + 6)
    question = rest.top(_height_of_question(shown, rest))
    rest = rest.below(question.h + 8)
    answer = rest.top(rest.h * share(shown))
    panel = rest.below(answer.h + 14)
    if high:
        said = Rect(on.x, panel.y, on.w, max(0, on.y - 6 - panel.y))
        return Parts(verdict, question, answer, panel.left(panel.w - on.w - 14), said)
    return Parts(verdict, question, answer, panel, Rect(whole.x, on.y, on.x - 20 - whole.x, on.h))


def _height_of_question(shown: Shown, rest: Rect) -> float:
    """As much as its words get; where text is large, no more than they need."""
    large, table = shown.page.theme.large, is_table(shown) and is_high(shown)
    height = rest.h * (0.15 if table else 0.24 if large else 0.16)
    style = shown.page.theme.style("option")
    return min(height, shown.page.ruler.size(shown.reveal.text, style, rest.w).h) if large else height
