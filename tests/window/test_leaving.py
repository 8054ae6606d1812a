"""Ways a game ends in the middle, and ways its window changes: the run up to there is never lost."""

from __future__ import annotations

import ctypes.util
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from quizgame.quiz.run import Ending

if TYPE_CHECKING:
    from tests.window.conftest import Game

CLOSER = Path(__file__).with_name("closing.py")


def assert_kept(game: Game) -> None:
    """One run is in the score file, as abandoned, with the answers given."""
    [saved] = game.runs()
    assert saved.run.ended is Ending.ABANDONED
    assert 1 <= saved.run.asked < 6
    assert game.said == ""


@pytest.mark.skipif(ctypes.util.find_library("X11") is None, reason="closing the window takes libX11")
def test_closing_the_window_keeps_the_run(start: Callable[..., Game]) -> None:
    game = start()
    game.ready()
    game.into_the_first_round()
    environment = os.environ | {"DISPLAY": game.screen.name}
    subprocess.run([sys.executable, str(CLOSER), game.window], env=environment, timeout=30, check=True)
    assert game.left() == 0
    assert_kept(game)


@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 0), ("SIGHUP", 0), ("SIGINT", 130)])
def test_a_log_out_a_closed_terminal_and_ctrl_c_keep_the_run(
    start: Callable[..., Game], name: str, code: int
) -> None:
    if signal.getsignal(signal.Signals[name]) is signal.SIG_IGN:
        pytest.skip(f"whoever runs these tests has {name} switched off")
    game = start()
    game.ready()
    game.into_the_first_round()
    game.process.send_signal(signal.Signals[name])
    assert game.left() == code
    assert_kept(game)


def test_a_window_of_any_size_and_full_screen_plays_on(start: Callable[..., Game]) -> None:
    game = start()
    game.ready()
    for width, height in ((1280, 360), (400, 700), (1000, 600)):
        resize(game, width, height)
    for _ in range(2):
        game.keys("F11")
        game.screen.wait_until_still()
    resize(game, 320, 240)
    game.into_the_first_round()
    game.process.terminate()
    assert game.left() == 0
    assert_kept(game)


def resize(game: Game, width: int, height: int) -> None:
    before = game.screen.picture()
    game.screen.do("windowsize", game.window, str(width), str(height))
    game.screen.wait_for_change(before)
    game.screen.wait_until_still()
