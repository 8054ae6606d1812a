"""Whichever call to the system fails, and however: a clear word, nothing lost, and later all works again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.robust.chores import CHORES

Preloaded = Callable[..., str]

EACH = 61  # in the ordinary run, one fault of so many; prime, so that every kind of fault has its turn


def test_a_failing_call_costs_nothing(preloaded: Preloaded, swift: Path) -> None:
    found = problems(preloaded("faults", swift, EACH, "save", "restore", "mark", "choose", "report", "clear"))
    assert found == []


@pytest.mark.long
@pytest.mark.parametrize("chore", CHORES)
def test_no_failing_call_costs_anything(preloaded: Preloaded, swift: Path, chore: str) -> None:
    assert problems(preloaded("faults", swift, 1, chore)) == []


def problems(printed: str) -> list[str]:
    """What the process found wrong; fails where it tried nothing."""
    *found, tried = printed.splitlines()
    assert int(tried.removesuffix(" faults tried")) > 0
    return found
