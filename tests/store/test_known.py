"""A file that nobody else has written to is opened at once; any other is looked at whole."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quizgame.quiz.run import Run
from quizgame.store import checkup, known, settling
from quizgame.store.checkup import Finding
from quizgame.store.paths import Places
from quizgame.store.scores import Scores

MakeRun = Callable[..., Run]


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The score files that have been looked at whole."""
    looks: list[Path] = []

    def counted(file: Path, *steps: object) -> Finding:
        looks.append(file)
        return checkup.examine(file)

    monkeypatch.setattr(settling, "examine", counted)
    return looks


@pytest.fixture
def opened(places: Places, make_run: MakeRun, looks: list[Path]) -> Places:
    """Places with three runs, opened once since they were saved."""
    Scores.open(places).add_all(make_run(number) for number in (1, 2, 3))
    Scores.open(places)
    looks.clear()
    return places


def test_a_file_as_the_game_left_it_is_not_looked_at_again(opened: Places, looks: list[Path]) -> None:
    scores = Scores.open(opened)
    assert (scores.notices, scores.writable, len(scores.runs())) == ((), True, 3)
    assert not looks


def test_what_the_game_saves_itself_need_not_be_looked_at(
    opened: Places, make_run: MakeRun, looks: list[Path]
) -> None:
    scores = Scores.open(opened)
    scores.add(make_run(4))
    scores.rename(1, "Chris")
    scores.seen.mark("Neil", ["heat/cast/1"])
    assert len(Scores.open(opened).runs()) == 4
    assert not looks


def test_an_edit_by_hand_is_found_and_told_though_the_file_was_known(opened: Places) -> None:
    with closing(sqlite3.connect(opened.scores)) as connection, connection:
        connection.execute("UPDATE runs SET take = 9999999 WHERE id = 2")
    scores = Scores.open(opened)
    assert "not as the game wrote it" in scores.notices[0]
    assert [entry.sealed for entry in scores.runs()] == [True, False, True]


def test_an_edit_between_two_saves_is_found_at_the_next_opening(opened: Places, make_run: MakeRun) -> None:
    scores = Scores.open(opened)
    with closing(sqlite3.connect(opened.scores)) as connection, connection:
        connection.execute("UPDATE runs SET take = 9999999 WHERE id = 2")
    scores.add(make_run(4))
    assert "not as the game wrote it" in Scores.open(opened).notices[0]


@pytest.mark.parametrize("place", [0, 30, 5_000, -1])
def test_a_damaged_file_is_not_taken_for_known(opened: Places, place: int) -> None:
    content = bytearray(opened.scores.read_bytes())
    content[place] ^= 0xFF
    before = opened.scores.stat()
    opened.scores.write_bytes(content)
    os.utime(opened.scores, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert not known.is_known(opened)


def test_a_file_put_in_its_place_is_looked_at(opened: Places, looks: list[Path]) -> None:
    copy = opened.data / "copy"
    copy.write_bytes(opened.scores.read_bytes())
    copy.replace(opened.scores)
    assert len(Scores.open(opened).runs()) == 3
    assert looks == [opened.scores]


def test_a_journal_that_waits_is_looked_at(opened: Places, looks: list[Path]) -> None:
    opened.scores.with_name("scores.sqlite3-journal").write_bytes(b"half a journal")
    assert len(Scores.open(opened).runs()) == 3
    assert looks


PIPES = hasattr(os, "mkfifo")


@pytest.mark.parametrize("memory", ["gone", "nonsense", "folder", *(["pipe", "link"] if PIPES else [])])
def test_without_its_memory_the_file_is_looked_at_once_more(
    opened: Places, looks: list[Path], memory: str
) -> None:
    file, elsewhere = opened.cache / "scores.known", opened.cache / "elsewhere"
    told = file.read_bytes()
    file.unlink()
    match memory:
        case "nonsense":
            file.write_bytes(b"nonsense")
        case "folder":
            file.mkdir()
        case "pipe":
            os.mkfifo(file)
        case "link":
            elsewhere.write_bytes(b"mine")
            file.symlink_to(elsewhere)
        case _:
            pass
    assert len(Scores.open(opened).runs()) == 3
    assert looks == [opened.scores]
    assert not elsewhere.exists() or elsewhere.read_bytes() == b"mine"
    if memory in ("gone", "nonsense"):
        assert file.read_bytes() == told


def test_what_is_known_but_locked_is_told(opened: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizgame.store.database.BUSY_SECONDS", 0.0)
    monkeypatch.setattr("quizgame.store.database.PATIENCE", 3)
    with closing(sqlite3.connect(opened.scores, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert "locked" in Scores.open(opened).notices[0]
