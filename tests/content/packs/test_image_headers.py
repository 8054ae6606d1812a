"""What a picture's bytes say of it: formats, sizes, turns, and everything that is no picture."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgame.content.packs.image_headers import (
    JPEG,
    MOST_PIECES,
    MOST_SCANS,
    MOST_SIDE,
    PNG,
    Header,
    Unusable,
    read_header,
)
from tests.picture_samples import PNG_START, chunk, exif, frame, jpeg, png, png_header, segment

GREY_SCAN = segment(0xDA, b"\1\1\0\0\x3f\0") + b"\x12\xff\xd9"
PIXELS, END = chunk(b"IDAT", b"x"), chunk(b"IEND")
APP0 = segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")


def refusal(data: bytes) -> str:
    with pytest.raises(Unusable) as refused:
        read_header(data)
    assert refused.value.remedy
    return refused.value.what


@pytest.mark.parametrize(
    ("data", "header"),
    [
        (png(64, 48), Header(PNG, 64, 48)),
        (png(16, 16, b"\1\2\3\4"), Header(PNG, 16, 16)),
        (png(4096, 17), Header(PNG, 4096, 17)),
        (png() + b"something after the end", Header(PNG, 64, 48)),
        (jpeg(640, 480), Header(JPEG, 640, 480)),
        (jpeg(640, 480, 0xC2), Header(JPEG, 640, 480)),
        (jpeg(before=APP0 + exif(6) + segment(0xFE, b"A comment")), Header(JPEG, 64, 48, 6)),
        (jpeg(before=exif(3, ">")), Header(JPEG, 64, 48, 3)),
        (jpeg(before=b"\xff\xff\xff" + APP0), Header(JPEG, 64, 48)),  # any number of FF may stand there
        (b"\xff\xd8" + segment(0xC0, frame(64, 48, 1)) + GREY_SCAN, Header(JPEG, 64, 48)),
    ],
)
def test_a_good_picture_tells_its_size(data: bytes, header: Header) -> None:
    assert read_header(data) == header


@pytest.mark.parametrize(
    ("before", "turn"),
    [
        (exif(0), 1),
        (exif(9), 1),
        (segment(0xE1, exif(6)[4:-4]), 1),
        (segment(0xE1, b"Exif\0\0II*\0" + struct.pack("<IH", 8, 65535)), 1),
        (segment(0xE1, b"Exif\0\0II*\0" + struct.pack("<I", 4_000_000_000)), 1),
        (segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0") + exif(8), 8),
        (exif(2) + exif(8), 2),
    ],
)
def test_what_a_camera_says_of_its_turn_is_taken_only_where_it_makes_sense(before: bytes, turn: int) -> None:
    assert read_header(jpeg(before=before)).turn == turn


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"hello", "is neither PNG nor JPEG"),
        (b"\n", "is neither PNG nor JPEG"),
        (b"GIF89a\xff\xff\xff\xff", "is a GIF picture"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "is a WebP picture"),
        (b"\0\0\0 ftypavif", "is an AVIF or HEIC picture"),
        (b"MM\0*\0\0", "is a TIFF picture"),
        (b"BM6\0\0\0", "is a BMP picture"),
        (b"<?xml version='1.0'?><svg/>", "is an SVG drawing"),
        (b"  <!doctype html><p>404", "is a web page, not the picture on it"),
    ],
)
def test_what_is_no_picture_is_called_by_its_name(data: bytes, said: str) -> None:
    assert refusal(data) == said


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (png(15, 400), "has 15 x 400 pixels; at least 16 x 16 can be seen"),
        (png(17, 4097), f"has 17 x 4097 pixels; at most {MOST_SIDE} x {MOST_SIDE} are read"),
        (jpeg(65_500, 65_500), f"has 65500 x 65500 pixels; at most {MOST_SIDE} x {MOST_SIDE} are read"),
        (jpeg(64, 0), "has 64 x 0 pixels; at least 16 x 16 can be seen"),
    ],
)
def test_pictures_are_neither_specks_nor_bombs(data: bytes, said: str) -> None:
    assert refusal(data) == said


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (PNG_START, "it ends too early"),
        (PNG_START + chunk(b"IDAT", b"x" * 20), "its header makes no sense"),
        (PNG_START + png_header(64, 48, 7) + PIXELS + END, "its header makes no sense"),
        (PNG_START + png_header(64, 48, 8, 5) + PIXELS + END, "its header makes no sense"),
        (PNG_START + png_header(64, 48, 8, 2, 0, 0, 2) + PIXELS + END, "its header makes no sense"),
        (PNG_START + png_header(64, 48) + END, "it has a header and no pixels"),
        (PNG_START + png_header(64, 48) + PIXELS, "it ends too early"),
        (PNG_START + png_header(64, 48) + PIXELS + b"\xff\xff\xff\xffIEND....", "it ends too early"),
        (png().replace(b"IDAT", b"IDAT\x01", 1), "its IDAT part has changed"),
        (
            PNG_START + png_header(64, 48) + chunk(b"tEXt") * MOST_PIECES + PIXELS + END,
            "it is cut into too many pieces",
        ),
        (b"\xff\xd8\xff", "it ends too early"),
        (b"\xff\xd8" + APP0, "it ends too early"),
        (b"\xff\xd8\xff\xe0\0\1", "its parts do not fit together"),
        (b"\xff\xd8" + APP0 + b"\0\0", "its parts do not fit together"),
        (b"\xff\xd8\xff\xd9", "it has a header and no pixels"),
        (b"\xff\xd8" + GREY_SCAN, "it has a header and no pixels"),
        (png().replace(b"IDAT", b"I\x1bAT"), "its parts do not fit together"),
        (
            PNG_START + png_header(64, 48) + png_header(9_999, 9_999) + PIXELS + END,
            "its parts do not fit together",
        ),
        (jpeg(before=segment(0xC0, frame(64, 48))), "it has two headers"),
        (b"\xff\xd8" + segment(0xC0, b"\x08\0"), "its header makes no sense"),
        (b"\xff\xd8" + segment(0xC0, frame(64, 48)[:-1]), "its header makes no sense"),
        (jpeg()[:-2], "it ends too early"),
        (jpeg(scans=MOST_SCANS + 2), "it is cut into too many pieces"),
        (jpeg(before=b"\xff\x01" * MOST_PIECES), "it is cut into too many pieces"),
    ],
)
def test_what_is_damaged_says_where(data: bytes, said: str) -> None:
    assert refusal(data) == f"is damaged: {said}"


@pytest.mark.parametrize("marker", [0xC3, 0xC9, 0xCF])
def test_rare_kinds_of_jpeg_are_refused(marker: int) -> None:
    assert refusal(jpeg(marker=marker)).startswith("is a rare kind of JPEG")


def test_colours_for_print_are_refused() -> None:
    assert refusal(b"\xff\xd8" + segment(0xC0, frame(64, 48, 4)) + GREY_SCAN).startswith("has the colours")


@pytest.mark.parametrize("whole", [png(), jpeg(before=APP0 + exif(6))], ids=["png", "jpeg"])
def test_a_picture_cut_off_anywhere_is_refused(whole: bytes) -> None:
    for length in range(len(whole)):
        refusal(whole[:length])


@given(st.sampled_from([b"", PNG_START, b"\xff\xd8\xff", PNG_START + png_header(64, 48)]), st.binary())
@settings(max_examples=300, deadline=None)
def test_arbitrary_bytes_are_a_header_or_a_refusal(start: bytes, rest: bytes) -> None:
    read_or_refused(start + rest)


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_mutated_pictures_are_a_header_or_a_refusal(data: st.DataObject) -> None:
    mutated = bytearray(data.draw(st.sampled_from([png(), jpeg(before=APP0 + exif(6)), jpeg(marker=0xC2)])))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(mutated)))
        to = at + data.draw(st.integers(0, 8))
        mutated[at:to] = data.draw(st.binary(max_size=8))
    read_or_refused(bytes(mutated))


def read_or_refused(data: bytes) -> None:
    try:
        header = read_header(data)
    except Unusable:
        return
    assert 16 <= min(header.width, header.height) <= max(header.width, header.height) <= MOST_SIDE
    assert 1 <= header.turn <= 8
