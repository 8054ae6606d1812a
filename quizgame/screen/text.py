"""Fonts behind the wall: measures, breaks and renders words in pixels; knows no scene.

A text in which the chosen face lacks a letter is set whole in the next face that has them all:
the reading faces, then Noto Sans, then whatever the system has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import pygame

from quizgame.screen.breaking import broken
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

DIGITS = "0123456789"
FIGURE = re.compile(r"[+−-]?\$?\d[\d,.:]*( ?[%s])?")

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
        self.sunk = lru_cache(maxsize=2048)(self._sunk)

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
        if is_figure(text):
            return sum(width for _, width in self._cells(text, face, pixels))
        return self.font_for(text, face, pixels).size(text)[0]

    def _sunk(self, text: str, face: str, pixels: int) -> int:
        """How many pixels a line must go down for its capitals to stand in the middle."""
        font = self.font_for(text, face, pixels)
        capital = font.metrics("H")[0]
        tall = capital[3] if capital else pixels * 0.7
        return round(font.get_height() / 2 - (font.get_ascent() - tall / 2))

    def _rendered(self, text: str, face: str, pixels: int, colour: Colour) -> pygame.Surface:
        font = self.font_for(text, face, pixels)
        if not is_figure(text):
            return font.render(text, True, colour)
        whole = pygame.Surface((self._width(text, face, pixels), font.get_height()), pygame.SRCALPHA)
        whole.fill((*colour, 0))
        x = 0
        for sign, width in self._cells(text, face, pixels):
            piece = font.render(sign, True, colour)
            whole.blit(piece, (x + (width - piece.get_width()) // 2, 0))
            x += width
        return whole

    def _cells(self, text: str, face: str, pixels: int) -> Iterator[tuple[str, int]]:
        """The signs of a number with their widths: digits are all as wide as the widest."""
        font = self.font_for(text, face, pixels)
        digit = max(font.size(sign)[0] for sign in DIGITS)
        return ((sign, digit if sign in DIGITS else font.size(sign)[0]) for sign in text)


class PixelRuler:
    """Measures words in virtual units as they will come out at a scale."""

    def __init__(self, faces: Faces, scale: float) -> None:
        self._faces = faces
        self._scale = scale
        self._lines = lru_cache(maxsize=2048)(self._broken)
        self._sized = lru_cache(maxsize=2048)(self._size)
        self._fitted = lru_cache(maxsize=1024)(self._fit)

    def pixels(self, style: Style) -> int:
        """The size of a style in pixels."""
        return max(6, round(style.size * self._scale))

    def lines(self, text: str, style: Style, width: float) -> Sequence[str]:
        return self._lines(text, style.face, self.pixels(style), int(width * self._scale))

    def size(self, text: str, style: Style, width: float = 1e9) -> Size:
        return self._sized(text, style, width)

    def fit(self, text: str, style: Style, room: Room, least: float) -> Style:
        return self._fitted(text, style, room.w, room.h, least)

    def _size(self, text: str, style: Style, width: float) -> Size:
        pixels = self.pixels(style)
        lines = self._lines(text, style.face, pixels, int(width * self._scale))
        widest = max((self._faces.width(line, style.face, pixels) for line in lines), default=0)
        return Size(widest / self._scale, len(lines) * line_height(pixels) / self._scale)

    def _fit(self, text: str, style: Style, w: float, h: float, least: float) -> Style:
        return fitted(self, text, style, Size(w, h), least)

    def _broken(self, text: str, face: str, pixels: int, width: int) -> tuple[str, ...]:
        paragraphs = text.replace("'", APOSTROPHE).split("\n")
        measure = self._faces.width
        return tuple(
            line for each in paragraphs for line in broken(each, width, lambda s: measure(s, face, pixels))
        )


def is_figure(text: str) -> bool:
    """Whether a text is a number alone: in tables and while it changes its digits keep their places."""
    return FIGURE.fullmatch(text) is not None


def line_height(pixels: int) -> int:
    """From one line to the next."""
    return round(pixels * LINE)
