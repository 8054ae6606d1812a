"""Whole files: replaced in one step, set aside over nothing, for nobody else's eyes."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from quizgame.store.files import can_write, keep_copy, make_folder, set_aside, write_whole

Clock = Callable[[], datetime]
posix_only = pytest.mark.skipif(os.name != "posix", reason="this system has no permission bits")


def test_files_set_aside_in_the_same_second_are_all_kept(tmp_path: Path, noon: Clock) -> None:
    file = tmp_path / "settings.json"
    for content in ("one", "two", "three"):
        file.write_text(content)
        set_aside(file, "broken", noon())
    assert not file.exists()
    assert {kept.read_text() for kept in tmp_path.iterdir()} == {"one", "two", "three"}
    assert (tmp_path / "settings-broken-2026-02-01-120000-2.json").read_text() == "two"


@pytest.mark.parametrize("links", [True, False])
def test_a_copy_is_whole_and_leaves_the_file(
    tmp_path: Path, noon: Clock, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    if not links:
        monkeypatch.setattr(Path, "hardlink_to", refuse)
    file = tmp_path / "scores.sqlite3"
    file.write_bytes(b"x" * 3_000_000)
    copy = keep_copy(file, "damaged", noon())
    assert copy.read_bytes() == file.read_bytes()


def test_where_replacing_fails_the_old_file_stays_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "settings.json"
    write_whole(file, b"old")

    def refuse(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="No space"):
        write_whole(file, b"new")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("settings.json", b"old")]


@posix_only
def test_only_the_player_may_look(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        write_whole(tmp_path / "a" / "b" / "file", b"")
    finally:
        os.umask(old)
    modes = [(tmp_path / name).stat().st_mode & 0o777 for name in ("a", "a/b", "a/b/file")]
    assert modes == [0o700, 0o700, 0o600]


@posix_only
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "settings.json"
    link.symlink_to(tmp_path / "elsewhere" / "mine.json")
    write_whole(link, b"x")
    assert link.is_symlink()
    assert (tmp_path / "elsewhere" / "mine.json").read_bytes() == b"x"


def test_no_folder_can_be_made_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="directory"):
        make_folder(tmp_path / "file" / "folder")
    assert not can_write(tmp_path / "file" / "folder")
    assert can_write(tmp_path / "missing" / "folder")
    assert not (tmp_path / "missing").exists()
