"""What holds for every test: no player's files are touched, and speed decides nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.memory import folder_in_memory

# Set before anything imports pygame; a test that wants a real window starts a process of its own.
os.environ.update(SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy", PYGAME_HIDE_SUPPORT_PROMPT="1")

settings.register_profile(
    "unhurried",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("unhurried")


@pytest.fixture(autouse=True, scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the scores and settings of whoever runs the tests out of their reach."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUIZGAME_HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture
def swift() -> Iterator[Path]:
    """An empty folder, in memory where there is such a thing: nobody waits until the disk has everything."""
    with folder_in_memory() as folder:
        yield Path(folder)
