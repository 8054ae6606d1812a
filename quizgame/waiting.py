"""Waiting for what is read or counted beside the game, only where it is not there already."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

from quizgame.screen.scene import Scene, show
from quizgame.screen.scenes.loading import LoadingScene


def wait_for(ready: Callable[[], bool]) -> Generator[Scene[Any], Any, bool]:
    """Whether the player waited until it was ready; what is ready costs not even a frame."""
    return ready() or (yield from show(LoadingScene(ready)))
