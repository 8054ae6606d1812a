"""Where the eye stands above the plain, and what that does to points on it; knows no lights."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plate.light import Array, single


@dataclass(frozen=True, slots=True)
class View:
    """The picture's size in pixels; world lengths are in eye heights (about 300 m above the streets)."""

    width: int
    height: int

    @property
    def unit(self) -> float:
        """Pixels of this picture per pixel of the 2560 x 1440 one."""
        return self.height / 1440

    @property
    def horizon(self) -> float:
        """Height of the horizon line in pixels from the top."""
        return 0.592 * self.height

    @property
    def focal(self) -> float:
        """Focal length in pixels: a lens of about 50 degrees across."""
        return 1.07 * self.width

    def seen(self, across: Array, away: Array) -> tuple[Array, Array]:
        """Ground points (`across` to the right, `away` from the eye) as pixels (x, y)."""
        x = self.width / 2 + self.focal * across / away
        return x, self.horizon + self.focal / away

    def ground(self, x: Array, y: Array) -> tuple[Array, Array]:
        """The ground points (across, away) seen at pixels below the horizon: `seen` backwards."""
        away = self.focal / (y - self.horizon)
        return (x - self.width / 2) * away / self.focal, away

    def blur_radius(self, y: Array) -> Array:
        """Radius in pixels of an out-of-focus light at row `y`: a lens focused on the far city, open wide."""
        near = (y - self.horizon - 0.050 * self.height) / (0.358 * self.height)
        return single((0.5 + 23 * np.clip(near, 0, 1) ** 1.3).astype(np.float32) * np.float32(self.unit))
