"""The city and its places behind every screen, read beside the loop; knows no scene and no game."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pygame

from quizgame.screen.bands import Bands
from quizgame.screen.beside import Beside
from quizgame.screen.layout import HEIGHT
from quizgame.screen.theme import Palette, mixed

if TYPE_CHECKING:  # what the first frame does not need is imported after it
    from quizgame.screen.scenery import Scenery

GLOW_HEAT, GLOW = (255, 56, 20), 0.18  # what the greatest heat adds, and how much of it
COOL_LOST = 0.30  # the share of green and blue that it takes
KEPT = 2  # pictures of the city, and as many of its places: the one that is shown and one before or after it


class Night(NamedTuple):
    """How the backdrop was asked for: `heat` and `veil` from 0 to 1, and a place with a picture or ""."""

    heat: float
    veil: float
    place: str


class _Wanted(NamedTuple):
    place: str
    size: tuple[int, int]


class Backdrop:
    """The pictures, or a plain night sky until one has come; only what the window's size needs is kept."""

    def __init__(self, folder: Path, palette: Palette) -> None:
        self._folder = folder
        self.palette = palette
        """The colours of the plain sky."""
        self._reads, self._waits = False, False
        self._ready: dict[_Wanted, Scenery | None] = {}
        self._beside = Beside[_Wanted, "Scenery"]("backdrop", self._read_beside)
        self._version = 0
        self._expected: _Wanted | None = None
        self.shift = 0.0
        """How far what stands in front has drifted to the right, in units of 720 a height."""

    @property
    def version(self) -> int:
        """Rises whenever a picture that a frame had to do without has come."""
        self._collect()
        return self._version

    def load(self) -> None:
        """Read a picture when it is drawn, and wait for it; without pictures the plain sky stays."""
        self._reads = self._waits = True
        self._version += 1

    def load_beside(self) -> None:
        """Read pictures in a thread; until one has come, what is there does in its place."""
        self._reads = True
        self._version += 1

    def draw(self, surface: pygame.Surface | Bands, heat: float, veil: float, place: str = "") -> None:
        """Fill the surface; `heat` reddens the night, `veil` darkens all, both from 0 to 1.

        `place` is a part of the city that has a picture of its own; where it has none, the city does.
        """
        scenery = self._scenery(place, surface.get_size())
        if scenery is None:
            surface.fill(mixed(self.palette.night, self.palette.dusk, 0.4))
            return
        self._draw_whole(surface, scenery)
        tint(surface, heat, veil)

    def _draw_whole(self, surface: pygame.Surface | Bands, scenery: Scenery) -> None:
        surface.blit(scenery.picture, (0, 0))
        for front in scenery.fronts:
            front.show(surface, front.step(self.shift * surface.get_size()[1] / HEIGHT))

    def scenery(self, place: str, size: tuple[int, int]) -> Scenery | None:
        """The place in a window of that size, if it has come; the city where the place has no picture."""
        if self._ready.get(_Wanted(place, size), self) is None and place:
            place = ""
        return self._ready.get(_Wanted(place, size))

    def expect(self, place: str, size: tuple[int, int]) -> None:
        """Have a place read before it is asked for, while nothing else is being read."""
        wanted = _Wanted(place, size)
        busy = self._waits or not self._reads or self._beside.reads
        if place and not busy and wanted not in self._ready:
            self._expected = wanted
            self._ask(wanted)

    def finish(self, seconds: float) -> None:
        """Wait until nothing is being read, but so long at most."""
        self._beside.drop()
        self._beside.wait(seconds)

    def _scenery(self, place: str, size: tuple[int, int]) -> Scenery | None:
        """The right place, or one that does until it has come."""
        self._collect()
        wanted = _Wanted(place, size)
        if self._reads and wanted not in self._ready:
            self._expected = None
            self._ask(wanted)
        if place and self._ready.get(wanted, self) is None:
            return self._scenery("", size)
        return self._ready.get(wanted) or self._makeshift(size)

    def _makeshift(self, size: tuple[int, int]) -> Scenery | None:
        there = [(key, scenery) for key, scenery in self._ready.items() if scenery]
        if not there:
            return None
        key, scenery = there[-1]
        if key.size == size:
            return scenery
        whole = scenery.picture.copy()
        self._draw_whole(whole, scenery)
        from quizgame.screen.scenery import cover

        return scenery._replace(picture=cover(whole, size), fronts=())

    def _ask(self, wanted: _Wanted) -> None:
        if self._waits:
            from quizgame.screen.scenery import read_scenery

            self._keep(wanted, read_scenery(self._folder, *wanted))
        else:
            self._beside.want(wanted)

    def _read_beside(self, wanted: _Wanted) -> Scenery | None:
        from quizgame.screen.scenery import give_back, read_scenery

        scenery = read_scenery(self._folder, *wanted)
        give_back()
        return scenery

    def _collect(self) -> None:
        """Take in what has been read."""
        if come := self._beside.come():
            self._keep(*come)
            self._version += come.key != self._expected  # no frame had to do without what was only expected

    def _keep(self, wanted: _Wanted, scenery: Scenery | None) -> None:
        """Keep what was read last, and that a place has no picture."""
        self._ready[wanted] = scenery
        like = [key for key, kept in self._ready.items() if kept and bool(key.place) == bool(wanted.place)]
        for key in like[:-KEPT]:
            del self._ready[key]


def tint(surface: pygame.Surface | Bands, heat: float, veil: float) -> None:
    """Redden what is there, and darken it."""
    if heat > 0:
        surface.fill(mixed((0, 0, 0), GLOW_HEAT, GLOW * heat), special_flags=pygame.BLEND_RGB_ADD)
    if heat > 0 or veil > 0:
        warm = round(255 * (1 - veil))
        cool = round(255 * (1 - veil) * (1 - COOL_LOST * heat))
        surface.fill((warm, cool, cool), special_flags=pygame.BLEND_RGB_MULT)
