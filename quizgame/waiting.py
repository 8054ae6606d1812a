"""Waiting for what is read or counted beside the game, only where it is not there already."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

from quizgame.screen.scene import Scene, show
from quizgame.screen.scenes.loading import LoadingScene, Progress


def wait_for(
    ready: Callable[[], bool], progress: Progress = lambda: None
) -> Generator[Scene[Any], Any, bool]:
    """Whether the player waited until it was ready; what is ready costs not even a frame.

    `progress()` says how far it is while more is read than what is needed.
    """
    if ready() and progress() is None:
        return True
    return (yield from show(LoadingScene(ready, progress)))
