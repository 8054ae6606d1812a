"""`quizgame new`: a first pack, written where it was asked for, and what to type next."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from quizgame import cli
from quizgame.content.authoring.schema import FILE, printed

Capture = pytest.CaptureFixture[str]


def commands(out: str) -> list[str]:
    """The lines that are to be typed."""
    return [line.strip() for line in out.splitlines() if line.startswith("  ") and not line.startswith("   ")]


def test_a_bare_name_becomes_a_pack_in_this_folder_that_passes_at_once(capsys: Capture) -> None:
    assert cli.run(["new", "my-pack"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert [path.name for path in sorted(Path().iterdir())] == ["my-pack.yaml", FILE]
    assert "pack: My pack\n" in Path("my-pack.yaml").read_text("utf-8")
    assert Path(FILE).read_text("utf-8") == printed()
    check = next(line for line in commands(out) if line.startswith("quizgame check"))
    assert cli.run([*shlex.split(check)[1:], "--strict"]) == 0


def test_what_is_to_be_typed_next_brings_it_into_the_game(home: Path, capsys: Capture) -> None:
    import subprocess

    assert cli.run(["new", "my pack.yml", "--title", "Nate's: the best", "--author", "#1"]) == 0
    copying = commands(capsys.readouterr().out)[-1]
    subprocess.run(copying, shell=True, check=True)
    assert (home / "questions" / "my pack.yml").exists()
    assert cli.run(["check", "--strict"]) == 0


def test_it_can_be_written_where_the_game_looks(home: Path, capsys: Capture) -> None:
    assert cli.run(["new", "film/noir", "--in-game"]) == 0
    path = home / "questions" / "film" / "noir.yaml"
    assert str(path) in capsys.readouterr().out
    assert path.exists()
    assert (path.parent / FILE).exists()
    assert home.stat().st_mode & 0o077 == 0


def test_nothing_is_overwritten_unasked(capsys: Capture) -> None:
    Path("mine.yaml").write_text("pack: Dear to me\n", "utf-8")
    assert cli.run(["new", "mine"]) == 1
    assert capsys.readouterr() == (
        "",
        "quizgame: mine.yaml is there already; choose another name, or replace it with --force\n",
    )
    assert Path("mine.yaml").read_text("utf-8") == "pack: Dear to me\n"
    assert not Path(FILE).exists()
    assert cli.run(["new", "mine", "--force"]) == 0
    assert "pack: Mine\n" in Path("mine.yaml").read_text("utf-8")


def test_a_schema_of_ours_is_renewed_and_anothers_is_left(capsys: Capture) -> None:
    Path(FILE).write_text("{}", "utf-8")
    assert cli.run(["new", "one"]) == 0
    assert FILE not in capsys.readouterr().out
    assert Path(FILE).read_text("utf-8") == "{}"
    Path(FILE).write_text(printed().replace("draft-07", "draft-04"), "utf-8")
    assert cli.run(["new", "two"]) == 0
    assert Path(FILE).read_text("utf-8") == printed()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["new"], "FILE"),
        (["new", "."], "is a folder; name a file in it"),
        (["new", "../here"], "is a folder; name a file in it"),
        (["new", ".hidden"], "begins with a dot"),
        (["new", "x", "--title", "\x1b"], "the title contains a character that cannot be shown"),
        (["new", "x", "--author", ""], "the author is empty"),
        (["new", "/x", "--in-game"], "needs a name, not a whole path"),
        (["new", "../x", "--in-game"], "needs a name, not a whole path"),
    ],
)
def test_wrong_words_are_answered_in_a_sentence(words: list[str], told: str, capsys: Capture) -> None:
    assert cli.run(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert told in err
    assert list(Path().iterdir()) == []


def test_a_place_that_cannot_be_written_is_one_sentence(capsys: Capture) -> None:
    Path("file").write_text("", "utf-8")
    assert cli.run(["new", "file/pack"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"quizgame: {Path('file', 'pack.yaml')} cannot be written: ")
    assert err.count("\n") == 1
