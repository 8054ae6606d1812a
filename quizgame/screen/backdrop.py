"""The city behind every screen, cut and scaled to the window; knows no scene and no game."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pygame

from quizgame.screen.theme import Palette, mixed

DESIGN_HEIGHT = 1440  # pixels: what the pictures were drawn for
GLOW_HEAT = (255, 70, 30)
PALMS = (("palms_left.png", "left"), ("palms_right.png", "right"), ("hill.png", "both"))


class Pictures(NamedTuple):
    """The city, and what stands in front of it with the window's edge that it keeps to."""

    city: pygame.Surface
    front: tuple[tuple[pygame.Surface, str], ...]


class Backdrop:
    """The picture, or a plain night sky until it has been loaded."""

    def __init__(self, folder: Path, palette: Palette) -> None:
        self._folder, self._palette = folder, palette
        self._pictures: Pictures | None = None
        self._ready: dict[tuple[int, int], pygame.Surface] = {}
        self.version = 0

    def load(self) -> None:
        """Read the pictures; without them the plain sky stays."""
        try:
            city = pygame.image.load(self._folder / "backdrop.jpg")
            front = tuple((pygame.image.load(self._folder / name), edge) for name, edge in PALMS)
        except (OSError, pygame.error):
            return
        self._pictures = Pictures(city, front)
        self._ready.clear()
        self.version += 1

    def draw(self, surface: pygame.Surface, heat: float, veil: float, place: str = "") -> None:
        """Fill the surface; `heat` reddens the night, `veil` darkens all, both from 0 to 1.

        `place` is a part of the city that has a picture of its own.
        """
        if self._pictures is None:
            surface.fill(mixed(self._palette.night, self._palette.dusk, 0.4))
            return
        size = surface.get_size()
        if size not in self._ready:
            self._ready = {size: _made(self._pictures, size)}
        surface.blit(self._ready[size], (0, 0))
        if heat > 0:
            surface.fill(mixed((0, 0, 0), GLOW_HEAT, 0.10 * heat), special_flags=pygame.BLEND_RGB_ADD)
        if veil > 0:
            left = round(255 * (1 - veil))
            surface.fill((left, left, left), special_flags=pygame.BLEND_RGB_MULT)


def _made(pictures: Pictures, size: tuple[int, int]) -> pygame.Surface:
    scene = _cover(pictures.city, size)
    for picture, edge in pictures.front:
        _put_in_front(scene, picture, edge)
    return scene


def _cover(city: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    """The picture scaled so that it covers the window, cut evenly where the shapes differ."""
    w, h = city.get_size()
    scale = max(size[0] / w, size[1] / h)
    cut = pygame.Rect(0, 0, min(w, round(size[0] / scale)), min(h, round(size[1] / scale)))
    cut.center = (w // 2, h // 2)
    whole = pygame.Surface(size, depth=32)
    whole.blit(pygame.transform.smoothscale(city.subsurface(cut), size), (0, 0))
    return whole


def _put_in_front(scene: pygame.Surface, picture: pygame.Surface, edge: str) -> None:
    scale = scene.get_height() / DESIGN_HEIGHT
    w, h = picture.get_width() * scale, picture.get_height() * scale
    piece = pygame.transform.smoothscale(
        picture, (scene.get_width() if edge == "both" else max(1, round(w)), max(1, round(h)))
    )
    x = scene.get_width() - piece.get_width() if edge == "right" else 0
    scene.blit(piece, (x, scene.get_height() - piece.get_height()))
