"""GIFT's escapes: what stands behind a backslash is set aside and put back; knows no question."""

from __future__ import annotations

import re

_ESCAPED = re.compile(r"\\([\\~=#{}:n])")
_ASIDE = dict(zip("\\~=#{}:n", map(chr, range(0xFDD0, 0xFDD8)), strict=True))
_FILL = chr(0xFDD8)  # stands for the backslash, so that every column stays what it was
_BACK = str.maketrans({_FILL: None, **{aside: character for character, aside in _ASIDE.items()}})
_BACK[ord(_ASIDE["n"])] = "\n"
_RAW = str.maketrans({_FILL: "\\", **{aside: character for character, aside in _ASIDE.items()}})
_TAKEN = re.compile("[\ufdd0-\ufdd8]")
_TAG = re.compile(r"<[A-Za-z][^<>{}\n]*=[\"'][^<>{}\n]*>")
_IN_TAG = str.maketrans({character: _ASIDE[character] for character in "=#~:"})
_SIGNS = re.compile(r"[\\~=#{}:]")


def aside(text: str) -> str:
    """The text, letter for letter as long, with nothing left in it that only looks like a sign of GIFT's.

    That is what a backslash precedes, and the signs within an HTML tag that has attributes.
    """
    text = _ESCAPED.sub(lambda found: _FILL + _ASIDE[found[1]], _TAKEN.sub("\ufffd", text))
    return _TAG.sub(lambda found: found[0].translate(_IN_TAG), text)


def back(text: str) -> str:
    """What the author meant by a part of a text that went through `aside`."""
    return text.translate(_BACK)


def raw(text: str) -> str:
    """A part of a text that went through `aside`, as it stood before."""
    return text.translate(_RAW)


def escaped(text: str) -> str:
    """The text with a backslash before each sign that GIFT would take for its own."""
    return _SIGNS.sub(r"\\\g<0>", text)
