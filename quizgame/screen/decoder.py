"""Decodes sounds beside the game, one after the other; knows not what they are for."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from queue import SimpleQueue

import pygame


class Decoder:
    """The sounds of a folder by their names; one that is missing or broken is None."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._found: dict[str, pygame.mixer.Sound | None] = {}
        self._asked: set[str] = set()
        self._wanted: SimpleQueue[str | None] = SimpleQueue()
        self._worker: threading.Thread | None = None
        self._closed = False

    def ask(self, names: Sequence[str]) -> None:
        """Have these sounds decoded in the background."""
        fresh = [name for name in names if name not in self._asked and name not in self._found]
        self._asked.update(fresh)
        for name in fresh:
            self._wanted.put(name)
        if fresh and self._worker is None:
            self._worker = threading.Thread(target=self._work, name="sounds", daemon=True)
            self._worker.start()

    def knows(self, name: str) -> bool:
        """Whether it has been decoded, or cannot be."""
        return name in self._found

    def sound(self, name: str) -> pygame.mixer.Sound | None:
        """The sound, decoded now where nobody asked for it in time."""
        if name not in self._found:
            self._found[name] = self._decoded(name)
        return self._found[name]

    def forget(self, names: Sequence[str]) -> None:
        """Give back the memory of sounds that do not play."""
        for name in names:
            self._found.pop(name, None)
            self._asked.discard(name)

    def loaded(self) -> list[pygame.mixer.Sound]:
        """All that can play."""
        return [sound for sound in list(self._found.values()) if sound]

    def close(self) -> None:
        """Wait for the sound that is being decoded: the mixer must not end under it."""
        self._closed = True
        self._wanted.put(None)
        if self._worker:
            self._worker.join()

    def _work(self) -> None:
        while (name := self._wanted.get()) is not None and not self._closed:
            self._found[name] = self._decoded(name)
            if self._wanted.empty():
                from quizgame.screen.scenery import give_back

                give_back()

    def _decoded(self, name: str) -> pygame.mixer.Sound | None:
        try:
            return pygame.mixer.Sound(self._folder / f"{name}.ogg")
        except (OSError, pygame.error):
            return None
