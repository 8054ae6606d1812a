"""A pack on trial: what is shown after a save, good or broken, and where one is in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from quizgame import proof
from quizgame.proof import NoSuchQuestion, Proof, Proofs, Unreadable

HEAD = "pack: My night\nquestions:\n"
CITY = "- {question: Which city is it?, answer: Los Angeles, wrong: [Rome, Paris], id: city}\n"
YEAR = "- {question: Which year was it?, number: 1995, range: [1980, 2010]}\n"
TRUE = "- {question: Heat is a film., answer: true, id: film}\n"
BROKEN = "- {question: Which city is it?, anwser: Los Angeles, wrong: [Rome, Paris], id: city}\n"


class NoWatcher:
    """Stands for the watcher: changes are told by the test."""

    def __init__(self, paths: Sequence[Path], changed: Callable[[frozenset[Path]], None]) -> None:
        self.paths, self.changed, self.runs = list(paths), changed, False

    def start(self) -> None:
        self.runs = True

    def stop(self) -> None:
        self.runs = False


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "my-pack.yaml"
    path.write_text(HEAD + CITY + YEAR + TRUE, "utf-8")
    return path


def texts(found: Proof) -> list[str]:
    return [question.text for question in found.questions]


def proofs(file: Path) -> Proofs:
    return Proofs(file, proof.first_proof(file), NoWatcher)


def saved(at: Proofs, file: Path, text: str) -> Proof:
    file.write_text(text, "utf-8")
    at.look()
    return at.now


def test_the_questions_come_in_the_order_of_the_file(file: Path) -> None:
    assert texts(proof.first_proof(file)) == ["Which city is it?", "Which year was it?", "Heat is a film."]


@pytest.mark.parametrize("name", ["nothing.yaml", "folder"])
def test_what_cannot_be_read_is_refused_in_a_sentence(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(Unreadable, match=name):
        proof.first_proof(tmp_path / name)


@pytest.mark.parametrize("text", ["", "[", "pack: Empty\nquestions: []\n", "\x00", "just words"])
def test_a_file_without_a_question_is_no_error_but_a_beginning(text: str, file: Path) -> None:
    file.write_text(text, "utf-8")
    found = proof.first_proof(file)
    assert found.questions == ()
    assert found.errors


def test_a_good_save_is_shown(file: Path) -> None:
    at = proofs(file)
    assert texts(saved(at, file, HEAD + CITY.replace("it?", "this?") + TRUE)) == [
        "Which city is this?",
        "Heat is a film.",
    ]
    assert not at.now.held


def test_a_broken_save_keeps_what_was_good_and_names_what_is_wrong(file: Path) -> None:
    at = proofs(file)
    before = texts(at.now)
    now = saved(at, file, HEAD + BROKEN + YEAR + TRUE)
    assert texts(now) == before
    assert now.held
    assert [problem.line for problem in now.errors] == [3]
    assert now.of_question(0) == ()
    mended = saved(at, file, HEAD + CITY + YEAR + TRUE)
    assert not mended.held
    assert not mended.errors


def test_an_old_error_does_not_keep_other_questions_from_being_shown_anew(file: Path) -> None:
    file.write_text(HEAD + BROKEN + YEAR + TRUE, "utf-8")
    at = proofs(file)
    now = saved(at, file, HEAD + BROKEN + YEAR.replace("Which year", "In which year") + TRUE)
    assert texts(now)[0] == "In which year was it?"
    assert now.errors


def test_a_file_that_vanishes_keeps_its_questions(file: Path) -> None:
    at = proofs(file)
    file.unlink()
    at.look()
    assert len(at.now.questions) == 3
    assert "no such file" in at.now.errors[0].what


def test_a_save_that_changes_nothing_is_no_news(file: Path) -> None:
    at = proofs(file)
    before = at.now
    file.write_text(file.read_text("utf-8"), "utf-8")
    at.look()
    assert at.now is before


@pytest.mark.parametrize(("id", "place"), [("city", 0), ("my-pack/city", 0), ("film", 2)])
def test_a_question_is_found_by_its_own_id_and_its_whole_one(id: str, place: int, file: Path) -> None:
    assert proof.place_of(proof.first_proof(file), id) == place


def test_an_unknown_id_names_those_that_are_near(file: Path) -> None:
    with pytest.raises(NoSuchQuestion, match=r"no question 'cty'.* city"):
        proof.place_of(proof.first_proof(file), "cty")


def test_an_id_in_a_file_without_questions_says_so(file: Path) -> None:
    with pytest.raises(NoSuchQuestion, match="none that can be played"):
        proof.place_of(Proof("x", ()), "city")


def test_a_question_is_followed_by_its_id_and_else_by_its_place(file: Path) -> None:
    old = proof.first_proof(file).questions
    assert proof.followed(old[0], 0, (old[2], old[0])) == 1
    assert proof.followed(old[1], 1, (old[0], old[2])) == 1
    assert proof.followed(old[2], 2, old[:1]) == 0


def test_warnings_are_told_with_the_question_they_belong_to(file: Path) -> None:
    found = proof.first_proof(file)
    for place, line in enumerate((3, 4, 5)):
        assert {problem.line for problem in found.of_question(place)} == {line}


def test_a_save_between_the_first_reading_and_the_watching_is_not_missed(file: Path) -> None:
    at = proofs(file)
    file.write_text(HEAD + TRUE, "utf-8")
    at.start()
    assert texts(at.now) == ["Heat is a film."]
    at.stop()


def test_the_watcher_looks_after_the_pictures_that_the_file_names_now(file: Path) -> None:
    made: list[NoWatcher] = []

    def watch(paths: Sequence[Path], changed: Callable[[frozenset[Path]], None]) -> NoWatcher:
        made.append(NoWatcher(paths, changed))
        return made[-1]

    at = Proofs(file, proof.first_proof(file), watch)
    at.start()
    assert made[0].paths == [file]
    pictured = TRUE.replace("answer", "image: la.png, alt: A city, answer")
    file.write_text(HEAD + CITY + YEAR + TRUE + pictured.replace("film}", "other}"), "utf-8")
    made[0].changed(frozenset({file}))
    assert [watcher.runs for watcher in made] == [False, True]
    assert made[1].paths == [file, file.parent / "la.png"]
    at.stop()
    assert not made[1].runs


def test_a_picture_that_is_still_missing_is_waited_for(file: Path) -> None:
    at = proofs(file)
    pictured = CITY.replace("answer", "image: la.png, alt: A city, answer")
    now = saved(at, file, HEAD + pictured + YEAR + TRUE)
    assert now.held
    assert now.beside == (str(file.parent / "la.png"),)
