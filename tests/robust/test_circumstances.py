"""Full disks, folders that may only be read, no home, a wrong clock: the game says so and loses nothing."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

import quizgame
from quizgame.store import settings
from quizgame.store.errors import NotSaved
from quizgame.store.paths import NOWHERE, Places, find_places
from quizgame.store.scores import Scores
from quizgame.store.settings import Settings
from tests.robust.chores import NOON, sentences, some
from tests.robust.saver import sample

NOBODY = "65534"
root_only = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount, or be somebody else"
)


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """A disk with so much room, in memory."""
    folder.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "quizgame-test", str(folder)]
    if subprocess.run(mounting, capture_output=True, check=False).returncode:
        pytest.skip("nothing may be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def until_refused(scores: Scores) -> int:
    """Save until the disk is full; returns how many were saved."""
    for number in range(200):
        try:
            scores.add(sample(number))
        except NotSaved as error:
            return number if "the disk is full" in error.reason else -1
    raise AssertionError("this disk is never full")


@root_only
def test_a_disk_that_fills_up_keeps_what_was_saved_and_goes_on_once_there_is_room(swift: Path) -> None:
    with small_disk(swift / "disk", 400) as disk:
        places = Places(disk / "data", swift)
        settings.save(places, Settings(music=10))
        scores = Scores.open(places)
        saved = until_refused(scores)
        rest = disk / "rest"
        with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
            rest.write_bytes(bytes(500_000))
        with pytest.raises(NotSaved, match="The settings are not saved: the disk is full"):
            settings.save(places, Settings(music=20))
        assert settings.load(places) == (Settings(music=10), ())
        rest.unlink()
        shutil.rmtree(places.backups, ignore_errors=True)
        assert {entry.run for entry in Scores.open(places).runs()} == {sample(n) for n in range(saved)}
        settings.save(places, Settings(music=20))
        scores.rename(1, "Vincent")


@root_only
def test_another_user_reads_the_scores_and_is_told_that_none_are_kept(swift: Path) -> None:
    if not shutil.which("setpriv"):
        pytest.skip("setpriv is missing")
    places = Places(swift / "data", swift)
    some(places)
    before = {path: path.read_bytes() for path in places.data.rglob("*") if path.is_file()}
    for path in (swift, places.data, places.backups):
        path.chmod(0o755)
    for path in before:
        path.chmod(0o644)
    said = as_nobody(swift, WRITES)
    assert said[0] == "2"
    assert len(said) == 4
    assert all("may not be written to" in word and sentences(word) for word in said[1:])
    assert {path: path.read_bytes() for path in places.data.rglob("*") if path.is_file()} == before


WRITES = """
from pathlib import Path
from quizgame.store import reports, settings
from quizgame.store.errors import NotSaved
from quizgame.store.paths import Places
from quizgame.store.scores import Scores
from tests.robust.chores import report
from tests.robust.saver import sample
places = Places(Path("data").absolute(), Path.cwd())
scores = Scores.open(places)
print(len(scores.runs()))
for work in (lambda: scores.add(sample(9)), lambda: settings.save(places, settings.Settings()),
             lambda: reports.add(places, report("pack/9"))):
    try:
        work()
    except NotSaved as error:
        print(error.reason)
"""


def as_nobody(folder: Path, program: str) -> list[str]:
    """What a program prints that runs as a user without any rights here."""
    # The checkout may lie where nobody else can look, and so may what it needs.
    copy = folder / "checkout"
    useless = shutil.ignore_patterns("__pycache__", "golden", "failed", "assets", "questions")
    for part in (Path(quizgame.__file__).parent, Path(__file__).parents[1]):
        shutil.copytree(part, copy / part.name, ignore=useless)
    command = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", sys.executable]
    environ = {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    if subprocess.run([*command, "-c", ""], env=environ, capture_output=True, check=False).returncode:
        pytest.skip("others cannot run this Python")
    done = subprocess.run(
        [*command, "-c", program], env=environ, cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_without_a_home_everything_is_said_and_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless(self: Path) -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "expanduser", homeless)
    places = find_places({})
    assert places.data == NOWHERE
    assert settings.load(places) == (Settings(), ())
    with pytest.raises(NotSaved) as refused:
        Scores.open(places).add(sample(1))
    assert sentences(refused.value.reason)


def test_a_clock_set_back_loses_neither_runs_nor_backups(places: Places) -> None:
    some(places)
    before = {path.name for path in places.backups.iterdir()}
    early = Scores.open(places, now=lambda: NOON - timedelta(days=20_000))
    early.add(sample(3))
    assert before < {path.name for path in places.backups.iterdir()}
    assert {entry.run for entry in early.runs()} == {sample(n) for n in (1, 2, 3)}
    assert early.notices == ()
