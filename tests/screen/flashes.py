"""Counts flashes in a row of pictures, after WCAG 2.3.1: general ones and red ones; knows no scene.

A flash is a pair of opposing changes of a tenth of the greatest luminance, or of as much red as the norm
names. Stricter than the norm: the darker picture may be as bright as it likes, and red need not be saturated.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pygame

Grid = np.ndarray[Any, Any]
CELLS = (32, 18)
LIGHT_STEP = 0.1  # of the greatest relative luminance
RED_STEP = 20 / 320  # of full red
MOST = 3  # flashes in a second
AREA = 0.25 * 341 * 256 / (1024 * 768)  # of the screen: what flashes on less than this is not counted
LINEAR = np.array(
    [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in np.arange(256) / 255], np.float32
)


def measured(picture: pygame.Surface) -> tuple[Grid, Grid]:
    """Relative luminance and redness of each cell of a picture."""
    rgb = LINEAR[pygame.surfarray.array3d(picture)[::2, ::2]]  # every fourth pixel will do
    w, h = rgb.shape[0] // CELLS[0], rgb.shape[1] // CELLS[1]
    rgb = rgb[: w * CELLS[0], : h * CELLS[1]].reshape(CELLS[0], w, CELLS[1], h, 3).mean(axis=(1, 3))
    red, green, blue = rgb[..., 0], rgb[..., 1], rgb[..., 2]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue, np.maximum(0, red - green - blue)


class Swings:
    """Follows each cell from one extreme to the next, and counts how often it turns by a step."""

    def __init__(self, step: float, first: Grid) -> None:
        self._step, self._low, self._high = step, first.copy(), first.copy()
        self._way = np.zeros(first.shape, int)

    def turned(self, now: Grid) -> Grid:
        """Which cells have just changed by a step against their last change."""
        self._low, self._high = np.minimum(self._low, now), np.maximum(self._high, now)
        up = (now - self._low >= self._step) & (self._way <= 0)
        down = (self._high - now >= self._step) & (self._way >= 0)
        self._way = np.where(up, 1, np.where(down, -1, self._way))
        self._low = np.where(up | down | (self._way < 0), now, self._low)
        self._high = np.where(up | down | (self._way > 0), now, self._high)
        turned: Grid = up | down
        return turned


def most_flashes(pictures: Iterable[pygame.Surface], rate: int) -> float:
    """The most flashes in any second that at least AREA of the screen shows; `rate` is pictures a second."""
    found, rows = 0.0, [measured(picture) for picture in pictures]
    for kind, step in ((0, LIGHT_STEP), (1, RED_STEP)):
        swings = Swings(step, rows[0][kind])
        turned = np.array([swings.turned(row[kind]) for row in rows[1:]]).astype(int)
        sums = np.concatenate([np.zeros((1, *CELLS), int), turned.cumsum(axis=0)])
        second = np.array([sums[min(n + rate, len(sums) - 1)] - sums[n] for n in range(len(sums))])
        # What the cell shows that comes last among the AREA of those that flash most.
        worst = np.sort(second.reshape(len(second), -1), axis=1)[:, -max(1, int(AREA * CELLS[0] * CELLS[1]))]
        found = max(found, float(worst.max()) / 2)
    return found
