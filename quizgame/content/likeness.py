"""How like each other two short texts are, and which known word was meant; knows no key and no option."""

from __future__ import annotations

from collections.abc import Collection

_LONGEST_COMPARED = 80
_ALIKE = 0.7


def likeness(one: str, other: str) -> float:
    """From 0, no letter in common, to 1, the same; twice the letters in the same order of all there are."""
    # Imported here: it costs milliseconds, and most files have no word that is not known.
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(one, other)


def nearest(word: str, known: Collection[str]) -> str | None:
    """The known word that was probably meant, or None; case does not count."""
    typed = word.strip().casefold()[:_LONGEST_COMPARED]
    found = [(likeness(typed, name.casefold()), name) for name in known]
    best, name = max(found, default=(0.0, ""))
    return name if best >= _ALIKE else None
