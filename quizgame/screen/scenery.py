"""Reads the picture of a place and fits it to a window's size; knows no loop and no scene."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pygame

from quizgame.screen.living import Lights, read_lights

DESIGN_HEIGHT = 1440  # pixels: what the pictures were drawn for
OPAQUE = 100  # of 255: from here on a palm hides the light behind it
PALMS = (("palms_left.png", "left"), ("palms_right.png", "right"), ("hill.png", "both"))


class Scenery(NamedTuple):
    """A place as it fills a window: the picture, its lights, and what hides them.

    `whole` is the rectangle of window pixels that the uncut picture would fill.
    """

    picture: pygame.Surface
    lights: Lights
    whole: pygame.Rect
    hidden: pygame.Mask


def read_scenery(folder: Path, place: str, size: tuple[int, int]) -> Scenery | None:
    """The city ("") or a place in it; None where there is no picture that can be read."""
    try:
        if place:
            return _place(folder / "places", place, size)
        return _city(folder, size)
    except (OSError, pygame.error, MemoryError):
        return None


def cover(picture: pygame.Surface, size: tuple[int, int]) -> pygame.Surface:
    """The picture scaled so that it covers the window, cut evenly where the shapes differ."""
    w, h = picture.get_size()
    scale = max(size[0] / w, size[1] / h)
    cut = pygame.Rect(0, 0, min(w, round(size[0] / scale)), min(h, round(size[1] / scale)))
    cut.center = (w // 2, h // 2)
    whole = pygame.Surface(size, depth=32)
    whole.blit(pygame.transform.smoothscale(picture.subsurface(cut), size), (0, 0))
    return whole


def give_back() -> None:
    """Let the system have back what reading a picture took: four times as much as is kept of it.

    Only a C library that hoards needs to be told so; another has no such function.
    """
    import ctypes  # after the first frame, and beside the game

    with suppress(OSError, AttributeError, TypeError):
        ctypes.CDLL(None).malloc_trim(0)


def _place(folder: Path, place: str, size: tuple[int, int]) -> Scenery | None:
    found = [folder / f"{place}{kind}" for kind in (".jpg", ".webp")]
    path = next((each for each in found if each.is_file()), None)
    if path is None:
        return None
    picture = pygame.image.load(path)
    whole = _uncut(picture.get_size(), size)
    return Scenery(cover(picture, size), read_lights(folder / f"{place}.json"), whole, pygame.Mask(size))


def _city(folder: Path, size: tuple[int, int]) -> Scenery:
    city = pygame.image.load(folder / "backdrop.jpg")
    picture, whole, hidden = cover(city, size), _uncut(city.get_size(), size), pygame.Mask(size)
    for name, edge in PALMS:
        _put_in_front(picture, hidden, pygame.image.load(folder / name), edge)
    return Scenery(picture, read_lights(folder / "lights.json"), whole, hidden)


def _uncut(picture: tuple[int, int], size: tuple[int, int]) -> pygame.Rect:
    scale = max(size[0] / picture[0], size[1] / picture[1])
    w, h = round(picture[0] * scale), round(picture[1] * scale)
    return pygame.Rect((size[0] - w) // 2, (size[1] - h) // 2, w, h)


def _put_in_front(scene: pygame.Surface, hidden: pygame.Mask, front: pygame.Surface, edge: str) -> None:
    scale = scene.get_height() / DESIGN_HEIGHT
    w, h = front.get_width() * scale, front.get_height() * scale
    piece = pygame.transform.smoothscale(
        front, (scene.get_width() if edge == "both" else max(1, round(w)), max(1, round(h)))
    )
    x = scene.get_width() - piece.get_width() if edge == "right" else 0
    place = x, scene.get_height() - piece.get_height()
    scene.blit(piece, place)
    hidden.draw(pygame.mask.from_surface(piece, OPAQUE), place)
