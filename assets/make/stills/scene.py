"""Light in a place: lamps, shadows, reflections and haze along each ray; knows no particular place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from plate.light import Array, single
from stills.groups import Group, Hit, nearest
from stills.solids import FAR, Point, Surface, dot, point, safe

_BLACK = 0.012  # a colour too dark to send on any light
_LUMA = np.array([[0.2126], [0.7152], [0.0722]], np.float32)


@dataclass(frozen=True, slots=True)
class Lamp:
    """A light that fills a box of `size` around `at`; `power` is light times square metres.

    With `aim` it shines that way, the more narrowly the greater `narrow` is.
    """

    at: Point
    colour: Point
    power: float
    size: Point = (0.1, 0.1, 0.1)
    aim: Point | None = None
    narrow: float = 1.0
    halo: float = 1.0


@dataclass(frozen=True, slots=True)
class Place:
    """Everything there is to see; `sky` gives the light (3, n) that comes from directions (3, n)."""

    groups: Sequence[Group]
    lamps: Sequence[Lamp]
    sky: Callable[[Array], Array]
    fill: Point = (0.0, 0.0, 0.0)  # light from everywhere, where nothing better is known
    haze: float = 0.0  # share of a lamp's light that a metre of air scatters
    mist: Point = (0.0, 0.0, 0.0)  # what air itself looks like from afar
    thick: float = 0.0  # how fast it does, a metre


def seen(place: Place, o: Array, d: Array, rng: np.random.Generator, bounces: int = 1) -> Array:
    """The light (3, n) that arrives along rays from `o` towards `d`."""
    hit = nearest(place.groups, o, d)
    light = np.zeros_like(d)
    free = hit.thing < 0
    if free.any():
        light[:, free] = place.sky(d[:, free])
    met = np.flatnonzero(~free)
    if met.size:
        sub = Hit(hit.far[met], hit.group[met], hit.thing[met])
        light[:, met] = _from_things(place, o[:, met], d[:, met], sub, rng, bounces)
    return _through_air(place, o, d, hit.far, light)


def _from_things(place: Place, o: Array, d: Array, hit: Hit, rng: np.random.Generator, bounces: int) -> Array:
    p = o + d * hit.far
    surface = _painted(place, p, d, hit)
    start = p + surface.normal * 3e-3
    light = surface.glow + _lit(place, start, d, surface, rng)
    if not bounces:
        return single(light + surface.colour * point(place.fill))
    pale = np.flatnonzero(surface.colour.max(0) > _BLACK)
    if pale.size:
        light[:, pale] += surface.colour[:, pale] * _bounced(
            place, start[:, pale], surface.normal[:, pale], rng
        )
    return single(light + _reflected(place, start, d, surface, rng))


def _painted(place: Place, p: Array, d: Array, hit: Hit) -> Surface:
    """What the things look like where rays meet them; normals face the eye."""
    count = p.shape[1]
    whole = Surface(*(np.zeros((3, count) if i in (0, 1, 4) else count, np.float32) for i in range(6)))
    for code in np.unique(hit.group.astype(np.int32) * 4096 + hit.thing):
        group = place.groups[code // 4096]
        solid = group.things[code % 4096]
        here = np.flatnonzero((hit.group == code // 4096) & (hit.thing == code % 4096))
        q = group.inside(p[:, here])
        part = solid.paint(q, solid.normal(q))
        for mine, its in zip(whole, part._replace(normal=group.outward(part.normal)), strict=True):
            mine[..., here] = its
    away = dot(whole.normal, d) > 0
    whole.normal[:, away] *= -1
    return whole


def _lit(place: Place, p: Array, d: Array, surface: Surface, rng: np.random.Generator) -> Array:
    """Light of the lamps, with the shadow of one lamp each, chosen by how much it would give."""
    if not place.lamps:
        return np.zeros_like(p)
    shares = [_given(lamp, p, d, surface, rng) for lamp in place.lamps]
    strength = np.stack([dot(_LUMA, light) for light, _, _ in shares])
    total = strength.sum(0)
    pick = (np.cumsum(strength, 0) < rng.random(p.shape[1], np.float32) * total).sum(0)
    pick = np.minimum(pick, len(shares) - 1)
    columns = np.arange(p.shape[1])
    ray = np.stack([way for _, way, _ in shares])[pick, :, columns].T
    far = np.stack([distance for _, _, distance in shares])[pick, columns]
    dark = nearest(place.groups, p, ray, shadow=True).far < far - 0.02
    light = np.stack([light for light, _, _ in shares])[pick, :, columns].T
    weight = total / np.maximum(strength[pick, columns], 1e-12)
    return single(np.where(dark, 0, light * weight))


def _given(
    lamp: Lamp, p: Array, d: Array, surface: Surface, rng: np.random.Generator
) -> tuple[Array, Array, Array]:
    """What one lamp gives where nothing stands between, the way there and how far it is."""
    spot = point(lamp.at) + point(lamp.size) * (rng.random(p.shape, np.float32) - 0.5)
    way = spot - p
    far2 = np.maximum(dot(way, way), 0.01)
    far = np.sqrt(far2)
    way = way / far
    arriving = lamp.power / far2 * _aimed(lamp, -way)
    facing = np.clip(dot(way, surface.normal), 0, 1)
    matt = surface.colour * (facing / np.pi) * (1 - surface.metal)
    shine = _shine(way, d, surface) * facing
    tint = _tint(surface)
    return single((matt + shine * tint) * arriving * point(lamp.colour)), single(way), single(far)


def _aimed(lamp: Lamp, way: Array) -> Array:
    if lamp.aim is None:
        return single(1)
    aim = point(lamp.aim) / np.linalg.norm(lamp.aim)
    return single(np.clip(dot(way, aim), 0, 1) ** lamp.narrow)


def _shine(way: Array, d: Array, surface: Surface) -> Array:
    """The highlight of a rough mirror (GGX), without its colour."""
    half = way - d
    half = half / np.maximum(np.sqrt(dot(half, half)), 1e-6)
    a2 = np.clip(surface.rough, 0.03, 1) ** 4
    up = np.clip(dot(half, surface.normal), 0, 1)
    lobe = a2 / (np.pi * (up * up * (a2 - 1) + 1) ** 2)
    share = _fresnel(surface.mirror, np.clip(dot(half, way), 0, 1))
    steep = np.clip(-dot(d, surface.normal), 0.2, 1)
    return single(np.minimum(lobe * share * 0.25 / steep, 40))


def _fresnel(mirror: Array, cosine: Array) -> Array:
    return single(mirror + (1 - mirror) * (mirror > 0) * (1 - cosine) ** 5)


def _tint(surface: Surface) -> Array:
    return single(1 - surface.metal + surface.metal * surface.colour)


def _bounced(place: Place, p: Array, normal: Array, rng: np.random.Generator) -> Array:
    """Light that comes from the other things and the sky, by one ray each."""
    ball = rng.normal(0, 1, p.shape).astype(np.float32)
    ball = ball / np.linalg.norm(ball, axis=0)
    way = normal * 1.001 + ball
    way = safe(way / np.linalg.norm(way, axis=0))
    return np.minimum(seen(place, p, way, rng, 0), 1.0)


def _reflected(place: Place, p: Array, d: Array, surface: Surface, rng: np.random.Generator) -> Array:
    """What is mirrored, the more blurred the rougher the surface is."""
    light = np.zeros_like(p)
    some = np.flatnonzero(surface.mirror > 0.01)
    if not some.size:
        return light
    normal, way, rough = surface.normal[:, some], d[:, some], surface.rough[some]
    tilt = rng.normal(0, 1, normal.shape).astype(np.float32) * (0.5 * rough**2)
    normal = normal + tilt
    normal = normal / np.linalg.norm(normal, axis=0)
    back = safe(way - 2 * dot(way, normal) * normal)
    share = _fresnel(surface.mirror[some], np.clip(-dot(way, normal), 0, 1)) * (1 - 0.5 * rough)
    part = Surface(*(values[..., some] for values in surface))
    light[:, some] = np.minimum(seen(place, p[:, some], back, rng, 0), 4.0) * share * _tint(part)
    return light


def _through_air(place: Place, o: Array, d: Array, far: Array, light: Array) -> Array:
    """Things fade into the mist, and the lamps light it up: halos."""
    if place.thick:
        left = np.where(far < FAR, np.exp(-place.thick * np.minimum(far, 1e5)), 1)
        light = light * left + (1 - left) * point(place.mist)
    if place.haze:
        for lamp in place.lamps:
            if lamp.halo:
                light = light + _halo(lamp, o, d, far) * (place.haze * lamp.halo)
    return single(light)


def _halo(lamp: Lamp, o: Array, d: Array, far: Array) -> Array:
    """Light of a lamp scattered along a ray (the integral of 1 / distance^2), by its cone where nearest."""
    to = point(lamp.at) - o
    along = dot(to, d)
    aside = np.sqrt(np.maximum(dot(to, to) - along * along, 0.02))
    amount = (np.arctan((np.minimum(far, FAR / 2) - along) / aside) + np.arctan(along / aside)) / aside
    if lamp.aim is not None:
        spot = o + d * np.clip(along, 0, far) + point(lamp.aim) * aside * 0.5
        way = spot - point(lamp.at)
        amount = amount * (0.3 + 0.7 * _aimed(lamp, way / np.maximum(np.linalg.norm(way, axis=0), 1e-3)))
    return single(lamp.power * amount * point(lamp.colour))
