"""Palms as black shapes against the night: fan palms and feather palms; knows no picture behind them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw

_FINER = 4  # drawn this many times larger, then averaged down
_DOWN = np.array((0.0, 1.0))

Point = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Palm:
    """One palm in a sprite, in pixels of 2560 across: the trunk's foot, the crown's middle and radius.

    `bend` pulls the trunk's middle sideways; `kind` is fan or feather.
    """

    foot: tuple[float, float]
    crown: tuple[float, float]
    radius: float
    bend: float
    kind: str
    seed: int


class Brush:
    """A sheet of paper four times finer than the sprite, and the few strokes palms are made of."""

    def __init__(self, width: int, height: int) -> None:
        self._sheet = Image.new("L", (width * _FINER, height * _FINER), 0)
        self._pen = ImageDraw.Draw(self._sheet)

    def shape(self, outline: Point) -> None:
        """Fills a polygon of points (n, 2)."""
        self._pen.polygon([(x * _FINER, y * _FINER) for x, y in outline.tolist()], fill=255)

    def blade(self, spine: Point, width: float, tip: float = 0.0) -> None:
        """A leaf along `spine`, `width` pixels at its root and `tip` of that at its end."""
        step = np.gradient(spine, axis=0)
        side = np.stack([-step[:, 1], step[:, 0]], -1) / (np.linalg.norm(step, axis=1, keepdims=True) + 1e-9)
        share = np.linspace(0, 1, len(spine))[:, None]
        half = side * width / 2 * (1 - (1 - tip) * share**1.6)
        self.shape(np.concatenate([spine + half, (spine - half)[::-1]]))

    def finished(self) -> Image.Image:
        """The drawing at its true size: an alpha channel, 0 to 255."""
        width, height = self._sheet.size
        return self._sheet.resize((width // _FINER, height // _FINER), Image.Resampling.BOX)


def draw_palm(brush: Brush, palm: Palm) -> None:
    """Draws one whole palm."""
    rng = np.random.default_rng([1995, 300 + palm.seed])
    trunk = _trunk(palm)
    _draw_trunk(brush, trunk, palm.radius, rng)
    if palm.kind == "fan":
        _draw_skirt(brush, trunk, palm.radius, rng)
        _draw_fans(brush, palm, rng)
    else:
        _draw_feathers(brush, palm, rng)


def _trunk(palm: Palm) -> Point:
    foot, crown = np.array(palm.foot), np.array(palm.crown)
    middle = (foot + crown) / 2 + np.array((palm.bend, 0))
    return _bow(foot, middle, crown, 40)


def _bow(start: Point, pull: Point, end: Point, steps: int) -> Point:
    """A curve from `start` to `end`, drawn towards `pull` (quadratic Bezier)."""
    t = np.linspace(0, 1, steps)[:, None]
    return (1 - t) ** 2 * start + 2 * t * (1 - t) * pull + t**2 * end


def _draw_trunk(brush: Brush, trunk: Point, radius: float, rng: np.random.Generator) -> None:
    share = np.linspace(0, 1, len(trunk))
    half = radius * (0.058 + 0.060 * (1 - share) ** 9 + 0.028 * (1 - share)) * rng.normal(1, 0.03, len(trunk))
    shift = np.stack([half, np.zeros_like(half)], -1)
    brush.shape(np.concatenate([trunk - shift, (trunk + shift)[::-1]]))


def _draw_skirt(brush: Brush, trunk: Point, radius: float, rng: np.random.Generator) -> None:
    """Dead fronds hanging close to the trunk, longer near the crown."""
    top = trunk[-1]
    for _ in range(46):
        down = rng.random() ** 1.4 * 0.95 * radius
        side = rng.choice((-1, 1)) * (0.05 + 0.13 * rng.random()) * radius
        start = top + np.array((side * 0.4, down * 0.8))
        end = start + np.array((side * 1.25, (0.24 + 0.20 * rng.random()) * radius))
        brush.blade(_bow(start, start + np.array((side * 0.95, 0.05 * radius)), end, 6), 0.055 * radius, 0.1)


def _draw_fans(brush: Brush, palm: Palm, rng: np.random.Generator) -> None:
    heart = np.array(palm.crown)
    count = int(rng.integers(23, 27))
    for i, place in enumerate(np.linspace(-42, 222, count)):
        angle = np.deg2rad(place + rng.normal(0, 4))
        out = np.array((np.cos(angle), -np.sin(angle)))
        sag = 0.10 + 0.30 * (1 - np.sin(np.clip(angle, 0, np.pi))) + max(0.0, -out[1] * -0.35)
        stalk = palm.radius * (0.58, 0.30, 0.50, 0.20)[i % 4] * rng.uniform(0.9, 1.12)
        hand = heart + out * stalk + _DOWN * sag * stalk * 0.6
        brush.blade(_bow(heart, heart + out * stalk * 0.55, hand, 8), 0.024 * palm.radius, 0.6)
        _draw_fan(brush, hand, np.arctan2(-out[1] + 0.25 * sag, out[0]), palm.radius, rng)


def _draw_fan(brush: Brush, hand: Point, angle: float, radius: float, rng: np.random.Generator) -> None:
    """One leaf: thin blades spread like the fingers of a hand, the outer ones shorter, tips hanging."""
    size = radius * rng.uniform(0.42, 0.54)
    turn = rng.normal(0, 0.12)
    for spread in np.linspace(-1, 1, 13):
        way = angle + turn + spread * 1.05 + rng.normal(0, 0.04)
        length = size * (1 - 0.42 * abs(spread) ** 1.5) * rng.uniform(0.86, 1.08)
        out = np.array((np.cos(way), -np.sin(way)))
        tip = hand + out * length + _DOWN * length * rng.uniform(0.06, 0.30)
        brush.blade(_bow(hand, hand + out * length * 0.62, tip, 7), 0.034 * radius)


def _draw_feathers(brush: Brush, palm: Palm, rng: np.random.Generator) -> None:
    heart = np.array(palm.crown)
    for place in np.linspace(-24, 204, 17):
        angle = np.deg2rad(place + rng.normal(0, 6))
        out = np.array((np.cos(angle), -np.sin(angle)))
        length = palm.radius * rng.uniform(0.92, 1.14)
        reach = 1 - 0.22 * max(0.0, float(np.sin(angle)))
        tip = heart + out * length * reach + _DOWN * length * rng.uniform(0.10, 0.48)
        spine = _bow(heart, heart + out * length * 0.66 + np.array((0, -0.16 * length)), tip, 44)
        brush.blade(spine, 0.030 * palm.radius, 0.15)
        _draw_leaflets(brush, spine, palm.radius, rng)


def _draw_leaflets(brush: Brush, spine: Point, radius: float, rng: np.random.Generator) -> None:
    """Leaflets on both sides of a frond, longest in the middle, pulled down by their weight."""
    step = np.gradient(spine, axis=0)
    step /= np.linalg.norm(step, axis=1, keepdims=True)
    for i in range(4, len(spine)):
        share = i / len(spine)
        length = radius * 0.21 * np.sin(np.pi * min(1.0, share * 0.86 + 0.12)) ** 0.7 * rng.uniform(0.8, 1.1)
        for side in (-1, 1):
            if rng.random() < 0.12:
                continue
            normal = np.array((-step[i, 1], step[i, 0])) * side
            out = 0.62 * step[i] + 0.62 * normal + 0.42 * _DOWN
            tip = spine[i] + length * out / np.linalg.norm(out) + _DOWN * length * 0.22
            brush.blade(_bow(spine[i], spine[i] + out * length * 0.45, tip, 5), 0.016 * radius)
