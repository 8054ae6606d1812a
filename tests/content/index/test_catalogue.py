"""The index on the disk: the same bank as in memory, read again only where files have changed."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from quizgame.content import folders, library
from quizgame.content.folders import Unit
from quizgame.content.index import catalogue as catalogue_module
from quizgame.content.index import indexing
from quizgame.content.index.catalogue import CacheBusy, Catalogue, open_catalogue, refresh
from quizgame.content.index.indexing import Wish
from quizgame.content.library import Reading
from quizgame.quiz.bank import MemoryBank, UnknownQuestion, Want
from quizgame.quiz.question import Kind
from tests.content.index.numbered_packs import TOPICS, write


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the units that are read, as they are read."""
    names: list[str] = []
    really = library.read_unit

    def note(unit: Unit) -> Reading:
        names.append(unit.name)
        return really(unit)

    monkeypatch.setattr(library, "read_unit", note)
    return names


def test_it_answers_as_the_bank_in_memory_does(packs: Path, cache: Path) -> None:
    whole = library.load([packs])
    bank = MemoryBank(whole.questions())
    with open_catalogue(cache, [packs]) as catalogue:
        assert catalogue.fingerprint == bank.fingerprint
        assert catalogue.topics() == bank.topics()
        assert set(catalogue.problems()) == set(whole.problems)
        for topic in (None, "none", *TOPICS):
            for level in (None, 1, 2, 3):
                for spoilers in (True, False):
                    for kind in (None, Kind.CHOICE, Kind.TRUE_FALSE):
                        want = Want(topic, level, spoilers, kind)
                        assert catalogue.entries(want) == bank.entries(want)
                        assert catalogue.count(want) == bank.count(want)
        for id, _ in bank.entries(Want()):
            assert catalogue.question(id) == bank.question(id)


def test_packs_are_listed_with_what_can_be_played(packs: Path, cache: Path) -> None:
    with open_catalogue(cache, [packs]) as catalogue:
        assert [(pack.title, pack.questions) for pack in catalogue.packs()] == [("a", 6), ("b", 6)]
        assert catalogue.packs()[0].file == str(packs / "a.yaml")
        with pytest.raises(UnknownQuestion):
            catalogue.question("b/none")


def test_only_what_changed_is_read_again(packs: Path, cache: Path, read: list[str]) -> None:
    refresh(cache, Wish((packs,)))
    refresh(cache, Wish((packs,)))
    assert read == ["a.yaml", "b.yaml"]
    write(packs / "b.yaml", 7)
    refresh(cache, Wish((packs,)))
    assert read == ["a.yaml", "b.yaml", "b.yaml"]
    with Catalogue(cache) as catalogue:
        assert catalogue.count(Want()) == 7


def test_a_file_that_was_only_touched_is_not_read_again(packs: Path, cache: Path, read: list[str]) -> None:
    refresh(cache, Wish((packs,)))
    os.utime(packs / "a.yaml", ns=(1, 1))
    refresh(cache, Wish((packs,)))
    refresh(cache, Wish((packs,)))
    assert read == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize("year", [1_901, 2_262, 2_400])
def test_the_clock_of_whoever_wrote_a_file_may_be_wrong(
    year: int, packs: Path, cache: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    really, moment = folders.Stamp, (year - 1970) * 31_556_952 * 10**9
    monkeypatch.setattr(folders, "Stamp", lambda path, size, _, inode: really(path, size, moment, inode))
    for _ in range(2):
        with open_catalogue(cache, [packs]) as catalogue:
            assert catalogue.count(Want()) == 12
    assert read == ["a.yaml", "b.yaml"]


def test_a_change_of_the_same_size_is_seen(packs: Path, cache: Path) -> None:
    refresh(cache, Wish((packs,)))
    before = (packs / "a.yaml").stat()
    text = (packs / "a.yaml").read_text("utf-8").replace("number 1?", "number I?")
    (packs / "a.yaml").write_text(text, "utf-8")
    os.utime(packs / "a.yaml", ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    with open_catalogue(cache, [packs]) as catalogue:
        assert catalogue.question("a/q1").text == "Question number I?"


def test_files_that_are_gone_or_new_are_noticed(packs: Path, cache: Path) -> None:
    refresh(cache, Wish((packs,)))
    (packs / "a.yaml").unlink()
    write(packs / "0.yaml", 20)
    with open_catalogue(cache, [packs]) as catalogue:
        assert [(pack.title, pack.questions) for pack in catalogue.packs()] == [("0", 1), ("b", 6)]


def test_a_question_comes_back_when_the_one_in_its_way_goes(packs: Path, cache: Path) -> None:
    write(packs / "c.yaml", 0)
    with open_catalogue(cache, [packs]) as catalogue:
        assert [pack.questions for pack in catalogue.packs()] == [6, 6, 0]
        assert any(problem.code == "same-question" for problem in catalogue.problems())
    (packs / "a.yaml").unlink()
    with open_catalogue(cache, [packs]) as catalogue:
        assert [pack.questions for pack in catalogue.packs()] == [6, 1]
        assert not any(problem.code == "same-question" for problem in catalogue.problems())


def test_a_newer_game_reads_everything_again(
    packs: Path, cache: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh(cache, Wish((packs,)))
    monkeypatch.setattr(indexing, "code_version", lambda: "newer")
    refresh(cache, Wish((packs,)))
    assert read == ["a.yaml", "b.yaml"] * 2
    with Catalogue(cache) as catalogue:
        assert catalogue.count(Want()) == 12


def test_an_open_catalogue_keeps_showing_what_it_showed(packs: Path, cache: Path) -> None:
    with open_catalogue(cache, [packs]) as before:
        write(packs / "a.yaml", 1)
        with open_catalogue(cache, [packs]) as after:
            assert (before.count(Want()), after.count(Want())) == (12, 7)
            assert before.question("a/q2").text == "Question number 2?"


def test_it_may_be_filled_in_one_thread_and_asked_in_another(packs: Path, cache: Path) -> None:
    opened: list[Catalogue] = []
    thread = threading.Thread(target=lambda: opened.append(open_catalogue(cache, [packs])))
    thread.start()
    thread.join()
    with opened[0] as catalogue:
        assert catalogue.question("a/q1").level == 2


@pytest.mark.parametrize("damage", [b"", b"this is no database", b"SQLite format 3\0" + b"\xff" * 5_000])
def test_a_damaged_file_is_made_anew(damage: bytes, packs: Path, cache: Path) -> None:
    refresh(cache, Wish((packs,)))
    cache.write_bytes(damage)
    with open_catalogue(cache, [packs]) as catalogue:
        assert catalogue.count(Want()) == 12
    assert cache.stat().st_size > 5_000


def test_a_page_overwritten_in_the_middle_is_noticed(packs: Path, cache: Path) -> None:
    refresh(cache, Wish((packs,)))
    data = bytearray(cache.read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    cache.write_bytes(data)
    with open_catalogue(cache, [packs]) as catalogue:
        assert catalogue.count(Want()) == 12


def test_a_place_that_cannot_be_written_is_done_without(packs: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    with open_catalogue(tmp_path / "file" / "catalogue.sqlite3", [packs]) as catalogue:
        assert catalogue.count(Want()) == 12
    with open_catalogue(None, [packs]) as catalogue:
        assert catalogue.count(Want()) == 12


def test_a_folder_in_its_place_is_done_without(packs: Path, cache: Path) -> None:
    cache.mkdir(parents=True)
    with open_catalogue(cache, [packs]) as catalogue:
        assert catalogue.count(Want()) == 12


def test_no_folder_at_all_is_an_empty_bank(cache: Path) -> None:
    with open_catalogue(cache, []) as catalogue:
        assert (catalogue.count(Want()), catalogue.topics(), catalogue.problems()) == (0, (), ())
        assert catalogue.fingerprint == MemoryBank([]).fingerprint


def test_nothing_is_left_half_done_when_reading_breaks_off(
    packs: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh(cache, Wish((packs,)))
    write(packs / "a.yaml", 1)

    def break_off(unit: Unit) -> Reading:
        raise KeyboardInterrupt

    monkeypatch.setattr(library, "read_unit", break_off)
    with pytest.raises(KeyboardInterrupt):
        refresh(cache, Wish((packs,)))
    with Catalogue(cache) as catalogue:
        assert catalogue.count(Want()) == 12


def test_opening_one_that_is_up_to_date_needs_no_yaml(packs: Path, cache: Path) -> None:
    refresh(cache, Wish((packs,)))
    code = (
        "import sys; from pathlib import Path; from quizgame.content.index.catalogue import open_catalogue\n"
        "catalogue = open_catalogue(Path(sys.argv[1]), [Path(sys.argv[2])])\n"
        "print('yaml' in sys.modules, 'pygame' in sys.modules, catalogue.packs()[0].questions)\n"
        "catalogue.close()"
    )
    root = Path(indexing.__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", code, str(cache), str(packs)],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["False", "False", "6"]


def test_a_catalogue_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite3"
    sqlite3.connect(path).close()
    with pytest.raises(sqlite3.Error):
        Catalogue(path)


def test_a_catalogue_of_another_version_is_refused(
    packs: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh(cache, Wish((packs,)))
    monkeypatch.setattr(indexing, "code_version", lambda: "another")
    with pytest.raises(sqlite3.Error):
        Catalogue(cache)


def test_while_another_game_writes_there_is_no_error(
    packs: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh(cache, Wish((packs,)))
    monkeypatch.setattr(catalogue_module, "_WAIT_SECONDS", 0.0)
    other = sqlite3.connect(cache, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    write(packs / "a.yaml", 1)
    with pytest.raises(CacheBusy):
        refresh(cache, Wish((packs,)))
    with Catalogue(cache) as catalogue:
        assert catalogue.count(Want()) == 12
    other.execute("ROLLBACK")
    other.close()
    refresh(cache, Wish((packs,)))
    with Catalogue(cache) as catalogue:
        assert catalogue.count(Want()) == 7


def test_whole_packs_are_stored_while_the_rest_is_read(
    packs: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "FIRST_BATCH", 1)
    write(packs / "large.yaml", *range(100, 300))
    there: list[int] = []

    def report(done: int, total: int) -> None:
        if done == total:
            with Catalogue(cache) as catalogue:
                there.append(catalogue.count(Want()))

    refresh(cache, Wish((packs,)), report)
    assert there == [12]
