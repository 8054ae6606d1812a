"""The lights of the city: always the same at the same time, never quicker than eyes can bear."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from quizgame import resources
from quizgame.screen.living import (
    Car,
    Lights,
    aircraft,
    beacon_strength,
    cars_of,
    chance,
    glow_course,
    lamp_course,
    neon_course,
    patrol,
    read_lights,
    window_course,
)
from quizgame.screen.ticks import TICK_MS

HOUR = 3_600_000


@pytest.fixture(scope="module")
def city() -> Lights:
    return read_lights(resources.assets() / "pictures" / "lights.json")


def test_the_city_has_lights_of_every_kind(city: Lights) -> None:
    assert min(len(city.windows), len(city.lamps)) >= 100
    assert len(city.beacons) >= 5
    assert len(city.lanes) >= 2
    assert city.flights


def test_luck_is_even_and_always_the_same() -> None:
    drawn = [chance(number, salt) for number in range(400) for salt in range(5)]
    assert drawn == [chance(number, salt) for number in range(400) for salt in range(5)]
    assert all(0 <= luck <= 1 for luck in drawn)
    for tenth in range(10):
        assert 0.08 < sum(tenth / 10 <= luck < (tenth + 1) / 10 for luck in drawn) / len(drawn) < 0.12


@pytest.mark.parametrize("heat", [0.0, 0.5, 1.0])
def test_nothing_flashes_more_than_three_times_a_second(heat: float, city: Lights) -> None:
    for start in (0, HOUR):
        moments = [start + at * 20 for at in range(500)]
        courses = [[beacon_strength(number, now) for now in moments] for number in range(20)]
        courses += [[lamp_course(number)(now) for now in moments] for number in range(20)]
        courses += [[window_course(number)(now) for now in moments] for number in range(20)]
        courses += [[glow_course(number)(now) for now in moments] for number in range(20)]
        courses += [[neon_course(number)(now) for now in moments] for number in range(20)]
        courses += [[blue_and_red(city, now, heat) for now in moments]]
        for course in courses:
            assert flashes(course) <= 3 * (moments[-1] - start) / 1000


def blue_and_red(city: Lights, now: int, heat: float) -> float:
    """How bright the light of the first police car is."""
    found = next((car for car in cars_of(city.lanes, heat) if car.patrols), None)
    return patrol(found, 0.5, 0.5, 0.001, now, heat).strength if found else 0.0


def flashes(course: list[float]) -> int:
    """How often it swings by a tenth and more up and down again."""
    turns, last, rising = 0, course[0], True
    for here, there in pairwise(course):
        if (there > here) != rising and abs(here - last) >= 0.1:
            turns, last, rising = turns + 1, here, there > here
    return turns // 2


def test_windows_go_on_and_off_gently(city: Lights) -> None:
    for number in range(len(city.windows)):
        course = [window_course(number)(at * TICK_MS) for at in range(600)]
        assert max(abs(a - b) for a, b in pairwise(course)) < 0.35
    assert len({round(window_course(number)(0), 2) for number in range(len(city.windows))}) > 2


def test_large_lights_change_little_and_neon_sinks_now_and_then_without_going_out() -> None:
    for number in range(20):
        sway = [glow_course(number)(at * TICK_MS) for at in range(600)]
        neon = [neon_course(number)(at * TICK_MS) for at in range(600)]
        assert 0.2 < max(map(abs, sway)) <= 0.44
        assert max(abs(a - b) for a, b in pairwise(sway)) < 0.16
        assert -0.71 <= min(neon) < -0.4
        assert max(neon) <= 0
        assert sum(level > -0.2 for level in neon) > 0.8 * len(neon)
        assert max(abs(a - b) for a, b in pairwise(neon)) < 0.3


@pytest.mark.parametrize(
    ("place", "kinds"),
    [
        ("yard", ("lamps", "glows")),
        ("restaurant", ("windows", "glows", "neon")),
        ("coffee-shop", ("windows", "glows")),
        ("vault", ("glows", "beacons")),
        ("lake-front", ("windows", "lamps", "beacons")),
    ],
)
def test_every_place_of_the_score_is_alive(place: str, kinds: tuple[str, ...]) -> None:
    lights = read_lights(resources.assets() / "pictures" / "places" / f"{place}.json")
    assert [kind for kind in kinds if not getattr(lights, kind)] == []


def test_heat_brings_more_and_redder_cars_and_the_police(city: Lights) -> None:
    calm, hot = (cars_of(city.lanes, heat) for heat in (0.0, 1.0))
    assert len(hot) > 1.4 * len(calm) > 0
    assert redness(hot) > redness(calm) + 0.05
    assert not any(car.patrols for car in calm)
    assert any(car.patrols for car in hot)


def redness(cars: Sequence[Car]) -> float:
    return sum(car.colour[0] / sum(car.colour) for car in cars) / len(cars)


def test_cars_stay_on_their_lanes_and_drive_without_leaps(city: Lights) -> None:
    lane = city.lanes[0]
    places = [lane.at(share / 1000) for share in range(1001)]
    assert places[0] == pytest.approx(lane.points[0])
    assert places[-1] == pytest.approx(lane.points[-1])
    assert max(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(places)) < 0.02


def test_aircraft_come_and_go_in_the_dark(city: Lights) -> None:
    length = round(1000 * city.flights[0].seconds)
    seen = [max(glow.strength for glow in aircraft(city.flights, now)) for now in range(0, length, 200)]
    assert max(seen) > 0.5
    assert max(abs(a - b) for a, b in pairwise(seen)) < 0.2
