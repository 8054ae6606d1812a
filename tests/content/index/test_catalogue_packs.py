"""Packs in the index on the disk: those that are off, and what is wrong or may be played in each."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.content import library
from quizgame.content.index import indexing
from quizgame.content.index.catalogue import Catalogue, open_catalogue, refresh
from quizgame.content.index.indexing import Wish
from quizgame.quiz.bank import MemoryBank, UnknownQuestion, Want
from tests.content.index.numbered_packs import write


def test_packs_that_are_off_are_listed_and_nothing_of_them_is_played(packs: Path, cache: Path) -> None:
    write(packs / "c.yaml", 0, 20)
    with open_catalogue(cache, [packs], frozenset(["a.yaml"])) as catalogue:
        listed = [(pack.key, pack.questions, pack.off) for pack in catalogue.packs()]
        assert listed == [("a.yaml", 6, True), ("b.yaml", 6, False), ("c.yaml", 2, False)]
        assert catalogue.count(Want()) == 8
        assert catalogue.question("c/q0").text == "Question number 0?"
        with pytest.raises(UnknownQuestion):
            catalogue.question("a/q0")
    with open_catalogue(cache, [packs]) as catalogue:
        assert [pack.questions for pack in catalogue.packs()] == [6, 6, 1]


def test_the_same_id_in_two_folders_is_barred(packs: Path, cache: Path) -> None:
    write(packs / "a.yaml", 1)
    write(packs.parent / "more" / "a.yaml", 1)
    other = packs.parent / "more" / "a.yaml"
    other.write_text(other.read_text("utf-8").replace("number 1", "number one"), "utf-8")
    with open_catalogue(cache, [packs, packs.parent / "more"]) as catalogue:
        assert [pack.questions for pack in catalogue.packs()] == [1, 6, 0]
        assert catalogue.question("a/q1").text == "Question number 1?"
        assert [problem.code for problem in catalogue.problems() if problem.file == str(other)][
            -1
        ] == "same-id"


def test_problems_are_counted_by_pack(packs: Path, cache: Path) -> None:
    with open_catalogue(cache, [packs]) as catalogue:
        assert [pack.errors for pack in catalogue.packs()] == [0, 1]
        counted = sum(pack.errors + pack.warnings for pack in catalogue.packs())
        assert counted == catalogue.troubles() == len(catalogue.problems())
        assert [problem.severity for problem in catalogue.some_problems(1)] == ["warning", "error"]
    with open_catalogue(cache, [packs], frozenset(["b.yaml"])) as catalogue:
        assert catalogue.troubles() == catalogue.packs()[0].warnings < len(catalogue.problems())


def test_a_part_of_it_outlives_its_name(packs: Path, cache: Path) -> None:
    only = open_catalogue(cache, [packs]).only(str(packs / "b.yaml"))
    assert only.count(Want()) == 6
    assert only.question("b/q7").level == 2
    with pytest.raises(UnknownQuestion):
        only.question("a/q1")


def test_two_processes_at_once_end_with_the_same(packs: Path, cache: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from quizgame.content.index.catalogue import open_catalogue\n"
        "print(open_catalogue(Path(sys.argv[1]), [Path(sys.argv[2])]).fingerprint)"
    )
    for number in range(5):
        write(packs / f"more-{number}.yaml", *range(100 * number + 100, 100 * number + 180))
    command = [sys.executable, "-c", code, str(cache), str(packs)]
    root = Path(indexing.__file__).parents[3]
    started = [subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    said = {child.communicate()[0].strip() for child in started}
    assert said == {MemoryBank(library.load([packs]).questions()).fingerprint}


NUMBERS = st.lists(st.integers(0, 9), max_size=6)


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(st.sampled_from(["a", "b", "c"]), NUMBERS, st.sampled_from(["", "other"])), max_size=5
    ),
    st.sets(st.sampled_from(["a.yaml", "c.yaml"])),
)
def test_after_any_saves_it_plays_what_a_library_of_the_packs_that_are_on_would(
    saves: list[tuple[str, list[int], str]], off: set[str]
) -> None:
    with tempfile.TemporaryDirectory() as home:
        folder, cache = Path(home) / "packs", Path(home) / "c.sqlite3"
        for name, numbers, answer in [("a", [1, 2], ""), *saves]:
            write(folder / f"{name}.yaml", *numbers)
            text = (folder / f"{name}.yaml").read_text("utf-8")
            (folder / f"{name}.yaml").write_text(text.replace("answer: A", f"answer: {answer}A"), "utf-8")
            refresh(cache, Wish((folder,), frozenset(off)))
        on = library.load_files([path for path in sorted(folder.iterdir()) if path.name not in off])
        with Catalogue(cache) as catalogue:
            assert catalogue.fingerprint == MemoryBank(on.questions()).fingerprint
            assert len(on.problems) == catalogue.troubles()
