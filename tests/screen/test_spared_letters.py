"""On buzzers a letter buzzes, and yet the keys that pause, silence and read aloud keep their meaning."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.pilot import Pilot
from tests.screen.party import buzzing, key

Start = Callable[..., Pilot]


@pytest.mark.parametrize(("usual", "letter"), [(True, "p"), (True, "t"), (False, "k")])
def test_letters_that_pause_or_read_aloud_are_left_alone(usual: bool, letter: str, start: Start) -> None:
    pilot = start()
    pilot.parts.change(keys=() if usual else (("pause", "k"),))
    buzzing(pilot)
    assert not pilot.scene.claims(key(letter))
    assert pilot.scene.claims(key("k" if usual else "p"))
