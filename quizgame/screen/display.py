"""Gets SDL ready for a window, or says why there can be none; knows no window and no scene."""

from __future__ import annotations

import os
import sys
from array import array
from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

import pygame

from quizgame.screen.surroundings import hushed

if TYPE_CHECKING:
    from ctypes import CDLL
    from pathlib import Path

TITLE = "Thirty Seconds Flat"
DESKTOP_ID = "net.thirtysecondsflat.quizgame"
"""The name of our .desktop file: by it a desktop finds the icon for a window."""


class NoDisplay(RuntimeError):
    """There is no screen to open a window on; the message says what to do."""


def prepare() -> None:
    """Choose SDL's settings and open the display; what the player has set otherwise stays so.

    Raises NoDisplay.
    """
    for name in ("SDL_VIDEO_X11_WMCLASS", "SDL_VIDEO_WAYLAND_WMCLASS"):
        os.environ[name] = DESKTOP_ID  # pygame has put the name of a file there
    os.environ.setdefault("SDL_APP_NAME", TITLE)
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    os.environ.setdefault("SDL_IME_SHOW_UI", "1")
    asked = os.environ.get("SDL_VIDEODRIVER", "")
    try:
        with hushed():
            pygame.display.init()
    except pygame.error as error:
        raise NoDisplay(f"no window can be opened here ({error}); try without SDL_VIDEODRIVER") from error
    driver = pygame.display.get_driver()
    if driver in ("offscreen", "dummy") and not asked:
        pygame.display.quit()
        raise NoDisplay(
            "there is no screen here; start the game on a desktop (or set DISPLAY or WAYLAND_DISPLAY)"
        )
    if driver == "x11" and sys.platform.startswith("linux"):
        # A plain framebuffer is faster than SDL's textures here: 0.15 ms a flip against 6 to 9.
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")


def dress(window: pygame.Window, icon: Path) -> None:
    """Give a window its icon, a dark one where the file is missing, and let the screen be spared."""
    pygame.display.set_allow_screensaver(True)
    try:
        window.set_icon(pygame.image.load(icon))
    except (OSError, pygame.error):
        window.set_icon(pygame.Surface((32, 32)))


def fill_screen(window: pygame.Window, full: bool, maximised: bool) -> None:
    """Let a window fill the screen, or be again what it was; SDL forgets that it was `maximised`."""
    if full:
        window.set_fullscreen(True)
        return
    window.set_windowed()
    if maximised:
        window.maximize()


def library() -> CDLL:
    """SDL itself, for what pygame does not pass on; raises OSError and TypeError where it is not reached."""
    import ctypes  # after the first frame

    # A library finds what the libraries have that it needs, so pygame's finds what SDL has.
    return ctypes.CDLL("SDL2.dll" if sys.platform == "win32" else pygame.base.__file__)


class Parts:
    """Shows some places of a window and leaves the rest as it is, which pygame does not pass on.

    Sent whole, a window takes the system ten times as long. Where SDL is not reached, that is what is done.
    """

    def __init__(self, window: pygame.Window) -> None:
        self._window = window
        self._update: Callable[[int, int], int] | None = None
        self._looked = False

    def show(self, places: Sequence[pygame.Rect]) -> None:
        """Let these places be seen as they are drawn now."""
        if not places:
            return
        if not self._looked:
            self._looked, self._update = True, _update(self._window)
        numbers = array("i", chain.from_iterable(places))
        if self._update is None or self._update(numbers.buffer_info()[0], len(places)) != 0:
            self._window.flip()


def _update(window: pygame.Window) -> Callable[[int, int], int] | None:
    """What is told where so many rectangles are, and gives 0 if these places of a window are shown."""
    import ctypes  # after the first frame

    try:
        sdl = library()
        sdl.SDL_GetWindowFromID.restype = ctypes.c_void_p
        handle = ctypes.c_void_p(sdl.SDL_GetWindowFromID(window.id))
        update = sdl.SDL_UpdateWindowSurfaceRects
    except (OSError, AttributeError, TypeError):
        return None
    update.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
    return partial(update, handle)


def fit(window: pygame.Window) -> None:
    """Make a window smaller that its screen has no room for, with its title bar and beside the panels.

    To be called once the window stands: only then has it a frame.
    """
    try:
        x, y, room_w, room_h = _room(window)
    except (OSError, AttributeError, TypeError):
        return
    width, height = window.size
    share = min(room_w / width, room_h / height)
    if 0 < share < 1:
        width, height = int(width * share), int(height * share)
        window.size = (width, height)
        window.position = (x + (room_w - width) // 2, y + (room_h - height) // 2)


def _room(window: pygame.Window) -> tuple[int, int, int, int]:
    """Where a window's inside may lie: x, y, width and height; raises as `library` does."""
    import ctypes

    sdl = library()
    sdl.SDL_GetWindowFromID.restype = ctypes.c_void_p
    handle = ctypes.c_void_p(sdl.SDL_GetWindowFromID(window.id))
    room, frame = (ctypes.c_int * 4)(), (ctypes.c_int * 4)()
    sdl.SDL_GetDisplayUsableBounds(sdl.SDL_GetWindowDisplayIndex(handle), room)
    ends = (ctypes.byref(frame, number * ctypes.sizeof(ctypes.c_int)) for number in range(4))
    sdl.SDL_GetWindowBordersSize(handle, *ends)  # where nothing is told, there is no frame
    top, left, bottom, right = frame
    return room[0] + left, room[1] + top, room[2] - left - right, room[3] - top - bottom
