"""What `quizgame scores` says about the score file itself: before what it prints, and what comes up later."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from quizgame import cli
from quizgame.store import known
from quizgame.store.paths import find_places
from quizgame.store.scores import Scores
from tests.robust.saver import sample


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("QUIZGAME_HOME", str(tmp_path))
    return tmp_path


@pytest.mark.skipif(sys.platform == "win32", reason="has no pipes among its files")
def test_a_pipe_in_its_place_is_told_before_the_table(home: Path) -> None:
    os.mkfifo(home / "scores.sqlite3")
    words = [sys.executable, "-m", "quizgame", "scores"]
    done = subprocess.run(
        words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=60, check=False
    )
    notice, table = done.stdout.splitlines()
    assert "something that is no file is in its place" in notice
    assert table.startswith("Nobody is on the table")


def test_damage_that_comes_to_light_on_the_way_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As on a bad disk: nobody has written to the file since it was looked at."""
    Scores.open(find_places()).add_all(sample(number) for number in range(30))
    scores = find_places().scores
    content = scores.read_bytes()
    scores.write_bytes(content[:4_096] + b"\xff" * (len(content) - 4_096))
    monkeypatch.setattr(known, "is_known", lambda places: True)
    assert cli.run(["scores", "--json"]) == 0
    said = capsys.readouterr()
    assert said.err.count("The score file was damaged, and 30 runs were brought back") == 1
    assert len(said.out.splitlines()) == 30
