"""The pack that authors begin with: every kind, no problem, no warning."""

from __future__ import annotations

import re
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame import resources
from quizgame.content.authoring.schema import MODELINE, schema
from quizgame.content.authoring.starter import starter, title_from
from quizgame.content.library import load, load_files
from quizgame.quiz.question import LEVELS, Kind
from tests.content.authoring.core_yaml import load as load_core


def pack(folder: Path, title: str = "Mine", author: str = "Me") -> Path:
    path = folder / "mine.yaml"
    path.write_text(starter(title, author), "utf-8")
    return path


def test_it_has_every_kind_every_level_and_no_problem(tmp_path: Path) -> None:
    found = load_files([pack(tmp_path)])
    assert [str(problem) for problem in found.problems] == []
    assert {question.kind for question in found.questions()} == set(Kind)
    assert {question.level for question in found.questions()} == set(LEVELS)


def test_it_names_the_commands_as_they_are_typed_here() -> None:
    assert "#   python3 play.py preview FILE " in starter("Mine", "Me", "python3 play.py")
    assert "#   quizgame check FILE " in starter("Mine", "Me")
    assert "#   quizgame check FILE " in starter("Mine", "Me", "python3 'two\nlines/play.py'")


def test_it_goes_with_the_questions_of_the_game(tmp_path: Path) -> None:
    pack(tmp_path)
    assert [str(problem) for problem in load([resources.questions(), tmp_path]).problems] == []


def test_editors_find_the_schema_and_nothing_wrong() -> None:
    text = starter("Mine", "Me")
    assert text.startswith(f"{MODELINE}\n")
    assert [
        error.message for error in jsonschema.Draft7Validator(schema()).iter_errors(load_core(text))
    ] == []


def test_it_speaks_of_every_key_that_a_question_may_have() -> None:
    questions = schema()["definitions"]
    assert isinstance(questions, dict)
    text = starter("Mine", "Me")
    missing = [key for key in questions["question"]["properties"] if not re.search(rf"\b{key}:", text)]
    assert missing == []


VISIBLE = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=80)


@given(VISIBLE, VISIBLE)
def test_any_title_and_author_are_read_as_they_were_given(title: str, author: str) -> None:
    if not title.strip() or not author.strip():
        return
    from quizgame.content.packs.read import read_pack
    from quizgame.content.reader import read

    node, problems = read(starter(title, author).encode(), "mine.yaml")
    assert node is not None
    assert problems == []
    found, problems = read_pack(node, "mine.yaml", "mine")
    assert problems == []
    assert (found.title, found.author) == (title.strip(), author.strip())


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("", "is empty"),
        ("  ", "is empty"),
        ("a\x1bb", "cannot be shown"),
        ("a\u202eb", "cannot be shown"),
        ("a\nb", "cannot be shown"),
        ("n" * 81, "has 81 characters; at most 80 fit"),
    ],
)
def test_a_title_that_cannot_be_one_is_refused(title: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        starter(title, "Me")
    with pytest.raises(ValueError, match=told):
        starter("Mine", title)


@pytest.mark.parametrize(
    ("stem", "title"),
    [
        ("my-heist_night", "My heist night"),
        ("Heat", "Heat"),
        ("---", "My questions"),
        ("n" * 99, "N" + "n" * 79),
    ],
)
def test_a_title_comes_from_the_name_of_the_file(stem: str, title: str) -> None:
    assert title_from(stem) == title
