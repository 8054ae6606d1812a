"""The game on gamepads that come and go: virtual ones, made by the SDL that comes with pygame-ce."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.window.conftest import settle

PLAYER = Path(__file__).with_name("pad.py")


def played(name: str, copy: Path, home: Path) -> list[str]:
    """What a play on the pad saw, line by line."""
    settle(home)
    environment = os.environ | {"QUIZGAME_HOME": str(home), "PYTHONPATH": str(copy)}
    done = subprocess.run(
        [sys.executable, str(PLAYER), name],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    if lines == ["no virtual pads"]:
        pytest.skip("the SDL of this pygame makes no virtual gamepads")
    return lines


def test_a_pad_plugged_in_on_the_title_plays_the_game(copy: Path, tmp_path: Path) -> None:
    assert played("buttons", copy, tmp_path) == [
        "down: daily",
        "up: play",
        "stick down: daily",
        "stick up: play",
        "A: ModesScene",
        "A: RoundCard",
        "A: QuestionScene",
        "start: PauseScene",
        "B: QuestionScene",
        "A: RevealScene",
    ]


def test_a_pad_pulled_out_while_the_clock_runs_pauses_and_the_next_one_goes_on(
    copy: Path, tmp_path: Path
) -> None:
    assert played("unplugging", copy, tmp_path)[-2:] == ["unplugged: PauseScene", "A: QuestionScene"]


def test_two_pads_and_six_keys_are_eight_players(copy: Path, tmp_path: Path) -> None:
    assert played("eight", copy, tmp_path) == [
        "seats: PAD 1 PAD 2 L Q O Z N G",
        "second pad: options",
        "first pad: options",
        "second pad pulled out: VacantScene",
        "second pad is back: PauseScene",
        "A: QuestionScene",
    ]
