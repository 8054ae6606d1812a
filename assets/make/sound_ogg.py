"""Turns samples into an Ogg Vorbis file, the same bytes each time; knows nothing of what they sound like."""

from __future__ import annotations

import io
import struct

import soundfile

from sound_level import in_16_bits
from sound_voice import RATE, Sound

SERIAL = 1995  # libsndfile draws one by chance for each file; a fixed one keeps rebuilt files the same
BLOCK = 4096


def encoded(sound: Sound, quality: float) -> bytes:
    """A stereo sound as Ogg Vorbis at 48 kHz; quality runs from 0 (small) to 1."""
    pcm = in_16_bits(sound)
    out = io.BytesIO()
    with soundfile.SoundFile(
        out, "w", RATE, 2, format="OGG", subtype="VORBIS", compression_level=1.0 - quality
    ) as file:
        for start in range(0, len(pcm), BLOCK):  # libvorbis keeps a whole write on the stack
            file.write(pcm[start : start + BLOCK])
    return with_serial(out.getvalue(), SERIAL)


def with_serial(ogg: bytes, serial: int) -> bytes:
    """The same Ogg stream under another serial number, each page's checksum made anew (RFC 3533)."""
    pages, start = [], 0
    while start < len(ogg):
        segments = ogg[start + 26]
        end = start + 27 + segments + sum(ogg[start + 27 : start + 27 + segments])
        page = bytearray(ogg[start:end])
        page[14:18], page[22:26] = struct.pack("<I", serial), bytes(4)
        page[22:26] = struct.pack("<I", _checksum(bytes(page)))
        pages.append(bytes(page))
        start = end
    return b"".join(pages)


def _checksum(page: bytes) -> int:
    """Ogg's CRC-32: polynomial 0x04C11DB7, no reflection, starting from 0."""
    crc = 0
    for byte in page:
        crc = (crc << 8 & 0xFFFFFFFF) ^ _TABLE[crc >> 24 ^ byte]
    return crc


def _row(value: int) -> int:
    crc = value << 24
    for _ in range(8):
        crc = (crc << 1 ^ (0x04C11DB7 if crc & 0x80000000 else 0)) & 0xFFFFFFFF
    return crc


_TABLE = tuple(_row(value) for value in range(256))
