"""What the window shows: the still picture, the lights and what moves on it, fades; knows no scene by name.

A scene's still picture is kept as a plate, and only what changes of it is drawn again. Whatever moves is put
on it and taken away again in small places, so that a screen on which little moves costs little.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Any, NamedTuple

import pygame

from quizgame.screen.backdrop import Backdrop, Night
from quizgame.screen.bands import Bands
from quizgame.screen.fading import Fade, Opening, mixes
from quizgame.screen.images import Images
from quizgame.screen.paint import PixelCanvas
from quizgame.screen.painter import Painter
from quizgame.screen.plate import Plate
from quizgame.screen.scene import Page, Scene
from quizgame.screen.ticks import SLOWLY, TICK_MS
from quizgame.screen.toast import Toast

if TYPE_CHECKING:
    from quizgame.screen.alive import Alive

RUNS_MS = 60  # what changes again within this time moves; a clock's ring goes in longer steps
AT_ONCE = 3_000_000  # pixels: what follows another picture in a larger window is drawn in two frames
CALM_MS = 1_500  # so long after the last change what stands before the city drifts on


class _Moving(NamedTuple):
    """What of a picture moves, as values to compare: the scene's own, and the lights' time."""

    live: Hashable
    tick: int | None


class _Taken(NamedTuple):
    """Where something stands before the night, and where it is only darker."""

    places: list[pygame.Rect]
    dimmed: list[pygame.Rect]


class Projector:
    """Draws a scene on a surface that keeps what was drawn on it before."""

    def __init__(
        self, backdrop: Backdrop, images: Images, toast: Toast | None = None, opening: bool = False
    ) -> None:
        self._backdrop, self._images, self._toast = backdrop, images, toast or Toast()
        self._alive: Alive | None = None
        self._fade, self._opening = Fade(), Opening(opening)
        self._plate = self._spare = Plate((0, 0))
        self._scene: Scene[Any] | None = None
        self._shown: Hashable = None
        self._moving = _Moving(None, None)
        self._night: Night | None = None
        self._version = 0
        self._veiled = self._late = self._settled = False
        self._places: list[pygame.Rect] = []
        self._taken: _Taken | None = None
        self._fresh: list[pygame.Rect] = []
        self._moved = 0
        self.stirred = 0
        """When, in ms of the game's clock, something other than the lights changed last."""

    @property
    def lives(self) -> bool:
        """Whether something moves in the scene that was shown, be it only in steps as a clock does."""
        return self._moving.live is not None

    def forget(self) -> None:
        """What the surface showed is lost."""
        self._shown = None
        self._plate.spoil()

    def hurry(self) -> None:
        """Somebody is at the controls: the opening has been seen."""
        self._opening.skip()

    def show(
        self,
        scene: Scene[Any],
        page: Page,
        revision: int,
        surface: pygame.Surface,
        painter: Painter,
        awake: bool,
    ) -> bool:
        """Draw what has changed since the last time; whether anything has.

        Unless somebody looks at the window (`awake`), the lights keep the time they last had.
        """
        still = revision, surface.get_size(), self._seen(scene, page)
        moving = _Moving(scene.live(page), self._tick(page, awake))
        if moving.tick is None and self._alive:
            self._alive.rest()
        busy = self._veiled or self._fade.runs or self._opening.runs
        anew = still != self._shown or scene is not self._scene
        if not (anew or busy or self._late or self._plate.waits or moving != self._moving):
            return False
        if not page.theme.motion:
            self._fade.stop()
            self._opening.skip()
        if anew:
            self._draw_still(scene, page, surface, painter, busy)
        elif self._plate.waits and self._fade.runs:
            self._fresh += self._plate.lay()
            self._fade.wait(page.now)
            self._settled = moving.tick is not None and self._settle(surface.get_size())
            return False
        elif self._plate.waits:
            self._fresh += self._plate.lay(surface)
        if anew or busy or self._runs(moving.live, page.now):
            self.stirred = page.now
        self._draw_moving(scene, page, surface, painter, moving, busy)
        self._moving, self._shown = moving, still
        return True

    def _seen(self, scene: Scene[Any], page: Page) -> Hashable:
        """All that the still picture depends on, but for the surface."""
        loaded, told = (self._backdrop.version, self._images.version), self._toast.shown(page.now)
        return scene.still(page), page.stage, page.theme, page.device, loaded, told

    @property
    def step_ms(self) -> int:
        """How often something of a picture goes on that is otherwise still."""
        hurries = self._moving.tick is not None and self._alive is not None and self._alive.hurries
        return TICK_MS if hurries else SLOWLY * TICK_MS

    def go_on(self, surface: pygame.Surface, now: int) -> list[pygame.Rect] | None:
        """Let the quickest lights go on, and nothing else, where the tick before is shown; what has changed.

        None where that is not enough: it is time to look at the scene.
        """
        tick, shown = now // TICK_MS, self._moving
        settled = self._shown is not None and not (self._veiled or self._late or self._plate.waits)
        if not (settled and self._alive) or shown.live is not None or shown.tick is None:
            return None
        if tick != shown.tick + 1 or tick % SLOWLY == 0:
            return None
        self._moving = shown._replace(tick=tick)
        changed, self._places = self._alive.go_on(surface, tick)
        return changed

    def _runs(self, live: Hashable, now: int) -> bool:
        """Whether something moves from frame to frame, and not only in steps as a clock does."""
        if live == self._moving.live:
            return False
        since, self._moved = self._moved, now
        return now - since < RUNS_MS

    def _tick(self, page: Page, awake: bool) -> int | None:
        """The time of the lights; none where nothing may move that need not."""
        if not page.theme.motion or page.theme.contrast:
            return None
        return page.now // TICK_MS if awake or self._moving.tick is None else self._moving.tick

    def _draw_still(
        self, scene: Scene[Any], page: Page, surface: pygame.Surface, painter: Painter, busy: bool
    ) -> None:
        """Draw on the plate, and show what is new of it where no fade begins with the picture before."""
        fades = self._may_fade(scene, page, surface)
        before = self._let_go(surface) if fades else None
        size = surface.get_size()
        if self._plate.sheet.get_size() != size:
            self._plate = Plate(size)
        bands = Bands(size)
        canvas = PixelCanvas(bands, painter, self._backdrop, self._images)
        scene.draw(canvas, page)
        self._toast.draw(canvas, page)
        night = canvas.night or Night(0, 0, "")
        if fades:
            self._fade.begin(before, page.now, self._night is not None and night.place != self._night.place)
        self._scene, self._night, self._version = scene, night, self._backdrop.version
        self._taken = _Taken(canvas.touched, canvas.dimmed)
        self._backdrop.expect(scene.ahead(page), size)
        if self._fresh:
            self._plate.spoil()
        if self._alive:
            self._alive.hold(night, *self._taken, self._plate)
        self._fresh = []
        self._plate.take(bands)
        follows = fades or not (busy or self._shown is None)
        hidden = self._fade.hides(page.now)
        parts = 2 if follows and is_large(size) else 1
        self._fresh += self._plate.lay(None if hidden or busy else surface, parts)

    def _may_fade(self, scene: Scene[Any], page: Page, surface: pygame.Surface) -> bool:
        """Whether the picture before, if there is one, should go away slowly: not where it goes on."""
        same_size = self._plate.sheet.get_size() == surface.get_size()
        arrived = self._backdrop.version != self._version and not self._fade.dips
        goes_on = scene is self._scene or scene.continues is self._scene
        another = arrived or not goes_on
        seen = self._shown is not None
        return page.theme.motion and same_size and another and seen and not self._opening.runs

    def _let_go(self, surface: pygame.Surface) -> pygame.Surface | None:
        """What the surface shows, and the plate is another from now on; none where nothing is mixed.

        The plate has it all but for what moved: to copy the whole surface would take the longest of all.
        """
        self._fade.stop()
        if not mixes(surface.get_size()):
            return None
        old = self._plate
        if self._veiled:
            old.sheet.blit(surface, (0, 0))
        else:
            old.sheet.blits([(surface, place, place) for place in self._places], doreturn=False)
        old.spoil()
        self._plate, self._spare = self._spare, old
        return old.sheet

    def _put_back(self, surface: pygame.Surface, places: list[pygame.Rect] | None) -> None:
        """Show the plate: in these places, or everywhere."""
        plate = self._plate.sheet
        if places is None:
            surface.blit(plate, (0, 0))
        else:
            surface.blits([(plate, place, place) for place in places], doreturn=False)

    def _draw_moving(
        self,
        scene: Scene[Any],
        page: Page,
        surface: pygame.Surface,
        painter: Painter,
        moving: _Moving,
        busy: bool,
    ) -> None:
        canvas = PixelCanvas(surface, painter, self._backdrop, self._images)
        if self._plate.waits and not self._fade.runs:
            # The other half comes with the next frame, and the lights do.
            scene.draw_live(canvas, page)
            self._places += canvas.touched + canvas.dimmed + canvas.lit
            return
        self._places, before = [], self._places
        if not self._fade.hides(page.now):
            settled = moving.tick is not None and (self._settle(surface.get_size()) or self._settled)
            # A frame in which much else is drawn leaves the haze to the next one, but for the very first.
            self._late, self._settled = settled and self._shown is not None, False
            if self._alive and moving.tick is not None and not self._late:
                before += self._alive.blow(self._plate, moving.tick)
            self._put_back(surface, None if busy else before)
            if self._alive and moving.tick is not None:
                calm = page.now - self.stirred >= CALM_MS and not scene.mood().playing
                self._places += self._alive.move(surface, self._plate, page.now, moving.tick, calm)
            scene.draw_live(canvas, page)
            self._places += canvas.touched + canvas.dimmed + canvas.lit
        self._fade.over(surface, page.now)
        self._opening.over(surface, page.now)
        self._veiled = self._fade.runs or self._opening.runs

    def _settle(self, size: tuple[int, int]) -> bool:
        """Let lights and haze know where something stands before them now; whether there was news."""
        if self._taken is None or self._night is None:
            return False
        if self._alive is None and self._backdrop.scenery(self._night.place, size):
            from quizgame.screen.alive import Alive  # after the first frame

            self._alive = Alive(self._backdrop)
        if self._alive:
            self._alive.settle(self._night, *self._taken, self._plate, self._fresh)
        self._taken, self._fresh = None, []
        return True


def is_large(size: tuple[int, int]) -> bool:
    """Whether to draw all of a window of that size takes too long for one frame."""
    return size[0] * size[1] > AT_ONCE
