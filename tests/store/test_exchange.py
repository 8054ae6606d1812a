"""Scores moved from machine to machine: nothing is doubled, nothing half done, nothing taken on trust."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.quiz import runfile
from quizgame.quiz.run import Run
from quizgame.quiz.runfile import BadFile
from quizgame.store import database, exchange, rows
from quizgame.store import scores as scores_module
from quizgame.store.errors import NotSaved
from quizgame.store.paths import Places
from quizgame.store.scores import Imported, Scores
from tests.memory import folder_in_memory
from tests.store.handing import bring, exported

MakeRun = Callable[..., Run]


@pytest.fixture
def here(places: Places) -> Scores:
    return Scores.open(places)


@pytest.fixture
def there(swift: Path, make_run: MakeRun) -> Scores:
    """Another machine, with three runs."""
    scores = Scores.open(Places(swift / "there", swift))
    scores.add_all([make_run(1), make_run(2, player="Vincent"), replace(make_run(3), seat=2)])
    return scores


def runs(scores: Scores) -> list[Run]:
    return [entry.run for entry in scores.runs()]


def test_tables_of_two_machines_become_one_without_doubles(
    here: Scores, there: Scores, make_run: MakeRun, tmp_path: Path
) -> None:
    here.add_all([make_run(9), make_run(2, player="Vincent")])
    file = tmp_path / "export.json"
    assert there.export_to(file) == 3
    assert here.import_from(file) == Imported(added=2, known=1)
    assert runs(here) == [
        make_run(9),
        make_run(2, player="Vincent"),
        make_run(1),
        replace(make_run(3), seat=2),
    ]
    assert all(entry.sealed for entry in here.runs())
    assert here.import_from(file) == Imported(known=3)
    bring(there, exported(here))
    assert set(runs(there)) == set(runs(here))
    assert here.notices == ()


def test_an_export_is_one_json_document_with_a_run_on_each_line(there: Scores) -> None:
    text = exported(there)
    told = json.loads(text)
    assert (told["format"], told["version"]) == ("thirty-seconds-flat-scores", 1)
    assert [run["take"] for run in told["runs"]] == [100_001, 100_002, 100_003]
    assert len(text.splitlines()) == len(told["runs"]) + 2


TEXT = st.text(max_size=9)


@settings(max_examples=15)
@given(player=TEXT, log=TEXT, took=st.integers(-(2**63), 2**63 - 1), seat=st.integers(0, 7))
def test_whatever_is_exported_is_the_same_elsewhere(
    make_run: MakeRun, player: str, log: str, took: int, seat: int
) -> None:
    with folder_in_memory() as folder:
        one, two = (Scores.open(Places(Path(folder) / name, Path(folder))) for name in ("one", "two"))
        one.add(replace(make_run(1), player=player, log=log, played_ms=took, seat=seat))
        assert bring(two, exported(one)) == Imported(added=1)
        assert [(e.run, e.key, e.sealed) for e in two.runs()] == [
            (e.run, e.key, e.sealed) for e in one.runs()
        ]


def test_an_empty_table_can_be_moved_too(here: Scores, there: Scores, tmp_path: Path) -> None:
    with pytest.raises(NotSaved, match="no scores here"):
        here.export_to(tmp_path / "nothing.json")
    here.seen.mark("Neil", ["a"])
    assert bring(there, exported(here)) == Imported()


def test_a_run_keeps_the_name_it_has_here_and_gets_one_where_it_has_none(
    here: Scores, there: Scores, make_run: MakeRun
) -> None:
    here.add_all([make_run(8, player=""), make_run(9, player="Vincent")])
    bring(there, exported(here))
    for entry in there.runs():
        there.rename(entry.run_id, "Somebody")
    assert bring(here, exported(there)) == Imported(added=3, known=2, named=1)
    assert [run.player for run in runs(here)[:2]] == ["Somebody", "Vincent"]
    assert all(entry.sealed for entry in here.runs())


def test_an_edited_run_comes_without_its_tick(
    here: Scores, there: Scores, make_run: MakeRun, places: Places
) -> None:
    text = exported(there).replace('"take":100002', '"take":9999999')
    assert bring(here, text) == Imported(added=3, unsealed=1)
    top = here.table("score", "")[0]
    assert (top.take, top.sealed) == (9_999_999, False)
    # Whoever imported it has been told, and on the way to the next machine it gets no tick either.
    assert Scores.open(places).notices == ()
    third = Scores.open(Places(places.data / "third", places.cache))
    assert bring(third, exported(here)) == Imported(added=3, unsealed=1)
    # Where the run is known already, an edited export changes nothing.
    assert bring(there, text) == Imported(known=3)
    assert all(entry.sealed for entry in there.runs())


def test_a_name_with_hidden_signs_is_tidied(here: Scores, there: Scores) -> None:
    text = exported(there).replace('"player":"Vincent"', '"player":"Vin\\u202ecent"')
    assert bring(here, text) == Imported(added=3)
    assert "Vincent" in {run.player for run in runs(here)}


FOREIGN = "no file of scores"
BROKEN = [
    pytest.param("", FOREIGN, id="empty"),
    pytest.param("Hello", FOREIGN, id="words"),
    pytest.param("[]", FOREIGN, id="a list"),
    pytest.param('{"format": "other", "runs": [\n]}', FOREIGN, id="another game"),
    pytest.param("[" * 100_000, FOREIGN, id="deep"),
    pytest.param(
        '{"format": "thirty-seconds-flat-scores", "version": 2, "runs": [\n', "newer version", id="newer"
    ),
    pytest.param(
        '{"format": "thirty-seconds-flat-scores", "version": "1", "runs": [\n]}', FOREIGN, id="no version"
    ),
]


@pytest.mark.parametrize(("text", "words"), BROKEN)
def test_a_foreign_text_is_refused_with_a_reason(here: Scores, text: str, words: str) -> None:
    with pytest.raises(BadFile, match=words):
        bring(here, text)
    assert here.runs() == []


CHANGES = [
    pytest.param('"take":100003', '"take":"much"', "line 4.*'take'", id="a text for a number"),
    pytest.param('"take":100003', '"take":1.5', "line 4.*'take'", id="a fraction"),
    pytest.param('"take":100003', '"take":NaN', "line 4.*'take'", id="not a number"),
    pytest.param('"take":100003', '"take":true', "line 4.*'take'", id="a truth for a number"),
    pytest.param('"take":100003', f'"take":{2**64}', "line 4.*too large", id="a number too large"),
    pytest.param('"take":100003', f'"take":{"9" * 5000}', "line 4", id="a number without end"),
    pytest.param('"take":100003', '"takes":100003', "line 4.*no run of this version", id="a strange field"),
    pytest.param('"seed":"seed-3"', '"seed":"\\ud800"', "line 4.*no file can hold", id="half a letter"),
    pytest.param('"ended":"clear"', '"ended":"never"', "line 2.*'never'", id="no such ending"),
    pytest.param('"answers":[[', '"answers":[7,[', "line 2.*no list", id="an answer that is none"),
    pytest.param('"answers":[[', '"answers":[[],[', "line 2", id="an answer without anything"),
    pytest.param('"seed":"seed-3"', f'"seed":{"[" * 5000}', "line 4", id="deep"),
    pytest.param('"key":"', '"key":"x', "line 2.*key", id="no key"),
    pytest.param("\n]}\n", "\n", "cut off after line 4", id="cut off"),
    pytest.param("\n]}\n", "\n]}\n{}", "follows its end in line 5", id="more than the end"),
]


@pytest.mark.parametrize(("old", "new", "words"), CHANGES)
def test_a_damaged_export_is_refused_whole_and_the_line_is_named(
    here: Scores, there: Scores, make_run: MakeRun, old: str, new: str, words: str
) -> None:
    here.add(make_run(9))
    text = exported(there)
    assert old in text
    with pytest.raises(BadFile, match=f"(?i){words}"):
        bring(here, text.replace(old, new, 1))
    assert runs(here) == [make_run(9)]


def test_a_challenge_is_not_taken_for_an_export(here: Scores, make_run: MakeRun) -> None:
    with pytest.raises(BadFile, match="quizgame challenge"):
        bring(here, runfile.to_json([make_run(1)], "1.0"))


def test_an_export_that_was_laid_out_anew_is_refused_with_advice(here: Scores, there: Scores) -> None:
    with pytest.raises(BadFile, match="as the game wrote it"):
        bring(here, json.dumps(json.loads(exported(there)), indent=2))


def test_an_editors_marks_and_line_ends_do_no_harm(here: Scores, there: Scores, tmp_path: Path) -> None:
    file = tmp_path / "export.json"
    file.write_bytes(b"\xef\xbb\xbf" + exported(there).replace("\n", "\r\n").encode())
    assert here.import_from(file) == Imported(added=3)


def test_files_that_cannot_be_read_are_refused(
    here: Scores, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "export.json"
    for missing in (file, tmp_path):
        with pytest.raises(BadFile, match="no file"):
            here.import_from(missing)
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadFile, match=FOREIGN):
        here.import_from(file)
    monkeypatch.setattr(scores_module, "LARGEST_FILE", 2)
    with pytest.raises(BadFile, match="too large"):
        here.import_from(file)


def test_a_line_without_end_is_not_read_into_memory(
    here: Scores, there: Scores, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "LONGEST_LINE", 1_000)
    with pytest.raises(BadFile, match="Line 2"):
        bring(here, exported(there))


def test_a_full_disk_takes_in_nothing(
    here: Scores, there: Scores, make_run: MakeRun, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.add(make_run(9))
    there.add_all(make_run(number) for number in range(10, 40))
    text = exported(there)

    def leave_little_room(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA max_page_count = 30")

    with monkeypatch.context() as patch:
        patch.setattr(database, "_make_durable", leave_little_room)
        with pytest.raises(NotSaved, match="the disk is full"):
            bring(here, text)
    assert runs(here) == [make_run(9)]
    assert bring(here, text) == Imported(added=33)


def test_an_export_that_fails_leaves_the_old_file(there: Scores, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(NotSaved, match="not exported"):
        there.export_to(folder)
    with pytest.raises(NotSaved, match="not exported"):
        there.export_to(Path(os.devnull) / "export.json")
    assert list(folder.iterdir()) == []


def test_an_import_that_another_game_got_in_the_way_of_begins_anew(
    here: Scores, there: Scores, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, plain, times = exported(there), rows.bring, iter(range(9))

    def interrupted(connection: sqlite3.Connection, saved: rows.SavedRun) -> None:
        if next(times) == 1:
            busy = sqlite3.OperationalError("database is locked")
            busy.sqlite_errorcode = sqlite3.SQLITE_BUSY
            raise busy
        plain(connection, saved)

    here.seen.mark("Neil", ["a"])
    monkeypatch.setattr(rows, "bring", interrupted)
    assert bring(here, text) == Imported(added=3)
    assert len(here.runs()) == 3
