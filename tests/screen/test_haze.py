"""The haze and the drift of what stands in front: bounded, slow and without leaps at any time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame import resources
from quizgame.screen.haze import REACH, Bank, body, drift, lean, thickness, tint
from quizgame.screen.living import read_lights

DAY = 86_400_000
PICTURES = resources.assets() / "pictures"
CITY = read_lights(PICTURES / "lights.json").haze
LEVELS = 40  # of 255: haze is hardly seen, so its colour may add no more than this
PLACES = ("yard", "lake-front")

times = st.integers(0, DAY)
across = st.floats(-0.2, 1.2)
banks = st.sampled_from(list(enumerate(CITY)))


def test_haze_lies_over_the_city_in_two_depths_and_the_nearer_goes_faster() -> None:
    far, near = CITY
    assert far.top < near.top
    assert far.bottom < near.bottom
    assert far.pace < near.pace


@pytest.mark.parametrize("place", PLACES)
def test_haze_lies_where_there_is_air(place: str) -> None:
    assert read_lights(PICTURES / "places" / f"{place}.json").haze


@given(banks, across, times, st.integers(1, 1000))
@settings(max_examples=150)
def test_haze_stays_within_its_bounds_and_never_leaps(
    numbered: tuple[int, Bank], x: float, now: int, later: int
) -> None:
    number, bank = numbered
    here, then = (thickness(number, bank, x, at) for at in (now, now + later))
    assert 0 <= here <= 1
    assert abs(then - here) * max(bank.colour) <= 0.005 * later  # five levels of 255 a second at most
    slow, thence = (lean(number, bank, x, at) for at in (now, now + later))
    assert -1 <= slow <= 1
    assert abs(thence - slow) <= 0.0002 * later
    assert abs(thickness(number, bank, x + 0.01, now) - here) < 0.3  # soft: a hundredth of the picture


@given(banks, st.floats(0, 1), st.floats(-1, 1))
@settings(max_examples=100)
def test_a_bank_ends_softly_inside_its_rows(numbered: tuple[int, Bank], y: float, leaning: float) -> None:
    bank = numbered[1]
    thick = body(bank, y, leaning)
    assert 0 <= thick <= 1
    assert bank.top <= y <= bank.bottom or thick == 0
    assert abs(body(bank, y + 0.002, leaning) - thick) < 0.1


def test_haze_moves_and_has_gaps() -> None:
    far = CITY[0]
    seen = [[thickness(0, far, x / 50, now) for x in range(50)] for now in (0, 60_000)]
    assert max(seen[0]) > 0.7
    assert min(seen[0]) < 0.2
    assert max(abs(a - b) for a, b in zip(*seen, strict=True)) > 0.3


@given(st.floats(0, 1))
@settings(max_examples=50)
def test_heat_makes_haze_denser_and_warmer_but_never_bright(heat: float) -> None:
    for bank in CITY:
        cold, hot = tint(bank, 0), tint(bank, heat)
        assert cold == bank.colour
        assert hot[0] - hot[2] >= cold[0] - cold[2]
        assert max(hot) <= 1.8 * LEVELS
        assert max(cold) <= LEVELS
        assert hot[0] >= cold[0]


@given(times, st.integers(1, 1000))
@settings(max_examples=100)
def test_the_eye_goes_slowly_to_and_fro(gone: int, more: int) -> None:
    assert abs(drift(gone)) <= REACH
    assert abs(drift(gone + more) - drift(gone)) <= 0.001 * more  # one unit of 720 a second at most
    assert drift(0) == 0
