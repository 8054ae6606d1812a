"""Bytes of a file to text that is safe to parse and to show; knows no YAML."""

from __future__ import annotations

import re
from functools import cached_property

from quizgame.content.characters import DAMAGED, FORBIDDEN, describe
from quizgame.content.problems import Problem

MAX_BYTES = 2_000_000
_MAX_LISTED = 20
_LINE_END = re.compile(r"\r\n|\n|\r")
_SAVE_AS = "open the file in a text editor and save it as UTF-8"
_ORDINARY = bytes([*range(0x20, 0x7F), *b"\t\n\r"])
_BOM = b"\xef\xbb\xbf"
_LOOKS_BINARY_WITHIN = 64
_OTHER_FILES = {
    b"%PDF": "a PDF document",
    b"{\\rtf": "an RTF document",
    b"PK\x03\x04": "a packed file, as Word and Excel write them",
    b"\x1f\x8b": "a packed file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
}
_AS_TEXT = "save the questions as plain text in UTF-8"


def decode(data: bytes, file: str, limit: int, problems: list[Problem]) -> str | None:
    """The text of a file, or None where it is none.

    Whatever may not be shown is reported and replaced by `characters.DAMAGED`, so that the rest can be read.
    """
    refusal = _refusal(data, file, limit)
    if refusal is not None:
        problems.append(refusal)
        return None
    data = data.removeprefix(_BOM)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        problems.append(_not_utf8(data, error.start, file))
        text = data.decode("utf-8", errors="replace")
        return _cleaned(text, file, problems, skip=_place(text, text.index(DAMAGED)))
    # Almost all bytes are ordinary; taking them out first makes the search some fifty times as fast.
    if FORBIDDEN.search(data.translate(None, _ORDINARY).decode("utf-8")) is None:
        return text
    return _cleaned(text, file, problems)


def _refusal(data: bytes, file: str, limit: int) -> Problem | None:
    if len(data) > limit:
        what = f"the file has more than {limit / 1e6:g} MB; such a file is not read"
        return Problem(file, 1, 1, "too-big", what, "split it into several files")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Problem(file, 1, 1, "encoding", "this file is saved as UTF-16", _SAVE_AS)
    other = next((words for start, words in _OTHER_FILES.items() if data.startswith(start)), None)
    if other is not None:
        return Problem(file, 1, 1, "encoding", f"this is {other}, not a text file", _AS_TEXT)
    if b"\0" in data[:_LOOKS_BINARY_WITHIN]:
        column = data.index(b"\0") - data.rfind(b"\n", 0, data.index(b"\0"))
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        what = "this is not a text file: it contains zero bytes (U+0000)"
        return Problem(file, line, column, "encoding", what, _SAVE_AS)
    return None


def _not_utf8(data: bytes, at: int, file: str) -> Problem:
    line, column = _place(data[:at].decode("utf-8"), None)
    what = f"the byte 0x{data[at]:02X} (byte {at + 1} of the file) is not UTF-8"
    return Problem(file, line, column, "encoding", what, _SAVE_AS)


def _cleaned(text: str, file: str, problems: list[Problem], skip: tuple[int, int] | None = None) -> str:
    listed = 0
    for found in FORBIDDEN.finditer(text):
        place = _place(text, found.start())
        if place == skip:
            continue
        if listed == _MAX_LISTED:
            problems.append(_many(file, place))
            break
        problems.append(_not_shown(file, place, found.group()))
        listed += 1
    return FORBIDDEN.sub(DAMAGED, text)


def _not_shown(file: str, place: tuple[int, int], character: str) -> Problem:
    remedy = "take the character out" if character != DAMAGED else f"write the lost letter anew; {_SAVE_AS}"
    return Problem(file, *place, "character", f"{describe(character)}, stands here", remedy)


def _many(file: str, place: tuple[int, int]) -> Problem:
    what = f"more than {_MAX_LISTED} such characters; the others are not listed"
    return Problem(file, *place, "character", what, _SAVE_AS)


def _place(text: str, at: int | None) -> tuple[int, int]:
    """Line and column, counted from 1, of a position; of the end for None."""
    before = text if at is None else text[:at]
    ends = list(_LINE_END.finditer(before))
    return len(ends) + 1, len(before) - (ends[-1].end() if ends else 0) + 1


def lines_of(text: str) -> list[str]:
    """The lines of a text without their ends, split where YAML splits them."""
    return _LINE_END.split(text)


class Lines:
    """The lines of a text, split only when somebody asks for them."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def all(self) -> list[str]:
        """The lines without their ends."""
        return lines_of(self._text)
