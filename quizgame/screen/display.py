"""Gets SDL ready for a window, or says why there can be none; knows no window and no scene."""

from __future__ import annotations

import os
import sys

import pygame

from quizgame.screen.surroundings import hushed

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
