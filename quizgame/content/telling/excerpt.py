"""A line of a file with a caret below one of its characters, cut to a terminal's width; knows no problems."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from quizgame.content.characters import DAMAGED, FORBIDDEN

WIDEST = 100
"""Columns of a terminal that a line may take; a longer one is cut round the caret."""

_BEFORE = 60
_NEAR = 400  # characters on either side that are looked at: a file may be one long line
_ELLIPSIS = "…"
_HANGUL_JOINED = range(0x1160, 0x1200)  # the later parts of a syllable, drawn into its first
_SKIN = range(0x1F3FB, 0x1F400)  # tones of skin, which change the pictogram before them
_JOINER, _AS_PICTOGRAM = "\u200d", "\ufe0f"


def excerpt(line: str, column: int) -> tuple[str, str]:
    """The line and the blanks that put a caret below its character `column`, which counts from 1.

    A column beyond the end stands for the place after the last character.
    """
    place = min(column - 1, len(line))
    start, end = max(0, place - _NEAR), place + _NEAR
    pieces = _pieces(safe(line[start:end]))
    at = _index(pieces, place - start)
    first = _first(pieces, at)
    last = _last(pieces, first)
    before = _ELLIPSIS if first or start else ""
    after = _ELLIPSIS if last < len(pieces) or end < len(line) else ""
    blanks = " " * (len(before) + sum(map(_columns_of, pieces[first:at])))
    return f"{before}{''.join(pieces[first:last])}{after}", blanks


def safe(text: str) -> str:
    """`text` on one line, with a visible mark for every character a terminal might obey."""
    return FORBIDDEN.sub(DAMAGED, text.replace("\n", " ").replace("\r", " ").replace("\t", " "))


def width(text: str) -> int:
    """How many columns of a terminal a text takes: wide letters and pictograms two, accents none."""
    return sum(map(_columns_of, _pieces(text)))


def _columns_of(piece: str) -> int:
    """A pictogram of several characters is as wide as one, as in today's terminals."""
    return 2 if _AS_PICTOGRAM in piece else _columns(piece[0])


def _columns(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    if ord(character) in _HANGUL_JOINED or ord(character) in _SKIN:
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _pieces(text: str) -> list[str]:
    """The characters, each with what is drawn into it: between them a line may be cut."""
    if text.isascii():
        return list(text)
    pieces: list[str] = []
    for character in text:
        if pieces and (_columns(character) == 0 or pieces[-1].endswith(_JOINER)):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _index(pieces: Sequence[str], at: int) -> int:
    """Which piece holds the character `at`."""
    passed = 0
    for index, piece in enumerate(pieces):
        passed += len(piece)
        if at < passed:
            return index
    return len(pieces)


def _first(pieces: Sequence[str], at: int) -> int:
    """Where to begin: at the start if the caret can still be seen then, else some columns before it."""
    if sum(map(_columns_of, pieces[: at + 1])) <= WIDEST - 20:
        return 0
    first, taken = at, 0
    while first and taken < _BEFORE:
        first -= 1
        taken += _columns_of(pieces[first])
    return first


def _last(pieces: Sequence[str], first: int) -> int:
    last, taken = first, 0
    while last < len(pieces) and taken + _columns_of(pieces[last]) <= WIDEST:
        taken += _columns_of(pieces[last])
        last += 1
    return last
