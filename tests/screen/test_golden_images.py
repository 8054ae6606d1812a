"""A few screens as pictures, byte for byte, and every screen drawn in pixels at every size."""

from __future__ import annotations

import platform
from collections.abc import Iterator

import pygame
import pytest

from quizgame.screen.theme import theme_of
from tests.gallery import scenes
from tests.screen.golden import FAILED, GOLDEN, UPDATE, updating
from tests.screen.small_bank import small_bank
from tests.shots import Camera

PINNED = ("2.5.8", "x86_64", "Linux")  # pygame-ce, processor, system: others round some pixels differently
SMALL = (640, 360)
PICTURED = ("title", "question", "reveal-wrong")
COLUMNS, ROWS = ("left", "middle left", "middle right", "right"), ("top", "middle", "bottom")


@pytest.fixture(scope="module")
def camera() -> Camera:
    return Camera(theme_of(100, False, False), SMALL)


@pytest.mark.parametrize("name", PICTURED)
def test_a_screen_looks_as_it_always_did(name: str, camera: Camera) -> None:
    here = (pygame.version.ver, platform.machine(), platform.system())
    if here != PINNED:
        pytest.skip(f"the pictures were made with {' '.join(PINNED)}, and this is {' '.join(here)}")
    seen, path = camera.take(dict(scenes(small_bank()))[name]), GOLDEN / f"{name}.png"
    if updating():
        pygame.image.save(seen, path)
        return
    different = list(differing(seen, pygame.image.load(path)))
    if different:
        FAILED.mkdir(exist_ok=True)
        pygame.image.save(seen, FAILED / path.name)
        pytest.fail(
            f"tests/golden/{path.name} is not what was seen: it differs at the {', '.join(different)}. "
            f"What was seen is kept as tests/failed/{path.name}; if that is right, run with {UPDATE}=1.",
            pytrace=False,
        )


def differing(seen: pygame.Surface, kept: pygame.Surface) -> Iterator[str]:
    """The parts of two pictures in which a single byte is another."""
    if seen.get_size() != kept.get_size():
        yield "size"
        return
    w, h = seen.get_width() // len(COLUMNS), seen.get_height() // len(ROWS)
    for y, row in enumerate(ROWS):
        for x, column in enumerate(COLUMNS):
            part = pygame.Rect(x * w, y * h, w, h)
            first, second = (
                pygame.image.tobytes(picture.subsurface(part), "RGB") for picture in (seen, kept)
            )
            if first != second:
                yield f"{row} {column}"


def test_a_single_changed_byte_is_found_and_placed(camera: Camera) -> None:
    picture = camera.take(dict(scenes(small_bank()))["title"]).copy()
    other = picture.copy()
    r, g, b, _ = other.get_at((630, 350))
    other.set_at((630, 350), (r, g, (b + 1) % 256))
    assert list(differing(picture, picture.copy())) == []
    assert list(differing(picture, other)) == ["bottom right"]


@pytest.mark.parametrize(
    "size", [(640, 360), (320, 240), (600, 1000), (1, 1)], ids=lambda s: f"{s[0]}x{s[1]}"
)
@pytest.mark.parametrize(("text", "contrast"), [(100, False), (200, True)])
def test_every_screen_is_drawn_in_pixels(size: tuple[int, int], text: int, contrast: bool) -> None:
    camera = Camera(theme_of(text, contrast, False), size)
    drawn = {name: pygame.image.tobytes(camera.take(scene), "RGB") for name, scene in scenes(small_bank())}
    assert len(drawn) >= 25
    if min(size) > 100:
        assert len(set(drawn.values())) == len(drawn)  # no two screens look the same


@pytest.mark.parametrize("size", [(1280, 720), (3840, 2160)], ids=lambda s: f"{s[0]}x{s[1]}")
def test_the_question_is_drawn_in_large_windows(size: tuple[int, int]) -> None:
    camera = Camera(theme_of(100, False, False), size)
    picture = camera.take(dict(scenes(small_bank()))["question"])
    assert len({pygame.transform.average_color(picture, part)[:3] for part in quarters(picture)}) == 4


def quarters(picture: pygame.Surface) -> list[pygame.Rect]:
    w, h = picture.get_width() // 2, picture.get_height() // 2
    return [pygame.Rect(x, y, w, h) for x in (0, w) for y in (0, h)]
