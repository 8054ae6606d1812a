"""Float pictures: blur, resize, gradients, noise and points of light; knows nothing about Los Angeles."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.floating[Any]]
SEED = 1995


def single(values: object) -> Array:
    """The same values in single precision: pictures are large."""
    return np.asarray(values, np.float32)


def generator(part: int) -> np.random.Generator:
    """A generator of its own for each part, so that changing one part moves nothing in another."""
    return np.random.default_rng([SEED, part])


def linear(colour: str) -> Array:
    """A colour written #RRGGBB as three linear intensities from 0 to 1."""
    value = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    low = value / 12.92
    high = ((value + 0.055) / 1.055) ** 2.4
    return np.where(value <= 0.04045, low, high).astype(np.float32)


def gradient(where: Array, stops: list[tuple[float, str]]) -> Array:
    """Colours along `where`, between stops given as (position, #RRGGBB) in rising order."""
    places = [place for place, _ in stops]
    colours = np.stack([linear(colour) for _, colour in stops])
    channels = [np.interp(where, places, colours[:, i]) for i in range(3)]
    return np.stack(channels, -1).astype(np.float32)


def smoothstep(low: float, high: float, value: Array) -> Array:
    """0 below `low`, 1 above `high`, and an S-shaped passage between."""
    t = np.clip((value - low) / (high - low), 0, 1)
    return single(t * t * (3 - 2 * t))


def _box(picture: Array, radius: int, axis: int) -> Array:
    pad = [(0, 0)] * picture.ndim
    pad[axis] = (radius + 1, radius)
    total = np.cumsum(np.pad(picture, pad, mode="edge"), axis=axis, dtype=np.float64)
    size = 2 * radius + 1
    upper = np.take(total, range(size, total.shape[axis]), axis)
    lower = np.take(total, range(total.shape[axis] - size), axis)
    return ((upper - lower) / size).astype(np.float32)


def blur(picture: Array, sigma: float) -> Array:
    """A near-Gaussian blur (three box passes); `sigma` in pixels, the same both ways."""
    radius = max(1, round(sigma))
    for _ in range(3):
        picture = _box(_box(picture, radius, 0), radius, 1)
    return picture


def shrink(picture: Array, times: int) -> Array:
    """The picture `times` smaller each way by averaging; rows and columns left over are dropped."""
    height, width = (side // times * times for side in picture.shape[:2])
    tiles = picture[:height, :width].reshape(height // times, times, width // times, times, -1)
    return single(tiles.mean((1, 3), dtype=np.float32))


def grow(picture: Array, height: int, width: int) -> Array:
    """The picture enlarged to height x width, linearly between pixel centres."""
    picture = _stretch(picture, height, 0)
    return _stretch(picture, width, 1)


def _stretch(picture: Array, size: int, axis: int) -> Array:
    old = picture.shape[axis]
    place = np.clip((np.arange(size) + 0.5) * old / size - 0.5, 0, old - 1)
    first = np.minimum(place.astype(int), old - 1)
    second = np.minimum(first + 1, old - 1)
    share = (place - first).astype(np.float32)
    share = share.reshape([-1 if i == axis else 1 for i in range(picture.ndim)])
    return single(np.take(picture, first, axis) * (1 - share) + np.take(picture, second, axis) * share)


def noise(x: Array, y: Array, rng: np.random.Generator, octaves: int = 5) -> Array:
    """Fractal value noise at the points (x, y): mean 0.5, about 0 to 1, details halve with each octave."""
    lattice = rng.random((256, 256), dtype=np.float32)
    total, weight, size = np.zeros(np.broadcast(x, y).shape, np.float32), 0.0, 1.0
    for octave in range(octaves):
        total += size * _lattice_at(lattice, x * 2**octave + 37 * octave, y * 2**octave + 91 * octave)
        weight += size
        size *= 0.52
    return (total / weight).astype(np.float32)


def _lattice_at(lattice: Array, x: Array, y: Array) -> Array:
    column, row = np.floor(x).astype(int), np.floor(y).astype(int)
    across, down = (x - column), (y - row)
    across, down = across * across * (3 - 2 * across), down * down * (3 - 2 * down)
    corner = [[lattice[(row + j) & 255, (column + i) & 255] for i in (0, 1)] for j in (0, 1)]
    upper = corner[0][0] * (1 - across) + corner[0][1] * across
    lower = corner[1][0] * (1 - across) + corner[1][1] * across
    return single(upper * (1 - down) + lower * down)


def add_points(picture: Array, x: Array, y: Array, energy: Array) -> None:
    """Adds sharp points: `energy` (n, 3) at pixel places (x, y), shared among the four nearest pixels."""
    height, width = picture.shape[:2]
    column, row = np.floor(x - 0.5).astype(int), np.floor(y - 0.5).astype(int)
    across, down = x - 0.5 - column, y - 0.5 - row
    for j, i in ((0, 0), (0, 1), (1, 0), (1, 1)):
        share = (across if i else 1 - across) * (down if j else 1 - down)
        inside = (column + i >= 0) & (column + i < width) & (row + j >= 0) & (row + j < height)
        place = ((row + j) * width + column + i)[inside]
        for channel in range(3):
            weights = (energy[:, channel] * share)[inside]
            sums = np.bincount(place, weights, height * width).reshape(height, width)
            picture[..., channel] += sums.astype(np.float32)


def add_disc(picture: Array, x: float, y: float, energy: Array, disc: Array) -> None:
    """Adds one out-of-focus light: `disc` (a square mask of sum 1) around (x, y), cut at the edges."""
    half = disc.shape[0] // 2
    left, top = int(x) - half, int(y) - half
    height, width = picture.shape[:2]
    x0, y0 = max(left, 0), max(top, 0)
    x1, y1 = min(left + disc.shape[1], width), min(top + disc.shape[0], height)
    if x0 < x1 and y0 < y1:
        cut = disc[y0 - top : y1 - top, x0 - left : x1 - left, None]
        picture[y0:y1, x0:x1] += cut * energy


def bloom(light: Array, layers: list[tuple[int, float, float]]) -> Array:
    """The glow around a light buffer: layers of (shrink by, blur sigma in full pixels, strength)."""
    height, width = light.shape[:2]
    total = np.zeros_like(light)
    for times, sigma, strength in layers:
        total += strength * grow(blur(shrink(light, times), sigma / times), height, width)
    return total
