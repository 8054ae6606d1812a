"""Questions with a picture on the screen, and what is shown where it cannot be; knows no pixels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quizgame.quiz import view
from quizgame.quiz.events import Answer
from quizgame.quiz.session import after
from quizgame.quiz.state import Session
from quizgame.screen.scene import Scene
from quizgame.screen.scenes.question import QuestionScene
from quizgame.screen.scenes.reveal import RevealScene
from tests.kind_samples import asking_of, reading_of
from tests.picture_samples import lost, pictured, skyline


def pictures() -> Iterator[tuple[str, Scene[Any]]]:
    """Alone, with cards, with rows, lost, and at the reveal."""
    shown = pictured("choice", skyline())
    yield "picture-alone", _asked(reading_of(shown))
    yield "picture", _asked(asking_of(shown))
    yield "picture-order", _asked(asking_of(pictured("order", skyline())))
    yield "picture-number", _asked(asking_of(pictured("number", skyline())))
    yield "picture-typed", _asked(asking_of(pictured("typed", skyline())))
    yield "picture-lost", _asked(asking_of(pictured("choice", lost())))
    session = asking_of(shown)
    settled = after(session, Answer(session.at + 7_300, session.card.right))
    yield "picture-reveal", RevealScene(view.standing(settled), view.reveal(settled), "Next question")


def _asked(session: Session) -> QuestionScene:
    now = session.at + 11_300
    return QuestionScene(view.standing(session), lambda _: view.asked(session, now), lambda: None)
