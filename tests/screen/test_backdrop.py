"""The pictures behind the screens: read beside the loop, fitted to any window; the city stands in."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pygame
import pytest

from quizgame import resources
from quizgame.screen.backdrop import Backdrop
from quizgame.screen.theme import NEO_NOIR

PICTURES = resources.assets() / "pictures"
SMALL = (320, 180)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The city, and a yard that is plain green with one window."""
    for path in PICTURES.iterdir():
        if path.is_file():
            shutil.copy(path, tmp_path)
    (tmp_path / "places").mkdir()
    yard = pygame.Surface((640, 360))
    yard.fill((0, 90, 0))
    pygame.image.save(yard, tmp_path / "places" / "yard.jpg")
    (tmp_path / "places" / "yard.json").write_text('{"windows": [[0.5, 0.5, "#ffc478"]]}', "utf-8")
    return tmp_path


def drawn(
    backdrop: Backdrop, size: tuple[int, int] = SMALL, place: str = "", veil: float = 0
) -> pygame.Surface:
    surface = pygame.Surface(size, depth=32)
    backdrop.draw(surface, 0, veil, place)
    return surface


def mean(surface: pygame.Surface) -> tuple[int, ...]:
    return tuple(pygame.transform.average_color(surface)[:3])


def ready(folder: Path) -> Backdrop:
    backdrop = Backdrop(folder, NEO_NOIR)
    backdrop.load()
    return backdrop


def test_a_place_has_its_own_picture_and_its_own_lights(folder: Path) -> None:
    backdrop = ready(folder)
    city, yard = mean(drawn(backdrop)), mean(drawn(backdrop, place="yard"))
    assert yard[0] < 20
    assert yard[1] > 80
    assert city != yard
    scenery = backdrop.scenery("yard", SMALL)
    assert scenery
    assert len(scenery.lights.windows) == 1
    assert not scenery.lights.lanes


def test_where_a_place_has_no_picture_the_city_is_shown(folder: Path) -> None:
    backdrop = ready(folder)
    (folder / "places" / "vault.jpg").write_bytes(b"no picture")
    for place in ("nowhere", "vault"):
        assert mean(drawn(backdrop, place=place)) == mean(drawn(backdrop))
        assert backdrop.scenery(place, SMALL) is backdrop.scenery("", SMALL)


def test_without_pictures_there_is_a_plain_night(tmp_path: Path) -> None:
    surface = drawn(ready(tmp_path))
    assert {tuple(surface.get_at((x, 90))) for x in range(0, 320, 20)} == {tuple(surface.get_at((0, 0)))}


def test_a_broken_list_of_lights_is_no_reason_to_show_no_picture(folder: Path) -> None:
    for text in (
        "",
        "[]",
        '{"windows": 7}',
        '{"lanes": [{"points": [[0, 0, 0]]}]}',
        '{"beacons": [[0, 0, "red"]]}',
    ):
        (folder / "places" / "yard.json").write_text(text, "utf-8")
        backdrop = ready(folder)
        assert mean(drawn(backdrop, place="yard"))[1] > 80
        scenery = backdrop.scenery("yard", SMALL)
        assert scenery
        assert scenery.lights.windows == ()


def test_no_frame_waits_for_a_picture_and_the_version_tells_of_it(folder: Path) -> None:
    backdrop = Backdrop(folder, NEO_NOIR)
    before = drawn(backdrop)
    backdrop.load_beside()
    version = backdrop.version
    assert mean(drawn(backdrop)) == mean(before)
    backdrop.finish(30)
    assert backdrop.version == version + 1
    assert mean(drawn(backdrop)) == mean(drawn(ready(folder)))


def test_a_place_that_is_expected_is_there_at_once_and_was_no_change_before(folder: Path) -> None:
    backdrop = Backdrop(folder, NEO_NOIR)
    backdrop.load_beside()
    drawn(backdrop)
    backdrop.expect("yard", SMALL)  # the city comes first
    backdrop.finish(30)
    version = backdrop.version
    backdrop.expect("yard", SMALL)
    backdrop.finish(30)
    assert backdrop.version == version
    assert mean(drawn(backdrop, place="yard")) == mean(drawn(ready(folder), place="yard"))
    assert backdrop.scenery("", SMALL)


def test_a_place_that_is_wanted_while_it_is_only_expected_is_a_change_when_it_comes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backdrop = Backdrop(folder, NEO_NOIR)
    backdrop.load_beside()
    drawn(backdrop)
    backdrop.finish(30)
    version, read, gate = backdrop.version, backdrop._beside._read, threading.Event()
    monkeypatch.setattr(backdrop._beside, "_read", lambda key: read(key) if gate.wait(30) else None)
    backdrop.expect("yard", SMALL)
    drawn(backdrop, place="yard")
    gate.set()
    backdrop.finish(30)
    assert backdrop.version == version + 1


def test_a_window_that_grows_shows_what_is_there_until_the_sharp_picture_has_come(folder: Path) -> None:
    backdrop = Backdrop(folder, NEO_NOIR)
    backdrop.load_beside()
    drawn(backdrop)
    backdrop.finish(30)
    assert backdrop.version
    for size in ((400, 300), (500, 300), (640, 360)):
        stretched = drawn(backdrop, size)
        assert len({tuple(stretched.get_at((x, 250))) for x in range(0, size[0], 9)}) > 5
    wanted = drawn(ready(folder), (640, 360))
    while mean(drawn(backdrop, (640, 360))) != mean(wanted):
        backdrop.finish(30)


def test_only_the_pictures_that_a_window_needs_are_kept(folder: Path) -> None:
    backdrop = ready(folder)
    sizes = [(320 + 10 * n, 180) for n in range(5)]
    for size in sizes:
        drawn(backdrop, size)
    assert [size for size in sizes if backdrop.scenery("", size)] == sizes[-2:]


def test_veil_and_heat_darken_and_redden(folder: Path) -> None:
    backdrop = ready(folder)
    plain, veiled, hot = drawn(backdrop), drawn(backdrop, veil=0.5), pygame.Surface(SMALL, depth=32)
    backdrop.draw(hot, 1.0, 0)
    assert sum(mean(veiled)) < 0.6 * sum(mean(plain))
    assert mean(hot)[0] - mean(plain)[0] > 15
    assert 0.6 * mean(plain)[2] < mean(hot)[2] < mean(plain)[2]


def test_a_tint_looks_the_same_however_often_it_is_asked_for(folder: Path) -> None:
    backdrop, surface = ready(folder), pygame.Surface(SMALL, depth=32)

    def seen(heat: float, veil: float, place: str = "") -> bytes:
        backdrop.draw(surface, heat, veil, place)
        return pygame.image.tobytes(surface, "RGB")

    first = seen(0.5, 0.3)
    assert [seen(0.5, 0.3) for _ in range(3)] == [first] * 3
    hotter, yard = seen(0.6, 0.3), seen(0.5, 0.3, "yard")
    assert len({first, hotter, yard, seen(0.5, 0.4)}) == 4
    assert [seen(0.5, 0.3, "yard") for _ in range(3)] == [yard] * 3
    assert [seen(0.5, 0.3) for _ in range(3)] == [first] * 3
