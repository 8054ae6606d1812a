"""`quizgame check` for programs, and with `--fix` and `--diff`."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from quizgame import cli
from quizgame.store import replacing

Capture = pytest.CaptureFixture[str]

BAD = """\
pack: P
questions:
- Question: Is it Heat?  # easy
  Anwser: true
- question: Is it Ali?
  answer: true
  hint: no
"""
FIXED = """\
pack: P
questions:
- question: Is it Heat?  # easy
  answer: true
  id: is-it-heat-f5f08418
- question: Is it Ali?
  answer: true
  hint: no
"""


@pytest.fixture
def bad() -> Path:
    path = Path("bad.yaml")
    path.write_text(BAD, "utf-8")
    return path


# --- formats ---


def test_json_is_all_that_is_printed(bad: Path, capsys: Capture) -> None:
    assert cli.run(["check", "--format", "json", str(bad.absolute())]) == 1
    out, err = capsys.readouterr()
    assert err == ""
    found = json.loads(out)
    assert [(one["file"], one["line"], one["column"], one["code"]) for one in found] == [
        ("bad.yaml", 3, 3, "unknown-key"),
        ("bad.yaml", 4, 3, "unknown-key"),
        ("bad.yaml", 7, 3, "unknown-key"),
    ]
    assert found[0]["help"] == "did you mean 'question'?"


def test_json_of_nothing_is_an_empty_list(capsys: Capture) -> None:
    assert cli.run(["check", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_github_gets_a_command_for_each_problem_and_the_sums(bad: Path, capsys: Capture) -> None:
    assert cli.run(["check", "--format", "github", str(bad)]) == 1
    assert capsys.readouterr().out.splitlines()[1:] == [
        "::error file=bad.yaml,line=4,col=3,title=unknown-key::unknown key 'Anwser'%0Adid you mean 'answer'?",
        "::error file=bad.yaml,line=7,col=3,title=unknown-key::unknown key 'hint'%0Athese are known: "
        "accept, alt, answer, answers, choices, explain, id, image, level, match, number, order, others, "
        "question, range, source, spoiler, topic, wrong",
        "3 errors",
        "0 questions in 1 pack can be played",
    ]


def test_files_elsewhere_keep_their_whole_name(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "else.yaml"
    path.write_text(BAD, "utf-8")
    cli.run(["check", "--format", "json", str(path)])
    assert json.loads(capsys.readouterr().out)[0]["file"] == path.as_posix()


@pytest.mark.parametrize(
    ("environ", "terminal", "colours"),
    [
        ({}, False, False),
        ({}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ({"TERM": "dumb"}, True, False),
    ],
)
def test_colour_is_for_whoever_wants_it(
    environ: dict[str, str],
    terminal: bool,
    colours: bool,
    bad: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Capture,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    cli.run(["check", str(bad)])
    assert ("\x1b[" in capsys.readouterr().out) == colours
    cli.run(["check", "--format", "json", str(bad)])
    assert "\x1b" not in capsys.readouterr().out


# --- fix ---


def test_what_can_be_mended_is_and_the_rest_is_told(bad: Path, capsys: Capture) -> None:
    assert cli.run(["check", "--fix", str(bad)]) == 1
    out = capsys.readouterr().out
    assert bad.read_text("utf-8") == FIXED
    assert Path("bad.yaml.bak").read_text("utf-8") == BAD
    assert out.startswith(
        "bad.yaml: fixed; as it was, with these lines: bad.yaml.bak\n"
        "  'Question' is now 'question' (line 3)\n"
        "  'Anwser' is now 'answer' (line 4)\n"
        "  1 question got an id (line 3)\n\n"
    )
    assert "bad.yaml:8:3: error[unknown-key]: unknown key 'hint'" in out


def test_fixing_again_writes_nothing(bad: Path, capsys: Capture) -> None:
    cli.run(["check", "--fix", str(bad)])
    before = bad.stat().st_mtime_ns
    capsys.readouterr()
    cli.run(["check", "--fix", str(bad)])
    assert "fixed" not in capsys.readouterr().out
    assert bad.stat().st_mtime_ns == before
    assert sorted(path.name for path in Path().iterdir()) == ["bad.yaml", "bad.yaml.bak"]


def test_no_copy_that_is_there_is_lost(bad: Path) -> None:
    Path("bad.yaml.bak").write_text("dear to me", "utf-8")
    cli.run(["check", "--fix", str(bad)])
    assert Path("bad.yaml.bak").read_text("utf-8") == "dear to me"
    assert Path("bad.yaml.bak2").read_text("utf-8") == BAD


def test_a_diff_shows_it_and_changes_nothing(bad: Path, capsys: Capture) -> None:
    assert cli.run(["check", "--diff", str(bad)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith("--- bad.yaml\n+++ bad.yaml\n@@ -1,7 +1,8 @@\n pack: P\n questions:\n-- Question: ")
    assert "\n+  id: is-it-heat-f5f08418\n" in out
    assert bad.read_text("utf-8") == BAD
    assert not Path("bad.yaml.bak").exists()


def test_json_stays_json_while_it_is_fixed(bad: Path, capsys: Capture) -> None:
    cli.run(["check", "--fix", "--format", "json", str(bad)])
    out, err = capsys.readouterr()
    assert len(json.loads(out)) == 3
    assert err.startswith("bad.yaml: fixed")


def test_without_names_only_the_players_own_packs_are_fixed(home: Path) -> None:
    mine = home / "questions" / "deep" / "mine.yaml"
    mine.parent.mkdir(parents=True)
    mine.write_text(BAD, "utf-8")
    assert cli.run(["check", "--fix"]) == 1
    assert mine.read_text("utf-8") == FIXED
    assert mine.with_name("mine.yaml.bak").exists()


def test_what_cannot_be_read_is_named_and_left(capsys: Capture) -> None:
    Path("broken.yaml").write_text("pack: [\n", "utf-8")
    assert cli.run(["check", "--fix", "broken.yaml", "missing.yaml"]) == 1
    out = capsys.readouterr().out
    assert "broken.yaml: nothing fixed: it is not a pack that can be read" in out
    assert "missing.yaml: error[unreadable]" in out
    assert Path("broken.yaml").read_text("utf-8") == "pack: [\n"


def test_a_file_that_may_not_be_written_is_named(
    bad: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    assert cli.run(["check", "--fix", str(bad)]) == 1
    assert "bad.yaml: not fixed: you may not write to it\n" in capsys.readouterr().out
    assert bad.read_text("utf-8") == BAD


# --- how it is written ---


def test_who_may_use_the_file_and_where_it_lies_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    kept = replacing.replace_keeping(link, b"old", b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert kept == tmp_path / "real.yaml.bak"
    assert kept.read_bytes() == b"old"
    assert [path.stat().st_mode & 0o777 for path in (real, kept)] == [0o640, 0o640]


def test_what_another_program_has_just_written_is_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "pack.yaml"
    path.write_bytes(b"newer")
    with pytest.raises(replacing.Changed):
        replacing.replace_keeping(path, b"old", b"new")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir() if one.is_file()] == [
        ("pack.yaml", b"newer")
    ]


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "pack.yaml"
    path.write_bytes(b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        replacing.replace_keeping(path, b"old", b"new")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir() if one.is_file()] == [
        ("pack.yaml", b"old")
    ]
