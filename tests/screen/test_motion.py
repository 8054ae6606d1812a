"""What moves on the screens of a run: it comes to rest where it should, holds nobody up, and can be off."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import pytest

from quizgame.quiz.events import Answer, Open
from quizgame.quiz.session import after
from quizgame.quiz.simulate import wrong_answer
from quizgame.screen.band import dollars
from quizgame.screen.menu import FocusScene
from quizgame.screen.scene import Action, Finished, Press, Scene
from tests import gallery
from tests.kind_samples import QUESTIONS
from tests.screen.moves import BANK, PUT, page
from tests.screen.survey import surveyed

LONGEST_MS = 2_000
REVEALS = ("reveal-right", "reveal-wrong", "reveal-late")
SCENES = (*REVEALS, "decision", "busted", "result", "result-busted", "pause")
GUARDED = ("decision", "result", "result-busted")
"""Enter at once may have been meant for the screen before: there it works a little later."""
KINDS = tuple(f"reveal-{name}-{how}" for name in QUESTIONS for how in ("right", "wrong"))


def fresh(name: str) -> Scene[Any]:
    """A scene of the gallery that nobody has seen yet."""
    return next(scene for found, scene in gallery.scenes(BANK) if found == name)


def redraws(scene: Scene[Any], start: int, length: int, motion: bool = True) -> list[int]:
    """When something was drawn in so many ms, at a frame every 16 ms."""
    drawn, shown = [], object()
    for now in range(start, start + length, 16):
        at = page(now, motion)
        seen: Hashable = (scene.still(at), scene.live(at))
        if seen != shown:
            drawn.append(now - start)
        shown = seen
    return drawn


@pytest.mark.parametrize("name", [*SCENES, *KINDS])
def test_a_screen_comes_to_rest_as_if_nothing_had_ever_moved(name: str) -> None:
    settled = surveyed(fresh(name), page(0))
    scene = fresh(name)
    scene.arrive(page(0))
    moved = surveyed(scene, page(LONGEST_MS))
    assert (moved.words, moved.shapes, sorted(moved.lines)) == (
        settled.words,
        settled.shapes,
        sorted(settled.lines),
    )


@pytest.mark.parametrize("name", [*SCENES, *KINDS])
def test_reduced_motion_shows_all_at_once_and_draws_once(name: str) -> None:
    scene = fresh(name)
    scene.arrive(page(0, motion=False))
    assert surveyed(scene, page(0, motion=False)).lines == surveyed(fresh(name), page(0, motion=False)).lines
    assert redraws(scene, 0, LONGEST_MS, motion=False) == [0]


@pytest.mark.parametrize("name", SCENES)
def test_a_screen_that_has_come_to_rest_is_drawn_no_more(name: str) -> None:
    scene = fresh(name)
    scene.arrive(page(0))
    drawn = redraws(scene, 0, 10_000)
    assert len(drawn) > 10  # it did move
    assert drawn[-1] < LONGEST_MS
    if name != "decision":  # whose clock stands still in the gallery
        assert scene.live(page(10_000)) is None


@pytest.mark.parametrize("name", [*SCENES, *KINDS])
def test_all_that_can_be_pressed_lies_where_it_will_lie_from_the_first_frame(name: str) -> None:
    scene = fresh(name)
    scene.arrive(page(0))
    spots = getattr(scene, "spots", lambda _: ())
    assert spots(page(0)) == spots(page(LONGEST_MS))


@pytest.mark.parametrize("name", SCENES)
def test_a_key_works_on_the_first_frame(name: str) -> None:
    scene = fresh(name)
    scene.arrive(page(0))
    surveyed(scene, page(0))
    if name in GUARDED:
        assert isinstance(scene, FocusScene)
        before = scene.focused(page(0))
        scene.handle(Press(Action.RIGHT), page(0))
        assert scene.focused(page(0)) != before
    else:
        assert isinstance(scene.handle(Press(Action.ACCEPT), page(0)), Finished)


@pytest.mark.parametrize("right", [True, False])
def test_take_and_heat_go_from_what_they_were_to_exactly_what_they_are(right: bool) -> None:
    asking = after(PUT, Open(PUT.at))
    card = asking.card
    settled = after(asking, Answer(asking.at + 5_000, card.right if right else wrong_answer(card)))
    scene = gallery.reveal_scene(settled)
    scene.arrive(page(0))
    lines = [surveyed(scene, page(now)).lines for now in range(0, 1_500, 10)]
    takes = [dollars(asking.take), dollars(settled.take)]
    assert takes[0] in lines[0]
    assert takes[1] in lines[-1]
    assert f"HEAT {settled.heat}" in lines[-1]
    heats = [int(line.removeprefix("HEAT ")) for each in lines for line in each if line.startswith("HEAT ")]
    assert heats[0] == asking.heat
    assert heats == sorted(heats)
    counted = [amount(each) for each in lines]
    assert counted == sorted(counted)
    assert len(set(counted)) > 20 if right else set(counted) == {asking.take}


def amount(lines: list[str]) -> int:
    return int(next(line for line in lines if line.startswith("$")).strip("$").replace(",", ""))


def test_the_sums_add_up_at_every_moment_and_are_exact_at_the_end() -> None:
    scene = fresh("result-busted")
    scene.arrive(page(0))
    for now in range(0, 2_000, 20):
        figures = [line for line in surveyed(scene, page(now)).lines if line.lstrip("-").startswith("$")]
        *lines, total = (int(line.replace("$", "").replace(",", "")) for line in figures)
        assert sum(lines) == total
    assert surveyed(scene, page(2_000)).lines == surveyed(fresh("result-busted"), page(0)).lines


def test_a_key_completes_the_sums_at_once_and_does_what_it_means() -> None:
    scene = fresh("result")
    scene.arrive(page(0))
    scene.handle(Press(Action.RIGHT), page(100))
    other = fresh("result")
    other.handle(Press(Action.RIGHT), page(0))
    assert sorted(surveyed(scene, page(100)).lines) == sorted(surveyed(other, page(0)).lines)


def test_three_of_four_bags_fall() -> None:
    scene = fresh("busted")
    scene.arrive(page(0))
    bags = [surveyed(scene, page(now)).lines.count("<bag>") for now in range(0, 2_000, 20)]
    assert bags[0] == 4
    assert bags[-1] == 1
    assert bags == sorted(bags, reverse=True)
