"""What stands before the city: two groups of palms and the crest of the nearest hill, as three sprites."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PIL import Image

from plate.palms import Brush, Palm, draw_palm

_INK = (3, 5, 9)
_WIDTH = 2560
_HILL = 118  # rows
_BEYOND = 56  # pixels of a sprite beyond the edge of the window: the palms drift past the city


@dataclass(frozen=True, slots=True)
class Sprite:
    """One file: its size in pixels of the 2560 x 1440 design, and its palms."""

    name: str
    width: int
    height: int
    palms: tuple[Palm, ...]


SPRITES = (
    Sprite(
        "palms_left.png",
        _BEYOND + 400,
        930,
        (
            Palm((_BEYOND + 64, 940), (_BEYOND + 158, 136), 122, 34, "fan", 1),
            Palm((_BEYOND + 214, 940), (_BEYOND + 262, 404), 98, -22, "fan", 2),
            Palm((_BEYOND + 22, 940), (_BEYOND + 34, 590), 84, 12, "fan", 3),
        ),
    ),
    Sprite(
        "palms_right.png",
        520 + _BEYOND,
        980,
        (
            Palm((392, 990), (318, 140), 126, 30, "fan", 4),
            Palm((470, 990), (452, 352), 104, -30, "fan", 5),
            Palm((236, 990), (196, 606), 150, 26, "feather", 6),
        ),
    ),
)


def write_foreground(folder: Path) -> None:
    """Writes the sprites: palms at either edge, and the hill, which is stretched over the width."""
    for sprite in SPRITES:
        brush = Brush(sprite.width, sprite.height)
        for palm in sprite.palms:
            draw_palm(brush, palm)
        _save(brush.finished(), folder / sprite.name)
    _save(_hill(), folder / "hill.png")


def _save(alpha: Image.Image, path: Path) -> None:
    picture = Image.new("RGBA", alpha.size, (*_INK, 0))
    picture.putalpha(alpha)
    picture.save(path, optimize=True)


def _hill() -> Image.Image:
    """A crest that is low in the middle, with dry brush on it; its two ends meet, so it may also be tiled."""
    rng = np.random.default_rng([1995, 400])
    brush = Brush(_WIDTH, _HILL)
    x = np.arange(0, _WIDTH + 1, 2.0)
    crest = _crest(x)
    brush.shape(np.concatenate([np.stack([x, crest], -1), [(x[-1], _HILL), (0, _HILL)]]))
    for _ in range(520):
        middle = float(rng.uniform(0, _WIDTH))
        ground = float(np.interp(middle, x, crest)) + 4
        _draw_bush(brush, middle, ground, float(rng.gamma(2.0, 3.0)) + 3, rng)
    return brush.finished()


def _crest(
    x: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    turn = 2 * np.pi * x / _WIDTH
    waves = ((1, 22, 1.5), (2, 12, 0.9), (3, 7, 2.2), (5, 4, 5.1), (9, 2.5, 1.0), (17, 1.5, 3.0))
    return (
        _HILL
        - 46
        - sum((high * np.sin(times * turn + phase) for times, high, phase in waves), np.zeros_like(x))
    )


def _draw_bush(brush: Brush, x: float, ground: float, size: float, rng: np.random.Generator) -> None:
    """A tuft of blades fanning up from one place."""
    for lean in np.linspace(-1, 1, int(rng.integers(5, 10))):
        tip = np.array((x + lean * size * rng.uniform(0.7, 1.3), ground - size * rng.uniform(0.5, 1.2)))
        root = np.array((x + lean * size * 0.4, ground + 2))
        brush.blade(np.linspace(root, tip, 4), 0.28 * size + 1)
