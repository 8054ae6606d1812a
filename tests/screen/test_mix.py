"""How the music follows a run: by its heat, smoothly at any frame rate, and out of the way of effects."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgame.screen.mix import DUCKED, Layers, Mix, Volumes, glide, layers_for
from quizgame.screen.scene import Mood

HEATS = st.floats(0, 1)


def settled(mood: Mood, level: float = 1.0) -> Mix:
    return Mix().after(60_000, layers_for(mood), level)


def test_the_title_is_calm_and_a_run_has_a_pulse_from_its_start() -> None:
    assert layers_for(Mood()) == Layers(1.0, 0.0, 0.0)
    start = layers_for(Mood(0.0, True))
    assert start.calm == 1.0
    assert 0 < start.tense < 0.5
    assert start.hot == 0


@given(HEATS, HEATS)
def test_more_heat_is_never_calmer(one: float, other: float) -> None:
    low, high = (layers_for(Mood(heat, True)) for heat in sorted((one, other)))
    assert low.calm >= high.calm
    assert low.hot <= high.hot
    assert low.tense + low.hot <= high.tense + high.hot + 1e-9


@given(HEATS)
def test_every_gain_is_a_gain(heat: float) -> None:
    for mood in (Mood(heat, True), Mood(heat, True, hushed=True)):
        assert all(0 <= gain <= 1 for gain in layers_for(mood))


def test_a_pause_leaves_only_the_calm_layer_and_that_far_away() -> None:
    hushed = layers_for(Mood(0.9, hushed=True))
    assert (hushed.tense, hushed.hot) == (0, 0)
    assert 0 < hushed.calm < 0.5


@given(st.lists(st.integers(1, 300), min_size=1, max_size=30), HEATS)
def test_the_way_is_the_same_at_every_frame_rate(frames: list[int], heat: float) -> None:
    goal, stepped = layers_for(Mood(heat, True)), Mix()
    for ms in frames:
        stepped = stepped.after(stepped.at + ms, goal, 0.6)
    at_once = Mix().after(sum(frames), goal, 0.6)
    assert stepped.heard == pytest.approx(at_once.heard, abs=0.005)


def test_heat_is_heard_within_two_seconds_and_no_faster_than_half_a_second() -> None:
    cold, goal = settled(Mood(0.0, True)), layers_for(Mood(1.0, True))
    soon, later = (cold.after(cold.at + ms, goal, 1.0).layers.hot for ms in (300, 2000))
    assert soon < 0.5
    assert later > 0.95


def test_music_makes_way_by_six_decibels_and_comes_back_by_itself() -> None:
    mix, goal = settled(Mood()), layers_for(Mood())
    under = mix.under(600)
    down = under.after(mix.at + 400, goal, 1.0)
    assert down.heard.calm == pytest.approx(DUCKED, abs=0.01)
    assert under.after(mix.at + 16, goal, 1.0).heard.calm > 0.8  # eased, not cut
    after = down.after(mix.at + 600, goal, 1.0)
    assert 0.5 < after.after(mix.at + 800, goal, 1.0).heard.calm < 0.95
    assert after.after(mix.at + 3000, goal, 1.0).heard.calm == 1.0


def test_a_second_effect_keeps_the_music_down_as_long_as_the_longer_of_the_two() -> None:
    mix = settled(Mood()).under(900).under(100)
    assert mix.after(mix.at + 800, layers_for(Mood()), 1.0).heard.calm == pytest.approx(DUCKED, abs=0.01)


def test_what_the_player_turns_down_is_down_within_a_fifth_of_a_second() -> None:
    mix, goal = settled(Mood(), 0.6), layers_for(Mood())
    assert mix.after(mix.at + 200, goal, 0.0).heard.calm < 0.005
    assert mix.after(mix.at + 400, goal, 0.0).heard == (0, 0, 0)


def test_a_clock_that_stands_still_or_goes_back_changes_nothing() -> None:
    mix = settled(Mood())
    assert mix.after(mix.at, layers_for(Mood(1.0, True)), 0.0).heard == mix.heard
    assert mix.after(mix.at - 500, layers_for(Mood(1.0, True)), 0.0).heard == mix.heard


@given(st.floats(0, 1), st.floats(0, 1), st.integers(0, 5000))
def test_gliding_never_passes_its_goal_and_gets_there(value: float, goal: float, ms: int) -> None:
    assert min(value, goal) - 1e-9 <= glide(value, goal, ms, 100) <= max(value, goal) + 1e-9
    assert glide(value, goal, 60_000, 100) == goal


def test_mute_takes_all_and_music_off_takes_the_music_alone() -> None:
    assert Volumes(muted=True).music_level == Volumes(muted=True).effects_level == 0
    off = Volumes(music_on=False)
    assert off.music_level == 0
    assert off.effects_level == Volumes().effects_level > 0
