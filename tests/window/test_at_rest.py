"""The game while nobody does anything: out of sight, and asleep until something happens."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from quizgame import resources
from quizgame.quiz.run import Ending
from quizgame.screen.display import DESKTOP_ID

if TYPE_CHECKING:
    from tests.window.conftest import Game, Screen

LONGEST_S = 60

# The event is there before the sleep begins; a sleep that it did not end would last an hour.
SLEEPER = """
import ctypes, pygame
from quizgame.screen.pace import Pace
from quizgame.screen.pads import Pads

pygame.display.init()
window = pygame.Window("asleep", (200, 100))
pace, pads = Pace(), Pads()
pace.prepare()
pygame.event.get()
print("wakes" if pace.wakes else "looks", "and pads are there" if pads.there else "and no pads are there")
pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_a, mod=0, unicode="a", scancode=4))
pace.still(3_600_000)
print("keys:", [event.key for event in pygame.event.get(pygame.KEYDOWN)] == [pygame.K_a])
sdl = ctypes.CDLL(pygame.base.__file__)
if hasattr(sdl, "SDL_JoystickAttachVirtual"):
    sdl.SDL_JoystickAttachVirtual(1, 6, 21, 0)
    pygame.event.get()
    print("a pad is there" if pads.there else "no pad")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="it opens a window under X11")
def test_a_key_ends_the_sleep_and_is_there_for_the_next_frame(screen: Screen) -> None:
    environment = os.environ | {"DISPLAY": screen.name, "SDL_VIDEODRIVER": "x11"}
    done = subprocess.run(
        [sys.executable, "-c", SLEEPER],
        env=environment,
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = done.stdout.splitlines()
    assert said[:2] == ["wakes and no pads are there", "keys: True"]
    assert said[2:] in ([], ["a pad is there"])


def test_a_window_out_of_sight_is_ended_and_keeps_the_run(start: Callable[..., Game]) -> None:
    game = start()
    game.ready()
    game.into_the_first_round()
    game.screen.do("windowunmap", game.window)
    game.process.terminate()
    assert game.left() == 0
    assert [saved.run.ended for saved in game.runs()] == [Ending.ABANDONED]


def test_a_window_that_comes_back_answers_keys(start: Callable[..., Game]) -> None:
    game = start()
    game.ready()
    window = game.window
    game.screen.do("windowunmap", window)
    game.screen.do("windowmap", "--sync", window, "windowfocus", "--sync", window)
    game.screen.wait_until_still()
    before = game.screen.picture()
    game.keys("End")
    game.screen.wait_for_change(before)


def test_a_desktop_finds_our_icon_for_the_window(start: Callable[..., Game]) -> None:
    entries = (resources.assets() / "desktop").glob("*.desktop")  # a wheel has put it where desktops look
    assert {entry.stem for entry in entries} <= {DESKTOP_ID}
    game = start()
    game.ready()
    every = game.screen.do("search", "--class", f"^{DESKTOP_ID}$").split()
    assert game.window in every
