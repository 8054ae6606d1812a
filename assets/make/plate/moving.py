"""The list of what may move on the picture: lights that flicker, lanes that cars follow; knows no pixels."""

from __future__ import annotations

import numpy as np

from plate.camera import View
from plate.downtown import Spark
from plate.freeway import Carriageway, carriageways
from plate.lamps import COOL, RED, Lamps, seen_energy
from plate.light import Array, generator
from plate.streets import town

_WINDOWS = 150
_LAMPS = 240
_APART = 1.6  # radii of the larger one, and _LEAST pixels of 2560 more, from one lamp to the next
_LEAST = 9.0
_PLACES = 40  # points of a lane
# One jet high above the hills, from edge to edge.
_FLIGHTS = ({"seconds": 150, "points": [[1.02, 0.178, 0.0006], [0.34, 0.475, 0.0002]]},)
# Marine haze: top, bottom, what it adds at its thickest, widths of the picture a minute; far, then near.
_HAZE = (
    (0.42, 0.62, "#1f1d1f", 0.28),
    (0.51, 0.74, "#211810", 0.50),
)

_ABOUT = (
    "Places are fractions of backdrop.jpg's width and height. windows and beacons: [x, y, colour]."
    " lamps: [x, y, radius as a fraction of the width]."
    " lanes: points in driving order, [x, y, radius of a car's light as a fraction of the width];"
    " traffic: how busy, 1 is the main road. flights: lanes of aircraft, each under way for so many seconds."
    " haze: soft bands, [top, bottom, colour added where it is thickest, widths of the picture a minute]."
)

Table = dict[str, object]


def moving(sparks: list[Spark], view: View) -> Table:
    """The table to be written as lights.json."""
    windows = [spark for spark in sparks if spark.kind == "window"]
    chosen = generator(95).permutation(len(windows))[:_WINDOWS]
    return {
        "about": _ABOUT,
        "size": [2560, 1440],
        "windows": [_row(windows[i], view) for i in sorted(chosen.tolist())],
        "beacons": [_row(spark, view) for spark in sparks if spark.kind == "beacon"],
        "lamps": _lamps(town(), view),
        "lanes": [_lane(road, view) for road in carriageways(view)],
        "flights": list(_FLIGHTS),
        "haze": list(_HAZE),
    }


def _lamps(lamps: Lamps, view: View) -> list[list[float]]:
    """Some of the brightest lights of the plain, spread over all distances and apart from each other."""
    x, y = view.seen(lamps.across, lamps.away)
    radius, energy = view.blur_radius(y), seen_energy(lamps, view).sum(-1)
    inside = (x > 0) & (x < view.width) & (y < 0.94 * view.height)
    # A far light is a point as bright as any; a near one is the same energy on a disc.
    order = np.argsort(-(energy / np.maximum(radius, view.unit) ** 0.6) * generator(96).random(len(x)) ** 2)
    chosen: list[int] = []
    for i in order[inside[order]].tolist():
        if all(_apart(x, y, radius, view, i, other) for other in chosen):
            chosen.append(i)
        if len(chosen) == _LAMPS:
            break
    rows = np.stack([x / view.width, y / view.height, radius / view.width], -1)[sorted(chosen)]
    return [[round(value, 5) for value in row] for row in rows.tolist()]


def _apart(x: Array, y: Array, radius: Array, view: View, one: int, other: int) -> bool:
    room = _APART * max(radius[one], radius[other]) + _LEAST * view.unit
    return bool(np.hypot(x[one] - x[other], y[one] - y[other]) > room)


def _row(spark: Spark, view: View) -> list[object]:
    return [round(spark.x / view.width, 5), round(spark.y / view.height, 5), written(spark.colour)]


def written(colour: tuple[float, float, float]) -> str:
    """A linear colour as #rrggbb."""
    value = np.clip(np.array(colour), 0, 1) ** (1 / 2.2)
    return "#" + "".join(f"{round(255 * channel):02x}" for channel in value.tolist())


def _lane(road: Carriageway, view: View) -> Table:
    x, y = view.seen(road.across, road.away)
    inside = (x > -0.06 * view.width) & (x < 1.06 * view.width) & (y < 1.05 * view.height)
    points = _spread(np.stack([x[inside], y[inside]], -1))
    if road.headlights:
        points = points[::-1]
    radius = view.blur_radius(points[:, 1]) / view.width
    rows = np.concatenate([points / np.array((view.width, view.height)), radius[:, None]], 1)
    colour = written(COOL if road.headlights else RED)
    return {"colour": colour, "traffic": round(road.power, 2), "points": np.round(rows, 5).tolist()}


def _spread(points: Array) -> Array:
    """The same line by points evenly apart on the picture."""
    length = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(points, axis=0).T))])
    wanted = np.linspace(0, length[-1], _PLACES)
    return np.stack([np.interp(wanted, length, points[:, i]) for i in (0, 1)], -1)
