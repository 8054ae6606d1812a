"""A window that was made larger or smaller, or maximised, is so again the next time."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.window.conftest import wait
from tests.window.test_small_desktop import manager

if TYPE_CHECKING:
    from tests.window.conftest import Game

__all__ = ["manager"]


def sides(game: Game) -> tuple[int, int]:
    """How wide and high the window is, without its frame; nothing where there is none yet."""
    window = game.screen.do("getactivewindow")
    told = game.screen.do("getwindowgeometry", "--shell", window) if window else ""
    found = dict(line.split("=") for line in told.splitlines())
    return int(found.get("WIDTH", 0)), int(found.get("HEIGHT", 0))


def kept(game: Game, name: str) -> object:
    return json.loads((game.home / "settings.json").read_text("utf-8")).get(name)


def resize(game: Game, width: int, height: int) -> None:
    game.screen.do("windowsize", game.screen.do("getactivewindow"), str(width), str(height))
    wait("a window of another size", lambda: sides(game) == (width, height))


def is_kept(game: Game, width: int, height: int) -> bool:
    """Whether the window is made so large, and that is kept while the game goes on.

    What comes within a second of the window itself counts as the desktop's doing, and is not.
    """
    resize(game, width, height)
    with suppress(pytest.fail.Exception):
        wait("the size in the settings", lambda: kept(game, "window") == [width, height], 6)
    return kept(game, "window") == [width, height]


@pytest.mark.usefixtures("manager")
def test_a_window_is_as_large_again_as_it_was_left(start: Callable[..., Game]) -> None:
    game = start()
    wait("a window that leaves room for its title bar", lambda: 0 < sides(game)[1] < 720)
    game.screen.wait_until_still()
    assert kept(game, "window") is None, "the desktop made it smaller, and not the player"
    assert any(is_kept(game, width, 600) for width in (900, 910, 920))
    resize(game, 800, 500)
    game.screen.wait_until_still()
    game.keys("alt+F4")
    assert game.left() == 0
    assert kept(game, "window") == [800, 500]
    game = start()
    wait("a window of that size", lambda: sides(game) == (800, 500))


@pytest.mark.usefixtures("manager")
def test_a_window_that_was_maximised_is_so_again(start: Callable[..., Game], tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    chosen = {"reduced_motion": True, "window": [900, 600], "maximised": True}
    (home / "settings.json").write_text(json.dumps(chosen), "utf-8")
    game = start()
    wait("a window as wide as the screen", lambda: sides(game)[0] == 1280)
    game.screen.wait_until_still()
    assert sides(game)[0] == 1280
    game.keys("alt+F4")
    assert game.left() == 0
    assert (kept(game, "window"), kept(game, "maximised")) == ([900, 600], True)
