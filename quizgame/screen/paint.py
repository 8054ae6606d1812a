"""The canvas of pixels: draws in virtual units on a pygame surface; knows no scene and no game."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pygame

from quizgame.screen.backdrop import Backdrop, Night
from quizgame.screen.bands import Bands, fill
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
    """Draws on a surface; `touched` collects where, `dimmed` and `lit` what is only darker or lighter."""

    def __init__(
        self, surface: pygame.Surface | Bands, painter: Painter, backdrop: Backdrop, images: Images
    ) -> None:
        self._surface, self._painter, self._backdrop, self._images = surface, painter, backdrop, images
        self._scale, self._palette = painter.scale, painter.palette
        self.touched: list[pygame.Rect] = []
        self.dimmed: list[pygame.Rect] = []
        self.lit: list[pygame.Rect] = []
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
        count = len(self.touched)
        self._lay(self._painter.scrim(box.size, opacity), box)
        self.dimmed += self.touched[count:]
        del self.touched[count:]

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
        if opacity < 255:
            box.size = max(1, box.w), max(1, box.h)
        self._veil(box, colour, round(opacity * self._opacity))

    def fills(self, rects: Sequence[Rect], colour: Colour) -> None:
        boxes = tuple(self._box(rect) for rect in rects)
        if self._opacity < 1:
            for box in boxes:
                self._veil(box, colour, round(255 * self._opacity))
        elif boxes:
            self.touched.append(self._do(boxes[0].unionall(boxes[1:]), _fill_all, boxes, colour))

    def ring(self, rect: Rect, share: float, colour: Colour, glow: float = 1.0) -> None:
        box = self._box(rect)
        side = min(box.w, box.h)
        if self._palette.line < 2:
            light = self._painter.ring_glow(side, round(share * 30), colour)
            self._light(light, light.get_rect(center=box.center), min(1.0, glow) * self._opacity)
        piece = self._painter.ring(side, round(share, 3), colour, self._palette.ring)
        self._blit(piece, piece.get_rect(center=box.center))

    def meter(self, rect: Rect, share: float, risk: float = 0) -> None:
        box, p = self._box(rect), self._palette
        step = box.w / SEGMENTS
        for number in range(SEGMENTS):
            lit = min(1.0, max(0.0, share * SEGMENTS - number))
            colour = mixed(p.ring, self._heat_colour((number + 0.5) / SEGMENTS), lit)
            endangered = lit < 1 and number + 0.5 < (share + risk) * SEGMENTS
            edge = mixed(colour, p.alarm, AT_RISK) if endangered else colour
            left = box.x + number * step
            piece = self._painter.segment(step, box.h, round(left % 1, 2), colour, edge)
            self._blit(piece, piece.get_rect(topleft=(left // 1, box.y)))

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
        width = max(2, round(1.6 * self._palette.line * self._scale))
        places = tuple((x * self._scale, y * self._scale) for x, y in points)
        left, top = (int(min(along)) - width for along in zip(*places, strict=True))
        piece = self._painter.line(tuple((x - left, y - top) for x, y in places), width, colour)
        self._blit(piece, piece.get_rect(topleft=(left, top)))

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
        return self._painter.box(rect).move(self._shift)

    def _lay(self, piece: Piece, box: pygame.Rect, flags: int = 0) -> None:
        """Put a piece on the surface, its middle on the middle of the box."""
        place = pygame.Rect((0, 0), piece.size)
        place.center = box.center
        for sheet, at in piece.at(place.x, place.y):
            self._blit(sheet, sheet.get_rect(topleft=at), flags)
        if piece.plain:
            rect, colour, opacity = piece.plain
            self._veil(rect.move(place.topleft), colour, round(opacity * self._opacity))

    def _veil(self, rect: pygame.Rect, colour: Colour, opacity: int) -> None:
        """Lay one colour: what is left of the light, and then what is added, is faster than to mix them."""
        rect = rect.clip(self._surface.get_clip())  # see `fill`
        if not (rect.w and rect.h):
            return
        if opacity == 255:
            self._surface.fill(colour, rect)
        elif opacity:
            left, added = 255 - opacity, mixed((0, 0, 0), colour, opacity / 255)
            self._surface.fill((left, left, left), rect, pygame.BLEND_RGB_MULT)
            self._surface.fill(added, rect, pygame.BLEND_RGB_ADD)
        self.touched.append(rect)

    def _blit(self, piece: pygame.Surface, place: pygame.Rect, flags: int = 0) -> None:
        """Put a piece on the surface; added light is dimmed by itself, for adding knows no opacity."""
        level = round(255 * self._opacity)
        if flags:
            self._light(piece, place, self._opacity)
        elif level == 255:
            self.touched.append(self._surface.blit(piece, place))
        elif level:
            self.touched.append(self._do(place, _blit_faded, piece, place, level))

    def _light(self, light: pygame.Surface, place: pygame.Rect, share: float) -> None:
        """Add a share of a light."""
        if share >= 1:
            self.lit.append(self._surface.blit(light, place, special_flags=pygame.BLEND_RGB_ADD))
        elif level := round(255 * share):
            self.lit.append(self._do(place, _add_dimmed, self._painter, light, place, level))

    def _do(self, place: pygame.Rect, do: Callable[..., None], *given: object) -> pygame.Rect:
        """Call `do` with the surface, for what it uses is good for that moment alone; where it draws."""
        if isinstance(self._surface, Bands):
            return self._surface.later(place, do, *given)
        do(self._surface, *given)
        return place.clip(self._surface.get_clip())


def _fill_all(surface: pygame.Surface, boxes: Sequence[pygame.Rect], colour: Colour) -> None:
    for box in boxes:
        fill(surface, colour, box)


def _blit_faded(surface: pygame.Surface, piece: pygame.Surface, place: pygame.Rect, level: int) -> None:
    piece.set_alpha(level)
    surface.blit(piece, place)
    piece.set_alpha(255)


def _add_dimmed(
    surface: pygame.Surface, painter: Painter, light: pygame.Surface, place: pygame.Rect, level: int
) -> None:
    surface.blit(painter.dimmed(light, level), place, special_flags=pygame.BLEND_RGB_ADD)
