"""The answer that ends a run: the needle hits the end, the word comes down on it, and both are heard once."""

from __future__ import annotations

import pytest

from quizgame.quiz.rules import MAX_HEAT
from quizgame.screen.counting import COUNTED_MS, STAMPED_MS, Counting, Figures
from quizgame.screen.cues import HIGHEST_MS, STAMP_MS
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Action, Press
from quizgame.screen.scenes.reveal import RevealScene
from quizgame.screen.stamp import SHAKE_MS, shaken
from quizgame.screen.suspense import LONG_MS
from tests.screen.moves import layers, page
from tests.screen.survey import surveyed
from tests.screen.test_suspense import Answered

ALL_OVER = LONG_MS + STAMPED_MS + SHAKE_MS


def word(answered: Answered, now: int) -> Rect | None:
    """Where the word stands, if it does."""
    found = [words.ink for words in answered.at(now).words if words.text == "BUSTED"]
    return found[0] if found else None


def needle(answered: Answered, now: int) -> float:
    """Where the meter stands, from 0 to 1."""
    line = next(line for line in answered.at(now).lines if line.startswith("heat "))
    return float(line.split()[1])


def test_the_needle_goes_to_the_end_and_then_the_word_comes_down() -> None:
    fatal = Answered(heat=95)
    stands = [needle(fatal, now) for now in range(0, ALL_OVER, 20)]
    assert stands == sorted(stands)
    assert needle(fatal, LONG_MS + HIGHEST_MS) == 1
    assert f"HEAT {MAX_HEAT}" in fatal.at(LONG_MS + HIGHEST_MS).lines
    assert word(fatal, LONG_MS + STAMP_MS - 1) is None
    assert layers(fatal.scene, page(LONG_MS + STAMPED_MS)).seen["BUSTED"] == 1
    heights = [box.h for now in range(LONG_MS + STAMP_MS, ALL_OVER, 10) if (box := word(fatal, now))]
    assert heights == sorted(heights, reverse=True)
    assert heights[0] > 1.2 * heights[-1]


def test_it_is_heard_as_it_lands_and_once() -> None:
    fatal = Answered(heat=95)
    heard = {}
    for now in range(0, 4_000, 10):
        fatal.at(now)
        heard.update(dict.fromkeys(fatal.scene.sounds(), now))
        assert fatal.scene.mood().hushed is (now < LONG_MS or now >= LONG_MS + STAMPED_MS)
    assert heard == {"choose": 0, "wrong": LONG_MS, "heat_up": LONG_MS, "busted": heard["busted"]}
    assert heard["busted"] == pytest.approx(LONG_MS + STAMPED_MS, abs=10)


@pytest.mark.parametrize("now", [0, LONG_MS - 1, LONG_MS, LONG_MS + HIGHEST_MS, ALL_OVER + 100])
def test_whoever_does_not_wait_for_it_hears_it_all_the_same(now: int) -> None:
    fatal = Answered(heat=95)
    fatal.at(now)
    fatal.scene.handle(Press(Action.ACCEPT), page(now))
    heard = fatal.scene.sounds()
    assert heard.count("busted") == 1
    assert heard.index("wrong") < heard.index("busted")
    assert word(fatal, now) is not None


def test_with_reduced_motion_it_stands_there_and_no_heat_is_heard_rising() -> None:
    fatal, still = Answered(heat=95), page(0, motion=False)
    scene = RevealScene(fatal.standing, fatal.reveal, "Drop the bags", left=fatal.question.left)
    scene.arrive(still)
    assert scene.sounds() == ["wrong", "busted"]
    assert "BUSTED" in surveyed(scene, still).lines
    assert scene.live(still) is None
    assert scene.mood().hushed


@pytest.mark.parametrize(("heat", "right"), [(70, False), (79, False), (99, True)])
def test_what_ends_nothing_stamps_nothing(heat: int, right: bool) -> None:
    answered = Answered(heat=heat, right=right)
    assert answered.standing.heat < MAX_HEAT
    assert [word(answered, now) for now in range(0, 3_000, 100)] == [None] * 30
    assert "busted" not in answered.scene.sounds()
    assert "Busted" not in answered.scene.spoken(page(0))


def test_it_is_read_aloud() -> None:
    assert " Busted. " in Answered(heat=95).scene.spoken(page(0))


def test_all_stands_still_when_the_meter_says_that_it_does() -> None:
    rises = Counting(Figures(500, 95), Figures(500, MAX_HEAT))
    assert COUNTED_MS < STAMPED_MS + SHAKE_MS
    assert rises.moves(STAMPED_MS + SHAKE_MS - 1)
    assert not rises.moves(STAMPED_MS + SHAKE_MS)
    assert any(shaken(age) for age in range(400))
    assert shaken(STAMPED_MS - STAMP_MS + SHAKE_MS) == 0
