"""Whether typed words mean a known answer: lenient about form, strict about numbers; knows no question."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

NO_SLIP, ONE_SLIP = 4, 8  # letters: up to so many no slip is forgiven, or one; beyond, two
ARTICLES = {"the", "a", "an"}
ROMAN = re.compile(r"(?=[ivxlcdm])m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")


def means(typed: str, accept: Sequence[str], others: Sequence[str] = ()) -> bool:
    """Whether what was typed is one of `accept`.

    The nearest known answer wins, so that a slip never turns into another answer that looks right.
    """
    ours = min((_distance(typed, answer) for answer in accept), key=_rank)
    if ours is None:
        return False
    theirs = [distance for answer in others if (distance := _distance(typed, answer)) is not None]
    return ours == 0 or ours < min(theirs, default=ours + 1)


def _rank(distance: int | None) -> int:
    return 1_000 if distance is None else distance


def _distance(typed: str, answer: str) -> int | None:
    """How many slips lie between the two, or None where they are too many to be meant."""
    mine, theirs = _words(typed), _words(answer)
    if not mine or _exact(mine) != _exact(theirs):
        return None
    pairs = (("".join(mine), "".join(theirs)), ("".join(sorted(mine)), "".join(sorted(theirs))))
    slips = min(_slips(a, b) for a, b in pairs)
    return slips if slips <= _forgiven(pairs[0][1]) else None


def _slips(typed: str, answer: str) -> int:
    # Letters left out, put in, changed or swapped with a neighbour (optimal string alignment).
    from rapidfuzz.distance import OSA  # imported here: it costs milliseconds that a start need not pay

    return 0 if typed == answer else int(OSA.distance(typed, answer, score_cutoff=3))


def _forgiven(answer: str) -> int:
    if len(answer) <= NO_SLIP:
        return 0
    return 1 if len(answer) <= ONE_SLIP else 2


def _words(text: str) -> list[str]:
    """The words without case, accents, punctuation and articles."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    letters = re.sub(r"[\u2018\u2019']", "", letters)
    letters = re.sub(r"\b([^\W\d_])\W+(?=[^\W\d_]\b)", r"\1", letters)  # L.A. is LA
    words = re.findall(r"[^\W_]+", letters)
    return [word for word in words if word not in ARTICLES] or words


def _exact(words: Sequence[str]) -> list[str]:
    """Numbers, years and Roman numerals: these must be just so, in any order."""
    return sorted(word for word in words if any(c.isdigit() for c in word) or ROMAN.fullmatch(word))
