"""How often a test of what goes wrong is done: seldom in the ordinary run, often with `-m long`."""

from __future__ import annotations

import os

import pytest

# `QUIZGAME_LONG=10 pytest -m long` does everything that is counted ten times as often again.
FACTOR = int(os.environ.get("QUIZGAME_LONG", "1"))


def times(name: str, few: int, many: int) -> pytest.MarkDecorator:
    """Give a test the argument `name`: `few`, and in the long profile `many` times FACTOR."""
    return pytest.mark.parametrize(name, [few, pytest.param(many * FACTOR, marks=pytest.mark.long)])
