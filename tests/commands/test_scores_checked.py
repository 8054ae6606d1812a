"""`quizgame scores` and `quizgame challenge` on two data folders: tables, checks, moves, refusals."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from quizgame import cli
from quizgame.commands import content, play
from quizgame.duels import code_of
from quizgame.quiz import runfile
from quizgame.quiz.bank import Bank, MemoryBank, Want
from quizgame.quiz.deal import Wish, deal
from quizgame.quiz.modes import THE_SCORE
from quizgame.quiz.record import Circumstances, record
from quizgame.quiz.rules import Assist
from quizgame.quiz.run import Ending, Run
from quizgame.quiz.state import start
from quizgame.store.paths import find_places
from quizgame.store.scores import Scores
from tests.quiz import players

Capture = pytest.CaptureFixture[str]
Patch = pytest.MonkeyPatch


class Lent:
    """A bank as the commands get it: something that is closed after use."""

    def __init__(self, bank: Bank) -> None:
        self._bank = bank

    def __enter__(self) -> Bank:
        return self._bank

    def __exit__(self, *error: object) -> None:
        pass

    def __getattr__(self, name: str) -> object:
        return getattr(self._bank, name)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: Patch) -> Path:
    """An empty home, and questions that need not be read."""
    lend(monkeypatch, players.bank())
    return move_to(tmp_path / "home", monkeypatch)


def lend(monkeypatch: Patch, bank: Bank) -> None:
    monkeypatch.setattr(content, "bank", lambda: Lent(bank))


def move_to(home: Path, monkeypatch: Patch) -> Path:
    """Sit down at another machine."""
    monkeypatch.setenv("QUIZGAME_HOME", str(home))
    return home


def run_by(player: str, day: str = "2026-01-31") -> Run:
    """An honest run, walked or played to its end."""
    for number in range(50):
        seed = f"{len(player):02x}{number:08x}"
        first = start(THE_SCORE, deal(players.bank(), THE_SCORE, Wish(seed)))
        played = players.game(f"{player} {number}", first)
        about = Circumstances(player, f"{day}T20:00:00+01:00", f"{day}T20:09:30+01:00", "0")
        run = record(played.end, played.log, Assist(), about)
        if run.ended in (Ending.WALKED, Ending.CLEAR) and run.take:
            return run
    raise AssertionError("nobody got away")


def kept(*runs: Run) -> list[int]:
    scores = Scores.open(find_places())
    return [scores.add(run) for run in runs]


def edit(home: Path, statement: str) -> None:
    with closing(sqlite3.connect(home / "scores.sqlite3")) as connection:
        connection.execute(statement)
        connection.commit()


def told(words: list[str], capsys: Capture, code: int = 0) -> tuple[str, str]:
    """What a command prints and what it says on the side."""
    assert cli.run(words) == code
    found = capsys.readouterr()
    return found.out, found.err


# --- verify ---


def test_honest_runs_are_checked(capsys: Capture) -> None:
    kept(run_by("Neil"), run_by("Chris"))
    out, _ = told(["scores", "--verify"], capsys)
    *lines, last = out.splitlines()
    assert [line.split()[:2] for line in lines] == [["1", "checked"], ["2", "checked"]]
    assert last == "2 runs: 2 checked, 0 does not add up, 0 other bank"


@pytest.mark.parametrize(
    "statement",
    ["UPDATE runs SET take = take + 100 WHERE id = 2", "UPDATE answers SET is_right = 0 WHERE run_id = 2"],
)
def test_an_edited_run_does_not_add_up(statement: str, home: Path, capsys: Capture) -> None:
    kept(run_by("Neil"), run_by("Chris"))
    edit(home, statement)
    out, _ = told(["scores", "--verify"], capsys, 1)
    assert out.splitlines()[0].split()[1] == "checked"
    assert "does not add up" in out.splitlines()[1]
    assert "not as the game wrote it" in out.splitlines()[1]
    assert out.splitlines()[2].endswith("0 other bank; 1 not as the game wrote it, without a tick")
    assert [path.name for path in home.glob("scores-*")] == []  # nothing was set aside


def test_other_questions_are_said_and_are_no_failure(capsys: Capture, monkeypatch: Patch) -> None:
    kept(run_by("Neil"))
    [*most, _] = [players.bank().question(entry.id) for entry in players.bank().entries(Want())]
    lend(monkeypatch, MemoryBank(most))
    out, _ = told(["scores", "--verify"], capsys)
    assert "other bank" in out.splitlines()[0]
    assert "It was played with other questions than these." in out


def test_verdicts_as_json_one_a_line(home: Path, capsys: Capture) -> None:
    kept(run_by("Neil"), run_by("Chris"))
    edit(home, "UPDATE runs SET take = take + 100 WHERE id = 2")
    out, _ = told(["scores", "--verify", "--json"], capsys, 1)
    first, second = map(json.loads, out.splitlines())
    assert (first["verdict"], first["sealed"]) == ("checked", True)
    assert (second["verdict"], second["sealed"]) == ("does not add up", False)


# --- move ---


def test_tables_of_two_machines_are_merged_without_doubles(
    tmp_path: Path, capsys: Capture, monkeypatch: Patch
) -> None:
    file = tmp_path / "all.json"
    kept(run_by("Neil"), run_by("Chris"))
    assert told(["scores", "--export", str(file)], capsys)[0] == f"2 runs written to {file}\n"
    move_to(tmp_path / "other", monkeypatch)
    kept(run_by("Chris"), run_by("Eady"))
    assert told(["scores", "--import", str(file)], capsys)[0] == "1 run imported, 1 known before\n"
    assert told(["scores", "--import", str(file)], capsys)[0] == "0 runs imported, 2 known before\n"
    out, _ = told(["scores", "--verify"], capsys)
    assert out.splitlines()[-1].startswith("3 runs: 3 checked")


def test_a_run_edited_in_the_file_comes_in_without_a_tick(
    tmp_path: Path, capsys: Capture, monkeypatch: Patch
) -> None:
    file = tmp_path / "all.json"
    run = run_by("Neil")
    kept(run)
    told(["scores", "--export", str(file)], capsys)
    text = file.read_text("utf-8")
    assert f'"take":{run.take}' in text
    file.write_text(text.replace(f'"take":{run.take}', f'"take":{run.take + 100}'), "utf-8")
    move_to(tmp_path / "other", monkeypatch)
    out, _ = told(["scores", "--import", str(file)], capsys)
    assert "1 run of them not as the game wrote it: kept without a tick" in out
    assert "does not add up" in told(["scores", "--verify"], capsys, 1)[0]


@pytest.mark.parametrize("text", ["", "a cat", '{"format": "another game"}'])
def test_a_foreign_file_is_refused_whole(text: str, tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "foreign.json"
    file.write_text(text, "utf-8")
    out, err = told(["scores", "--import", str(file)], capsys, 1)
    assert out == ""
    assert err.startswith("quizgame: nothing is imported. ")


def test_a_file_that_is_not_there_and_a_folder_that_cannot_be_written(
    tmp_path: Path, capsys: Capture
) -> None:
    kept(run_by("Neil"))
    assert "nothing is imported" in told(["scores", "--import", str(tmp_path / "none")], capsys, 1)[1]
    (tmp_path / "file").write_text("")
    err = told(["scores", "--export", str(tmp_path / "file" / "all.json")], capsys, 1)[1]
    assert "not exported" in err


# --- tables ---


def test_a_table_of_a_mode_a_bank_a_period(capsys: Capture, monkeypatch: Patch) -> None:
    kept(run_by("Neil"))
    assert "Neil" in told(["scores", "--bank", "this"], capsys)[0]
    words = ["scores", "--period", "today"]
    assert told(words, capsys)[0] == "Nobody is on this table of The Score yet.\n"
    words = ["scores", "--mode", "the-daily-job"]
    assert told(words, capsys)[0] == "Nobody is on the table of The Daily Job yet.\n"
    [*most, _] = [players.bank().question(entry.id) for entry in players.bank().entries(Want())]
    lend(monkeypatch, MemoryBank(most))
    assert "Nobody" in told(["scores", "--bank", "this"], capsys)[0]
    assert "Neil" in told(["scores", "--bank", "all"], capsys)[0]


@pytest.mark.parametrize("mode", ["the-heist", "stakeout"])
def test_a_mode_without_a_table_is_refused_with_those_that_have_one(mode: str, capsys: Capture) -> None:
    err = told(["scores", "--mode", mode], capsys, 2)[1]
    assert f"there is no table of '{mode}'; there are the-score, thirty-seconds-flat" in err


# --- report ---


def test_a_report_is_the_whole_run(capsys: Capture) -> None:
    run = run_by("Neil")
    [number] = kept(run)
    out, _ = told(["scores", "--report", str(number)], capsys)
    assert f"${run.take:,}" in out
    assert "checked" in out
    for answer in run.answers:
        assert players.bank().question(answer.question).text in out


def test_a_report_of_no_run_says_where_the_numbers_are(capsys: Capture) -> None:
    assert "there is no run 7" in told(["scores", "--report", "7"], capsys, 1)[1]


@pytest.mark.parametrize("number", ["0", "-1", "x", "9" * 30])
def test_what_is_no_runs_number_is_a_wrong_word(number: str, capsys: Capture) -> None:
    assert "is no run's number" in told(["scores", f"--report={number}"], capsys, 2)[1]


def test_an_assist_that_is_none_is_a_wrong_word(capsys: Capture) -> None:
    assert "there are 'less heat', 'clock x2'" in told(["scores", "--assist", "heavy"], capsys, 2)[1]


# --- challenge ---


@pytest.fixture
def opened(monkeypatch: Patch) -> list[str]:
    """What the window was opened with."""
    found: list[str] = []

    def opening(what: str = "") -> int:
        found.append(what)
        return 0

    monkeypatch.setattr(play, "play", opening)
    return found


def test_a_code_opens_the_window_however_it_was_typed(opened: list[str], capsys: Capture) -> None:
    code = code_of(run_by("Neil"))
    for words in ([code], code.lower().split("-"), [f"code: {code}"]):
        told(["challenge", *words], capsys)
    assert [what.replace("code: ", "").replace(" ", "-").upper() for what in opened] == [code] * 3


def test_a_file_opens_the_window(opened: list[str], tmp_path: Path, capsys: Capture) -> None:
    file = tmp_path / "neil.score"
    file.write_text(runfile.to_json([run_by("Neil")], "0"), "utf-8")
    told(["challenge", str(file)], capsys)
    assert opened == [str(file)]


@pytest.mark.parametrize(
    ("what", "said"),
    [("4RZ1G", "too short"), ("$$$", "no code"), ("none.score", "none.score cannot be read")],
)
def test_what_cannot_be_played_is_said_before_a_window_opens(
    what: str, said: str, opened: list[str], capsys: Capture
) -> None:
    assert said in told(["challenge", what], capsys, 1)[1]
    assert opened == []


def test_a_code_of_other_questions_says_what_to_do(
    opened: list[str], capsys: Capture, monkeypatch: Patch
) -> None:
    code = code_of(run_by("Neil"))
    [*most, _] = [players.bank().question(entry.id) for entry in players.bank().entries(Want())]
    lend(monkeypatch, MemoryBank(most))
    assert "Both need the same packs" in told(["challenge", code], capsys, 1)[1]
    assert opened == []
