"""The haze over a picture and what drifts past before it, on the sheet that is kept of it; knows no scene."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from quizgame.screen.backdrop import Backdrop, Night
from quizgame.screen.haze import drift
from quizgame.screen.layout import HEIGHT
from quizgame.screen.mist import Mist
from quizgame.screen.parallax import Draws, Parallax

LONGEST_MS = 250  # on the way between two pictures: over a pause the eye stands still


class Depth:
    """What gives a picture depth, and how long the eye has been on its way."""

    def __init__(self, backdrop: Backdrop) -> None:
        self._backdrop = backdrop
        self._mist, self._parallax = Mist(), Parallax()
        self._gone, self._went = 0, 0

    def rest(self) -> None:
        """Nothing may move: all is where it begins."""
        self._gone, self._backdrop.shift = 0, 0.0

    def settle(self, night: Night, taken: Sequence[pygame.Rect], plate: pygame.Surface) -> None:
        """Get ready for a picture that was drawn anew; `taken` is where something stands in front of it."""
        scenery = self._backdrop.scenery(night.place, plate.get_size())
        self._mist.settle(scenery, night, taken, plate)
        self._parallax.settle(scenery, night, taken, self._backdrop.shift)

    def shift(self, height: int) -> int:
        """How many pixels what stands in front has drifted to the right."""
        return round(self._backdrop.shift * height / HEIGHT)

    def go_on(
        self, surface: pygame.Surface, plate: pygame.Surface, now: int, tick: int, draws: Draws | None
    ) -> None:
        """Let the haze be as at a tick of the lights, and what stands in front drift on if it may be drawn.

        Both are put on the plate and on the surface.
        """
        changed = self._mist.blow(plate, tick)
        if draws and self._parallax.possible:
            self._gone += min(LONGEST_MS, now - self._went)
            self._backdrop.shift = drift(self._gone)
            for part in self._parallax.move(surface, plate, self._backdrop.shift, draws):
                self._mist.renew(plate, part)
                changed.append(part)
        self._went = now
        surface.blits([(plate, place, place) for place in changed], doreturn=False)
