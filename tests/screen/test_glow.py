"""The light round a shape: it has died away before its sheet ends, at every size of a window."""

from __future__ import annotations

import pygame
import pytest

from quizgame.screen import shapes
from quizgame.screen.painter import Painter
from quizgame.screen.pieces import Piece
from quizgame.screen.theme import NEO_NOIR
from tests.screen.looks import faces

BLACK = (0, 0, 0)
SCALES = (0.4, 0.5, 0.7, 1.0, 1.5, 2.0, 3.0)
TITLE, SMALL_TITLE = 76, 30  # units


def rim(sheet: pygame.Surface) -> set[tuple[int, ...]]:
    """The colours of the outermost pixels."""
    w, h = sheet.get_size()
    across = [(x, y) for x in range(w) for y in (0, h - 1)]
    down = [(x, y) for x in (0, w - 1) for y in range(h)]
    return {tuple(sheet.get_at(place))[:3] for place in across + down}


def laid(piece: Piece) -> pygame.Surface:
    sheet = pygame.Surface(piece.size)
    sheet.blits(piece.at(0, 0))
    return sheet


@pytest.mark.parametrize("spread", range(1, 70))
def test_the_outermost_pixels_of_a_light_are_dark(spread: int) -> None:
    for w, h in ((1, 1), (7, 30), (101, 43), (230, 66)):
        lit = pygame.Surface((w, h))
        lit.fill((255, 255, 255))
        light = shapes.glow(lit, spread)
        assert rim(light) == {BLACK}
        inside = light.subsurface(light.get_rect().inflate(-2, -2))
        assert spread < 4 or max(max(colour) for colour in rim(inside)) <= 12  # it fades, and is not cut off


@pytest.mark.parametrize("scale", SCALES)
def test_no_box_is_seen_round_a_word_or_a_pane_in_a_window_of_any_size(scale: float) -> None:
    painter = Painter(faces(), scale, NEO_NOIR)
    for size in (TITLE, SMALL_TITLE):
        light = painter.word_glow("SETTINGS", "display", round(size * scale), NEO_NOIR.cyan)
        assert rim(light) == {BLACK}
    assert rim(laid(painter.pane_glow((round(400 * scale), round(60 * scale)), "focus"))) == {BLACK}
    assert rim(painter.ring_glow(round(100 * scale), 30, NEO_NOIR.cyan)) == {BLACK}


@pytest.mark.parametrize("spread", [6, 8, 14, 16, 32, 48])
def test_a_light_reaches_over_most_of_its_room_and_fades_outward(spread: int) -> None:
    lit = pygame.Surface((200, 100))
    lit.fill((255, 255, 255))
    light = shapes.glow(lit, spread)
    outward = [light.get_at((x, 50 + spread))[0] for x in range(spread + 1)]
    assert outward == sorted(outward)
    assert outward[round(spread * 0.55)] > 0
    assert outward[spread] > 60
