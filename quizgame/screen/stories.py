"""A story on its way through its scenes; knows no window: tests drive it just as the window does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from quizgame.screen.scene import Finished, Input, Page, Point, Scene, Story


class Show:
    """Puts one scene after the other on the screen.

    `revision` rises whenever something was done that the screen may have to show.
    """

    def __init__(self, story: Story, sounds: Sequence[str] = ()) -> None:
        """`sounds` are heard at the beginning."""
        self._story = story
        self._left = list(sounds)
        self.scene: Scene[Any] | None = next(story)
        self.revision = 0
        self._arrived = False

    def handle(self, input: Input, page: Page) -> None:
        """Pass something on to the scene on the screen."""
        if self.scene:
            self.revision += not isinstance(input, Point)
            self._follow(self.scene.handle(input, page), page)

    def tick(self, page: Page) -> None:
        """Let a moment pass."""
        if self.scene:
            if not self._arrived:
                self._arrive(page)
            self._follow(self.scene.tick(page), page)

    def sounds(self) -> list[str]:
        """The sounds that became due since the last call, those of scenes that have ended first."""
        left, self._left = self._left, []
        return [*left, *(self.scene.sounds() if self.scene else [])]

    def close(self) -> None:
        """End in the middle: the story puts away what must not be lost."""
        self._story.close()
        self.scene = None

    def _arrive(self, page: Page) -> None:
        self._arrived = True
        if self.scene:
            self.scene.arrive(page)

    def _follow(self, finished: Finished[Any] | None, page: Page) -> None:
        if finished is None or self.scene is None:
            return
        self.revision += 1
        self._left += self.scene.sounds()
        behind = self.scene.mood()
        try:
            self.scene = self._story.send(finished.result)
            self.scene.behind = behind
        except StopIteration:
            self.scene = None
        self._arrive(page)
