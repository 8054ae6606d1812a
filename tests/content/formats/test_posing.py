"""Tidy options of a foreign file, made into something that can be asked."""

from __future__ import annotations

import pytest

from quizgame.content.formats.base import Unreadable
from quizgame.content.formats.posing import posed, posed_typed
from quizgame.content.kinds import MOST_OTHERS
from quizgame.quiz.tasks import Typed


def test_as_many_known_wrong_answers_are_kept_as_a_pack_may_have() -> None:
    others = [f"wrong answer {number}" for number in range(1_000, 1_000 + MOST_OTHERS + 5)]
    task, _ = posed_typed(["right"], others)
    assert task == Typed(("right",), tuple(others[:MOST_OTHERS]))


def test_a_wrong_answer_that_is_the_right_one_in_other_letters_is_left_out() -> None:
    task, _ = posed_typed(["Val Kilmer", "L.A."], ["Kilmer, Val", "la", "Valkilmer", "Val Kilmar"])
    assert task == Typed(("Val Kilmer", "L.A."), ("Val Kilmar",))


def test_so_many_right_options_that_none_could_be_wrong_are_refused() -> None:
    with pytest.raises(Unreadable, match="6 options are right; at most 5 can be"):
        posed([*"abcdef"], ["g"])
    task, _ = posed([*"abcde"], ["g"])
    assert task.answer
