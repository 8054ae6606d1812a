"""Sample runs, places and clocks for the tests of the store."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

import quizgame
from quizgame.quiz.run import Run
from quizgame.store.paths import Places

MakeRun = Callable[..., Run]
SAVER = Path(__file__).with_name("saver.py")


@pytest.fixture(scope="session")
def make_run() -> MakeRun:
    """A run unlike that of any other number; greater numbers rank higher."""
    spec = importlib.util.spec_from_file_location("saver", SAVER)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    make: MakeRun = module.sample
    return make


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """Places that do not exist yet."""
    return Places(tmp_path / "data", tmp_path / "cache")


@pytest.fixture(scope="session")
def noon() -> Callable[[], datetime]:
    """A clock that stands still."""
    return lambda: datetime(2026, 2, 1, 12, 0, 0)  # noqa: DTZ001 - the player's own local time


@pytest.fixture(scope="session")
def start_saver() -> Callable[..., subprocess.Popen[str]]:
    """Start a process that saves `count` runs from number `first` on, and prints each once it is saved.

    It does another of its chores instead, where one is named.
    """
    environ = os.environ | {"PYTHONPATH": str(Path(quizgame.__file__).parents[1])}

    def start(home: Path, first: int, count: int, chore: str = "save") -> subprocess.Popen[str]:
        command = [sys.executable, str(SAVER), str(home), str(first), str(count), chore]
        return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environ)

    return start
