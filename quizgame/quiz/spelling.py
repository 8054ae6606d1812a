"""Whether typed words mean a known answer: lenient about form, strict about numbers; knows no question."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

NO_SLIP, ONE_SLIP = 4, 8  # letters: up to so many no slip is forgiven, or one; beyond, two
ARTICLES = {"the", "a", "an"}
ROMAN = re.compile(r"(?=[ivxlcdm])m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")


@dataclass(frozen=True, slots=True)
class Spelt:
    """A text as it is compared: its numbers, its letters, and its letters with the words sorted."""

    exact: tuple[str, ...]
    letters: str
    any_order: str

    def slips_from(self, typed: Spelt) -> int | None:
        """How many slips lie between what was typed and this, or None where they are too many to be meant."""
        if not typed.letters or typed.exact != self.exact:
            return None
        pairs = {(typed.letters, self.letters), (typed.any_order, self.any_order)}
        if any(one == other for one, other in pairs):
            return 0
        most = _forgiven(self.letters)
        if not most or abs(len(typed.letters) - len(self.letters)) > most:
            return None
        slips = min(_slips(one, other, most) for one, other in pairs)
        return slips if slips <= most else None


@lru_cache(maxsize=4096)  # the same known answers are compared with every guess
def spelt(text: str) -> Spelt:
    """A text as it is compared; without any letters where there is nothing to read in it."""
    words = _words(text)
    return Spelt(_exact(words), "".join(words), "".join(sorted(words)))


def means(typed: str, accept: Sequence[str], others: Sequence[str] = ()) -> bool:
    """Whether what was typed is one of `accept`.

    The nearest known answer wins, so that a slip never turns into another answer that looks right.
    """
    mine = spelt(typed)
    ours = _nearest(mine, accept)
    if not ours:
        return ours == 0
    theirs = _nearest(mine, others)
    return theirs is None or ours < theirs


def indistinct(others: Iterable[str], accept: Iterable[str]) -> frozenset[str]:
    """Those of the known wrong answers that are no other than a right one, slips or not."""
    known = frozenset(others)
    right = {form for answer in accept for form in _forms(answer)} if known else set()
    return frozenset(other for other in known if not right.isdisjoint(_forms(other)))


def _forms(text: str) -> tuple[tuple[object, ...], ...]:
    """What two texts without a slip between them have in common, one or both of it."""
    this = spelt(text)
    if not this.letters:
        return ()
    return (this.exact, this.letters), (this.exact, "sorted", this.any_order)


def _nearest(typed: Spelt, answers: Iterable[str]) -> int | None:
    found = (spelt(answer).slips_from(typed) for answer in answers)
    return min((slips for slips in found if slips is not None), default=None)


def _slips(typed: str, answer: str, most: int) -> int:
    # Letters left out, put in, changed or swapped with a neighbour (optimal string alignment).
    from rapidfuzz.distance import OSA  # imported here: it costs milliseconds that a start need not pay

    return int(OSA.distance(typed, answer, score_cutoff=most))


def _forgiven(answer: str) -> int:
    if len(answer) <= NO_SLIP:
        return 0
    return 1 if len(answer) <= ONE_SLIP else 2


def _words(text: str) -> list[str]:
    """The words without case, accents, punctuation and articles."""
    letters = text.casefold()
    if not letters.isascii():
        plain = unicodedata.normalize("NFKD", letters)
        letters = "".join(c for c in plain if not unicodedata.combining(c))
    letters = re.sub(r"[\u2018\u2019']", "", letters)
    letters = re.sub(r"\b([^\W\d_])\W+(?=[^\W\d_]\b)", r"\1", letters)  # L.A. is LA
    words = re.findall(r"[^\W_]+", letters)
    return [word for word in words if word not in ARTICLES] or words


def _exact(words: Sequence[str]) -> tuple[str, ...]:
    """Numbers, years and Roman numerals: these must be just so, in any order."""
    exact = [word for word in words if ROMAN.fullmatch(word) or any(c.isdigit() for c in word)]
    return tuple(sorted(exact))
