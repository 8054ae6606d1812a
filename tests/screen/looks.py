"""What screens are measured with, made once: the real fonts, and pages of any size; knows no scene.

A font is slow to tell whether it has a letter, and every page would ask again.
"""

from __future__ import annotations

from functools import cache

import pygame

from quizgame import resources
from quizgame.screen.layout import scale_of, stage_of
from quizgame.screen.scene import Page
from quizgame.screen.text import Faces, PixelRuler
from quizgame.screen.theme import theme_of


@cache
def faces() -> Faces:
    """The fonts that ship with the game, for as long as pygame is there."""
    pygame.register_quit(_forget)
    return Faces(resources.assets() / "fonts")


@cache
def ruler(scale: float) -> PixelRuler:
    """Measures in pixels at a scale."""
    return PixelRuler(faces(), scale)


@cache
def page(size: tuple[int, int], text: int = 100) -> Page:
    """A window of a size in pixels, with text of a size in per cent."""
    return Page(stage_of(*size), theme_of(text, False, False), ruler(scale_of(*size)))


def _forget() -> None:
    """A font from before pygame was ended fails wherever it is used."""
    for made in (faces, ruler, page):
        made.cache_clear()
