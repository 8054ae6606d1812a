"""`quizgame import`: what it will not read or write, and the sentence it says instead."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgame import cli
from quizgame.content.authoring import proof
from quizgame.content.problems import Problem
from tests.commands.foreign_files import (
    TRIVIA,
    questions,
    run,
    written,
)

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("missing.txt", None, "this file cannot be read: no such file or directory"),
        ("empty.txt", b"", "the file is empty"),
        ("book.xlsx", b"PK\x03\x04" + bytes(99), "this is a workbook"),
        (
            "mine.yaml",
            b"pack: A\nquestions:\n- question: Who?\n  answer: true\n",
            "this is a pack of this game",
        ),
        ("notes.txt", b"Dear diary\n", "this is in no format that can be read"),
        (
            "ru.txt",
            "#Q Кто?\n^ Да\nA Да\nB Нет\n".encode("cp1251"),
            "nobody can tell what this file is saved in",
        ),
    ],
)
def test_a_file_that_is_nothing_of_the_kind_is_refused_with_what_to_do(
    name: str, data: bytes | None, what: str, capsys: Capture
) -> None:
    if data is not None:
        written(name, data)
    assert run(f"{name} --to pack.yaml") == 1
    out, err = capsys.readouterr()
    assert f"{name}: error[unreadable]: {what}" in out
    assert "0 questions" not in out
    assert "  help: " in out or name == "empty.txt"
    assert err == "quizgame: there was no question to write, so no pack was written\n"
    assert not Path("pack.yaml").exists()


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("t.txt", "say where the pack goes: --to my-pack.yaml, or --in-game"),
        ("t.txt --to .hidden", "'.hidden' cannot be the name of a pack"),
        ("t.txt --in-game --to ../x", "with --in-game a pack has a name, not a whole path"),
        ("t.txt --to .", ". is a folder; name the pack to write in it: --to my-pack.yaml"),
        ("t.txt --to x --encoding latin-17", "no encoding is called 'latin-17'"),
        ("t.txt --to x --encoding hex", "no encoding is called 'hex'"),
        (f"t.txt --to x --title {'t' * 81}", "--title has 81 characters; at most 80 fit"),
        ("t.txt --to x --topic \u202e", "--topic contains a character that cannot be shown"),
    ],
)
def test_words_that_do_not_fit_together_are_refused(words: str, what: str, capsys: Capture) -> None:
    written("t.txt", TRIVIA)
    assert run(words) == 2
    assert capsys.readouterr().err.startswith(f"quizgame: {what}")
    assert sorted(path.name for path in Path().iterdir()) == ["t.txt"]


def test_nothing_is_overwritten_unasked(capsys: Capture) -> None:
    written("t.txt", TRIVIA)
    written("pack.yaml", "mine")
    assert run("t.txt --to pack.yaml") == 1
    assert capsys.readouterr().err == (
        "quizgame: pack.yaml is there already; --force writes over what is there; nothing was written\n"
    )
    assert Path("pack.yaml").read_text("utf-8") == "mine"
    assert run("t.txt --to pack.yaml --force") == 0
    assert len(questions("pack.yaml")) == 2


def test_a_folder_that_is_not_there_is_a_sentence(capsys: Capture) -> None:
    written("t.txt", TRIVIA)
    assert run("t.txt --to nowhere/pack.yaml") == 1
    assert "there is no folder nowhere; nothing was written" in capsys.readouterr().err


def test_a_stop_in_the_middle_leaves_nothing(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    def stop(*_: object) -> list[Problem]:
        raise KeyboardInterrupt

    written("t.txt", TRIVIA)
    monkeypatch.setattr(proof, "faults", stop)
    assert run("t.txt --to pack.yaml") == cli.INTERRUPTED
    assert capsys.readouterr().err == "quizgame: stopped; nothing was written\n"
    assert sorted(path.name for path in Path().iterdir()) == ["t.txt"]


def test_a_pack_that_would_not_be_read_back_is_kept_where_the_game_does_not_look(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(proof, "faults", lambda *_: [Problem("pack.yaml", 7, 1, "proof", "it differs")])
    written("t.txt", TRIVIA)
    assert run("t.txt --to pack.yaml") == 1
    assert "that is a mistake of the game and not of your files" in capsys.readouterr().err
    assert Path("pack.yaml.faulty").exists()
    assert not Path("pack.yaml").exists()


def test_text_from_a_file_cannot_give_orders_to_a_terminal(capsys: Capture) -> None:
    written("t\x1b[2J.txt", "#Q Who \x1b[31m is it?\n^ \x1b[2J\nA a\nB b\n\n" + TRIVIA)
    cli.run(["import", "t\x1b[2J.txt", "--to", "pack.yaml"])
    out, err = capsys.readouterr()
    assert "\x1b" not in out + err
    assert "\x1b" not in Path("pack.yaml").read_text("utf-8")


def test_a_file_too_large_to_hold_is_refused_before_it_is_read(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr("quizgame.commands.foreign._MOST_BYTES", 10)
    written("large.txt", TRIVIA)
    assert run("large.txt --to pack.yaml") == 1
    assert "large.txt: error[unreadable]: the file has more than" in capsys.readouterr().out
    assert not Path("pack.yaml").exists()
