"""What of a picture moves by itself: lights, haze, and what drifts past in front; knows no scene.

It is brought in with the first picture, for nothing of it is needed before.
"""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from quizgame.screen.backdrop import Backdrop, Night
from quizgame.screen.depth import Depth
from quizgame.screen.lights import LightShow
from quizgame.screen.plate import Plate


class Alive:
    """The lights and the depth of the picture that is shown."""

    def __init__(self, backdrop: Backdrop) -> None:
        self._backdrop = backdrop
        self._lights, self._depth = LightShow(), Depth(backdrop)

    @property
    def hurries(self) -> bool:
        """Whether something goes on at every tick."""
        return self._lights.hurries

    def rest(self) -> None:
        """Nothing may move: all is where it begins."""
        self._depth.rest()

    def hold(
        self, night: Night, taken: Sequence[pygame.Rect], dimmed: Sequence[pygame.Rect], plate: Plate
    ) -> None:
        """Before a plate is drawn on: take off it what was laid there, unless that can stay as it is."""
        self._depth.hold(night, [*taken, *dimmed], plate)

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
        scenery = self._backdrop.scenery(night.place, plate.sheet.get_size())
        self._lights.settle(scenery, night, taken, dimmed, plate.sheet)
        self._depth.settle(night, [*taken, *dimmed], plate, drawn)

    def blow(self, plate: Plate, tick: int) -> list[pygame.Rect]:
        """Let the haze on a picture be as at a tick; where that has changed it."""
        return self._depth.blow(plate, tick)

    def move(
        self, surface: pygame.Surface, plate: Plate, now: int, tick: int, drifts: bool
    ) -> list[pygame.Rect]:
        """Let what stands in front go on if it may, and shine; what is to be put back before the next."""
        self._depth.drift(surface, plate, now, drifts)
        return self._lights.draw(surface, tick, self._depth.shift(surface.get_height()))

    def go_on(self, surface: pygame.Surface, tick: int) -> tuple[list[pygame.Rect], list[pygame.Rect]]:
        """Let the quickest lights go on: where something has changed, and what must be put back."""
        return self._lights.go_on(surface, tick, self._depth.shift(surface.get_height()))
