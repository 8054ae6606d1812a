"""Drawing what shows through or lies aside: on the canvas of pixels, and without a trace afterwards."""

from __future__ import annotations

from collections.abc import Callable

import pygame
import pytest

from quizgame.screen.layout import Rect
from quizgame.screen.paint import PixelCanvas
from quizgame.screen.theme import Style, theme_of
from tests.shots import Camera

CARD = Rect(40, 40, 300, 80)
PAPER, NIGHT = (232, 241, 248), (20, 30, 40)
Draw = Callable[[PixelCanvas], None]


def panel(canvas: PixelCanvas) -> None:
    canvas.panel(CARD, "focus")


def words(canvas: PixelCanvas) -> None:
    canvas.text("Twenty-five", CARD, Style("display", 40), PAPER, glow=True)


def icon(canvas: PixelCanvas) -> None:
    canvas.shape("lock", CARD, PAPER)


def plain(canvas: PixelCanvas) -> None:
    canvas.fill(CARD, PAPER)


def meter(canvas: PixelCanvas) -> None:
    canvas.meter(CARD, 0.4, 0.2)


THINGS = pytest.mark.parametrize("draw", [panel, words, icon, plain])


@pytest.fixture(scope="module")
def camera() -> Camera:
    return Camera(theme_of(100, False, False), (640, 360))


def picture(camera: Camera, opacity: float, draw: Draw, x: float = 0, y: float = 0) -> pygame.Surface:
    camera.surface.fill(NIGHT)
    canvas = PixelCanvas(camera.surface, camera._painter, camera._backdrop, camera._images)
    with canvas.faded(opacity, x, y):
        draw(canvas)
    return camera.surface.copy()


def bytes_of(picture: pygame.Surface) -> bytes:
    return pygame.image.tobytes(picture, "RGB")


def light(picture: pygame.Surface) -> int:
    return sum(bytes_of(picture))


@THINGS
def test_it_grows_from_nothing_to_what_it_always_was(camera: Camera, draw: Draw) -> None:
    empty, whole = picture(camera, 0, lambda _: None), picture(camera, 1, draw)
    assert bytes_of(picture(camera, 0, draw)) == bytes_of(empty)
    lights = [abs(light(picture(camera, share / 4, draw)) - light(empty)) for share in range(5)]
    assert lights == sorted(lights)
    assert len(set(lights)) == 5
    assert bytes_of(picture(camera, 1, draw)) == bytes_of(whole)  # nothing kept was changed by fading it


@THINGS
def test_it_lies_so_many_units_aside(camera: Camera, draw: Draw) -> None:
    aside = picture(camera, 1, draw, x=50, y=20)
    there = picture(camera, 1, draw)
    by = round(50 * camera._painter.scale), round(20 * camera._painter.scale)
    moved = pygame.Surface(there.get_size())
    moved.fill(NIGHT)
    moved.blit(there, by)
    assert bytes_of(aside) == bytes_of(moved)


def test_one_within_the_other_fade_and_move_together(camera: Camera) -> None:
    def inner(canvas: PixelCanvas) -> None:
        with canvas.faded(0.5, x=10):
            plain(canvas)

    assert bytes_of(picture(camera, 0.5, inner, x=10)) == bytes_of(picture(camera, 0.25, plain, x=20))


def test_a_meter_fades_with_what_lies_beside_it(camera: Camera) -> None:
    lights = [light(picture(camera, opacity, meter)) for opacity in (0, 0.3, 0.6, 0.9, 1)]
    assert lights == sorted(lights)
    assert len(set(lights)) == len(lights)
    assert lights[0] == light(picture(camera, 1, lambda _: None))


@pytest.mark.parametrize("opacity", [120, 255])
def test_nothing_is_laid_beyond_what_is_clipped(camera: Camera, opacity: int) -> None:
    def clipped(canvas: PixelCanvas) -> None:
        with canvas.clip(Rect(0, 0, 300, 30)):
            canvas.fill(CARD, PAPER, opacity)

    assert bytes_of(picture(camera, 1, clipped)) == bytes_of(picture(camera, 1, lambda _: None))
