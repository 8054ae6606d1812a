"""Fonts behind the wall: measures, breaks and renders words in pixels; knows no scene.

A text in which the chosen face lacks a letter is set whole in the next face that has them all:
the reading faces, then Noto Sans, then whatever the system has.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pygame

from quizgame.screen.canvas import Room, fitted
from quizgame.screen.layout import Size
from quizgame.screen.theme import DISPLAY, READING, STRONG, Colour, Style

FILES = {
    DISPLAY: "bebas-neue/BebasNeue_400Regular.ttf",
    READING: "atkinson-hyperlegible-next/AtkinsonHyperlegibleNext_500Medium.ttf",
    STRONG: "atkinson-hyperlegible-next/AtkinsonHyperlegibleNext_700Bold.ttf",
    "fallback": "noto-sans/NotoSans_500Medium.ttf",
}
SYSTEM_FACES = (
    "notosanscjkjp,notosanscjksc,hiraginosans,yugothic,microsoftyahei,malgungothic,notosansarabic,"
    "notosanshebrew,arialunicodems,segoeui,dejavusans,freesans,unifont"
)
APOSTROPHE = "\u2019"  # packs are typed with straight ones
PLAIN = frozenset(map(chr, (*range(32, 127), *range(161, 173), *range(174, 256)))) | set("’‘“”–—…•")
"""Letters that every face of the game has: no need to ask."""

LINE = 1.18  # of the size, for text of more than one line


class Faces:
    """The fonts that ship with the game, opened when first needed."""

    def __init__(self, folder: Path) -> None:
        pygame.font.init()
        self._folder = folder
        self._fonts: dict[tuple[str, int], pygame.Font] = {}
        self._covered: dict[tuple[str, str], bool] = {}
        self.font_for = lru_cache(maxsize=2048)(self._font_for)
        self.rendered = lru_cache(maxsize=400)(self._rendered)
        self.width = lru_cache(maxsize=8192)(self._width)

    def font(self, face: str, pixels: int) -> pygame.Font:
        """The font of a face at a size in pixels."""
        key = (face, pixels)
        if key not in self._fonts:
            self._fonts[key] = pygame.Font(self._file(face), pixels)
        return self._fonts[key]

    def _file(self, face: str) -> str:
        return str(self._folder / FILES[face]) if face in FILES else face

    def _font_for(self, text: str, face: str, pixels: int) -> pygame.Font:
        if PLAIN.issuperset(text):
            return self.font(face, pixels)
        return self.font(self._face_with(text, face), pixels)

    def _face_with(self, text: str, face: str) -> str:
        for candidate in (face, READING, "fallback"):
            if all(self._has(candidate, letter) for letter in set(text)):
                return candidate
        for name in SYSTEM_FACES.split(","):
            found = pygame.font.match_font(name)
            if found and all(self._has(found, letter) for letter in set(text)):
                return found
        return "fallback"

    def _has(self, face: str, letter: str) -> bool:
        key = (face, letter)
        if key not in self._covered:
            from pygame import freetype  # `Font.metrics` says yes for glyphs that are not there

            freetype.init()
            self._covered[key] = freetype.Font(self._file(face), 20).get_metrics(letter)[0] is not None
        return self._covered[key]

    def _width(self, text: str, face: str, pixels: int) -> int:
        return self.font_for(text, face, pixels).size(text)[0]

    def _rendered(self, text: str, face: str, pixels: int, colour: Colour) -> pygame.Surface:
        return self.font_for(text, face, pixels).render(text, True, colour)


class PixelRuler:
    """Measures words in virtual units as they will come out at a scale."""

    def __init__(self, faces: Faces, scale: float) -> None:
        self._faces = faces
        self._scale = scale
        self._lines = lru_cache(maxsize=2048)(self._broken)
        self._fitted = lru_cache(maxsize=1024)(self._fit)

    def pixels(self, style: Style) -> int:
        """The size of a style in pixels."""
        return max(6, round(style.size * self._scale))

    def lines(self, text: str, style: Style, width: float) -> list[str]:
        return list(self._lines(text, style.face, self.pixels(style), int(width * self._scale)))

    def size(self, text: str, style: Style, width: float = 1e9) -> Size:
        pixels = self.pixels(style)
        lines = self._lines(text, style.face, pixels, int(width * self._scale))
        widest = max((self._faces.width(line, style.face, pixels) for line in lines), default=0)
        return Size(widest / self._scale, len(lines) * line_height(pixels) / self._scale)

    def fit(self, text: str, style: Style, room: Room, least: float) -> Style:
        return self._fitted(text, style, Size(room.w, room.h), least)

    def _fit(self, text: str, style: Style, room: Size, least: float) -> Style:
        return fitted(self, text, style, room, least)

    def _broken(self, text: str, face: str, pixels: int, width: int) -> tuple[str, ...]:
        lines: list[str] = []
        for paragraph in text.replace("'", APOSTROPHE).split("\n"):
            lines += self._paragraph(paragraph, face, pixels, width)
        return tuple(lines)

    def _paragraph(self, text: str, face: str, pixels: int, width: int) -> list[str]:
        lines, line = [], ""
        for word in text.split(" "):
            longer = f"{line} {word}" if line else word
            if self._faces.width(longer, face, pixels) <= width:
                line = longer
                continue
            if line:
                lines.append(line)
            *full, line = self._chopped(word, face, pixels, width)
            lines += full
        return [*lines, line]

    def _chopped(self, word: str, face: str, pixels: int, width: int) -> list[str]:
        """A word that is wider than a line, in pieces that are not."""
        pieces, piece = [], ""
        for letter in word:
            if piece and self._faces.width(piece + letter, face, pixels) > width:
                pieces.append(piece)
                piece = ""
            piece += letter
        return [*pieces, piece]


def line_height(pixels: int) -> int:
    """From one line to the next."""
    return round(pixels * LINE)
