"""The corpus of broken and valid packs, where it lies beside the checkout: every verdict and every line."""

from __future__ import annotations

import csv
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from quizgame.content.packs.read import read_pack
from quizgame.content.placed import Placed
from quizgame.content.problems import Problem, Severity
from quizgame.content.reader import read
from quizgame.quiz.question import Choice

CORPUS = Path(__file__).parents[3] / "shared" / "hostile"
PICTURES, PATHS = "10-images", "09-paths"

# The corpus gives 26 for this one; its line has 27 characters before the byte, so that 28 is right.
COLUMNS = {"06-encoding/latin1.yaml": 28}


@dataclass(frozen=True)
class Case:
    file: str
    verdict: str
    lines: tuple[int, ...]
    column: int | None
    note: str


def cases() -> list[Case]:
    if not CORPUS.is_dir():
        return []
    with (CORPUS / "manifest.csv").open(encoding="utf-8", newline="") as file:
        return [case(row) for row in csv.DictReader(file)]


def case(row: dict[str, str]) -> Case:
    lines = tuple(int(line) for line in row["line"].split("|") if line)
    column = COLUMNS.get(row["file"], int(row["col"]) if row["col"] else None)
    return Case(row["file"], row["verdict"], lines, column, row["note"])


def verdict(case: Case, pure: bool) -> tuple[tuple[Placed, ...], list[Problem]]:
    node, problems = read((CORPUS / case.file).read_bytes(), case.file, pure=pure)
    if node is None:
        return (), problems
    pack, more = read_pack(node, case.file, "pack", "pack")
    return pack.questions, [*problems, *more]


EVERY_CASE = cases()
CASES = [case for case in EVERY_CASE if not case.file.startswith(PICTURES)]
SHOWN = [case for case in EVERY_CASE if case.file.startswith(PICTURES)]
each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.file)
both_parsers = pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "pure"])
needs_corpus = pytest.mark.skipif(not CASES, reason="there is no ../shared/hostile beside this checkout")


@needs_corpus
@both_parsers
@each_case
def test_every_verdict_and_line_is_as_given(case: Case, pure: bool) -> None:
    questions, problems = verdict(case, pure)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    assert all(problem.line and problem.column and problem.help for problem in errors)
    assert all(str(problem).isprintable() for problem in problems)
    if case.verdict == "accept":
        assert errors == []
        assert questions
    if case.verdict == "reject":
        assert errors
        assert not case.lines or any(problem.line in case.lines for problem in errors)
        assert case.column is None or any(problem.column == case.column for problem in errors)


@needs_corpus
@each_case
def test_both_parsers_take_the_same_questions(case: Case) -> None:
    by_libyaml, by_python = verdict(case, False), verdict(case, True)
    assert by_libyaml[0] == by_python[0]
    assert bool(by_libyaml[1]) == bool(by_python[1])


@needs_corpus
@each_case
def test_an_option_is_the_very_text_that_was_typed(case: Case) -> None:
    before, quote, after = case.note.partition("choice typed as ")
    if case.verdict != "accept" or before or not quote:
        return
    typed = after.split(": must be")[0].strip("'\"").split("\\n")[-1].strip().strip("'")
    (placed,), _ = verdict(case, False)
    assert isinstance(placed.question.task, Choice)
    assert placed.question.wrong == (typed,)


@needs_corpus
@both_parsers
def test_all_five_errors_of_one_file_are_listed(pure: bool) -> None:
    five = next(case for case in CASES if case.file == "07-shape/five-errors.yaml")
    assert [problem.line for problem in verdict(five, pure)[1]] == [5, 8, 11, 14, 17]


@needs_corpus
@pytest.mark.parametrize("picture", SHOWN, ids=lambda case: case.file)
def test_every_verdict_on_a_picture_is_as_given(picture: Case, tmp_path: Path) -> None:
    name = Path(picture.file).name
    shutil.copyfile(CORPUS / picture.file, tmp_path / name)
    written = f"pack: P\nquestions:\n- question: Q?\n  answer: true\n  image: {name}\n  alt: A picture\n"
    node, _ = read(written.encode(), "p.yaml")
    assert node is not None
    found, problems = read_pack(node, str(tmp_path / "p.yaml"), "p")
    errors = [(p.code, p.line, p.column) for p in problems if p.severity is Severity.ERROR]
    if picture.verdict != "either":
        assert errors == ([] if picture.verdict == "accept" else [("picture", 5, 10)])
    assert len(found.questions) == (not errors)


@needs_corpus
@pytest.mark.parametrize(
    "case", [case for case in CASES if case.file.startswith(PATHS)], ids=lambda c: c.file
)
def test_a_path_is_refused_for_itself_and_not_for_what_else_is_missing(case: Case) -> None:
    written = (CORPUS / case.file).read_text("utf-8") + "\n    alt: A picture\n"
    node, problems = read(written.encode(), case.file)
    assert node is not None
    found, more = read_pack(node, str(CORPUS / case.file), "p")
    assert [problem.line for problem in (*problems, *more)] == [6]
    assert found.questions == ()


@needs_corpus
def test_nothing_in_the_corpus_was_executed() -> None:
    for case in CASES:
        verdict(case, False)
    assert not Path("hostile-pwned").exists()
