"""One tower drawn into a small picture of its own: its outline, faces, windows and crown; knows no city."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from plate.lamps import RED
from plate.light import Array, blur, generator, linear, single
from plate.skyline import Tower

_MARGIN = 8  # pixels of room around the outline


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawn tower: `cover` 0-1, `body` and `light` (h, w, 3), the brightest windows, and where it goes."""

    cover: Array
    body: Array
    light: Array
    windows: Array  # (n, 2): pixel places (x, y) inside this drawing
    foot: float  # row of the tower's base inside this drawing


@dataclass(frozen=True, slots=True)
class _Grid:
    """Pixel places inside a tower: `across` from its middle, `up` from its base, edges of the outline."""

    across: Array
    up: Array
    left: Array
    right: Array


def draw(tower: Tower, scale: float) -> Drawing:
    """The tower at `scale` pixels per pixel of 1440."""
    rng = generator(1000 + tower.seed)
    grid = _grid(tower, scale)
    cover = _cover(grid)
    windows, places = _windows(tower, scale, grid, rng)
    light = windows * cover[..., None] + _flood(tower, scale, grid, cover) + _crown(tower, scale, grid)
    _mast(tower, scale, grid, cover, light)
    body = _body(tower, grid) * np.ones((*cover.shape, 1), np.float32)
    return Drawing(cover, body, light, places, float(grid.up[0, 0] + 0.5))


def _grid(tower: Tower, scale: float) -> _Grid:
    above = int((tower.height + tower.mast + _MARGIN) * scale)
    half = int((tower.width / 2 + _MARGIN) * scale)
    across = (np.arange(2 * half) - half + 0.5).astype(np.float32)[None, :]
    up = (above - np.arange(above) - 0.5).astype(np.float32)[:, None]
    left, right = _outline(tower, scale, up[:, 0])
    return _Grid(across, up, left[:, None], right[:, None])


def _outline(tower: Tower, scale: float, up: Array) -> tuple[Array, Array]:
    """Left and right edge (pixels from the middle) at each row; an empty row has left beyond right."""
    share = up / (tower.height * scale)
    half = np.zeros_like(up)
    for start, width in tower.tiers:
        half = np.where(share >= start, width * tower.width * scale / 2, half)
    left, right = -half, half.copy()
    if tower.roof_height:
        left, right = _roofed(tower, share, left, right)
    gone = share > 1
    return np.where(gone, 1e3, left).astype(np.float32), np.where(gone, -1e3, right).astype(np.float32)


def _roofed(tower: Tower, share: Array, left: Array, right: Array) -> tuple[Array, Array]:
    """The outline with its roof: `t` runs from 0 at the eaves to 1 at the top."""
    t = np.clip((share - 1) * tower.height / tower.roof_height + 1, 0, 1)
    if tower.roof == "slant-left":
        return left + (right - left) * t, right
    if tower.roof == "slant-right":
        return left, right - (right - left) * t
    if tower.roof == "dome":
        bow = np.sqrt(np.clip(1 - t * t, 0, 1))
        return left * bow, right * bow
    return left * (1 - t), right * (1 - t)


def _cover(grid: _Grid) -> Array:
    inside = np.minimum(grid.across - grid.left, grid.right - grid.across)
    return np.clip(inside + 0.5, 0, 1).astype(np.float32)


def _face(tower: Tower, grid: _Grid) -> Array:
    """How much a face is turned to the eye: a bright and a dark side, or round like a column."""
    width = np.maximum(grid.right - grid.left, 1)
    share = (grid.across - grid.left) / width
    if tower.corner == 0:
        return (0.35 + 0.65 * np.clip(1 - (1.9 * (share - 0.38)) ** 2, 0, 1)).astype(np.float32)
    return np.where(share < tower.corner, 1.0, 0.52).astype(np.float32)


def _body(tower: Tower, grid: _Grid) -> Array:
    """Dark glass and stone, paler with distance, warm at the foot where street light climbs the walls."""
    face = _face(tower, grid)[..., None]
    stone = linear("#0A111D") * (0.25 + 0.95 * face)
    low = np.exp(-grid.up / 110)[..., None]
    air = linear("#1D3A58") * (1 - low) + linear("#46383C") * low
    veil = air * tower.haze * (0.55 + 0.45 * face)
    foot = np.exp(-grid.up / 62)[..., None] * linear("#7A4A2C") * (0.34 + 0.3 * tower.haze)
    return single(stone + veil + foot)


def _windows(tower: Tower, scale: float, grid: _Grid, rng: np.random.Generator) -> tuple[Array, Array]:
    """Lit windows on a regular facade, in runs along a floor, a few floors lit right through."""
    across, high = tower.pitch[0] * scale, tower.pitch[1] * scale
    column = ((grid.across + tower.width * scale / 2) / across).astype(np.float32)
    floor = (grid.up / high).astype(np.float32)
    rows, columns = int(floor.max()) + 2, int(column.max()) + 2
    bright = _rooms(tower, rng, rows, columns)
    row, place = np.clip(floor.astype(int), 0, rows - 1), np.clip(column.astype(int), 0, columns - 1)
    pane = _pane(floor % 1, 0.30, 0.78, high) * _pane(column % 1, 0.14, 0.84, across)
    inside = (grid.across > grid.left + 0.7 * scale) & (grid.across < grid.right - 0.7 * scale)
    roof = tower.height * scale * (0.985 if tower.flood == 0 else 0.97)
    seen = pane * inside * (grid.up < roof) * (0.35 + 0.65 * _face(tower, grid))
    light = (seen * bright[row, place])[..., None] * _tints(tower, rng, rows, columns)[row, place]
    return (light * 0.85).astype(np.float32), _brightest(tower, scale, grid, bright, rng)


def _pane(share: Array, start: float, end: float, pixels: float) -> Array:
    """1 on the glass and 0 on the wall of a repeating strip `pixels` long, with edges one pixel soft."""
    return single(np.clip(np.minimum(share - start, end - share) * pixels + 0.5, 0, 1))


def _rooms(tower: Tower, rng: np.random.Generator, rows: int, columns: int) -> Array:
    rooms = rng.random((rows, columns), dtype=np.float32)
    runs = 0.5 * rooms + 0.3 * np.roll(rooms, 1, 1) + 0.2 * np.roll(rooms, 2, 1)
    busy = tower.lit * np.exp(rng.normal(0, 0.75, (rows, 1)))
    limit = np.quantile(runs, 1 - np.clip(busy, 0.01, 0.9))
    lit = (runs > limit) * rng.uniform(0.35, 1.0, (rows, columns)) ** 1.3
    full = rng.random((rows, 1)) < 0.045
    dark = rng.random((rows, 1)) < 0.12
    return (np.where(full, 0.42 + 0.16 * rooms, lit) * ~(dark & ~full)).astype(np.float32)


def _tints(tower: Tower, rng: np.random.Generator, rows: int, columns: int) -> Array:
    floor = rng.normal(0, 0.05, (rows, 1, 1)) * np.array((1, 0, -1.4))
    room = rng.normal(0, 0.07, (rows, columns, 1)) * np.array((1, 0, -1.2))
    return single(np.clip(np.array(tower.tint) + floor + room, 0.05, 1.2))


def _brightest(tower: Tower, scale: float, grid: _Grid, bright: Array, rng: np.random.Generator) -> Array:
    """Some of the brighter windows well inside the outline, more on larger towers, as pixel places."""
    across, high = tower.pitch[0] * scale, tower.pitch[1] * scale
    count = 2 + int(tower.width * tower.height / 1100)
    order = rng.permutation(np.argsort(bright, axis=None)[::-1][: 8 * count])
    floors, columns = np.unravel_index(order, bright.shape)
    x = (columns + 0.49) * across - tower.width * scale / 2 - grid.across[0, 0] + 0.5
    y = grid.up[0, 0] + 0.5 - (floors + 0.54) * high
    row = np.clip(y.astype(int), 0, len(grid.up) - 1)
    place = x + grid.across[0, 0]
    good = (y > 0) & (place > grid.left[row, 0] + 3) & (place < grid.right[row, 0] - 3)
    good &= (floors + 1) * high < 0.93 * tower.height * scale
    return np.stack([x[good], y[good]], -1)[:count].astype(np.float32)


def _flood(tower: Tower, scale: float, grid: _Grid, cover: Array) -> Array:
    """Floodlight climbing the walls from each setback, strongest on the upper ones."""
    if not tower.flood:
        return np.zeros((*cover.shape, 3), np.float32)
    climb = np.zeros_like(grid.up)
    for start, _ in tower.tiers[1:]:
        above = grid.up - start * tower.height * scale
        climb = np.where(above >= 0, start**2.6 * np.exp(-above / (34 * scale)), climb)
    colour = np.array(tower.crown or (1.0, 0.88, 0.66))
    stripes = 0.72 + 0.28 * np.cos(grid.across * 2 * np.pi / (tower.pitch[0] * scale))
    shade = climb * stripes * cover * (0.4 + 0.6 * _face(tower, grid))
    return single(0.42 * tower.flood * shade[..., None] * colour)


def _crown(tower: Tower, scale: float, grid: _Grid) -> Array:
    """A line of light just under the roof."""
    light = np.zeros((grid.up.shape[0], grid.across.shape[1], 3), np.float32)
    if tower.crown is None:
        return light
    size = 1.5 if tower.height < 130 else 2.6
    edge = (tower.height - tower.roof_height - 1) * scale
    line = np.clip(1 - np.abs(grid.up - edge + size * scale) / (size * scale / 2 + 0.5), 0, 1)
    inside = (grid.across > grid.left + scale) & (grid.across < grid.right - scale)
    power = 0.5 if tower.height < 130 else 1.1
    light += (power * line * inside)[..., None] * np.array(tower.crown, np.float32)
    return light


def _mast(tower: Tower, scale: float, grid: _Grid, cover: Array, light: Array) -> None:
    """An antenna over the roof, and the red lamp aircraft look for."""
    top = (tower.height + tower.mast) * scale
    if tower.mast:
        thin = np.clip(0.8 * scale - np.abs(grid.across) + 0.5, 0, 1)
        np.maximum(cover, thin * (grid.up < top) * (grid.up > 0.9 * tower.height * scale), out=cover)
    if tower.beacon:
        spot = np.exp(-((grid.across / (0.9 * scale)) ** 2) - ((grid.up - top) / (0.9 * scale)) ** 2)
        light += blur((5.0 * spot[..., None] * np.array(RED)).astype(np.float32), 0.5)
