"""The scripts that draw the pictures: what they draw today is what is shipped."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pygame
import pytest

from quizgame.resources import assets

MAKE = assets() / "make"
PICTURES = assets() / "pictures"
GRID = (32, 18)
NEAR, LIKE = 40, 3  # levels, at most and on the whole: small lights are of another size in a small drawing

pytestmark = pytest.mark.skipif(not MAKE.is_dir(), reason="the scripts are part of a checkout")


def made(script: str, folder: Path, *arguments: str) -> Path:
    pytest.importorskip("PIL")
    command = [sys.executable, str(MAKE / script), *arguments, "--to", str(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=100)
    return folder


def grid(path: Path) -> list[int]:
    """The picture as a few large cells, a number for each of their colours."""
    small = pygame.transform.smoothscale(pygame.image.load(path), GRID)
    return list(pygame.image.tobytes(small, "RGB"))


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All that the city's script writes, its picture a quarter as wide."""
    return made("backdrop.py", tmp_path_factory.mktemp("city"), "--width", "640")


def test_a_small_drawing_of_the_city_is_the_shipped_one(city: Path) -> None:
    pairs = zip(grid(city / "backdrop.jpg"), grid(PICTURES / "backdrop.jpg"), strict=True)
    apart = [abs(a - b) for a, b in pairs]
    assert max(apart) <= NEAR
    assert sum(apart) / len(apart) <= LIKE


def test_the_palms_and_the_hill_are_what_the_script_draws(city: Path) -> None:
    for name in ("palms_left.png", "palms_right.png", "hill.png"):
        here, shipped = (pygame.image.load(folder / name) for folder in (city, PICTURES))
        assert pygame.image.tobytes(here, "RGBA") == pygame.image.tobytes(shipped, "RGBA")


def test_the_lanes_and_the_haze_are_what_the_script_says(city: Path) -> None:
    here, shipped = (json.loads((folder / "lights.json").read_text("utf-8")) for folder in (city, PICTURES))
    for kind in ("flights", "haze"):
        assert here[kind] == shipped[kind]
    assert len(here["lanes"]) == len(shipped["lanes"])


def test_the_lights_of_the_places_are_those_of_the_script(tmp_path: Path) -> None:
    made("places.py", tmp_path, "--lights")
    for path in tmp_path.iterdir():
        here, shipped = (
            json.loads(each.read_text("utf-8")) for each in (path, PICTURES / "places" / path.name)
        )
        assert numbers(here) == pytest.approx(numbers(shipped), abs=1e-4)


def numbers(value: Any) -> list[float]:
    """All numbers of a table, in their order."""
    if isinstance(value, dict):
        return [number for part in value.values() for number in numbers(part)]
    if isinstance(value, list):
        return [number for part in value for number in numbers(part)]
    return [float(value)] if isinstance(value, int | float) else []


@pytest.mark.parametrize("path", sorted((PICTURES / "places").glob("*.json")), ids=lambda path: path.stem)
def test_every_light_of_a_place_stands_on_a_light_of_its_picture(path: Path) -> None:
    table: dict[str, Any] = json.loads(path.read_text("utf-8"))
    picture = pygame.image.load(path.with_suffix(".jpg"))
    w, h = picture.get_size()
    found = []
    for kind in ("windows", "lamps", "glows"):
        for x, y, *_, radius in table.get(kind, ()):
            size = max(3, round(radius * w / 1.5))
            at = pygame.Rect(0, 0, size, size)
            at.center = round(x * w), round(y * h)
            inner, outer = (
                sum(pygame.transform.average_color(picture, rect.clip(picture.get_rect()))[:3])
                for rect in (at, at.inflate(3 * size + 6, 3 * size + 6))
            )
            found.append(inner > outer)
    assert found
    assert sum(found) / len(found) > 0.85
