"""Places that do not exist yet, a bank, a pilot in a game of its own, hands on a display, and a mixer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pygame
import pytest

from quizgame.quiz.bank import Bank, MemoryBank
from quizgame.resources import assets
from quizgame.screen.keys import Hands
from quizgame.screen.sound import Mixer
from quizgame.store.paths import Places
from tests.pilot import Clock, Given, Pilot, parts_of
from tests.screen.small_bank import small_bank

Start = Callable[..., Pilot]


@pytest.fixture
def places(swift: Path) -> Places:
    return Places(swift / "data", swift / "cache")


@pytest.fixture(scope="session")
def bank() -> MemoryBank:
    return small_bank()


@pytest.fixture
def start(places: Places, bank: Bank) -> Iterator[Start]:
    """Start the game, with the small bank or other content; a second start finds what the first left.

    With a `home` it is played on another machine, where nothing was left.
    """
    pilots: list[Pilot] = []

    def started(content: Given | None = None, seed: str = "pilot", home: str = "") -> Pilot:
        clock = Clock()
        here = Places(places.data / home, places.cache / home) if home else places
        pilots.append(Pilot(parts_of(here, content or Given(bank), clock, seed), clock))
        return pilots[-1]

    yield started
    for pilot in pilots:
        pilot.show.close()


@pytest.fixture
def display() -> Iterator[None]:
    """What pygame needs before it can tell of keys."""
    pygame.display.init()
    yield
    pygame.display.quit()


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def mixer() -> Iterator[Mixer]:
    mixer = Mixer(assets() / "sounds")
    yield mixer
    mixer.close()


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the effects that were played."""
    names: list[str] = []
    monkeypatch.setattr(Mixer, "_play", lambda self, name: names.append(name))
    return names
