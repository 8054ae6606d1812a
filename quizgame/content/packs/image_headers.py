"""Format, size and turn of a PNG or JPEG picture, read from its bytes; decodes no pixel, knows no file."""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import dataclass
from typing import NoReturn

from quizgame.quiz.question import UPRIGHT

LEAST_SIDE, MOST_SIDE = 16, 4096  # pixels
MOST_PIECES = 20_000  # chunks or segments; encoders write a few thousand at the very most
MOST_SCANS = 100  # of a JPEG: each costs a pass over all its pixels, and encoders write about ten

PNG, JPEG = "PNG", "JPEG"
_MOST_FOR_PIXEL, _MOST_FOR_ROWS = 8, 200_000  # bytes: 16 bits of four colours, and what begins each row
_AT_ONCE = 1 << 18  # bytes of unpacked pixels in memory
_PNG_START, _JPEG_START = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_OTHERS = (
    (re.compile(rb"GIF8"), "a GIF picture"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "a WebP picture"),
    (re.compile(rb"....ftyp(?:avi|hei|mif)", re.DOTALL), "an AVIF or HEIC picture"),
    (re.compile(rb"II\*\0|MM\0\*"), "a TIFF picture"),
    (re.compile(rb"BM"), "a BMP picture"),
    (re.compile(rb"\s*<(?:\?xml|svg|!DOCTYPE svg)", re.IGNORECASE), "an SVG drawing"),
    (re.compile(rb"\s*<(?:!DOCTYPE html|html)", re.IGNORECASE), "a web page, not the picture on it"),
    (re.compile(rb"\Z"), "empty"),
)
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
"""The bits that a PNG may have for each kind of colour."""

_ALONE = frozenset((0x01, *range(0xD0, 0xD8)))  # markers without a length
_COMMON_FRAMES = frozenset((0xC0, 0xC1, 0xC2))
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SCAN, _END, _EXIF = 0xDA, 0xD9, 0xE1
_MARKER = re.compile(rb"\xff+([^\xff])", re.DOTALL)
_ORIENTATION = 0x0112


class Unusable(ValueError):
    """Bytes that cannot be shown as a picture: what they are, and what to do about it."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy


@dataclass(frozen=True, slots=True)
class Header:
    """What a picture says of itself: sides in pixels as stored, `turn` from 1 to 8 as in EXIF."""

    format: str
    width: int
    height: int
    turn: int = UPRIGHT


def read_header(data: bytes) -> Header:
    """The header of a whole picture; raises Unusable where it is none, is damaged, too small or too large."""
    if data.startswith(_PNG_START):
        header = _png(data)
    elif data.startswith(_JPEG_START):
        header = _jpeg(data)
    else:
        _refuse_other(data)
    _check_sides(header)
    return header


def _refuse_other(data: bytes) -> NoReturn:
    known = next((words for start, words in _OTHERS if start.match(data)), "neither PNG nor JPEG")
    raise Unusable(f"is {known}", "save the picture as PNG or JPEG")


def _check_sides(header: Header) -> None:
    told = f"has {header.width} x {header.height} pixels"
    if min(header.width, header.height) < LEAST_SIDE:
        raise Unusable(f"{told}; at least {LEAST_SIDE} x {LEAST_SIDE} can be seen", "take a larger one")
    if max(header.width, header.height) > MOST_SIDE:
        raise Unusable(f"{told}; at most {MOST_SIDE} x {MOST_SIDE} are read", "make it smaller")


def _damaged(why: str) -> Unusable:
    return Unusable(f"is damaged: {why}", "save it again, or copy it anew")


def _png(data: bytes) -> Header:
    """Walk through the chunks: the first is the header, the last must be there, each as it was written."""
    header = _png_header(data)
    view, at, pixels = memoryview(data), len(_PNG_START), list[memoryview]()
    for _ in range(MOST_PIECES):
        if at + 12 > len(data):
            raise _damaged("it ends too early")
        length, name = struct.unpack_from(">I4s", data, at)
        if at + 12 + length > len(data):
            raise _damaged("it ends too early")
        if not name.isalpha() or (name == b"IHDR" and at > len(_PNG_START)):
            raise _damaged("its parts do not fit together")
        # Capitals mark what a picture cannot be shown without.
        if name[:1].isupper() and not _is_as_written(view, at, length):
            raise _damaged(f"its {name.decode()} part has changed")
        if name == b"IDAT":
            pixels.append(view[at + 8 : at + 8 + length])
        if name == b"IEND":
            _check_pixels(pixels, header)
            return header
        at += 12 + length
    raise _damaged("it is cut into too many pieces")


def _png_header(data: bytes) -> Header:
    try:
        length, name, width, height, depth, colour, *ways = struct.unpack_from(">I4sIIBBBBB", data, 8)
    except struct.error:
        raise _damaged("it ends too early") from None
    is_header = (length, name) == (13, b"IHDR")
    if not is_header or depth not in _DEPTHS.get(colour, ()) or ways not in ([0, 0, 0], [0, 0, 1]):
        raise _damaged("its header makes no sense")
    return Header(PNG, width, height)


def _check_pixels(pieces: list[memoryview], header: Header) -> None:
    """Unpack the pixels piece by piece and forget them: a few bytes may unpack to gigabytes."""
    if not pieces:
        _without_pixels()
    left, unpack = _MOST_FOR_PIXEL * header.width * header.height + _MOST_FOR_ROWS, zlib.decompressobj()
    try:
        for piece in pieces:
            rest: bytes | memoryview = piece
            while rest and left >= 0:
                left -= len(unpack.decompress(rest, _AT_ONCE))
                rest = unpack.unconsumed_tail
    except zlib.error:
        return  # whoever decodes it will say so
    if left < 0:
        raise _damaged("it holds far more than its pixels")


def _is_as_written(view: memoryview, at: int, length: int) -> bool:
    (noted,) = struct.unpack_from(">I", view, at + 8 + length)
    return bool(zlib.crc32(view[at + 4 : at + 8 + length]) == noted)


def _without_pixels() -> NoReturn:
    raise _damaged("it has a header and no pixels")


def _jpeg(data: bytes) -> Header:
    """Walk through the segments up to the first pixels; the size stands in one of them."""
    at, turn, frame = 2, 0, None
    for _ in range(MOST_PIECES):
        marker, body, at = _segment(data, at)
        if marker in _FRAMES:
            if frame is not None:
                raise _damaged("it has two headers")
            frame = _frame(marker, body)
        elif marker == _EXIF and not turn:
            turn = _turn(body)
        elif marker == _SCAN:
            _check_scans(data, at)
            return Header(JPEG, *frame, turn or UPRIGHT) if frame else _without_pixels()
        elif marker == _END:
            _without_pixels()
    raise _damaged("it is cut into too many pieces")


def _segment(data: bytes, at: int) -> tuple[int, bytes, int]:
    """A marker, what it holds, and where the next one stands."""
    found = _MARKER.match(data, at)
    if found is None:
        at_end = not data[at:].strip(b"\xff")
        raise _damaged("it ends too early" if at_end else "its parts do not fit together")
    marker, at = found[1][0], found.end()
    if marker in _ALONE or marker == _END:
        return marker, b"", at
    if at + 2 > len(data):
        raise _damaged("it ends too early")
    (length,) = struct.unpack_from(">H", data, at)
    if at + length > len(data):
        raise _damaged("it ends too early")
    if length < 2:
        raise _damaged("its parts do not fit together")
    return marker, data[at + 2 : at + length], at + length


def _frame(marker: int, body: bytes) -> tuple[int, int]:
    """Width and height."""
    if len(body) < 6:
        raise _damaged("its header makes no sense")
    bits, height, width, colours = struct.unpack_from(">BHHB", body)
    if marker not in _COMMON_FRAMES or bits != 8:
        raise Unusable("is a rare kind of JPEG that is not shown everywhere", "save it as an ordinary JPEG")
    if colours not in (1, 3):
        raise Unusable("has the colours of a printing press (CMYK)", "save it in RGB")
    if len(body) != 6 + 3 * colours:
        raise _damaged("its header makes no sense")
    return width, height


def _check_scans(data: bytes, at: int) -> None:
    if data.find(b"\xff\xd9", at) < 0:
        raise _damaged("it ends too early")
    if data.count(b"\xff\xda", at) > MOST_SCANS:
        raise _damaged("it is cut into too many pieces")


def _turn(body: bytes) -> int:
    """How the camera was held, from the first directory of EXIF data; 0 where they do not say."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(body[6:10])
    if not body.startswith(b"Exif\0\0") or order is None:
        return 0
    tags = body[6:]
    try:
        (start,) = struct.unpack_from(f"{order}I", tags, 4)
        (count,) = struct.unpack_from(f"{order}H", tags, start)
        for number in range(count):
            tag, kind, _, turn = struct.unpack_from(f"{order}HHIH", tags, start + 2 + 12 * number)
            if tag == _ORIENTATION and kind == 3 and 1 <= turn <= 8:
                return int(turn)
    except struct.error:
        pass
    return 0
