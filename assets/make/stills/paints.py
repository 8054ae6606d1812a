"""Ways to paint a surface: matt, metal, wet, glowing, windows of a house; knows no shapes and no lamps."""

from __future__ import annotations

import numpy as np

from plate.light import Array, generator, noise, single, smoothstep
from stills.solids import Paint, Point, Surface, point


def _ones(p: Array, value: float) -> Array:
    return np.full(p.shape[1], value, np.float32)


def plain(
    colour: Point, mirror: float = 0.0, rough: float = 0.5, metal: float = 0.0, glow: Point = (0, 0, 0)
) -> Paint:
    """One colour all over."""

    def paint(p: Array, n: Array) -> Surface:
        wide = np.ones_like(p)
        shares = (_ones(p, mirror), _ones(p, rough))
        return Surface(wide * point(colour), wide * point(glow), *shares, n, _ones(p, metal))

    return paint


def lamp(colour: Point, strength: float) -> Paint:
    """The glass of a lamp."""
    r, g, b = (strength * part for part in colour)
    return plain((0, 0, 0), glow=(r, g, b))


def shopfront(colour: Point, strength: float, seed: int) -> Paint:
    """A lit window across the street: brighter and darker goods behind glass."""

    def paint(p: Array, n: Array) -> Surface:
        goods = noise(p[0] * 0.9, p[1] * 0.5, generator(seed), 4)
        bars = 0.25 + 0.75 * smoothstep(0.04, 0.09, np.abs(p[0] / 1.7 % 1 - 0.5))
        fall = np.clip(p[1] / 2.6, 0.2, 1)
        glow = strength * bars * fall * smoothstep(0.25, 0.8, goods) * point(colour)
        shares = (_ones(p, 0), _ones(p, 1))
        return Surface(np.zeros_like(p), single(glow), *shares, n, _ones(p, 0))

    return paint


def worn(
    colour: Point,
    size: float,
    depth: float = 0.5,
    mirror: float = 0.0,
    rough: float = 0.5,
    metal: float = 0.0,
) -> Paint:
    """A colour with stains of about `size` metres."""
    rng_seed = 210 + round(1000 * size) % 50

    def paint(p: Array, n: Array) -> Surface:
        grain = noise((p[0] + 0.37 * p[2]) / size, (p[1] + 0.61 * p[2]) / size, generator(rng_seed), 4)
        tone = single(1 - depth + 2 * depth * grain)
        wide = tone * point(colour)
        shares = (_ones(p, mirror), np.clip(rough * (1.4 - 0.8 * grain), 0.05, 1))
        return Surface(wide, np.zeros_like(p), single(shares[0]), single(shares[1]), n, _ones(p, metal))

    return paint


def wet(colour: Point, puddle: float = 3.0, dry: float = 0.55, bump: float = 0.02) -> Paint:
    """Asphalt after rain: rough stone, and puddles that mirror the lamps."""

    def paint(p: Array, n: Array) -> Surface:
        pool = smoothstep(0.42, 0.60, noise(p[0] / puddle, p[2] / puddle, generator(220), 5))
        stone = noise(p[0] * 9, p[2] * 9, generator(221), 3)
        tilt = np.stack([noise(p[0] * 7, p[2] * 7, generator(s), 3) - 0.5 for s in (222, 223, 224)])
        tilt[1] = 0
        normal = n + tilt * bump * (1.6 - 1.3 * pool) * 4
        normal = normal / np.linalg.norm(normal, axis=0)
        tone = (0.6 + 0.8 * stone) * (1 - 0.45 * pool) * point(colour)
        rough = dry - (dry - 0.10) * pool
        mirror = 0.03 + 0.05 * pool
        return Surface(
            single(tone), np.zeros_like(p), single(mirror), single(rough), single(normal), _ones(p, 0)
        )

    return paint


def ribbed(base: Paint, axis: int, pitch: float, depth: float = 0.6) -> Paint:
    """Sheet metal with ribs across `axis`, `pitch` metres apart."""

    def paint(p: Array, n: Array) -> Surface:
        surface = base(p, n)
        wave = np.cos(2 * np.pi * p[axis] / pitch) * depth * (np.abs(n[axis]) < 0.5)
        normal = n.copy()
        normal[axis] += wave
        return surface._replace(normal=single(normal / np.linalg.norm(normal, axis=0)))

    return paint


def brushed(colour: Point, rough: float, centre: tuple[float, float], mirror: float = 0.6) -> Paint:
    """Steel turned on a lathe about a point of the x-y plane: fine rings that smear what they mirror."""

    def paint(p: Array, n: Array) -> Surface:
        x, y = p[0] - centre[0], p[1] - centre[1]
        away = np.sqrt(x * x + y * y) + 1e-4
        ring = noise(away * 160, away * 0 + 3.5, generator(230), 3) - 0.5
        blotch = noise(p[0] * 2.1, p[1] * 2.1, generator(231), 4)
        normal = n.copy()
        face = np.abs(n[2]) > 0.7
        normal[0] += np.where(face, ring * x / away * 0.16, 0)
        normal[1] += np.where(face, ring * y / away * 0.16, 0)
        normal = normal / np.linalg.norm(normal, axis=0)
        tone = (0.75 + 0.4 * blotch + 0.3 * ring) * point(colour)
        shares = (_ones(p, mirror), single(rough * (0.7 + 0.6 * blotch)))
        return Surface(single(tone), np.zeros_like(p), *shares, single(normal), _ones(p, 1.0))

    return paint


def windows(
    wall: Point,
    lit: tuple[Point, ...],
    cell: tuple[float, float],
    share: float,
    seed: int,
    power: float = 1.0,
) -> Paint:
    """A house by night: a grid of windows `cell` metres wide and high, a `share` of them lit."""

    def paint(p: Array, n: Array) -> Surface:
        along = np.where(np.abs(n[0]) > 0.5, p[2] + 31.7, p[0])
        column, row = np.floor(along / cell[0]), np.floor(p[1] / cell[1])
        u, v = along / cell[0] - column, p[1] / cell[1] - row
        pane = (np.abs(u - 0.5) < 0.34) & (np.abs(v - 0.5) < 0.27) & (np.abs(n[1]) < 0.5)
        table = generator(seed).random((4, 256, 256), dtype=np.float32)
        at = row.astype(int) & 255, column.astype(int) & 255
        floor = 0.6 + 0.8 * table[3, at[0], 0]
        on = pane & (table[0][at] < share * floor)
        pick = (table[1][at] * len(lit)).astype(int) % len(lit)
        strength = on * power * (0.12 + 1.3 * table[2][at] ** 3)
        glow = single(np.array(lit, np.float32)[pick].T * strength)
        tone = np.where(pane & ~on, 0.5, 1.0) * point(wall)
        return Surface(single(tone), glow, _ones(p, 0.0), _ones(p, 0.5), n, _ones(p, 0))

    return paint


def tiled(first: Point, second: Point, size: float, mirror: float, rough: float) -> Paint:
    """A floor of square tiles in two colours."""

    def paint(p: Array, n: Array) -> Surface:
        odd = (np.floor(p[0] / size) + np.floor(p[2] / size)) % 2
        grain = noise(p[0] * 3, p[2] * 3, generator(240), 4)
        tone = (odd * point(first) + (1 - odd) * point(second)) * (0.7 + 0.6 * grain)
        shares = (_ones(p, mirror), single(np.clip(rough * (0.6 + 0.8 * grain), 0.03, 1)))
        return Surface(single(tone), np.zeros_like(p), *shares, n, _ones(p, 0))

    return paint


def drawers(colour: Point, cell: tuple[float, float], mirror: float, rough: float) -> Paint:
    """A wall of small steel doors with dark joints, each a little off from the next."""

    def paint(p: Array, n: Array) -> Surface:
        along = np.where(np.abs(n[0]) > 0.5, p[2], p[0])
        column, row = np.floor(along / cell[0]), np.floor(p[1] / cell[1])
        u, v = along / cell[0] - column, p[1] / cell[1] - row
        edge = np.minimum(np.minimum(u, 1 - u) * cell[0], np.minimum(v, 1 - v) * cell[1])
        table = generator(250).random((2, 256, 256), dtype=np.float32)
        at = row.astype(int) & 255, column.astype(int) & 255
        lock = np.hypot((u - 0.5) * cell[0], (v - 0.5) * cell[1]) < 0.018
        joint = smoothstep(0.004, 0.012, edge) * np.where(lock, 0.3, 1)
        tone = joint * (0.75 + 0.5 * table[0][at]) * point(colour)
        normal = n.copy()
        normal[1] += (table[1][at] - 0.5) * 0.05
        normal = normal / np.linalg.norm(normal, axis=0)
        shares = (single(mirror * joint), _ones(p, rough))
        return Surface(single(tone), np.zeros_like(p), *shares, single(normal), _ones(p, 1.0))

    return paint
