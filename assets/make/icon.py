"""Draws the game's icon, a clock at thirty seconds, in all sizes and forms; knows nothing of the game.

Run it to make the icons anew: python assets/make/icon.py [--to DIR]. Needs Pillow, which the game does not.
"""

from __future__ import annotations

import argparse
import itertools
import math
import struct
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

_ASSETS = Path(__file__).resolve().parent.parent
_FONT = _ASSETS / "fonts" / "bebas-neue" / "BebasNeue_400Regular.ttf"
_CANVAS = 1024  # everything is drawn this large, then averaged down

NIGHT_TOP, NIGHT_FOOT = (5, 8, 15), (11, 27, 52)
CYAN, SODIUM, ALARM, PAPER = (63, 213, 232), (255, 154, 60), (255, 59, 48), (232, 241, 248)

Colour = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Cut:
    """How the icon is drawn for one size, in pixels of the large drawing; small ones have no ticks.

    Without `digits` there is only the ring: at 16 pixels two figures would be a smudge.
    """

    size: int
    edge: int
    stroke: int
    digits: int
    ticks: bool = False

    @property
    def name(self) -> str:
        """The file's name; the window shows the one without a number."""
        return "quizgame.png" if self.size == 256 else f"quizgame-{self.size}.png"


CUTS = (
    Cut(16, 64, 168, 0),
    Cut(24, 50, 120, 560),
    Cut(32, 60, 118, 580),
    Cut(48, 70, 110, 550),
    Cut(64, 76, 106, 530),
    Cut(128, 84, 98, 500, ticks=True),
    Cut(256, 92, 92, 470, ticks=True),
    Cut(512, 92, 92, 470, ticks=True),
)
WINDOWS = (16, 24, 32, 48, 64, 256)
MACOS = {16: b"icp4", 32: b"icp5", 64: b"ic12", 128: b"ic07", 256: b"ic08", 512: b"ic09"}


def draw_icon(cut: Cut) -> Image.Image:
    """The icon at its final size, with transparent corners."""
    tile = _night()
    light = Image.new("RGB", tile.size, (0, 0, 0))
    _draw_ring(ImageDraw.Draw(light), cut)
    glow = light.filter(ImageFilter.GaussianBlur(34))
    tile = _added(_added(tile, glow, 0.62), light, 1.0)
    if cut.digits:
        _draw_digits(ImageDraw.Draw(tile), cut)
    tile.putalpha(_corners())
    return tile.resize(
        (cut.size, cut.size), Image.Resampling.BOX if cut.size < 100 else Image.Resampling.LANCZOS
    )


def _night() -> Image.Image:
    """The night sky from top to foot, with a strip of sodium light along the lower edge."""
    tile = Image.new("RGB", (1, _CANVAS))
    for row in range(_CANVAS):
        share = row / (_CANVAS - 1)
        haze = math.exp(-(((1 - share) / 0.20) ** 2)) * 0.62
        sky = [a + (b - a) * share for a, b in zip(NIGHT_TOP, NIGHT_FOOT, strict=True)]
        mixed = [round(s + (h - s) * haze) for s, h in zip(sky, (150, 78, 34), strict=True)]
        tile.putpixel((0, row), (mixed[0], mixed[1], mixed[2]))
    return tile.resize((_CANVAS, _CANVAS))


def _draw_ring(pen: ImageDraw.ImageDraw, cut: Cut) -> None:
    """Half a minute gone: the right half burns from cyan to alarm, the left is what is left of the track."""
    box = (cut.edge, cut.edge, _CANVAS - cut.edge, _CANVAS - cut.edge)
    pen.arc(box, 90, 270, (20, 50, 62), cut.stroke)
    for degree in range(180):
        pen.arc(box, degree - 90, degree - 88.5, _burning(degree / 179), cut.stroke)
    _draw_head(pen, cut)
    if cut.ticks:
        for minute in range(35, 60, 5):
            _draw_tick(pen, cut, minute)


def _burning(share: float) -> Colour:
    """The ring's colour from the top (0) to thirty seconds (1)."""
    stops = ((0.0, CYAN), (0.62, CYAN), (0.84, SODIUM), (1.0, ALARM))
    for (start, first), (end, second) in itertools.pairwise(stops):
        if share <= end:
            t = (share - start) / (end - start)
            return _mixed(first, second, t)
    return ALARM


def _mixed(first: Colour, second: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def _draw_head(pen: ImageDraw.ImageDraw, cut: Cut) -> None:
    """The round tip at the foot of the dial, where the hand stands."""
    radius, centre = cut.stroke / 2, _CANVAS / 2
    for x, y, colour in ((centre, _CANVAS - cut.edge - radius, ALARM), (centre, cut.edge + radius, CYAN)):
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), colour)


def _draw_tick(pen: ImageDraw.ImageDraw, cut: Cut, second: int) -> None:
    angle = math.radians(second * 6)
    radius = _CANVAS / 2 - cut.edge - cut.stroke / 2
    x, y = _CANVAS / 2 + radius * math.sin(angle), _CANVAS / 2 - radius * math.cos(angle)
    pen.ellipse((x - 13, y - 13, x + 13, y + 13), (70, 130, 146))


def _draw_digits(pen: ImageDraw.ImageDraw, cut: Cut) -> None:
    font = ImageFont.truetype(str(_FONT), cut.digits)
    pen.text((_CANVAS / 2, _CANVAS / 2), "30", PAPER, font, anchor="mm")


def _added(under: Image.Image, over: Image.Image, strength: float) -> Image.Image:
    """Light laid over a picture: each channel as if both were photographed on one frame."""
    dimmed = over.point(lambda value: value * strength)
    pairs = zip(under.split(), dimmed.split(), strict=True)
    return Image.merge("RGB", [_screen(a, b) for a, b in pairs])


def _screen(first: Image.Image, second: Image.Image) -> Image.Image:
    return ImageChops.screen(first, second)


def _corners() -> Image.Image:
    mask = Image.new("L", (_CANVAS, _CANVAS), 0)
    ImageDraw.Draw(mask).rounded_rectangle((8, 8, _CANVAS - 8, _CANVAS - 8), 212, 255)
    return mask


def main() -> None:
    """Writes all sizes, and those together that Windows and macOS want in one file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--to", type=Path, default=_ASSETS, help="folder to write icon/ and desktop/ to")
    folder = parser.parse_args().to
    for name in ("icon", "desktop"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    drawn = {cut.size: draw_icon(cut) for cut in CUTS}
    for cut in CUTS:
        drawn[cut.size].save(folder / "icon" / cut.name, optimize=True)
    *small, large = (drawn[size] for size in WINDOWS)
    sizes = [(size, size) for size in WINDOWS]
    large.save(folder / "desktop" / "quizgame.ico", sizes=sizes, append_images=small)
    (folder / "desktop" / "quizgame.icns").write_bytes(icns(folder / "icon"))


def icns(folder: Path) -> bytes:
    """The icon as macOS wants it: a list of PNG files, each with its kind and its length."""
    files = {cut.size: (folder / cut.name).read_bytes() for cut in CUTS}
    parts = [kind + struct.pack(">I", len(files[size]) + 8) + files[size] for size, kind in MACOS.items()]
    return b"icns" + struct.pack(">I", sum(map(len, parts)) + 8) + b"".join(parts)


if __name__ == "__main__":
    main()
