"""What a scene may draw with, and Notes: the canvas that writes down what was drawn; knows no pygame."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, Protocol

from quizgame.screen.layout import Rect, Size
from quizgame.screen.theme import Colour, Style

if TYPE_CHECKING:
    from quizgame.quiz.question import Picture

LEFT, CENTRE, RIGHT = "left", "centre", "right"
TOP, MIDDLE, BOTTOM = "top", "middle", "bottom"


class Room(Protocol):
    """Something with a width and a height in virtual units."""

    @property
    def w(self) -> float: ...

    @property
    def h(self) -> float: ...


class Ruler(Protocol):
    """How much room words take, in virtual units."""

    def lines(self, text: str, style: Style, width: float) -> Sequence[str]:
        """The lines that a text breaks into."""

    def size(self, text: str, style: Style, width: float = 1e9) -> Size:
        """The room that a text takes when it is broken at a width."""

    def fit(self, text: str, style: Style, room: Room, least: float) -> Style:
        """The largest size up to the style's own, and not below `least`, in which a text fits a room."""


class Canvas(Protocol):
    """A surface in virtual units."""

    def backdrop(self, heat: float, veil: float, place: str = "") -> None:
        """The city, or one place in it; `heat` and `veil` (how far it is darkened) run from 0 to 1."""

    def flood(self, colour: Colour, share: float) -> None:
        """Add so much (0 to 1) light of a colour to all that has been drawn."""

    def scrim(self, rect: Rect, strength: float = 1.0) -> None:
        """Darken what lies behind a text, with soft edges."""

    def panel(self, rect: Rect, tone: str = "glass") -> None:
        """A pane: glass, quiet, picked, focus, pressed, right, wrong or solid."""

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
        """Words in a box, broken at its width."""

    def fill(self, rect: Rect, colour: Colour, opacity: int = 255) -> None:
        """A plain rectangle."""

    def fills(self, rects: Sequence[Rect], colour: Colour) -> None:
        """Plain rectangles of one colour, side by side."""

    def ring(self, rect: Rect, share: float, colour: Colour, glow: float = 1.0) -> None:
        """A clock ring with that share (0 to 1) of it lit, from the top clockwise; `glow` is its light."""

    def meter(self, rect: Rect, share: float, risk: float = 0) -> None:
        """The heat meter with that share of it lit, and a further one that is only outlined."""

    def shape(self, name: str, rect: Rect, colour: Colour) -> None:
        """A small drawing: tick, cross, up, down, left, right, dot, lock, clock, bag, pointer ..."""

    def picture(self, picture: Picture, rect: Rect, style: Style) -> None:
        """A picture that fills the rectangle, in a frame; where it cannot be shown, its words."""

    def line(self, points: Sequence[tuple[float, float]], colour: Colour) -> None:
        """A bent line through points."""

    def clip(self, rect: Rect) -> AbstractContextManager[None]:
        """Only what lies in the rectangle is drawn."""

    def faded(self, opacity: float, x: float = 0, y: float = 0) -> AbstractContextManager[None]:
        """What is drawn inside shows through (0: unseen, 1: as ever) and lies so many units aside.

        Backdrops are never moved or faded, nor lines faded.
        """


class PlainRuler:
    """Measures words as if every letter were half as wide as high: enough for canvases without pixels."""

    def lines(self, text: str, style: Style, width: float) -> list[str]:
        most = max(1, int(width / (style.size * 0.5)))
        return [line for paragraph in text.split("\n") for line in _broken(paragraph, most)]

    def size(self, text: str, style: Style, width: float = 1e9) -> Size:
        lines = self.lines(text, style, width)
        widest = max((len(line) for line in lines), default=0)
        return Size(widest * style.size * 0.5, len(lines) * style.size * 1.25)

    def fit(self, text: str, style: Style, room: Room, least: float) -> Style:
        return fitted(self, text, style, room, least)


def fitted(ruler: Ruler, text: str, style: Style, room: Room, least: float) -> Style:
    """The largest size that fits, to half a unit, by binary search."""
    if _fits(ruler, text, style, room):
        return style
    low, high = int(2 * min(least, style.size)), int(2 * style.size)
    while low < high:
        middle = (low + high + 1) // 2
        if _fits(ruler, text, style.at(middle / 2), room):
            low = middle
        else:
            high = middle - 1
    return style.at(low / 2)


def _fits(ruler: Ruler, text: str, style: Style, room: Room) -> bool:
    size = ruler.size(text, style, room.w)
    return size.w <= room.w and size.h <= room.h


def _broken(text: str, most: int) -> Iterator[str]:
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > most:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line


class Notes:
    """A canvas that writes down what was drawn, one line a thing: scenes are tested on it as text."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def backdrop(self, heat: float, veil: float, place: str = "") -> None:
        where = f" {place}" if place else ""
        self.lines.append(f"backdrop heat={heat:.2f} veil={veil:.2f}{where}")

    def flood(self, colour: Colour, share: float) -> None:
        pass

    def scrim(self, rect: Rect, strength: float = 1.0) -> None:
        pass

    def panel(self, rect: Rect, tone: str = "glass") -> None:
        self.lines.append(f"panel {tone}")

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
        self.lines.append(text)

    def fill(self, rect: Rect, colour: Colour, opacity: int = 255) -> None:
        pass

    def fills(self, rects: Sequence[Rect], colour: Colour) -> None:
        pass

    def ring(self, rect: Rect, share: float, colour: Colour, glow: float = 1.0) -> None:
        self.lines.append(f"ring {share:.2f}")

    def meter(self, rect: Rect, share: float, risk: float = 0) -> None:
        self.lines.append(f"heat {share:.2f}" + (f" +{risk:.2f}" if risk else ""))

    def shape(self, name: str, rect: Rect, colour: Colour) -> None:
        self.lines.append(f"<{name}>")

    def picture(self, picture: Picture, rect: Rect, style: Style) -> None:
        self.lines.append(f"picture: {picture.alt}")

    def line(self, points: Sequence[tuple[float, float]], colour: Colour) -> None:
        pass

    @contextmanager
    def clip(self, rect: Rect) -> Iterator[None]:
        yield

    @contextmanager
    def faded(self, opacity: float, x: float = 0, y: float = 0) -> Iterator[None]:
        yield
