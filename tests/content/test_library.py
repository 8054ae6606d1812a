"""Folders of packs read as one library: what plays, what is in the way, and where it says so."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import pytest

from quizgame import ordinary
from quizgame.content import folders
from quizgame.content.checks.across import check_across
from quizgame.content.library import Library, load, load_files
from quizgame.content.placed import Placed
from quizgame.content.problems import Severity
from quizgame.quiz.question import (
    Choice,
    Match,
    Number,
    Order,
    Question,
    Several,
    Task,
    TrueFalse,
    Typed,
)

CITY = "question: Which city?\n  answer: Los Angeles\n  wrong: [Chicago, Miami]"
OTHER = "question: which  CITY?\n  answer: Chicago\n  wrong: [Los Angeles, Miami]"
TRUE = "question: Heat was released in 1995.\n  answer: true"


def write(folder: Path, name: str, *entries: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"- {entry}\n  explain: So it is.\n  source: A book.\n" for entry in entries)
    path.write_text(f"pack: {name}\nquestions:\n{lines}", "utf-8")
    return path


def errors(library: Library) -> list[tuple[str, str, int]]:
    found = (problem for problem in library.problems if problem.severity is Severity.ERROR)
    return [(problem.code, Path(problem.file).name, problem.line) for problem in found]


def test_all_packs_of_all_folders_are_read(tmp_path: Path) -> None:
    write(tmp_path / "one", "a.yaml", CITY)
    write(tmp_path / "two", "sub/b.yaml", TRUE)
    library = load([tmp_path / "one", tmp_path / "two"])
    assert [pack.title for pack in library.packs] == ["a.yaml", "sub/b.yaml"]
    assert [question.id.split("/")[0] for question in library.questions()] == ["a", "sub"]
    assert library.problems == ()


def test_the_question_that_was_there_first_stays(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", CITY, TRUE)
    write(tmp_path, "b.yaml", CITY)
    library = load([tmp_path])
    assert [len(pack.questions) for pack in library.packs] == [2, 0]
    assert errors(library) == [("same-question", "b.yaml", 3)]
    assert "a.yaml:3" in library.problems[0].what


def test_the_same_words_with_another_answer_contradict(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", CITY)
    write(tmp_path, "b.yaml", OTHER)
    library = load([tmp_path])
    assert errors(library) == [("other-answer", "b.yaml", 3)]
    assert "'Los Angeles', not 'Chicago'" in library.problems[0].what


def test_the_same_id_in_two_folders_is_named(tmp_path: Path) -> None:
    write(tmp_path / "one", "a.yaml", f"{CITY}\n  id: x")
    write(tmp_path / "two", "a.yaml", f"{TRUE}\n  id: x")
    assert errors(load([tmp_path / "one", tmp_path / "two"])) == [("same-id", "a.yaml", 3)]


def test_which_of_these_may_be_asked_twice() -> None:
    heat = Choice("Heat", ("Se7en",))
    assert not clashes(heat, Choice("Collateral", ("Se7en",)))
    assert clashes(heat, Choice("Se7en", ("Fargo",)))
    assert clashes(heat, TrueFalse(True))


HEAT_ALI = Several(("Heat", "Ali"), ("Se7en",))


@pytest.mark.parametrize(
    ("task", "other", "clash"),
    [
        (Typed(("Gage",)), Typed(("Kevin Gage", "Gage")), False),
        (Typed(("Gage",)), Typed(("Voight",)), True),
        (Number(3, 1, 9), Number(4, 1, 9), True),
        (Order(("a", "b", "c")), Order(("c", "b", "a")), True),
        (Order(("a", "b", "c")), Order(("c", "b", "d")), False),
        (Match((("a", "x"), ("b", "y"), ("c", "z"))), Match((("a", "y"), ("b", "x"), ("c", "z"))), True),
        (Match((("a", "x"), ("b", "y"), ("c", "z"))), Match((("a", "x"), ("b", "y"), ("d", "z"))), False),
        (HEAT_ALI, Several(("Ali", "Thief"), ("Ronin",)), False),
        (HEAT_ALI, Several(("Thief", "Ronin"), ("heat",)), True),
        (HEAT_ALI, Choice("Se7en", ("Ronin",)), True),
        (HEAT_ALI, Choice("Ali", ("Ronin",)), False),
    ],
)
def test_what_cannot_both_be_right_contradicts(task: Task, other: Task, clash: bool) -> None:
    assert clashes(task, other) is clash
    assert clashes(other, task) is clash


def clashes(task: Task, other: Task) -> bool:
    """Whether the same words may not be asked with both; that they are refused for no other reason."""
    placed = [Placed(Question("a", "Q?", task), "f", 1), Placed(Question("b", "Q?", other), "f", 2)]
    codes = [problem.code for problem in check_across(placed)[1]]
    assert codes in ([], ["other-answer"])
    return bool(codes)


def test_the_same_words_may_be_asked_in_two_kinds(tmp_path: Path) -> None:
    write(tmp_path, "a.yaml", "question: Who is it?\n  answer: Gage\n  wrong: [Voight, Studi]")
    write(tmp_path, "b.yaml", "question: Who is it?\n  accept: [Gage]")
    assert errors(load([tmp_path])) == []


def test_a_file_that_cannot_be_opened_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad, _ = write(tmp_path, "a.yaml", CITY), write(tmp_path, "b.yaml", TRUE)
    opened = ordinary.opened

    def refuse(path: Path) -> BinaryIO:
        if path == bad:
            raise PermissionError(13, "Permission denied")
        return opened(path)

    monkeypatch.setattr(ordinary, "opened", refuse)
    library = load([tmp_path])
    assert errors(library) == [("unreadable", "a.yaml", 0)]
    assert len(library.questions()) == 1


def test_single_files_are_read_as_packs(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", CITY)
    library = load_files([path, tmp_path / "gone.yaml"])
    assert len(library.questions()) == 1
    assert errors(library) == [("unreadable", "gone.yaml", 0)]


def test_warnings_keep_nothing_from_being_played(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("pack: P\nquestions:\n- question: Really?\n  answer: true\n", "utf-8")
    library = load([tmp_path])
    assert len(library.questions()) == 1
    assert [problem.code for problem in library.problems] == ["no-explanation", "no-source"]


def test_a_file_over_the_limit_is_refused_without_reading_it_whole(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"#" * 3_000_000)
    assert errors(load([tmp_path])) == [("too-big", "a.yaml", 1)]


def test_the_reason_of_the_system_is_given_in_its_words() -> None:
    assert folders.reason(PermissionError(13, "Permission denied")) == "permission denied"
