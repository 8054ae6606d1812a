"""The silence before a verdict is longer where much hangs on it; a key ends it, and voice and music wait."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quizgame.quiz.rules import MAX_HEAT
from quizgame.screen.mix import FAR, Layers, layers_for
from quizgame.screen.scene import Action, Press
from quizgame.screen.scenes.reveal import RevealScene
from quizgame.screen.suspense import BREATH_MS, LONG_MS, SHORT_MS, stepping_back
from quizgame.screen.terms import Player, Terms
from tests.screen.moves import page
from tests.screen.test_suspense import VERDICTS, Answered, seen

TWO = Terms(players=(Player("Ann"), Player("Bob")))


def put(case: str, right: bool = False) -> Answered:
    """A question that was just answered, and what hangs on it."""
    answered = Answered(right=right, heat=MAX_HEAT - 5 if case == "bust" else 0)
    left, standing = answered.question.left, answered.standing
    asked, terms, reveal = left.asked, Terms(), answered.reveal
    match case:
        case "last of its round":
            standing = replace(standing, question=standing.questions)
        case "last of the only round":
            standing = replace(standing, question=standing.questions, rounds=1)
        case "doubled" | "doubled for one of two":
            asked = replace(asked, doubled=True)
            terms = TWO if "two" in case else terms
            standing = replace(standing, takes=(0, 0)) if "two" in case else standing
        case "too late":
            asked, reveal = replace(asked, doubled=True), replace(reveal, given=None)
    left = replace(left, asked=asked)
    answered.scene = RevealScene(standing, reveal, "Next question", terms=terms, left=left)
    answered.scene.arrive(page(0))
    return answered


def told(answered: Answered, now: int) -> bool:
    """Whether it can be seen how it went."""
    return any(seen(answered, now).get(word) for word in VERDICTS)


@pytest.mark.parametrize(
    ("case", "breath"),
    [
        ("usual", BREATH_MS),
        ("last of its round", LONG_MS),
        ("last of the only round", BREATH_MS),
        ("doubled", LONG_MS),
        ("bust", LONG_MS),
        ("doubled for one of two", SHORT_MS),
        ("too late", BREATH_MS),
    ],
)
def test_so_long_nothing_is_said(case: str, breath: int) -> None:
    assert not told(put(case), breath)
    assert told(put(case), breath + 20)


@pytest.mark.parametrize("right", [True, False])
def test_right_and_wrong_keep_one_waiting_alike(right: bool) -> None:
    assert put("bust", right).scene._breath == LONG_MS


def test_ear_and_voice_wait_for_the_whole_of_it() -> None:
    answered = put("doubled")
    for now in range(0, LONG_MS, 40):
        answered.at(now)
        assert answered.scene.holds_back(page(now))
        assert layers_for(answered.scene.mood()) == Layers(calm=FAR)
        assert set(answered.scene.sounds()) <= {"choose"}
    answered.at(LONG_MS)
    assert not answered.scene.holds_back(page(LONG_MS))
    assert not answered.scene.mood().hushed
    assert "wrong" in answered.scene.sounds()


@pytest.mark.parametrize("now", [0, BREATH_MS, LONG_MS - 1])
def test_any_key_ends_it(now: int) -> None:
    answered = put("last of its round")
    answered.scene.handle(Press(Action.OTHER), page(now))
    assert not answered.scene.holds_back(page(now + 1))
    assert told(answered, now + 1)


def test_with_reduced_motion_there_is_none() -> None:
    answered = put("doubled")
    assert not answered.scene.holds_back(page(0, motion=False))


def test_the_words_of_the_question_stand_still_before_they_step_back() -> None:
    longer = LONG_MS - BREATH_MS
    assert stepping_back(longer, LONG_MS) == (1.0, 0.0)
    for ms in range(BREATH_MS + 1):
        assert stepping_back(longer + ms, LONG_MS) == stepping_back(ms, BREATH_MS)
