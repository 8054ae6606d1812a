"""`quizgame import`: what becomes of other programs' files, and what is written."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from quizgame import cli
from quizgame.commands import exporting, importing
from quizgame.content import library
from quizgame.content.authoring import packfile
from quizgame.content.authoring.schema import FILE as SCHEMA
from quizgame.content.formats import registry
from tests.commands.foreign_files import (
    AIKEN,
    GIFT,
    OPENTDB,
    TRIVIA,
    many,
    questions,
    run,
    without_answers,
    written,
)

Capture = pytest.CaptureFixture[str]


def test_what_can_be_read_is_a_pack_and_what_cannot_is_named(capsys: Capture) -> None:
    written("heat_quiz.txt", TRIVIA)
    assert run("heat_quiz.txt --to my-pack") == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert "heat_quiz.txt:6:1: error[not-read]: " in out
    assert "  6 | #Q Which city is it set in?\n" in out
    assert "3 questions in 1 file: 2 read, 1 left out\n" in out
    assert "my-pack.yaml: 2 questions\n" in out
    director, long = questions("my-pack.yaml")
    assert (director.answer, director.topic, director.source) == ("Michael Mann", "heat quiz", "OpenTriviaQA")
    assert (long.answer, long.pack) == ("True", "My pack")


def test_the_header_says_what_it_is_and_where_it_comes_from() -> None:
    written("a/animals.txt", TRIVIA)
    written("b/opentdb.json", json.dumps(OPENTDB))
    assert run("a b --to pack.yml --author Me") == 0
    [pack] = library.load_files([Path("pack.yml")]).packs
    assert (pack.title, pack.author, pack.licence) == ("Pack", "Me", "CC BY-SA 4.0")
    lines = Path("pack.yml").read_text("utf-8").splitlines()
    assert lines[0] == f"# yaml-language-server: $schema={SCHEMA}"
    assert lines[1].startswith("# Imported on 20")
    assert lines[2:4] == ["# - animals.txt (OpenTriviaQA)", "# - opentdb.json (Open Trivia DB)"]
    assert Path(SCHEMA).exists()


def test_a_licence_is_only_claimed_where_all_files_have_it() -> None:
    written("a.txt", TRIVIA)
    written("b.txt", AIKEN)
    assert run("a.txt b.txt --to pack.yaml") == 0
    assert library.load_files([Path("pack.yaml")]).packs[0].licence == ""
    assert cli.run(["import", "a.txt", "--to", "said.yaml", "--licence", "CC0", "--title", "Said: so"]) == 0
    [pack] = library.load_files([Path("said.yaml")]).packs
    assert (pack.title, pack.licence) == ("Said: so", "CC0")


def test_topic_level_and_source_can_be_said() -> None:
    written("b.json", json.dumps(OPENTDB))
    assert run("b.json --to one.yaml") == 0
    [question] = questions("one.yaml")
    assert (question.topic, question.level, question.source) == ("history", 3, "Open Trivia Database")
    assert run("b.json --to two.yaml --topic CAST --level 2 --source Me") == 0
    [question] = questions("two.yaml")
    assert (question.topic, question.level, question.source) == ("cast", 2, "Me")


def test_a_pack_can_go_straight_into_the_game(home: Path, capsys: Capture) -> None:
    written("animals.txt", TRIVIA)
    assert run("animals.txt --in-game") == 0
    assert "they are in the next game" in capsys.readouterr().out
    assert len(questions(str(home / "questions" / "animals.yaml"))) == 2
    assert run("animals.txt --in-game --to fun/beasts") == 0
    assert (home / "questions" / "fun" / "beasts.yaml").exists()


def test_folders_stand_for_all_files_below_them(capsys: Capture) -> None:
    written("in/b.txt", AIKEN)
    written("in/deep/a.gift", GIFT)
    written("in/.hidden.txt", TRIVIA)
    written("in/.git/x.txt", TRIVIA)
    written("in/README.md", "Nothing to see here.\n")
    assert run("in --to pack.yaml") == 0
    assert [question.text for question in questions("pack.yaml")] == ["Who plays Eady?", "Who plays Nate?"]
    out = capsys.readouterr().out.replace("\\", "/")
    assert "in/README.md: error[unreadable]: this is in no format that can be read" in out
    assert "3 questions in 2 files: 2 read, 1 left out" in out


def test_a_pipe_can_be_read(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xef\xbb\xbf" + GIFT.encode())))
    assert run("- --to pack.yaml") == 0
    assert "stdin:3:1: error" in capsys.readouterr().out
    assert [question.id for question in questions("pack.yaml")] == ["pack/nate"]


def test_the_format_and_the_encoding_can_be_forced() -> None:
    written("odd.txt", "Кто?\nA. Да\nB. Нет\nANSWER: A\n".encode("cp1251"))
    assert run("odd.txt --to pack.yaml --from aiken --encoding cp1251") == 0
    assert [question.text for question in questions("pack.yaml")] == ["Кто?"]


def test_the_words_of_the_commands_are_the_formats_there_are() -> None:
    assert set(importing.FORMATS) == {*registry.FORMATS, *registry.ALIASES}
    assert all(callable(registry.reader(registry.by_name(name))) for name in importing.FORMATS)
    assert all(callable(registry.writer(registry.by_name(name))) for name in exporting.FORMATS)


@pytest.mark.parametrize("name", ["kahoot", "quizizz", "csv"])
def test_tables_are_known_by_the_programs_they_come_from(name: str) -> None:
    written("t.txt", "Question,Option 1,Option 2,Correct Answer\nWho plays Nate?,Jon Voight,Al Pacino,1\n")
    assert run(f"t.txt --to pack.yaml --from {name}") == 0
    assert [question.answer for question in questions("pack.yaml")] == ["Jon Voight"]


def test_more_than_a_pack_holds_is_split_and_nothing_is_lost(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(packfile, "MAX_QUESTIONS", 40)
    written("many.txt", many(100))
    assert run("many.txt --to pack.yaml") == 0
    names = ["pack-1.yaml", "pack-2.yaml", "pack-3.yaml"]
    assert sorted(path.name for path in Path().glob("*.yaml")) == names
    assert [question.answer for question in questions(*names)] == [f"a{at}" for at in range(100)]
    assert library.load_files([Path("pack-2.yaml")]).packs[0].title == "Pack (2 of 3)"
    capsys.readouterr()
    monkeypatch.setattr(packfile, "MAX_QUESTIONS", 50)
    assert run("many.txt --to pack.yaml --force") == 0
    assert "pack-3.yaml is from an earlier import" in capsys.readouterr().out


def test_a_double_is_dropped_across_files_and_a_contradiction_is_named(capsys: Capture) -> None:
    written("a.txt", TRIVIA)
    written("b.txt", TRIVIA.replace("^\nA Los", "^ Chicago\nA Los").replace("^ True", "^ False"))
    assert run("a.txt b.txt --to pack.yaml") == 0
    out = capsys.readouterr().out
    assert "6 questions in 2 files: 3 read, 1 doubled, 2 left out" in out
    assert "b.txt:1:1: warning[doubled]: this question is asked already by a.txt:1" in out
    assert "b.txt:11:1: error[other-answer]: a.txt:11 has the same words and another answer" in out
    assert [question.answer for question in questions("pack.yaml")] == ["Michael Mann", "True", "Chicago"]


def test_a_report_names_every_problem(capsys: Capture) -> None:
    written("many.txt", without_answers(60))
    written("t.txt", TRIVIA)
    assert run("many.txt t.txt --to pack.yaml --report report.txt") == 0
    assert "report.txt has every one of them in full" in capsys.readouterr().out
    report = Path("report.txt").read_text("utf-8")
    assert all(f"many.txt:{5 * at + 1}:" in report for at in range(60))


def test_every_question_that_is_left_out_is_named_however_many(capsys: Capture) -> None:
    written("many.txt", without_answers(60))
    written("t.txt", TRIVIA)
    run("many.txt t.txt --to pack.yaml")
    out = capsys.readouterr().out
    numbers = set(out.replace(",", " ").replace(":", " ").split())
    assert {str(5 * at + 1) for at in range(60)} <= numbers
    assert len(out.splitlines()) < 40
