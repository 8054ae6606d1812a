"""What the hands can do while a question stands there, for the line at the foot; knows no rules."""

from __future__ import annotations

from collections.abc import Sequence

from quizgame.quiz.view import Asked
from quizgame.screen.answering.base import Answering
from quizgame.screen.manners.base import Manner
from quizgame.screen.widgets import PAUSE, Hint


def waiting_hints(manner: Manner, asked: Asked) -> list[Hint]:
    """Before it can be answered."""
    return [*manner.waiting(asked), PAUSE._replace(keys=manner.stop)]


def answering_hints(
    manner: Manner, asked: Asked, answering: Answering, own: Sequence[Hint], ways: Sequence[Hint] | None
) -> list[Hint]:
    """`own` are those of the way to answer; `ways` lead out where there is no run to pause."""
    crew, stop = ("F1-F4", "Esc") if answering.wants_text else ("{crew}", manner.stop)
    called = [Hint("crew", crew)] if manner.terms.crew and asked.crew_ready else []
    ways = [Hint("pause", stop, "{pause}", "right click")] if ways is None else ways
    taken = {way.keys for way in ways}
    return [*(hint for hint in own if hint.keys not in taken), *called, *ways]
