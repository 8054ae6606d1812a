"""The picture of a scene: a PNG that other programs read, with every pixel as it was drawn."""

from __future__ import annotations

import io
import zlib

import pygame
import pytest

from quizgame import resources
from quizgame.screen.canvas import Canvas
from quizgame.screen.layout import Rect
from quizgame.screen.scene import Finished, Input, Page, Scene
from quizgame.screen.snapshot import png

SIZE = (7, 5)
RED, BLUE = (201, 3, 0), (0, 40, 255)


class Flag(Scene[None]):
    """Blue, with a red corner of two by three pixels."""

    def handle(self, input: Input, page: Page) -> Finished[None] | None:
        return None

    def draw(self, canvas: Canvas, page: Page) -> None:
        canvas.fill(page.stage, BLUE)
        canvas.fill(Rect(0, 0, 2, 3), RED)


@pytest.fixture(scope="module")
def picture() -> bytes:
    return png(Flag(), resources.assets(), SIZE)


def test_every_pixel_is_read_back_as_it_was_drawn(picture: bytes) -> None:
    read = pygame.image.load(io.BytesIO(picture))
    assert read.get_size() == SIZE
    for x in range(SIZE[0]):
        for y in range(SIZE[1]):
            assert tuple(read.get_at((x, y)))[:3] == (RED if x < 2 and y < 3 else BLUE)


def test_its_parts_are_whole_and_their_sums_right(picture: bytes) -> None:
    kinds, rest = [], picture[8:]
    while rest:
        end = 8 + int.from_bytes(rest[:4], "big")
        body, crc, rest = rest[4:end], rest[end : end + 4], rest[end + 4 :]
        assert zlib.crc32(body) == int.from_bytes(crc, "big")
        kinds.append(body[:4])
    assert kinds == [b"IHDR", b"IDAT", b"IEND"]
