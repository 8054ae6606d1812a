"""Drawings that were cut look like the whole; only what is unseen is left out."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import pygame
import pytest

from quizgame import resources
from quizgame.screen import shapes
from quizgame.screen.backdrop import Backdrop
from quizgame.screen.images import Images
from quizgame.screen.paint import PixelCanvas
from quizgame.screen.painter import PANE_LIGHT, RADIUS, Painter
from quizgame.screen.pieces import Piece, drawn_out, whole
from quizgame.screen.text import Faces
from quizgame.screen.theme import NEO_NOIR, Colour

SIZE = (1200, 900)
NIGHT = (20, 30, 40)
PAINTER = Painter(Faces(resources.assets() / "fonts"), 1.0, NEO_NOIR)
SKY = Backdrop(resources.assets() / "pictures", NEO_NOIR)


def pane(size: tuple[int, int], opacity: int = 214, fill: Colour = (10, 20, 32)) -> pygame.Surface:
    return shapes.pane(size, 20, 3.0, (*fill, opacity), (84, 120, 156, 255))


def laid(light: Piece) -> pygame.Surface:
    surface = pygame.Surface((SIZE[0] + 200, SIZE[1] + 200), depth=32)
    surface.fill(NIGHT)
    surface.fblits(light.at(7, 5), pygame.BLEND_RGB_ADD)
    return surface


def seen(piece: Piece) -> pygame.Surface:
    """On a canvas that is laid in one colour."""
    canvas = PixelCanvas(surface := pygame.Surface(piece.size, depth=32), PAINTER, SKY, Images())
    surface.fill((200, 180, 160))
    canvas._lay(piece, surface.get_rect())
    return surface


def far_apart(one: pygame.Surface, other: pygame.Surface) -> int:
    """The greatest difference between two pixels."""
    pixels = (pygame.surfarray.array3d(each).astype(int) for each in (one, other))
    return int(abs(next(pixels) - next(pixels)).max())


@pytest.mark.parametrize("opacity", [255, 214, 120])
@pytest.mark.parametrize("high", [700, 701, 713])
def test_a_pane_that_is_drawn_out_is_the_pane(high: int, opacity: int) -> None:
    cut = drawn_out(partial(pane, opacity=opacity), (600, high), 21)
    assert cut.plain
    assert cut.size == (600, high)
    assert far_apart(seen(cut), seen(whole(pane((600, high), opacity)))) <= 1


@pytest.mark.parametrize("size", [(300, 60), (45, 700), (42, 42)])
def test_a_small_drawing_is_whole(size: tuple[int, int]) -> None:
    drawn = drawn_out(pane, size, 21)
    assert (len(drawn.parts), drawn.plain) == (1, None)
    assert far_apart(seen(drawn), seen(whole(pane(size)))) == 0


def test_black_glass_has_a_middle_too() -> None:
    assert drawn_out(partial(pane, fill=(0, 0, 0)), SIZE, 21).plain


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_only_the_dark_middle_is_left_out_of_the_light_of_a_pane(scale: float) -> None:
    painter = Painter(Faces(resources.assets() / "fonts"), scale, NEO_NOIR)
    line, radius = NEO_NOIR.line * 1.7 * scale, round(RADIUS * scale)
    outline = shapes.pane(SIZE, radius, line, (0, 0, 0, 255), (*NEO_NOIR.cyan, 255))
    uncut = whole(shapes.glow(outline, round(PANE_LIGHT * scale)))
    cut = painter.pane_glow(SIZE, "focus")
    assert far_apart(laid(cut), laid(uncut)) <= 6  # blurred in cells, which lie elsewhere
    assert area(cut) < 0.6 * area(uncut)


@pytest.mark.parametrize("scale", [0.4, 1.0, 2.0])
def test_a_scrim_has_no_seams(scale: float) -> None:
    painter = Painter(Faces(resources.assets() / "fonts"), scale, NEO_NOIR)
    scrim = painter.scrim((round(900 * scale), round(500 * scale)), 150)
    assert scrim.plain
    surface, (w, h) = seen(scrim), scrim.size
    for line in ([(w // 2, y) for y in range(h)], [(x, h // 2) for x in range(w)]):
        light = [surface.get_at(at)[0] for at in line]
        assert max(abs(a - b) for a, b in pairwise(light)) <= 4
        assert light[0] > light[len(light) // 2] < light[-1]


def area(piece: Piece) -> int:
    return sum(sheet.get_width() * sheet.get_height() for sheet, _ in piece.parts)
