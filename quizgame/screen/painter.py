"""Ready-made drawings of one scale and palette, kept from frame to frame; knows no scene and no surface."""

from __future__ import annotations

from functools import lru_cache

import pygame

from quizgame.screen import shapes
from quizgame.screen.layout import Rect
from quizgame.screen.pieces import Piece, drawn_out, framed
from quizgame.screen.text import Faces, PixelRuler
from quizgame.screen.theme import Colour, Palette, mixed

RADIUS = 10
SOFT = 90  # units over which a scrim fades out
FADES = 1.6  # times as many pixels, and two cells of what is blurred, until it is as dark as it gets
PANE_LIGHT = 16  # units that the light of a pane reaches


class Painter:
    """Panes, rings, icons, scrims and the light of words."""

    def __init__(self, faces: Faces, scale: float, palette: Palette) -> None:
        self.faces, self.scale, self.palette = faces, scale, palette
        self.ruler = PixelRuler(faces, scale)
        self.pane = lru_cache(maxsize=96)(self._pane)
        self.pane_glow = lru_cache(maxsize=24)(self._pane_glow)
        self.icon = lru_cache(maxsize=128)(shapes.icon)
        self.ring = lru_cache(maxsize=8)(shapes.Rings().ring)
        self.ring_glow = lru_cache(maxsize=4)(self._ring_glow)
        self.word_glow = lru_cache(maxsize=12)(self._word_glow)
        self.scrim = lru_cache(maxsize=12)(self._scrim)
        self.segment = lru_cache(maxsize=128)(shapes.segment)
        self.line = lru_cache(maxsize=8)(shapes.line)
        self.box = lru_cache(maxsize=2048)(self._box)
        self._sheet = lru_cache(maxsize=4)(pygame.Surface)

    def _box(self, rect: Rect) -> pygame.Rect:
        """The pixels that a rectangle takes."""
        s = self.scale
        x, y = round(rect.x * s), round(rect.y * s)
        return pygame.Rect(x, y, round(rect.right * s) - x, round(rect.bottom * s) - y)

    def dimmed(self, light: pygame.Surface, level: int) -> pygame.Surface:
        """A light with so many of 255 parts of its strength; good until the next one is asked for."""
        sheet = self._sheet(light.get_size())
        sheet.blit(light, (0, 0))
        sheet.fill((level, level, level), special_flags=pygame.BLEND_RGB_MULT)
        return sheet

    def _tone(self, tone: str) -> tuple[tuple[int, ...], tuple[int, ...], float]:
        """Fill, edge and line of a tone."""
        p = self.palette
        glass = (*p.glass, p.glass_opacity)
        lit = {"focus": p.cyan, "pressed": p.cyan, "right": p.right, "wrong": p.alarm}.get(tone)
        if lit:
            share = 0.30 if tone == "pressed" else 0.0 if p.glass_opacity == 255 else 0.16
            return (*mixed(p.glass, lit, share), p.glass_opacity), (*lit, 255), p.line * 1.7
        if tone == "solid":
            return (*p.glass, 248), (*p.edge, 255), p.line
        if tone == "picked":
            return (*mixed(p.glass, p.cyan, 0.10), p.glass_opacity), (*p.edge, 255), p.line
        if tone == "quiet":
            return (*p.glass, max(p.glass_opacity - 70, 120)), (*p.edge, 120), p.line
        return glass, (*p.edge, 255), p.line

    def _pane(self, size: tuple[int, int], tone: str) -> Piece:
        fill, edge, line = self._tone(tone)
        radius, line = round(RADIUS * self.scale), max(1.0, line * self.scale)
        return drawn_out(lambda size: shapes.pane(size, radius, line, fill, edge), size, radius + 1)

    def _pane_glow(self, size: tuple[int, int], tone: str) -> Piece:
        _, edge, line = self._tone(tone)
        radius, line = round(RADIUS * self.scale), max(1.0, line * self.scale)
        spread = round(PANE_LIGHT * self.scale)

        def light(size: tuple[int, int]) -> pygame.Surface:
            return shapes.glow(shapes.pane(size, radius, line, (0, 0, 0, 255), (*edge[:3], 255)), spread)

        # Inwards it reaches as far as outwards, from the inner edge of the line.
        return drawn_out(light, size, 2 * spread + radius, spread)

    def _ring_glow(self, side: int, tenths: int, colour: Colour) -> pygame.Surface:
        lit = shapes.Rings().ring(side, tenths / 30, colour, (0, 0, 0))
        return shapes.glow(lit, round(14 * self.scale))

    def _word_glow(self, text: str, face: str, pixels: int, colour: Colour) -> pygame.Surface:
        return shapes.glow(self.faces.rendered(text, face, pixels, colour), round(pixels * 0.22))

    def _scrim(self, size: tuple[int, int], opacity: int) -> Piece:
        """Darkness with soft edges, to be laid under words."""
        soft = max(8, round(SOFT * self.scale))
        w, h = (size[0] + 2 * soft) // 8 + 1, (size[1] + 2 * soft) // 8 + 1
        small = pygame.Surface((w, h), pygame.SRCALPHA)
        small.fill((*self.palette.night, 0))
        small.fill((*self.palette.night, opacity), small.get_rect().inflate(-soft // 8, -soft // 8))
        for _ in range(3):
            small = pygame.transform.box_blur(small, max(1, soft // 22))
        large = pygame.transform.smoothscale(small, (size[0] + 2 * soft, size[1] + 2 * soft))
        return framed(large, round(FADES * soft) + 16)
