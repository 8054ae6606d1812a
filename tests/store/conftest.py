"""Sample runs, places and clocks for the tests of the store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from quizgame.quiz.run import Run
from quizgame.store.paths import Places
from tests.robust.saver import sample

MakeRun = Callable[..., Run]


@pytest.fixture(scope="session")
def make_run() -> MakeRun:
    """A run unlike that of any other number; greater numbers rank higher."""
    return sample


@pytest.fixture
def places(swift: Path) -> Places:
    """Places that do not exist yet."""
    return Places(swift / "data", swift / "cache")


@pytest.fixture(scope="session")
def noon() -> Callable[[], datetime]:
    """A clock that stands still."""
    return lambda: datetime(2026, 2, 1, 12, 0, 0)  # noqa: DTZ001 - the player's own local time
