"""From a place to a picture: camera, many rays a pixel, lights out of focus; knows no particular place."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from plate import finish
from plate.camera import View
from plate.lamps import disc
from plate.light import Array, add_disc, blur, generator, grow, single, smoothstep
from stills.groups import nearest
from stills.scene import Place, seen
from stills.solids import Point, point, safe

_TILE = 20_000  # rays at once: what fits the processor's cache
_BRIGHTEST = 12.0
_LENS_RAYS = 24
_PARTS = 4  # of all rays; the brightest part of each pixel is left out: it holds the stray sparkles


@dataclass(frozen=True, slots=True)
class Camera:
    """Stands at `eye`, looks at `look`; `wide` is the width of the picture at a distance of 1.

    `lens` is the radius of its opening in metres, `focus` how far away things are sharp.
    """

    eye: Point
    look: Point
    wide: float
    lens: float
    focus: float

    def axes(self) -> tuple[Array, Array, Array]:
        """To the right, up, and ahead."""
        ahead = point(self.look) - point(self.eye)
        ahead = ahead / np.linalg.norm(ahead)
        right = np.cross(point((0, 1, 0)), ahead, axis=0)
        right = right / np.linalg.norm(right)
        return single(right), single(np.cross(ahead, right, axis=0)), single(ahead)

    def rays(self, x: Array, y: Array, lens: Array) -> tuple[Array, Array]:
        """Rays for places on the picture (-0.5 to 0.5 of its width, up positive) and on the lens (2, n)."""
        right, up, ahead = self.axes()
        target = self.focus * (ahead + self.wide * (x * right + y * up))
        shift = self.lens * (lens[0] * right + lens[1] * up)
        d = target - shift
        return single(point(self.eye) + shift), safe(d / np.linalg.norm(d, axis=0))

    def placed(self, spot: Point) -> tuple[float, float, float]:
        """Where a point is on the picture (as in `rays`), and how far ahead."""
        right, up, ahead = self.axes()
        way = point(spot) - point(self.eye)
        far = float((way * ahead).sum())
        return float((way * right).sum()) / far / self.wide, float((way * up).sum()) / far / self.wide, far

    def blur(self, far: float) -> float:
        """Radius of a point out of focus, as a fraction of the picture's width."""
        return self.lens * abs(1 / self.focus - 1 / far) / self.wide


@dataclass(frozen=True, slots=True)
class Spark:
    """A point of light to be drawn as the lens makes it; `power` in the same measure everywhere.

    `kind` is how it lives in the game: a lamp trembles, a window comes and goes, a beacon swells.
    """

    at: Point
    colour: Point
    power: float
    kind: str = "lamp"


@dataclass(frozen=True, slots=True)
class Alive:
    """Something larger that lives in the game, a glow, neon or a beacon; `size` is its radius in metres."""

    kind: str
    at: Point
    size: float
    colour: Point = (1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Still:
    """A place, how it is looked at, and the lights in it that are mere points."""

    place: Place
    camera: Camera
    sparks: tuple[Spark, ...] = ()
    alive: tuple[Alive, ...] = ()
    haze: tuple[tuple[float, float, str, float], ...] = ()  # as in lights.json
    exposure: float = 1.0
    soft: float = 1.0  # pixels of 2560: how soft the finished picture is
    traced: int = (
        1280  # pixels across that rays are sent for: the lens makes most of a place too soft for more
    )
    rays: int = 24  # for each of them


def render(still: Still, width: int) -> npt.NDArray[np.uint8]:
    """The picture in `width` pixels across, 16:9."""
    view = View(width, width * 9 // 16)
    scene = grow(_traced(still, still.traced, still.traced * 9 // 16, still.rays), view.height, view.width)
    if still.soft:
        scene = _softened(scene, still.soft * view.unit)
    glare = np.maximum(scene - 0.7, 0)
    sparks = np.zeros_like(scene)
    _add_sparks(sparks, still, view)
    return finish.developed(still.exposure * (scene - glare), still.exposure * (glare + sparks), view)


def _softened(scene: Array, radius: float) -> Array:
    return blur(scene, radius) if radius >= 1 else scene * (1 - radius) + blur(scene, 1) * radius


def _traced(still: Still, width: int, height: int, rays: int) -> Array:
    parts = np.zeros((_PARTS, 3, height * width), np.float32)
    rng = generator(200)
    rows, columns = np.divmod(np.arange(height * width), width)
    for start in range(0, height * width, _TILE):
        part = slice(start, start + _TILE)
        for ray in range(rays):
            parts[ray % _PARTS, :, part] += _sample(
                still, columns[part], rows[part], (width, height), ray, rays, rng
            )
    total = parts.sum(0) - np.take_along_axis(parts, parts.mean(1, keepdims=True).argmax(0)[None], 0)[0]
    return single((total * _PARTS / (_PARTS - 1) / rays).T.reshape(height, width, 3))


def _sample(
    still: Still,
    columns: Array,
    rows: Array,
    size: tuple[int, int],
    ray: int,
    rays: int,
    rng: np.random.Generator,
) -> Array:
    count = columns.shape[0]
    x = (columns + rng.random(count, np.float32)) / size[0] - 0.5
    y = (0.5 * size[1] - rows - rng.random(count, np.float32)) / size[0]
    angle = 2 * np.pi * (rng.random(count, np.float32) + ray * 0.618)
    reach = np.sqrt((ray + rng.random(count, np.float32)) / rays)
    lens = np.stack([reach * np.cos(angle), reach * np.sin(angle)])
    o, d = still.camera.rays(single(x), single(y), single(lens))
    return np.minimum(seen(still.place, o, d, rng), _BRIGHTEST)


def _add_sparks(light: Array, still: Still, view: View) -> None:
    discs: dict[tuple[float, float], Array] = {}
    for spark in still.sparks:
        x, y, far = still.camera.placed(spark.at)
        if far <= 0.2 or abs(x) > 0.56 or abs(y) > 0.34:
            continue
        radius = max(0.9 * view.unit, still.camera.blur(far) * view.width)
        key = round(radius * 2) / 2, round(6 * abs(x)) / 6
        if key not in discs:
            discs[key] = disc(key[0], 1 - 0.4 * key[1])
        calm = 0.35 + 0.65 * float(smoothstep(-0.22, 0.12, single(x)))  # words stand at the left
        power = spark.power * calm * open_to(still, spark.at) * view.unit**2
        at = (x + 0.5) * view.width, 0.5 * view.height - y * view.width
        add_disc(light, *at, single(spark.colour) * power, discs[key])


def open_to(still: Still, spot: Point) -> float:
    """How much of the lens a light reaches past what stands before it."""
    n = np.arange(_LENS_RAYS)
    reach, angle = np.sqrt((n + 0.5) / _LENS_RAYS), n * 2.399963
    right, up, _ = still.camera.axes()
    lens = still.camera.lens * (reach * np.cos(angle) * right + reach * np.sin(angle) * up)
    o = point(still.camera.eye) + lens
    d = point(spot) - o
    far = np.linalg.norm(d, axis=0)
    hit = nearest(still.place.groups, single(o), safe(d / far), shadow=True)
    return float((hit.far > far - 0.2).mean())
