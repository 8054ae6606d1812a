"""Pictures that were made to do harm: what is taken costs little to show, and what costs much is refused."""

from __future__ import annotations

import hashlib
import struct
import zlib
from functools import cache
from io import BytesIO
from pathlib import Path

import pygame
import pytest

from quizgame.content.library import load
from quizgame.content.packs.image_headers import MOST_SIDE, Unusable, read_header
from quizgame.quiz.question import Picture
from quizgame.screen.images import load_picture
from tests.picture_samples import PNG_START, chunk, jpeg, png, png_header

MEGABYTE = 1 << 20
END = chunk(b"IEND")
ROWS = zlib.compress((b"\0" + b"\1\2\3" * 64) * 48)


@cache
def zeros(megabytes: int) -> bytes:
    """A thousandth of so many megabytes, which unpacks to all of them."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(MEGABYTE)) for _ in range(megabytes)) + packer.flush()


def pixels(width: int, height: int, *pieces: bytes, before: bytes = b"") -> bytes:
    return PNG_START + png_header(width, height) + before + b"".join(chunk(b"IDAT", p) for p in pieces) + END


@pytest.mark.parametrize(
    "data",
    [
        pixels(16, 16, zeros(20)),
        pixels(16, 16, *(zeros(20)[at : at + 100] for at in range(0, len(zeros(20)), 100))),
        pixels(64, 48, zlib.compress(bytes(64 * 48 * 8 + 300_000))),
    ],
    ids=["whole", "in pieces", "a little"],
)
def test_a_picture_that_unpacks_to_more_than_its_pixels_is_refused(data: bytes) -> None:
    with pytest.raises(Unusable, match="it holds far more than its pixels"):
        read_header(data)


@pytest.mark.parametrize(("depth", "colour", "bytes_each"), [(16, 6, 8), (8, 2, 3)])
def test_the_largest_pictures_are_taken(depth: int, colour: int, bytes_each: int) -> None:
    row = bytes(1 + MOST_SIDE * bytes_each)
    packer = zlib.compressobj(1)
    rows = b"".join(packer.compress(row) for _ in range(MOST_SIDE)) + packer.flush()
    data = PNG_START + png_header(MOST_SIDE, MOST_SIDE, depth, colour) + chunk(b"IDAT", rows) + END
    assert read_header(data).width == MOST_SIDE


@pytest.mark.parametrize(
    "before",
    [
        chunk(b"zTXt", b"a\0\0" + zeros(20)),
        chunk(b"iCCP", b"a\0\0" + zeros(20)),
        chunk(b"iTXt", b"a\0\1\0\0\0" + zeros(20)),
        chunk(b"acTL", struct.pack(">II", 2**31 - 1, 0)),
        chunk(b"tEXt", b"a\0<script>alert(1)</script><?php system('id') ?>"),
        chunk(b"eXIf", b"MM\0*" + b"\xff" * 40),
    ],
    ids=["text", "colours", "more text", "moving", "a script", "exif"],
)
def test_what_comes_with_the_pixels_is_of_no_consequence(before: bytes, tmp_path: Path) -> None:
    data = pixels(64, 48, ROWS, before=before)
    header = read_header(data)
    shown = load_picture(kept(tmp_path, data), (64, 48))
    assert (header.width, header.height) == (64, 48)
    assert shown is not None
    assert shown.get_size() == (64, 48)


def kept(folder: Path, data: bytes) -> Picture:
    path, header = folder / "x.png", read_header(data)
    path.write_bytes(data)
    sha256 = hashlib.sha256(data).hexdigest()
    return Picture("x.png", "A picture", sha256, str(path), header.width, header.height, header.turn)


@pytest.mark.parametrize("after", [b"PK\3\4" + bytes(1_000), b"<html>", b"%PDF-1.7", png(), jpeg()])
def test_a_picture_that_is_something_else_too_is_only_a_picture(after: bytes, tmp_path: Path) -> None:
    shown = load_picture(kept(tmp_path, png() + after), (64, 48))
    assert shown is not None
    assert shown.get_at((3, 3))[:3] == (0x20, 0x80, 0xC0)


@pytest.mark.parametrize("before", [b"GIF89a", b"PK\3\4", b"<svg>", b"\0", b"RIFF\0\0\0\0WEBP"])
def test_a_picture_within_something_else_is_none(before: bytes) -> None:
    with pytest.raises(Unusable):
        read_header(before + png())


def test_every_picture_cut_off_anywhere_is_refused_or_not_shown(tmp_path: Path) -> None:
    whole = png(20, 16)
    for length in range(len(whole)):
        (tmp_path / "x.png").write_bytes(whole[:length])
        (tmp_path / "p.yaml").write_text(
            "pack: P\nquestions:\n- question: Q?\n  answer: true\n  image: x.png\n  alt: A picture\n"
        )
        library = load([tmp_path])
        assert library.questions() == ()
        assert [(problem.line, problem.column) for problem in library.problems if problem.line == 5] == [
            (5, 10)
        ]


def test_a_picture_nobody_has_looked_at_is_not_decoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look and the picture another file took its place: not one byte of it is decoded."""
    picture = kept(tmp_path, png())
    Path(picture.path).write_bytes(pixels(16, 16, zeros(5)))

    def refuse(file: BytesIO) -> pygame.Surface:
        raise AssertionError("a stranger's picture was decoded")

    monkeypatch.setattr(pygame.image, "load", refuse)
    assert load_picture(picture, (64, 48)) is None


def test_a_picture_that_may_no_longer_be_looked_at_is_not_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its folder has been closed meanwhile: older Pythons raise where newer ones say that it is not there."""
    picture = kept(tmp_path, png())

    def refuse(path: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_file", refuse)
    assert load_picture(picture, (64, 48)) is None
