"""The window on a small desktop: all of it can be seen, its title bar too."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from tests.window.conftest import wait

if TYPE_CHECKING:
    from tests.window.conftest import Game, Screen

MANAGER = "openbox"


@pytest.fixture
def manager(screen: Screen) -> Iterator[None]:
    """A window manager, which puts a title bar above every window."""
    if shutil.which(MANAGER) is None:
        pytest.skip(f"a title bar needs {MANAGER}, which this machine lacks")
    process = subprocess.Popen(
        [MANAGER],
        env=os.environ | {"DISPLAY": screen.name},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    wait("a window manager", lambda: screen.do("get_num_desktops") != "")
    yield
    process.terminate()
    process.wait()


def height(game: Game) -> int:
    """How high the window is, in pixels and without its frame; 0 where there is none yet."""
    window = game.screen.do("getactivewindow")
    told = game.screen.do("getwindowgeometry", "--shell", window) if window else ""
    return next((int(line[7:]) for line in told.splitlines() if line.startswith("HEIGHT=")), 0)


@pytest.mark.usefixtures("manager")
def test_a_window_with_a_title_bar_fits_a_screen_of_its_own_size(start: Callable[..., Game]) -> None:
    game = start()
    wait("a window that leaves room for its title bar", lambda: 0 < height(game) < 720)
    game.screen.wait_until_still()
    assert 650 < height(game) < 720
    assert game.alive
