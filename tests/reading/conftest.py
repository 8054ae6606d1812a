"""A player who writes a pack of two questions, and the game that has read it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgame.reading import Content
from tests.editor import GOOD, Hands, question, started


@pytest.fixture
def hands(tmp_path: Path) -> Hands:
    folder = tmp_path / "questions"
    folder.mkdir()
    hands = Hands(folder)
    hands.save("mine.yaml", GOOD + question(1) + question(2))
    return hands


@pytest.fixture
def content(hands: Hands, tmp_path: Path) -> Iterator[Content]:
    content = started(hands, tmp_path)
    yield content
    content.close()
