"""Which way to answer belongs to which kind of question; knows nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from quizgame.quiz.tasks import Kind
from quizgame.quiz.view import Asked
from quizgame.screen.answering.arrange import Arrange
from quizgame.screen.answering.base import Answering
from quizgame.screen.answering.choose import Choose
from quizgame.screen.answering.dial import Dial
from quizgame.screen.answering.pick import Pick
from quizgame.screen.answering.write import Write


def answering_for(asked: Asked, cue: Callable[[str], None], digits: bool = False) -> Answering:
    """A fresh way to answer an open question; `digits` says that no letters answer."""
    match asked.kind:
        case Kind.CHOICE | Kind.TRUE_FALSE:
            return Choose(cue, digits)
        case Kind.SEVERAL:
            return Pick(cue)
        case Kind.ORDER | Kind.MATCH:
            return Arrange(cue, len(asked.options), closes_up=asked.kind is Kind.ORDER)
        case Kind.NUMBER:
            assert asked.span  # an open question of this kind has one
            return Dial(cue, asked.span)
        case Kind.TYPED:
            return Write(cue)
        case _:
            assert_never(asked.kind)


def locks(kind: Kind) -> bool:
    """Whether an answer of this kind is prepared first and then locked in."""
    return kind not in (Kind.CHOICE, Kind.TRUE_FALSE)
