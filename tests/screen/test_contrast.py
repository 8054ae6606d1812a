"""Words on the real picture: enough contrast with what lies under them, wherever the city is bright."""

from __future__ import annotations

from typing import Any

import numpy as np
import pygame
import pytest

from quizgame import resources
from quizgame.screen.backdrop import Backdrop
from quizgame.screen.canvas import LEFT, TOP
from quizgame.screen.images import Images
from quizgame.screen.layout import Rect, scale_of, stage_of
from quizgame.screen.paint import Painter, PixelCanvas
from quizgame.screen.scene import Page, Scene
from quizgame.screen.text import Faces
from quizgame.screen.theme import Colour, Style, theme_of
from tests.gallery import scenes
from tests.screen.small_bank import small_bank
from tests.screen.survey import Survey, Words, letters

BRIGHT = 95  # percentile of what lies under a text: single lamps may be brighter
LARGE = 24.0  # units: from here on WCAG asks for 3 : 1 only
SIZES = [(960, 540), (640, 360), (1280, 540)]


class Wordless(PixelCanvas):
    """Draws everything but words."""

    def text(self, *_: object, **__: object) -> None:
        pass


class Coloured(Survey):
    """A survey that keeps the colours of words, too."""

    colours: list[Colour]

    def text(
        self, text: str, rect: Rect, style: Style, colour: Colour, align: str = LEFT, valign: str = TOP,
        glow: bool = False,
    ) -> None:  # fmt: skip
        Survey.text(self, text, rect, style, colour, align, valign, glow)
        self.colours.append(colour)


class Meter:
    """Measures the contrast of the words of scenes in one size of window."""

    def __init__(self, size: tuple[int, int], contrast: bool) -> None:
        self._surface, self._scale = pygame.Surface(size), scale_of(*size)
        theme = theme_of(100, contrast, False)
        self._backdrop = Backdrop(resources.assets() / "pictures", theme.palette)
        self._backdrop.load()
        self._images = Images()
        self._painter = Painter(Faces(resources.assets() / "fonts"), self._scale, theme.palette)
        self._page = Page(stage_of(*size), theme, self._painter.ruler)

    def weakest(self, scene: Scene[Any], least: float) -> list[str]:
        """The words that do not stand out by `least` to 1, or by two thirds of that where they are large."""
        bare = Wordless(self._surface, self._painter, self._backdrop, self._images)
        words = Coloured(self._page)
        words.colours = []
        for canvas in (bare, words):
            scene.draw(canvas, self._page)
            scene.draw_live(canvas, self._page)
        ground = luminance(pygame.surfarray.array3d(self._surface))
        found = [(w, self._ratio(ground, w, c)) for w, c in zip(words.words, words.colours, strict=True)]
        return [
            f"{w.text[:30]!r} {ratio:.1f}"
            for w, ratio in found
            if ratio < (least * 2 / 3 if w.style.size >= LARGE else least)
        ]

    def _ratio(self, ground: np.ndarray[Any, Any], words: Words, colour: Colour) -> float:
        ink, scale = letters(words), self._scale
        left, top = max(0, int(ink.x * scale)), max(0, int(ink.y * scale))
        under = ground[left : int(ink.right * scale), top : int(ink.bottom * scale)]
        if words.clipped or not words.text.strip() or not under.size:
            return 21
        low, high = sorted((float(np.percentile(under, BRIGHT)), float(luminance(np.array(colour)))))
        return (high + 0.05) / (low + 0.05)


def luminance(colours: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    """Relative luminance (WCAG 2.2) of colours in the last axis."""
    shares = colours / 255
    linear = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    found: np.ndarray[Any, Any] = linear @ np.array([0.2126, 0.7152, 0.0722])
    return found


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_words_stand_out_from_the_picture(size: tuple[int, int]) -> None:
    assert faint(Meter(size, False), 4.5) == {}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_words_stand_out_in_high_contrast(size: tuple[int, int]) -> None:
    assert faint(Meter(size, True), 7.0) == {}


def faint(meter: Meter, least: float) -> dict[str, list[str]]:
    found = {name: meter.weakest(scene, least) for name, scene in scenes(small_bank())}
    return {name: some for name, some in found.items() if some}
