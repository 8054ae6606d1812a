"""The way to the first frame, as a player takes it: what it must not wait for is not imported on it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import quizgame

PACKAGE = Path(quizgame.__file__).parents[1]

# What the first frame showed has been imported by then; the game is ended there.
CHILD = """
import sys
from quizgame import cli
from quizgame.commands import play
def first_frame():
    print(*sys.modules)
    sys.exit()
whole = play.play
play.play = lambda: whole(on_first_frame=first_frame)
cli.run([])
"""

SLOW = {
    "argparse", "dataclasses", "importlib.resources", "inspect", "platformdirs", "pygame.mixer",
    "pygame.system", "rapidfuzz", "sqlite3", "subprocess", "tempfile", "watchfiles", "yaml",
}  # fmt: skip
LATE = ("quizgame.content.", "quizgame.quiz.", "quizgame.store.scores", "quizgame.playing")


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules that are there when the title is seen for the first time; a warning is an error."""
    home = {"QUIZGAME_HOME": str(tmp_path_factory.mktemp("home")), "PYTHONPATH": str(PACKAGE)}
    done = subprocess.run(
        [sys.executable, "-P", "-W", "error", "-c", CHILD],
        env=os.environ | home,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return set(done.stdout.split())


def test_nothing_that_is_slow_to_import_comes_before_the_first_frame(imported: set[str]) -> None:
    assert imported & SLOW == set()


def test_rules_questions_and_scores_come_after_the_first_frame(imported: set[str]) -> None:
    assert "quizgame.screen.scenes.title" in imported
    assert {name for name in imported if name.startswith(LATE)} == set()
