"""Whole files: the old or the new, never half of one, and nothing left over where it fails."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizgame import whole

FULL = OSError(errno.ENOSPC, "No space left on device")


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_new_takes_the_place_of_the_old(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    whole.write(tmp_path / "file", (b"ne", b"w"))
    assert content(tmp_path) == {"file": b"new"}


@pytest.mark.parametrize("error", [FULL, KeyboardInterrupt()])
def test_what_fails_in_the_making_leaves_the_old(tmp_path: Path, error: BaseException) -> None:
    def chunks() -> Iterator[bytes]:
        yield b"half"
        raise error

    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(type(error)):
        whole.write(tmp_path / "file", chunks())
    assert content(tmp_path) == {"file": b"old"}


@pytest.mark.parametrize("over", [True, False])
def test_several_take_their_places_all_or_none(tmp_path: Path, over: bool) -> None:
    (tmp_path / "b").write_bytes(b"old")
    fresh = {tmp_path / name: tmp_path / f"{name}.new" for name in ("a", "b")}
    for new in fresh.values():
        new.write_bytes(b"new")
    if over:
        whole.place_all(fresh, over=True)
        assert content(tmp_path) == {"a": b"new", "b": b"new"}
        return
    with pytest.raises(FileExistsError):
        whole.place_all(fresh, over=False)
    assert content(tmp_path) == {"b": b"old", "b.new": b"new"}


@pytest.mark.parametrize(
    ("number", "told"), [(errno.EIO, True), (errno.EINVAL, False), (errno.EACCES, False)]
)
def test_only_a_folder_that_could_be_synced_is_missed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: bool
) -> None:
    def fail(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    if told:
        with pytest.raises(OSError, match=os.strerror(errno.EIO)):
            whole.sync_folder(tmp_path)
    else:
        whole.sync_folder(tmp_path)


def test_a_folder_that_cannot_be_opened_is_as_safe_as_it_gets(tmp_path: Path) -> None:
    whole.sync_folder(tmp_path / "missing")


def test_what_a_crash_left_makes_room(tmp_path: Path) -> None:
    with whole.room_beside(tmp_path / "file") as fresh:
        left = fresh
        left.write_bytes(b"left")
        with whole.room_beside(tmp_path / "file") as again:
            assert not again.exists()
    assert content(tmp_path) == {}


def test_what_killed_processes_left_is_swept_after_a_day(tmp_path: Path) -> None:
    old = (".file.1.new", ".file.22.new-journal")
    kept = (".file.3.new", ".file.new", ".file.x.new", ".other.1.new", "file.1.new", ".file.1.new.txt")
    for name in (*old, *kept):
        (tmp_path / name).write_bytes(b"left")
        os.utime(tmp_path / name, (0, 0))
    os.utime(tmp_path / ".file.3.new")  # its writer may still be at it
    whole.write(tmp_path / "file", (b"new",))
    assert content(tmp_path) == dict.fromkeys(kept, b"left") | {"file": b"new"}


def test_a_folder_with_the_name_of_what_was_left_stays(tmp_path: Path) -> None:
    (tmp_path / ".file.1.new").mkdir()
    os.utime(tmp_path / ".file.1.new", (0, 0))
    whole.write(tmp_path / "file", (b"new",))
    assert (tmp_path / ".file.1.new").is_dir()
