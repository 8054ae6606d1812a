"""Which files count as content, and what folders may do without harm."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from quizgame.content.folders import find, single

needs_links = pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("pack: P\n", "utf-8")


def test_yaml_files_are_found_in_the_order_of_their_names(tmp_path: Path) -> None:
    write(tmp_path, "b.yaml", "a.YML", "sub/c.yaml", "notes.txt", ".hidden.yaml", ".git/x.yaml")
    units, problems = find([tmp_path])
    assert [unit.name for unit in units] == ["a.YML", "b.yaml", "sub/c.yaml"]
    assert problems == []


def test_facts_and_their_sources_belong_together(tmp_path: Path) -> None:
    write(tmp_path, "heat/sources.yaml", "heat/facts/cast.yaml", "heat/facts/quotes.yaml", "heat/extra.yaml")
    units, _ = find([tmp_path])
    assert [(unit.name, unit.is_facts, len(unit.files)) for unit in units] == [
        ("heat", True, 3),
        ("heat/extra.yaml", False, 1),
    ]


def test_a_folder_that_is_missing_is_empty(tmp_path: Path) -> None:
    assert find([tmp_path / "none"]) == ([], [])


def test_a_file_in_place_of_a_folder_is_named(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    units, problems = find([tmp_path / "a.yaml"])
    assert units == []
    assert [problem.file for problem in problems] == [str(tmp_path / "a.yaml")]


@needs_links
def test_a_folder_that_contains_itself_ends(tmp_path: Path) -> None:
    write(tmp_path, "sub/a.yaml")
    (tmp_path / "sub" / "again").symlink_to(tmp_path)
    units, problems = find([tmp_path])
    assert [unit.name for unit in units] == ["sub/a.yaml"]
    assert [problem.what for problem in problems] == ["this folder contains itself"]


@needs_links
def test_a_link_to_nowhere_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "gone")
    units, problems = find([tmp_path])
    assert units == []
    assert [problem.code for problem in problems] == ["unreadable"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    units, problems = find([tmp_path])
    assert units == []
    assert "not an ordinary file" in problems[0].what


def test_a_single_file_may_have_any_ending(tmp_path: Path) -> None:
    write(tmp_path, "pack.txt")
    unit, problems = single(tmp_path / "pack.txt")
    assert unit is not None
    assert problems == []
    assert single(tmp_path / "none.yaml")[1]


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names are always text here")
def test_a_name_that_is_no_text_is_a_problem_that_can_be_kept(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml")
    for name in (b"new\xff.yaml", b"folder\xfe"):
        (tmp_path / os.fsdecode(name)).mkdir()
    units, problems = find([tmp_path])
    assert [unit.name for unit in units] == ["a.yaml"]
    assert [Path(problem.file).name for problem in problems] == ["folder?", "new?.yaml"]
    assert all(problem.file.encode() and problem.help for problem in problems)


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="names are always text here")
def test_a_folder_below_a_name_that_is_no_text_is_told_where_there_is_one(tmp_path: Path) -> None:
    home = tmp_path / os.fsdecode(b"home\xff")
    write(tmp_path, "a.yaml")
    assert [unit.name for unit in find([tmp_path, home / "questions"])[0]] == ["a.yaml"]
    (home / "questions").mkdir(parents=True)
    write(home / "questions", "b.yaml")
    units, problems = find([home / "questions"])
    assert units == []
    assert [problem.file for problem in problems] == [str(tmp_path / "home?" / "questions")]
