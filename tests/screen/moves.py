"""What tests of movements share: pages at a time, a question on the table, and canvases that see through."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from quizgame.quiz import view
from quizgame.quiz.events import Call, Open
from quizgame.quiz.rules import Crew
from quizgame.quiz.session import after
from quizgame.quiz.state import Session
from quizgame.screen.canvas import PlainRuler
from quizgame.screen.layout import stage_of
from quizgame.screen.scene import Page, Scene
from quizgame.screen.scenes.question import QuestionScene
from quizgame.screen.theme import Theme
from tests import gallery
from tests.screen.small_bank import small_bank
from tests.screen.survey import Survey

BANK = small_bank()
PUT = gallery.reading(BANK, "motion")


def page(now: int, motion: bool = True) -> Page:
    return Page(stage_of(1280, 720), Theme(motion=motion), PlainRuler(), now=now)


class Table:
    """A question on the table with a session that can be moved on."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.scene = QuestionScene(
            view.standing(session), lambda now: view.asked(self.session, now), lambda: None
        )

    def call(self, crew: Crew, now: int) -> None:
        self.session = after(self.session, Call(now, crew))
        self.scene.arrive(page(now))


def opened() -> Table:
    """A question with four options that has just been opened, and was told so."""
    table = Table(PUT)
    table.scene.arrive(page(PUT.at - 1_000))
    table.session = after(PUT, Open(PUT.at))
    table.scene.arrive(page(PUT.at))
    return table


@dataclass(slots=True)
class Layers(Survey):
    """A survey that also keeps how much of every text shows through."""

    shares: list[float] = field(default_factory=lambda: [1.0])
    seen: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def faded(self, opacity: float, x: float = 0, y: float = 0) -> Iterator[None]:
        self.shares.append(self.shares[-1] * opacity)
        yield
        self.shares.pop()

    def text(self, text: str, *rest: Any, **more: Any) -> None:
        Survey.text(self, text, *rest, **more)
        self.seen[text] = max(self.shares[-1], self.seen.get(text, 0.0))


def layers(scene: Scene[Any], page: Page) -> Layers:
    canvas = Layers(page)
    scene.draw(canvas, page)
    scene.draw_live(canvas, page)
    return canvas
