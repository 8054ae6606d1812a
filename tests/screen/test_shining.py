"""Cars, beacons and aircraft: they go on evenly, and are never seen through what stands before them."""

from __future__ import annotations

import pygame
import pytest
from pygame.surfarray import array3d

from quizgame import resources
from quizgame.screen.backdrop import Night
from quizgame.screen.lights import LightShow
from quizgame.screen.scenery import Scenery, read_scenery
from quizgame.screen.shining import JUMP, Piece, Shining
from quizgame.screen.ticks import SLOWLY, TICK_MS

SIZE = (640, 360)
HOUR = 3_600_000 // TICK_MS


@pytest.fixture(scope="module")
def city() -> Scenery:
    scenery = read_scenery(resources.assets() / "pictures", "", SIZE)
    assert scenery
    return scenery


def shining(city: Scenery, heat: float = 0, taken: list[pygame.Rect] | None = None) -> Shining:
    lights = Shining()
    lights.settle(city, Night(heat, 0, ""), taken or [])
    return lights


def pieces(lights: Shining, tick: int = HOUR, shift: int = 0) -> list[Piece]:
    return [*lights.slow(tick, shift), *lights.quick(tick, shift)]


def middles(pieces: list[Piece]) -> set[tuple[int, int]]:
    return {rect.center for _, rect in pieces}


def test_the_same_time_looks_the_same_whatever_was_shown_before(city: Scenery) -> None:
    begun_early, begun_late = shining(city), shining(city)
    for tick in range(HOUR, HOUR + 40):
        pieces(begun_early, tick)
    assert middles(pieces(begun_early, HOUR + 40)) == middles(pieces(begun_late, HOUR + 40))
    assert middles(pieces(begun_late, HOUR + 80)) != middles(pieces(begun_late, HOUR + 40))


def test_from_one_picture_to_the_next_no_car_goes_further_than_a_few_pixels(city: Scenery) -> None:
    lights = shining(city._replace(lights=city.lights._replace(beacons=(), flights=())))
    for tick in range(HOUR, HOUR + 100):
        before, after = (middles(pieces(lights, at)) for at in (tick, tick + 1))
        far = [here for here in after if min(abs(here[0] - x) + abs(here[1] - y) for x, y in before) > 8]
        assert len(far) <= 2  # where some come into the window, or out from behind the hill


def test_only_what_is_quick_is_another_at_every_tick(city: Scenery) -> None:
    lights = shining(city)
    slow, quick = (
        [show(tick, 0) for tick in (HOUR, HOUR + 1, HOUR + 2)] for show in (lights.slow, lights.quick)
    )
    assert slow[0] == slow[1] != slow[2]
    assert quick[0] != quick[1] != quick[2]


def test_what_is_slow_never_jumps(city: Scenery) -> None:
    lights = shining(city)
    for tick in range(HOUR, HOUR + 200, SLOWLY):
        before, after = (middles(lights.slow(at, 0)) for at in (tick, tick + SLOWLY))
        leapt = [
            here
            for here in after
            if min(max(abs(here[0] - x), abs(here[1] - y)) for x, y in before) > JUMP + 1
        ]
        assert len(leapt) <= 2  # where some come into the window, out from behind the hill, or slow down


def test_what_is_covered_is_not_lit_and_the_rest_is_as_it_was(city: Scenery) -> None:
    cover = pygame.Rect(100, 0, 300, 360)
    bare, covered = pieces(shining(city)), pieces(shining(city, taken=[cover]))
    assert 0 < len(covered) < len(bare)
    assert not any(rect.colliderect(cover) for _, rect in covered)
    assert middles(covered) == middles([piece for piece in bare if not piece[1].colliderect(cover)])


@pytest.mark.parametrize("shift", [-8, 0, 8])
def test_nothing_is_seen_through_a_palm_wherever_it_has_drifted(city: Scenery, shift: int) -> None:
    lights = shining(city, heat=1.0)
    points = {point for tick in range(HOUR, HOUR + 60) for point in middles(pieces(lights, tick, shift))}
    crossed = [(x, y) for x, y in points if city.crossed.get_at((x, y))]
    assert crossed
    assert not any(city.hidden.get_at((min(max(0, x - shift), SIZE[0] - 1), y)) for x, y in crossed)
    assert not any(city.hidden.get_at(point) for point in points if point not in crossed)


def test_a_veil_dims_what_shines_and_without_a_picture_there_is_nothing(city: Scenery) -> None:
    lights = Shining()
    assert pieces(lights) == []
    lights.settle(city, Night(0, 0.99, ""), [])
    assert pieces(lights) == []


def test_where_it_is_only_darker_lights_live_on_and_are_as_dim_as_the_rest(city: Scenery) -> None:
    still = city._replace(lights=city.lights._replace(lanes=(), flights=(), beacons=()))
    window, dark = pygame.Rect(0, 0, *SIZE), city.picture.copy()
    dark.fill((60, 60, 60), special_flags=pygame.BLEND_RGB_MULT)
    swings = []
    for plate, taken, dimmed in ((city.picture, [], []), (dark, [], [window]), (dark, [window], [])):
        lights, light = LightShow(), 0
        lights.settle(still, Night(0, 0, ""), taken, dimmed, plate)
        for tick in range(HOUR, HOUR + 16, SLOWLY):
            shown = plate.copy()
            lights.draw(shown, tick)
            light = max(light, int(abs(array3d(shown).astype(int) - array3d(plate)).sum()))
        swings.append(light)
    free, dim, covered = swings
    assert free * 0.1 < dim < free * 0.5
    assert covered == 0
