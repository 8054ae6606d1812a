"""A backup a day, seven of them, and none of a damaged file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from quizgame.quiz.run import Run
from quizgame.store.backups import make_backup, newest_good
from quizgame.store.paths import Places
from quizgame.store.scores import Scores

MakeRun = Callable[..., Run]
FIRST = date(2026, 1, 1)


@dataclass
class Calendar:
    """A clock that a test turns."""

    day: date = FIRST

    def __call__(self) -> datetime:
        return datetime.combine(self.day, time(12))


def names(places: Places) -> list[str]:
    return sorted(path.name for path in places.backups.iterdir())


def test_the_first_run_of_a_day_makes_the_backup_and_it_holds_that_run(
    places: Places, make_run: MakeRun
) -> None:
    scores = Scores.open(places, now=Calendar())
    scores.add(make_run(1))
    scores.add(make_run(2))
    assert names(places) == ["scores-2026-01-01.sqlite3"]
    copy = Scores.open(Places(places.data / "elsewhere", places.cache))
    copy_file = places.data / "elsewhere" / "scores.sqlite3"
    copy_file.parent.mkdir()
    copy_file.write_bytes((places.backups / "scores-2026-01-01.sqlite3").read_bytes())
    assert [entry.run for entry in copy.runs()] == [make_run(1)]


def test_seven_days_are_kept(places: Places, make_run: MakeRun) -> None:
    calendar = Calendar()
    scores = Scores.open(places, now=calendar)
    for day in range(10):
        calendar.day = FIRST + timedelta(days=day)
        scores.add(make_run(day))
    assert names(places) == [f"scores-2026-01-{day:02}.sqlite3" for day in range(4, 11)]
    assert scores.notices == ()


def test_a_clock_set_back_drops_neither_todays_backup_nor_more_than_one_other(
    places: Places, make_run: MakeRun
) -> None:
    calendar = Calendar()
    scores = Scores.open(places, now=calendar)
    for day in range(7):
        calendar.day = FIRST + timedelta(days=day)
        scores.add(make_run(day))
    calendar.day = date(1980, 1, 1)
    scores.add(make_run(8))
    assert names(places)[0] == "scores-1980-01-01.sqlite3"
    assert len(names(places)) == 7
    assert newest_good(places.backups) == places.backups / "scores-2026-01-07.sqlite3"


def test_a_damaged_file_gets_no_backup(places: Places, make_run: MakeRun) -> None:
    Scores.open(places, now=Calendar()).add(make_run(1))
    content = places.scores.read_bytes()
    at = content.index(b"seed-1")
    places.scores.write_bytes(content[:at] + b"SEED" + content[at + 4 :])
    assert not make_backup(places.scores, places.backups, FIRST + timedelta(days=1))
    assert names(places) == ["scores-2026-01-01.sqlite3"]


def test_damage_found_by_the_backup_is_mended_at_once(places: Places, make_run: MakeRun) -> None:
    calendar = Calendar()
    scores = Scores.open(places, now=calendar)
    scores.add(make_run(1))
    content = places.scores.read_bytes()
    at = content.index(b"seed-1")
    places.scores.write_bytes(content[:at] + b"SEED" + content[at + 4 :])
    calendar.day += timedelta(days=1)
    number = scores.add(make_run(2))
    assert "the backup of 2026-01-01" in scores.notices[0]
    assert [scores.run(n) for n in (1, number)] == [make_run(1), make_run(2)]


def test_other_files_in_the_folder_are_nobodys_business(places: Places, make_run: MakeRun) -> None:
    places.backups.mkdir(parents=True)
    mine = places.backups / "scores-my-own.sqlite3"
    mine.write_text("mine")
    calendar = Calendar()
    scores = Scores.open(places, now=calendar)
    for day in range(9):
        calendar.day = FIRST + timedelta(days=day)
        scores.add(make_run(day))
    assert mine.read_text() == "mine"
    assert len(names(places)) == 8


def test_without_a_folder_there_is_no_backup(tmp_path: Path) -> None:
    assert newest_good(tmp_path / "missing") is None


@pytest.mark.parametrize("content", [b"", b"junk", b"SQLite format 3\x00" + b"\x00" * 90])
def test_a_bad_backup_is_passed_over(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "scores-2026-01-01.sqlite3").write_bytes(content)
    assert newest_good(tmp_path) is None
