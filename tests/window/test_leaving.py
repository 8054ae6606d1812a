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


closable = pytest.mark.skipif(
    ctypes.util.find_library("X11") is None, reason="closing the window takes libX11"
)


def close(game: Game) -> None:
    """Ask the window to close, as a window manager does."""
    environment = os.environ | {"DISPLAY": game.screen.name}
    subprocess.run([sys.executable, str(CLOSER), game.window], env=environment, timeout=30, check=True)


@closable
def test_closing_the_window_in_a_run_asks_first_and_the_second_time_keeps_it_and_ends(
    start: Callable[..., Game],
) -> None:
    game = start()
    game.ready()
    game.into_the_first_round()
    for stay in (True, False):
        game.screen.wait_until_still()
        before = game.screen.picture()
        close(game)
        game.screen.wait_for_change(before)
        assert game.alive
        assert game.runs() == []
        if stay:
            asked = game.screen.picture()
            game.keys("Escape")
            game.screen.wait_for_change(asked)
    close(game)
    assert game.left() == 0
    assert_kept(game)


@closable
def test_who_is_asked_whether_to_leave_is_still_told_to_end_by_a_log_out(start: Callable[..., Game]) -> None:
    game = start()
    game.ready()
    game.into_the_first_round()
    game.screen.wait_until_still()
    before = game.screen.picture()
    close(game)
    game.screen.wait_for_change(before)
    game.process.terminate()
    assert game.left() == 0
    assert_kept(game)


@closable
def test_closing_the_window_on_the_title_ends_the_game_at_once(start: Callable[..., Game]) -> None:
    game = start()
    game.ready()
    close(game)
    assert game.left() == 0


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
