"""The ring of a clock: drawn again and again on one sheet, it shows nothing of what was there before."""

from __future__ import annotations

import pygame
import pytest

from quizgame.screen.shapes import Rings

CYAN, ALARM, REST = (63, 213, 232), (255, 59, 48), (20, 40, 60)


def pixels(ring: pygame.Surface) -> bytes:
    return pygame.image.tobytes(ring, "RGBA")


@pytest.mark.parametrize("side", [64, 111, 220])
def test_a_ring_looks_the_same_whatever_was_drawn_before(side: int) -> None:
    used = Rings()
    for share, colour in [(1.0, ALARM), (0.6, CYAN), (0.0, CYAN), (0.3, ALARM), (1.2, CYAN)]:
        assert pixels(used.ring(side, share, colour, REST)) == pixels(Rings().ring(side, share, colour, REST))
    other = used.ring(side + 20, 0.5, CYAN, ALARM)
    assert pixels(other) == pixels(Rings().ring(side + 20, 0.5, CYAN, ALARM))


def test_the_lit_part_begins_at_the_top_and_goes_clockwise() -> None:
    ring = Rings().ring(100, 0.5, CYAN, REST)
    assert ring.get_at((96, 50))[:3] == CYAN
    assert ring.get_at((3, 50))[:3] == REST
    assert ring.get_at((50, 50))[3] == 0
