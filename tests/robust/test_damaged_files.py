"""Settings and reports whose bytes were changed, cut or lost: told in a sentence, never half understood."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import settings as profile
from hypothesis import strategies as st

from quizgame.store import reports, settings
from quizgame.store.paths import Places
from quizgame.store.settings import Settings
from tests.robust.chores import OLD, sentences
from tests.robust.profile import times

GOOD = {name: (OLD / name).read_bytes() for name in ("settings-2.json", "reports-1.jsonl")}
FLIPS = st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=4)


def damaged(content: bytes, flips: list[tuple[int, int]], cut: int) -> bytes:
    """The content with some bytes changed, and cut off after so many."""
    found = bytearray(content)
    for at, byte in flips:
        found[at % len(found)] = byte
    return bytes(found[: cut % (len(found) + 1) or None])


@times("files", 150, 10_000)
def test_damaged_settings_are_told_of_and_may_be_chosen_anew(places: Places, files: int) -> None:
    @profile(max_examples=files)
    @given(FLIPS, st.integers(0, 10_000))
    def check(flips: list[tuple[int, int]], cut: int) -> None:
        lay_out(places.settings, damaged(GOOD["settings-2.json"], flips, cut))
        chosen, notices = settings.load(places)
        assert all(sentences(notice) for notice in notices)
        settings.save(places, chosen._replace(music=30))
        assert settings.load(places) == (chosen._replace(music=30), ())

    check()


@times("files", 75, 5_000)
def test_damaged_reports_cost_no_line_but_their_own(places: Places, files: int) -> None:
    @profile(max_examples=files)
    @given(FLIPS, st.integers(0, 10_000))
    def check(flips: list[tuple[int, int]], cut: int) -> None:
        lay_out(places.reports, damaged(GOOD["reports-1.jsonl"], flips, cut))
        before = reports.load(places)
        assert all(sentences(notice) for notice in before.notices)
        reports.withdraw(places, "pack/none", "2026-02-01T12:00:00+01:00")
        assert reports.load(places) == before

    check()


def lay_out(file: Path, content: bytes) -> None:
    """One file with this content in an otherwise empty folder."""
    file.parent.mkdir(exist_ok=True)
    for old in file.parent.iterdir():
        old.unlink()
    file.write_bytes(content)


def test_a_file_that_was_not_damaged_is_understood(places: Places) -> None:
    lay_out(places.settings, damaged(GOOD["settings-2.json"], [], 0))
    assert settings.load(places)[0] != Settings()
