"""The haze over a picture and what drifts past before it, on the sheet that is kept of it; knows no scene."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from quizgame.screen.backdrop import Backdrop, Night
from quizgame.screen.haze import drift
from quizgame.screen.layout import HEIGHT
from quizgame.screen.mist import Mist
from quizgame.screen.parallax import Parallax
from quizgame.screen.plate import Plate

LONGEST_MS = 400  # on the way between two pictures: over a pause the eye stands still


class Depth:
    """What gives a picture depth, and how long the eye has been on its way."""

    def __init__(self, backdrop: Backdrop) -> None:
        self._backdrop = backdrop
        self._mist, self._parallax = Mist(), Parallax()
        self._gone, self._went = 0, 0

    def rest(self) -> None:
        """Nothing may move: all is where it begins."""
        self._gone, self._backdrop.shift = 0, 0.0

    def hold(self, night: Night, taken: Sequence[pygame.Rect], plate: Plate) -> None:
        """Before a plate is drawn on: take the haze off it, unless that can stay as it is."""
        scenery = self._backdrop.scenery(night.place, plate.sheet.get_size())
        self._mist.hold(scenery, night, taken, plate.sheet)

    def settle(
        self, night: Night, taken: Sequence[pygame.Rect], plate: Plate, drawn: Sequence[pygame.Rect]
    ) -> None:
        """Get ready for a picture of which parts were drawn anew; `taken` is where something is in front."""
        scenery = self._backdrop.scenery(night.place, plate.sheet.get_size())
        self._mist.settle(scenery, night, taken, plate.sheet, drawn)
        self._parallax.settle(scenery, night, taken, self._backdrop.shift)

    def shift(self, height: int) -> int:
        """How many pixels what stands in front has drifted to the right."""
        return round(self._backdrop.shift * height / HEIGHT)

    def blow(self, plate: Plate, tick: int) -> list[pygame.Rect]:
        """Let the haze on a picture be as at a tick of the lights; where that has changed it."""
        return self._mist.blow(plate.sheet, tick)

    def drift(self, surface: pygame.Surface, plate: Plate, now: int, may: bool) -> None:
        """Let what stands in front go on if it may, on a picture and on a surface that shows it."""
        if may and self._parallax.possible:
            self._gone += min(LONGEST_MS, now - self._went)
            self._backdrop.shift = drift(self._gone)
            for part in self._parallax.move(surface, plate, self._backdrop.shift):
                self._mist.renew(plate.sheet, part)
                surface.blit(plate.sheet, part, part)
        self._went = now
