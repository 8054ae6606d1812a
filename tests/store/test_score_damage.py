"""A damaged or lost score file: kept under another name, brought back from its backup, and told of once."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.quiz.run import Run
from quizgame.store.paths import Places
from quizgame.store.scores import Scores
from tests.memory import folder_in_memory

MakeRun = Callable[..., Run]
Clock = Callable[[], datetime]


class Disk:
    """The bytes of a score file of four runs, and of its backup, made when there was one."""

    def __init__(self, scores: bytes, backup: bytes, runs: tuple[Run, ...]) -> None:
        self.scores, self.backup, self.runs = scores, backup, runs

    def lay_out(self, folder: Path, scores: bytes) -> Places:
        places = Places(folder, folder)
        places.backups.mkdir()
        places.scores.write_bytes(scores)
        (places.backups / "scores-2026-01-31.sqlite3").write_bytes(self.backup)
        return places


@pytest.fixture(scope="session")
def disk(tmp_path_factory: pytest.TempPathFactory, make_run: MakeRun) -> Disk:
    folder = tmp_path_factory.mktemp("good")
    scores = Scores.open(Places(folder, folder))
    runs = tuple(replace(make_run(n), answers=make_run(n).answers[:5], deal="[]", log="[]") for n in range(4))
    scores.seen.mark("Neil", ["heat/cast/1", "heat/cast/2"])
    for run in runs:
        scores.add(run)
    [backup] = (folder / "backups").iterdir()
    return Disk((folder / "scores.sqlite3").read_bytes(), backup.read_bytes(), runs)


def flipped(content: bytes, at: int, bits: int) -> bytes:
    at %= len(content)
    return content[:at] + bytes([content[at] ^ bits]) + content[at + 1 :]


FLIPS = st.lists(st.tuples(st.integers(0, 2**20), st.integers(1, 255)), min_size=1, max_size=3)
# The header and the table definitions are where a single byte changes most.
EARLY_FLIPS = st.tuples(st.integers(0, 99) | st.integers(0, 4_095), st.integers(1, 255)).map(
    lambda flip: [flip]
)
CUTS = st.tuples(st.integers(0, 2**20), st.sampled_from([b"", b"\0" * 5_000, b"junk"]))


def examples(few: int, many: int) -> pytest.MarkDecorator:
    """How many files to damage: a few each time, together ten thousand in the long profile."""
    return pytest.mark.parametrize("files", [few, pytest.param(many, marks=pytest.mark.long)])


@examples(150, 5_000)
def test_flipped_bytes_cost_no_run_that_is_in_the_backup(disk: Disk, make_run: MakeRun, files: int) -> None:
    @settings(max_examples=files)
    @given(FLIPS)
    def check(flips: list[tuple[int, int]]) -> None:
        survives(disk, all_flipped(disk.scores, flips), make_run)

    check()


@examples(100, 3_000)
def test_a_damaged_header_costs_no_run_that_is_in_the_backup(
    disk: Disk, make_run: MakeRun, files: int
) -> None:
    @settings(max_examples=files)
    @given(EARLY_FLIPS)
    def check(flips: list[tuple[int, int]]) -> None:
        survives(disk, all_flipped(disk.scores, flips), make_run)

    check()


@examples(50, 2_000)
def test_a_torn_file_costs_no_run_that_is_in_the_backup(disk: Disk, make_run: MakeRun, files: int) -> None:
    @settings(max_examples=files)
    @given(CUTS)
    def check(cut: tuple[int, bytes]) -> None:
        length, tail = cut
        survives(disk, disk.scores[: length % len(disk.scores)] + tail, make_run)

    check()


def all_flipped(content: bytes, flips: list[tuple[int, int]]) -> bytes:
    for at, bits in flips:
        content = flipped(content, at, bits)
    return content


@pytest.mark.parametrize("length", [0, 1, 15, 16, 18, 19, 99, 100, 4_095, 4_096])
def test_every_stump_of_a_file_is_only_damage(disk: Disk, make_run: MakeRun, length: int) -> None:
    survives(disk, disk.scores[:length], make_run)


def test_a_schema_that_is_no_text_is_damage_like_any_other(disk: Disk, make_run: MakeRun) -> None:
    start = disk.scores.index(b"CREATE TABLE answers")
    for at in range(start, start + 300, 12):
        survives(disk, flipped(disk.scores, at, 128), make_run)


def survives(disk: Disk, content: bytes, make_run: MakeRun) -> None:
    """Opens and says so; nothing is lost or made up; what was damaged is kept; saving works again."""
    with folder_in_memory() as folder:
        places = disk.lay_out(Path(folder), content)
        scores = Scores.open(places)
        entries = scores.runs()
        found = {entry.run for entry in entries if entry.sealed}
        if not scores.writable:
            assert "newer version" in scores.notices[0]
            assert places.scores.read_bytes() == content
            return
        assert found <= set(disk.runs)
        told = " ".join(scores.notices)
        if "damaged" in told:
            [kept] = places.data.glob("scores-damaged-*.sqlite3")
            assert kept.read_bytes() == content
            assert kept.name in told
            assert disk.runs[0] in found
        else:
            # A flip that SQLite does not see is like an edit by hand: the run stays, without its tick.
            assert len(entries) == len(disk.runs)
            assert not list(places.data.glob("scores-damaged-*"))
        assert ("without a tick" in told) == (len(found) < len(entries))
        assert isinstance(scores.seen.seen("Neil"), dict)
        scores.add(make_run(9))
        assert len(scores.runs()) == len(entries) + 1


def test_what_the_backup_lacks_is_saved_from_the_damaged_file(
    disk: Disk, tmp_path: Path, noon: Clock
) -> None:
    places = disk.lay_out(tmp_path, disk.scores)
    with closing(sqlite3.connect(places.scores)) as connection, connection:
        connection.execute("UPDATE runs SET ended = 'never' WHERE id = 3")
    scores = Scores.open(places, now=noon)
    assert [(entry.run_id, entry.run) for entry in scores.runs()] == [
        (1, disk.runs[0]),
        (2, disk.runs[1]),
        (4, disk.runs[3]),
    ]
    [notice] = scores.notices
    assert notice == (
        "The score file was damaged, and 3 runs were brought back from the backup of 2026-01-31; "
        "the damaged file is kept as scores-damaged-2026-02-01-120000.sqlite3."
    )
    assert Scores.open(places).notices == ()


def test_a_name_given_after_the_backup_is_saved_too(disk: Disk, tmp_path: Path) -> None:
    places = disk.lay_out(tmp_path, disk.scores)
    Scores.open(places).rename(1, "Vincent")
    with closing(sqlite3.connect(places.scores)) as connection, connection:
        connection.execute("UPDATE runs SET ended = 'never' WHERE id = 3")
    assert Scores.open(places).run(1).player == "Vincent"


def test_a_damaged_backup_gives_way_to_an_older_good_one(disk: Disk, tmp_path: Path) -> None:
    places = disk.lay_out(tmp_path, b"no database at all")
    (places.backups / "scores-2026-02-01.sqlite3").write_bytes(disk.backup[:5_000])
    scores = Scores.open(places)
    assert "the backup of 2026-01-31" in scores.notices[0]
    assert [entry.run for entry in scores.runs()] == [disk.runs[0]]


def test_without_a_backup_the_game_starts_afresh_and_says_so(places: Places, make_run: MakeRun) -> None:
    places.data.mkdir()
    places.scores.write_bytes(b"\x00" * 5_000)
    scores = Scores.open(places)
    assert "damaged" in scores.notices[0]
    assert scores.add(make_run(1)) == 1


@pytest.mark.parametrize("left", [None, b""])
def test_a_lost_file_comes_back_from_its_backup(disk: Disk, tmp_path: Path, left: bytes | None) -> None:
    places = disk.lay_out(tmp_path, b"")
    if left is None:
        places.scores.unlink()
    scores = Scores.open(places)
    assert [entry.run for entry in scores.runs()] == [disk.runs[0]]
    assert "the backup of 2026-01-31" in scores.notices[0]


@pytest.mark.parametrize("end", ["-journal", "-wal"])
def test_leftovers_of_the_damaged_file_do_not_reach_the_good_one(
    disk: Disk, tmp_path: Path, end: str
) -> None:
    places = disk.lay_out(tmp_path, b"")
    places.scores.unlink()
    stale = places.data / f"scores.sqlite3{end}"
    stale.write_bytes(b"stale")
    assert [entry.run for entry in Scores.open(places).runs()] == [disk.runs[0]]
    assert not stale.exists() or not stale.stat().st_size


def test_a_file_damaged_or_lost_while_the_game_runs_costs_nothing(disk: Disk, tmp_path: Path) -> None:
    places = disk.lay_out(tmp_path, disk.scores)
    scores = Scores.open(places)
    places.scores.write_bytes(disk.scores[:9_000])
    scores.add(disk.runs[1])
    assert set(disk.runs[:2]) <= {entry.run for entry in scores.runs()}
    places.scores.unlink()
    scores.add(disk.runs[2])
    assert {disk.runs[0], disk.runs[2]} <= {entry.run for entry in scores.runs()}
    assert len(scores.notices) == 2


def test_a_schema_number_beyond_reason_is_damage(disk: Disk, tmp_path: Path) -> None:
    places = disk.lay_out(tmp_path, flipped(disk.scores, 60, 1))
    scores = Scores.open(places)
    assert scores.writable
    assert len(scores.runs()) == 4


def test_a_stranger_in_place_of_the_tables_makes_way(disk: Disk, tmp_path: Path, make_run: MakeRun) -> None:
    places = disk.lay_out(tmp_path, b"")
    with closing(sqlite3.connect(places.scores)) as connection, connection:
        connection.execute("CREATE TABLE answers (run_id INTEGER)")
        connection.execute("CREATE VIEW runs AS SELECT 1 AS id WHERE 0")
        connection.execute("PRAGMA user_version = 1")
    scores = Scores.open(places)
    scores.add(make_run(9))
    assert {entry.run for entry in scores.runs()} == {disk.runs[0], make_run(9)}


def test_a_trigger_that_a_stranger_left_is_never_run(disk: Disk, tmp_path: Path, make_run: MakeRun) -> None:
    places = disk.lay_out(tmp_path, disk.scores)
    with closing(sqlite3.connect(places.scores)) as connection, connection:
        connection.execute("CREATE TRIGGER thief AFTER INSERT ON runs BEGIN DELETE FROM runs; END")
    scores = Scores.open(places)
    scores.add(make_run(9))
    assert len(scores.runs()) == 5
