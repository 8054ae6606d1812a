"""What is drawn a band at a time looks like what is drawn at once."""

from __future__ import annotations

import pygame
import pytest

from quizgame.quiz.bank import MemoryBank
from quizgame.screen.bands import BAND, Bands
from quizgame.screen.paint import PixelCanvas
from quizgame.screen.theme import theme_of
from tests.gallery import scenes
from tests.screen.small_bank import small_bank
from tests.shots import Camera

SIZES = [(640, 360), (601, 803)]


@pytest.fixture(scope="module")
def bank() -> MemoryBank:
    return small_bank()


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
def test_a_screen_in_bands_is_the_screen(size: tuple[int, int], bank: MemoryBank) -> None:
    camera = Camera(theme_of(100, False, False), size)
    assert size[0] * size[1] * 4 > 2 * BAND
    shown = pygame.Surface(size, depth=32)
    for name, scene in scenes(bank):
        camera.take(scene)  # and no picture comes between the two
        bands = Bands(pygame.Surface(size, depth=32))
        scene.draw(
            PixelCanvas(camera.surface, camera._painter, camera._backdrop, camera._images), camera.page()
        )
        scene.draw(PixelCanvas(bands, camera._painter, camera._backdrop, camera._images), camera.page())
        bands.lay(shown)
        assert pygame.image.tobytes(shown, "RGB") == pygame.image.tobytes(camera.surface, "RGB"), name


def test_what_is_asked_for_at_once_is_there_and_the_rest_comes_later() -> None:
    surface = pygame.Surface((40, 30), depth=32)
    bands = Bands(surface)
    bands.fill((200, 0, 0))
    assert bands.at_once().get_at((0, 0))[:3] == (200, 0, 0)
    bands.set_clip(pygame.Rect(0, 0, 10, 10))
    bands.fill((0, 200, 0))
    assert surface.get_at((0, 0))[:3] == (200, 0, 0)
    bands.lay()
    assert (surface.get_at((9, 9))[:3], surface.get_at((10, 10))[:3]) == ((0, 200, 0), (200, 0, 0))
    assert surface.get_clip() == surface.get_rect()


def test_nothing_is_nothing_and_not_everything() -> None:
    surface = pygame.Surface((40, 30), depth=32)
    bands = Bands(surface)
    bands.fill((200, 0, 0), pygame.Rect(5, 5, 0, 10))
    bands.lay()
    assert surface.get_at((20, 20))[:3] == (0, 0, 0)


def test_it_says_where_it_will_draw_as_a_surface_does() -> None:
    surface, piece = pygame.Surface((40, 30), depth=32), pygame.Surface((20, 20))
    bands = Bands(surface)
    for place in (pygame.Rect(5, 5, 20, 20), pygame.Rect(-5, 20, 20, 20), pygame.Rect(60, 60, 20, 20)):
        assert bands.blit(piece, place).size == surface.blit(piece, place).size
