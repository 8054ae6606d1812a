"""The shipped fonts, pictures and icons: there, licensed, credited, and fit for what the screens need."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pygame
import pygame.freetype
import pytest

import quizgame
from quizgame.quiz.modes import MODES, THE_SCORE
from quizgame.resources import assets

ASSETS = assets()
PACKAGE = Path(quizgame.__file__).parent
CHECKOUT = Path(__file__).parents[1]
PICTURES = ASSETS / "pictures"
FONTS = {
    "bebas-neue": {"BebasNeue_400Regular.ttf"},
    "atkinson-hyperlegible-next": {
        "AtkinsonHyperlegibleNext_500Medium.ttf",
        "AtkinsonHyperlegibleNext_700Bold.ttf",
    },
    "noto-sans": {"NotoSans_500Medium.ttf"},
}
PAPER = (0xE8, 0xF1, 0xF8)

Pixels = npt.NDArray[np.float64]


def luminance(colours: npt.ArrayLike) -> Pixels:
    """Relative luminance (WCAG) of sRGB colours 0-255."""
    share = np.asarray(colours, np.float64) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    result: Pixels = linear @ np.array((0.2126, 0.7152, 0.0722))
    return result


def opaque(name: str) -> npt.NDArray[np.uint8]:
    """The alpha channel of a picture, rows first."""
    return pygame.surfarray.array_alpha(pygame.image.load(PICTURES / name)).T


def shipped() -> list[str]:
    """Every asset a player sees or hears, as paths inside assets/."""
    names = [path.relative_to(ASSETS).as_posix() for path in ASSETS.rglob("*") if path.is_file()]
    apart = ("CREDITS.md", "/OFL.txt")
    kept = ("make/", "desktop/")
    return sorted(name for name in names if not name.startswith(kept) and not name.endswith(apart))


@pytest.fixture(scope="module")
def backdrop() -> npt.NDArray[np.uint8]:
    picture = pygame.image.load(PICTURES / "backdrop.jpg")
    return pygame.surfarray.array3d(picture).swapaxes(0, 1)


@pytest.fixture(scope="module")
def lights() -> dict[str, Any]:
    table: dict[str, Any] = json.loads((PICTURES / "lights.json").read_text("utf-8"))
    return table


@pytest.mark.parametrize("family", FONTS)
def test_each_font_family_ships_the_named_weights_with_its_licence(family: str) -> None:
    folder = ASSETS / "fonts" / family
    assert {path.name for path in folder.glob("*.ttf")} == FONTS[family]
    licence = (folder / "OFL.txt").read_text("utf-8")
    assert licence.startswith("Copyright")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    for file in FONTS[family]:
        assert face(family, file).get_rect("Heat").width > 0


def face(family: str, file: str) -> pygame.freetype.Font:
    pygame.freetype.init()
    return pygame.freetype.Font(ASSETS / "fonts" / family / file, 100)


def has(font: pygame.freetype.Font, letter: str) -> bool:
    """Whether the face has a picture of its own for the letter."""
    return str(font.get_metrics(letter)) != "[None]"


def test_the_clocks_digits_are_all_of_one_width() -> None:
    bebas = face("bebas-neue", "BebasNeue_400Regular.ttf")
    assert len({digit[4] for digit in bebas.get_metrics("0123456789")}) == 1


def test_the_fallback_face_has_latin_greek_and_cyrillic() -> None:
    letters = "ÄÇÉÑØŁŠŽőșıßÆ ΑΒΓΔΩάέήίόύώς АБВЯЖЩЪЫЭЮабвящёєіїґ ạếữ"
    noto = face("noto-sans", "NotoSans_500Medium.ttf")
    assert [letter for letter in letters if not has(noto, letter)] == []
    assert not has(noto, "漢"), "a face that claims every letter proves nothing"


def test_the_backdrop_is_large_enough_for_1440p_and_small_enough_to_ship(
    backdrop: npt.NDArray[np.uint8],
) -> None:
    assert backdrop.shape == (1440, 2560, 3)
    assert (PICTURES / "backdrop.jpg").stat().st_size <= 500_000


def test_text_reads_on_the_upper_left_without_a_scrim(backdrop: npt.NDArray[np.uint8]) -> None:
    behind = luminance(backdrop[: 1440 * 45 // 100, : 2560 * 48 // 100])
    contrast = (luminance(PAPER) + 0.05) / (behind + 0.05)
    assert np.quantile(contrast, 0.001) > 7


def test_the_sky_has_no_bands(backdrop: npt.NDArray[np.uint8]) -> None:
    """In a banded sky long stretches of a row hold one single colour."""
    rows = backdrop[300:700:20, 100:1100].astype(int)
    for row in (np.diff(rows, axis=1) != 0).any(2):
        edges = np.flatnonzero(np.concatenate([[True], row, [True]]))
        assert np.diff(edges).max() < 60


def test_every_listed_light_stands_on_a_light_of_the_picture(
    backdrop: npt.NDArray[np.uint8], lights: dict[str, Any]
) -> None:
    bright = luminance(backdrop)
    hits = []
    for x, y, _ in [*lights["windows"], *lights["beacons"]]:
        column, row = round(x * 2560 - 0.5), round(y * 1440 - 0.5)
        around = bright[row - 12 : row + 13, column - 12 : column + 13]
        hits.append(bright[row - 1 : row + 2, column - 1 : column + 2].max() > 1.5 * around.mean())
    assert len(hits) >= 150
    assert np.mean(hits) > 0.95


def test_traffic_follows_the_painted_freeway(backdrop: npt.NDArray[np.uint8], lights: dict[str, Any]) -> None:
    main = [lane for lane in lights["lanes"] if lane["traffic"] == 1]
    tints = {}
    for lane in main:
        inside = [(x, y) for x, y, _ in lane["points"] if 0 < x < 0.45 and y < 1]
        colours = np.array([backdrop[int(y * 1440), int(x * 2560)] for x, y in inside], float)
        tints[lane["colour"]] = np.median(colours[:, 0] - colours[:, 2])
        assert all(0 <= radius < 0.02 for *_, radius in lane["points"])
    white, red = sorted(tints.values())
    assert red > white + 40


def test_cars_with_headlights_come_nearer_and_tail_lights_go_away(lights: dict[str, Any]) -> None:
    for lane in lights["lanes"][:2]:
        start, end = lane["points"][0], lane["points"][-1]
        headlights = int(lane["colour"][5:7], 16) > 128
        assert (end[1] > start[1]) == headlights


def test_the_palms_and_the_hill_end_inside_their_pictures() -> None:
    for name in ("palms_left.png", "palms_right.png", "hill.png"):
        alpha = opaque(name)
        assert alpha[0].max() == 0
        assert alpha[-1].max() == 255
    assert opaque("palms_left.png")[:, -1].max() == 0
    assert opaque("palms_right.png")[:, 0].max() == 0
    assert opaque("hill.png")[-1].min() == 255


@pytest.fixture(scope="module", params=sorted(round.place for round in THE_SCORE.rounds))
def place(request: pytest.FixtureRequest) -> tuple[str, npt.NDArray[np.uint8]]:
    """The name of a place of The Score, and its picture."""
    picture = pygame.image.load(PICTURES / "places" / f"{request.param}.jpg")
    return request.param, pygame.surfarray.array3d(picture).swapaxes(0, 1)


def test_each_place_is_large_enough_for_1440p_and_small_enough_to_ship(
    place: tuple[str, npt.NDArray[np.uint8]],
) -> None:
    name, picture = place
    assert picture.shape == (1440, 2560, 3)
    assert (PICTURES / "places" / f"{name}.jpg").stat().st_size <= 400_000


def test_each_place_is_dark_where_words_stand_and_alive_elsewhere(
    place: tuple[str, npt.NDArray[np.uint8]],
) -> None:
    light = luminance(place[1][::4, ::4])
    rows, columns = light.shape
    left, right = light[:, : columns * 2 // 5], light[:, columns * 3 // 5 :]
    assert np.median(light) < 0.05
    assert np.quantile(left, 0.9) < 0.12
    assert np.quantile(light[rows * 3 // 4 :], 0.9) < 0.12
    assert right.mean() > 1.1 * left.mean()
    assert np.quantile(light, 0.999) > 0.25


def test_no_place_has_bands_or_is_a_flat_drawing(place: tuple[str, npt.NDArray[np.uint8]]) -> None:
    """A drawing has patches of one single colour; a photograph has grain everywhere."""
    for row in (np.diff(place[1][100:1300:60].astype(int), axis=1) != 0).any(2):
        edges = np.flatnonzero(np.concatenate([[True], row, [True]]))
        assert np.diff(edges).max() < 120


in_a_checkout = pytest.mark.skipif(
    not (CHECKOUT / "assets").is_dir(), reason="a wheel has put some of the icons where desktops look"
)


@in_a_checkout
@pytest.mark.parametrize("size", [16, 24, 32, 48, 64, 128, 256, 512])
def test_the_icon_comes_in_every_size_with_clear_corners(size: int) -> None:
    name = "quizgame" if size == 256 else f"quizgame-{size}"
    icon = pygame.image.load(ASSETS / "icon" / f"{name}.png")
    assert icon.get_size() == (size, size)
    assert icon.get_at((0, 0)).a == 0
    assert icon.get_at((size // 2, size // 2)).a == 255


@in_a_checkout
def test_every_asset_is_credited_and_every_credit_is_an_asset() -> None:
    text = Path(ASSETS / "CREDITS.md").read_text("utf-8")
    credited = set(re.findall(r"`((?:fonts|pictures|icon|sounds)/[^`]+)`", text))
    assert credited == set(shipped())


def test_every_asset_is_asked_for_by_its_name() -> None:
    """By the game or its packaging; what sounds are for is asked in test_cues."""
    texts = [*PACKAGE.rglob("*.py"), *CHECKOUT.glob("pyproject.toml"), *CHECKOUT.glob("packaging/*.py")]
    asked = "\n".join(path.read_text("utf-8") for path in texts)
    places = {round.place for mode in MODES.values() for round in mode.rounds}
    apart = ("sounds/", "pictures/places/")
    unused = [name for name in shipped() if not name.startswith(apart) and Path(name).name not in asked]
    assert unused == []
    assert {path.stem for path in (PICTURES / "places").iterdir()} <= places
