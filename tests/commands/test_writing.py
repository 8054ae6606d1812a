"""Files that a command writes: all of them whole, or nothing changed and a sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quizgame import whole
from quizgame.commands.writing import NotWritten, put


def test_every_file_is_written(tmp_path: Path) -> None:
    put({tmp_path / "a": b"one", tmp_path / "b": b"two"}, force=False)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"one", "b": b"two"}


def test_nothing_is_overwritten_unasked_and_then_nothing_else_is_written(tmp_path: Path) -> None:
    (tmp_path / "b").write_bytes(b"mine")
    with pytest.raises(NotWritten, match="b is there already; --force writes over"):
        put({tmp_path / "a": b"one", tmp_path / "b": b"two"}, force=False)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"b": b"mine"}
    put({tmp_path / "b": b"two"}, force=True)
    assert (tmp_path / "b").read_bytes() == b"two"


@pytest.mark.parametrize("failing", ["write_new", "place_all"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_full_disk_or_a_key_in_the_middle_leaves_nothing_half(
    failing: str, error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "b").write_bytes(b"mine")
    calls: list[object] = []
    real = getattr(whole, failing)

    def fail(*arguments: object, **named: object) -> object:
        calls.append(arguments)
        if len(calls) == (2 if failing == "write_new" else 1):
            raise error
        return real(*arguments, **named)

    monkeypatch.setattr(whole, failing, fail)
    with pytest.raises((NotWritten, KeyboardInterrupt)):
        put({tmp_path / "a": b"one", tmp_path / "b": b"two"}, force=True)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"b": b"mine"}


def test_where_the_second_cannot_be_placed_the_first_goes_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target.name == "b":
            raise PermissionError(13, "Permission denied")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(NotWritten, match="its folder may not be written to"):
        put({tmp_path / "a": b"one", tmp_path / "b": b"two"}, force=False)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match=r"there is no folder .*nowhere"):
        put({tmp_path / "nowhere" / "a": b"one"}, force=False)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_what_is_no_ordinary_file_is_never_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", tmp_path):
        with pytest.raises(NotWritten, match="is no ordinary file"):
            put({path: b"one"}, force=True)


def test_a_link_stays_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    try:
        (tmp_path / "link").symlink_to(tmp_path / "real")
    except OSError:
        pytest.skip("this system makes no links")
    put({tmp_path / "link": b"new"}, force=True)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"
