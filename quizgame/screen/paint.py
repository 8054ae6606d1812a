"""The canvas of pixels: draws in virtual units on a pygame surface; knows no scene and no game."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING

import pygame

from quizgame.screen.backdrop import Backdrop, Night
from quizgame.screen.bands import Bands
from quizgame.screen.canvas import BOTTOM, CENTRE, LEFT, MIDDLE, RIGHT, TOP
from quizgame.screen.images import Images
from quizgame.screen.layout import Rect
from quizgame.screen.painter import Painter
from quizgame.screen.pieces import Piece
from quizgame.screen.text import line_height
from quizgame.screen.theme import Colour, Style, mixed

if TYPE_CHECKING:
    from quizgame.quiz.question import Picture

SEGMENTS = 20
AT_RISK = 0.8  # how much of the colour of alarm is in the outline of what the next miss takes
MAT = 6  # units between a picture and the edge of its frame


class PixelCanvas:
    """Draws on a surface; `touched` collects the places drawn on, so that they can be put back."""

    def __init__(
        self, surface: pygame.Surface | Bands, painter: Painter, backdrop: Backdrop, images: Images
    ) -> None:
        self._surface, self._painter, self._backdrop, self._images = surface, painter, backdrop, images
        self._scale, self._palette = painter.scale, painter.palette
        self.touched: list[pygame.Rect] = []
        self.night: Night | None = None
        self._opacity, self._shift = 1.0, (0, 0)

    def backdrop(self, heat: float, veil: float, place: str = "") -> None:
        self.night = Night(heat, max(veil, 0.78 if self._palette.line > 2 else 0.0), place)
        self._backdrop.draw(self._now(), *self.night)

    def flood(self, colour: Colour, share: float) -> None:
        if self._palette.line < 2:
            self._surface.fill(mixed((0, 0, 0), colour, share), special_flags=pygame.BLEND_RGB_ADD)

    def scrim(self, rect: Rect, strength: float = 1.0) -> None:
        box = self._box(rect)
        opacity = min(255, round(self._palette.scrim_opacity * strength))
        self._lay(self._painter.scrim(box.size, opacity), box)

    def panel(self, rect: Rect, tone: str = "glass") -> None:
        box = self._box(rect)
        if box.w < 2 or box.h < 2:
            return
        if tone in ("focus", "pressed", "right", "wrong") and self._palette.line < 2:
            self._lay(self._painter.pane_glow(box.size, tone), box, pygame.BLEND_RGB_ADD)
        self._lay(self._painter.pane(box.size, tone), box)

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
        place = piece.get_rect(left=x, centery=y + step // 2 + self._painter.faces.sunk(line, face, pixels))
        if glow and self._palette.line < 2:
            light = self._painter.word_glow(
                line, face, pixels, self._palette.cyan if colour == self._palette.paper else colour
            )
            self._blit(light, light.get_rect(center=place.center), pygame.BLEND_RGB_ADD)
        self._blit(piece, place)

    def fill(self, rect: Rect, colour: Colour, opacity: int = 255) -> None:
        box = self._box(rect)
        opacity = round(opacity * self._opacity)
        if opacity == 255:
            self._surface.fill(colour, box)
            self.touched.append(box)
        elif opacity:
            self._tint(box, self._painter.tile(colour, opacity))

    def _tint(self, box: pygame.Rect, tile: pygame.Surface) -> None:
        """Lay a colour that shows through, a pixel wide and high at least."""
        box.size = max(1, box.w), max(1, box.h)
        w, h = tile.get_size()
        if box.w <= w and box.h <= h:
            self.touched.append(self._surface.blit(tile, box, (0, 0, *box.size)))
            return
        clip = self._surface.get_clip()
        self._surface.set_clip(clip.clip(box))
        columns, rows = range(box.x, box.right, w), range(box.y, box.bottom, h)
        self._surface.fblits([(tile, (x, y)) for y in rows for x in columns])
        self._surface.set_clip(clip)
        self.touched.append(box.clip(clip))

    def ring(self, rect: Rect, share: float, colour: Colour, glow: float = 1.0) -> None:
        box = self._box(rect)
        side = min(box.w, box.h)
        if self._palette.line < 2:
            light = self._painter.ring_glow(side, round(share * 30), colour)
            light = light if glow >= 1 else self._painter.dimmed(light, glow)
            self._blit(light, light.get_rect(center=box.center), pygame.BLEND_RGB_ADD)
            self._now()  # a dimmed light is good until the next one is
        piece = self._painter.ring(side, round(share, 3), colour, self._palette.ring)
        self._blit(piece, piece.get_rect(center=box.center))

    def meter(self, rect: Rect, share: float, risk: float = 0) -> None:
        box = self._box(rect)
        lean = box.h * 0.35
        place = box.inflate(round(2 * lean) + 4, 4)
        if self._opacity >= 1:
            self._segments(self._now(place), box, share, risk)
            self.touched.append(place)
        elif self._opacity > 0:
            sheet = pygame.Surface(place.size, pygame.SRCALPHA)
            self._segments(sheet, box.move(-place.x, -place.y), share, risk)
            self._blit(sheet, place)

    def _segments(self, surface: pygame.Surface, box: pygame.Rect, share: float, risk: float) -> None:
        """Those of a meter: lit, at risk with an outline, or dark."""
        p, step = self._palette, box.w / SEGMENTS
        lean, gap = box.h * 0.35, max(1.0, step * 0.16)
        for number in range(SEGMENTS):
            x, lit = box.x + number * step, min(1.0, max(0.0, share * SEGMENTS - number))
            colour = mixed(p.ring, self._heat_colour((number + 0.5) / SEGMENTS), lit)
            end, low = x + step - gap, box.bottom - 1
            corners = [(x + lean, box.y), (end + lean, box.y), (end, low), (x, low)]
            endangered = lit < 1 and number + 0.5 < (share + risk) * SEGMENTS
            pygame.draw.polygon(surface, colour, corners)
            pygame.draw.aalines(
                surface, mixed(colour, p.alarm, AT_RISK) if endangered else colour, True, corners
            )

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
        surface = self._now()
        for start, end in pairwise(places):
            width = max(2, round(1.6 * self._palette.line * self._scale))
            self.touched.append(pygame.draw.aaline(surface, colour, start, end, width))

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

    def _now(self, rect: pygame.Rect | None = None) -> pygame.Surface:
        """The surface with all on it so far, for what cannot wait or must not be cut into bands."""
        return self._surface if isinstance(self._surface, pygame.Surface) else self._surface.at_once(rect)

    def _box(self, rect: Rect) -> pygame.Rect:
        s = self._scale
        x, y = round(rect.x * s), round(rect.y * s)
        box = pygame.Rect(x, y, round(rect.right * s) - x, round(rect.bottom * s) - y)
        return box.move(self._shift)

    def _lay(self, piece: Piece, box: pygame.Rect, flags: int = 0) -> None:
        """Put a piece on the surface, its middle on the middle of the box."""
        place = pygame.Rect((0, 0), piece.size)
        place.center = box.center
        laid = piece.at(place.x, place.y)
        if self._opacity < 1 or len(laid) == 1:
            for sheet, at in laid:
                self._blit(sheet, sheet.get_rect(topleft=at), flags)
            return
        self._surface.fblits(laid, flags)
        self.touched.append(place.clip(self._surface.get_clip()))

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
        surface = self._now()  # the piece is changed for this once
        if flags:
            piece = self._painter.dimmed(piece, self._opacity)
            self.touched.append(surface.blit(piece, place, special_flags=flags))
            return
        piece.set_alpha(level)
        self.touched.append(surface.blit(piece, place))
        piece.set_alpha(255)
