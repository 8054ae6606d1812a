"""Reports outlive crashes, torn lines, full disks, strange files and a second game at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import quizgame
from quizgame.quiz.report import Reason, Report
from quizgame.quiz.tasks import Kind
from quizgame.store import files, reports
from quizgame.store.errors import NotSaved
from quizgame.store.paths import Places
from tests.memory import folder_in_memory

REPORT = Report(
    reported="2026-02-01T12:00:00+01:00",
    reason=Reason.WRONG,
    question="pack/city",
    pack="A pack",
    kind=Kind.CHOICE,
    text="Which city?",
    options=("Los Angeles", "Chicago"),
    labels=(),
    span=None,
    right=0,
    given=1,
    answer="Los Angeles",
    answered="Chicago",
    explain="So it is.",
    source="The film.",
    mode="the-score",
    game="1.2.3",
    bank="f00d",
)
PLACES = st.integers(0, 3)
ANSWERS = PLACES | st.lists(PLACES, max_size=6).map(tuple) | st.text(max_size=30)
REPORTS = st.builds(
    Report,
    **dict.fromkeys(reports._TEXTS, st.text(max_size=20)),
    reason=st.sampled_from(Reason),
    kind=st.sampled_from(Kind),
    options=st.lists(st.text(max_size=8), min_size=4, max_size=6).map(tuple),
    labels=st.lists(st.text(max_size=8), max_size=6).map(tuple),
    span=st.none() | st.tuples(st.integers(), st.integers()),
    right=ANSWERS,
    given=st.none() | ANSWERS,
    picture=st.text(max_size=8),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=5), inner, max_size=2),
    max_leaves=3,
)
NOON = datetime(2026, 2, 1, 12, 0, 0)  # noqa: DTZ001 - the player's own local time


def test_without_a_file_nothing_is_reported_and_none_is_made(places: Places) -> None:
    assert reports.load(places) == reports.Kept(())
    assert reports.reason(places, "pack/city") is None
    assert reports.clear(places, NOON) is None
    assert not places.data.exists()


@settings(max_examples=40)
@given(st.lists(REPORTS, max_size=4, unique_by=lambda report: report.question))
def test_what_is_reported_comes_back_in_order(made: list[Report]) -> None:
    with folder_in_memory() as folder:
        places = Places(Path(folder) / "data", Path(folder))
        for report in made:
            reports.add(places, report)
        assert reports.load(places) == (tuple(made), ())


def test_another_reason_takes_the_place_of_the_first(places: Places) -> None:
    other = replace(REPORT, question="pack/other")
    again = replace(REPORT, reason=Reason.TYPO)
    for report in (REPORT, other, again):
        reports.add(places, report)
    assert reports.load(places).reports == (other, again)
    assert reports.reason(places, "pack/city") is Reason.TYPO


def test_what_is_taken_back_is_gone_and_can_be_reported_again(places: Places) -> None:
    reports.add(places, REPORT)
    reports.withdraw(places, REPORT.question, REPORT.reported)
    assert reports.load(places) == reports.Kept(())
    reports.add(places, REPORT)
    assert reports.load(places).reports == (REPORT,)


def test_a_torn_line_costs_nothing_else_and_stays_in_the_file(places: Places) -> None:
    reports.add(places, REPORT)
    torn = b'{"reported": "2026-02-01T1'
    with places.reports.open("ab") as file:
        file.write(torn)
    other = replace(REPORT, question="pack/other")
    reports.add(places, other)
    found, notices = reports.load(places)
    assert found == (REPORT, other)
    assert notices == ("1 line of reports.jsonl could not be understood; the file stays as it is.",)
    assert torn in places.reports.read_bytes()


@settings(max_examples=80)
@given(st.binary(max_size=80) | JSON.map(lambda value: json.dumps(value).encode()))
def test_no_strange_line_hides_the_others(line: bytes) -> None:
    with folder_in_memory() as folder:
        places = Places(Path(folder), Path(folder))
        reports.add(places, REPORT)
        with places.reports.open("ab") as file:
            file.write(line)
        reports.add(places, replace(REPORT, question="pack/other"))
        assert [report.question for report in reports.load(places).reports] == ["pack/city", "pack/other"]


@settings(max_examples=80)
@given(st.sampled_from(list(Report.__dataclass_fields__)), JSON)
def test_a_line_with_a_wrong_value_is_left_out_or_meant(name: str, value: object) -> None:
    with folder_in_memory() as folder:
        places = Places(Path(folder), Path(folder))
        reports.add(places, REPORT)
        entry = json.loads(places.reports.read_text("utf-8")) | {name: value}
        places.reports.write_text(json.dumps(entry) + "\n", "utf-8")
        found, notices = reports.load(places)
        if found:
            assert json.loads(json.dumps(getattr(found[0], name))) == value
        else:
            assert notices


@pytest.mark.parametrize(("name", "value"), [("right", True), ("given", [0, True]), ("span", [1.5, 2])])
def test_what_is_no_whole_number_is_not_taken_for_one(name: str, value: object, places: Places) -> None:
    reports.add(places, REPORT)
    entry = json.loads(places.reports.read_text("utf-8")) | {name: value}
    places.reports.write_text(json.dumps(entry) + "\n", "utf-8")
    assert reports.load(places).reports == ()


@pytest.mark.parametrize("line", [b"[" * 50_000, b"x" * 200_000, b"\xff\xfe", b"1", b'"withdrawn"', b"[1]"])
def test_lines_that_no_report_could_be_are_told(line: bytes, places: Places) -> None:
    reports.add(places, REPORT)
    places.reports.write_bytes(places.reports.read_bytes() + line + b"\n")
    found, notices = reports.load(places)
    assert found == (REPORT,)
    assert "could not be understood" in notices[0]


def test_the_file_is_for_the_player_alone(places: Places) -> None:
    reports.add(places, REPORT)
    if os.name == "posix":
        assert places.reports.stat().st_mode & 0o777 == 0o600
        assert places.data.stat().st_mode & 0o777 == 0o700


def test_a_full_disk_is_one_sentence_and_the_next_report_is_whole(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports.add(places, REPORT)
    write = os.write

    def full(handle: int, data: bytes) -> int:
        if len(data) > 20:
            return write(handle, data[:20])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(NotSaved, match=r"^The report is not kept: the disk is full\.$"):
            reports.add(places, replace(REPORT, question="pack/lost"))
    reports.add(places, replace(REPORT, question="pack/other"))
    assert [report.question for report in reports.load(places).reports] == ["pack/city", "pack/other"]


def test_where_nothing_can_be_written_one_sentence_says_so(places: Places) -> None:
    places.data.parent.mkdir(parents=True, exist_ok=True)
    places.data.write_text("a file where the folder should be")
    with pytest.raises(NotSaved, match=r"^The report is not kept: its folder cannot be made\.$"):
        reports.add(places, REPORT)
    assert reports.load(places).reports == ()


def test_something_that_is_no_file_is_neither_opened_nor_harmed(places: Places) -> None:
    places.reports.mkdir(parents=True)
    with pytest.raises(NotSaved, match="something that is no file is in its place"):
        reports.add(places, REPORT)
    assert reports.load(places).notices == (
        "The reports cannot all be read: something that is no file is in its place.",
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_is_not_waited_for(places: Places) -> None:
    places.data.mkdir(parents=True)
    os.mkfifo(places.reports)
    with pytest.raises(NotSaved, match="something that is no file is in its place"):
        reports.add(places, REPORT)
    assert "no file" in reports.load(places).notices[0]


def test_clearing_keeps_the_old_file_and_begins_anew(places: Places) -> None:
    reports.add(places, REPORT)
    before = places.reports.read_bytes()
    aside = reports.clear(places, NOON)
    assert aside
    assert aside.name == "reports-cleared-2026-02-01-120000.jsonl"
    assert aside.read_bytes() == before
    assert reports.load(places) == reports.Kept(())
    reports.add(places, REPORT)
    again = reports.clear(places, NOON)
    assert again
    assert again != aside
    assert aside.read_bytes() == before


def test_a_file_that_cannot_be_put_aside_stays(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Path:
        raise OSError(30, "Read-only file system")

    reports.add(places, REPORT)
    monkeypatch.setattr(files, "reserve", refuse)
    with pytest.raises(NotSaved, match="stay as they are: the disk may only be read"):
        reports.clear(places, NOON)
    assert reports.load(places).reports == (REPORT,)


SAVER = """
import sys
from dataclasses import replace
from pathlib import Path
from quizgame.quiz.report import Reason, Report
from quizgame.quiz.tasks import Kind
from quizgame.store import reports
from quizgame.store.paths import Places
home, name = sys.argv[1:]
names = "reported question pack answer answered source mode game bank".split()
report = Report(
    reason=Reason.WRONG, kind=Kind.TYPED, options=(), labels=(), span=None, right="", given=None,
    text="t" * 300, explain="e" * 400, **dict.fromkeys(names, ""),
)
for number in range(50):
    reports.add(Places(Path(home), Path(home)), replace(report, question=f"{name}/{number}"))
"""


def test_games_at_once_lose_nothing(places: Places) -> None:
    environ = os.environ | {"PYTHONPATH": str(Path(quizgame.__file__).parents[1])}
    command = [sys.executable, "-c", SAVER, str(places.data)]
    savers = [subprocess.Popen([*command, name], env=environ) for name in ("a", "b", "c")]
    assert [saver.wait() for saver in savers] == [0, 0, 0]
    found, notices = reports.load(places)
    assert notices == ()
    assert {report.question for report in found} == {f"{n}/{m}" for n in "abc" for m in range(50)}
