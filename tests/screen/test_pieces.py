"""Drawings that were cut look like the whole; only what is unseen is left out."""

from __future__ import annotations

from itertools import pairwise

import pygame
import pytest

from quizgame import resources
from quizgame.screen import shapes
from quizgame.screen.backdrop import Backdrop
from quizgame.screen.images import Images
from quizgame.screen.paint import PixelCanvas
from quizgame.screen.painter import PANE_LIGHT, RADIUS, Painter
from quizgame.screen.pieces import Piece, framed, hollow, whole
from quizgame.screen.text import Faces
from quizgame.screen.theme import NEO_NOIR

SIZE = (1200, 900)
NIGHT = (20, 30, 40)
PAINTER = Painter(Faces(resources.assets() / "fonts"), 1.0, NEO_NOIR)
SKY = Backdrop(resources.assets() / "pictures", NEO_NOIR)


def laid(piece: Piece, flags: int = 0) -> bytes:
    surface = pygame.Surface((SIZE[0] + 200, SIZE[1] + 200), depth=32)
    surface.fill(NIGHT)
    surface.fblits(piece.at(7, 5), flags)
    return pygame.image.tobytes(surface, "RGB")


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
def test_a_pane_with_a_plain_middle_is_the_pane(high: int, opacity: int) -> None:
    pane = shapes.pane((600, high), 20, 3.0, (10, 20, 32, opacity), (84, 120, 156, 255))
    cut = framed(pane, 21)
    assert cut.plain
    assert far_apart(seen(cut), seen(whole(pane))) <= 1


def test_a_small_pane_is_not_cut() -> None:
    pane = shapes.pane((300, 60), 10, 2.0, (10, 20, 32, 214), (84, 120, 156, 255))
    assert framed(pane, 10) == whole(pane)


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_only_the_dark_middle_is_left_out_of_the_light_of_a_pane(scale: float) -> None:
    painter = Painter(Faces(resources.assets() / "fonts"), scale, NEO_NOIR)
    line, radius = NEO_NOIR.line * 1.7 * scale, round(RADIUS * scale)
    outline = shapes.pane(SIZE, radius, line, (0, 0, 0, 255), (*NEO_NOIR.cyan, 255))
    uncut = whole(shapes.glow(outline, round(PANE_LIGHT * scale)))
    cut = painter.pane_glow(SIZE, "focus")
    assert laid(cut, pygame.BLEND_RGB_ADD) == laid(uncut, pygame.BLEND_RGB_ADD)
    assert area(cut) < 0.6 * area(uncut)


def test_a_frame_that_leaves_no_middle_is_whole() -> None:
    sheet = pygame.Surface((100, 60))
    assert hollow(sheet, 30) == whole(sheet)


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
