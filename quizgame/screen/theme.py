"""Every token of the look: colours, the type scale and spacing; knows no screen and no pygame."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

Colour = tuple[int, int, int]


class Palette(NamedTuple):
    """Colours by their part in the picture; opacities run from 0 to 255."""

    night: Colour = (5, 8, 15)
    dusk: Colour = (11, 23, 48)
    glass: Colour = (10, 20, 32)
    glass_opacity: int = 214
    edge: Colour = (84, 120, 156)
    cyan: Colour = (63, 213, 232)
    sodium: Colour = (255, 166, 77)
    alarm: Colour = (255, 92, 80)
    paper: Colour = (232, 241, 248)
    dim: Colour = (168, 186, 204)
    ring: Colour = (28, 52, 74)
    right: Colour = (122, 226, 160)
    scrim_opacity: int = 150
    line: float = 1.5


NEO_NOIR = Palette()
HIGH_CONTRAST = Palette(
    night=(0, 0, 0),
    dusk=(0, 0, 0),
    glass=(0, 0, 0),
    glass_opacity=255,
    edge=(255, 255, 255),
    cyan=(255, 240, 0),
    sodium=(255, 200, 60),
    alarm=(255, 148, 138),
    paper=(255, 255, 255),
    dim=(230, 230, 230),
    ring=(90, 90, 90),
    right=(120, 255, 160),
    scrim_opacity=235,
    line=3,
)

ACCENTS: dict[str, Colour] = {
    "yard": (255, 166, 77),  # sodium
    "restaurant": (255, 138, 150),  # neon through the window
    "coffee-shop": (244, 214, 142),  # the lamp over the table
    "vault": (176, 216, 232),  # cold steel
    "lake-front": (158, 184, 255),  # the lake
}
"""The colour of each place, for labels and thin rules; the sodium of the streets everywhere else."""

DISPLAY, READING, STRONG = "display", "reading", "strong"
"""The faces: for titles, money and the clock; for reading; the heavier one for reading."""


class Space(NamedTuple):
    """The steps of all gaps and margins, in virtual units: from a hair's breadth to the edge of a screen."""

    xs: int = 4
    sm: int = 8
    md: int = 12
    lg: int = 16
    xl: int = 24
    xxl: int = 32
    wide: int = 48
    edge: int = 60


SPACE = Space()


class Style(NamedTuple):
    """How a text is set: a face and a size in virtual units."""

    face: str
    size: float

    def at(self, size: float) -> Style:
        """The same face in another size."""
        return Style(self.face, size)


class Type(NamedTuple):
    """A step of the type scale; `grows` says how much of the player's text size it takes on (0 to 1)."""

    face: str
    size: float
    grows: float = 1.0


TYPES: dict[str, Type] = {
    "poster": Type(DISPLAY, 136, 0.1),
    "title": Type(DISPLAY, 76, 0.25),
    "heading": Type(DISPLAY, 44, 0.5),
    "money": Type(DISPLAY, 44, 0.5),
    "clock": Type(DISPLAY, 44, 0.4),
    "button": Type(DISPLAY, 30, 0.6),
    "link": Type(DISPLAY, 25, 0.6),
    "letter": Type(DISPLAY, 30, 0.6),
    "question": Type(READING, 36, 0.9),
    "option": Type(READING, 25),
    "body": Type(READING, 22),
    "strong": Type(STRONG, 22),
    "label": Type(STRONG, 16),
    "small": Type(READING, 16),
}


@lru_cache(maxsize=64)  # a screen asks dozens of times while it is drawn
def _style(name: str, text: float) -> Style:
    step = TYPES[name]
    return Style(step.face, step.size * (1 + (text - 1) * step.grows))


class Theme(NamedTuple):
    """The look as the player has set it; `text` is 1.0 to 2.0."""

    palette: Palette = NEO_NOIR
    text: float = 1.0
    motion: bool = True

    def style(self, name: str) -> Style:
        """A step of the type scale at the player's text size."""
        return _style(name, self.text)

    @property
    def large(self) -> bool:
        """Whether text is so large that a screen should show fewer things side by side."""
        return self.text > 1.3

    def accent(self, place: str) -> Colour:
        """The colour of a place; in high contrast all places share one."""
        return self.palette.sodium if self.contrast else ACCENTS.get(place, self.palette.sodium)

    @property
    def contrast(self) -> bool:
        return self.palette is HIGH_CONTRAST


def theme_of(text_size: int, high_contrast: bool, reduced_motion: bool) -> Theme:
    """The look for a player's settings; `text_size` is in per cent."""
    palette = HIGH_CONTRAST if high_contrast else NEO_NOIR
    return Theme(palette, text_size / 100, not reduced_motion)


@lru_cache(maxsize=512)  # whatever stands still is drawn in the same few each time
def mixed(first: Colour, second: Colour, share: float) -> Colour:
    """A colour between two: `share` 0 is the first, 1 the second."""
    r, g, b = (round(a + (z - a) * share) for a, z in zip(first, second, strict=True))
    return r, g, b
