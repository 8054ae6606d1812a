"""Boxes, balls, cylinders and rods, and where a ray enters and leaves them; knows no light."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import NamedTuple, Protocol

import numpy as np

from plate.light import Array, single

FAR = np.float32(1e9)
NEAR = 2e-3  # metres: a ray does not meet the surface it starts from
_LEAST = 1e-7
_SIGHT = np.float32(1e6)

Point = tuple[float, float, float]


class Surface(NamedTuple):
    """What a surface does with light at n points: colours (3, n), shares (n,) and normals (3, n).

    `mirror` is the share that is reflected straight on, `rough` (0 to 1) how much that is blurred,
    `metal` how far the reflection takes on the surface's colour.
    """

    colour: Array
    glow: Array
    mirror: Array
    rough: Array
    normal: Array
    metal: Array


Paint = Callable[[Array, Array], Surface]
"""Points and normals (3, n) of a thing, in its group's own metres, to what they look like."""


class Solid(Protocol):
    """A convex thing; `low` and `high` bound it."""

    @property
    def low(self) -> Array: ...
    @property
    def high(self) -> Array: ...
    @property
    def paint(self) -> Paint: ...
    @property
    def shades(self) -> bool:
        """Whether it keeps light from what lies behind; the glass of a lamp does not."""

    def span(self, o: Array, d: Array) -> tuple[Array, Array]:
        """Where rays from `o` along `d` (3, n) enter and leave it; where they miss, entry > exit."""

    def normal(self, p: Array) -> Array:
        """The outward normals at points of its surface."""


def safe(d: Array) -> Array:
    """Directions without noughts, so that they can be divided by."""
    return single(np.where(np.abs(d) < _LEAST, _LEAST, d))


def dot(a: Array, b: Array) -> Array:
    """The scalar products of columns."""
    return single(a[0] * b[0] + a[1] * b[1] + a[2] * b[2])


def point(values: Sequence[float] | Array) -> Array:
    """A place or a direction as a column, to be added to many."""
    return single(values).reshape(3, 1)


def slab(o: Array, d: Array, low: Array, high: Array) -> tuple[Array, Array]:
    """Where rays are between two values on every one of the axes given."""
    first, second = (low - o) / d, (high - o) / d
    enter, leave = np.minimum(first, second), np.maximum(first, second)
    return reduce(np.maximum, enter), reduce(np.minimum, leave)


@dataclass(frozen=True, slots=True)
class Box:
    """A box between two corners."""

    lower: Point
    upper: Point
    paint: Paint
    shades: bool = True
    low: Array = field(init=False)
    high: Array = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "low", point(self.lower))
        object.__setattr__(self, "high", point(self.upper))

    def span(self, o: Array, d: Array) -> tuple[Array, Array]:
        return slab(o, d, self.low, self.high)

    def normal(self, p: Array) -> Array:
        share = (2 * p - self.low - self.high) / (self.high - self.low)
        widest = np.abs(share).argmax(0)
        found = np.zeros_like(p)
        columns = np.arange(p.shape[1])
        found[widest, columns] = np.sign(share[widest, columns])
        return found


@dataclass(frozen=True, slots=True)
class Ball:
    """A ball, or an egg where `radii` differ."""

    at: Point
    radii: Point
    paint: Paint
    shades: bool = True
    low: Array = field(init=False)
    high: Array = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "low", point(self.at) - point(self.radii))
        object.__setattr__(self, "high", point(self.at) + point(self.radii))

    def span(self, o: Array, d: Array) -> tuple[Array, Array]:
        o, d = (o - point(self.at)) / point(self.radii), d / point(self.radii)
        return _roots(dot(d, d), dot(o, d), dot(o, o) - 1)

    def normal(self, p: Array) -> Array:
        away = (p - point(self.at)) / point(self.radii) ** 2
        return single(away / np.linalg.norm(away, axis=0))


@dataclass(frozen=True, slots=True)
class Cylinder:
    """A cylinder along one axis (0, 1, 2 for x, y, z) with flat ends, `half` to either side of its middle."""

    at: Point
    radius: float
    half: float
    axis: int
    paint: Paint
    shades: bool = True
    low: Array = field(init=False)
    high: Array = field(init=False)

    def __post_init__(self) -> None:
        reach = np.full(3, self.radius, np.float32)
        reach[self.axis] = self.half
        object.__setattr__(self, "low", point(self.at) - point(reach))
        object.__setattr__(self, "high", point(self.at) + point(reach))

    def span(self, o: Array, d: Array) -> tuple[Array, Array]:
        o = o - point(self.at)
        i, j = (axis for axis in range(3) if axis != self.axis)
        a, b = d[i] * d[i] + d[j] * d[j], o[i] * d[i] + o[j] * d[j]
        enter, leave = _roots(a, b, o[i] * o[i] + o[j] * o[j] - self.radius**2)
        first, last = slab(o[self.axis][None], d[self.axis][None], single(-self.half), single(self.half))
        return np.maximum(enter, first), np.minimum(leave, last)

    def normal(self, p: Array) -> Array:
        away = p - point(self.at)
        end = (
            np.abs(away[self.axis]) / self.half
            > np.sqrt(sum(away[i] ** 2 for i in range(3) if i != self.axis)) / self.radius
        )
        found = away / self.radius
        found[self.axis] = 0
        found[:, end] = 0
        found[self.axis, end] = np.sign(away[self.axis, end])
        return single(found / np.maximum(np.linalg.norm(found, axis=0), _LEAST))


@dataclass(frozen=True, slots=True)
class Rod:
    """A round rod between two points."""

    start: Point
    end: Point
    radius: float
    paint: Paint
    shades: bool = True
    low: Array = field(init=False)
    high: Array = field(init=False)

    def __post_init__(self) -> None:
        ends = np.stack([self.start, self.end])
        object.__setattr__(self, "low", point(ends.min(0) - self.radius))
        object.__setattr__(self, "high", point(ends.max(0) + self.radius))

    def _axis(self) -> tuple[Array, float]:
        way = point(self.end) - point(self.start)
        length = float(np.linalg.norm(way))
        return way / length, length

    def span(self, o: Array, d: Array) -> tuple[Array, Array]:
        axis, length = self._axis()
        o = o - point(self.start)
        up, rise = dot(o, axis), dot(d, axis)
        o, d = o - up * axis, d - rise * axis
        enter, leave = _roots(dot(d, d), dot(o, d), dot(o, o) - self.radius**2)
        first, last = slab(up[None], safe(rise[None]), single(0), single(length))
        return np.maximum(enter, first), np.minimum(leave, last)

    def normal(self, p: Array) -> Array:
        axis, length = self._axis()
        p = p - point(self.start)
        up = dot(p, axis)
        side = p - up * axis
        edge = np.linalg.norm(side, axis=0)
        end = np.minimum(up, length - up) < 0.5 * np.abs(self.radius - edge)
        return single(np.where(end, np.sign(up - length / 2) * axis, side / np.maximum(edge, _LEAST)))


@dataclass(frozen=True, slots=True)
class _Altered:
    """A solid of which rays meet another part; all else is as it is."""

    solid: Solid

    @property
    def low(self) -> Array:
        return self.solid.low

    @property
    def high(self) -> Array:
        return self.solid.high

    @property
    def paint(self) -> Paint:
        return self.solid.paint

    @property
    def shades(self) -> bool:
        return self.solid.shades


@dataclass(frozen=True, slots=True)
class Hollow(_Altered):
    """A solid seen from within: only its far side is there, as with a room that one looks into."""

    def span(self, o: Array, d: Array) -> tuple[Array, Array]:
        enter, leave = self.solid.span(o, d)
        return np.where(enter <= leave, -FAR, FAR), leave

    def normal(self, p: Array) -> Array:
        return -self.solid.normal(p)


@dataclass(frozen=True, slots=True)
class Pierced(_Altered):
    """A thin solid with holes: `hole` says of points (3, n) whether there is nothing."""

    hole: Callable[[Array], Array]

    def span(self, o: Array, d: Array) -> tuple[Array, Array]:
        enter, leave = self.solid.span(o, d)
        gone = self.hole(o + d * np.clip(np.where(enter > NEAR, enter, leave), -_SIGHT, _SIGHT))
        return np.where(gone, FAR, enter), np.where(gone, -FAR, leave)

    def normal(self, p: Array) -> Array:
        return self.solid.normal(p)


def _roots(a: Array, half_b: Array, c: Array) -> tuple[Array, Array]:
    """Both places where a t^2 + 2 half_b t + c is nought; entry after exit where there are none."""
    a = np.maximum(a, _LEAST)
    inside = half_b * half_b - a * c
    root = np.sqrt(np.maximum(inside, 0))
    miss = inside < 0
    return np.where(miss, FAR, (-half_b - root) / a), np.where(miss, -FAR, (-half_b + root) / a)
