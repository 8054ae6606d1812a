"""What of a picture moves by itself: lights, haze, and what drifts past in front; knows no scene.

It is brought in with the first picture, for nothing of it is needed before.
"""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from quizgame.screen.backdrop import Backdrop, Night
from quizgame.screen.haze import drift
from quizgame.screen.layout import HEIGHT
from quizgame.screen.lights import LightShow, Passed
from quizgame.screen.mist import Mist
from quizgame.screen.parallax import Parallax
from quizgame.screen.plate import Plate
from quizgame.screen.scenery import Scenery

LONGEST_MS = 400  # on the way between two pictures: over a pause the eye stands still


class Alive:
    """The lights and the depth of the picture that is shown, and how long the eye has been on its way."""

    def __init__(self, backdrop: Backdrop) -> None:
        self._backdrop = backdrop
        self._lights, self._mist, self._parallax = LightShow(), Mist(), Parallax()
        self._gone, self._went = 0, 0

    @property
    def hurries(self) -> bool:
        """Whether something goes on at every tick."""
        return self._lights.hurries

    def rest(self) -> None:
        """Nothing may move: all is where it begins."""
        self._gone, self._backdrop.shift = 0, 0.0

    def hold(
        self, night: Night, taken: Sequence[pygame.Rect], dimmed: Sequence[pygame.Rect], plate: Plate
    ) -> None:
        """Before a plate is drawn on: take the haze off it, unless that can stay as it is."""
        self._mist.hold(self._scenery(night, plate), night, [*taken, *dimmed], plate.sheet)

    def settle(
        self,
        night: Night,
        taken: Sequence[pygame.Rect],
        dimmed: Sequence[pygame.Rect],
        plate: Plate,
        drawn: Sequence[pygame.Rect],
    ) -> None:
        """Get ready for a picture of which parts were drawn anew.

        `taken` is where something stands in front of it, `dimmed` where it is only darker.
        """
        scenery, covered = self._scenery(night, plate), [*taken, *dimmed]
        self._lights.settle(scenery, night, taken, dimmed, plate.sheet)
        self._mist.settle(scenery, night, covered, plate.sheet, drawn)
        self._parallax.settle(scenery, night, covered, self._backdrop.shift)

    def blow(self, plate: Plate, tick: int) -> list[pygame.Rect]:
        """Let the haze on a picture be as at a tick; where that has changed it."""
        return self._mist.blow(plate.sheet, tick)

    def move(
        self, surface: pygame.Surface, plate: Plate, now: int, tick: int, drifts: bool
    ) -> list[pygame.Rect]:
        """Let what stands in front go on if it may, and shine; what is to be put back before the next."""
        if drifts and self._parallax.possible:
            self._gone += min(LONGEST_MS, now - self._went)
            self._backdrop.shift = drift(self._gone)
            for part in self._parallax.move(surface, plate, self._backdrop.shift):
                self._mist.renew(plate.sheet, part)
                surface.blit(plate.sheet, part, part)
        self._went = now
        return self._lights.draw(surface, tick, self._shift(surface))

    def go_on(self, surface: pygame.Surface, tick: int) -> Passed:
        """Let the quickest lights go on: where something has changed, and what must be put back."""
        return self._lights.go_on(surface, tick, self._shift(surface))

    def _scenery(self, night: Night, plate: Plate) -> Scenery | None:
        return self._backdrop.scenery(night.place, plate.sheet.get_size())

    def _shift(self, surface: pygame.Surface) -> int:
        """How many pixels what stands in front has drifted to the right."""
        return round(self._backdrop.shift * surface.get_height() / HEIGHT)
