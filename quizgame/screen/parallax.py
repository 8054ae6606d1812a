"""Moves what stands before a picture past it, under whatever a scene has put over both; knows no scene.

What a scene puts over its backdrop takes a share of the light and adds some of its own. Both are learnt by
drawing the scene on black and on grey; then the picture under it can be another without the scene.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import pygame

from quizgame.screen.backdrop import Night
from quizgame.screen.layout import HEIGHT
from quizgame.screen.scenery import Front, Scenery
from quizgame.screen.theme import Colour

BLACK, GREY = (0, 0, 0), (128, 128, 128)

Draws = Callable[[Colour], None]
"""Draws the scene on the window with one colour for a backdrop."""


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
        self._over = {}

    def move(
        self, surface: pygame.Surface, plate: pygame.Surface, units: float, draws: Draws
    ) -> list[pygame.Rect]:
        """Draw anew what has drifted, on the surface and on the plate; where that was.

        Of what is covered only one part is learnt at a time: it takes as long as to draw the scene twice.
        """
        moved, learnt = [], False
        for front, part in self._parts.items():
            step = front.step(units * surface.get_height() / HEIGHT)
            if step == self._steps[front]:
                continue
            if front in self._covered and front not in self._over:
                if learnt:
                    continue
                self._over[front], learnt = _learnt(surface, part, draws), True
            self._steps[front] = step
            self._draw(surface, front, part)
            plate.blit(surface, part, part)
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


def _learnt(surface: pygame.Surface, part: pygame.Rect, draws: Draws) -> _Over:
    before = surface.get_clip()
    surface.set_clip(part)
    draws(BLACK)
    light = _cut(surface, part)
    draws(GREY)
    share = _cut(surface, part)
    surface.set_clip(before)
    share.blit(light, (0, 0), special_flags=pygame.BLEND_RGB_SUB)
    share.blit(share.copy(), (0, 0), special_flags=pygame.BLEND_RGB_ADD)
    return _Over(share, light)


def _cut(surface: pygame.Surface, part: pygame.Rect) -> pygame.Surface:
    piece = pygame.Surface(part.size, depth=32)
    piece.blit(surface, (0, 0), part)
    return piece
