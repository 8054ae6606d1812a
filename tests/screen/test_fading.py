"""A fade on surfaces of one colour: what is seen when, and what is kept of what."""

from __future__ import annotations

import pygame
import pytest

from quizgame.screen.fading import DARK_MS, FIRST_MS, MIX_MS, Fade, see_through

SIZE = (41, 23)


def plain(*colour: int) -> pygame.Surface:
    surface = pygame.Surface(SIZE, depth=32)
    surface.fill(colour)
    return surface


def seen(fade: Fade, now: int) -> tuple[int, ...]:
    """What the middle of a green picture is like while a red one goes."""
    surface = plain(200, 0, 0) if fade.hides(now) else plain(0, 200, 0)
    fade.over(surface, now)
    return tuple(surface.get_at((20, 11)))[:3]


def test_the_old_picture_dims_and_then_gives_way_to_the_new() -> None:
    fade = Fade()
    fade.begin(plain(200, 0, 0), 1_000, dips=False)
    assert 180 < seen(fade, 1_000)[0] < 200
    colours = [seen(fade, now) for now in range(1_016, 1_000 + MIX_MS, 16)]
    assert [red for red, _, _ in colours] == sorted((red for red, _, _ in colours), reverse=True)
    assert all(198 <= red + green <= 201 for red, green, _ in colours)
    assert seen(fade, 1_000 + MIX_MS) == (0, 200, 0)
    assert not fade.runs


@pytest.mark.parametrize("old", [plain(200, 0, 0), None])
def test_through_the_dark_the_new_picture_is_hidden_first(old: pygame.Surface | None) -> None:
    fade = Fade()
    fade.begin(old, 1_000, dips=True)
    assert fade.hides(1_000)
    assert fade.hides(1_000 + DARK_MS // 2) is (old is not None)
    assert not fade.hides(1_000 + DARK_MS - FIRST_MS)


def test_what_is_seen_through_is_the_picture_itself_and_it_can_be_drawn_on_again() -> None:
    picture, under = plain(200, 0, 0), plain(0, 0, 200)
    glass = see_through(picture)
    glass.fill((255, 255, 255, 128), special_flags=pygame.BLEND_RGBA_MIN)
    under.blit(glass, (0, 0))
    assert 95 <= under.get_at((5, 5))[0] <= 105 >= under.get_at((5, 5))[2] >= 95
    picture.fill((0, 200, 0))
    assert tuple(glass.get_at((5, 5)))[:3] == (0, 200, 0)
    del glass
    picture.blit(plain(0, 0, 9), (0, 0))
    assert tuple(picture.get_at((5, 5)))[:3] == (0, 0, 9)
