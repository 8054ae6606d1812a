"""What is written down in bands looks like what is drawn at once, and is drawn again only if it must be."""

from __future__ import annotations

from functools import partial

import pygame
import pytest

from quizgame.quiz.bank import MemoryBank
from quizgame.screen.bands import BAND, Bands
from quizgame.screen.paint import PixelCanvas
from quizgame.screen.plate import Plate
from quizgame.screen.theme import theme_of
from tests.gallery import scenes
from tests.screen.small_bank import small_bank
from tests.shots import Camera

SIZES = [(640, 360), (601, 803)]
SMALL = (2_000, 90)  # three bands
RED, GREEN, BLACK = (200, 0, 0), (0, 200, 0), (0, 0, 0)


@pytest.fixture(scope="module")
def bank() -> MemoryBank:
    return small_bank()


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
def test_screen_after_screen_on_one_plate_is_each_time_the_screen(
    size: tuple[int, int], bank: MemoryBank
) -> None:
    camera, plate = Camera(theme_of(100, False, False), size), Plate(size)
    assert size[0] * size[1] * 4 > 2 * BAND
    shown = pygame.Surface(size, depth=32)
    for name, scene in scenes(bank):
        camera.take(scene)  # and no picture comes between the two
        bands = Bands(size)
        for surface in (camera.surface, bands):
            canvas = PixelCanvas(surface, camera._painter, camera._backdrop, camera._images)
            scene.draw(canvas, camera.page())
        plate.take(bands)
        plate.lay(shown)
        assert pygame.image.tobytes(shown, "RGB") == pygame.image.tobytes(camera.surface, "RGB"), name


def written(*fills: pygame.Rect) -> Bands:
    """Red, with green parts."""
    bands = Bands(SMALL)
    bands.fill(RED)
    for rect in fills:
        bands.fill(GREEN, rect)
    return bands


def colours(surface: pygame.Surface) -> list[tuple[int, ...]]:
    """In the middle of each band."""
    return [tuple(surface.get_at((1_000, y)))[:3] for y in (15, 45, 80)]


def test_only_bands_in_which_something_is_another_are_drawn_again() -> None:
    plate, shown = Plate(SMALL), pygame.Surface(SMALL, depth=32)
    plate.take(written())
    plate.lay(shown)
    assert colours(shown) == [RED, RED, RED]
    shown.fill(BLACK)
    plate.take(written(pygame.Rect(0, 40, 2_000, 10)))
    plate.lay(shown)
    assert colours(shown) == [BLACK, GREEN, BLACK]
    assert colours(plate.sheet) == [RED, GREEN, RED]


def test_what_was_spoilt_is_drawn_again() -> None:
    plate, shown = Plate(SMALL), pygame.Surface(SMALL, depth=32)
    for part, seen in ((pygame.Rect(5, 70, 9, 9), [BLACK, BLACK, RED]), (None, [RED, RED, RED])):
        plate.take(written())
        plate.lay()
        shown.fill(BLACK)
        plate.spoil(part)
        plate.take(written())
        plate.lay(shown)
        assert colours(shown) == seen


def test_half_of_it_can_wait() -> None:
    plate, shown = Plate(SMALL), pygame.Surface(SMALL, depth=32)
    plate.take(written())
    plate.lay(shown, parts=2)
    assert colours(shown) == [RED, RED, BLACK]
    assert plate.waits
    plate.lay(shown)
    assert colours(shown) == [RED, RED, RED]
    assert (plate.waits, colours(plate.sheet)) == (False, [RED] * 3)


def test_what_waited_and_was_never_drawn_is_not_taken_for_drawn() -> None:
    plate = Plate(SMALL)
    plate.take(written())
    plate.lay(parts=2)
    plate.take(written())
    plate.lay()
    assert colours(plate.sheet) == [RED, RED, RED]


def test_a_part_can_be_seen_without_some_of_its_sheets() -> None:
    sheet, plate, surface = pygame.Surface(SMALL), Plate(SMALL), pygame.Surface(SMALL, depth=32)
    sheet.fill(RED)
    bands = Bands(SMALL)
    bands.blit(sheet, (0, 0))
    bands.fill(GREEN, pygame.Rect(0, 40, 2_000, 10))
    bands.fill((0, 0, 0), pygame.Rect(1_200, 40, 90, 90), pygame.BLEND_RGB_MULT)
    plate.take(bands)
    surface.fill((0, 0, 90))
    plate.replay(surface, pygame.Rect(990, 0, 20, 60), [sheet])
    assert colours(surface) == [(0, 0, 90), GREEN, (0, 0, 90)]
    for beside in ((900, 45), (1_250, 45)):
        assert surface.get_at(beside)[:3] == (0, 0, 90)


def test_what_is_called_later_is_called_for_its_part_of_each_band() -> None:
    plate, rect = Plate(SMALL), pygame.Rect(10, 20, 30, 50)
    for colour in (RED, GREEN):
        bands = Bands(SMALL)
        bands.later(rect, pygame.Surface.fill, colour)
        plate.take(bands)
        plate.lay()
        assert plate.sheet.get_at((15, 69))[:3] == colour
        assert [plate.sheet.get_at(at)[:3] for at in ((15, 19), (15, 70), (9, 40), (40, 40))] == [BLACK] * 4


def test_nothing_is_nothing_and_not_everything() -> None:
    plate, bands = Plate(SMALL), Bands(SMALL)
    bands.fill(RED, pygame.Rect(5, 5, 0, 10))
    bands.blit(pygame.Surface((3, 3)), (5_000, 5))
    plate.take(bands)
    plate.lay()
    assert colours(plate.sheet) == [BLACK] * 3


@pytest.mark.parametrize("clip", [None, pygame.Rect(8, 8, 15, 15)])
def test_it_draws_where_a_surface_draws_and_says_so(clip: pygame.Rect | None) -> None:
    surface, piece = pygame.Surface((40, 30), depth=32), pygame.Surface((20, 20))
    pygame.draw.line(piece, RED, (0, 0), (20, 20), 3)
    bands, plate = Bands((40, 30)), Plate((40, 30))
    for target in (surface, bands):
        if clip:
            target.set_clip(clip)
    for place in (pygame.Rect(5, 5, 20, 20), pygame.Rect(-5, 20, 20, 20), pygame.Rect(60, 60, 20, 20)):
        for area in (None, (3, 4, 9, 9)):
            lay = partial(bands.blit, piece, place, area), partial(surface.blit, piece, place, area)
            assert lay[0]().size == lay[1]().size
    plate.take(bands)
    plate.lay()
    assert pygame.image.tobytes(plate.sheet, "RGB") == pygame.image.tobytes(surface, "RGB")
