"""The wall: the window, its loop, events in, pixels and sounds out; knows no scene by name and no rules."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import partial
from pathlib import Path

import pygame

from quizgame.screen.backdrop import Backdrop
from quizgame.screen.display import TITLE, NoDisplay, Parts, dress, fill_screen, fit, prepare
from quizgame.screen.images import Images
from quizgame.screen.keymap import USUAL
from quizgame.screen.keys import EVERYWHERE, Hands, unclaimed
from quizgame.screen.layout import scale_of, stage_of
from quizgame.screen.mix import Volumes
from quizgame.screen.narration import Narrator
from quizgame.screen.pace import HIDDEN_MS, LIVE_MS, STIRRED_MS, Pace
from quizgame.screen.pads import Pads
from quizgame.screen.painter import Painter
from quizgame.screen.projector import Projector
from quizgame.screen.scene import Action, Device, Page, Press, Scene
from quizgame.screen.sizing import AS_DELIVERED, Extent, Sizing
from quizgame.screen.sound import Sound
from quizgame.screen.stories import Show
from quizgame.screen.surroundings import told_to_end
from quizgame.screen.text import Faces
from quizgame.screen.theme import Theme
from quizgame.screen.toast import Toast, switched

HURRYING = (pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.CONTROLLERBUTTONDOWN, pygame.JOYBUTTONDOWN)
GONE = (pygame.WINDOWHIDDEN, pygame.WINDOWMINIMIZED)
BACK = (pygame.WINDOWSHOWN, pygame.WINDOWRESTORED, pygame.WINDOWMAXIMIZED, pygame.WINDOWEXPOSED)
SIZED = (pygame.WINDOWRESTORED, pygame.WINDOWMAXIMIZED)
CLOSED = (pygame.QUIT, pygame.WINDOWCLOSE)  # of the last window both come, together


class Wishes:
    """What the game wants of the window; changed by the settings, read every frame. Volumes are 0 to 100."""

    def __init__(self) -> None:
        self.theme = Theme()
        self.keymap = USUAL
        self.full_screen = False
        self.volumes = Volumes()


def _nothing() -> None:
    pass


class Keys:
    """What the keys do that work on every screen, who reads aloud, and whether the window may be closed.

    `sized` is told how large the player has made it.
    """

    def __init__(
        self,
        full_screen: Callable[[], None],
        mute: Callable[[], None],
        music: Callable[[], None] = _nothing,
        narrator: Narrator | None = None,
        leave: Callable[[Page], bool] = lambda _: True,
        sized: Callable[[Extent], None] = lambda _: None,
    ) -> None:
        self.full_screen, self.mute, self.music = full_screen, mute, music
        self.narrator, self.leave, self.sized = narrator or Narrator(), leave, sized


class Window:
    """The window and everything behind it."""

    def __init__(
        self, assets: Path, wishes: Wishes, extent: Extent = AS_DELIVERED, opening: bool = False
    ) -> None:
        """With an `opening` the first picture comes out of the dark. Raises NoDisplay."""
        prepare()
        self._assets, self._wishes = assets, wishes
        sides, self._maximised = extent.within(pygame.display.get_desktop_sizes()[0]), extent.maximised
        try:
            self._window = pygame.Window(
                TITLE, sides, resizable=True, allow_high_dpi=True, maximized=self._maximised
            )
        except pygame.error as error:
            raise NoDisplay(f"the window could not be opened ({error})") from error
        self._window.minimum_size = (640, 360)
        self._faces = Faces(assets / "fonts")
        self._backdrop = Backdrop(assets / "pictures", wishes.theme.palette)
        self._images = Images()
        self._painter = Painter(self._faces, 1.0, wishes.theme.palette)
        self._hands = Hands()
        self._pads: Pads | None = None
        self._sound = Sound(assets / "sounds")
        self._toast = Toast()
        self._parts = Parts(self._window)
        self._projector = Projector(self._backdrop, self._images, self._toast, opening)
        self._sizing = Sizing(extent)
        self._applied: Hashable = None
        self._full_screen = False
        self._text_on, self._pointer_on = True, True
        self._pace = Pace()
        self._hidden = False

    def now(self) -> int:
        """The game's clock in milliseconds; it stands still over a stall."""
        return self._pace.now

    def pads(self) -> frozenset[str]:
        """The pads that are plugged in."""
        return self._pads.plugged() if self._pads else frozenset()

    def run(
        self,
        show: Show,
        keys: Keys,
        later: Sequence[Callable[[], object]] = (),
        on_first_frame: Callable[[], None] | None = None,
    ) -> None:
        """Show a story until it ends or the window is closed.

        What stands in `later` is called once the first frame is on the screen, one thing a frame.
        """
        slices = [
            self._backdrop.load_beside,
            *later,
            self._load_icon,
            self._fit,
            self._sound.open,
            self._load_pads,
            self._pace.prepare,
        ]
        with told_to_end() as ending:
            try:
                self._loop(show, keys, slices, on_first_frame, ending)
            finally:
                show.close()
                keys.narrator.close()
                self._images.finish(2)
                self._backdrop.finish(2)
                self._sound.close()
                self._sizing.end(keys.sized)
                pygame.quit()

    def _loop(
        self,
        show: Show,
        keys: Keys,
        slices: list[Callable[[], object]],
        on_first_frame: Callable[[], None] | None,
        ending: Callable[[], bool],
    ) -> None:
        while show.scene and not ending():
            self._pace.begin()
            if not self._frame(show, keys):
                return
            if on_first_frame:
                on_first_frame()
                on_first_frame = None
            if slices:
                slices.pop(0)()
            self._rest(busy=bool(slices))

    def _load_icon(self) -> None:
        dress(self._window, self._assets / "icon" / "quizgame.png")

    def _fit(self) -> None:
        if not (self._full_screen or self._maximised):
            fit(self._window)

    def _follow_size(self, keys: Keys) -> None:
        if not (self._full_screen or self._hidden):
            self._sizing.look(self._window.size, self._maximised, self._pace.now, keys.sized)

    def _load_pads(self) -> None:
        self._pads = Pads()
        self._hands.name_of = self._pads.name

    def _rest(self, busy: bool) -> None:
        """Sleep until the next frame: long where nobody looks, or where nothing has happened for a while."""
        pace = self._pace
        if self._hidden and not self._sound.glides and self._wakes():
            pace.still(HIDDEN_MS)
        elif not self._focused():
            pace.away()
        elif busy or pace.now - self._projector.stirred < STIRRED_MS:
            pace.moving()
        elif not self._wakes():
            pace.polled()
        elif self._projector.lives or self._sound.glides:
            pace.still(LIVE_MS)
        else:
            go_on = partial(self._projector.go_on, self._window.get_surface())
            pace.stay(self._projector.step_ms, go_on, self._parts.show)

    def _wakes(self) -> bool:
        """Whether events end a sleep; for a pad that is plugged in SDL would look every millisecond."""
        return self._pace.wakes and self._pads is not None and not self._pads.there

    def _focused(self) -> bool:
        """Whether the window has the keyboard; one that is hidden or minimised has not."""
        return self._window.focused

    def _frame(self, show: Show, keys: Keys) -> bool:
        """One turn of the loop; False when the window was closed."""
        self._apply()
        page = self._page()
        show.tick(page)
        closed, events = False, pygame.event.get()
        for event in events:
            closed |= event.type in CLOSED
            self._event(event, show, keys)
        if closed and keys.leave(self._page()):
            return False
        self._follow_size(keys)
        if self._apply() or events:
            page = self._page()
        if show.scene:
            self._sound.frame(show, self._heard(), self._pace.now)
            keys.narrator.follow(show.scene, page)
            self._draw(show.scene, show.revision, page)
        return True

    def _heard(self) -> Volumes:
        """What the player wants to hear; nothing of a window that is out of sight."""
        return self._wishes.volumes._replace(muted=True) if self._hidden else self._wishes.volumes

    def _apply(self) -> bool:
        """Follow the settings; whether they have changed."""
        w = self._wishes
        wished = (w.theme, w.full_screen, w.keymap)
        if wished == self._applied:
            return False
        self._applied = wished
        self._hands.keymap = w.keymap
        if w.full_screen != self._full_screen:
            self._full_screen = w.full_screen
            fill_screen(self._window, w.full_screen, self._maximised)
        if w.theme.palette is not self._painter.palette:
            self._painter = Painter(self._faces, self._painter.scale, w.theme.palette)
            self._backdrop.palette = w.theme.palette
        return True

    def _page(self) -> Page:
        size = self._window.get_surface().get_size()
        scale = scale_of(*size)
        if scale != self._painter.scale:
            self._painter = Painter(self._faces, scale, self._wishes.theme.palette)
        w, device = self._wishes, self._hands.device
        return Page(stage_of(*size), w.theme, self._painter.ruler, device, self._pace.now, w.keymap)

    def _event(self, event: pygame.Event, show: Show, keys: Keys) -> None:
        wants_text = bool(show.scene and show.scene.wants_text)
        claims = show.scene.claims if show.scene else unclaimed
        if event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED, pygame.WINDOWSIZECHANGED):
            self._projector.forget()
        if event.type in HURRYING:
            self._projector.hurry()
        if event.type in (*GONE, *BACK):
            self._hidden = event.type in GONE
        if event.type in SIZED and not self._full_screen:
            self._maximised = event.type == pygame.WINDOWMAXIMIZED
        self._sound.notice(event)
        plugged = self._pads.notice(event) if self._pads else []
        ratio = self._window.size[0] / max(1, self._window.get_surface().get_width())
        scale = self._painter.scale * ratio
        for input in [*plugged, *self._hands.inputs(event, scale, wants_text, claims)]:
            if isinstance(input, Press) and input.action in EVERYWHERE:
                self._everywhere(input.action, show, keys)
            else:
                show.handle(input, self._page())

    def _everywhere(self, action: Action, show: Show, keys: Keys) -> None:
        """Do what a key does on every screen."""
        if action is Action.READ:
            keys.narrator.asked(show.scene, self._page())
            return
        do = {Action.FULL_SCREEN: keys.full_screen, Action.MUTE: keys.mute, Action.MUSIC: keys.music}
        do[action]()
        self._toast.say(switched(action, self._wishes.volumes), self._pace.now)

    def _draw(self, scene: Scene[object], revision: int, page: Page) -> None:
        """Draw what has changed since the last frame, and nothing else."""
        self._follow_scene(scene)
        surface = self._window.get_surface()
        if self._projector.show(scene, page, revision, surface, self._painter, self._focused()):
            self._window.flip()

    def _follow_scene(self, scene: Scene[object]) -> None:
        if scene.wants_text != self._text_on:
            self._text_on = scene.wants_text
            (pygame.key.start_text_input if self._text_on else pygame.key.stop_text_input)()
        pointed = self._hands.device is Device.MOUSE
        if pointed != self._pointer_on:
            self._pointer_on = pointed
            pygame.mouse.set_visible(pointed)
