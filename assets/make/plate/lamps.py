"""Lights on the ground: their places, colours and how the eye sees them; knows no streets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from plate.camera import View
from plate.light import Array, add_disc, add_points, single

SODIUM = (1.0, 0.43, 0.085)
AMBER = (1.0, 0.56, 0.19)
WARM = (1.0, 0.72, 0.40)
WHITE = (1.0, 0.92, 0.80)
COOL = (0.60, 0.80, 1.0)
MERCURY = (0.62, 0.98, 0.84)
TEAL = (0.13, 0.78, 0.88)
RED = (1.0, 0.10, 0.055)
GREEN = (0.20, 1.0, 0.50)

_SHARP = 1.1  # pixels of 1440: below this radius a light is a point
_FOCUS = 30.0  # eye heights: where `power` 1 gives energy 3


@dataclass(frozen=True, slots=True)
class Lamps:
    """Lights on the plain: `across` and `away` in eye heights, `power` 1 a street lamp, `colour` (n, 3)."""

    across: Array
    away: Array
    power: Array
    colour: Array

    def where(self, keep: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Lamps:
        """Only the lamps marked True."""
        return Lamps(self.across[keep], self.away[keep], self.power[keep], self.colour[keep])


def together(groups: Iterable[Lamps]) -> Lamps:
    """All lamps of several groups."""
    parts = list(groups)
    return Lamps(
        np.concatenate([part.across for part in parts]),
        np.concatenate([part.away for part in parts]),
        np.concatenate([part.power for part in parts]),
        np.concatenate([part.colour for part in parts]),
    )


def picked(rng: np.random.Generator, count: int, palette: dict[tuple[float, float, float], float]) -> Array:
    """`count` colours drawn from a palette of colour: weight."""
    weights = np.array(list(palette.values()))
    choice = rng.choice(len(weights), count, p=weights / weights.sum())
    return np.array(list(palette), np.float32)[choice]


def seen_energy(lamps: Lamps, view: View) -> Array:
    """What reaches the eye: less with distance, and redder, for the haze swallows blue first."""
    near = (_FOCUS / lamps.away) ** 1.72
    haze = 0.10 + 0.90 * np.exp(-lamps.away[:, None] / 95 * np.array((0.55, 1.0, 1.55)))
    return single(3.0 * view.unit**2 * (lamps.power * near)[:, None] * haze * lamps.colour)


def add_lamps(light: Array, lamps: Lamps, view: View) -> None:
    """Adds every lamp to the light buffer, as a point where it is sharp and as a disc where it is not."""
    x, y = view.seen(lamps.across, lamps.away)
    radius, energy = view.blur_radius(y), seen_energy(lamps, view)
    inside = (x > -60 * view.unit) & (x < view.width + 60 * view.unit) & (y < view.height + 60 * view.unit)
    sharp = inside & (radius <= _SHARP * view.unit)
    add_points(light, x[sharp], y[sharp], energy[sharp])
    discs: dict[tuple[float, int], Array] = {}
    for i in np.flatnonzero(inside & ~sharp):
        size = round(float(radius[i]) * 2) / 2
        squeeze = round(6 * abs(float(x[i]) / view.width - 0.5))
        if (size, squeeze) not in discs:
            discs[size, squeeze] = disc(size, 1 - 0.07 * squeeze)
        add_disc(light, float(x[i]), float(y[i]), energy[i], discs[size, squeeze])


def disc(radius: float, roundness: float = 1.0) -> Array:
    """An out-of-focus point: soft edge, slightly brighter rim, narrower towards the picture's edge; sum 1."""
    half = int(radius) + 2
    rows, columns = np.mgrid[-half : half + 1, -half : half + 1].astype(np.float32)
    distance = np.hypot(rows, columns / roundness)
    soft = 0.5 + 0.06 * radius
    body = np.clip((radius + soft / 2 - distance) / soft, 0, 1)
    rim = np.clip(1 - np.abs(distance - 0.90 * radius) / (0.11 * radius + 0.5), 0, 1) if radius > 4 else 0
    mask = body * (0.80 + 0.10 * distance / radius) + 0.30 * rim * (body > 0)
    return single(mask / mask.sum())
