"""Pictures to ask about: PNG and JPEG bytes made by hand, and one of the game itself; knows no test."""

from __future__ import annotations

import hashlib
import re
import struct
import zlib
from dataclasses import replace
from pathlib import Path

from quizgame import resources
from quizgame.content.packs.image_headers import read_header
from quizgame.quiz.question import Choice, Picture, Question, Task, TrueFalse
from tests.kind_samples import QUESTIONS

PNG_START = b"\x89PNG\r\n\x1a\n"


def chunk(name: bytes, data: bytes = b"") -> bytes:
    """A chunk of a PNG, with its length and its check sum."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_header(width: int, height: int, depth: int = 8, colour: int = 2, *ways: int) -> bytes:
    """The first chunk: `colour` 2 is RGB, 6 is RGB with opacity."""
    return chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, *(ways or (0, 0, 0))))


def png(width: int = 64, height: int = 48, pixel: bytes = b"\x20\x80\xc0") -> bytes:
    """A whole picture of one colour: three bytes, or four with opacity."""
    rows = (b"\0" + pixel * width) * height
    header = png_header(width, height, 8, 6 if len(pixel) == 4 else 2)
    return PNG_START + header + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND")


def segment(marker: int, body: bytes) -> bytes:
    """A segment of a JPEG, with its length."""
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def frame(width: int, height: int, colours: int = 3, bits: int = 8) -> bytes:
    """What says the size of a JPEG."""
    return struct.pack(">BHHB", bits, height, width, colours) + b"\1\x11\0" * colours


def jpeg(width: int = 64, height: int = 48, marker: int = 0xC0, before: bytes = b"", scans: int = 1) -> bytes:
    """A JPEG that is whole on the outside; nothing in it can be decoded."""
    scan = segment(0xDA, b"\3\1\0\2\0\3\0\0\x3f\0") + b"\x12\x34\xff\0"
    return b"\xff\xd8" + before + segment(marker, frame(width, height)) + scan * scans + b"\xff\xd9"


def exif(turn: int, order: str = "<") -> bytes:
    """The segment in which a camera says how it was held."""
    start = b"II*\0" if order == "<" else b"MM\0*"
    entry = struct.pack(f"{order}HHIHH", 0x0112, 3, 1, turn, 0)
    return segment(0xE1, b"Exif\0\0" + start + struct.pack(f"{order}IH", 8, 1) + entry)


def picture_of(path: Path, alt: str = "A picture") -> Picture:
    """The picture in a file."""
    data = path.read_bytes()
    header = read_header(data)
    sha256 = hashlib.sha256(data).hexdigest()
    return Picture(path.name, alt, sha256, str(path), header.width, header.height, header.turn)


def skyline() -> Picture:
    """A large one in 16:9."""
    alt = "A city by night, seen from the hills above it"
    return picture_of(resources.assets() / "pictures" / "backdrop.jpg", alt)


def lost() -> Picture:
    """One whose file is no longer there."""
    return replace(skyline(), path="/gone.jpg", sha256="0" * 64)


CHOICE = Question(
    "sample/where",
    "Which city lies below?",
    Choice("Los Angeles", ("Chicago", "Miami", "New York")),
    "trivia",
    1,
    "Lights to the horizon, and not one of them on for you.",
    "A source of the gallery",
)
STATEMENT = Question(
    "sample/said",
    "This is where they rob the bank.",
    TrueFalse(False),
    explain="It is only on the way there.",
)
EVERY_KIND = {"choice": CHOICE, "statement": STATEMENT, **QUESTIONS}


def with_pictures(path: Path, text: str) -> None:
    """Write a pack, and beside it every picture that it names."""
    path.write_text(text, "utf-8")
    for name in re.findall(r"^ +image: (.+)$", text, re.MULTILINE):
        path.with_name(name).write_bytes(jpeg() if name.endswith("jpg") else png())


def pictured(name: str, picture: Picture, task: Task | None = None) -> Question:
    """The sample of a kind with a picture, and maybe with another task."""
    sample = EVERY_KIND[name]
    return replace(sample, picture=picture, task=task or sample.task)
