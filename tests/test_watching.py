"""Files that change are told, however they were saved; what an editor keeps beside them is not."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from quizgame import watching
from quizgame.watching import Watcher, stamps

PATIENCE_S = 20.0  # only a test that fails waits so long

Step = Callable[[], object]


def told(paths: Sequence[Path], *steps: Step) -> list[frozenset[Path]]:
    """What is told when a look is taken after each step; the system's events play no part."""
    found: list[frozenset[Path]] = []
    done = threading.Event()

    def looks(paths: Sequence[Path], stopped: threading.Event, pause: Callable[[], float]) -> Iterator[None]:
        for step in steps:
            step()
            yield
        done.set()

    watcher = Watcher(paths, found.append, looks)
    watcher.start()
    assert done.wait(PATIENCE_S)
    watcher.stop()
    return found


def test_a_file_that_is_new_different_or_gone_is_told(tmp_path: Path) -> None:
    path = tmp_path / "sub" / "a.yaml"
    path.parent.mkdir()
    steps = (lambda: path.write_text("one"), lambda: path.write_text("other"), path.unlink)
    assert told([tmp_path], *steps) == [frozenset([path])] * 3


def test_nothing_is_told_where_nothing_changed(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("one")
    assert told([tmp_path], (tmp_path / "a.yaml").read_text, lambda: None) == []


def test_a_file_that_is_replaced_is_told_as_changed(tmp_path: Path) -> None:
    path, beside = tmp_path / "a.yaml", tmp_path / "a.yaml~"
    path.write_text("one")

    def save() -> None:
        beside.write_text("two")
        beside.replace(path)

    assert told([tmp_path], save) == [frozenset([path])]


def test_what_editors_keep_beside_a_file_is_not_told(tmp_path: Path) -> None:
    steps = [
        lambda name=name: (tmp_path / name).write_text("x") for name in (".a.yaml.swp", "a.yaml~", ".#a.yaml")
    ]
    assert told([tmp_path], *steps) == []


def test_of_a_named_file_nothing_but_itself_is_told(tmp_path: Path) -> None:
    path, other = tmp_path / "a.yaml", tmp_path / "b.yaml"
    assert told([path], lambda: other.write_text("x"), lambda: path.write_text("x")) == [frozenset([path])]


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_folder_that_contains_itself_is_looked_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("x")
    (tmp_path / "again").symlink_to(tmp_path)
    assert set(stamps([tmp_path])) == {tmp_path / "a.yaml"}


def tells_of_a_save(folder: Path) -> bool:
    """Whether a file that is written there is told of by a thread, which has ended then."""
    happened = threading.Event()
    watcher = Watcher([folder], lambda paths: happened.set())
    watcher.start()
    (folder / "a.yaml").write_text("saved")
    told = happened.wait(PATIENCE_S)
    watcher.stop()
    return told


@pytest.mark.parametrize("by", ["the system", "looking"])
def test_a_saved_file_is_told_in_a_thread(by: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if by == "looking":  # as on a network drive that gives no events, or without the library
        monkeypatch.setattr(watching, "_native_ticks", lambda *_: iter(()))
        monkeypatch.setattr(watching, "PAUSE_S", 0.01)
    assert tells_of_a_save(tmp_path)


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are always text here")
def test_below_a_name_that_is_no_text_it_looks_for_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / os.fsdecode(b"home\xff")
    folder.mkdir()
    monkeypatch.setattr(watching, "PAUSE_S", 0.01)
    assert tells_of_a_save(folder)


def test_after_the_end_nothing_is_told(tmp_path: Path) -> None:
    found: list[frozenset[Path]] = []
    watcher = Watcher([tmp_path], found.append)
    watcher.start()
    watcher.stop()
    (tmp_path / "a.yaml").write_text("saved")
    assert not any(thread.name == "watcher" for thread in threading.enumerate())
    assert found == []
