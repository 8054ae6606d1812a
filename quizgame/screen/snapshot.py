"""A scene as a picture file, drawn where nobody sees it; knows neither which scene nor where it goes."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Any

import pygame

from quizgame.screen.backdrop import Backdrop
from quizgame.screen.images import Images
from quizgame.screen.layout import Rect
from quizgame.screen.paint import PixelCanvas
from quizgame.screen.painter import Painter
from quizgame.screen.scene import Page, Scene
from quizgame.screen.text import Faces
from quizgame.screen.theme import Theme


def png(scene: Scene[Any], assets: Path, size: tuple[int, int]) -> bytes:
    """The scene as a PNG of that many pixels, a unit to a pixel, in the game's own look whatever is set."""
    theme, surface = Theme(motion=False), pygame.Surface(size)
    backdrop = Backdrop(assets / "pictures", theme.palette)
    backdrop.load()
    painter = Painter(Faces(assets / "fonts"), 1.0, theme.palette)
    page = Page(Rect(0, 0, *size), theme, painter.ruler)
    scene.draw(PixelCanvas(surface, painter, backdrop, Images()), page)
    return _encoded(surface)


def _encoded(surface: pygame.Surface) -> bytes:
    """The surface as a PNG; pygame’s own way would hold up every other thread for half a second."""
    width, height = surface.get_size()
    pixels, row = pygame.image.tobytes(surface, "RGB"), 3 * width
    lines = b"".join(b"\0" + pixels[at : at + row] for at in range(0, len(pixels), row))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)  # eight bits each of red, green and blue
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(lines)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in parts)


def _chunk(kind: bytes, content: bytes) -> bytes:
    """A part of a PNG with its length and its sum."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
