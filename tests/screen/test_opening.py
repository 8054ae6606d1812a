"""The first seconds: the city comes out of the dark; whoever presses something has seen enough of it."""

from __future__ import annotations

import pygame

from quizgame.screen.fading import OPENING_MS
from quizgame.screen.theme import theme_of
from quizgame.screen.ticks import TICK_MS
from tests.screen.cinema import Cinema, Plain


def test_the_opening_comes_out_of_the_dark_and_ends_by_itself() -> None:
    cinema, scene = Cinema(opening=True), Plain((235, 240, 245))
    brightness = []
    for now in range(0, OPENING_MS + 50, 50):
        cinema.show(scene, now)
        brightness.append(sum(pygame.transform.average_color(cinema.surface)[:3]))
    assert brightness[0] < 0.35 * brightness[-1]
    assert OPENING_MS < 3_000
    fresh = Cinema()
    fresh.show(scene, now)
    assert cinema.bytes() == fresh.bytes()


def test_white_words_can_be_read_on_the_first_frame_of_the_opening() -> None:
    cinema = Cinema(opening=True)
    cinema.show(Plain((232, 241, 248)), 0)
    assert min(cinema.pane()) >= 60


def test_whoever_presses_something_has_seen_the_opening() -> None:
    cinema, scene = Cinema(opening=True), Plain()
    cinema.show(scene, 0)
    cinema.projector.hurry()
    cinema.show(scene, TICK_MS)
    assert cinema.pane() == (0, 200, 0)


def test_there_is_no_opening_with_reduced_motion() -> None:
    cinema = Cinema(theme_of(100, False, True), opening=True)
    cinema.show(Plain(), 0)
    assert cinema.pane() == (0, 200, 0)
