"""Moves what stands before a picture past it, under whatever a scene has put over both; knows no scene.

What a scene puts over its backdrop takes a share of the light and adds some of its own. Both are learnt by
drawing it on black and on grey; then the picture under it can be another without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pygame

from quizgame.screen.backdrop import Night
from quizgame.screen.layout import HEIGHT
from quizgame.screen.plate import Plate
from quizgame.screen.scenery import Front, Scenery
from quizgame.screen.theme import Colour

BLACK, GREY = (0, 0, 0), (128, 128, 128)
BAND = 64  # rows of a front that are drawn together, as wide as it is there: half of it is nothing


class _Over(NamedTuple):
    """What lies over a part of the backdrop: the share of light it lets through, and what it adds."""

    share: pygame.Surface
    light: pygame.Surface


class Parallax:
    """The fronts of one picture; where one drifts, that part of the picture is drawn anew by itself."""

    def __init__(self) -> None:
        self._scenery: Scenery | None = None
        self._parts: dict[Front, pygame.Rect] = {}
        self._outlines: dict[Front, list[pygame.Rect]] = {}
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
        if scenery is not self._scenery:
            self._outlines = {}
        self._scenery = scenery
        fronts = scenery.fronts if scenery else ()
        window = scenery.picture.get_rect() if scenery else pygame.Rect(0, 0, 0, 0)
        self._parts = {front: front.way().clip(window) for front in fronts}
        self._steps = {front: front.step(units * window.h / HEIGHT) for front in fronts}
        tinted = night.veil > 0 or night.heat > 0
        self._covered = {front for front in fronts if tinted or self._parts[front].collidelist(taken) >= 0}
        self._over, self._lights = {}, {}

    def move(self, surface: pygame.Surface, plate: Plate, units: float) -> Iterator[pygame.Rect]:
        """Draw anew on the plate what has drifted; tells each place as soon as it is drawn.

        What covers it is learnt a bit at a time, on the surface, for that takes as long as to draw it.
        """
        learnt = False
        for front, part in self._parts.items():
            before, step = self._steps[front], front.step(units * surface.get_height() / HEIGHT)
            if step == before:
                continue
            if front in self._covered and front not in self._over:
                if not learnt:
                    learnt = True
                    self._learn(front, surface, part, plate)
                continue
            self._steps[front] = step
            plate.spoil(part)
            yield from self._drawn(plate.sheet, front, before)

    def _drawn(self, sheet: pygame.Surface, front: Front, before: tuple[int, int]) -> Iterator[pygame.Rect]:
        """Draw anew where a front stands and where it stood before, place by place."""
        if front not in self._outlines:
            self._outlines[front] = list(_outline(front))
        window, (x, y), now = sheet.get_rect(), front.place, self._steps[front]
        for band in self._outlines[front]:
            place = band.move(x + before[0], y).union(band.move(x + now[0], y)).clip(window)
            if place.w and place.h:
                self._draw(sheet, front, place)
                yield place

    def _draw(self, sheet: pygame.Surface, front: Front, place: pygame.Rect) -> None:
        assert self._scenery
        sheet.set_clip(place)
        sheet.blit(self._scenery.picture, place, place)
        for each, step in self._steps.items():  # in a narrow window they stand before one another
            each.show(sheet, step)
        if over := self._over.get(front):
            part = self._parts[front]
            inside = place.move(-part.x, -part.y)
            sheet.blit(over.share, place, inside, special_flags=pygame.BLEND_RGB_MULT)
            sheet.blit(over.light, place, inside, special_flags=pygame.BLEND_RGB_ADD)
        sheet.set_clip(None)

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


def _outline(front: Front) -> Iterator[pygame.Rect]:
    """Where in its own rectangle a front, whichever of its pieces is shown, is anything: band by band."""
    height = front.size[1]
    for top in range(0, height, BAND):
        rows = min(BAND, height - top)
        cut = (piece.subsurface((0, top, piece.get_width(), rows)) for piece in front.pieces)
        first, *others = (piece.get_bounding_rect() for piece in cut)
        yield first.unionall(others).move(0, top)
