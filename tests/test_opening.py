"""Opening a folder in the file manager: told how it went, never waited for, and nothing left behind."""

from __future__ import annotations

import os
import queue
import shutil
import sys
import threading
from pathlib import Path

import pytest

from quizgame import opening

PATIENCE_S = 20.0

posix = pytest.mark.skipif(os.name != "posix", reason="the opener is a command only there")


def told_by(folder: Path, *command: str) -> str:
    """What is told when this command opens folders."""
    told: queue.Queue[str] = queue.Queue()
    opening.open_folder(folder, told.put, lambda: command)
    return told.get(timeout=PATIENCE_S)


@posix
def test_the_folder_is_given_to_the_opener_whatever_its_name(tmp_path: Path) -> None:
    folder, seen = tmp_path / "a b; rm -rf 'ü'", tmp_path / "seen"
    folder.mkdir()
    script = "import pathlib, sys; pathlib.Path(sys.argv[1]).write_text(sys.argv[2], 'utf-8')"
    assert told_by(folder, sys.executable, "-c", script, str(seen)) == ""
    assert seen.read_text("utf-8") == str(folder)


@posix
def test_an_opener_that_fails_is_told(tmp_path: Path) -> None:
    assert told_by(tmp_path, sys.executable, "-c", "raise SystemExit(4)") == opening.NOBODY


@posix
def test_an_opener_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "no such file" in told_by(tmp_path, str(tmp_path / "nothing"))


@posix
def test_where_no_program_opens_folders_that_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert told_by(tmp_path) == opening.NOWHERE
    monkeypatch.setenv("DISPLAY", ":99")
    assert told_by(tmp_path) == opening.NOBODY


@posix
def test_a_file_manager_that_stays_is_success_and_is_waited_for_at_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "SETTLED_S", 0.01)
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    assert told_by(tmp_path, sys.executable, "-c", f"open({str(gate)!r}).read()") == ""
    waiting = [thread for thread in threading.enumerate() if thread.name == "file manager"]
    assert len(waiting) == 1
    gate.write_text("go")
    waiting[0].join(PATIENCE_S)
    assert not waiting[0].is_alive()


@pytest.mark.skipif(sys.platform != "linux", reason="which command it is differs")
def test_without_a_desktop_nothing_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    assert opening.opener() == ("xdg-open",)
    monkeypatch.delenv("DISPLAY")
    assert opening.opener() == ()
