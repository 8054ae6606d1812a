"""Somebody who writes a pack and looks at its preview, without a window; knows no scene by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from quizgame import preview
from quizgame.proof import Proofs, Watching, first_proof
from quizgame.screen.canvas import PlainRuler
from quizgame.screen.layout import stage_of
from quizgame.screen.scene import Action, Click, Device, Input, Page, Point, Press
from quizgame.screen.scenes.preview import PreviewScene
from quizgame.screen.stories import Show
from quizgame.screen.theme import Theme
from tests.screen.survey import surveyed


def nobody(paths: Sequence[Path], changed: Callable[[frozenset[Path]], None]) -> Watching:
    """Saves are told by the test."""
    raise AssertionError("nobody watches here")


class Desk:
    """Somebody who writes a pack and looks at it."""

    def __init__(self, file: Path, text: str, place: int = 0) -> None:
        self.file, self.device, self.now = file, Device.KEYS, 0
        file.write_text(text, "utf-8")
        self.proofs = Proofs(file, first_proof(file), nobody)
        self.show = Show(preview.story(self.proofs, place))

    @property
    def page(self) -> Page:
        return Page(stage_of(1280, 720), Theme(), PlainRuler(), self.device, self.now)

    @property
    def lines(self) -> list[str]:
        assert self.show.scene
        return surveyed(self.show.scene, self.page).lines

    def sees(self, words: str) -> bool:
        return any(words in line for line in self.lines)

    @property
    def at(self) -> str:
        """The scene on the screen, below the strip."""
        scene = self.show.scene
        return type(scene.below if isinstance(scene, PreviewScene) else scene).__name__

    def do(self, *inputs: Input) -> None:
        for input in inputs:
            self.now += 300
            self.show.handle(input, self.page)
            self.show.tick(self.page)

    def press(self, *actions: Action) -> None:
        self.do(*map(Press, actions))

    def click(self, x: float, y: float) -> None:
        self.device = Device.MOUSE
        self.do(Point(x, y), Click(x, y))

    def save(self, text: str) -> None:
        self.file.write_text(text, "utf-8")
        self.proofs.look()
        self.show.tick(self.page)
