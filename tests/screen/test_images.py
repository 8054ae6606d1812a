"""Pictures behind the wall: upright, over the panel, in the background, and never a crash."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")

import pygame

from quizgame import resources
from quizgame.quiz.question import LYING, Picture
from quizgame.screen.backdrop import Backdrop
from quizgame.screen.images import KEPT, Images, load_picture
from quizgame.screen.layout import Rect
from quizgame.screen.paint import MAT, PixelCanvas
from quizgame.screen.painter import Painter
from quizgame.screen.text import Faces
from quizgame.screen.theme import NEO_NOIR, READING, Style
from tests.picture_samples import PNG_START, chunk, jpeg, picture_of, png, png_header

FRAME = Rect(100, 100, 140, 110)
INSIDE = (170, 155)
WORDS = Style(READING, 20)

# Where the corner that is stored at the left top, and the one at the right top, are to be seen.
CORNERS = {
    1: ("left top", "right top"),
    2: ("right top", "left top"),
    3: ("right bottom", "left bottom"),
    4: ("left bottom", "right bottom"),
    5: ("left top", "left bottom"),
    6: ("right top", "right bottom"),
    7: ("right bottom", "right top"),
    8: ("left bottom", "left top"),
}


def saved(folder: Path, data: bytes, name: str = "x.png") -> Picture:
    (folder / name).write_bytes(data)
    return picture_of(folder / name, "What it shows")


def canvas(images: Images) -> tuple[PixelCanvas, pygame.Surface]:
    surface = pygame.Surface((640, 360))
    painter = Painter(Faces(resources.assets() / "fonts"), 1.0, NEO_NOIR)
    return PixelCanvas(surface, painter, Backdrop(Path("nowhere"), NEO_NOIR), images), surface


def drawn(picture: Picture) -> tuple[int, int, int]:
    """The colour in the middle of the frame once the picture is there, or is known not to come."""
    images = Images()
    on, surface = canvas(images)
    on.picture(picture, FRAME, WORDS)
    images.finish()
    surface.fill((0, 0, 0))
    on.picture(picture, FRAME, WORDS)
    r, g, b, _ = surface.get_at(INSIDE)
    return r, g, b


def test_a_picture_is_drawn_inside_its_frame(tmp_path: Path) -> None:
    images = Images()
    on, surface = canvas(images)
    images.piece(saved(tmp_path, png(64, 48, b"\xff\0\0")), (140 - 2 * MAT, 110 - 2 * MAT))
    images.finish()
    on.picture(picture_of(tmp_path / "x.png", "What it shows"), FRAME, WORDS)
    red = [(x, y) for x in range(640) for y in range(360) if surface.get_at((x, y))[:3] == (255, 0, 0)]
    assert (min(red), max(red)) == ((100 + MAT, 100 + MAT), (239 - MAT, 209 - MAT))


@pytest.mark.parametrize("turn", CORNERS)
def test_a_photograph_is_shown_upright(turn: int, tmp_path: Path) -> None:
    stored = pygame.Surface((64, 32), depth=24)
    stored.fill((250, 0, 0), (0, 0, 32, 16))
    stored.fill((0, 250, 0), (32, 0, 32, 16))
    pygame.image.save(stored, tmp_path / "x.png")
    picture = replace(picture_of(tmp_path / "x.png"), turn=turn)
    size = (32, 64) if turn in LYING else (64, 32)
    assert picture.shape == size[0] / size[1]
    piece = load_picture(picture, size)
    assert piece is not None
    assert piece.get_size() == size
    assert (corner(piece, (250, 0, 0)), corner(piece, (0, 250, 0))) == CORNERS[turn]


def corner(piece: pygame.Surface, colour: tuple[int, int, int]) -> str:
    w, h = piece.get_size()
    places = {"left": 4, "right": w - 4}, {"top": 4, "bottom": h - 4}
    found = [
        f"{x} {y}" for x in places[0] for y in places[1]
        if piece.get_at((places[0][x], places[1][y]))[:3] == colour
    ]  # fmt: skip
    assert len(found) == 1
    return found[0]


def test_what_is_transparent_lets_the_dark_panel_through(tmp_path: Path) -> None:
    full = drawn(saved(tmp_path, png(64, 48, b"\xff\xff\xff\xff")))
    half = drawn(saved(tmp_path, png(64, 48, b"\xff\xff\xff\x80")))
    none = drawn(saved(tmp_path, png(64, 48, b"\xff\xff\xff\x00")))
    assert full == (255, 255, 255)
    assert max(none) < 60
    assert all(low < middle < 200 for low, middle in zip(none, half, strict=True))


def test_colours_from_a_palette_and_greys_are_shown(tmp_path: Path) -> None:
    surface = pygame.Surface((64, 48), depth=8)
    surface.set_palette([(10, 200, 30)] * 256)
    pygame.image.save(surface, tmp_path / "p.png")
    assert drawn(picture_of(tmp_path / "p.png")) == (10, 200, 30)


def test_a_jpeg_is_shown(tmp_path: Path) -> None:
    surface = pygame.Surface((64, 48), depth=24)
    surface.fill((200, 100, 50))
    pygame.image.save(surface, tmp_path / "p.jpg")
    assert all(
        abs(a - b) < 4 for a, b in zip(drawn(picture_of(tmp_path / "p.jpg")), (200, 100, 50), strict=True)
    )


def gone(picture: Picture) -> None:
    Path(picture.path).unlink()


def changed(picture: Picture) -> None:
    Path(picture.path).write_bytes(png(4000, 4000, b"\xff\xff\xff"))


def repainted(picture: Picture) -> None:
    Path(picture.path).write_bytes(png(64, 48, b"\xff\xff\xfe"))


def a_pipe(picture: Picture) -> None:
    if sys.platform == "win32":
        pytest.skip("there are no such pipes here")
    gone(picture)
    os.mkfifo(picture.path)


def a_folder(picture: Picture) -> None:
    gone(picture)
    Path(picture.path).mkdir()


@pytest.mark.parametrize("happened", [gone, changed, repainted, a_pipe, a_folder])
def test_what_is_no_longer_what_was_checked_is_told_in_words(
    happened: Callable[[Picture], None], tmp_path: Path
) -> None:
    picture = saved(tmp_path, png(64, 48, b"\xff\xff\xff"))
    assert load_picture(picture, (64, 48)) is not None
    happened(picture)
    assert load_picture(picture, (64, 48)) is None
    assert drawn(picture) != (255, 255, 255)


@pytest.mark.parametrize(
    "data",
    [PNG_START + png_header(64, 48) + chunk(b"IDAT", b"nonsense") + chunk(b"IEND"), jpeg()],
    ids=["png", "jpeg"],
)
def test_what_cannot_be_decoded_is_told_in_words(data: bytes, tmp_path: Path) -> None:
    assert load_picture(saved(tmp_path, data), (64, 48)) is None


def test_the_words_stand_where_the_picture_does_not(tmp_path: Path) -> None:
    picture = replace(saved(tmp_path, png()), path=str(tmp_path / "gone.png"))
    seen = []
    for alt in ("What it shows", "."):
        images = Images()
        on, surface = canvas(images)
        on.picture(replace(picture, alt=alt), FRAME, WORDS)
        images.finish()
        seen.append(sum(surface.get_at((x, y))[0] > 150 for x in range(100, 240) for y in range(100, 210)))
    assert seen[0] > 10 * seen[1] > 0


class Slow:
    """Reads nothing before it is told to."""

    def __init__(self) -> None:
        self.go = threading.Event()
        self.sizes: list[tuple[int, int]] = []

    def load(self, picture: Picture, size: tuple[int, int]) -> pygame.Surface:
        self.sizes.append(size)
        self.go.wait(20)
        return pygame.Surface(size)


def test_no_frame_waits_until_a_large_picture_has_been_read(tmp_path: Path) -> None:
    slow, picture = Slow(), saved(tmp_path, png())
    images = Images(slow.load)
    before = images.version
    assert images.piece(picture, (64, 48)) is None  # would hang here
    assert images.version == before
    slow.go.set()
    images.finish()
    assert images.version > before  # the window draws anew
    piece = images.piece(picture, (64, 48))
    assert piece is not None
    assert piece.get_size() == (64, 48)


def test_a_fault_in_reading_is_no_picture_and_no_hang(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: told.append(args.exc_type))
    images = Images(lambda picture, size: pygame.Surface((1 // 0, 1)))
    picture = saved(tmp_path, png())
    assert images.piece(picture, (64, 48)) is None
    images.finish()
    assert images.piece(picture, (64, 48)) is None
    assert told == [ZeroDivisionError]


def test_a_file_that_hangs_does_not_hold_up_the_end(tmp_path: Path) -> None:
    slow = Slow()
    images = Images(slow.load)
    images.piece(saved(tmp_path, png()), (64, 48))
    images.finish(0.01)
    assert not slow.go.is_set()
    slow.go.set()
    images.finish()


def test_while_a_window_is_resized_only_the_last_size_is_read(tmp_path: Path) -> None:
    slow, picture = Slow(), saved(tmp_path, png())
    images = Images(slow.load)
    for width in range(60, 90):
        images.piece(picture, (width, 48))
    slow.go.set()
    images.finish()
    assert slow.sizes == [(60, 48), (89, 48)]


def test_a_picture_at_another_size_stands_in_until_the_right_one_is_there(tmp_path: Path) -> None:
    picture = saved(tmp_path, png(64, 48, b"\xff\0\0"))
    images = Images()
    images.piece(picture, (64, 48))
    images.finish()
    stretched = images.piece(picture, (128, 96))
    assert stretched is not None
    assert stretched.get_size() == (128, 96)
    assert stretched.get_at((60, 60))[:3] == (255, 0, 0)
    images.finish()


def test_only_a_few_pictures_are_kept(tmp_path: Path) -> None:
    read: list[str] = []

    def load(picture: Picture, size: tuple[int, int]) -> pygame.Surface:
        read.append(picture.name)
        return pygame.Surface(size)

    images = Images(load)
    pictures = [saved(tmp_path, png(64 + n, 48), f"{n}.png") for n in range(KEPT + 1)]
    for picture in [*pictures, pictures[-1], pictures[0]]:
        images.piece(picture, (64, 48))
        images.finish()
    assert read == [*(picture.name for picture in pictures), pictures[0].name]
