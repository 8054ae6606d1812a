"""Somebody before one question: what they press, what they see, and what the scene gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from quizgame.quiz import view
from quizgame.quiz.card import Given
from quizgame.quiz.state import Session
from quizgame.quiz.tasks import Task
from quizgame.screen.answering.base import Gave
from quizgame.screen.canvas import PlainRuler
from quizgame.screen.crew import LOCK
from quizgame.screen.layout import stage_of
from quizgame.screen.scene import Action, Click, Device, Input, Page, Point, Press, Typed
from quizgame.screen.scenes.question import QuestionScene
from quizgame.screen.theme import Theme
from tests.kind_samples import asking_of, question
from tests.screen.survey import surveyed


@dataclass
class Seat:
    """Somebody before one question; what the scene gives back is kept."""

    session: Session
    moves: list[Any] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.scene = QuestionScene(
            view.standing(self.session), lambda _: view.asked(self.session, self.session.at), lambda: None
        )
        self.page = Page(stage_of(1280, 720), Theme(), PlainRuler(), Device.KEYS)

    def do(self, *inputs: Input) -> None:
        for input in inputs:
            finished = self.scene.handle(input, self.page)
            if finished:
                self.moves.append(finished.result)

    def press(self, *actions: Action) -> None:
        self.do(*map(Press, actions))

    def type(self, text: str) -> None:
        self.do(*map(Typed, text))

    def click(self, id: str) -> None:
        middle = next(spot.rect.middle for spot in self.scene.spots(self.page) if spot.id == id)
        self.do(Point(*middle), Click(*middle))

    @property
    def focus(self) -> str:
        return self.scene.focused(self.page)

    @property
    def can_lock(self) -> bool:
        return next(spot.enabled for spot in self.scene.spots(self.page) if spot.id == LOCK)

    @property
    def lines(self) -> list[str]:
        return surveyed(self.scene, self.page).lines

    def given(self) -> Given:
        """Lock in, and tell what was given: just one answer."""
        self.click(LOCK)
        (move,) = self.moves
        assert isinstance(move, Gave)
        return move.given


def seat(name: str, task: Task | None = None) -> Seat:
    return Seat(asking_of(question(name, task)))
