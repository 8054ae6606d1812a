"""A screen that nobody sees, with a keyboard, for a game that is tried out; knows no game."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import zlib
from pathlib import Path

TOOLS = ("Xvfb", "xdotool")
SIZE = (1280, 720)


def missing() -> list[str]:
    """What this machine lacks for such a screen."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


class Display:
    """An X server without a window manager, whose pixels lie in a file of the folder."""

    def __init__(self, folder: Path) -> None:
        ours, theirs = os.pipe()
        words = ["-screen", "0", "{}x{}x24".format(*SIZE), "-nolisten", "tcp", "-fbdir", str(folder)]
        self._server = subprocess.Popen(
            ["Xvfb", "-noreset", "-displayfd", str(theirs), *words],
            pass_fds=[theirs],
            stderr=subprocess.DEVNULL,
        )
        os.close(theirs)
        with os.fdopen(ours, encoding="ascii") as told:
            self.name = f":{told.readline().strip()}"
        self._pixels = folder / "Xvfb_screen0"

    def close(self) -> None:
        self._server.terminate()
        self._server.wait()

    def press(self, key: str) -> None:
        """Press a key by its X name, and let it go."""
        self._do("key", key)

    def has_window(self) -> bool:
        """Whether a window has the keyboard."""
        return self._do("getwindowfocus") not in ("", "0", "1")

    def picture(self) -> bytes:
        """What is on the screen, as rows of three bytes a pixel."""
        dump = self._pixels.read_bytes()
        header = struct.unpack_from(">25I", dump)  # the head of an XWD file
        start, width, height, stride = header[0] + header[19] * 12, header[4], header[5], header[12]
        rows = (dump[at : at + width * 4] for at in range(start, start + height * stride, stride))
        return b"".join(_colours(row) for row in rows)

    def _do(self, *words: str) -> str:
        environment = os.environ | {"DISPLAY": self.name}
        done = subprocess.run(
            ["xdotool", *words], env=environment, capture_output=True, text=True, timeout=30, check=False
        )
        return "" if done.returncode else done.stdout.strip()


def _colours(row: bytes) -> bytes:
    """Blue, green, red and nothing for each pixel, as red, green, blue."""
    out = bytearray(len(row) // 4 * 3)
    out[0::3], out[1::3], out[2::3] = row[2::4], row[1::4], row[0::4]
    return bytes(out)


def distinct(picture: bytes) -> int:
    """How many colours there are in a picture."""
    return len({picture[at : at + 3] for at in range(0, len(picture), 3)})


def png(picture: bytes) -> bytes:
    """A picture as a PNG file."""
    width, height = SIZE
    rows = (b"\0" + picture[at : at + width * 3] for at in range(0, len(picture), width * 3))
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"".join(rows))),
        (b"IEND", b""),
    ]
    chunks = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
