"""Moves what stands before a picture past it, under whatever a scene has put over both; knows no scene.

What a scene puts over its backdrop takes a share of the light and adds some of its own. Both are learnt by
drawing it on black and on grey; then the picture under it can be another without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pygame

from quizgame.screen.backdrop import Night
from quizgame.screen.layout import HEIGHT
from quizgame.screen.plate import Plate
from quizgame.screen.scenery import Front, Scenery
from quizgame.screen.theme import Colour

BLACK, GREY = (0, 0, 0), (128, 128, 128)


class _Over(NamedTuple):
    """What lies over a part of the backdrop: the share of light it lets through, and what it adds."""

    share: pygame.Surface
    light: pygame.Surface


class Parallax:
    """The fronts of one picture; each part of the window that one drifts in is drawn anew by itself."""

    def __init__(self) -> None:
        self._scenery: Scenery | None = None
        self._parts: dict[Front, pygame.Rect] = {}
        self._steps: dict[Front, tuple[int, int]] = {}
        self._covered: set[Front] = set()
        self._over: dict[Front, _Over] = {}
        self._lights: dict[Front, pygame.Surface] = {}

    @property
    def possible(self) -> bool:
        """Whether anything stands in front."""
        return bool(self._parts)

    def settle(
        self, scenery: Scenery | None, night: Night, taken: Sequence[pygame.Rect], units: float
    ) -> None:
        """Get ready for a picture that was drawn anew, with its fronts so far to the right."""
        self._scenery = scenery
        fronts = scenery.fronts if scenery else ()
        window = scenery.picture.get_rect() if scenery else pygame.Rect(0, 0, 0, 0)
        self._parts = {front: front.way().clip(window) for front in fronts}
        self._steps = {front: front.step(units * window.h / HEIGHT) for front in fronts}
        tinted = night.veil > 0 or night.heat > 0
        self._covered = {front for front in fronts if tinted or self._parts[front].collidelist(taken) >= 0}
        self._over, self._lights = {}, {}

    def move(self, surface: pygame.Surface, plate: Plate, units: float) -> list[pygame.Rect]:
        """Draw anew what has drifted, on the surface and on the plate; where that was.

        What covers it is learnt a bit at a time, for that takes as long as to draw it.
        """
        moved, learnt = [], False
        for front, part in self._parts.items():
            step = front.step(units * surface.get_height() / HEIGHT)
            if step == self._steps[front]:
                continue
            if front in self._covered and front not in self._over:
                if not learnt:
                    learnt = True
                    self._learn(front, surface, part, plate)
                continue
            self._steps[front] = step
            self._draw(surface, front, part)
            plate.sheet.blit(surface, part, part)
            plate.spoil(part)
            moved.append(part)
        return moved

    def _draw(self, surface: pygame.Surface, front: Front, part: pygame.Rect) -> None:
        assert self._scenery
        before = surface.get_clip()
        surface.set_clip(part)
        surface.blit(self._scenery.picture, part, part)
        front.show(surface, self._steps[front])
        if over := self._over.get(front):
            surface.blit(over.share, part, special_flags=pygame.BLEND_RGB_MULT)
            surface.blit(over.light, part, special_flags=pygame.BLEND_RGB_ADD)
        surface.set_clip(before)

    def _learn(self, front: Front, surface: pygame.Surface, part: pygame.Rect, plate: Plate) -> None:
        """One of the two things to be known of what lies over a part."""
        light = self._lights.get(front)
        if light is None:
            self._lights[front] = self._seen_on(BLACK, surface, part, plate)
            return
        share = self._seen_on(GREY, surface, part, plate)
        share.blit(light, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
        share.blit(share.copy(), (0, 0), special_flags=pygame.BLEND_RGB_ADD)
        self._over[front] = _Over(share, light)

    def _seen_on(
        self, colour: Colour, surface: pygame.Surface, part: pygame.Rect, plate: Plate
    ) -> pygame.Surface:
        """What is drawn over one colour in place of the picture and all that stands before it.

        The surface shows the plate afterwards.
        """
        assert self._scenery
        surface.fill(colour, part)
        fronts = [piece for front in self._parts for piece in front.pieces]
        plate.replay(surface, part, [self._scenery.picture, *fronts])
        seen = pygame.Surface(part.size, depth=32)
        seen.blit(surface, (0, 0), part)
        surface.blit(plate.sheet, part, part)
        return seen
