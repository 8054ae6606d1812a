"""Which characters may not reach a screen, a terminal or a log; knows no file format."""

from __future__ import annotations

import re
import unicodedata

DAMAGED = "\N{REPLACEMENT CHARACTER}"
"""Stands in a text for whatever had to be taken out of it; a text that contains it was reported already."""

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
_UNSEEN = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2028\u2029\u2060-\u2065\u2800\u3164\ufeff\uffa0"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff"
)
_NO_CHARACTER = "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff" + "".join(
    chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF)
)
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
_STAND_IN = "\ufff9-\ufffd"

_KINDS = (
    (re.compile(f"[{_CONTROL}]"), "a control character"),
    (re.compile(f"[{_DIRECTION}]"), "an invisible character that turns the direction of writing"),
    (re.compile(f"[{_UNSEEN}]"), "a character that cannot be seen"),
    (re.compile(f"[{_NO_CHARACTER}]"), "not a character"),
    (re.compile(f"[{_PRIVATE}]"), "a private character that no font shows"),
    (re.compile(f"[{_STAND_IN}]"), "a mark that stands for something lost"),
)

FORBIDDEN = re.compile(f"[{_CONTROL}{_DIRECTION}{_UNSEEN}{_NO_CHARACTER}{_PRIVATE}{_STAND_IN}]")
"""Any one character that content must not contain.

The joiners U+200C and U+200D stay allowed (Persian and family emoji need them), as do variation selectors.
"""

_JOINERS = re.compile("[\u200c\u200d\ufe00-\ufe0f]")


def describe(character: str) -> str:
    """A forbidden character in words that are safe to print: `U+0007, a control character`."""
    kind = next((words for pattern, words in _KINDS if pattern.match(character)), "not allowed")
    return f"U+{ord(character):04X}, {kind}"


def is_damaged(text: str) -> bool:
    """Whether something was taken out of the text, and reported, when it was read."""
    return DAMAGED in text


def has_words(text: str) -> bool:
    """Whether anything in the text can be read: a letter, a digit or a pictogram, not signs alone."""
    return any(unicodedata.category(character)[0] in "LN" or _is_pictogram(character) for character in text)


def _is_pictogram(character: str) -> bool:
    return unicodedata.category(character) == "So" and character != DAMAGED


def look(text: str) -> str:
    """What the eye takes a text for: letter case, blanks and joiners do not count."""
    if text.isascii():
        return " ".join(text.casefold().split())
    plain = _JOINERS.sub("", unicodedata.normalize("NFKC", text))
    return " ".join(plain.casefold().split())
