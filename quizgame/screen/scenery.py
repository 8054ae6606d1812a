"""Reads the picture of a place and fits it to a window's size; knows no loop and no scene."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from math import ceil
from pathlib import Path
from typing import NamedTuple

import pygame

from quizgame.screen.bands import Bands
from quizgame.screen.haze import REACH
from quizgame.screen.layout import HEIGHT
from quizgame.screen.living import Lights, read_lights

DESIGN_HEIGHT = 1440  # pixels: what the pictures were drawn for
BEYOND = 56  # of those: so much of the palms lies beyond the window's edge while they are at rest
FINE = 1000  # pixels of height: from here on a whole pixel is a step that nobody sees
OPAQUE = 100  # of 255: from here on a palm hides the light behind it
PALMS = (("palms_left.png", False), ("palms_right.png", True))


class Front(NamedTuple):
    """Something that stands before the picture and drifts past it; `place` is where it is at rest.

    `pieces` is it as it is, and drawn again `offsets` pixels further to the right: steps of less than one.
    """

    pieces: tuple[pygame.Surface, ...]
    offsets: tuple[float, ...]
    place: tuple[int, int]

    @property
    def size(self) -> tuple[int, int]:
        return self.pieces[0].get_size()

    def show(self, surface: pygame.Surface | Bands, step: tuple[int, int]) -> None:
        """Draw it where a `step` has brought it."""
        surface.blit(self.pieces[step[1]], (self.place[0] + step[0], self.place[1]))

    def step(self, shift: float) -> tuple[int, int]:
        """What comes nearest to so many pixels to the right: whole ones, and which of the pieces."""
        steps = (
            (whole, n) for whole in (int(shift // 1), int(shift // 1) + 1) for n in range(len(self.pieces))
        )
        return min(steps, key=lambda step: abs(step[0] + self.offsets[step[1]] - shift))

    def way(self) -> pygame.Rect:
        """All that it may ever stand before."""
        far = reach(self.place[1] + self.size[1])
        return pygame.Rect(self.place, self.pieces[-1].get_size()).inflate(2 * far, 0)


class Scenery(NamedTuple):
    """A place as it fills a window: the picture, its lights, and what hides them.

    `whole` is the rectangle of window pixels that the uncut picture would fill; `hidden` is where the lights
    cannot be seen while the `fronts` are at rest, `crossed` where one of these may ever come by.
    """

    picture: pygame.Surface
    lights: Lights
    whole: pygame.Rect
    hidden: pygame.Mask
    crossed: pygame.Mask
    fronts: tuple[Front, ...] = ()


def reach(height: int) -> int:
    """How many pixels a front may drift to either side in a window so high."""
    return ceil(REACH * height / HEIGHT) + 1


def swept(fronts: Sequence[Front], height: int, parts: int = 2) -> Iterator[tuple[Front, int]]:
    """The fronts at both ends of their way and evenly between (pixels to the right): so many steps."""
    far = reach(height)
    shifts = [round(far * (2 * part / parts - 1)) for part in range(parts + 1)]
    yield from ((front, shift) for front in fronts for shift in shifts)


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
    lights, empty = read_lights(folder / f"{place}.json"), pygame.Mask(size)
    return Scenery(cover(picture, size), lights, whole, empty, empty)


def _city(folder: Path, size: tuple[int, int]) -> Scenery:
    city = pygame.image.load(folder / "backdrop.jpg")
    picture, whole, hidden = cover(city, size), _uncut(city.get_size(), size), pygame.Mask(size)
    _raise_hill(picture, hidden, pygame.image.load(folder / "hill.png"))
    fronts = tuple(_front(pygame.image.load(folder / name), size, right) for name, right in PALMS)
    for front in fronts:
        hidden.draw(pygame.mask.from_surface(front.pieces[0], OPAQUE), front.place)
    lights = read_lights(folder / "lights.json")
    return Scenery(picture, lights, whole, hidden, _crossed(fronts, size), fronts)


def _uncut(picture: tuple[int, int], size: tuple[int, int]) -> pygame.Rect:
    scale = max(size[0] / picture[0], size[1] / picture[1])
    w, h = round(picture[0] * scale), round(picture[1] * scale)
    return pygame.Rect((size[0] - w) // 2, (size[1] - h) // 2, w, h)


def _crossed(fronts: Sequence[Front], size: tuple[int, int]) -> pygame.Mask:
    """Where a front may come by, as far as leaves reach anything."""
    crossed = pygame.Mask(size)
    for front, shift in swept(fronts, size[1], parts=8):
        crossed.draw(pygame.mask.from_surface(front.pieces[0], 1), (front.place[0] + shift, front.place[1]))
    return crossed


def _raise_hill(picture: pygame.Surface, hidden: pygame.Mask, hill: pygame.Surface) -> None:
    w, h = picture.get_size()
    piece = pygame.transform.smoothscale(hill, (w, max(1, round(hill.get_height() * h / DESIGN_HEIGHT))))
    place = 0, h - piece.get_height()
    picture.blit(piece, place)
    hidden.draw(pygame.mask.from_surface(piece, OPAQUE), place)


def _front(palms: pygame.Surface, window: tuple[int, int], right: bool) -> Front:
    """Palms at one edge of the window."""
    scale = window[1] / DESIGN_HEIGHT
    # In the order of bytes that the window has: drawn from another, it takes five times as long.
    palms = palms.convert(pygame.Surface((1, 1), pygame.SRCALPHA, 32))
    pads = (0,) if window[1] >= FINE else (0, max(1, round(0.5 / scale)))
    pieces = tuple(_padded(palms, pad, scale) for pad in pads)
    x = window[0] - pieces[0].get_width() + round(BEYOND * scale) if right else -round(BEYOND * scale)
    return Front(pieces, tuple(pad * scale for pad in pads), (x, window[1] - pieces[0].get_height()))


def _padded(palms: pygame.Surface, pad: int, scale: float) -> pygame.Surface:
    """The palms at a scale, with so many of their own pixels of nothing at the left."""
    w, h = palms.get_size()
    if pad:
        # As wide as comes out in whole pixels, or what is drawn again would be of another width.
        room = pygame.Surface((round(ceil((w + pad) * scale) / scale), h), pygame.SRCALPHA)
        room.blit(palms, (pad, 0))
        palms, w = room, room.get_width()
    return pygame.transform.smoothscale(palms, (max(1, round(w * scale)), max(1, round(h * scale))))
