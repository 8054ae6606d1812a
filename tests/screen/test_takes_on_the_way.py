"""The take counts wherever it stands: on the plates of several, and against the one clock."""

from __future__ import annotations

from typing import Any

from quizgame.quiz.modes import THIRTY_SECONDS
from quizgame.screen.band import dollars
from quizgame.screen.counting import COUNTED_MS
from quizgame.screen.scene import Scene
from tests import gallery_modes
from tests.screen.moves import BANK, page
from tests.screen.survey import surveyed
from tests.screen.test_motion import fresh


def figures(scene: Scene[Any], now: int, motion: bool = True) -> list[str]:
    return [line for line in surveyed(scene, page(now, motion)).lines if line.startswith("$")]


def test_only_the_plate_of_who_answered_counts() -> None:
    scene = fresh("buzzers-reveal")
    scene.arrive(page(0))
    first, between, last = (figures(scene, now) for now in (0, 300, COUNTED_MS))
    assert len(first) == len(between) == len(last) == 8
    changed = [seat for seat in range(8) if first[seat] != last[seat]]
    assert changed == [1]
    assert len({first[1], between[1], last[1]}) == 3
    assert last == figures(fresh("buzzers-reveal"), 0)


def test_plates_are_there_at_once_where_nothing_may_move() -> None:
    scene = fresh("buzzers-reveal")
    scene.arrive(page(0, motion=False))
    assert figures(scene, 0, motion=False) == figures(fresh("buzzers-reveal"), 0)


def test_against_one_clock_the_take_counts_above_the_next_question() -> None:
    table = gallery_modes.Table(BANK, THIRTY_SECONDS).to_options()
    before = table.sitting.session.take
    scene, now = table.right().question(0), table.clock.now
    scene.arrive(page(now))
    takes = [figures(scene, now + ms)[0] for ms in (0, 300, COUNTED_MS)]
    assert takes[0] == dollars(before)
    assert takes[2] == dollars(table.sitting.session.take)
    assert takes[1] not in (takes[0], takes[2])
    assert scene.still(page(now)) != scene.still(page(now + COUNTED_MS))
    assert scene.live(page(now + 300)) != scene.live(page(now + 316))
