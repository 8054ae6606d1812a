"""Where a paragraph breaks into lines; knows of words only how wide they are, in whatever unit.

What belongs together stays on one line, and the last line is not left with next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

Measure = Callable[[str], float]

LONELY = 0.34  # of the width: a last line of one word that is shorter looks lost
SHORT = 0.2  # of the width: so does one of any words
TAIL = 3  # lines that are set anew for the sake of the last one
NARROWER = (0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5)

NUMBER = re.compile(r"[+−-]?[$£€#]?\d[\d,.]*")
UNITS = frozenset(
    (
        "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "year", "years", "million",
        "billion", "points", "rounds", "questions", "feet", "miles", "km", "ms", "s", "%", "am",
        "pm", "a.m", "p.m",
    )
)  # fmt: skip
BEFORE_NAMES = frozenset(("Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.", "St.", "Lt.", "Sgt.", "Det."))
BEFORE_NUMBERS = frozenset(("Heat", "Part", "Round", "Level", "level", "No."))
DASHES = frozenset("–—")


def broken(text: str, width: float, measure: Measure) -> list[str]:
    """The lines of one paragraph; a word wider than a line is cut into pieces."""
    lines = _filled(text.split(" "), width, measure)
    if len(lines) < 2 or not _is_lonely(lines, width, measure):
        return lines
    if " ".join(lines) != text:  # a word was cut: put together again it would have gaps
        return lines
    return [*lines[:-TAIL], *_evened(lines[-TAIL:], width, measure)]


def _filled(words: Sequence[str], width: float, measure: Measure) -> list[str]:
    """Each line takes as many words as it can."""
    lines, line = [], ""
    for word in _tied(words, width, measure):
        longer = f"{line} {word}" if line else word
        if measure(longer) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _chopped(word, width, measure)
        lines += full
    return [*lines, line]


def _tied(words: Sequence[str], width: float, measure: Measure) -> list[str]:
    """The words, with those in one piece that belong together and fit a line."""
    tied: list[str] = []
    for word in words:
        pair = f"{tied[-1]} {word}" if tied else ""
        if pair and _belong(tied[-1].rpartition(" ")[2], word) and measure(pair) <= width:
            tied[-1] = pair
        else:
            tied.append(word)
    return tied


def _belong(word: str, following: str) -> bool:
    """A number and its unit, a title and a name, words and the dash behind them."""
    if following in DASHES:
        return True
    if word in BEFORE_NAMES:
        return following[:1].isupper()
    if word in BEFORE_NUMBERS:
        return following[:1].isdigit()
    return following.rstrip(".,;:?!)") in UNITS and NUMBER.fullmatch(word) is not None


def _is_lonely(lines: Sequence[str], width: float, measure: Measure) -> bool:
    least = SHORT if " " in lines[-1] else LONELY
    return measure(lines[-1]) < least * width


def _evened(lines: list[str], width: float, measure: Measure) -> list[str]:
    """As many lines, narrower ones, so that the last has company; the same where that cannot be."""
    text = " ".join(lines)
    for share in NARROWER:
        tried = _filled(text.split(" "), width * share, measure)
        if len(tried) != len(lines) or " ".join(tried) != text:
            break
        if not _is_lonely(tried, width, measure):
            return tried
    return lines


def _chopped(word: str, width: float, measure: Measure) -> list[str]:
    """A word that is wider than a line, in pieces that are not."""
    pieces, piece = [], ""
    for letter in word:
        if piece and measure(piece + letter) > width:
            pieces.append(piece)
            piece = ""
        piece += letter
    return [*pieces, piece]
