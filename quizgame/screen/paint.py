"""The canvas of pixels: draws in virtual units on a pygame surface; knows no scene and no game."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pygame

from quizgame.screen import shapes
from quizgame.screen.backdrop import Backdrop, Night
from quizgame.screen.canvas import BOTTOM, CENTRE, LEFT, MIDDLE, RIGHT, TOP
from quizgame.screen.images import Images
from quizgame.screen.layout import Rect
from quizgame.screen.text import Faces, PixelRuler, line_height
from quizgame.screen.theme import Colour, Palette, Style, mixed

if TYPE_CHECKING:
    from quizgame.quiz.question import Picture

SEGMENTS = 20
RADIUS = 10
SOFT = 90  # units over which a scrim fades out
SMALL = 20_000  # pixels
MAT = 6  # units between a picture and the edge of its frame


class Painter:
    """Ready-made pieces, kept from frame to frame: panes, rings, icons and glowing words of one scale."""

    def __init__(self, faces: Faces, scale: float, palette: Palette) -> None:
        self.faces, self.scale, self.palette = faces, scale, palette
        self.ruler = PixelRuler(faces, scale)
        self.pane = lru_cache(maxsize=96)(self._pane)
        self.pane_glow = lru_cache(maxsize=24)(self._pane_glow)
        self.icon = lru_cache(maxsize=128)(shapes.icon)
        self.ring = lru_cache(maxsize=8)(shapes.ring)
        self.ring_glow = lru_cache(maxsize=4)(self._ring_glow)
        self.word_glow = lru_cache(maxsize=12)(self._word_glow)
        self.scrim = lru_cache(maxsize=12)(self._scrim)
        self._sheet = lru_cache(maxsize=4)(pygame.Surface)
        self._small_tint = lru_cache(maxsize=64)(tinted)

    def dimmed(self, light: pygame.Surface, share: float) -> pygame.Surface:
        """A light with a share of its strength; good until the next one is asked for."""
        sheet = self._sheet(light.get_size())
        sheet.blit(light, (0, 0))
        level = round(255 * share)
        sheet.fill((level, level, level), special_flags=pygame.BLEND_RGB_MULT)
        return sheet

    def tint(self, size: tuple[int, int], colour: Colour, opacity: int) -> pygame.Surface:
        """A rectangle of one colour; small ones, of which there are many, are kept."""
        make = self._small_tint if size[0] * size[1] < SMALL else tinted
        return make(size, colour, opacity)

    def _tone(self, tone: str) -> tuple[tuple[int, ...], tuple[int, ...], float]:
        """Fill, edge and line of a tone."""
        p = self.palette
        glass = (*p.glass, p.glass_opacity)
        lit = {"focus": p.cyan, "pressed": p.cyan, "right": p.right, "wrong": p.alarm}.get(tone)
        if lit:
            share = 0.30 if tone == "pressed" else 0.0 if p.glass_opacity == 255 else 0.16
            return (*mixed(p.glass, lit, share), p.glass_opacity), (*lit, 255), p.line * 1.7
        if tone == "solid":
            return (*p.glass, 248), (*p.edge, 255), p.line
        if tone == "picked":
            return (*mixed(p.glass, p.cyan, 0.10), p.glass_opacity), (*p.edge, 255), p.line
        if tone == "quiet":
            return (*p.glass, max(p.glass_opacity - 70, 120)), (*p.edge, 120), p.line
        return glass, (*p.edge, 255), p.line

    def _pane(self, size: tuple[int, int], tone: str) -> pygame.Surface:
        fill, edge, line = self._tone(tone)
        return shapes.pane(size, round(RADIUS * self.scale), max(1.0, line * self.scale), fill, edge)

    def _pane_glow(self, size: tuple[int, int], tone: str) -> pygame.Surface:
        _, edge, line = self._tone(tone)
        outline = shapes.pane(
            size, round(RADIUS * self.scale), max(1.0, line * self.scale), (0, 0, 0, 255), (*edge[:3], 255)
        )
        return shapes.glow(outline, round(16 * self.scale))

    def _ring_glow(self, side: int, tenths: int, colour: Colour) -> pygame.Surface:
        lit = shapes.ring(side, tenths / 30, colour, (0, 0, 0))
        return shapes.glow(lit, round(14 * self.scale))

    def _word_glow(self, text: str, face: str, pixels: int, colour: Colour) -> pygame.Surface:
        return shapes.glow(self.faces.rendered(text, face, pixels, colour), round(pixels * 0.22))

    def _scrim(self, size: tuple[int, int], opacity: int) -> pygame.Surface:
        """Darkness with soft edges, to be laid under words."""
        soft = max(8, round(SOFT * self.scale))
        w, h = (size[0] + 2 * soft) // 8 + 1, (size[1] + 2 * soft) // 8 + 1
        small = pygame.Surface((w, h), pygame.SRCALPHA)
        small.fill((*self.palette.night, 0))
        small.fill((*self.palette.night, opacity), small.get_rect().inflate(-soft // 8, -soft // 8))
        for _ in range(3):
            small = pygame.transform.box_blur(small, max(1, soft // 22))
        return pygame.transform.smoothscale(small, (size[0] + 2 * soft, size[1] + 2 * soft))


def tinted(size: tuple[int, int], colour: Colour, opacity: int) -> pygame.Surface:
    """A rectangle of one colour and opacity, a pixel wide and high at least."""
    piece = pygame.Surface((max(1, size[0]), max(1, size[1])), pygame.SRCALPHA)
    piece.fill((*colour, opacity))
    return piece


class PixelCanvas:
    """Draws on a surface; `touched` collects the places drawn on, so that they can be put back."""

    def __init__(self, surface: pygame.Surface, painter: Painter, backdrop: Backdrop, images: Images) -> None:
        self._surface, self._painter, self._backdrop, self._images = surface, painter, backdrop, images
        self._scale, self._palette = painter.scale, painter.palette
        self.touched: list[pygame.Rect] = []
        self.night: Night | None = None
        self._opacity, self._shift = 1.0, (0, 0)

    def backdrop(self, heat: float, veil: float, place: str = "") -> None:
        self.night = Night(heat, max(veil, 0.78 if self._palette.line > 2 else 0.0), place)
        self._backdrop.draw(self._surface, *self.night)

    def flood(self, colour: Colour, share: float) -> None:
        if self._palette.line < 2:
            self._surface.fill(mixed((0, 0, 0), colour, share), special_flags=pygame.BLEND_RGB_ADD)

    def scrim(self, rect: Rect, strength: float = 1.0) -> None:
        box = self._box(rect)
        opacity = min(255, round(self._palette.scrim_opacity * strength))
        piece = self._painter.scrim(box.size, opacity)
        self._blit(piece, piece.get_rect(center=box.center))

    def panel(self, rect: Rect, tone: str = "glass") -> None:
        box = self._box(rect)
        if box.w < 2 or box.h < 2:
            return
        if tone in ("focus", "pressed", "right", "wrong") and self._palette.line < 2:
            light = self._painter.pane_glow(box.size, tone)
            self._blit(light, light.get_rect(center=box.center), pygame.BLEND_RGB_ADD)
        self._blit(self._painter.pane(box.size, tone), box)

    def text(
        self,
        text: str,
        rect: Rect,
        style: Style,
        colour: Colour,
        align: str = LEFT,
        valign: str = TOP,
        glow: bool = False,
    ) -> None:
        pixels, box = self._painter.ruler.pixels(style), self._box(rect)
        lines = self._painter.ruler.lines(text, style, rect.w)
        step = line_height(pixels)
        y = (
            box.y
            + {TOP: 0, MIDDLE: (box.h - step * len(lines)) // 2, BOTTOM: box.h - step * len(lines)}[valign]
        )
        for number, line in enumerate(lines):
            if line:
                self._line(line, box, y + number * step, step, style.face, pixels, colour, align, glow)

    def _line(
        self, line: str, box: pygame.Rect, y: int, step: int, face: str, pixels: int, colour: Colour,
        align: str, glow: bool,
    ) -> None:  # fmt: skip
        piece = self._painter.faces.rendered(line, face, pixels, colour)
        x = {
            LEFT: box.x,
            CENTRE: box.x + (box.w - piece.get_width()) // 2,
            RIGHT: box.right - piece.get_width(),
        }[align]
        place = piece.get_rect(left=x, centery=y + step // 2 + self._sunk(face, pixels, line))
        if glow and self._palette.line < 2:
            light = self._painter.word_glow(
                line, face, pixels, self._palette.cyan if colour == self._palette.paper else colour
            )
            self._blit(light, light.get_rect(center=place.center), pygame.BLEND_RGB_ADD)
        self._blit(piece, place)

    def _sunk(self, face: str, pixels: int, line: str) -> int:
        """How far a line must go down for its capitals to stand in the middle."""
        font = self._painter.faces.font_for(line, face, pixels)
        capital = font.metrics("H")[0]
        tall = capital[3] if capital else pixels * 0.7
        return round(font.get_height() / 2 - (font.get_ascent() - tall / 2))

    def fill(self, rect: Rect, colour: Colour, opacity: int = 255) -> None:
        box = self._box(rect)
        opacity = round(opacity * self._opacity)
        if opacity == 255:
            self._surface.fill(colour, box)
            self.touched.append(box)
        else:
            self._blit(self._painter.tint(box.size, colour, opacity), box)

    def ring(self, rect: Rect, share: float, colour: Colour, glow: float = 1.0) -> None:
        box = self._box(rect)
        side = min(box.w, box.h)
        if self._palette.line < 2:
            light = self._painter.ring_glow(side, round(share * 30), colour)
            light = light if glow >= 1 else self._painter.dimmed(light, glow)
            self._blit(light, light.get_rect(center=box.center), pygame.BLEND_RGB_ADD)
        piece = self._painter.ring(side, round(share, 3), colour, self._palette.ring)
        self._blit(piece, piece.get_rect(center=box.center))

    def meter(self, rect: Rect, share: float) -> None:
        box = self._box(rect)
        step = box.w / SEGMENTS
        lean, gap = box.h * 0.35, max(1.0, step * 0.16)
        for number in range(SEGMENTS):
            x, lit = box.x + number * step, min(1.0, max(0.0, share * SEGMENTS - number))
            colour = mixed(self._palette.ring, self._heat_colour((number + 0.5) / SEGMENTS), lit)
            end, low = x + step - gap, box.bottom - 1
            corners = [(x + lean, box.y), (end + lean, box.y), (end, low), (x, low)]
            pygame.draw.polygon(self._surface, colour, corners)
            pygame.draw.aalines(self._surface, colour, True, corners)
        self.touched.append(box.inflate(round(2 * lean) + 4, 4))

    def _heat_colour(self, share: float) -> Colour:
        p = self._palette
        return mixed(p.cyan, p.sodium, share * 2) if share < 0.5 else mixed(p.sodium, p.alarm, share * 2 - 1)

    def shape(self, name: str, rect: Rect, colour: Colour) -> None:
        box = self._box(rect)
        piece = self._painter.icon(name, max(4, min(box.w, box.h)), colour)
        self._blit(piece, piece.get_rect(center=box.center))

    def picture(self, picture: Picture, rect: Rect, style: Style) -> None:
        place = rect.inset(MAT)
        box = self._box(place)
        if box.w < 2 or box.h < 2:
            return
        piece = self._images.piece(picture, box.size)
        self.panel(rect, "quiet" if piece else "glass")
        if piece is not None:
            self._blit(piece, box)
            return
        room = place.inset(10, 6)
        with self.clip(rect):
            fitting = self._painter.ruler.fit(picture.alt, style, room, 10)
            self.text(picture.alt, room, fitting, self._palette.paper, CENTRE, MIDDLE)

    def line(self, points: Sequence[tuple[float, float]], colour: Colour) -> None:
        places = [(x * self._scale, y * self._scale) for x, y in points]
        for start, end in pairwise(places):
            width = max(2, round(1.6 * self._palette.line * self._scale))
            self.touched.append(pygame.draw.aaline(self._surface, colour, start, end, width))

    @contextmanager
    def clip(self, rect: Rect) -> Iterator[None]:
        before = self._surface.get_clip()
        self._surface.set_clip(before.clip(self._box(rect)))
        try:
            yield
        finally:
            self._surface.set_clip(before)

    @contextmanager
    def faded(self, opacity: float, x: float = 0, y: float = 0) -> Iterator[None]:
        before = self._opacity, self._shift
        self._opacity *= min(1.0, max(0.0, opacity))
        self._shift = self._shift[0] + round(x * self._scale), self._shift[1] + round(y * self._scale)
        try:
            yield
        finally:
            self._opacity, self._shift = before

    def _box(self, rect: Rect) -> pygame.Rect:
        s = self._scale
        x, y = round(rect.x * s), round(rect.y * s)
        box = pygame.Rect(x, y, round(rect.right * s) - x, round(rect.bottom * s) - y)
        return box.move(self._shift)

    def _blit(self, piece: pygame.Surface, place: pygame.Rect, flags: int = 0) -> None:
        """Put a piece on the surface; added light is dimmed by itself, for adding knows no opacity."""
        if self._opacity < 1:
            self._blit_faded(piece, place, flags)
            return
        self.touched.append(self._surface.blit(piece, place, special_flags=flags))

    def _blit_faded(self, piece: pygame.Surface, place: pygame.Rect, flags: int) -> None:
        level = round(255 * self._opacity)
        if not level:
            return
        if flags:
            piece = self._painter.dimmed(piece, self._opacity)
            self.touched.append(self._surface.blit(piece, place, special_flags=flags))
            return
        piece.set_alpha(level)
        self.touched.append(self._surface.blit(piece, place))
        piece.set_alpha(255)
