"""What holds for every test of a command: an empty home, and an empty folder to be in."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home that is not there yet; the test is in another folder, which is empty."""
    above = tmp_path_factory.mktemp("command")
    (above / "here").mkdir()
    monkeypatch.setenv("QUIZGAME_HOME", str(above / "home"))
    monkeypatch.chdir(above / "here")
    return above / "home"
