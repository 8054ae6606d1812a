"""Right answers in a row beside the heat, and what a miss does to the meter."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from quizgame.quiz.rules import Rules
from quizgame.screen.counting import COUNTED_MS, Counting, Figures
from quizgame.screen.cues import HIGHEST_MS, WAIT_MS
from quizgame.screen.layout import Rect
from quizgame.screen.scenes.reveal import RevealScene
from quizgame.screen.streak import TURN_MS, pips, turning
from quizgame.screen.terms import Terms
from quizgame.screen.theme import Colour
from tests.screen.moves import page
from tests.screen.survey import Survey
from tests.screen.test_suspense import Answered

WHOLE = Rules().streak
MISS = Counting(Figures(0, 20, 2), Figures(0, 40, 0))


@dataclass(slots=True)
class Painted(Survey):
    """A survey that keeps what was filled, and the colours of small drawings."""

    filled: list[tuple[Rect, Colour]] = field(default_factory=list)
    dots: list[tuple[float, Colour]] = field(default_factory=list)

    def fill(self, rect: Rect, colour: Colour, opacity: int = 255) -> None:
        if opacity:
            self.filled.append((rect, colour))

    def shape(self, name: str, rect: Rect, colour: Colour) -> None:
        Survey.shape(self, name, rect, colour)
        if name == "dot":
            self.dots.append((rect.w, colour))


def painted(scene: RevealScene, now: int) -> Painted:
    at = page(now)
    scene.tick(at)
    canvas = Painted(at)
    scene.draw(canvas, at)
    scene.draw_live(canvas, at)
    return canvas


def lit(scene: RevealScene, now: int) -> int:
    """How many pips are full; the full ones are larger too."""
    canvas = painted(scene, now)
    full = [side for side, colour in canvas.dots if colour == canvas.page.theme.palette.right]
    assert all(side > other for side in full for other, _ in canvas.dots if other not in full)
    return len(full)


def reveal_of(answered: Answered, streak: int, before: int = 0, terms: Terms | None = None) -> RevealScene:
    left = replace(answered.question.left, standing=replace(answered.standing, streak=before))
    standing = replace(answered.standing, streak=streak)
    scene = RevealScene(standing, answered.reveal, "Next question", terms=terms or Terms(), left=left)
    scene.arrive(page(0))
    return scene


@pytest.mark.parametrize("streak", range(9))
def test_as_many_are_full_as_count_towards_the_next_cooling(streak: int) -> None:
    assert sum(pips(streak)) == streak % WHOLE
    assert len(pips(streak)) == WHOLE


@pytest.mark.parametrize(
    ("streak", "before", "then"), [(1, 0, 1), (2, 1, 2), (3, 2, 3), (4, 0, 1), (6, 2, 3)]
)
def test_a_right_answer_fills_one_when_it_is_known_and_not_before(
    streak: int, before: int, then: int
) -> None:
    scene = reveal_of(Answered(right=True), streak)
    breath = scene._breath
    assert [lit(scene, now) for now in (0, breath - 1, breath + TURN_MS)] == [before, before, then]


def test_a_miss_empties_all_when_it_is_known_and_not_before() -> None:
    scene = reveal_of(Answered(), 0, before=2)
    assert [lit(scene, now) for now in (0, scene._breath - 1, scene._breath + TURN_MS)] == [2, 2, 0]


def test_with_reduced_motion_they_stand_as_they_will() -> None:
    assert turning(1, 2, 1 << 30) == pips(2)


def test_without_heat_nothing_is_counted() -> None:
    assert painted(reveal_of(Answered(right=True), 2, terms=Terms(heat=False)), 5_000).dots == []


@pytest.mark.parametrize(
    ("streak", "said"), [(1, "One of three right in a row."), (2, "Two of three right in a row.")]
)
def test_the_voice_counts_too(streak: int, said: str) -> None:
    assert reveal_of(Answered(right=True), streak).spoken(page(0)).endswith(said)
    silent = reveal_of(Answered(right=True), streak, terms=Terms(heat=False))
    assert "in a row" not in silent.spoken(page(0))


def test_the_third_is_told_by_the_heat_that_goes() -> None:
    assert "in a row" not in reveal_of(Answered(right=True), 3).spoken(page(0))


# --- the meter ---


def test_what_a_miss_adds_burns_while_the_needle_rises_and_then_goes_out() -> None:
    burning = [MISS.gauge(age).burns for age in range(WAIT_MS, COUNTED_MS + 1, 10)]
    assert MISS.gauge(HIGHEST_MS).burns > 0.9
    assert burning == sorted(burning, reverse=True)
    assert burning[-1] == MISS.gauge(1 << 30).burns == 0


def test_only_the_new_part_is_in_the_colour_of_alarm() -> None:
    scene = reveal_of(Answered(heat=40), 0)
    canvas = painted(scene, scene._breath + HIGHEST_MS)
    bar = next(rect for name, rect in canvas.shapes if name == "meter")
    burnt = [rect for rect, colour in canvas.filled if colour == canvas.page.theme.palette.alarm]
    assert min(rect.x for rect in burnt) >= bar.x + 0.4 * bar.w
    assert sum(rect.h for rect in burnt) == pytest.approx(bar.h)
    calm = painted(scene, scene._breath + COUNTED_MS)
    assert canvas.page.theme.palette.alarm not in [colour for _, colour in calm.filled]


def test_a_miss_makes_the_meter_jerk_by_four_units_and_stand_still_again() -> None:
    aside = [MISS.gauge(age).aside for age in range(COUNTED_MS)]
    assert max(map(abs, aside)) == pytest.approx(4, abs=0.2)
    assert aside[: WAIT_MS + 1] == [0] * (WAIT_MS + 1)
    assert aside[-1] == MISS.gauge(1 << 30).aside == 0


def test_neither_a_right_answer_nor_heat_that_goes_does_that() -> None:
    cooled = Counting(Figures(0, 40, 2), Figures(100_000, 30, 3))
    for age in range(0, COUNTED_MS, 10):
        assert cooled.gauge(age).burns == cooled.gauge(age).aside == 0
