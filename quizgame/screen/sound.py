"""The speaker: short sounds and the bed under them, or silence without a device; knows no scene."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pygame

from quizgame.screen.surroundings import hushed


class Speaker(Protocol):
    """Something that can be told to make a sound."""

    def play(self, sound: str) -> None:
        """Play a short sound by its name."""

    def set_volumes(self, music: int, effects: int, muted: bool) -> None:
        """Volumes from 0 to 100."""


class Silence:
    """The speaker where there is no sound device."""

    def play(self, sound: str) -> None:
        pass

    def set_volumes(self, music: int, effects: int, muted: bool) -> None:
        pass


class Mixer:
    """The speaker of SDL's mixer; a sound that is missing or broken is simply not heard."""

    def __init__(self, folder: Path) -> None:
        """Raises pygame.error where there is no sound device."""
        pygame.mixer.init(48_000, -16, 2, 512)
        pygame.mixer.set_num_channels(12)
        self._folder = folder
        self._sounds: dict[str, pygame.mixer.Sound | None] = {}
        self._effects = 0.8
        self._bed_plays = False

    def play(self, sound: str) -> None:
        if self._effects <= 0:
            return
        if sound not in self._sounds:
            self._sounds[sound] = self._loaded(sound)
        found = self._sounds[sound]
        if found:
            found.set_volume(self._effects)
            found.play()

    def set_volumes(self, music: int, effects: int, muted: bool) -> None:
        self._effects = 0.0 if muted else effects / 100
        level = 0.0 if muted else music / 100
        if level > 0 and not self._bed_plays:
            self._start_bed()
        pygame.mixer.music.set_volume(level)

    def _start_bed(self) -> None:
        try:
            pygame.mixer.music.load(self._folder / "bed_calm.ogg")
            pygame.mixer.music.play(-1, fade_ms=2500)
        except pygame.error:
            return
        self._bed_plays = True

    def _loaded(self, sound: str) -> pygame.mixer.Sound | None:
        try:
            return pygame.mixer.Sound(self._folder / f"{sound}.ogg")
        except (OSError, pygame.error):
            return None


def open_speaker(folder: Path) -> Speaker:
    """The mixer, or silence where there is no sound device."""
    try:
        with hushed():
            return Mixer(folder)
    except (pygame.error, AttributeError, NotImplementedError):
        return Silence()
