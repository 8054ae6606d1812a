"""Values in Open Trivia DB's JSON that its service never sends, and others do."""

from __future__ import annotations

import json
from typing import Any

import pytest

from quizgame.content.formats.base import Found
from quizgame.content.formats.opentdb import read
from quizgame.content.problems import Problem
from quizgame.quiz.tasks import Choice, Task, TrueFalse

GOOD: dict[str, Any] = {"question": "Who is it?", "correct_answer": "Nate", "incorrect_answers": ["Chris"]}


def reading(**other: Any) -> tuple[list[Found], list[str]]:
    """What is found in a list of a good question and one with other values; and what is said of it."""
    every = list(read(json.dumps([{**GOOD, "question": "Who is she?"}, GOOD | other]), "f"))
    found = [one for one in every if isinstance(one, Found)]
    assert found.pop(0).text == "Who is she?"
    return found, [one.what for one in every if isinstance(one, Problem)]


@pytest.mark.parametrize(
    ("right", "said"), [(None, "is missing"), (["Nate"], "a list"), ({"name": "Nate"}, "an object")]
)
def test_an_answer_that_is_no_text_costs_its_question_alone(right: object, said: str) -> None:
    found, (what,) = reading(correct_answer=right)
    assert not found
    assert said in what


@pytest.mark.parametrize(
    ("right", "wrong", "task"), [(True, False, TrueFalse(True)), (7, 8, Choice("7", ("8",)))]
)
def test_an_answer_may_be_the_truth_or_a_number(right: object, wrong: object, task: Task) -> None:
    (one,), problems = reading(correct_answer=right, incorrect_answers=[wrong])
    assert one.task == task
    assert not problems


def test_a_difficulty_that_nobody_knows_is_told_and_left_out() -> None:
    (one,), problems = reading(difficulty="insane")
    assert one.level == 0
    assert problems == ["the difficulty 'insane' is not known and was left out"]


def test_a_long_category_is_cut_between_two_words() -> None:
    (one,), _ = reading(category="Entertainment: " + "films of long ago " * 20)
    assert one.topic.endswith(("films", "of", "long", "ago"))
    assert 20 < len(one.topic) <= 100
