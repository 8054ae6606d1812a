"""A story that asks before its window is closed, where something would be lost; knows no run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from quizgame.screen.scene import Away, Finished, Page, Scene, Story
from quizgame.screen.stories import Show

LEAVE = "leave"
"""What a scene that asks gives back where the player leaves; anything else is to stay."""


class Guarded(Show):
    """While the player is asked, the scene that was on the screen is set aside, and no time passes in it."""

    def __init__(
        self, story: Story, ask: Callable[[], Scene[str] | None], sounds: Sequence[str] = ()
    ) -> None:
        """`ask()` makes the scene that asks; None where nothing would be lost now."""
        super().__init__(story, sounds)
        self._ask = ask
        self._aside: Scene[Any] | None = None

    def leave(self, page: Page) -> bool:
        """The window is to be closed: whether it may be, which is so for whoever is asked already."""
        if self.scene is None or self._aside:
            return True
        asking = self._ask()
        if asking is None:
            return True
        self.handle(Away(), page)  # stops a clock that runs
        self._left += self.scene.sounds()
        asking.behind = self.scene.mood()._replace(hushed=True)
        self.scene, self._aside = asking, self.scene
        asking.arrive(page)
        return False

    def _follow(self, finished: Finished[Any] | None, page: Page) -> None:
        if self._aside is None or finished is None or self.scene is None:
            super()._follow(None if self._aside else finished, page)
            return
        self.revision += 1
        self._left += self.scene.sounds()
        self.scene, self._aside = (None if finished.result == LEAVE else self._aside), None
        if self.scene:
            self.scene.arrive(page)
