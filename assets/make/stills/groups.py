"""Things that stand together, and which of them a ray meets first; knows no light and no shape."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from plate.light import Array
from stills.solids import FAR, NEAR, Point, Solid, point, safe, slab


@dataclass(frozen=True, slots=True)
class Group:
    """Things that stand together, turned about the upright axis by `turn` radians and put down at `at`."""

    things: tuple[Solid, ...]
    at: Point = (0.0, 0.0, 0.0)
    turn: float = 0.0
    low: Array = field(init=False)
    high: Array = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "low", np.min([thing.low for thing in self.things], 0) - 1e-3)
        object.__setattr__(self, "high", np.max([thing.high for thing in self.things], 0) + 1e-3)

    def inward(self, d: Array) -> Array:
        """Directions of the world in the group's own axes."""
        return turned(d, -self.turn)

    def outward(self, d: Array) -> Array:
        """Directions of the group in the world's axes."""
        return turned(d, self.turn)

    def inside(self, p: Array) -> Array:
        """Points of the world in the group's own metres."""
        return self.inward(p - point(self.at))


def turned(d: Array, angle: float) -> Array:
    """Directions turned about the upright axis."""
    if not angle:
        return d
    c, s = np.float32(np.cos(angle)), np.float32(np.sin(angle))
    return np.stack([c * d[0] + s * d[2], d[1], c * d[2] - s * d[0]])


class Hit(NamedTuple):
    """Where rays end: how far along, in which group and on which thing of it (-1: nowhere)."""

    far: Array
    group: Array
    thing: Array


def nearest(groups: Sequence[Group], o: Array, d: Array, shadow: bool = False) -> Hit:
    """The first thing on each ray; for a `shadow` only things that shade."""
    count = o.shape[1]
    hit = Hit(np.full(count, FAR), np.full(count, -1, np.int16), np.full(count, -1, np.int16))
    for number, group in enumerate(groups):
        _into(hit, number, group, safe(group.inward(d)), group.inside(o), shadow)
    return hit


def _into(hit: Hit, number: int, group: Group, d: Array, o: Array, shadow: bool) -> None:
    enter, leave = slab(o, d, group.low, group.high)
    near = np.flatnonzero((leave > np.maximum(enter, NEAR)) & (enter < hit.far))
    if not near.size:
        return
    o, d, far = o[:, near], d[:, near], hit.far[near]
    thing = np.full(near.size, -1, np.int16)
    for index, solid in enumerate(group.things):
        if shadow and not solid.shades:
            continue
        enter, leave = solid.span(o, d)
        place = np.where(enter > NEAR, enter, leave)
        closer = (leave >= enter) & (place > NEAR) & (place < far)
        far = np.where(closer, place, far)
        thing[closer] = index
    found = thing >= 0
    hit.far[near[found]], hit.thing[near[found]] = far[found], thing[found]
    hit.group[near[found]] = number
