"""Draws Los Angeles by night into assets/pictures: backdrop, palms, list of lights; knows no game.

Run it to make them anew: python assets/make/backdrop.py [--width 2560] [--to DIR]. The same bytes come out
each time with the same versions of numpy and Pillow, which only this script needs, not the game.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import numpy.typing as npt
from PIL import Image

from plate import air, downtown, finish, freeway, hills, sky, streets
from plate.camera import View
from plate.foreground import write_foreground
from plate.lamps import add_lamps
from plate.light import gradient
from plate.moving import moving

_PICTURES = Path(__file__).resolve().parent.parent / "pictures"
_LARGEST = 490_000  # bytes
_GROUND = [
    (0.0, "#7E5236"),
    (0.02, "#4E3428"),
    (0.07, "#1E1A1E"),
    (0.25, "#0C0F16"),
    (0.5, "#070A10"),
    (1.0, "#04060A"),
]


def render(view: View) -> tuple[npt.NDArray[np.uint8], list[downtown.Spark]]:
    """The whole picture, and the lights in it that may flicker."""
    picture = sky.sky(view)
    hills.add_ridges(picture, view)
    rows = np.arange(view.height, dtype=np.float32)
    below = np.clip((rows - view.horizon) / (view.height - view.horizon), 0, 1)
    picture[int(view.horizon) :] = gradient(below, _GROUND)[int(view.horizon) :, None]
    light = np.zeros_like(picture)
    lamps, near = streets.town(), view.focal / (26 * view.unit)
    add_lamps(light, lamps.where(lamps.away > near), view)
    sparks = downtown.add_downtown(picture, light, view)
    add_lamps(light, lamps.where(lamps.away <= near), view)
    add_lamps(light, freeway.traffic(view), view)
    air.add_aircraft(light, view)
    air.add_helicopter(light, view)
    return finish.developed(picture + downtown.mist(view), light, view), sparks


def save_jpeg(pixels: npt.NDArray[np.uint8], path: Path, largest: int) -> int:
    """Saves at the best quality that stays within `largest` bytes; returns that quality."""
    picture = Image.fromarray(pixels)
    for quality in range(93, 40, -1):
        picture.save(path, quality=quality, optimize=True, subsampling="4:2:0")
        if path.stat().st_size <= largest:
            return quality
    raise SystemExit(f"{path} does not fit into {largest} bytes: make the picture calmer or allow more.")


def main() -> None:
    """Renders and writes all files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--width", type=int, default=2560, help="pixels across (16:9)")
    parser.add_argument("--to", type=Path, default=_PICTURES, help="folder to write to")
    wish = parser.parse_args()
    view = View(wish.width, wish.width * 9 // 16)
    wish.to.mkdir(parents=True, exist_ok=True)
    pixels, sparks = render(view)
    quality = save_jpeg(pixels, wish.to / "backdrop.jpg", _LARGEST)
    table = json.dumps(moving(sparks, view), separators=(",", ":"))
    (wish.to / "lights.json").write_text(table + "\n", encoding="utf-8")
    write_foreground(wish.to)
    sys.stdout.write(f"backdrop.jpg: quality {quality}, {len(sparks)} lights\n")


if __name__ == "__main__":
    main()
