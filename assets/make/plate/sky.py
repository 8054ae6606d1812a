"""The night sky: its gradient, the city's glow on it, thin cloud, a few stars; knows no ground."""

from __future__ import annotations

import numpy as np

from plate.camera import View
from plate.light import Array, add_points, generator, gradient, grow, linear, noise, single, smoothstep

_NIGHT = [
    (0.0, "#04070D"),
    (0.22, "#060C18"),
    (0.45, "#08172B"),
    (0.64, "#0B243E"),
    (0.82, "#12384F"),
    (1.0, "#1C4A58"),
]
_DOWNTOWN = 0.66


def sky(view: View) -> Array:
    """The sky over the whole picture (its lowest colours go on below the horizon), linear light."""
    across = ((np.arange(view.width) + 0.5) / view.width).astype(np.float32)[None, :]
    down = ((np.arange(view.height) + 0.5) / view.horizon).astype(np.float32)[:, None]
    picture = gradient(np.minimum(down, 1), _NIGHT) * np.ones((1, view.width, 1), np.float32)
    picture = picture * _towards_town(across, 0.72, 0.55)[..., None]
    picture += _glow(across, np.maximum(1 - down, 0))
    picture += _cloud(view)
    _add_stars(picture, view)
    return picture


def _towards_town(across: Array, least: float, more: float) -> Array:
    return single(least + more * np.exp(-(((across - _DOWNTOWN) / 0.30) ** 2)))


def _glow(across: Array, up: Array) -> Array:
    """Street light scattered in the haze: a thin sodium band, a mauve veil above it, a dome over downtown."""
    town = np.exp(-(((across - _DOWNTOWN) / 0.22) ** 2))
    band = np.exp(-up / 0.050) * (0.62 + 0.60 * town)
    veil = np.exp(-up / 0.14) * (0.42 + 0.70 * town)
    dome = np.exp(-((up / 0.42) ** 2)) * town
    layers = ((band, "#C87430"), (veil, "#513B2E"), (dome, "#12304A"))
    return single(np.sum([shape[..., None] * linear(colour) for shape, colour in layers], 0))


def _cloud(view: View) -> Array:
    """A thin sheet of cloud seen from below: flat far away, wide overhead, quiet at the upper left."""
    rows, columns = view.height // 3, view.width // 3
    across = ((np.arange(columns) + 0.5) / columns).astype(np.float32)[None, :]
    up = (1 - (np.arange(rows) + 0.5) / rows * view.height / view.horizon).astype(np.float32)[:, None]
    sheet = 0.62 / (np.maximum(up, 0) + 0.26)
    x, y = (across - 0.55) * sheet * 2.1 + 40, sheet * 3.4 + 0 * across
    rng = generator(1)
    bend = 1.5 * (noise(x * 0.7, y * 0.7, rng, 3) - 0.5)
    value = noise(x + 1.7 * bend, y + 1.1 * bend, rng, 6)
    streaks = noise(x * 0.45 + bend, y * 2.1, rng, 5)
    cover = smoothstep(0.44, 0.80, 0.74 * value + 0.26 * streaks) * smoothstep(-0.01, 0.05, up)
    cover *= 1 - smoothstep(0.22, 0.78, up)
    lit = np.exp(-np.maximum(up, 0) / 0.20)[..., None] * linear("#8C6138")
    cold = linear("#203A4C") * np.ones_like(lit)
    colour = (lit + 0.55 * cold) * _towards_town(across, 0.18, 1.22)[..., None]
    return grow(cover[..., None] * colour, view.height, view.width)


def _add_stars(picture: Array, view: View) -> None:
    rng = generator(2)
    count = 70
    x = rng.uniform(0, view.width, count).astype(np.float32)
    y = (rng.random(count) ** 1.5 * 0.62 * view.horizon).astype(np.float32)
    power = (rng.random(count) ** 5 * 0.16 + 0.012) * view.unit**2
    energy = power[:, None] * np.array((0.85, 0.93, 1.0)) * (1 - y / view.horizon)[:, None]
    add_points(picture, x, y, energy.astype(np.float32))
