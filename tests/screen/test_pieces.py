"""Drawings that were cut look like the whole; only what is unseen is left out."""

from __future__ import annotations

from itertools import pairwise

import pygame
import pytest

from quizgame import resources
from quizgame.screen import shapes
from quizgame.screen.painter import PANE_LIGHT, RADIUS, Painter
from quizgame.screen.pieces import Piece, hollow, striped, whole
from quizgame.screen.text import Faces
from quizgame.screen.theme import NEO_NOIR

SIZE = (1200, 900)
NIGHT = (20, 30, 40)


def laid(piece: Piece, flags: int = 0) -> bytes:
    surface = pygame.Surface((SIZE[0] + 200, SIZE[1] + 200), depth=32)
    surface.fill(NIGHT)
    surface.fblits(piece.at(7, 5), flags)
    return pygame.image.tobytes(surface, "RGB")


@pytest.mark.parametrize("high", [900, 901, 913, 931])
def test_a_pane_of_stripes_is_the_pane(high: int) -> None:
    pane = shapes.pane((SIZE[0], high), 20, 3.0, (10, 20, 32, 214), (84, 120, 156, 255))
    cut = striped(pane, 20)
    assert len(cut.parts) > 10
    assert laid(cut) == laid(whole(pane))


def test_a_small_pane_is_not_cut() -> None:
    pane = shapes.pane((300, 60), 10, 2.0, (10, 20, 32, 214), (84, 120, 156, 255))
    assert striped(pane, 10) == whole(pane)


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


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_scrim_of_stripes_has_no_seams(scale: float) -> None:
    painter = Painter(Faces(resources.assets() / "fonts"), scale, NEO_NOIR)
    scrim = painter.scrim((900, round(500 * scale)), 150)
    assert len(scrim.parts) > 3
    surface = pygame.Surface(scrim.size, depth=32)
    surface.fill((200, 200, 200))
    surface.fblits(scrim.at(0, 0))
    column = [surface.get_at((scrim.size[0] // 2, y))[0] for y in range(scrim.size[1])]
    assert max(abs(a - b) for a, b in pairwise(column)) <= 3
    assert column[0] > column[len(column) // 2] < column[-1]


def area(piece: Piece) -> int:
    return sum(sheet.get_width() * sheet.get_height() for sheet, _ in piece.parts)
