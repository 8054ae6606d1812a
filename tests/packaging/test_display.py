"""The pictures that a tried-out game leaves behind: the right colours in the right places."""

from __future__ import annotations

import io
import runpy
import struct
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pygame
import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"

pytestmark = pytest.mark.skipif(
    not PACKAGING.exists(), reason="packaging is part of a checkout, not of the wheel"
)
WIDTH, HEIGHT = 1280, 720


@pytest.fixture(scope="module")
def display() -> dict[str, Any]:
    return runpy.run_path(str(PACKAGING / "display.py"))


def dump(red_at: tuple[int, int]) -> bytes:
    """What Xvfb keeps of a blue screen with one red dot: a head, a colour of a table, and padded rows."""
    stride = WIDTH * 4 + 16
    head = [100, 7, 2, 24, WIDTH, HEIGHT, 0, 0, 32, 0, 32, 32, stride, 4, 0, 0, 0, 8, 256, 1, *[0] * 5]
    rows = bytearray((b"\xff\0\0\0" * WIDTH + b"?" * 16) * HEIGHT)
    at = red_at[1] * stride + red_at[0] * 4
    rows[at : at + 4] = b"\0\0\xff\0"
    return struct.pack(">25I", *head) + b"c" * 12 + bytes(rows)


def test_a_dot_is_where_it_was_and_as_red(display: dict[str, Any], tmp_path: Path) -> None:
    pixels = tmp_path / "pixels"
    pixels.write_bytes(dump((700, 9)))
    picture = display["Display"].picture(SimpleNamespace(_pixels=pixels))
    assert display["distinct"](picture) == 2
    loaded = pygame.image.load(io.BytesIO(display["png"](picture)))
    assert loaded.get_size() == (WIDTH, HEIGHT)
    assert loaded.get_at((700, 9))[:3] == (255, 0, 0)
    assert loaded.get_at((0, 0))[:3] == loaded.get_at((1279, 719))[:3] == (0, 0, 255)
