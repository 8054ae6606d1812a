"""Drawings behind the wall: rounded panes, rings, icons and glow, smooth at any size; knows no scene."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

import pygame

from quizgame.screen.theme import Colour

FINE = 4  # shapes are drawn so much larger and then made smaller, which smooths their edges

Points = list[tuple[float, float]]

ICONS: dict[str, list[Points]] = {
    "tick": [[(0.10, 0.54), (0.22, 0.42), (0.40, 0.60), (0.78, 0.18), (0.90, 0.30), (0.40, 0.84)]],
    "cross": [
        [(0.14, 0.26), (0.26, 0.14), (0.86, 0.74), (0.74, 0.86)],
        [(0.74, 0.14), (0.86, 0.26), (0.26, 0.86), (0.14, 0.74)],
    ],
    "right": [[(0.30, 0.14), (0.78, 0.50), (0.30, 0.86)]],
    "left": [[(0.70, 0.14), (0.22, 0.50), (0.70, 0.86)]],
    "up": [[(0.14, 0.70), (0.50, 0.22), (0.86, 0.70)]],
    "down": [[(0.14, 0.30), (0.50, 0.78), (0.86, 0.30)]],
    "flag": [
        [(0.14, 0.06), (0.27, 0.06), (0.27, 0.94), (0.14, 0.94)],
        [(0.27, 0.10), (0.92, 0.10), (0.74, 0.32), (0.92, 0.54), (0.27, 0.54)],
    ],
    "box": [
        [(0.08, 0.08), (0.92, 0.08), (0.92, 0.20), (0.08, 0.20)],
        [(0.08, 0.80), (0.92, 0.80), (0.92, 0.92), (0.08, 0.92)],
        [(0.08, 0.08), (0.20, 0.08), (0.20, 0.92), (0.08, 0.92)],
        [(0.80, 0.08), (0.92, 0.08), (0.92, 0.92), (0.80, 0.92)],
    ],
    "door": [
        [(0.10, 0.06), (0.66, 0.06), (0.66, 0.28), (0.53, 0.28), (0.53, 0.19), (0.23, 0.19), (0.23, 0.81),
         (0.53, 0.81), (0.53, 0.72), (0.66, 0.72), (0.66, 0.94), (0.10, 0.94)],
        [(0.36, 0.435), (0.70, 0.435), (0.70, 0.28), (0.96, 0.50), (0.70, 0.72), (0.70, 0.565),
         (0.36, 0.565)],
    ],
    "bag": [
        [(0.20, 0.44), (0.20, 0.88), (0.06, 0.86), (0.00, 0.66), (0.06, 0.46)],
        [(0.27, 0.44), (0.73, 0.44), (0.73, 0.88), (0.27, 0.88)],
        [(0.80, 0.44), (0.80, 0.88), (0.94, 0.86), (1.00, 0.66), (0.94, 0.46)],
        [(0.21, 0.40), (0.34, 0.18), (0.66, 0.18), (0.79, 0.40), (0.70, 0.40), (0.61, 0.26), (0.39, 0.26),
         (0.30, 0.40)],
    ],
    "lock": [
        [(0.12, 0.44), (0.88, 0.44), (0.88, 0.94), (0.12, 0.94)],
        [(0.22, 0.44), (0.22, 0.24), (0.38, 0.06), (0.62, 0.06), (0.78, 0.24), (0.78, 0.44), (0.65, 0.44),
         (0.65, 0.28), (0.57, 0.19), (0.43, 0.19), (0.35, 0.28), (0.35, 0.44)],
    ],
}  # fmt: skip


def icon(name: str, side: int, colour: Colour) -> pygame.Surface:
    """A small drawing, `side` pixels square."""
    large = pygame.Surface((side * FINE, side * FINE), pygame.SRCALPHA)
    large.fill((*colour, 0))
    if name == "dot":
        pygame.draw.circle(large, colour, (side * FINE // 2, side * FINE // 2), side * FINE * 0.42)
    for points in ICONS.get(name, []):
        pygame.draw.polygon(large, colour, [(x * side * FINE, y * side * FINE) for x, y in points])
    return pygame.transform.smoothscale(large, (side, side))


def pane(
    size: tuple[int, int], radius: int, line: float, fill: tuple[int, ...], edge: tuple[int, ...]
) -> pygame.Surface:
    """A rounded rectangle with a line round it: four smooth corners, the rest stretched."""
    w, h = size
    radius = max(1, min(radius, w // 2, h // 2))
    tile = _tile(radius, line, fill, edge)
    whole = pygame.Surface(size, pygame.SRCALPHA)
    for x, wide, from_x, tile_w in _thirds(w, radius):
        for y, high, from_y, tile_h in _thirds(h, radius):
            if wide > 0 and high > 0:
                part = tile.subsurface((from_x, from_y, tile_w, tile_h))
                whole.blit(pygame.transform.scale(part, (wide, high)), (x, y))
    return whole


def _thirds(length: int, radius: int) -> Iterator[tuple[int, int, int, int]]:
    """Corner, middle and corner along a side: place and length in the pane, place and length in the tile."""
    yield 0, radius, 0, radius
    yield radius, length - 2 * radius, radius, 1
    yield length - radius, radius, radius + 1, radius


def _tile(radius: int, line: float, fill: tuple[int, ...], edge: tuple[int, ...]) -> pygame.Surface:
    side = 2 * radius + 1
    fine = pygame.Surface((side * FINE, side * FINE), pygame.SRCALPHA)
    fine.fill((*edge[:3], 0))
    pygame.draw.rect(fine, edge, fine.get_rect(), border_radius=radius * FINE)
    inner = fine.get_rect().inflate(-2 * line * FINE, -2 * line * FINE)
    pygame.draw.rect(fine, fill, inner, border_radius=max(0, round((radius - line) * FINE)))
    return pygame.transform.smoothscale(fine, (side, side))


def segment(w: float, h: int, x: float, colour: Colour, edge: Colour) -> pygame.Surface:
    """One of the leaning bars of a meter that are `w` pixels apart; it begins `x` (0 to 1) pixels aside."""
    lean, gap = h * 0.35, max(1.0, w * 0.16)
    end, low = x + w - gap, h - 1
    corners = [(x + lean, 0), (end + lean, 0), (end, low), (x, low)]
    sheet = pygame.Surface((math.ceil(end + lean) + 2, h), pygame.SRCALPHA)
    sheet.fill((*colour, 0))
    pygame.draw.polygon(sheet, colour, corners)
    pygame.draw.aalines(sheet, edge, True, corners)
    return sheet


def line(points: tuple[tuple[float, float], ...], width: int, colour: Colour) -> pygame.Surface:
    """A line from point to point, on a sheet that is as large as it and its width need."""
    right, foot = (math.ceil(max(along)) + width + 1 for along in zip(*points, strict=True))
    sheet = pygame.Surface((right, foot), pygame.SRCALPHA)
    sheet.fill((*colour, 0))
    for start, end in pairwise(points):
        pygame.draw.aaline(sheet, colour, start, end, width)
    return sheet


class Rings:
    """Clock rings, `side` pixels square; what all of a size have in common is drawn once and kept."""

    def __init__(self) -> None:
        self._kept: tuple[int, Colour] | None = None
        self._unlit = self._sheet = pygame.Surface((1, 1))

    def ring(self, side: int, share: float, colour: Colour, rest: Colour) -> pygame.Surface:
        """A ring with that share of it lit."""
        fine = 2 if side > 200 else FINE
        if self._kept != (side, rest):
            self._kept, self._unlit = (side, rest), _unlit(side * fine, fine, rest)
            self._sheet = self._unlit.copy()
        self._sheet.blit(self._unlit, (0, 0))
        if share > 0:
            outer, inner = _edges(side * fine, fine)
            band = _band(side * fine / 2, outer, inner, min(1.0, share))
            pygame.draw.polygon(self._sheet, (*colour, 255), band)
        return pygame.transform.smoothscale(self._sheet, (side, side))


def _unlit(side: int, fine: int, rest: Colour) -> pygame.Surface:
    """A ring without light, larger than it will be; drawn on another it takes its place, alpha and all."""
    outer, inner = _edges(side, fine)
    sheet = pygame.Surface((side, side), pygame.SRCALPHA)
    sheet.fill((*rest, 0))
    pygame.draw.polygon(sheet, (*rest, 255), _band(side / 2, outer * 0.985, inner * 1.02, 1.0))
    sheet.set_alpha(None)
    return sheet


def _edges(side: int, fine: int) -> tuple[float, float]:
    """The radius without and within of a ring drawn so large, `fine` times as large as it will be."""
    return side / 2 - fine, side / 2 * 0.86


def _band(middle: float, outer: float, inner: float, share: float) -> Points:
    """The part of a ring that begins at the top and goes clockwise."""
    steps = max(2, round(180 * share))
    angles = [2 * math.pi * share * step / steps - math.pi / 2 for step in range(steps + 1)]
    there = [(middle + outer * math.cos(a), middle + outer * math.sin(a)) for a in angles]
    back = [(middle + inner * math.cos(a), middle + inner * math.sin(a)) for a in reversed(angles)]
    return there + back


def glow(lit: pygame.Surface, spread: int) -> pygame.Surface:
    """The light that a shape throws around itself, to be added; larger by `spread` pixels on each side.

    Three box blurs of a copy of up to a quarter of the size come close to a Gaussian at a fraction of its
    cost. The outermost cells stay dark: light that ended before it had died away would show a box.
    """
    w, h = lit.get_size()
    whole = pygame.Surface((w + 2 * spread, h + 2 * spread))
    whole.blit(lit, (spread, spread))
    cell = min(4, max(1, spread // 4))
    room = max(0, spread // cell - 1)  # cells that the light may reach
    across, down = (-(-side // cell) for side in whole.get_size())
    small = pygame.transform.smoothscale(whole, (across, down))
    for _ in range(min(3, room)):
        small = pygame.transform.box_blur(small, max(1, room // 3))
    light = pygame.transform.smoothscale(small, whole.get_size())
    if spread > 0:
        pygame.draw.rect(light, (0, 0, 0), light.get_rect(), 1)  # a trace may be left by rounding
    return light
