"""What the commands about questions print and how they end: check, list, facts."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

import pytest

from quizgame import cli, resources

Capture = pytest.CaptureFixture[str]
FURTHER = {"typed", "order", "number", "match", "several"}
FIELDS = [
    "id",
    "kind",
    "question",
    "answer",
    "wrong",
    "topic",
    "level",
    "explain",
    "source",
    "fact",
    "spoiler",
]

GOOD = """
pack: A good one
questions:
- question: Which city is Heat set in?
  answer: Los Angeles
  wrong: [Chicago, Miami, New York]
  explain: Most of it was shot in the streets.
  source: The film.
"""
BAD = """
questions:
- question: Which city is Heat set in?
  answer: Los Angeles
  wrog: [Chicago, Miami]
"""

DOCUMENT = "Heat, by Nobody in Particular\n\nRolling Stone later ranked it at number 28 in their list.\n"
SOURCES = """
sources:
- id: guide
  title: A guide
  kind: guide
  file: guide.txt
  sha256: {sha256}
"""
FACTS = """
topic: trivia
facts:
- id: rank
  says: Rolling Stone counted it in.
  level: 2
  sources:
    guide: [Rolling Stone, "28"]
  questions:
    place:
      question: Where did Rolling Stone rank Heat in a list?
      answer: Number 28
      wrong: [Number 3, Number 12, Number 51]
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home, and an empty folder to be in."""
    monkeypatch.setenv("QUIZGAME_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path / "home"


def written(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return str(path)


# --- check ---


def test_a_good_pack_passes(tmp_path: Path, capsys: Capture) -> None:
    assert cli.run(["check", written(tmp_path / "good.yaml", GOOD)]) == 0
    assert capsys.readouterr() == ("no problems\n1 question in 1 pack can be played\n", "")


def test_a_bad_pack_fails_with_place_caret_and_remedy(tmp_path: Path, capsys: Capture) -> None:
    written(tmp_path / "bad.yaml", BAD)
    assert cli.run(["check", "bad.yaml"]) == 1
    out = capsys.readouterr().out
    assert "bad.yaml:5:3: error[unknown-key]: unknown key 'wrog'" in out
    assert "  5 |   wrog: [Chicago, Miami]\n    |   ^\n" in out
    assert "help: did you mean 'wrong'?" in out
    assert "0 questions in 1 pack can be played" in out


def test_warnings_fail_only_where_they_are_asked_to(tmp_path: Path, capsys: Capture) -> None:
    name = written(tmp_path / "plain.yaml", GOOD.replace("  source: The film.\n", ""))
    assert cli.run(["check", name]) == 0
    assert "warning[no-source]" in capsys.readouterr().out
    assert cli.run(["check", "--strict", name]) == 1


def test_all_files_are_checked_before_anything_is_said(tmp_path: Path, capsys: Capture) -> None:
    names = [written(tmp_path / name, text) for name, text in (("bad.yaml", BAD), ("good.yaml", GOOD))]
    assert cli.run(["check", "missing.yaml", *names]) == 1
    out = capsys.readouterr().out
    assert "missing.yaml: error[unreadable]: this file cannot be read" in out
    assert "bad.yaml:5:3" in out
    assert "1 question in 2 packs can be played" in out


def test_a_folder_stands_for_the_packs_in_it(tmp_path: Path, capsys: Capture) -> None:
    written(tmp_path / "packs" / "deeper" / "bad.yaml", BAD)
    written(tmp_path / "packs" / "good.yaml", GOOD)
    assert cli.run(["check", "packs"]) == 1
    out = capsys.readouterr().out
    assert "packs/deeper/bad.yaml:5:3" in out.replace("\\", "/")
    assert "1 question in 2 packs can be played" in out


def test_without_files_everything_the_game_reads_is_checked(home: Path, capsys: Capture) -> None:
    assert cli.run(["check", "--strict"]) == 0
    written(home / "questions" / "mine.yaml", BAD)
    assert cli.run(["check"]) == 1
    assert "mine.yaml:5:3" in capsys.readouterr().out


def test_colours_are_for_terminals_that_want_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    name = written(tmp_path / "bad.yaml", BAD)
    monkeypatch.delenv("NO_COLOR", raising=False)
    cli.run(["check", name])
    assert "\x1b" not in capsys.readouterr().out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    cli.run(["check", name])
    assert "\x1b[1;31merror" in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    cli.run(["check", name])
    assert "\x1b" not in capsys.readouterr().out


# --- list ---


def test_the_list_is_one_question_a_line(capsys: Capture) -> None:
    assert cli.run(["list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) >= 200
    assert all(line.endswith("]") for line in lines)


def test_a_topic_lists_only_its_own(capsys: Capture) -> None:
    assert cli.run(["list", "--topic", "quotes", "--json"]) == 0
    assert {json.loads(line)["topic"] for line in capsys.readouterr().out.splitlines()} == {"quotes"}


def test_an_unknown_topic_is_answered_with_those_there_are(capsys: Capture) -> None:
    assert cli.run(["list", "--topic", "opera"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "quizgame: there is no topic 'opera'; there are cast, heat2, quotes, trivia\n"


def test_json_has_exactly_the_fields_that_are_promised(home: Path, capsys: Capture) -> None:
    written(home / "questions" / "mine.yaml", GOOD)
    assert cli.run(["list", "--json"]) == 0
    questions = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert all([name for name in question if name != "task"] == FIELDS for question in questions)
    assert {question["kind"] for question in questions if "task" in question} == FURTHER
    [mine] = [question for question in questions if question["question"] == "Which city is Heat set in?"]
    assert mine["kind"] == "choice"
    assert mine["wrong"] == ["Chicago", "Miami", "New York"]
    assert {type(question["spoiler"]) for question in questions} == {bool}
    assert {question["level"] for question in questions} == {1, 2, 3}
    assert len({question["id"] for question in questions}) == len(questions)


# --- facts ---


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small bank of its own with its document."""
    sha256 = hashlib.sha256(DOCUMENT.encode()).hexdigest()
    written(tmp_path / "questions" / "heat" / "sources.yaml", SOURCES.format(sha256=sha256))
    written(tmp_path / "questions" / "heat" / "facts" / "trivia.yaml", FACTS)
    monkeypatch.setattr(resources, "questions", lambda: tmp_path / "questions")
    return Path(written(tmp_path / "documents" / "guide.txt", DOCUMENT)).parent


def test_facts_that_stand_in_their_document_pass(documents: Path, capsys: Capture) -> None:
    assert cli.run(["facts", "--documents", str(documents)]) == 0
    out = capsys.readouterr().out
    assert "heat/trivia/rank  [guide; 2 terms]\n    Rolling Stone counted it in.\n" in out
    assert out.endswith("no problems\n1 fact checked against 1 document\n")


def test_a_document_that_does_not_bear_a_fact_out_fails_with_the_place(
    documents: Path, capsys: Capture
) -> None:
    (documents / "guide.txt").write_text(DOCUMENT.replace("28", "29"), "utf-8")
    assert cli.run(["facts", "--documents", str(documents)]) == 1
    out = capsys.readouterr().out
    assert "sources.yaml:7:11: error[sha256]" in out
    assert "trivia.yaml:8:28: error" in out
    assert '    guide: [Rolling Stone, "28"]' in out


def test_a_folder_without_the_documents_fails(documents: Path, tmp_path: Path, capsys: Capture) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    assert cli.run(["facts", "--documents", str(empty)]) == 1
    assert "guide.txt cannot be read" in capsys.readouterr().out


def test_a_folder_that_is_missing_is_a_wrong_word(capsys: Capture) -> None:
    assert cli.run(["facts", "--documents", "nowhere"]) == 2
    assert capsys.readouterr().err == (
        "quizgame: nowhere is not a folder; name the one with the five documents\n"
    )


# --- a copy of the game that lacks something ---


@pytest.mark.parametrize(
    "words", ["check", "list", "scores --json", "simulate --runs 1", "facts --documents ."]
)
def test_a_copy_without_its_questions_says_what_is_missing(
    words: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(resources, "_package", lambda: Path.cwd() / "nothing" / "quizgame")
    code = cli.run(words.split())
    out, err = capsys.readouterr()
    if words.startswith("scores"):
        assert (code, out, err) == (0, "", "")
    else:
        assert (code, out) == (1, "")
        assert "no 'questions' folder" in err
        assert err.endswith("install it again\n")
