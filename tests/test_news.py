"""What the player is told of packs that changed: which, how many questions, and where the first error is."""

from __future__ import annotations

from quizgame.content.index.catalogue import PackInfo, PackState
from quizgame.content.problems import Problem
from quizgame.news import news


def state(
    questions: int = 12, version: str = "1", errors: int = 0, held: bool = False, key: str = "my-pack.yaml"
) -> PackState:
    file = f"/home/me/{key}"
    error = Problem(file, 7, 3, "no-answer", "there is no answer") if errors else None
    return PackState(PackInfo("My pack", file, key, questions, errors, held=held), version, error)


def said(before: list[PackState], after: list[PackState]) -> list[str]:
    return list(news(before, after).values())


def test_nothing_changed() -> None:
    assert said([state()], [state()]) == []


def test_a_pack_is_read_again() -> None:
    assert said([state()], [state(13, "2")]) == ["my-pack.yaml was read again: 13 questions."]
    assert said([state()], [state(1, "2")]) == ["my-pack.yaml was read again: 1 question."]


def test_a_broken_save_is_held_back() -> None:
    (sentence,) = said([state()], [state(12, "2", 2, held=True)])
    assert sentence == (
        "my-pack.yaml was saved with 2 errors, the first in line 7; the questions it had before are asked."
    )


def test_errors_beside_good_questions() -> None:
    (sentence,) = said([state(12, "1", 2)], [state(12, "2", 1)])
    assert sentence == "my-pack.yaml was read again: 12 questions, and 1 error, in line 7."


def test_packs_that_come_and_go() -> None:
    assert said([], [state(8)]) == ["my-pack.yaml: 8 questions added."]
    assert said([state(8)], []) == ["my-pack.yaml is gone, and its 8 questions with it."]


def test_many_new_packs_are_counted() -> None:
    packs = [state(2_500, key=f"{number}.yaml") for number in range(20)]
    assert said([], packs) == ["20 packs with 50,000 questions were added."]


def test_in_a_folder_of_files_the_file_is_named() -> None:
    info = PackInfo("Heat", "/game/heat", "heat", 900, 1)
    error = Problem("/game/heat/facts/cast.yaml", 40, 1, "bad", "bad")
    (sentence,) = news([PackState(info, "1", None)], [PackState(info, "2", error)]).values()
    assert sentence.endswith("1 error, in line 40 of cast.yaml.")
