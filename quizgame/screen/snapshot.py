"""A scene as a picture file, drawn where nobody sees it; knows neither which scene nor where it goes."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pygame

from quizgame.screen.backdrop import Backdrop
from quizgame.screen.images import Images
from quizgame.screen.layout import Rect
from quizgame.screen.paint import Painter, PixelCanvas
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
    written = io.BytesIO()
    pygame.image.save(surface, written, "card.png")
    return written.getvalue()
