"""The list of what lives on the picture of a place, from where its lights stand; knows no pixels."""

from __future__ import annotations

from dataclasses import replace
from math import hypot

from plate.moving import written
from stills.still import Alive, Spark, Still, open_to

_MOST = 90  # sparks that live
_LEAST = 0.6  # of the lens that a light must reach
_LARGE = 0.006  # of the picture's width: a light so large does not tremble, it sways
_APART = 2.2  # radii from one light to the next
_FINEST = 0.0013  # of the picture's width: the radius of a light that is in focus
_AROUND = 1.5  # radii: what is cut out of the picture with a light
_ABOUT = (
    "Places are fractions of the picture, radii of its width. windows: [x, y, colour, radius]."
    " lamps, glows and neon: [x, y, radius]. beacons: [x, y, colour]. haze: as in lights.json."
)

Table = dict[str, object]
Row = list[object]


def moving(still: Still) -> Table:
    """The table to be written beside the picture."""
    rows: dict[str, list[Row]] = {name: [] for name in _LISTS.values()}
    for alive in still.alive:
        x, y, far = still.camera.placed(alive.at)
        if not _seen(still, alive, x, y):
            continue
        radius = alive.size / far / still.camera.wide + still.camera.blur(far)
        rows[_LISTS[alive.kind]].append(_row(alive, x, y, radius))
    for spark, x, y, radius in _chosen(still):
        light = replace(spark, kind="glow") if spark.kind == "lamp" and radius > _LARGE else spark
        rows[_LISTS[light.kind]].append(_row(light, x, y, radius))
    haze = [list(bank) for bank in still.haze]
    return {"about": _ABOUT, **{name: found for name, found in rows.items() if found}, "haze": haze}


_LISTS = {"window": "windows", "lamp": "lamps", "glow": "glows", "neon": "neon", "beacon": "beacons"}


def _chosen(still: Still) -> list[tuple[Spark, float, float, float]]:
    """The brightest sparks that can be seen, apart from each other."""
    chosen: list[tuple[Spark, float, float, float]] = []
    for spark in sorted(still.sparks, key=lambda spark: -spark.power):
        x, y, far = still.camera.placed(spark.at)
        radius = max(_FINEST, still.camera.blur(far))
        room = [_APART * max(radius, other[3]) for other in chosen]
        apart = all(hypot(x - there[1], y - there[2]) > far for there, far in zip(chosen, room, strict=True))
        if spark.kind in _LISTS and apart and len(chosen) < _MOST and _seen(still, spark, x, y):
            chosen.append((spark, x, y, radius))
    return chosen


def _seen(still: Still, light: Spark | Alive, x: float, y: float) -> bool:
    return abs(x) < 0.5 and abs(y) < 9 / 32 and open_to(still, light.at) > _LEAST


def _row(light: Spark | Alive, x: float, y: float, radius: float) -> Row:
    place: Row = [round(x + 0.5, 5), round(0.5 - y * 16 / 9, 5)]
    colour, size = written(light.colour), round(_AROUND * radius, 5)
    return {
        "window": [*place, colour, size],
        "lamp": [*place, size],
        "glow": [*place, size],
        "neon": [*place, size],
        "beacon": [*place, colour],
    }[light.kind]
