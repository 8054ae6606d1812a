"""Draws the five places of The Score, with lists of their lights, into assets/pictures/places; knows no game.

Run it to make them anew: python assets/make/places.py [NAME ...] [--draft] [--to DIR]. The same pixels come
out each time with the same version of numpy, which only this script needs (with Pillow), not the game.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from backdrop import save_jpeg
from stills import coffee_shop, lake_front, restaurant, vault, yard
from stills.moving import moving
from stills.still import Still, render

_PICTURES = Path(__file__).resolve().parent.parent / "pictures" / "places"
_LARGEST = 390_000  # bytes
_PLACES: dict[str, Callable[[], Still]] = {
    "yard": yard.still,
    "restaurant": restaurant.still,
    "coffee-shop": coffee_shop.still,
    "vault": vault.still,
    "lake-front": lake_front.still,
}


def main() -> None:
    """Renders and writes the places named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(_PLACES))
    parser.add_argument("--width", type=int, default=2560, help="pixels across (16:9)")
    parser.add_argument("--draft", action="store_true", help="fewer rays: ten seconds a picture, not minutes")
    parser.add_argument("--lights", action="store_true", help="only the lists of lights: at once")
    parser.add_argument("--to", type=Path, default=_PICTURES, help="folder to write to")
    wish = parser.parse_args()
    wish.to.mkdir(parents=True, exist_ok=True)
    for name in wish.names or _PLACES:
        still = _PLACES[name]()
        write_lights(still, wish.to / f"{name}.json")
        if wish.lights:
            continue
        still = replace(still, traced=still.traced // 3, rays=4) if wish.draft else still
        pixels = render(still, wish.width)
        quality = save_jpeg(pixels, wish.to / f"{name}.jpg", _LARGEST)
        sys.stdout.write(f"{name}.jpg: quality {quality}\n")


def write_lights(still: Still, path: Path) -> None:
    """Lists what lives on the picture."""
    path.write_text(json.dumps(moving(still), separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
